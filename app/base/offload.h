// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"

#include <QThreadPool>

#include <functional>
#include <memory>

// The only door to a thread pool. Ours lives on the main thread; what reckons for longer than a frame goes through here.
namespace gatehouse {

// Does the work in a thread of the pool and brings its value back to the main thread. The work owns what it needs, by
// value, and touches nothing of the main thread; it always comes to its end, also when nobody waits for it any more.
template<class T>
[[nodiscard]] Async<T> offload(std::function<Result<T>()> work)
{
    const Answer<T> done;
    QThreadPool::globalInstance()->start([work = std::move(work), done]() mutable {
        const auto value = std::make_shared<Result<T>>(work());
        work = nullptr; // what it owned is let go here, too
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [value, done] { done.give(std::move(*value)); }, Qt::QueuedConnection);
    });
    return done.arrival();
}

// Lets something large go in a thread of the pool: taking apart what is made of many small things takes its time.
template<class T>
void letGoElsewhere(T &&value)
{
    auto kept = std::make_shared<std::remove_reference_t<T>>(std::forward<T>(value));
    QThreadPool::globalInstance()->start([kept = std::move(kept)]() mutable { kept.reset(); });
}

} // namespace gatehouse
