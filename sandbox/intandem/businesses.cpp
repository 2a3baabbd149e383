// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/intandem/businesses.h"

#include "sandbox/intandem/businessform.h"
#include "sandbox/intandem/secrets.h"
#include "sandbox/intandem/wire.h"
#include "sandbox/random.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sandbox::intandem {

namespace {

Business businessOf(const Row &row)
{
    return {.uid = row.text("business_uid"_L1),
        .directoryUid = row.text("directory_uid"_L1),
        .name = row.text("name"_L1),
        .attributes = QJsonDocument::fromJson(row.text("attributes"_L1).toUtf8()).object(),
        .isFurnished = row.flag("is_furnished"_L1),
        .createdAt = row.number("created_at"_L1),
        .updatedAt = row.number("updated_at"_L1)};
}

StaffMember memberOf(const Row &row)
{
    return {.uid = row.text("staff_uid"_L1),
        .businessUid = row.text("business_uid"_L1),
        .email = row.text("email"_L1),
        .firstName = row.text("first_name"_L1),
        .lastName = row.text("last_name"_L1),
        .role = row.text("role"_L1)};
}

QString packed(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// NULL is not taken by the columns, and an absent name is an empty one.
QString there(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QJsonObject viewOf(const StaffMember &member)
{
    return {{u"id"_s, member.uid}, {u"display_name"_s, member.displayName()},
        {u"first_name"_s, member.firstName}, {u"last_name"_s, member.lastName}, {u"email"_s, member.email},
        {u"role"_s, member.role}, {u"active"_s, u"true"_s}, {u"deleted"_s, u"false"_s},
        {u"photo"_s, QJsonValue()}, {u"professional_title"_s, QJsonValue()}};
}

const QStringList features{u"calendar"_s, u"clients"_s, u"payments"_s, u"documents"_s, u"campaigns"_s};

} // namespace

void Businesses::addRoutes(RouteTable &routes)
{
    const QString path = u"/platform/v1/businesses"_s;
    const QString one = path + "/{uid}"_L1;
    addCall(routes, "GET", path, directoryOnly, u"find businesses"_s,
        [this](Call &call) { return search(call); });
    addCall(routes, "POST", path, directoryOnly, u"create a business"_s,
        [this](Call &call) { return create(call); });
    addCall(routes, "GET", one, staffAndDirectory, u"read a business"_s, [this](Call &call) {
        return ok(200, {{u"business"_s, nested(reached(call.holder, call.path.value(u"uid"_s)))}});
    });
    addCall(routes, "POST", one, directoryOnly, u"update a business"_s,
        [this](Call &call) { return update(call); });
    addCall(routes, "GET", one + "/staffs"_L1, everyKind, u"list the staff of a business"_s,
        [this](Call &call) { return listStaff(call); });
    addCall(routes, "GET", one + "/features"_L1, everyKind, u"list the features of a business"_s,
        [this](Call &call) {
            static_cast<void>(reached(call.holder, call.path.value(u"uid"_s)));
            return Response::json(
                200, QJsonObject{{u"status"_s, u"OK"_s}, {u"data"_s, QJsonArray::fromStringList(features)}});
        });
    addCall(routes, "GET", u"/v3/business_administration/businesses"_s, staffAndDirectory,
        u"list businesses"_s, [this](Call &call) { return listV3(call); });
}

std::optional<Business> Businesses::find(const QString &uid) const
{
    const auto row
        = m_world.database.row(u"SELECT * FROM intandem_businesses WHERE business_uid = ?"_s, {uid});
    return row ? std::optional(businessOf(*row)) : std::nullopt;
}

QList<Business> Businesses::of(const QString &directoryUid) const
{
    QList<Business> businesses;
    for (const Row &row : m_world.database.rows(
             u"SELECT * FROM intandem_businesses WHERE directory_uid = ? ORDER BY created_at, business_uid"_s,
             {directoryUid}))
        businesses.append(businessOf(row));
    return businesses;
}

std::optional<StaffMember> Businesses::staff(const QString &uid) const
{
    const auto row = m_world.database.row(u"SELECT * FROM intandem_staff WHERE staff_uid = ?"_s, {uid});
    return row ? std::optional(memberOf(*row)) : std::nullopt;
}

std::optional<StaffMember> Businesses::staffByEmail(const QString &email) const
{
    const auto row
        = m_world.database.row(u"SELECT * FROM intandem_staff WHERE email = ?"_s, {email.toLower()});
    return row ? std::optional(memberOf(*row)) : std::nullopt;
}

QList<StaffMember> Businesses::staffOf(const QString &businessUid) const
{
    QList<StaffMember> members;
    for (const Row &row : m_world.database.rows(
             u"SELECT * FROM intandem_staff WHERE business_uid = ? ORDER BY created_at, role, staff_uid"_s,
             {businessUid})) {
        const StaffMember member = memberOf(row);
        if (member.role == "owner"_L1)
            members.prepend(member);
        else
            members.append(member);
    }
    return members;
}

bool Businesses::isPasswordOf(const StaffMember &member, const QString &password) const
{
    const auto row = m_world.database.row(
        u"SELECT password_hash FROM intandem_staff WHERE staff_uid = ?"_s, {member.uid});
    if (row && !row->isNull("password_hash"_L1))
        return isThat(row->text("password_hash"_L1), password);
    return row && equalInConstantTime(sandboxPassword().toUtf8(), password.toUtf8());
}

QString Businesses::sandboxPassword() const
{
    constexpr QLatin1StringView name{"intandemPassword"};
    if (m_world.settings.text(name).isEmpty())
        m_world.settings.setText(name, randomUid());
    return m_world.settings.text(name);
}

void Businesses::add(const Business &business)
{
    const qint64 now = m_world.clock.milliseconds();
    m_world.database.change(
        u"INSERT INTO intandem_businesses (business_uid, directory_uid, name, attributes, "
        "is_furnished, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {business.uid, business.directoryUid, business.name, packed(business.attributes),
            business.isFurnished ? 1 : 0, now, now});
}

void Businesses::addStaff(const StaffMember &member, const QString &password)
{
    m_world.database.change(
        u"INSERT INTO intandem_staff (staff_uid, business_uid, email, first_name, last_name, role, "
        "password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {member.uid, member.businessUid, member.email.toLower(), there(member.firstName),
            there(member.lastName), member.role, password.isEmpty() ? QString() : keptChosen(password),
            m_world.clock.milliseconds()});
}

