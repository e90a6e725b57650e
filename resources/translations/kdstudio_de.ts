<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnswerCard</name>
    <message>
        <source>The models disagree on this one.</source>
        <translation>Hier sind sich die Modelle nicht einig.</translation>
    </message>
</context>
<context>
    <name>ArchitecturePicker</name>
    <message>
        <source>Teacher architectures</source>
        <translation>Architekturen für den Lehrer</translation>
    </message>
    <message>
        <source>Student architectures</source>
        <translation>Architekturen für den Schüler</translation>
    </message>
    <message>
        <source>Search architectures</source>
        <translation>Architekturen suchen</translation>
    </message>
    <message>
        <source>Family of architectures</source>
        <translation>Architekturfamilie</translation>
    </message>
    <message>
        <source>No architecture fits</source>
        <translation>Keine Architektur passt</translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation>Versuchen Sie es mit weniger Wörtern.</translation>
    </message>
    <message>
        <source>All families</source>
        <translation>Alle Familien</translation>
    </message>
    <message>
        <source>{role} architecture</source>
        <translation>Architektur: {role}</translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Noch nicht gewählt</translation>
    </message>
    <message>
        <source>its size is not known yet</source>
        <translation>Größe noch nicht bekannt</translation>
    </message>
    <message>
        <source>{times} smaller</source>
        <translation>{times} kleiner</translation>
    </message>
    <message>
        <source>{times} less computation</source>
        <translation>{times} weniger Rechenaufwand</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagerechte Achse</translation>
    </message>
</context>
<context>
    <name>BudgetBar</name>
    <message>
        <source>Device that the student is for</source>
        <translation>Gerät, für das der Schüler gedacht ist</translation>
    </message>
    <message>
        <source>Largest latency</source>
        <translation>Höchste Latenz</translation>
    </message>
    <message>
        <source>Largest INT8 file</source>
        <translation>Größte INT8-Datei</translation>
    </message>
    <message>
        <source>Pick the largest that fits</source>
        <translation>Größten passenden wählen</translation>
    </message>
    <message>
        <source>Measure all here</source>
        <translation>Alle hier messen</translation>
    </message>
    <message>
        <source>any{unit}</source>
        <translation>beliebige{unit}</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>Measuring {done} of {total}…</source>
        <translation>Messung {done} von {total} …</translation>
    </message>
    <message>
        <source>No architecture stays within these limits. Allow more.</source>
        <translation>Keine Architektur hält diese Grenzen ein. Erlauben Sie mehr.</translation>
    </message>
</context>
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Calibration of all models</source>
        <translation>Kalibrierung aller Modelle</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>The calibration error is the mean distance between how sure a model is and how often it is right (ECE, 15 bins). A student can be accurate and still too sure of itself.</source>
        <translation>Der Kalibrierungsfehler ist der mittlere Abstand zwischen der Sicherheit eines Modells und dem Anteil seiner richtigen Antworten (ECE, 15 Bins). Ein Schüler kann genau und trotzdem zu selbstsicher sein.</translation>
    </message>
    <message>
        <source>Its confidence can be trusted: it is off by {n} on average.</source>
        <translation>Die Konfidenz ist verlässlich: Sie liegt im Mittel um {n} daneben.</translation>
    </message>
    <message>
        <source>too sure of itself</source>
        <translation>zu selbstsicher</translation>
    </message>
    <message>
        <source>less sure than it could be</source>
        <translation>unsicherer als nötig</translation>
    </message>
    <message>
        <source>It is {way}: off by {n} on average.</source>
        <translation>Das Modell ist {way}: im Mittel um {n} daneben.</translation>
    </message>
    <message>
        <source>It is clearly {way}: off by {n} on average.</source>
        <translation>Das Modell ist deutlich {way}: im Mittel um {n} daneben.</translation>
    </message>
</context>
<context>
    <name>CameraCard</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>Welche Kamera</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
    <message>
        <source>Switch the camera on</source>
        <translation>Kamera einschalten</translation>
    </message>
    <message>
        <source>Switch the camera off</source>
        <translation>Kamera ausschalten</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Chart: {title}</source>
        <translation>Diagramm: {title}</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic axis of {title}</source>
        <translation>Logarithmische Achse für {title}</translation>
    </message>
    <message>
        <source>Logarithmic axis (L)</source>
        <translation>Logarithmische Achse (L)</translation>
    </message>
    <message>
        <source>More for {title}</source>
        <translation>Mehr zu {title}</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>Schritt {n}</translation>
    </message>
    <message>
        <source>Show everything (double-click)</source>
        <translation>Alles zeigen (Doppelklick)</translation>
    </message>
    <message>
        <source>Enlarge or shrink (E)</source>
        <translation>Vergrößern oder verkleinern (E)</translation>
    </message>
    <message>
        <source>Save as {kind} …</source>
        <translation>Als {kind} speichern …</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Hide or show this line. With Alt held, show it alone.</source>
        <translation>Diese Linie aus- oder einblenden. Mit gedrückter Alt-Taste nur sie zeigen.</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>eingeblendet</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
