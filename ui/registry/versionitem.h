// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platforms/types.h"
#include "ui/forms/statuschip.h"

#include <QAbstractButton>

namespace gatehouse::ui {

// One version in the list: its number, its state, and when it was made. Owned by VersionList.
class VersionItem : public QAbstractButton {
    Q_OBJECT
public:
    explicit VersionItem(QWidget *parent = nullptr);

    void setVersion(const AppVersion &version);
    [[nodiscard]] QString versionId() const { return m_id; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id;
    QString m_made;
    ChipLook m_look;
};

} // namespace gatehouse::ui
