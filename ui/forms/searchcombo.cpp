// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/searchcombo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace gatehouse::ui {

SearchCombo::SearchCombo(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setMaxVisibleItems(12);
    QCompleter *search = completer();
    search->setCompletionMode(QCompleter::PopupCompletion);
    search->setFilterMode(Qt::MatchContains);
    search->setCaseSensitivity(Qt::CaseInsensitive);
    search->setMaxVisibleItems(12);
    setCurrentIndex(-1);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &SearchCombo::settle);
    // A whole name that was typed is chosen at once: while the list of hits is open no end of editing is told.
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString &typed) {
        const int hit = findText(typed.trimmed(), Qt::MatchFixedString);
        if (hit >= 0 && hit != currentIndex())
            setCurrentIndex(hit);
    });
    connect(this, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT valueChanged(value()); });
}

void SearchCombo::addChoice(const QString &value, const QString &label)
{
    const int chosen = currentIndex();
    addItem(label, value);
    setCurrentIndex(chosen); // the first entry must not choose itself
}

void SearchCombo::setHint(const QString &hint)
{
    lineEdit()->setPlaceholderText(hint);
}

QString SearchCombo::value() const
{
    return currentIndex() < 0 ? QString() : currentData().toString();
}

void SearchCombo::setValue(const QString &value)
{
    setCurrentIndex(value.isEmpty() ? -1 : findData(value));
    if (currentIndex() < 0)
        setEditText(QString());
}

void SearchCombo::settle()
{
    const QString typed = currentText().trimmed();
    if (typed.isEmpty()) {
        setCurrentIndex(-1);
        return;
    }
    int hit = findText(typed, Qt::MatchFixedString);
    if (hit < 0 && findText(typed, Qt::MatchContains) >= 0) {
        // One name alone holds what was typed: that is what was meant.
        const int first = findText(typed, Qt::MatchContains);
        int count = 0;
        for (int i = 0; i < this->count() && count < 2; ++i)
            count += itemText(i).contains(typed, Qt::CaseInsensitive) ? 1 : 0;
        hit = count == 1 ? first : -1;
    }
    if (hit >= 0)
        setCurrentIndex(hit);
    setEditText(currentIndex() >= 0 ? itemText(currentIndex()) : QString());
}

} // namespace gatehouse::ui