</context>
<context>
    <name>ClassesPanel</name>
    <message>
        <source>Slice by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Einig</translation>
    </message>
    <message>
        <source>New mistakes</source>
        <translation>Neue Fehler</translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation>Geerbt</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Scores by class</source>
        <translation>Werte je Klasse</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Accuracy by slice</source>
        <translation>Genauigkeit nach Teilen</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Examples of the slice</source>
        <translation>Beispiele des Teils</translation>
    </message>
    <message>
        <source>No slice lost more than 2 points against the teacher.</source>
        <translation>Kein Teil verlor gegenüber dem Lehrer mehr als 2 Punkte.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>On worse examples</source>
        <translation>Bei schlechteren Beispielen</translation>
    </message>
    <message>
        <source>Accuracy when the test examples are made worse on purpose.</source>
        <translation>Genauigkeit, wenn die Testbeispiele absichtlich verschlechtert werden.</translation>
    </message>
    <message>
        <source>Accuracy on worse examples</source>
        <translation>Genauigkeit bei schlechteren Beispielen</translation>
    </message>
    <message>
        <source>{cut} {name}: {n} examples, new mistakes first, then inherited ones, the surest first.</source>
        <translation>{cut} {name}: {n} Beispiele, erst neue Fehler, dann übernommene, die sichersten zuerst.</translation>
    </message>
    <message>
        <source>Most was lost at {classes}.</source>
        <translation>Am meisten ging verloren bei {classes}.</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>Input column</source>
        <translation>Eingabespalte</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>Label-Spalte</translation>
    </message>
    <message>
        <source>Split column</source>
        <translation>Spalte der Aufteilung</translation>
    </message>
    <message>
        <source>{column} (guessed)</source>
        <translation>{column} (vermutet)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleichen</translation>
    </message>
    <message>
        <source>There is no other finished run to compare with.</source>
        <translation>Es gibt keinen anderen fertigen Lauf zum Vergleichen.</translation>
    </message>
    <message>
        <source>Change a setting on the Plan page and run again; the two can then be compared here.</source>
        <translation>Ändern Sie auf der Seite „Plan“ eine Einstellung und starten Sie noch einmal; dann lassen sich beide Läufe hier vergleichen.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Other run</source>
        <translation>Anderer Lauf</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Unterschiedliche Einstellungen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Figures of both runs</source>
        <translation>Kennzahlen beider Läufe</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>The recipes are the same.</source>
        <translation>Die Rezepte sind gleich.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The runs were tested on different examples, so their figures compare only roughly.</source>
        <translation>Die Läufe wurden mit verschiedenen Beispielen getestet, ihre Kennzahlen sind daher nur grob vergleichbar.</translation>
    </message>
    <message>
        <source>On the same {all} test examples, {title}: {won} are right only in this run, {lost} only in the other.</source>
        <translation>Bei denselben {all} Testbeispielen, {title}: {won} sind nur in diesem Lauf richtig, {lost} nur im anderen.</translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>Examples of the cell</source>
        <translation>Beispiele der Zelle</translation>
    </message>
    <message>
        <source>Click a cell to see its examples, the surest first.</source>
        <translation>Ein Klick auf eine Zelle zeigt ihre Beispiele, die sichersten zuerst.</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next: models</source>
        <translation>Weiter: Modelle</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation>Art der Daten</translation>
    </message>
    <message>
        <source>Other data…</source>
        <translation>Andere Daten …</translation>
    </message>
    <message>
        <source>Drop your data here</source>
        <translation>Daten hier ablegen</translation>
    </message>
    <message>
        <source>A folder with one folder of images for each class, IDX files, or a CSV, JSONL or Parquet table. What it is and how it is laid out is recognised.</source>
        <translation>Ein Ordner mit einem Bilderordner je Klasse, IDX-Dateien oder eine Tabelle als CSV, JSONL oder Parquet. Art und Aufbau werden erkannt.</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.jsonl *.parquet *.gz *ubyte)</source>
        <translation>Daten (*.csv *.tsv *.jsonl *.parquet *.gz *ubyte)</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel testen</translation>
    </message>
    <message>
        <source>Progress of the data check</source>
        <translation>Fortschritt der Datenprüfung</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Examples that teacher and student learn from.</source>
        <translation>Beispiele, aus denen Lehrer und Schüler lernen.</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>Daten werden angesehen …</translation>
    </message>
    <message>
        <source>Checking the data: {counted}</source>
        <translation>Daten werden geprüft: {counted}</translation>
    </message>
    <message>
        <source>kind of data</source>
        <translation>Art der Daten</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>On devices</source>
        <translation>Auf Geräten</translation>
    </message>
    <message>
        <source>Time of one answer by device</source>
        <translation>Zeit einer Antwort je Gerät</translation>
    </message>
    <message>
        <source>Add a measurement from a device</source>
        <translation>Messung eines Geräts hinzufügen</translation>
    </message>
    <message>
        <source>The page in the browser measures on the device that it is opened on, and saves a record.</source>
        <translation>Die Seite im Browser misst auf dem Gerät, auf dem sie geöffnet ist, und sichert ein Protokoll.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher bekannt</translation>
    </message>
    <message>
        <source>Times with ≈ are estimates, not measurements: the network’s multiply–adds at a round figure for such a device. They may be wrong by a factor of two either way.</source>
        <translation>Zeiten mit ≈ sind geschätzt, nicht gemessen: die Multiplikationen und Additionen des Netzes bei einem runden Tempo für ein solches Gerät. Sie können um den Faktor zwei nach oben wie nach unten falsch sein.</translation>
    </message>
    <message>
        <source>measured at the export</source>
        <translation>beim Export gemessen</translation>
    </message>
    <message>
        <source>measured, {day}</source>
        <translation>gemessen, {day}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>95 % of {runs} answers within {p95}; opens in {load}, first answer {first}</source>
        <translation>95 % von {runs} Antworten binnen {p95}; öffnet in {load}, erste Antwort {first}</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>The measurement of {device} was added.</source>
        <translation>Die Messung von {device} wurde hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Customise</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Alle Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Only modified</source>
        <translation>Nur geänderte</translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation>Keine Einstellung enthält diese Wörter</translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation>Seitenleiste schließen</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Training of the teacher</source>
        <translation>Training des Lehrers</translation>
    </message>
    <message>
        <source>Augmentation for the teacher</source>
        <translation>Augmentierung für den Lehrer</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>Zeichenfläche</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Several things were dropped at once.</source>
        <translation>Es wurden mehrere Dinge auf einmal abgelegt.</translation>
    </message>
    <message>
        <source>Drop the one folder that holds them.</source>
        <translation>Legen Sie den einen Ordner ab, der alle enthält.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Error: {words}</source>
        <translation>Fehler: {words}</translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Not measured: {why}</source>
        <translation>Nicht gemessen: {why}</translation>
    </message>
    <message>
        <source>Measuring the speed of both models on this machine…</source>
        <translation>Die Geschwindigkeit beider Modelle auf diesem Rechner wird gemessen …</translation>
    </message>
    <message>
        <source>From a short measurement on this machine; corrected while the run goes on.</source>
        <translation>Aus einer kurzen Messung auf diesem Rechner; wird während des Laufs korrigiert.</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Übriges</translation>
    </message>
