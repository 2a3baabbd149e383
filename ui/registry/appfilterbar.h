// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/registry/apparrangement.h"

#include <QMap>
#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace gatehouse::ui {

class AppTable;
class FilterChip;

// What is asked of the app list: words, a type, a stage of life with how many there are. The stages are chips; where these
// would take more lines than the list is worth, they fold into one box. Owned by AppsPage.
class AppFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit AppFilterBar(QWidget *parent);

    [[nodiscard]] AppFilter filter() const;
    void clear();
    void showCounts(const AppTable &table);
    void focusSearch();

Q_SIGNALS:
    void changed();
    void resultsWanted(); // from the words on to what was found

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void moveAmongChips(int step);
    [[nodiscard]] bool isOffered(FilterChip *chip) const;
    void fold();
    void fillBox();
    void addStage(std::optional<AppStage> stage, const QString &word);

    QLineEdit *m_search;
    QComboBox *m_type;
    QComboBox *m_box; // the stages, when they are folded
    QButtonGroup *m_stages;
    FilterChip *m_any = nullptr;
    QMap<AppStage, FilterChip *> m_chips;
    bool m_isFolded = false;
};

} // namespace gatehouse::ui
