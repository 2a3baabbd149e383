// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/formspec.h"

#include "app/forms/countries.h"
#include "app/forms/validators.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(gatehouse::FormSpec)
};

bool isChoice(const QList<Choice> &choices, const QString &value)
{
    return std::ranges::any_of(choices, [&value](const Choice &choice) { return choice.value == value; });
}

std::optional<QString> kindProblem(const FieldSpec &field, const QString &value)
{
    switch (field.kind) {
    case FieldKind::Email:
        if (!validators::isEmail(value))
            return Forms::tr("This is not an e-mail address. Write it like name@example.com.");
        break;
    case FieldKind::Url:
        if (!validators::isWebAddress(value))
            return Forms::tr("Write the whole address, beginning with https:// or http://.");
        break;
    case FieldKind::UrlList:
        for (const QString &line : value.split(u'\n', Qt::SkipEmptyParts)) {
            if (!validators::isWebAddress(line.trimmed()))
                return Forms::tr("Write one whole address a line, each beginning with https:// or http://.");
        }
        break;
    case FieldKind::Version:
        if (!validators::isVersion(value))
            return Forms::tr("Write three numbers joined by dots, without leading zeros, like 1.0.0.");
        break;
    case FieldKind::Choice:
        if (!isChoice(field.choices, value))
            return Forms::tr("Choose one of the list.");
        break;
    case FieldKind::Country:
        if (!isChoice(countries(), value))
            return Forms::tr("Choose a country of the list.");
        break;
    case FieldKind::Text:
    case FieldKind::MultiLine:
    case FieldKind::Check:
        break;
    }
    return std::nullopt;
}

std::optional<QString> problemOf(const FieldSpec &field, const FormValues &values)
{
    const QString value = values.trimmed(field.key);
    if (value.isEmpty()) {
        if (!field.required)
            return field.kind == FieldKind::Check && field.rule ? field.rule(values) : std::nullopt;
        if (field.kind == FieldKind::Check)
            return Forms::tr("This has to be ticked before it can go on.");
        if (field.kind == FieldKind::Choice || field.kind == FieldKind::Country)
            return Forms::tr("Choose one.");
        return Forms::tr("This is needed.");
    }
    const auto length = value.size();
    if (field.minLength > 0 && length < field.minLength)
        return Forms::tr("At least %n character(s).", nullptr, field.minLength);
    if (field.maxLength > 0 && length > field.maxLength)
        return Forms::tr("At most %1 characters; these are %2.").arg(field.maxLength).arg(length);
    if (auto problem = kindProblem(field, value))
        return problem;
    return field.rule ? field.rule(values) : std::nullopt;
}

} // namespace

const FieldSpec *FormSpec::field(QAnyStringView key) const
{
    const auto found = std::ranges::find_if(fields, [key](const FieldSpec &field) { return key == field.key; });
    return found == fields.end() ? nullptr : &*found;
}

bool FormSpec::isShown(const FieldSpec &field, const FormValues &values) const
{
    return !field.shownWhen || values.text(field.shownWhen->key) == field.shownWhen->value;
}

FieldSentences FormSpec::problems(const FormValues &values) const
{
    FieldSentences sentences;
    for (const FieldSpec &field : fields) {
        if (!isShown(field, values))
            continue;
        if (const auto problem = problemOf(field, values))
            sentences.insert(field.key, *problem);
    }
    return sentences;
}

FormSpec FormSpec::part(const QStringList &keys) const
{
    FormSpec form;
    for (const QString &key : keys) {
        if (const FieldSpec *found = field(key))
            form.fields.append(*found);
    }
    return form;
}

FormValues FormSpec::initialValues() const
{
    FormValues values;
    for (const FieldSpec &field : fields) {
        if (!field.initial.isEmpty())
            values.setText(field.key, field.initial);
    }
    return values;
}

} // namespace gatehouse
