// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Label;
class SideBySide;

// A white surface with one hairline: an optional header and rows with hairlines between them. Not a button.
// Owned by its parent; owns its rows.
class Card : public QFrame {
    Q_OBJECT
public:
    enum class Padding { Row, None };

    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &heading, QWidget *parent = nullptr);

    void setHeading(const QString &heading);

    // At most one quiet act, a chip or a caption at the header's end.
    void setTrailing(QWidget *trailing);

    // A row of the full width; Padding::None for rows that bring their own (FieldRow, SecretField, Timeline).
    void addRow(QWidget *row, Padding padding = Padding::Row);
    void removeRow(QWidget *row);
    void clearRows();

    // The one row that needs the person stands on another ground.
    void setAttention(QWidget *row, bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *shellOf(QWidget *row) const;

    QVBoxLayout *m_rows;
    QWidget *m_header = nullptr;
    Label *m_heading = nullptr;
    QWidget *m_trailing = nullptr;
};

} // namespace gatehouse::ui
