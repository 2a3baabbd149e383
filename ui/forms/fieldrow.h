// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/valuerow.h"

namespace gatehouse::ui {

class CodeText;
class CopyButton;

// One value that is no secret: label, value in code font, where it is kept, Copy. Owned by its parent.
class FieldRow : public ValueRow {
    Q_OBJECT
public:
    FieldRow(const QString &label, const QString &value, QWidget *parent = nullptr);

    void setValue(const QString &value);
    [[nodiscard]] QString value() const;

    // Instead of a value: why there is none yet. No dead button stays beside it.
    void setAbsent(const QString &reason);

    // Copying is the owner's, who also writes it down; it answers with showCopied().
    void showCopied();
    void setCopyable(bool copyable);

Q_SIGNALS:
    void copyRequested(const QString &value);

private:
    QWidget *m_holder;
    CodeText *m_value;
    Label *m_absent;
    CopyButton *m_copy;
    bool m_copyable = true;
};

} // namespace gatehouse::ui