Business Businesses::reached(const TokenHolder &holder, const QString &uid) const
{
    const auto business = find(uid);
    if (holder.kind != TokenHolder::Directory && !holder.businessUid.isEmpty() && holder.businessUid != uid)
        throw unauthorized(Unauthorized::WrongKind);
    if (!business)
        throw error(404, u"There is no such business."_s);
    if (business->directoryUid != holder.directoryUid)
        throw unauthorized(Unauthorized::WrongKind);
    return *business;
}

Response Businesses::search(const Call &call) const
{
    const QString email = call.request.parameter(u"email"_s);
    QString reference = call.request.parameter(u"external_reference_id"_s);
    if (reference.isEmpty())
        reference = call.request.parameter(u"external_id"_s);
    if (email.isEmpty() && reference.isEmpty())
        throw error(400, u"One of email, external_reference_id and external_id is needed."_s);
    QJsonArray uids;
    for (const Business &business : of(call.holder.directoryUid)) {
        const QJsonObject meta = business.attributes.value("meta"_L1).toObject();
        const auto member = email.isEmpty() ? std::nullopt : staffByEmail(email);
        const bool hasEmail = email.isEmpty() || (member && member->businessUid == business.uid);
        const bool hasReference = reference.isEmpty() || meta.value("external_reference_id"_L1) == reference;
        if (hasEmail && hasReference)
            uids.append(business.uid);
    }
    return ok(200, {{u"businesses"_s, uids}});
}

Response Businesses::create(const Call &call)
{
    const BusinessForm form = BusinessForm::read(call.body, BusinessForm::Purpose::Create);
    const QString email = form.account.value("email"_L1).toString();
    if (staffByEmail(email))
        throw error(400, u"The e-mail address is in use."_s);
    Business business{.uid = randomUid(),
        .directoryUid = call.holder.directoryUid,
        .name = form.business.value("name"_L1).toString(),
        .attributes
        = {{u"admin_account"_s, form.account}, {u"business"_s, form.business}, {u"meta"_s, form.meta}}};
    add(business);
    const StaffMember owner{.uid = randomUid(),
        .businessUid = business.uid,
        .email = email,
        .firstName = form.account.value("first_name"_L1).toString(u""_s),
        .lastName = form.account.value("last_name"_L1).toString(u""_s),
        .role = u"owner"_s};
    addStaff(owner, form.password);
    business = *find(business.uid);
    m_webhooks.announce({business.directoryUid, business.uid, u"account"_s, u"created"_s}, nested(business));
    m_webhooks.announce({business.directoryUid, business.uid, u"business"_s, u"created"_s}, nested(business));
    m_webhooks.announce({business.directoryUid, business.uid, u"staff"_s, u"created"_s}, viewOf(owner));
    return ok(200, {{u"business"_s, nested(business)}});
}

