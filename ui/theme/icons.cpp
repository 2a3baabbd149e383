// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <array>

// The pictures lie in a static library, whose resources nobody registers unless asked. The macro wants to
// stand outside of every namespace.
static void registerPictures()
{
    Q_INIT_RESOURCE(resources);
}

namespace gatehouse::ui {

namespace {

constexpr std::array<const char *, iconCount> names{
    "home", "organization", "apps", "tokens", "tryit", "activity", "sandbox", "settings", "search", "updown",
    "layers", "done", "current", "running", "waiting", "todo", "warning", "error", "info", "clock", "check", "lock",
    "online", "offline", "calendar", "web", "service", "mobile", "development", "plus", "copy", "clipboard", "eye",
    "rotate", "verify", "export", "save", "submit", "send", "pencil", "close", "external", "history", "filter",
    "columns", "more", "mail", "user", "users", "database", "shield", "list", "size", "question", "up", "down",
    "left", "right", "sortdown", "sortup",
};

bool hasReadingDirection(Icon icon)
{
    switch (icon) {
    case Icon::left: case Icon::right: case Icon::send: case Icon::external: case Icon::list:
        return true;
    default:
        return false;
    }
}

struct Key {
    Icon icon;
    QRgb colour;
    int pixels;
    int ratio; // in hundredths
    bool mirrored;

    friend bool operator==(const Key &, const Key &) = default;
    friend size_t qHash(const Key &key, size_t seed = 0)
    {
        return qHashMulti(seed, int(key.icon), key.colour, key.pixels, key.ratio, key.mirrored);
    }
};

class Cache : public QObject {
public:
    Cache()
    {
        registerPictures();
        connect(&paletteNotifier(), &PaletteNotifier::changed, this, [this] { m_pixmaps.clear(); });
    }

    QPixmap find(const Key &key)
    {
        if (const auto it = m_pixmaps.constFind(key); it != m_pixmaps.cend())
            return *it;
        const QPixmap made = render(key);
        m_pixmaps.insert(key, made);
        return made;
    }

    // Pixmaps must be gone before the application is.
    void clear() { m_pixmaps.clear(); }

private:
    const QByteArray &source(Icon icon)
    {
        QByteArray &svg = m_sources[std::size_t(icon)];
        if (svg.isEmpty()) {
            QFile file(QLatin1String(":/gatehouse/icons/%1.svg").arg(iconName(icon)));
            if (file.open(QIODevice::ReadOnly))
                svg = file.readAll();
        }
        return svg;
    }

    QPixmap render(const Key &key)
    {
        QByteArray svg = source(key.icon);
        svg.replace("currentColor", QColor::fromRgb(key.colour).name().toLatin1());
        const int device = std::max(1, qRound(key.pixels * key.ratio / 100.0));
        QPixmap result(device, device);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        if (key.mirrored) {
            painter.translate(device, 0);
            painter.scale(-1, 1);
        }
        QSvgRenderer(svg).render(&painter, QRectF(0, 0, device, device));
        painter.end();
        result.setDevicePixelRatio(key.ratio / 100.0);
        return result;
    }

    QHash<Key, QPixmap> m_pixmaps;
    std::array<QByteArray, iconCount> m_sources;
};

Cache &cache()
{
    static Cache *const kept = [] {
        auto *made = new Cache;
        qAddPostRoutine([] { cache().clear(); });
        return made;
    }();
    return *kept;
}

class Engine : public QIconEngine {
public:
    Engine(Icon icon, Token normal) : m_icon(icon), m_normal(normal) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_icon, tokenFor(mode), std::min(rect.width(), rect.height()),
            QGuiApplication::layoutDirection());
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // Qt hands the size in device pixels here and sets the ratio on what it gets.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return ui::pixmap(m_icon, tokenFor(mode), std::min(size.width(), size.height()), 1,
            QGuiApplication::layoutDirection());
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = std::min(size.width(), size.height());
        return {side, side};
    }

    QIconEngine *clone() const override { return new Engine(*this); }
    QString key() const override { return QStringLiteral("gatehouse"); }
    QString iconName() override { return ui::iconName(m_icon); }
    bool isNull() override { return false; }

private:
    Token tokenFor(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return Token::Disabled;
        return mode == QIcon::Selected ? Token::Accent : m_normal;
    }

    Icon m_icon;
    Token m_normal;
};

} // namespace

QString iconName(Icon icon)
{
    return QString::fromLatin1(names[std::size_t(icon)]);
}

QIcon icon(Icon name, Token normal)
{
    return QIcon(new Engine(name, normal));
}

QPixmap pixmap(Icon name, Token colour, int logicalSize, qreal dpr, Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft && hasReadingDirection(name);
    return cache().find({name, color(colour).rgb(), logicalSize, qRound(dpr * 100), mirrored});
}

void paintIcon(QPainter *painter, const QRect &rect, Icon name, Token colour, int logicalSize,
    Qt::LayoutDirection direction)
{
    QRect place(0, 0, logicalSize, logicalSize);
    place.moveCenter(rect.center());
    painter->drawPixmap(place.topLeft(), pixmap(name, colour, logicalSize, painter->device()->devicePixelRatioF(), direction));
}

QIcon applicationIcon()
{
    registerPictures();
    return QIcon(QStringLiteral(":/gatehouse/icons/gatehouse.svg"));
}

} // namespace gatehouse::ui