</context>
<context>
    <name>ExampleActions</name>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n} ausgewählt</translation>
    </message>
    <message>
        <source>Select examples to relabel them or to leave them out. No file is changed.</source>
        <translation>Wählen Sie Beispiele aus, um ihr Label zu ändern oder sie auszulassen. Keine Datei wird verändert.</translation>
    </message>
    <message>
        <source>left out {n}</source>
        <translation>{n} ausgelassen</translation>
    </message>
    <message>
        <source>took back {n}</source>
        <translation>{n} zurückgeholt</translation>
    </message>
    <message>
        <source>relabelled {n} as {name}</source>
        <translation>{n} als {name} gelabelt</translation>
    </message>
    <message>
        <source>Done: {what}. Ctrl+Z takes it back.</source>
        <translation>Erledigt: {what}. Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>ExampleDetail</name>
    <message>
        <source>Select one to see it large.</source>
        <translation>Ein Beispiel auswählen, um es groß zu sehen.</translation>
    </message>
    <message>
        <source>Select one to see what all models said.</source>
        <translation>Ein Beispiel auswählen, um die Antworten aller Modelle zu sehen.</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>Label geändert</translation>
    </message>
</context>
<context>
    <name>ExportAgain</name>
    <message>
        <source>Export again</source>
        <translation>Erneut exportieren</translation>
    </message>
    <message>
        <source>The student is exported, measured and verified again. The folder must be new or empty.</source>
        <translation>Der Schüler wird noch einmal exportiert, gemessen und geprüft. Der Ordner muss neu oder leer sein.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Wählen Sie zuerst einen Ordner.</translation>
    </message>
    <message>
        <source>Starting the training engine …</source>
        <translation>Die Trainings-Engine startet …</translation>
    </message>
    <message>
        <source>The export is written and verified.</source>
        <translation>Der Export ist geschrieben und geprüft.</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Erneut exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Latency here</source>
        <translation>Latenz hier</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Answers as FP32</source>
        <translation>Antworten wie FP32</translation>
    </message>
    <message>
        <source>Agrees with teacher</source>
        <translation>Einig mit Lehrer</translation>
    </message>
    <message>
        <source>Exported models</source>
        <translation>Exportierte Modelle</translation>
    </message>
    <message>
        <source>Try it in the browser</source>
        <translation>Im Browser ausprobieren</translation>
    </message>
    <message>
        <source>Look at the graph</source>
        <translation>Graph ansehen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Export of {name}</source>
        <translation>Export von {name}</translation>
    </message>
    <message>
        <source>The export folder is not there any more. Export again to write it anew.</source>
        <translation>Der Exportordner ist nicht mehr da. Exportieren Sie erneut, um ihn neu zu schreiben.</translation>
    </message>
    <message>
        <source>INT8 lost {n} points against FP32, more than the recipe accepts.</source>
        <translation>INT8 hat gegenüber FP32 {n} Punkte verloren, mehr als das Rezept zulässt.</translation>
    </message>
    <message>
        <source>Export again with more calibration examples or another calibration; </source>
        <translation>Exportieren Sie erneut mit mehr Kalibrierungsbeispielen oder einer anderen Kalibrierung; </translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>Der Pfad ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No model was exported.</source>
        <translation>Es wurde kein Modell exportiert.</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>{share} richtig</translation>
    </message>
    <message>
        <source>{time} here</source>
        <translation>{time} hier</translation>
    </message>
    <message>
        <source>Take the {variant} file: {figures}.</source>
        <translation>Nehmen Sie die {variant}-Datei: {figures}.</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Back to the data</source>
        <translation>Zurück zu den Daten</translation>
    </message>
    <message>
        <source>Keep one of each</source>
        <translation>Je eines behalten</translation>
    </message>
    <message>
        <source>Keep them in one split</source>
        <translation>In einem Teil zusammenhalten</translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Accept as it is</source>
        <translation>So akzeptieren</translation>
    </message>
    <message>
        <source>No longer accept</source>
        <translation>Nicht mehr akzeptieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Examples of this finding</source>
        <translation>Beispiele zu diesem Befund</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Must be resolved</source>
        <translation>Muss behoben werden</translation>
    </message>
    <message>
        <source>The first {n} are listed.</source>
        <translation>Die ersten {n} sind aufgeführt.</translation>
    </message>
    <message>
        <source>Done: {what}. Ctrl+Z takes it back.</source>
        <translation>Erledigt: {what}. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>kept one of each duplicate</source>
        <translation>von jedem Duplikat eines behalten</translation>
    </message>
    <message>
        <source>kept look-alikes together</source>
        <translation>Ähnliches zusammengehalten</translation>
    </message>
    <message>
        <source>merged classes</source>
        <translation>Klassen zusammengeführt</translation>
    </message>
    <message>
        <source>accepted a finding</source>
        <translation>einen Befund akzeptiert</translation>
    </message>
    <message>
        <source>no longer accepted</source>
        <translation>nicht mehr akzeptiert</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Too big</source>
        <translation>Zu groß</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Make a large model small</source>
        <translation>Ein großes Modell klein machen</translation>
    </message>
    <message>
        <source>KD Studio teaches a small model what a large, accurate one knows. Everything happens on this machine; nothing is sent anywhere.</source>
        <translation>KD Studio bringt einem kleinen Modell bei, was ein großes, genaues weiß. Alles geschieht auf diesem Rechner; nichts wird verschickt.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation>Letzte Läufe</translation>
    </message>
    <message>
        <source>Shrink a model</source>
        <translation>Modell verkleinern</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel testen</translation>
    </message>
    <message>
        <source>Use my own data</source>
        <translation>Eigene Daten</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Bring examples and a teacher, and get a verified INT8 model that runs on a phone, with a measured table of what was gained and lost. The sample needs no download and takes two minutes.</source>
        <translation>Mit Ihren Beispielen und einem Lehrer entsteht ein geprüftes INT8-Modell, das auf dem Smartphone läuft, dazu eine gemessene Übersicht, was gewonnen und was verloren wurde. Das Beispiel braucht keinen Download und dauert zwei Minuten.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Speicherplatz</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Used for training where the engine supports it.</source>
        <translation>Wird zum Training genutzt, soweit die Engine es unterstützt.</translation>
    </message>
    <message>
        <source>No graphics card found</source>
        <translation>Keine Grafikkarte gefunden</translation>
    </message>
    <message>
        <source>Training runs on the processor.</source>
        <translation>Das Training läuft auf dem Prozessor.</translation>
    </message>
    <message>
        <source>{free} free now</source>
        <translation>{free} gerade frei</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>where the workspace is</source>
        <translation>wo der Arbeitsbereich liegt</translation>
    </message>
    <message>
        <source>“{name}” is training.</source>
        <translation>„{name}“ trainiert gerade.</translation>
    </message>
    <message>
        <source>“{name}” was interrupted. It can go on from its last checkpoint.</source>
        <translation>„{name}“ wurde unterbrochen. Der Lauf kann ab dem letzten Checkpoint weitergehen.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>You were preparing “{name}”.</source>
        <translation>Sie waren dabei, „{name}“ vorzubereiten.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Try the sample to see what a finished run looks like.</source>
        <translation>Probieren Sie das Beispiel aus, um einen fertigen Lauf zu sehen.</translation>
    </message>
