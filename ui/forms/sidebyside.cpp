// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/sidebyside.h"

#include "ui/theme/metrics.h"

#include <QEvent>
#include <QLayout>
#include <QStyle>

namespace gatehouse::ui {

namespace {

QSize wish(const QWidget *part)
{
    return part->sizeHint().expandedTo(part->minimumSize()).boundedTo(part->maximumSize());
}

int heightAt(const QWidget *part, int width)
{
    const int height = part->hasHeightForWidth() ? part->heightForWidth(width) : part->sizeHint().height();
    return std::max({height, part->minimumHeight(), 0});
}

bool gone(const QWidget *part)
{
    return part->isHidden() || wish(part).isEmpty();
}

} // namespace

SideBySide::SideBySide(QWidget *leading, QWidget *trailing, QWidget *parent)
    : QWidget(parent), m_leading(leading), m_trailing(trailing), m_gap(metrics::space4())
{
    m_leading->setParent(this);
    m_trailing->setParent(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SideBySide::setLeadingLeast(int width)
{
    m_leadingLeast = width;
    updateGeometry();
    place();
}

void SideBySide::setTrailingWidth(int width)
{
    m_trailingWidth = width;
    updateGeometry();
    place();
}

int SideBySide::trailingWish() const
{
    return m_trailingWidth >= 0 ? m_trailingWidth : wish(m_trailing).width();
}

void SideBySide::setGap(int gap)
{
    m_gap = gap;
    updateGeometry();
    place();
}

bool SideBySide::stacksAt(int width) const
{
    if (gone(m_trailing) || gone(m_leading))
        return false;
    const int least = m_leadingLeast >= 0 ? std::min(m_leadingLeast, wish(m_leading).width()) : wish(m_leading).width();
    return least + m_gap + trailingWish() > width;
}

void SideBySide::setTopAligned()
{
    m_topAligned = true;
    place();
}

QSize SideBySide::sizeHint() const
{
    if (gone(m_trailing))
        return wish(m_leading);
    const QSize a = wish(m_leading);
    const QSize b = wish(m_trailing);
    return {a.width() + m_gap + trailingWish(), std::max(a.height(), b.height())};
}

QSize SideBySide::minimumSizeHint() const
{
    const QSize a = m_leading->minimumSizeHint();
    const int trailing = gone(m_trailing) ? 0 : std::min(trailingWish(), m_trailing->minimumSizeHint().width());
    return {std::max(a.width(), trailing), std::max(a.height(), gone(m_trailing) ? 0 : m_trailing->minimumSizeHint().height())};
}

int SideBySide::heightForWidth(int width) const
{
    if (gone(m_trailing))
        return heightAt(m_leading, width);
    if (stacksAt(width))
        return heightAt(m_leading, width) + metrics::space2() + heightAt(m_trailing, width);
    const int trailing = trailingWish();
    return std::max(heightAt(m_leading, width - trailing - m_gap), heightAt(m_trailing, trailing));
}

bool SideBySide::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        place();
    }
    return QWidget::event(event);
}

void SideBySide::showEvent(QShowEvent *)
{
    place(); // what changed while nobody looked was not announced to us
}

void SideBySide::resizeEvent(QResizeEvent *)
{
    place();
}

void SideBySide::place()
{
    const auto set = [this](QWidget *part, const QRect &logical) {
        part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), logical));
    };
    if (gone(m_trailing)) {
        set(m_leading, rect());
    } else if (stacksAt(width())) {
        const int top = heightAt(m_leading, width());
        set(m_leading, QRect(0, 0, width(), top));
        const int wide = m_trailingWidth >= 0 ? width() : std::min(width(), wish(m_trailing).width());
        set(m_trailing, QRect(0, top + metrics::space2(), wide, heightAt(m_trailing, wide)));
    } else {
        const int trailing = trailingWish();
        const int leading = width() - trailing - m_gap;
        const int a = heightAt(m_leading, leading);
        const int b = heightAt(m_trailing, trailing);
        const auto top = [this](int part) { return m_topAligned ? 0 : (height() - part) / 2; };
        set(m_leading, QRect(0, top(a), leading, a));
        set(m_trailing, QRect(width() - trailing, top(b), trailing, b));
    }
}

} // namespace gatehouse::ui
