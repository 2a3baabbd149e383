// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/context.h"

#include <QTimer>
#include <QWidget>

namespace gatehouse::ui {

class Timeline;

// How far the platform is with making an app ready: its three steps, the time that has passed, what is normal, and
// whether the credentials are kept. Follows the model; asks nothing itself. Owned by its page.
class ProvisioningView : public QWidget {
    Q_OBJECT
public:
    ProvisioningView(Context &context, QWidget *parent);

    void show(const QString &appId);

Q_SIGNALS:
    // Ready, and the credentials are kept.
    void finished();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();

    Context &m_context;
    QString m_appId;
    Timeline *m_timeline;
    QTimer m_second;
    bool m_wasFinished = false;
};

} // namespace gatehouse::ui
