// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace gatehouse::ui {

class Label;

// One step of a wizard: heading, sentence, content; cards for the side column, and the words of the buttons
// below. Its accessible name is its heading. Owned by WizardFrame.
class StepPage : public QWidget {
    Q_OBJECT
public:
    explicit StepPage(const QString &heading, QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    [[nodiscard]] QString heading() const;
    void setIntro(const QString &intro);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

    void addToSide(QWidget *card); // beside the content, or below it where there is no room
    [[nodiscard]] QWidget *side() const { return m_side; }

    // The word of the primary button while this step is shown, and while it works. Empty: "Continue".
    void setPrimaryWords(const QString &word, const QString &busyWord = {});
    [[nodiscard]] QString primaryWord() const { return m_word; }
    [[nodiscard]] QString busyWord() const { return m_busyWord; }

    // False: the primary button waits. What is missing stands in the page itself.
    void setComplete(bool complete);
    [[nodiscard]] bool isComplete() const { return m_complete; }

    void setBackAllowed(bool allowed);
    [[nodiscard]] bool isBackAllowed() const { return m_back; }

Q_SIGNALS:
    void stateChanged(); // words, completeness or the way back

private:
    Label *m_heading;
    Label *m_intro;
    QVBoxLayout *m_content;
    QWidget *m_side;
    QString m_word;
    QString m_busyWord;
    bool m_complete = true;
    bool m_back = true;
};

} // namespace gatehouse::ui
