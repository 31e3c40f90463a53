<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>ChangesWindow</name>
    <message numerus="yes">
        <source>%n change(s) between {first} and {last}, {basis} positions.</source>
        <translation>
            <numerusform>%n change between {first} and {last}, {basis} positions.</numerusform>
            <numerusform>%n changes between {first} and {last}, {basis} positions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message numerus="yes">
        <source>When nobody was there for %n minute(s)</source>
        <translation>
            <numerusform>When nobody was there for %n minute</numerusform>
            <numerusform>When nobody was there for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>time</name>
    <message numerus="yes">
        <source>The whole case plays in %n second(s)</source>
        <translation>
            <numerusform>The whole case plays in %n second</numerusform>
            <numerusform>The whole case plays in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Todo</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
