// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/labels.h"

#include <QTextLayout>

namespace gatehouse::ui {

// A wrapped sentence whose parts differ in weight and colour, without mark-up: to Qt and to screen readers
// it is a label with plain text. Owned by its parent.
class EmphasisText : public Label {
    Q_OBJECT
public:
    struct Run {
        QString text;
        bool strong = false;
        Token token = Token::Text;
    };

    explicit EmphasisText(QWidget *parent = nullptr);

    void setRuns(const QList<Run> &runs);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double layOut(QTextLayout &layout, double width) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> formats() const;
    void prepare(QTextLayout &layout) const;

    QList<Run> m_runs;
};

} // namespace gatehouse::ui
