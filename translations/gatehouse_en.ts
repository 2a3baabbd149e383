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
        <source>%n app(s)</source>
        <translation>
            <numerusform>%n app</numerusform>
            <numerusform>%n apps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ui::HomePage</name>
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
    <name>gatehouse::ui::TeamCard</name>
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
</TS>