</context>
<context>
    <name>LogDrawer</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Worker output</source>
        <translation>Ausgabe des Workers</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Protokollzeilen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>The worker has printed nothing.</source>
        <translation>Der Worker hat nichts ausgegeben.</translation>
    </message>
</context>
<context>
    <name>MachinePanel</name>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>Grafikspeicher</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>{n} threads</source>
        <translation>{n} Threads</translation>
    </message>
    <message>
        <source>{used:.1f} of {all} cores</source>
        <translation>{used:.1f} von {all} Kernen</translation>
    </message>
    <message>
        <source>{n} examples/s</source>
        <translation>{n} Beispiele/s</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Recipe (*.toml)</source>
        <translation>Rezept (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Training is going on</source>
        <translation>Das Training läuft noch</translation>
    </message>
    <message>
        <source>Keep training goes on without this window; the next launch shows it again. Stop and keep saves a checkpoint, from which the run can be resumed.</source>
        <translation>„Weiter trainieren“ setzt das Training ohne dieses Fenster fort; beim nächsten Start ist es wieder zu sehen. „Stoppen und behalten“ speichert einen Checkpoint, ab dem der Lauf fortgesetzt werden kann.</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Stoppen und behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>{count} of {whole} examples of “{label}” were answered “{guess}” ({share}).</source>
        <translation>{count} von {whole} Beispielen für „{label}“ wurden mit „{guess}“ beantwortet ({share}).</translation>
    </message>
    <message>
        <source>answer →</source>
        <translation>Antwort →</translation>
    </message>
    <message>
        <source>← right class</source>
        <translation>← richtige Klasse</translation>
    </message>
</context>
<context>
    <name>MistakesPanel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neue</translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation>Geerbte</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>{n} of {all} test examples are answered wrongly.</source>
        <translation>{n} von {all} Testbeispielen sind falsch beantwortet.</translation>
    </message>
    <message>
        <source>New ones the teacher knows; inherited ones are the teacher’s own wrong answers. {fixed} of the teacher’s mistakes are put right.</source>
        <translation>Neue weiß der Lehrer richtig; geerbte sind falsche Antworten, die schon der Lehrer gibt. {fixed} Fehler des Lehrers sind berichtigt.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The teacher knows; the student learns, and is what you ship.</source>
        <translation>Der Lehrer weiß es; der Schüler lernt es und wird ausgeliefert.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next: plan</source>
        <translation>Weiter: Plan</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>The small network that is trained and exported.</source>
        <translation>Das kleine Netz, das trainiert und exportiert wird.</translation>
    </message>
</context>
<context>
    <name>OverlayButton</name>
    <message>
        <source>Compare with …</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Lay past runs under the charts</source>
        <translation>Frühere Läufe unter die Diagramme legen</translation>
    </message>
    <message>
        <source>There is no other run yet.</source>
        <translation>Es gibt noch keinen anderen Lauf.</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copy as command (Ctrl+Shift+C)</source>
        <translation>Als Befehl kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Copied: {command}</source>
        <translation>Kopiert: {command}</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Drop it here, or choose it</source>
        <translation>Hier ablegen oder auswählen</translation>
    </message>
    <message>
        <source>Choose a file: {name}</source>
        <translation>Datei wählen: {name}</translation>
    </message>
    <message>
        <source>Choose a folder: {name}</source>
        <translation>Ordner wählen: {name}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>How thoroughly to train, and what it will take.</source>
        <translation>Wie gründlich trainiert wird und was es braucht.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>Lauf starten</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Nichts steht im Weg.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation>Wie gründlich</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Customise every setting…</source>
        <translation>Alle Einstellungen anpassen …</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>The student sees all training examples {n} times.</source>
        <translation>Der Schüler sieht alle Trainingsbeispiele {n}-mal.</translation>
    </message>
    <message>
        <source>The teacher is trained first, {n} times over them.</source>
        <translation>Zuerst wird der Lehrer trainiert, {n}-mal über alle Beispiele.</translation>
    </message>
    <message>
        <source>length of the training</source>
        <translation>Länge des Trainings</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Recipe (*.toml)</source>
        <translation>Rezept (*.toml)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>What the student says now</source>
        <translation>Was der Schüler jetzt sagt</translation>
    </message>
    <message>
        <source>{n} of {all} right</source>
        <translation>{n} von {all} richtig</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of this step</source>
        <translation>Fortschritt dieses Schritts</translation>
    </message>
    <message>
        <source>Everything is done</source>
        <translation>Alles ist erledigt</translation>
    </message>
    <message>
        <source>Starting the training engine …</source>
        <translation>Die Trainings-Engine startet …</translation>
    </message>
    <message>
        <source>{done} of {total} {unit}</source>
        <translation>{done} von {total} {unit}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
</context>
<context>
    <name>QueueRunner</name>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>{name} is done.</source>
        <translation>{name} ist fertig.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Shrink a model</source>
        <translation>Modell verkleinern</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
</context>
<context>
    <name>Reliability</name>
    <message>
        <source>{sure} sure: {right} right</source>
        <translation>{sure} sicher: {right} richtig</translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation>Zuverlässigkeitsdiagramm</translation>
    </message>
    <message>
        <source>how sure the model is, and how often</source>
        <translation>wie sicher das Modell ist, und wie oft</translation>
    </message>
    <message>
        <source>how often it is right</source>
        <translation>wie oft es richtig liegt</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What was lost</source>
        <translation>Was verloren ging</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Go to the export</source>
        <translation>Zum Export</translation>
    </message>
    <message>
        <source>Measured on the test examples</source>
        <translation>Gemessen an den Testbeispielen</translation>
    </message>
</context>
<context>
    <name>RunBanners</name>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Training is not responding.</source>
        <translation>Das Training antwortet nicht.</translation>
    </message>
    <message>
        <source>The worker has said nothing for 30 seconds. It may be busy with one long step.</source>
        <translation>Der Worker hat sich seit 30 Sekunden nicht gemeldet. Vielleicht ist er mit einem langen Schritt beschäftigt.</translation>
    </message>
    <message>
        <source>{term} makes up {share} of the loss; the other terms hardly count.</source>
        <translation>{term} macht {share} des Loss aus; die anderen Terme zählen kaum.</translation>
    </message>
    <message>
        <source>Give it a smaller weight, or the others a larger one, and start again.</source>
        <translation>Geben Sie ihm ein kleineres Gewicht oder den anderen ein größeres, und starten Sie neu.</translation>
    </message>
    <message>
        <source>The loss has stood still since step {n}.</source>
        <translation>Der Verlust steht seit Schritt {n} still.</translation>
    </message>
    <message>
        <source>Nothing is learnt: stop, and try another learning rate or look at the labels.</source>
        <translation>Es wird nichts gelernt: Halten Sie an und versuchen Sie eine andere Lernrate, oder sehen Sie die Labels durch.</translation>
    </message>
    <message>
        <source>Stopped. Resume begins again, since nothing had been saved yet.</source>
        <translation>Gestoppt. „Fortsetzen“ beginnt von vorn, da noch nichts gespeichert war.</translation>
    </message>
    <message>
        <source>Stopped. Resume goes on from step {n}.</source>
        <translation>Gestoppt. „Fortsetzen“ macht bei Schritt {n} weiter.</translation>
    </message>
    <message>
        <source>Resume with learning rate {value:g}</source>
        <translation>Mit Lernrate {value:g} fortsetzen</translation>
    </message>
    <message>
        <source>Resume with {value:g} examples at once</source>
        <translation>Mit je {value:g} Beispielen fortsetzen</translation>
    </message>
</context>
<context>
    <name>RunDetail</name>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Why was this run made? What came of it?</source>
        <translation>Warum gab es diesen Lauf? Was kam dabei heraus?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>Use this recipe again</source>
        <translation>Dieses Rezept wiederverwenden</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Started {when}</source>
        <translation>Gestartet: {when}</translation>
    </message>
    <message>
        <source>Student: {name}</source>
        <translation>Schüler: {name}</translation>
    </message>
    <message>
        <source>Teacher: {name}</source>
        <translation>Lehrer: {name}</translation>
    </message>
    <message>
        <source>Method: {name} · seed {seed}</source>
        <translation>Methode: {name} · Seed {seed}</translation>
    </message>
    <message>
        <source>Number {n} in the queue</source>
        <translation>Nummer {n} in der Warteschlange</translation>
    </message>
    <message>
        <source>Stop the run first.</source>
        <translation>Stoppen Sie zuerst den Lauf.</translation>
    </message>
</context>
<context>
    <name>RunDifference</name>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweiter</translation>
    </message>
    <message>
        <source>The recipes are the same.</source>
        <translation>Die Rezepte sind gleich.</translation>
    </message>
    <message>
        <source>{one} and {two}</source>
        <translation>{one} und {two}</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>See the results</source>
        <translation>Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation>Mehr zu diesem Lauf</translation>
    </message>
    <message>
        <source>Charts appear with the first steps of a training.</source>
        <translation>Diagramme erscheinen mit den ersten Trainingsschritten.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>The results are there when the run is done.</source>
        <translation>Die Ergebnisse sind da, sobald der Lauf fertig ist.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The run is done. The results are ready.</source>
        <translation>Der Lauf ist fertig. Die Ergebnisse liegen vor.</translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation>Lauf stoppen?</translation>
    </message>
    <message>
        <source>Stop and keep saves a checkpoint first, from which the run can be resumed later. Stop and discard ends it for good: what was learnt since the last checkpoint is lost and the run cannot be resumed.</source>
        <translation>„Stoppen und behalten“ speichert zuerst einen Checkpoint, ab dem der Lauf später fortgesetzt werden kann. „Stoppen und verwerfen“ beendet ihn endgültig: Was seit dem letzten Checkpoint gelernt wurde, geht verloren, und der Lauf lässt sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Stoppen und behalten</translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation>Stoppen und verwerfen</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation>Jetzt einen Checkpoint speichern</translation>
    </message>
    <message>
        <source>Use this recipe again</source>
        <translation>Dieses Rezept wiederverwenden</translation>
    </message>
    <message>
        <source>{student} learns from {teacher} · {method}</source>
        <translation>{student} lernt von {teacher} · {method}</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Everything that was trained here, by the window or the terminal.</source>
        <translation>Alles, was hier trainiert wurde, im Fenster oder im Terminal.</translation>
    </message>
    <message>
        <source>Search names, tags, notes, models</source>
        <translation>Namen, Schlagwörter, Notizen, Modelle suchen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>INT8</source>
        <translation>INT8</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Warteschlange starten</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) wait for their turn.</source>
        <translation>
            <numerusform>%n Lauf wartet, bis er an der Reihe ist.</numerusform>
            <numerusform>%n Läufe warten, bis sie an der Reihe sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>No run fits the search.</source>
        <translation>Kein Lauf passt zur Suche.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>There are no runs yet.</source>
        <translation>Es gibt noch keine Läufe.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>{state}, number {n}</source>
        <translation>{state}, Nummer {n}</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>„{name}“ ist im Papierkorb.</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Change label …</source>
        <translation>Label ändern …</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Changes go into the recipe of the next run; files are never touched.</source>
        <translation>Änderungen kommen in das Rezept des nächsten Laufs; Dateien bleiben unberührt.</translation>
    </message>
    <message>
        <source>The first {n} are shown.</source>
        <translation>Die ersten {n} sind zu sehen.</translation>
    </message>
    <message>
        <source>Select examples first.</source>
        <translation>Wählen Sie zuerst Beispiele aus.</translation>
    </message>
    <message numerus="yes">
        <source>{n} example(s) relabelled as {name}</source>
        <translation>
            <numerusform>{n} Beispiel als {name} gelabelt</numerusform>
            <numerusform>{n} Beispiele als {name} gelabelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} example(s) left out</source>
        <translation>
            <numerusform>{n} Beispiel ausgelassen</numerusform>
            <numerusform>{n} Beispiele ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>A change is in effect at once.</source>
        <translation>Eine Änderung gilt sofort.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>System follows the light or dark look of your desktop.</source>
        <translation>„System“ folgt dem hellen oder dunklen Aussehen Ihres Desktops.</translation>
    </message>
    <message>
        <source>Of all text in the window.</source>
        <translation>Für allen Text im Fenster.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the window. What the engine reports is in English.</source>
        <translation>Die Sprache des Fensters. Was die Engine meldet, ist auf Englisch.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Threads of new recipes</source>
        <translation>Threads neuer Rezepte</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Use another…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads of new recipes. “Measure” tries which number is fastest on this machine.</source>
        <translation>Prozessor-Threads neuer Rezepte. „Messen“ probiert aus, welche Zahl auf diesem Rechner am schnellsten ist.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Runs, caches and settings are in this folder.</source>
        <translation>Läufe, Zwischenspeicher und Einstellungen liegen in diesem Ordner.</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Messung läuft …</translation>
    </message>
    <message>
        <source>Choose a workspace</source>
        <translation>Arbeitsbereich wählen</translation>
    </message>
    <message>
        <source>From the next start on, the workspace is {path}.</source>
        <translation>Ab dem nächsten Start ist der Arbeitsbereich {path}.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Decoded data</source>
        <translation>Dekodierte Daten</translation>
    </message>
    <message>
        <source>Read again from your files when it is needed.</source>
        <translation>Werden bei Bedarf erneut aus Ihren Dateien gelesen.</translation>
    </message>
    <message>
        <source>Answers of teachers</source>
        <translation>Antworten von Lehrern</translation>
    </message>
    <message>
        <source>Computed again when they are needed.</source>
        <translation>Werden bei Bedarf neu berechnet.</translation>
    </message>
    <message>
        <source>Short jobs</source>
        <translation>Kurze Aufgaben</translation>
    </message>
    <message>
        <source>Data checks and measurements of this window.</source>
        <translation>Datenprüfungen und Messungen dieses Fensters.</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Runs that you deleted. Emptying it cannot be undone.</source>
        <translation>Läufe, die Sie gelöscht haben. Das Leeren lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Empty “{name}”?</source>
        <translation>„{name}“ leeren?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SpecRow</name>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Reset {what}</source>
        <translation>{what} zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SplitCard</name>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation>Validierungsanteil</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Seed der Aufteilung</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Keep look-alikes together</source>
        <translation>Ähnliches zusammenhalten</translation>
    </message>
    <message>
        <source>Examples that are almost the same go to one split.</source>
        <translation>Fast gleiche Beispiele kommen in denselben Teil.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Drawn here: every class in proportion, duplicates kept together.</source>
        <translation>Hier gezogen: jede Klasse im gleichen Verhältnis, Duplikate bleiben zusammen.</translation>
    </message>
    <message>
        <source>The data brings its own split.</source>
        <translation>Die Daten bringen ihre eigene Aufteilung mit.</translation>
    </message>
    <message>
        <source>shares of the split</source>
        <translation>Anteile der Aufteilung</translation>
    </message>
    <message>
        <source>look-alikes in the split</source>
        <translation>Ähnliches bei der Aufteilung</translation>
    </message>
    <message>
        <source>seed of the split</source>
        <translation>Seed der Aufteilung</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>All {n} steps are done</source>
        <translation>Alle {n} Schritte sind erledigt</translation>
    </message>
    <message>
        <source>Step {n} of {all}: {title}</source>
        <translation>Schritt {n} von {all}: {title}</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederholt: {what}</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>Stop it, or wait for its end.</source>
        <translation>Stoppen Sie ihn oder warten Sie, bis er fertig ist.</translation>
    </message>
    <message>
        <source>“{name}” waits for its turn.</source>
        <translation>„{name}“ wartet, bis er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Start a run on the Plan page, or open one from Runs.</source>
        <translation>Starten Sie einen Lauf auf der Seite „Plan“ oder öffnen Sie einen unter „Läufe“.</translation>
    </message>
    <message>
        <source>There is no run yet. Start one on the Plan page, or open one from Runs.</source>
        <translation>Es gibt noch keinen Lauf. Starten Sie einen auf der Seite „Plan“ oder öffnen Sie einen unter „Läufe“.</translation>
    </message>
    <message>
        <source>The run has no results yet.</source>
        <translation>Der Lauf hat noch keine Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose the data first.</source>
        <translation>Wählen Sie zuerst die Daten.</translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation>Die Daten werden geprüft.</translation>
    </message>
    <message>
        <source>The data has not been checked yet.</source>
        <translation>Die Daten sind noch nicht geprüft.</translation>
    </message>
    <message>
        <source>A run is going on. Put this one in the queue, or wait.</source>
        <translation>Ein Lauf ist im Gange. Stellen Sie diesen in die Warteschlange oder warten Sie.</translation>
    </message>
    <message>
        <source>The settings could not be saved: {why}.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>They count until the window is closed.</source>
        <translation>Sie gelten, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Latency here</source>
        <translation>Latenz hier</translation>
    </message>
    <message>
        <source>Agrees with teacher</source>
        <translation>Einig mit Lehrer</translation>
    </message>
    <message>
        <source>Figures of all models</source>
        <translation>Kennzahlen aller Modelle</translation>
    </message>
    <message>
        <source>Noted on the way</source>
        <translation>Unterwegs bemerkt</translation>
    </message>
    <message>
        <source>of the teacher’s accuracy is kept</source>
        <translation>der Genauigkeit des Lehrers bleiben erhalten</translation>
    </message>
    <message>
        <source>of the test examples are right</source>
        <translation>der Testbeispiele sind richtig</translation>
    </message>
    <message>
        <source>{n} smaller than the teacher</source>
        <translation>{n} kleiner als der Lehrer</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>auf der Festplatte</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>{n} faster than the teacher, one example, one thread</source>
        <translation>{n} schneller als der Lehrer, ein Beispiel, ein Thread</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Gained by distilling</source>
        <translation>Gewinn durch Destillieren</translation>
    </message>
    <message>
        <source>over training the student alone</source>
        <translation>gegenüber dem Training des Schülers allein</translation>
    </message>
    <message>
        <source>The student was not trained alone, so the gain is not known.</source>
        <translation>Der Schüler wurde nicht allein trainiert, daher ist der Gewinn nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>TeacherCard</name>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Train here</source>
        <translation>Hier trainieren</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Kind of teacher</source>
        <translation>Art des Lehrers</translation>
    </message>
    <message>
        <source>Teacher file or folder</source>
        <translation>Datei oder Ordner des Lehrers</translation>
    </message>
    <message>
        <source>A bigger architecture is trained on your data first, then it teaches.</source>
        <translation>Zuerst wird eine größere Architektur mit Ihren Daten trainiert, dann lehrt sie.</translation>
    </message>
    <message>
        <source>A Hugging Face folder, a KD Studio model folder, or a safetensors or state-dict file with the name of its architecture. Nothing in the file is run.</source>
        <translation>Ein Hugging-Face-Ordner, ein KD-Studio-Modellordner oder eine Safetensors- oder State-Dict-Datei mit dem Namen ihrer Architektur. Nichts in der Datei wird ausgeführt.</translation>
    </message>
    <message>
        <source>An ONNX file from any framework that takes one batch of inputs and gives class scores.</source>
        <translation>Eine ONNX-Datei aus einem beliebigen Framework, die einen Batch von Eingaben nimmt und Klassenwerte ausgibt.</translation>
    </message>
    <message>
        <source>A CSV, JSONL or Parquet table or an NPZ file with the teacher’s logits or probabilities for each example.</source>
        <translation>Eine Tabelle als CSV, JSONL oder Parquet oder eine NPZ-Datei mit den Logits oder Wahrscheinlichkeiten des Lehrers für jedes Beispiel.</translation>
    </message>
    <message>
        <source>kind of teacher</source>
        <translation>Art des Lehrers</translation>
    </message>
    <message>
        <source>teacher file</source>
        <translation>Datei des Lehrers</translation>
    </message>
