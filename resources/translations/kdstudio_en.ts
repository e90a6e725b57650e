<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message numerus="yes">
        <source>%n run(s) wait for their turn.</source>
        <translation>
            <numerusform>%n run waits for its turn.</numerusform>
            <numerusform>%n runs wait for their turn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message numerus="yes">
        <source>{n} example(s) relabelled as {name}</source>
        <translation>
            <numerusform>{n} example relabelled as {name}</numerusform>
            <numerusform>{n} examples relabelled as {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} example(s) left out</source>
        <translation>
            <numerusform>{n} example left out</numerusform>
            <numerusform>{n} examples left out</numerusform>
        </translation>
    </message>
</context>
</TS>
