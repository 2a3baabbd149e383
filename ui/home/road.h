// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigator.h"

#include <QHash>
#include <QList>
#include <QString>

namespace gatehouse {
class Gatehouse;
}

namespace gatehouse::ui {

// One step on the road to the first API call, as it stands now.
struct RoadStep {
    enum class State { Done, NeedsYou, Running, ToDo, Unknown };

    QString key; // for the names of its controls
    QString name;
    QString detail;
    State state = State::ToDo;
    bool isTrouble = false; // it needs the person because something went wrong
    QString act; // the word on its button; empty: none
    Route route;
};

// What the page has learned that the model does not keep.
struct RoadNews {
    bool isLooking = false; // a question is under way
    QHash<QString, QString> notKept; // app id: why its credentials could not be kept, for a person
};

// The whole road, from the organization to the first call. Asks nobody: it reads what the model knows.
[[nodiscard]] QList<RoadStep> roadOf(Gatehouse &gatehouse, const RoadNews &news);

} // namespace gatehouse::ui
