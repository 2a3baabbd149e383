// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gatehouse::ui {

// Widgets of which one is in front, and which is as tall as that one. A QStackedWidget is as tall as its tallest page:
// a short part of a page that scrolls would end in emptiness. Owned by its parent.
class PartStack : public QWidget {
    Q_OBJECT
public:
    explicit PartStack(QWidget *parent = nullptr);

    void addWidget(QWidget *part); // takes it over; the first one is in front
    void setCurrentIndex(int index);
    [[nodiscard]] int count() const { return int(m_parts.size()); }
    [[nodiscard]] QWidget *widget(int index) const { return m_parts.value(index); }

private:
    QList<QWidget *> m_parts;
};

} // namespace gatehouse::ui
