// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/profilepage.h"

#include "app/gatehouse.h"
#include "ui/forms/askbox.h"
#include "ui/forms/banner.h"
#include "ui/forms/busybutton.h"
#include "ui/forms/buttons.h"
#include "ui/forms/card.h"
#include "ui/forms/formview.h"
#include "ui/forms/labels.h"
#include "ui/forms/readingcolumn.h"
#include "ui/frame/remedies.h"
#include "ui/navigator.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

// The first field of the form is the name; the others are addresses.
QString nameKey(const FormSpec &form)
{
    return form.fields.first().key;
}

QStringList addressKeys(const FormSpec &form)
{
    QStringList keys;
    for (qsizetype i = 1; i < form.fields.size(); ++i)
        keys.append(form.fields.at(i).key);
    return keys;
}

} // namespace

ProfilePage::ProfilePage(Context &context, QString profileId, QWidget *parent)
    : Page(profileId.isEmpty() ? tr("New profile on OS1") : tr("Profile"), parent), m_context(context),
      m_profileId(std::move(profileId))
{
    build();
}

void ProfilePage::build()
{
    auto &accounts = m_context.gatehouse.accounts();
    const Profile *profile = accounts.find(m_profileId);
    const bool isSandbox = profile && profile->stage == Stage::Sandbox;
    setSubtitle(isSandbox ? tr("On the sandbox of this computer. It is found by itself and has no address to enter.")
            : profile     ? tr("On OS1. With another address for the API it is another server: you are signed out first.")
                          : tr("The addresses are those of the public platform. You sign in next."));
    if (!accounts.current()) { // there is no rail to leave by yet
        auto *back = linkButton(tr("Welcome"), this);
        connect(back, &QPushButton::clicked, this, [this] { m_context.navigator.go(Route::to(Route::Kind::Welcome)); });
        addAboveTitle(back);
    }
    const FormSpec form = accounts.profileForm();
    auto *column = addReadingColumn(content(), metrics::withText(720));
    auto *card = new Card(this);
    auto *body = new QWidget(card);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_name = new FormView(form.part({nameKey(form)}), body);
    layout->addWidget(m_name);
    if (!isSandbox)
        layout->addWidget(makeAddresses());
    m_save = new BusyButton(profile ? tr("Save") : tr("Continue"), tr("Saving"), body);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &ProfilePage::save);
    for (auto *editor : body->findChildren<QLineEdit *>())
        connect(editor, &QLineEdit::returnPressed, this, &ProfilePage::save);
    layout->addWidget(m_save, 0, Qt::AlignLeading);
    card->addRow(body);
    column->addWidget(card);
    if (profile) {
        const FormValues values = accounts.valuesOf(*profile);
        m_name->setValues(values);
        if (m_addresses)
            m_addresses->setValues(values);
        column->addWidget(makeRemoval());
    }
    openAddresses(profile != nullptr);
    setFocusProxy(m_name->editor(nameKey(form)));
}

QWidget *ProfilePage::makeAddresses()
{
    const FormSpec form = m_context.gatehouse.accounts().profileForm();
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    m_opener = quietButton(Icon::right, tr("Addresses"), part);
    m_opener->setCheckable(true);
    connect(m_opener, &QPushButton::toggled, this, &ProfilePage::openAddresses);
    m_addresses = new FormView(form.part(addressKeys(form)), part);
    layout->addWidget(m_opener, 0, Qt::AlignLeading);
    layout->addWidget(m_addresses);
    return part;
}

void ProfilePage::openAddresses(bool open)
{
    if (!m_addresses)
        return;
    m_addresses->setVisible(open);
    m_opener->setChecked(open);
    m_opener->setIcon(icon(open ? Icon::down : Icon::right, Token::Muted));
    m_opener->setAccessibleDescription(open ? tr("open") : tr("closed"));
}

QWidget *ProfilePage::makeRemoval()
{
    auto *card = new Card(tr("Remove"), this);
    auto *body = new QWidget(card);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::space4());
    layout->addWidget(bodyLabel(tr("Signs out and forgets everything that Gatehouse keeps of this profile, the client "
                                   "secrets in the keychain included. Nothing is deleted on the platform."),
        body));
    m_remove = button(tr("Remove profile"), body);
    m_ask = new AskBox(body);
    connect(m_remove, &QPushButton::clicked, this, &ProfilePage::askRemoval);
    connect(m_ask, &AskBox::confirmed, this, &ProfilePage::remove);
    layout->addWidget(m_remove, 0, Qt::AlignLeading);
    layout->addWidget(m_ask);
    card->addRow(body);
    return card;
}

FormValues ProfilePage::values() const
{
    FormValues all = m_name->values();
    if (m_addresses)
        all.merge(m_addresses->values());
    return all;
}

bool ProfilePage::validate()
{
    if (m_addresses && !m_addresses->spec().problems(m_addresses->values()).isEmpty())
        openAddresses(true); // what is wrong has to be seen
    const bool isNamed = m_name->validate();
    const bool isAddressed = !m_addresses || m_addresses->validate();
    return isNamed && isAddressed;
}

void ProfilePage::save()
{
    if (m_save->isBusy() || !validate())
        return;
    banner()->dismiss();
    auto &accounts = m_context.gatehouse.accounts();
    const FormValues entered = values();
    if (m_profileId.isEmpty()) {
        // In use from now on: the window goes on to its sign-in by itself.
        const auto added = accounts.addOs1(entered.trimmed(nameKey(m_name->spec())), entered);
        if (!added)
            tell(added.error(), [this] { save(); });
        return;
    }
    m_save->setBusy(true);
    whenDone(accounts.change(m_profileId, entered), this, [this](const Result<void> &done) {
        m_save->setBusy(false);
        if (!done) {
            tell(done.error(), [this] { save(); });
            return;
        }
        banner()->present({.kind = Banner::Kind::Ok, .first = tr("The profile is saved."), .rest = {}, .button = {},
            .link = {}, .details = {}});
    });
}

void ProfilePage::askRemoval()
{
    AskBox::Question question;
    question.sentence = tr("Remove this profile and its secrets from this computer?");
    question.word = tr("Remove for good");
    question.busyWord = tr("Removing");
    m_ask->ask(question, m_remove);
}

void ProfilePage::remove()
{
    if (m_ask->isBusy())
        return;
    m_ask->setBusy(true);
    // Where it was in use, the window goes on with another one by itself.
    whenDone(m_context.gatehouse.accounts().remove(m_profileId), this, [this](const Result<void> &done) {
        m_ask->setBusy(false);
        m_ask->close();
        if (!done)
            tell(done.error(), [this] { remove(); });
        else if (m_context.gatehouse.accounts().current())
            m_context.navigator.go(Room::Home);
    });
}

void ProfilePage::tell(const Error &error, std::function<void()> again)
{
    m_context.remedies.show(banner(), error, std::move(again));
}

} // namespace gatehouse::ui
