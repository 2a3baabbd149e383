// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least a Qt Widgets program can be: a window with one line of text. ./dev bench measures Gatehouse
// against it.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("An empty window")));
    window.resize(1100, 760);
    window.show();
    return application.exec();
}
