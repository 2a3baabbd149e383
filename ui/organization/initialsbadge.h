// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse::ui {

// A round sign with somebody's initials. An ornament: the name stands beside it. Owned by its parent.
class InitialsBadge : public QWidget {
    Q_OBJECT
public:
    explicit InitialsBadge(QWidget *parent = nullptr);

    void setInitials(const QString &initials);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
};

} // namespace gatehouse::ui
