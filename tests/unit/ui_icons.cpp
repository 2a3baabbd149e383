// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QTest>

using namespace gatehouse::ui;

namespace {

// The strongest pixel: what the stroke's colour is without its soft edges.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor best(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor c = image.pixelColor(x, y); c.alpha() > best.alpha())
                best = c;
        }
    }
    return best;
}

bool near(const QColor &a, const QColor &b)
{
    return a.alpha() > 200 && std::abs(a.red() - b.red()) < 8 && std::abs(a.green() - b.green()) < 8 && std::abs(a.blue() - b.blue()) < 8;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIconIsDrawn()
    {
        Theme theme(*qApp);
        for (int i = 0; i < iconCount; ++i) {
            const QPixmap drawn = pixmap(Icon(i), Token::Text, 24);
            QVERIFY2(inkOf(drawn).alpha() > 200, qPrintable(iconName(Icon(i))));
            QFile file(QLatin1String(":/gatehouse/icons/%1.svg").arg(iconName(Icon(i))));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(iconName(Icon(i))));
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("stroke=\"currentColor\"") && !svg.contains('#'), qPrintable(iconName(Icon(i))));
        }
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void colourFollowsThePalette()
    {
        Theme theme(*qApp);
        theme.setScheme(Scheme::Light);
        const QIcon kept = icon(Icon::copy);
        QVERIFY(near(inkOf(kept.pixmap(48, 48)), color(Token::Text, Scheme::Light)));
        QVERIFY(near(inkOf(kept.pixmap(QSize(48, 48), 1.0, QIcon::Disabled)), color(Token::Disabled, Scheme::Light)));
        QVERIFY(near(inkOf(kept.pixmap(QSize(48, 48), 1.0, QIcon::Selected)), color(Token::Accent, Scheme::Light)));
        theme.setScheme(Scheme::Dark);
        QVERIFY(near(inkOf(kept.pixmap(48, 48)), color(Token::Text, Scheme::Dark)));
        QVERIFY(near(inkOf(pixmap(Icon::error, Token::BadLine, 48)), color(Token::BadLine, Scheme::Dark)));
    }

    void keptUntilThePaletteChanges()
    {
        Theme theme(*qApp);
        theme.setScheme(Scheme::Light);
        const qint64 first = pixmap(Icon::home, Token::Text, 20).cacheKey();
        QCOMPARE(pixmap(Icon::home, Token::Text, 20).cacheKey(), first);
        theme.setScheme(Scheme::Dark);
        QVERIFY(pixmap(Icon::home, Token::Text, 20).cacheKey() != first);
    }

    void sharpAtEveryRatio()
    {
        Theme theme(*qApp);
        QCOMPARE(pixmap(Icon::home, Token::Text, 20, 2).size(), QSize(40, 40));
        QCOMPARE(pixmap(Icon::home, Token::Text, 20, 2).devicePixelRatio(), 2.0);
        QCOMPARE(pixmap(Icon::home, Token::Text, 20, 1.5).size(), QSize(30, 30));
        QCOMPARE(icon(Icon::home).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
    }

    void onlyWhatReadsHasADirection()
    {
        Theme theme(*qApp);
        const auto mirrors = [](Icon icon) {
            const QImage ltr = pixmap(icon, Token::Text, 32).toImage();
            return pixmap(icon, Token::Text, 32, 1, Qt::RightToLeft).toImage() != ltr;
        };
        for (const Icon icon : {Icon::left, Icon::right, Icon::send, Icon::external, Icon::list})
            QVERIFY2(mirrors(icon), qPrintable(iconName(icon)));
        for (const Icon icon : {Icon::tryit, Icon::check, Icon::clock, Icon::search, Icon::rotate})
            QVERIFY2(!mirrors(icon), qPrintable(iconName(icon)));
    }
};

QTEST_MAIN(TestIcons)
#include "ui_icons.moc"
