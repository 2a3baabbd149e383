// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Banner;
class Label;
class SideBySide;

// Room for content that scrolls up and down only. What it holds stays at the top,
// unless a part of it wants all the room (a table). Owned by its parent.
class VerticalScroll : public QWidget {
    Q_OBJECT
public:
    explicit VerticalScroll(QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    [[nodiscard]] QScrollArea *area() const { return m_area; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void settleStretch();
    void follow(QWidget *focused);

    QScrollArea *m_area;
    QWidget *m_inside;
    QVBoxLayout *m_outer;
    QVBoxLayout *m_content;
};

// The base of every page: title, second line, acts at the end of the title's row, a place for what must be
// known, and content that scrolls. The page's accessible name is its title. Owned by the window.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QString title() const;
    void setSubtitle(const QString &subtitle); // empty: no second line

    void addAction(QWidget *act); // at the end of the title's row, in reading order
    void addBesideTitle(QWidget *widget); // a chip, a version
    void addAboveTitle(QWidget *widget); // the way back
    void addBelowTitle(QWidget *widget); // tabs: they do not scroll

    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] QVBoxLayout *content() const { return m_scroll->content(); }

    // For pages that have panes of their own: the widget takes the whole room, to the edges.
    void setWholeBody(QWidget *body);

private:
    QVBoxLayout *m_column;
    QVBoxLayout *m_head;
    QHBoxLayout *m_titleRow;
    QHBoxLayout *m_acts;
    Label *m_title;
    Label *m_subtitle;
    Banner *m_banner;
    VerticalScroll *m_scroll;
};

} // namespace gatehouse::ui
