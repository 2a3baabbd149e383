// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/versiondesk.h"
#include "ui/frame/context.h"
#include "ui/registry/apppart.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Banner;
class BusyButton;
class Card;
class HistoryCard;
class Label;
class StatusChip;
class Timeline;
class VersionActs;
class VersionList;
struct VersionAct;

// The versions of an app: which there are, and of the chosen one its life, what can be done with it, why something
// cannot, and its history. Owned by AppPage.
class VersionsPart : public AppPart {
    Q_OBJECT
public:
    VersionsPart(Context &context, QString appId, Banner *banner, QWidget *parent);

    void refresh() override;
    void choose(const QString &versionId) override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeVersions();
    [[nodiscard]] QWidget *makeDetail();
    void look(); // asks the platform
    void showChosen();
    void showWhole(); // what concerns the app with all its versions
    [[nodiscard]] QList<VersionAct> actsOf(const AppVersion &version) const;
    void act(const QString &key, const QString &reason);
    void done(const Result<void> &result, const QString &key, const QString &reason);
    void removeApp();
    void adapt();

    Context &m_context;
    VersionDesk &m_desk;
    QString m_appId;
    Banner *m_banner; // of the page
    QBoxLayout *m_columns;
    QWidget *m_side;
    VersionList *m_list;
    QPushButton *m_add;
    Label *m_whyNotAdd;
    Label *m_seen;
    QDateTime m_seenAt; // when the platform was last asked for this app from here
    BusyButton *m_check;
    Card *m_whole;
    VersionActs *m_wholeActs;
    QWidget *m_wholeWhyNot = nullptr;
    Card *m_version;
    StatusChip *m_chip;
    VersionActs *m_acts;
    Timeline *m_timeline;
    Card *m_notNow;
    QList<VersionAct> m_notNowShown;
    HistoryCard *m_history;
};

} // namespace gatehouse::ui
