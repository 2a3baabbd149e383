<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>gatehouse::ui::AppsPage</name>
    <message numerus="yes">
        <source>%n app(s) being registered.</source>
        <translation>
            <numerusform>One app is being registered.</numerusform>
            <numerusform>%n apps are being registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s) saved.</source>
        <translation>
            <numerusform>One app saved.</numerusform>
            <numerusform>%n apps saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n app(s)</source>
        <translation>
            <numerusform>%1 of one app</numerusform>
            <numerusform>%1 of %n apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::CatalogueList</name>
    <message numerus="yes">
        <source>Search %n call(s)</source>
        <translation>
            <numerusform>Search one call</numerusform>
            <numerusform>Search %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HomePage</name>
    <message numerus="yes">
        <source>%1, %n teams.</source>
        <translation>
            <numerusform>%1, one team.</numerusform>
            <numerusform>%1, %n teams.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps need you.</source>
        <translation>
            <numerusform>One step needs you.</numerusform>
            <numerusform>%n steps need you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::OtpPanel</name>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>%n try left</numerusform>
            <numerusform>%n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::ReviewDesk</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>One waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::StatusLine</name>
    <message numerus="yes">
        <source>Registering %n app(s)</source>
        <translation>
            <numerusform>Registering %n app</numerusform>
            <numerusform>Registering %n apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TeamRow</name>
    <message numerus="yes">
        <source>Its %n member(s) lose what the team let them do.</source>
        <translation>
            <numerusform>Its one member loses what the team let them do.</numerusform>
            <numerusform>Its %n members lose what the team let them do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ErrorText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries left. Take the newest message: each one makes the older ones void.</source>
        <translation>
            <numerusform>%n try left. Take the newest message: each one makes the older ones void.</numerusform>
            <numerusform>%n tries left. Take the newest message: each one makes the older ones void.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::FormSpec</name>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TeamPage</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>One person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::InvitationsCard</name>
    <message numerus="yes">
        <source>%n invitation(s) wait for your answer.</source>
        <translation>
            <numerusform>An invitation waits for your answer.</numerusform>
            <numerusform>%n invitations wait for your answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::os1::TeamForms</name>
    <message numerus="yes">
        <source>The team owns %n app(s). A team can be deleted only while it owns none.</source>
        <translation>
            <numerusform>The team owns an app. A team can be deleted only while it owns none.</numerusform>
            <numerusform>The team owns %n apps. A team can be deleted only while it owns none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::VersionReviewDesk</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>One waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::RailItem</name>
    <message numerus="yes">
        <source>%n piece(s) of news</source>
        <translation>
            <numerusform>1 piece of news</numerusform>
            <numerusform>%n pieces of news</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::TokenCard</name>
    <message numerus="yes">
        <source>Used by %n call(s).</source>
        <translation>
            <numerusform>Used by one call.</numerusform>
            <numerusform>Used by %n calls.</numerusform>
        </translation>
    </message>
</context>
</TS>
