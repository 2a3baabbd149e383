// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formview.h"

#include "app/forms/countries.h"
#include "ui/forms/choicelist.h"
#include "ui/forms/fieldproblem.h"
#include "ui/forms/labels.h"
#include "ui/forms/searchcombo.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace gatehouse::ui {

namespace {

// Kinds whose value reads left to right in every language, whatever the words around it do.
bool isCode(FieldKind kind)
{
    return kind == FieldKind::Email || kind == FieldKind::Url || kind == FieldKind::UrlList || kind == FieldKind::Version;
}

Qt::InputMethodHints hintsFor(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Email:
        return Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText;
    case FieldKind::Url:
    case FieldKind::UrlList:
        return Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText;
    case FieldKind::Version:
        return Qt::ImhPreferNumbers;
    default:
        return Qt::ImhNone;
    }
}

} // namespace

FormView::FormView(FormSpec spec, QWidget *parent) : QWidget(parent), m_spec(std::move(spec))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::space4());
    for (const FieldSpec &field : m_spec.fields)
        build(field, column);
    setValues(m_spec.initialValues());
}

void FormView::build(const FieldSpec &spec, QVBoxLayout *column)
{
    Row row;
    row.spec = spec;
    row.whole = new QWidget(this);
    makeEditor(row);
    row.editor->setObjectName(spec.key);
    row.editor->setAccessibleName(spec.label);
    if (QWidget *inner = row.editor->focusProxy(); qobject_cast<QLineEdit *>(inner) != nullptr)
        inner->setAccessibleName(spec.label);
    const bool optional = !spec.required && spec.kind != FieldKind::Check;
    const QString help = !optional ? spec.help : spec.help.isEmpty() ? tr("Optional") : tr("Optional. %1").arg(spec.help);
    row.problem = new FieldProblem(row.editor, help);

    auto *lines = new QVBoxLayout(row.whole);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(metrics::space1());
    if (spec.kind != FieldKind::Check)
        lines->addWidget(fieldLabel(spec.label, row.editor));
    if (!help.isEmpty() && spec.kind != FieldKind::Check)
        lines->addWidget(captionLabel(help));
    lines->addSpacing(metrics::space1() / 2);
    lines->addWidget(row.editor);
    if (!help.isEmpty() && spec.kind == FieldKind::Check)
        lines->addWidget(captionLabel(help));
    row.problem->setContentsMargins(0, metrics::space1(), 0, 0);
    lines->addWidget(row.problem);
    column->addWidget(row.whole);
    m_rows.append(std::move(row));
}

void FormView::makeEditor(Row &row)
{
    const qsizetype index = m_rows.size();
    const auto onEdit = [this, index] { edited(index); };
    switch (row.spec.kind) {
    case FieldKind::Check: {
        auto *check = new QCheckBox(row.spec.label);
        check->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(check, &QCheckBox::toggled, this, onEdit);
        row.read = [check] { return check->isChecked() ? QStringLiteral("true") : QString(); };
        row.write = [check](const QString &value) { check->setChecked(value == QLatin1String("true")); };
        row.editor = check;
        return;
    }
    case FieldKind::Choice:
        if (std::any_of(row.spec.choices.cbegin(), row.spec.choices.cend(), [](const Choice &c) { return !c.help.isEmpty(); })
            || row.spec.choices.size() <= 3) {
            auto *list = new ChoiceList(row.spec.choices);
            connect(list, &ChoiceList::valueChanged, this, onEdit);
            row.read = [list] { return list->value(); };
            row.write = [list](const QString &value) { list->setValue(value); };
            row.editor = list;
        } else {
            auto *combo = new QComboBox;
            for (const Choice &choice : row.spec.choices)
                combo->addItem(choice.label, choice.value);
            combo->setPlaceholderText(tr("Choose"));
            connect(combo, &QComboBox::currentIndexChanged, this, onEdit);
            row.read = [combo] { return combo->currentIndex() < 0 ? QString() : combo->currentData().toString(); };
            row.write = [combo](const QString &value) { combo->setCurrentIndex(combo->findData(value)); };
            row.editor = combo;
        }
        return;
    case FieldKind::Country: {
        auto *combo = new SearchCombo;
        for (const Choice &country : countries())
            combo->addChoice(country.value, country.label);
        combo->setHint(row.spec.example.isEmpty() ? tr("Type to search") : row.spec.example);
        connect(combo, &SearchCombo::valueChanged, this, onEdit);
        row.read = [combo] { return combo->value(); };
        row.write = [combo](const QString &value) { combo->setValue(value); };
        row.editor = combo;
        return;
    }
    case FieldKind::MultiLine:
    case FieldKind::UrlList: {
        auto *edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        edit->setPlaceholderText(row.spec.example);
        edit->setInputMethodHints(hintsFor(row.spec.kind) | Qt::ImhMultiLine);
        edit->setMinimumHeight(3 * lineHeight(edit->fontMetrics()) + metrics::scaled(24));
        edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        edit->setMaximumHeight(5 * lineHeight(edit->fontMetrics()) + metrics::scaled(24));
        if (isCode(row.spec.kind)) {
            edit->setLayoutDirection(Qt::LeftToRight);
            // The placeholder is painted in the window's direction: isolated, it keeps its order.
            if (!row.spec.example.isEmpty())
                edit->setPlaceholderText(u'\u2066' + row.spec.example + u'\u2069');
            QTextOption option = edit->document()->defaultTextOption();
            option.setTextDirection(Qt::LeftToRight);
            option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
            edit->document()->setDefaultTextOption(option);
        }
        connect(edit, &QPlainTextEdit::textChanged, this, onEdit);
        row.read = [edit] { return edit->toPlainText(); };
        row.write = [edit](const QString &value) { edit->setPlainText(value); };
        row.editor = edit;
        return;
    }
    case FieldKind::Text:
    case FieldKind::Email:
    case FieldKind::Url:
    case FieldKind::Version: {
        auto *edit = new QLineEdit;
        edit->setPlaceholderText(row.spec.example);
        edit->setInputMethodHints(hintsFor(row.spec.kind));
        if (isCode(row.spec.kind))
            edit->setLayoutDirection(Qt::LeftToRight);
        if (row.spec.kind == FieldKind::Version)
            edit->setMaximumWidth(metrics::withText(200));
        connect(edit, &QLineEdit::textEdited, this, onEdit);
        row.read = [edit] { return edit->text(); };
        row.write = [edit](const QString &value) { edit->setText(value); };
        row.editor = edit;
        return;
    }
    }
}

