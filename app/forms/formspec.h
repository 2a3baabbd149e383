// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formvalues.h"

#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <optional>

namespace gatehouse {

enum class FieldKind { Text, Email, Url, UrlList, Choice, Check, Country, Version, MultiLine };

struct Choice {
    QString value;
    QString label;
    QString help = {}; // one line that explains the choice where it is made
};

// The field is shown, checked and sent only while another field has this value.
struct ShownWhen {
    QString key;
    QString value;
};

// One field, as data: the window's page and the terminal's option are both made from it.
struct FieldSpec {
    // Says what is wrong with the value, in a sentence for a person, or nothing. Sees the whole form, for
    // rules that bind two fields. Called only for a value that is not empty and is otherwise well formed; for a
    // check that need not be ticked, in any case.
    using Rule = std::function<std::optional<QString>(const FormValues &)>;

    QString key;
    QString label;
    FieldKind kind = FieldKind::Text;
    bool required = true;
    QString help = {};
    QString example = {}; // shown as the placeholder
    int minLength = 0; // characters, 0 = no limit
    int maxLength = 0;
    QList<Choice> choices = {}; // of Choice; Country brings its own
    QString initial = {};
    std::optional<ShownWhen> shownWhen = {};
    Rule rule = {};
};

// Sentences for people, by field key. Empty means that all is well.
using FieldSentences = QMap<QString, QString>;

struct FormSpec {
    QList<FieldSpec> fields;

    [[nodiscard]] const FieldSpec *field(QAnyStringView key) const;
    [[nodiscard]] bool isShown(const FieldSpec &field, const FormValues &values) const;

    // The one check, the same before the window's Next and the terminal's call.
    [[nodiscard]] FieldSentences problems(const FormValues &values) const;

    // The part of the form that has these keys, in this order.
    [[nodiscard]] FormSpec part(const QStringList &keys) const;

    [[nodiscard]] FormValues initialValues() const;
};

} // namespace gatehouse