Response Businesses::update(const Call &call)
{
    const Business business = reached(call.holder, call.path.value(u"uid"_s));
    const BusinessForm form = BusinessForm::read(call.body, BusinessForm::Purpose::Update);
    const auto owner = staffOf(business.uid).value(0);
    const QString email = form.account.value("email"_L1).toString(owner.email);
    const auto holder = staffByEmail(email);
    if (holder && holder->uid != owner.uid)
        throw error(400, u"The e-mail address is in use."_s);
    QJsonObject attributes = business.attributes;
    const auto merge = [&attributes](const QString &part, const QJsonObject &changed) {
        QJsonObject merged = attributes.value(part).toObject();
        for (auto entry = changed.constBegin(); entry != changed.constEnd(); ++entry)
            merged.insert(entry.key(), entry.value());
        attributes.insert(part, merged);
    };
    merge(u"admin_account"_s, form.account);
    merge(u"business"_s, form.business);
    merge(u"meta"_s, form.meta);
    m_world.database.change(
        u"UPDATE intandem_businesses SET name = ?, attributes = ?, updated_at = ? WHERE business_uid = ?"_s,
        {form.business.value("name"_L1).toString(business.name), packed(attributes),
            m_world.clock.milliseconds(), business.uid});
    m_world.database.change(
        u"UPDATE intandem_staff SET email = ?, first_name = ?, last_name = ? WHERE staff_uid = ?"_s,
        {email.toLower(), form.account.value("first_name"_L1).toString(owner.firstName),
            form.account.value("last_name"_L1).toString(owner.lastName), owner.uid});
    if (!form.password.isEmpty())
        m_world.database.change(u"UPDATE intandem_staff SET password_hash = ? WHERE staff_uid = ?"_s,
            {keptChosen(form.password), owner.uid});
    const QJsonObject view = nested(*find(business.uid));
    m_webhooks.announce({business.directoryUid, business.uid, u"account"_s, u"updated"_s}, view);
    return ok(200, {{u"business"_s, view}});
}

Response Businesses::listStaff(const Call &call) const
{
    const QString status = call.request.parameter(u"status"_s);
    if (!status.isEmpty() && status != "active"_L1 && status != "all"_L1)
        throw error(422, u"status is active or all."_s);
    const Business business = reached(call.holder, call.path.value(u"uid"_s));
    QJsonArray members;
    for (const StaffMember &member : staffOf(business.uid))
        members.append(viewOf(member));
    return ok(200, {{u"staff"_s, members}});
}

Response Businesses::listV3(const Call &call) const
{
    const Page page = Page::of(call, 25, 200);
    const auto asked = [&call](const QString &name) { return call.request.parameter(name); };
    QJsonArray found;
    for (const Business &business : of(call.holder.directoryUid)) {
        if (call.holder.kind == TokenHolder::Staff && business.uid != call.holder.businessUid)
            continue;
        const QJsonObject meta = business.attributes.value("meta"_L1).toObject();
        const StaffMember owner = staffOf(business.uid).value(0);
        const QString reference = meta.value("external_reference_id"_L1).toString();
        const QStringList tags = listParameter(call, u"tags"_s).join(u',').split(u',', Qt::SkipEmptyParts);
        const QJsonArray owned = meta.value("tags"_L1).toArray();
        const bool hasTags
            = std::ranges::all_of(tags, [&owned](const QString &tag) { return owned.contains(tag); });
        const bool fits = business.name.contains(asked(u"name"_s), Qt::CaseInsensitive)
            && (asked(u"external_reference_id"_s).isEmpty() || asked(u"external_reference_id"_s) == reference)
            && (asked(u"external_id"_s).isEmpty() || asked(u"external_id"_s) == reference)
            && (asked(u"email"_s).isEmpty() || asked(u"email"_s).toLower() == owner.email)
            && (asked(u"package_name"_s).isEmpty() || asked(u"package_name"_s) == "sandbox"_L1)
            && asked(u"is_blocked"_s) != "true"_L1;
        if (fits && hasTags)
            found.append(
                QJsonObject{{u"uid"_s, business.uid}, {u"name"_s, business.name}, {u"email"_s, owner.email},
                    {u"directory_uid"_s, business.directoryUid}, {u"external_reference_id"_s, reference},
                    {u"tags"_s, owned}, {u"package_name"_s, u"sandbox"_s}, {u"is_blocked"_s, false},
                    {u"created_at"_s, Clock::iso(business.createdAt)},
                    {u"updated_at"_s, Clock::iso(business.updatedAt)}});
    }
    return Response::json(200,
        QJsonObject{{u"success"_s, true}, {u"data"_s, QJsonObject{{u"businesses"_s, page.cut(found)}}},
            {u"paging"_s, page.paging(found.size())}});
}

QJsonObject Businesses::nested(const Business &business) const
{
    const StaffMember owner = staffOf(business.uid).value(0);
    QJsonObject account = business.attributes.value("admin_account"_L1).toObject();
    account.insert("email"_L1, owner.email);
    account.insert("first_name"_L1, owner.firstName);
    account.insert("last_name"_L1, owner.lastName);
    account.insert("staff_uid"_L1, owner.uid);
    account.insert("user_id"_L1, owner.uid);
    QJsonObject inner = business.attributes.value("business"_L1).toObject();
    inner.insert("id"_L1, business.uid);
    inner.insert("name"_L1, business.name);
    return {{u"admin_account"_s, account}, {u"business"_s, inner},
        {u"meta"_s, business.attributes.value("meta"_L1).toObject()}};
}

} // namespace sandbox::intandem