</context>
<context>
    <name>TryItPanel</name>
    <message>
        <source>Drop pictures here</source>
        <translation>Bilder hier ablegen</translation>
    </message>
    <message>
        <source>Or paste one from the clipboard with Ctrl+V.</source>
        <translation>Oder eines mit Strg+V aus der Zwischenablage einfügen.</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Type or paste a text; an empty line separates several.</source>
        <translation>Text eintippen oder einfügen; eine Leerzeile trennt mehrere.</translation>
    </message>
    <message>
        <source>Texts to try</source>
        <translation>Texte zum Ausprobieren</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Draw one</source>
        <translation>Eines zeichnen</translation>
    </message>
    <message>
        <source>The answers of all models appear here.</source>
        <translation>Hier erscheinen die Antworten aller Modelle.</translation>
    </message>
    <message>
        <source>Teacher, student and INT8 side by side, with how sure they are and how long they took.</source>
        <translation>Lehrer, Schüler und INT8 nebeneinander, mit ihrer Sicherheit und der Zeit, die sie brauchten.</translation>
    </message>
    <message>
        <source>Loading the models …</source>
        <translation>Die Modelle werden geladen …</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Es wird gefragt …</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>The camera sends no pictures.</source>
        <translation>Die Kamera sendet keine Bilder.</translation>
    </message>
    <message>
        <source>Close other programs that use it, allow KD Studio to use it, and switch it on again.</source>
        <translation>Schließen Sie andere Programme, die sie verwenden, erlauben Sie KD Studio den Zugriff, und schalten Sie sie wieder ein.</translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>The code is on the clipboard.</source>
        <translation>Der Code ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>_Catcher</name>
    <message>
        <source>Something in the window went wrong</source>
        <translation>Im Fenster ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Your runs are safe and the window goes on. What happened: {what}</source>
        <translation>Ihre Läufe sind sicher, und das Fenster läuft weiter. Was passiert ist: {what}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>_Cell</name>
    <message>
        <source>Student: {student} ({sure}). Teacher: {teacher}. Right: {label}.</source>
        <translation>Schüler: {student} ({sure}). Lehrer: {teacher}. Richtig: {label}.</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>{train} for training, {validation} for validation, {test} for the test</source>
        <translation>{train} zum Training, {validation} zur Validierung, {test} zum Test</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>What the loss is made of</source>
        <translation>Woraus der Loss besteht</translation>
    </message>
    <message>
        <source>What the control’s loss is made of</source>
        <translation>Woraus der Loss der Kontrolle besteht</translation>
    </message>
    <message>
        <source>What the teacher’s loss is made of</source>
        <translation>Woraus der Loss des Lehrers besteht</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>Trainingsgenauigkeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Agreement with the teacher</source>
        <translation>Übereinstimmung mit dem Lehrer</translation>
    </message>
    <message>
        <source>Loss terms before weighting</source>
        <translation>Loss-Terme vor der Gewichtung</translation>
    </message>
    <message>
        <source>The control’s loss terms</source>
        <translation>Die Loss-Terme der Kontrolle</translation>
    </message>
    <message>
        <source>The teacher’s loss terms</source>
        <translation>Die Loss-Terme des Lehrers</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Examples per second</source>
        <translation>Beispiele pro Sekunde</translation>
    </message>
    <message>
        <source>student</source>
        <translation>Schüler</translation>
    </message>
    <message>
        <source>student alone</source>
        <translation>Schüler allein</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>spike {n} ×</source>
        <translation>Sprung {n} ×</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>steht still</translation>
    </message>
    <message>
        <source>The loss leapt to {value} at step {step}, {n} times what was usual before.</source>
        <translation>Der Verlust sprang bei Schritt {step} auf {value}, das {n}-Fache des zuvor Üblichen.</translation>
    </message>
    <message>
        <source>The loss has stood still at {value} since step {step}.</source>
        <translation>Der Verlust steht seit Schritt {step} bei {value} still.</translation>
    </message>