FormValues FormView::values() const
{
    FormValues result = m_context;
    for (const Row &row : m_rows) {
        if (const QString value = row.read(); !value.isEmpty())
            result.setText(row.spec.key, value);
    }
    return result;
}

void FormView::setValues(const FormValues &values)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_context = values;
        for (const Row &row : m_rows) {
            row.write(values.text(row.spec.key));
            m_context.remove(row.spec.key);
        }
    }
    refreshShown();
    Q_EMIT changed();
}

void FormView::setProblems(const FieldSentences &problems)
{
    QWidget *first = nullptr;
    for (const Row &row : m_rows) {
        const QString sentence = problems.value(row.spec.key);
        row.problem->setSentence(sentence);
        if (!sentence.isEmpty() && first == nullptr)
            first = row.editor;
    }
    if (first != nullptr)
        first->setFocus(Qt::OtherFocusReason);
}

bool FormView::validate()
{
    const FieldSentences problems = m_spec.problems(values());
    setProblems(problems);
    return problems.isEmpty();
}

QWidget *FormView::editor(QAnyStringView key) const
{
    for (const Row &row : m_rows) {
        if (row.spec.key == key)
            return row.editor;
    }
    return nullptr;
}

void FormView::setFieldEnabled(QAnyStringView key, bool enabled)
{
    if (QWidget *field = editor(key); field != nullptr)
        field->setEnabled(enabled);
}

void FormView::edited(qsizetype index)
{
    if (m_filling)
        return;
    refreshShown();
    // Whoever is mending a field sees at once when it is right; nobody is scolded while still typing a new one.
    if (const Row &row = m_rows[index]; row.problem->isWrong())
        row.problem->setSentence(m_spec.problems(values()).value(row.spec.key));
    // A rule over several checks is kept by any of them.
    for (const Row &row : m_rows) {
        if (row.spec.kind == FieldKind::Check && row.spec.rule && row.problem->isWrong())
            row.problem->setSentence(m_spec.problems(values()).value(row.spec.key));
    }
    if (m_isLive) {
        m_edited.insert(index);
        m_pause.start();
    }
    Q_EMIT changed();
}

void FormView::setLive()
{
    m_isLive = true;
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(500));
    connect(&m_pause, &QTimer::timeout, this, &FormView::checkEdited, Qt::UniqueConnection);
}

void FormView::checkEdited()
{
    const FieldSentences problems = m_spec.problems(values());
    for (const qsizetype index : std::exchange(m_edited, {}))
        m_rows[index].problem->setSentence(problems.value(m_rows[index].spec.key));
}

void FormView::refreshShown()
{
    const FormValues now = values();
    for (const Row &row : m_rows) {
        const bool shown = m_spec.isShown(row.spec, now);
        row.whole->setVisible(shown);
        if (!shown)
            row.problem->setSentence(QString());
    }
}

} // namespace gatehouse::ui