</context>
<context>
    <name>disputes</name>
    <message>
        <source>The label says “{label}”, the teacher “{teacher}” ({sure}).</source>
        <translation>Das Label sagt „{label}“, der Lehrer „{teacher}“ ({sure}).</translation>
    </message>
    <message>
        <source>Labels that a sure teacher disagrees with: {n}</source>
        <translation>Labels, denen ein sicherer Lehrer widerspricht: {n}</translation>
    </message>
    <message>
        <source>Relabel or leave out what is wrong. Where the labels are right, the teacher errs.</source>
        <translation>Benennen Sie Falsches um oder lassen Sie es weg. Wo die Labels stimmen, irrt der Lehrer.</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>the model in FP32</source>
        <translation>das Modell in FP32</translation>
    </message>
    <message>
        <source>the model in FP16</source>
        <translation>das Modell in FP16</translation>
    </message>
    <message>
        <source>the model in INT8, the one for phones</source>
        <translation>das Modell in INT8, das für Smartphones</translation>
    </message>
    <message>
        <source>the model in FP32, ready for phones</source>
        <translation>das Modell in FP32, fertig für Smartphones</translation>
    </message>
    <message>
        <source>the model in INT8, ready for phones</source>
        <translation>das Modell in INT8, fertig für Smartphones</translation>
    </message>
    <message>
        <source>the model in INT8, for Snapdragon NPUs</source>
        <translation>das Modell in INT8, für NPUs von Snapdragon</translation>
    </message>
    <message>
        <source>the classes, in the order of the answers</source>
        <translation>die Klassen, in der Reihenfolge der Antworten</translation>
    </message>
    <message>
        <source>how an input is prepared</source>
        <translation>wie eine Eingabe vorbereitet wird</translation>
    </message>
    <message>
        <source>how a text becomes tokens</source>
        <translation>wie aus einem Text Tokens werden</translation>
    </message>
    <message>
        <source>how each file was made and measured</source>
        <translation>wie jede Datei erzeugt und gemessen wurde</translation>
    </message>
    <message>
        <source>teacher, data, settings and versions it came from</source>
        <translation>Lehrer, Daten, Einstellungen und Versionen der Herkunft</translation>
    </message>
    <message>
        <source>the model card</source>
        <translation>die Model Card</translation>
    </message>
    <message>
        <source>hashes of all files</source>
        <translation>Hashes aller Dateien</translation>
    </message>
    <message>
        <source>the bill of materials (CycloneDX)</source>
        <translation>die Stückliste (CycloneDX)</translation>
    </message>
    <message>
        <source>the recipe, to make it again</source>
        <translation>das Rezept, um es noch einmal zu machen</translation>
    </message>
    <message>
        <source>what Transformers.js and Optimum look for</source>
        <translation>wonach Transformers.js und Optimum suchen</translation>
    </message>
    <message>
        <source>how an image is prepared, for the same</source>
        <translation>wie ein Bild vorbereitet wird, für dieselben</translation>
    </message>
    <message>
        <source>how the tokenizer is used, for the same</source>
        <translation>wie der Tokenizer benutzt wird, für dieselben</translation>
    </message>
    <message>
        <source>the weights, to train on from</source>
        <translation>die Gewichte, um damit weiterzutrainieren</translation>
    </message>
    <message>
        <source>the model for Xcode and Core ML</source>
        <translation>das Modell für Xcode und Core ML</translation>
    </message>
    <message>
        <source>the model for LiteRT (TensorFlow Lite)</source>
        <translation>das Modell für LiteRT (TensorFlow Lite)</translation>
    </message>
    <message>
        <source>what the weights belong to</source>
        <translation>wozu die Gewichte gehören</translation>
    </message>
    <message>
        <source>a sample project</source>
        <translation>ein Beispielprojekt</translation>
    </message>
    <message>
        <source>takes pictures of any size as they are</source>
        <translation>nimmt Bilder jeder Größe, wie sie sind</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Must be resolved</source>
        <translation>Muss behoben werden</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Right: {label}</source>
        <translation>Richtig: {label}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Teacher’s confidence</source>
        <translation>Konfidenz des Lehrers</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Ordner oder Datei</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Length in tokens</source>
        <translation>Länge in Token</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{n} parameters</source>
        <translation>{n} Parameter</translation>
    </message>
    <message>
        <source>{ms} ms here</source>
        <translation>{ms} ms hier</translation>
    </message>
    <message>
        <source>{parameters} parameters · {size} · {macs} MACs</source>
        <translation>{parameters} Parameter · {size} · {macs} MACs</translation>
    </message>
    <message>
        <source>±0 points</source>
        <translation>±0 Punkte</translation>
    </message>
    <message>
        <source>{sign}{n} points</source>
        <translation>{sign}{n} Punkte</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation>vor {n} min</translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation>heute {clock}</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Recent phone</source>
        <translation>Neueres Smartphone</translation>
    </message>
    <message>
        <source>Older phone</source>
        <translation>Älteres Smartphone</translation>
    </message>
    <message>
        <source>Browser on a laptop</source>
        <translation>Browser auf einem Laptop</translation>
    </message>
</context>
</TS>
