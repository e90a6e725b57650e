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
        <source>Start of the teacher</source>
        <translation>Ausgangspunkt des Lehrers</translation>
    </message>
    <message>
        <source>Start of the student</source>
        <translation>Ausgangspunkt des Schülers</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>Von Grund auf</translation>
    </message>
    <message>
        <source>Pretrained</source>
        <translation>Vortrainiert</translation>
    </message>
    <message>
        <source>A network of the transformers library with its weights, and a new last layer for your classes.</source>
        <translation>Ein Netz der Transformers-Bibliothek mit seinen Gewichten und einer neuen letzten Schicht für Ihre Klassen.</translation>
    </message>
    <message>
        <source>Folder of the pretrained network</source>
        <translation>Ordner des vortrainierten Netzes</translation>
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
        <source>{times} larger</source>
        <translation>{times} größer</translation>
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
    <name>BriefForm</name>
    <message>
        <source>The task</source>
        <translation>Die Aufgabe</translation>
    </message>
    <message>
        <source>Support mail</source>
        <translation>Support-Mails</translation>
    </message>
    <message>
        <source>Each mail goes to the team that can answer it.</source>
        <translation>Jede Mail geht an das Team, das sie beantworten kann.</translation>
    </message>
    <message>
        <source>The first line of a mail to the support of a small shop, 3 to 20 words.</source>
        <translation>Die erste Zeile einer Mail an den Support eines kleinen Ladens, 3 bis 20 Wörter.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>What the answers are used for.</source>
        <translation>Wofür die Antworten gebraucht werden.</translation>
    </message>
    <message>
        <source>Who writes it, where, how long it is and in what tone. The examples will look like this.</source>
        <translation>Wer es schreibt, wo, wie lang es ist und in welchem Ton. So werden die Beispiele aussehen.</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Was hineingeht</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Borders and topics</source>
        <translation>Grenzen und Themen</translation>
    </message>
    <message>
        <source>A complaint about a late refund is “billing”, not “return”.</source>
        <translation>Eine Beschwerde über eine späte Erstattung ist „Rechnung“, nicht „Rückgabe“.</translation>
    </message>
    <message>
        <source>Delivery
Returns
Invoices</source>
        <translation>Lieferung
Rückgaben
Rechnungen</translation>
    </message>
    <message>
        <source>What to answer where two labels could fit: a sentence each, one to a line.</source>
        <translation>Was gilt, wo zwei Labels passen könnten: je ein Satz, einer pro Zeile.</translation>
    </message>
    <message>
        <source>Edge cases</source>
        <translation>Grenzfälle</translation>
    </message>
    <message>
        <source>What the inputs speak of, one to a line. Examples are spread over them evenly.</source>
        <translation>Wovon die Eingaben handeln, eines pro Zeile. Die Beispiele werden gleichmäßig darauf verteilt.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Each label with a sentence that says when it is the right one. A stranger should agree.</source>
        <translation>Jedes Label mit einem Satz, der sagt, wann es richtig ist. Ein Fremder sollte zustimmen.</translation>
    </message>
    <message>
        <source>Label {n}</source>
        <translation>Label {n}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>When label {n} is right</source>
        <translation>Wann Label {n} richtig ist</translation>
    </message>
    <message>
        <source>It is right when …</source>
        <translation>Es ist richtig, wenn …</translation>
    </message>
    <message>
        <source>Remove label {n}</source>
        <translation>Label {n} entfernen</translation>
    </message>
    <message>
        <source>Good examples</source>
        <translation>Gute Beispiele</translation>
    </message>
    <message>
        <source>Add a good example</source>
        <translation>Gutes Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>Real inputs with their right label, at least {n}.</source>
        <translation>Echte Eingaben mit ihrem richtigen Label, mindestens {n}.</translation>
    </message>
    <message>
        <source>Good example {n}</source>
        <translation>Gutes Beispiel {n}</translation>
    </message>
    <message>
        <source>A real input</source>
        <translation>Eine echte Eingabe</translation>
    </message>
    <message>
        <source>Label of good example {n}</source>
        <translation>Label des guten Beispiels {n}</translation>
    </message>
    <message>
        <source>Remove good example {n}</source>
        <translation>Gutes Beispiel {n} entfernen</translation>
    </message>
    <message>
        <source>Bad examples</source>
        <translation>Schlechte Beispiele</translation>
    </message>
    <message>
        <source>Add a bad example</source>
        <translation>Schlechtes Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>What a careless author would write, and what is wrong with it; at least {n}.</source>
        <translation>Was jemand unbedacht schreiben würde und was daran falsch ist; mindestens {n}.</translation>
    </message>
    <message>
        <source>Bad example {n}</source>
        <translation>Schlechtes Beispiel {n}</translation>
    </message>
    <message>
        <source>An input that must not be</source>
        <translation>Eine Eingabe, die nicht sein darf</translation>
    </message>
    <message>
        <source>What is wrong with bad example {n}</source>
        <translation>Was am schlechten Beispiel {n} falsch ist</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Remove bad example {n}</source>
        <translation>Schlechtes Beispiel {n} entfernen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>what goes in</source>
        <translation>was hineingeht</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>edge cases</source>
        <translation>Grenzfälle</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>good examples</source>
        <translation>gute Beispiele</translation>
    </message>
    <message>
        <source>bad examples</source>
        <translation>schlechte Beispiele</translation>
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
    <message>
        <source>So small a difference may be chance.</source>
        <translation>Ein so kleiner Unterschied kann Zufall sein.</translation>
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
    <name>CountBars</name>
    <message>
        <source>Rows of each label</source>
        <translation>Zeilen je Label</translation>
    </message>
    <message>
        <source>{n} of {aim}</source>
        <translation>{n} von {aim}</translation>
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
        <source>A folder with one folder of images or texts for each class, IDX files, a CSV, JSONL or Parquet table, or a zip file of these. What it is and how it is laid out is recognised.</source>
        <translation>Ein Ordner mit einem Ordner voller Bilder oder Texte je Klasse, IDX-Dateien, eine CSV-, JSONL- oder Parquet-Tabelle oder eine Zip-Datei davon. Was es ist und wie es angeordnet ist, wird erkannt.</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.jsonl *.parquet *.gz *ubyte *.zip *.tar *.tgz *.tar.xz *.tar.bz2)</source>
        <translation>Daten (*.csv *.tsv *.jsonl *.parquet *.gz *ubyte *.zip *.tar *.tgz *.tar.xz *.tar.bz2)</translation>
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
        <source>{device}, graphics processor</source>
        <translation>{device}, Grafikprozessor</translation>
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
    <message>
        <source>Draw here</source>
        <translation>Hier zeichnen</translation>
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
    <name>ExamplesPage</name>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>A few first: what is wrong with them is wrong with all. Then all of them, and some held out.</source>
        <translation>Erst einige wenige: Was an ihnen falsch ist, ist an allen falsch. Dann alle, und einige zurückgehalten.</translation>
    </message>
    <message>
        <source>Teacher LLM</source>
        <translation>Lehrer-LLM</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Held-out set</source>
        <translation>Zurückgehaltene</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>New pilot</source>
        <translation>Neue Probe</translation>
    </message>
    <message>
        <source>How many, and where from</source>
        <translation>Wie viele, und woher</translation>
    </message>
    <message>
        <source>Written by the teacher</source>
        <translation>Vom Lehrer geschrieben</translation>
    </message>
    <message>
        <source>Your own texts</source>
        <translation>Ihre eigenen Texte</translation>
    </message>
    <message>
        <source>Texts (*.csv *.jsonl *.txt)</source>
        <translation>Texte (*.csv *.jsonl *.txt)</translation>
    </message>
    <message>
        <source>Rows ({n} to judge)</source>
        <translation>Zeilen ({n} zu beurteilen)</translation>
    </message>
    <message>
        <source>Held-out set ({n} of {wanted})</source>
        <translation>Zurückgehaltene ({n} von {wanted})</translation>
    </message>
    <message>
        <source>Held-out set ({n})</source>
        <translation>Zurückgehaltene ({n})</translation>
    </message>
    <message>
        <source>Write {n} examples</source>
        <translation>{n} Beispiele schreiben</translation>
    </message>
    <message>
        <source>Write all {n}</source>
        <translation>Alle {n} schreiben</translation>
    </message>
    <message>
        <source>Label {n} texts</source>
        <translation>{n} Texte labeln</translation>
    </message>
    <message>
        <source>Label all texts</source>
        <translation>Alle Texte labeln</translation>
    </message>
    <message>
        <source>Rate the pilot first: {n} are left.</source>
        <translation>Beurteilen Sie erst die Probe: {n} fehlen noch.</translation>
    </message>
    <message>
        <source>The teacher is at work.</source>
        <translation>Der Lehrer arbeitet.</translation>
    </message>
    <message>
        <source>Choose the file with your texts.</source>
        <translation>Wählen Sie die Datei mit Ihren Texten.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Finish the data set</source>
        <translation>Datensatz fertigstellen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next: data</source>
        <translation>Weiter: Daten</translation>
    </message>
    <message>
        <source>your own texts</source>
        <translation>eigene Texte</translation>
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
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Wählen Sie zuerst einen Ordner.</translation>
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
        <source>Take the merging back</source>
        <translation>Zusammenführung zurücknehmen</translation>
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
        <source>took the merging back</source>
        <translation>Zusammenführung zurückgenommen</translation>
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
    <name>FolderField</name>
    <message>
        <source>Fetch one from the hub</source>
        <translation>Eines aus dem Hub holen</translation>
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
    <name>HeldOutView</name>
    <message>
        <source>Held-out set</source>
        <translation>Zurückgehaltene</translation>
    </message>
    <message>
        <source>Teacher and student are judged by these, and neither is ever shown them: without them nobody knows whether the labels are right. Real texts are best.</source>
        <translation>An diesen werden Lehrer und Schüler gemessen, und keiner bekommt sie je zu sehen: Ohne sie weiß niemand, ob die Labels stimmen. Am besten sind echte Texte.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen</source>
        <translation>Gewählte entfernen</translation>
    </message>
    <message>
        <source>Add examples</source>
        <translation>Beispiele hinzufügen</translation>
    </message>
    <message>
        <source>Text of a held-out example</source>
        <translation>Text eines zurückgehaltenen Beispiels</translation>
    </message>
    <message>
        <source>A real input</source>
        <translation>Eine echte Eingabe</translation>
    </message>
    <message>
        <source>Its right label</source>
        <translation>Sein richtiges Label</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add the example</source>
        <translation>Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>Import CSV…</source>
        <translation>CSV einlesen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste lines</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Or many at once: a line each, the text and its label in two columns.</source>
        <translation>Oder viele auf einmal: je eine Zeile, Text und Label in zwei Spalten.</translation>
    </message>
    <message>
        <source>Rows of the teacher that you have checked come here by the key H.</source>
        <translation>Zeilen des Lehrers, die Sie geprüft haben, kommen mit der Taste H hierher.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Ihnen</translation>
    </message>
    <message>
        <source>the teacher</source>
        <translation>dem Lehrer</translation>
    </message>
    <message>
        <source>{n} examples.</source>
        <translation>{n} Beispiele.</translation>
    </message>
    <message>
        <source>{n} of {wanted} wanted.</source>
        <translation>{n} von {wanted} gewünschten.</translation>
    </message>
    <message>
        <source>{n} examples were added.</source>
        <translation>{n} Beispiele kamen hinzu.</translation>
    </message>
    <message>
        <source>Import held-out examples</source>
        <translation>Zurückgehaltene Beispiele einlesen</translation>
    </message>
    <message>
        <source>Table (*.csv *.tsv *.txt)</source>
        <translation>Tabelle (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>Die Zwischenablage</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Make a large model small</source>
        <translation>Ein großes Modell klein machen</translation>
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
        <source>KD Studio teaches a small model what a large, accurate one knows. Everything happens on this machine; your data stays on it, unless you name a teacher elsewhere.</source>
        <translation>KD Studio lehrt ein kleines Modell, was ein großes, genaues weiß. Alles geschieht auf diesem Gerät; Ihre Daten bleiben darauf, es sei denn, Sie nennen einen Lehrer anderswo.</translation>
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
        <source>Describe a task</source>
        <translation>Aufgabe beschreiben</translation>
    </message>
    <message>
        <source>Open the sample task</source>
        <translation>Beispielaufgabe öffnen</translation>
    </message>
    <message>
        <source>Teach a small model with an LLM</source>
        <translation>Ein kleines Modell mit einem LLM lehren</translation>
    </message>
    <message>
        <source>Describe one narrow task for texts. A teacher LLM writes and labels examples, you check them, and a small model learns from them what the large one knows.</source>
        <translation>Beschreiben Sie eine enge Aufgabe für Texte. Ein Lehrer-LLM schreibt und labelt Beispiele, Sie prüfen sie, und ein kleines Modell lernt daraus, was das große weiß.</translation>
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
</context>
<context>
    <name>HubCard</name>
    <message>
        <source>Name of a model on the Hugging Face hub</source>
        <translation>Name eines Modells im Hugging-Face-Hub</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Herunterladens</translation>
    </message>
    <message>
        <source>From the Hugging Face hub</source>
        <translation>Aus dem Hugging-Face-Hub</translation>
    </message>
    <message>
        <source>This asks the hub over the internet, and downloads nothing before you have seen its size.</source>
        <translation>Dies fragt den Hub über das Internet und lädt nichts herunter, bevor Sie die Größe gesehen haben.</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name} ist da.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>{name}: licence {licence}, {size} in {n} files.</source>
        <translation>{name}: Lizenz {licence}, {size} in {n} Dateien.</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} herunterladen</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Starting the training engine …</source>
        <translation>Die Trainingsmaschine startet …</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Key of the endpoint</source>
        <translation>Schlüssel des Endpunkts</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Enter the base URL first.</source>
        <translation>Geben Sie erst die Basis-URL ein.</translation>
    </message>
    <message>
        <source>There is no key for {host}. An endpoint in your own network may need none.</source>
        <translation>Für {host} gibt es keinen Schlüssel. Ein Endpunkt in Ihrem eigenen Netz braucht vielleicht keinen.</translation>
    </message>
    <message>
        <source>The key for {host} is in memory alone, until KD Studio is closed: this system has no key store.</source>
        <translation>Der Schlüssel für {host} ist nur im Arbeitsspeicher, bis KD Studio geschlossen wird: Dieses System hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key for {host} lies in this system’s key store, and in no file of KD Studio.</source>
        <translation>Der Schlüssel für {host} liegt im Schlüsselbund dieses Systems und in keiner Datei von KD Studio.</translation>
    </message>
    <message>
        <source>The system’s key store did not do it: {kind}.</source>
        <translation>Der Schlüsselbund des Systems hat es nicht getan: {kind}.</translation>
    </message>
    <message>
        <source>Look at it, then try again.</source>
        <translation>Sehen Sie dort nach und versuchen Sie es dann erneut.</translation>
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
        <source>{used} of {all} cores</source>
        <translation>{used} von {all} Kernen</translation>
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
        <source>The teacher is still writing</source>
        <translation>Der Lehrer schreibt noch</translation>
    </message>
    <message>
        <source>Let it write</source>
        <translation>Weiterschreiben lassen</translation>
    </message>
    <message>
        <source>It can go on without this window; the task shows it again. Where it is stopped, every answer is kept, and it goes on from there.</source>
        <translation>Er kann ohne dieses Fenster weiterschreiben; die Aufgabe zeigt es wieder. Wird er angehalten, bleibt jede Antwort erhalten, und es geht von dort weiter.</translation>
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
    <name>MakingCard</name>
    <message>
        <source>The teacher’s work</source>
        <translation>Die Arbeit des Lehrers</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>The pilot is being written</source>
        <translation>Die Probe wird geschrieben</translation>
    </message>
    <message>
        <source>The examples are being written</source>
        <translation>Die Beispiele werden geschrieben</translation>
    </message>
    <message>
        <source>Not finished; what there is stays</source>
        <translation>Nicht fertig; was da ist, bleibt</translation>
    </message>
    <message>
        <source>All examples are there</source>
        <translation>Alle Beispiele sind da</translation>
    </message>
    <message>
        <source>You find {right} of {rated} examples right</source>
        <translation>Sie finden {right} von {rated} Beispielen richtig</translation>
    </message>
    <message>
        <source>Rate the pilot before all are written</source>
        <translation>Beurteilen Sie die Probe, bevor alle geschrieben werden</translation>
    </message>
    <message>
        <source>{kept} kept, {doubtful} doubtful, {dropped} dropped</source>
        <translation>{kept} behalten, {doubtful} zweifelhaft, {dropped} verworfen</translation>
    </message>
    <message>
        <source>Dropped: {reasons}</source>
        <translation>Verworfen: {reasons}</translation>
    </message>
    <message>
        <source>{n} requests</source>
        <translation>{n} Anfragen</translation>
    </message>
    <message>
        <source> and {n} answers from earlier</source>
        <translation> und {n} frühere Antworten</translation>
    </message>
    <message>
        <source>{sent} tokens sent, {answered} answered</source>
        <translation>{sent} Token gesendet, {answered} geantwortet</translation>
    </message>
    <message>
        <source>{cost} spent</source>
        <translation>{cost} ausgegeben</translation>
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
    <message>
        <source>{n} the teacher gets wrong too, with another answer.</source>
        <translation>{n} beantwortet auch der Lehrer falsch, mit einer anderen Antwort.</translation>
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
    <message>
        <source>Being measured on your data…</source>
        <translation>Wird an Ihren Daten gemessen…</translation>
    </message>
    <message>
        <source>right on {share} of {n} validation examples</source>
        <translation>richtig bei {share} von {n} Validierungsbeispielen</translation>
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
        <source>Merge into…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Count the chosen class as another one. No file is changed.</source>
        <translation>Die gewählte Klasse als eine andere zählen. Keine Datei wird geändert.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>merged “{name}” into “{into}”</source>
        <translation>„{name}“ mit „{into}“ zusammengeführt</translation>
    </message>
    <message>
        <source>Done: {what}. Ctrl+Z takes it back.</source>
        <translation>Erledigt: {what}. Strg+Z nimmt es zurück.</translation>
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
        <source>Use this order</source>
        <translation>Diese Reihenfolge nehmen</translation>
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
    <name>ProbeCard</name>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test the teacher</source>
        <translation>Lehrer testen</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Fortschritt des Tests</translation>
    </message>
    <message>
        <source>Two short questions show whether it answers, how fast it is and what it costs.</source>
        <translation>Zwei kurze Fragen zeigen, ob er antwortet, wie schnell er ist und was er kostet.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>{model} answers in {seconds} s.</source>
        <translation>{model} antwortet in {seconds} s.</translation>
    </message>
    <message>
        <source>It says how sure it is, so the student learns from its doubts as well.</source>
        <translation>Er sagt, wie sicher er ist; so lernt der Schüler auch aus seinen Zweifeln.</translation>
    </message>
    <message>
        <source>It does not say how sure it is; the student learns its labels alone.</source>
        <translation>Er sagt nicht, wie sicher er ist; der Schüler lernt nur seine Labels.</translation>
    </message>
    <message>
        <source>It keeps to the form that is asked for.</source>
        <translation>Er hält sich an die verlangte Form.</translation>
    </message>
    <message>
        <source>It does not keep to the form that is asked for; some answers are asked for again.</source>
        <translation>Er hält sich nicht an die verlangte Form; manche Antworten werden erneut erfragt.</translation>
    </message>
    <message>
        <source>{seconds} s for a row: about {long} for the {n} rows you want.</source>
        <translation>{seconds} s je Zeile: etwa {long} für die {n} gewünschten Zeilen.</translation>
    </message>
    <message>
        <source>{cost} for a thousand rows, about {all} for all of them.</source>
        <translation>{cost} für tausend Zeilen, etwa {all} für alle.</translation>
    </message>
    <message>
        <source>No price is given, so it is not known what it costs.</source>
        <translation>Es ist kein Preis angegeben; daher ist nicht bekannt, was es kostet.</translation>
    </message>
    <message>
        <source>Nothing is paid: it runs on this machine.</source>
        <translation>Nichts wird bezahlt: Er läuft auf diesem Gerät.</translation>
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
        <source>Teach with an LLM</source>
        <translation>Mit einem LLM lehren</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Teacher LLM</source>
        <translation>Lehrer-LLM</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
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
    <name>RecentRuns</name>
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
    <name>RecentTasks</name>
    <message>
        <source>Go on with</source>
        <translation>Weiter mit</translation>
    </message>
    <message>
        <source>Go on with the task {name}</source>
        <translation>Weiter mit der Aufgabe {name}</translation>
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
    <name>RowDetail</name>
    <message>
        <source>The chosen row</source>
        <translation>Die gewählte Zeile</translation>
    </message>
    <message>
        <source>What is right?</source>
        <translation>Was ist richtig?</translation>
    </message>
    <message>
        <source>It is right ⏎</source>
        <translation>Es ist richtig ⏎</translation>
    </message>
    <message>
        <source>It is right (Return)</source>
        <translation>Es ist richtig (Eingabetaste)</translation>
    </message>
    <message>
        <source>Leave it out  X</source>
        <translation>Weglassen  X</translation>
    </message>
    <message>
        <source>Leave it out (X)</source>
        <translation>Weglassen (X)</translation>
    </message>
    <message>
        <source>Hold it out  H</source>
        <translation>Zurückhalten  H</translation>
    </message>
    <message>
        <source>Take it into the held-out set (H)</source>
        <translation>Zu den Zurückgehaltenen nehmen (H)</translation>
    </message>
    <message>
        <source>Into the held-out set, with the label that counts now; it is never trained on.</source>
        <translation>Zu den Zurückgehaltenen, mit dem Label, das jetzt gilt; darauf wird nie trainiert.</translation>
    </message>
    <message>
        <source>By keyboard, in the list: J and K or the arrows move, a number chooses the label.</source>
        <translation>Mit der Tastatur, in der Liste: J und K oder die Pfeile bewegen, eine Zahl wählt das Label.</translation>
    </message>
    <message>
        <source>The right label is {name}</source>
        <translation>Das richtige Label ist {name}</translation>
    </message>
    <message>
        <source>No row is chosen.</source>
        <translation>Keine Zeile ist gewählt.</translation>
    </message>
    <message>
        <source>Written for “{label}”.</source>
        <translation>Geschrieben für „{label}“.</translation>
    </message>
    <message>
        <source>Asked without being told, the teacher says “{answer}”.</source>
        <translation>Ohne Vorgabe gefragt, sagt der Lehrer „{answer}“.</translation>
    </message>
    <message>
        <source>Nobody has looked at it yet.</source>
        <translation>Noch niemand hat sie angesehen.</translation>
    </message>
    <message>
        <source>You left it out.</source>
        <translation>Sie haben sie weggelassen.</translation>
    </message>
    <message>
        <source>You took it into the held-out set as “{label}”.</source>
        <translation>Sie haben sie als „{label}“ zu den Zurückgehaltenen genommen.</translation>
    </message>
    <message>
        <source>You said that it is right.</source>
        <translation>Sie sagten, dass sie richtig ist.</translation>
    </message>
    <message>
        <source>You said that “{label}” is right.</source>
        <translation>Sie sagten, dass „{label}“ richtig ist.</translation>
    </message>
</context>
<context>
    <name>RowModel</name>
    <message>
        <source>The teacher is {share} sure</source>
        <translation>Der Lehrer ist zu {share} sicher</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>in the held-out set</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>umgelabelt</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
</context>
<context>
    <name>RowsPanel</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>To be judged</source>
        <translation>Zu beurteilen</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Welche Zeilen</translation>
    </message>
    <message>
        <source>Rows of which label</source>
        <translation>Zeilen welches Labels</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} Zeilen</translation>
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
        <source>The folder of this run cannot be reached.</source>
        <translation>Der Ordner dieses Laufs ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Training waits. Bring the disk or the folder back, then press Continue.</source>
        <translation>Das Training wartet. Bringen Sie den Datenträger oder den Ordner zurück und drücken Sie dann „Weiter“.</translation>
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
        <source>What differs in these {n} runs</source>
        <translation>Was sich in diesen {n} Läufen unterscheidet</translation>
    </message>
    <message>
        <source>The recipes are the same.</source>
        <translation>Die Rezepte sind gleich.</translation>
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
    <name>ScorePanel</name>
    <message>
        <source>The teacher on your held-out examples</source>
        <translation>Der Lehrer auf Ihren zurückgehaltenen Beispielen</translation>
    </message>
    <message>
        <source>The student learns the teacher’s mistakes as well. Rows are the right labels, columns its answers.</source>
        <translation>Der Schüler lernt auch die Fehler des Lehrers. Zeilen sind die richtigen Labels, Spalten seine Antworten.</translation>
    </message>
    <message>
        <source>{right} of {all} right ({share})</source>
        <translation>{right} von {all} richtig ({share})</translation>
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
        <source>Of the window. Files, logs and the terminal stay in English.</source>
        <translation>Die des Fensters. Dateien, Protokolle und das Terminal bleiben englisch.</translation>
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
        <source>Unpacked archives</source>
        <translation>Entpackte Archive</translation>
    </message>
    <message>
        <source>Runs on them resume with them.</source>
        <translation>Läufe darauf gehen mit ihnen weiter.</translation>
    </message>
    <message>
        <source>Fetched models</source>
        <translation>Geholte Modelle</translation>
    </message>
    <message>
        <source>From the hub; runs resume with them.</source>
        <translation>Aus dem Hub; Läufe brauchen sie zum Fortsetzen.</translation>
    </message>
    <message>
        <source>Short jobs</source>
        <translation>Kurze Aufgaben</translation>
    </message>
    <message>
        <source>Data checks, measurements, and rows of teachers, whose answers stay.</source>
        <translation>Datenprüfungen, Messungen und Zeilen von Lehrern, deren Antworten bleiben.</translation>
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
    <name>StoryCard</name>
    <message>
        <source>How each file was made</source>
        <translation>Wie jede Datei entstand</translation>
    </message>
    <message>
        <source>Classes that lose most against FP32: {classes}.</source>
        <translation>Klassen, die gegenüber FP32 am meisten verlieren: {classes}.</translation>
    </message>
    <message>
        <source>Surest answers that differ from FP32’s: {examples}.</source>
        <translation>Die sichersten Antworten, die von denen von FP32 abweichen: {examples}.</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>{name} is being unpacked.</source>
        <translation>{name} wird entpackt.</translation>
    </message>
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
        <source>over training the student alone; with 95 % confidence {low} to {high}: may be chance</source>
        <translation>gegenüber dem Schüler allein; mit 95 % Sicherheit {low} bis {high}: kann Zufall sein</translation>
    </message>
    <message>
        <source>over training the student alone; with 95 % confidence {low} to {high}</source>
        <translation>gegenüber dem Schüler allein; mit 95 % Sicherheit {low} bis {high}</translation>
    </message>
    <message>
        <source>95 % of the answers take less than {time}.</source>
        <translation>95 % der Antworten dauern weniger als {time}.</translation>
    </message>
    <message>
        <source>The student was not trained alone, so the gain is not known.</source>
        <translation>Der Schüler wurde nicht allein trainiert, daher ist der Gewinn nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>TaskPage</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Describe one narrow task. The teacher writes and labels from these words, and from nothing else.</source>
        <translation>Beschreiben Sie eine enge Aufgabe. Der Lehrer schreibt und labelt nach diesen Worten und nach nichts anderem.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next: teacher LLM</source>
        <translation>Weiter: Lehrer-LLM</translation>
    </message>
    <message>
        <source>Open task…</source>
        <translation>Aufgabe öffnen…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Open a task</source>
        <translation>Aufgabe öffnen</translation>
    </message>
    <message>
        <source>Save a copy of the task</source>
        <translation>Kopie der Aufgabe speichern</translation>
    </message>
    <message>
        <source>Task (*.toml)</source>
        <translation>Aufgabe (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
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
        <source>Use this order</source>
        <translation>Diese Reihenfolge nehmen</translation>
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
    <name>TeacherPage</name>
    <message>
        <source>Teacher LLM</source>
        <translation>Lehrer-LLM</translation>
    </message>
    <message>
        <source>It writes and labels the examples. Only it is asked; the small model later runs without it.</source>
        <translation>Es schreibt und labelt die Beispiele. Nur dafür wird es gefragt; das kleine Modell läuft später ohne es.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next: examples</source>
        <translation>Weiter: Beispiele</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Wo es läuft</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>File on this machine</source>
        <translation>Datei auf diesem Rechner</translation>
    </message>
    <message>
        <source>Where the teacher runs</source>
        <translation>Wo der Lehrer läuft</translation>
    </message>
    <message>
        <source>Base URL of any endpoint that speaks the OpenAI interface, on the internet or in your network.</source>
        <translation>Basis-URL eines Endpunkts, der die OpenAI-Schnittstelle spricht, im Internet oder in Ihrem Netz.</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Its name at the endpoint.</source>
        <translation>Sein Name beim Endpunkt.</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>GGUF-Datei</translation>
    </message>
    <message>
        <source>GGUF (*.gguf)</source>
        <translation>GGUF (*.gguf)</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>A GGUF file of an instruction-tuned model. Nothing leaves this machine, and nothing is paid.</source>
        <translation>Die GGUF-Datei eines Modells, das Anweisungen folgt. Nichts verlässt diesen Rechner, und nichts wird bezahlt.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Some licences and terms forbid training on answers, or training a rival. Look it up; it is written into the record of what your model comes from.</source>
        <translation>Manche Lizenzen und Bedingungen verbieten das Training auf Antworten oder das Training eines Konkurrenten. Sehen Sie nach; sie wird in den Herkunftsnachweis Ihres Modells geschrieben.</translation>
    </message>
    <message>
        <source>Licence or terms of the teacher</source>
        <translation>Lizenz oder Bedingungen des Lehrers</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>How it is asked</source>
        <translation>Wie er gefragt wird</translation>
    </message>
    <message>
        <source>where the teacher runs</source>
        <translation>wo der Lehrer läuft</translation>
    </message>
    <message>
        <source>base URL</source>
        <translation>Basis-URL</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederholt: {what}</translation>
    </message>
    <message>
        <source>Choose the GGUF file.</source>
        <translation>Wählen Sie die GGUF-Datei.</translation>
    </message>
    <message>
        <source>Enter the base URL.</source>
        <translation>Geben Sie die Basis-URL ein.</translation>
    </message>
    <message>
        <source>Enter the model’s name.</source>
        <translation>Geben Sie den Namen des Modells ein.</translation>
    </message>
    <message>
        <source>Begin a task on the Home page.</source>
        <translation>Beginnen Sie eine Aufgabe auf der Startseite.</translation>
    </message>
    <message>
        <source>Test the teacher first.</source>
        <translation>Testen Sie erst den Lehrer.</translation>
    </message>
    <message>
        <source>The examples are not finished.</source>
        <translation>Die Beispiele sind nicht fertig.</translation>
    </message>
    <message>
        <source>The held-out set has no example of “{label}”.</source>
        <translation>Unter den zurückgehaltenen Beispielen ist keines für „{label}“.</translation>
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
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>right class</source>
        <translation>richtige Klasse</translation>
    </message>
    <message>
        <source>other classes</source>
        <translation>andere Klassen</translation>
    </message>
    <message>
        <source>by example</source>
        <translation>je Beispiel</translation>
    </message>
    <message>
        <source>by class</source>
        <translation>je Klasse</translation>
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
    <name>choices</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
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
        <source>Class folders</source>
        <translation>Klassenordner</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Trained here</source>
        <translation>Hier trainiert</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Channels first</source>
        <translation>Kanäle zuerst</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>Kanäle zuletzt</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>In Stufen</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Das beste</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>Das letzte</translation>
    </message>
    <message>
        <source>By frequency</source>
        <translation>Nach Häufigkeit</translation>
    </message>
    <message>
        <source>By effective number</source>
        <translation>Nach wirksamer Zahl</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Smallest and largest</source>
        <translation>Kleinster und größter</translation>
    </message>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Laptop CPU</source>
        <translation>Laptop-CPU</translation>
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
    <name>engine</name>
    <message>
        <source>A ViT of width {0} with {1} heads and patches of {2} cannot be built for images of {3} pixels.</source>
        <translation>Ein ViT der Breite {0} mit {1} Köpfen und Kacheln von {2} lässt sich für Bilder von {3} Pixeln nicht bauen.</translation>
    </message>
    <message>
        <source>A base URL looks like https://api.example.com/v1.</source>
        <translation>Eine Basis-URL sieht aus wie https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>A checkpoint needs {0} MB, {1} MB are free.</source>
        <translation>Ein Checkpoint braucht {0} MB, frei sind {1} MB.</translation>
    </message>
    <message>
        <source>A convolutional net with the habits of a transformer (Liu et al. 2022): the defaults are the size “atto”.</source>
        <translation>Ein Faltungsnetz mit den Gewohnheiten eines Transformers (Liu et al. 2022): voreingestellt ist die Größe „atto“.</translation>
    </message>
    <message>
        <source>A deep and narrow student.</source>
        <translation>Ein tiefer und schmaler Schüler.</translation>
    </message>
    <message>
        <source>A deep teacher that is still small on disk.</source>
        <translation>Ein tiefer Lehrer, der auf der Platte trotzdem klein ist.</translation>
    </message>
    <message>
        <source>A file of predictions knows only the unchanged images, so the student’s images are not augmented.</source>
        <translation>Eine Vorhersagedatei kennt nur die unveränderten Bilder, deshalb werden die Bilder des Schülers nicht augmentiert.</translation>
    </message>
    <message>
        <source>A file that takes pictures as they are was left out: it gives {0} of the answers that {1} gives on prepared ones.</source>
        <translation>Eine Datei, die Bilder so nimmt, wie sie sind, wurde weggelassen: Sie gibt {0} der Antworten, die {1} auf vorbereitete gibt.</translation>
    </message>
    <message>
        <source>A graphics card gains little from INT8 beyond the size; FP16 is usually faster there.</source>
        <translation>Eine Grafikkarte gewinnt durch INT8 außer der Größe wenig; FP16 ist dort meist schneller.</translation>
    </message>
    <message>
        <source>A half-written line of {0} bytes was dropped.</source>
        <translation>Eine halb geschriebene Zeile von {0} Bytes wurde verworfen.</translation>
    </message>
    <message>
        <source>A line of the log carries no version.</source>
        <translation>Eine Zeile des Protokolls trägt keine Version.</translation>
    </message>
    <message>
        <source>A line of the log is not understood: {0}.</source>
        <translation>Eine Zeile des Protokolls ist unverständlich: {0}.</translation>
    </message>
    <message>
        <source>A little deeper and better than ResNet-20.</source>
        <translation>Etwas tiefer und besser als ResNet-20.</translation>
    </message>
    <message>
        <source>A model with {0} and model.safetensors can be fetched; others can be exported to ONNX.</source>
        <translation>Ein Modell mit {0} und model.safetensors lässt sich holen; andere lassen sich nach ONNX exportieren.</translation>
    </message>
    <message>
        <source>A network whose code decides by the values of its input cannot be exported; choose another architecture.</source>
        <translation>Ein Netz, dessen Code nach den Werten seiner Eingabe verzweigt, lässt sich nicht exportieren; wählen Sie eine andere Architektur.</translation>
    </message>
    <message>
        <source>A person left it out.</source>
        <translation>Eine Person hat sie weggelassen.</translation>
    </message>
    <message>
        <source>A person took it into the held-out set.</source>
        <translation>Eine Person hat sie in die zurückgehaltenen Beispiele übernommen.</translation>
    </message>
    <message>
        <source>A plain word count with logistic regression, trained on these rows, is right on {0} of {1} held-out examples, the teacher on {2}. A model that small may be all you need; distilling this teacher is hardly worth it.</source>
        <translation>Ein einfaches Zählen von Wörtern mit logistischer Regression, auf diesen Zeilen trainiert, liegt bei {0} von {1} zurückgehaltenen Beispielen richtig, der Lehrer bei {2}. Ein so kleines Modell genügt vielleicht; diesen Lehrer zu destillieren lohnt sich kaum.</translation>
    </message>
    <message>
        <source>A quote is opened and not closed, or closed too early.</source>
        <translation>Ein Anführungszeichen wird geöffnet und nicht oder zu früh geschlossen.</translation>
    </message>
    <message>
        <source>A recipe is a UTF-8 TOML file.</source>
        <translation>Ein Rezept ist eine TOML-Datei in UTF-8.</translation>
    </message>
    <message>
        <source>A sentence is enough.</source>
        <translation>Ein Satz genügt.</translation>
    </message>
    <message>
        <source>A small BERT-like encoder trained from scratch, of any depth and width.</source>
        <translation>Ein kleiner BERT-artiger Encoder beliebiger Tiefe und Breite, von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>A strong teacher for small images.</source>
        <translation>Ein starker Lehrer für kleine Bilder.</translation>
    </message>
    <message>
        <source>A strong teacher of 2.2 million parameters.</source>
        <translation>Ein starker Lehrer mit 2,2 Millionen Parametern.</translation>
    </message>
    <message>
        <source>A student for {0}, distilled with KD Studio.</source>
        <translation>Ein Schüler für {0}, mit KD Studio destilliert.</translation>
    </message>
    <message>
        <source>A task is a UTF-8 TOML file.</source>
        <translation>Eine Aufgabe ist eine TOML-Datei in UTF-8.</translation>
    </message>
    <message>
        <source>A teacher decides border cases better when it knows it.</source>
        <translation>Grenzfälle entscheidet ein Lehrer besser, wenn er ihn kennt.</translation>
    </message>
    <message>
        <source>A transformer on patches of the image (Dosovitskiy et al. 2021): half as deep as ViT-Tiny by default.</source>
        <translation>Ein Transformer auf Kacheln des Bildes (Dosovitskiy et al. 2021): voreingestellt halb so tief wie ViT-Tiny.</translation>
    </message>
    <message>
        <source>A very small pre-activation network.</source>
        <translation>Ein sehr kleines Netz mit vorgezogener Aktivierung.</translation>
    </message>
    <message>
        <source>A width of {0} cannot be shared by {1} attention heads.</source>
        <translation>Eine Breite von {0} lässt sich nicht auf {1} Attention-Köpfe verteilen.</translation>
    </message>
    <message>
        <source>Accept them on its page, then log in once with “hf auth login”, and fetch it again.</source>
        <translation>Stimmen Sie ihnen auf seiner Seite zu, melden Sie sich einmal mit „hf auth login“ an, und holen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Add Microsoft.ML.OnnxRuntime.DirectML and append the DirectML provider with device 0.</source>
        <translation>Fügen Sie Microsoft.ML.OnnxRuntime.DirectML hinzu und hängen Sie den DirectML-Provider mit Gerät 0 an.</translation>
    </message>
    <message>
        <source>Add a column “id” with the path or row of each example.</source>
        <translation>Fügen Sie eine Spalte „id“ mit dem Pfad oder der Zeile jedes Beispiels hinzu.</translation>
    </message>
    <message>
        <source>Add com.microsoft.onnxruntime:onnxruntime-android; the .ort file also opens in a reduced build of it.</source>
        <translation>Fügen Sie com.microsoft.onnxruntime:onnxruntime-android hinzu; die .ort-Datei öffnet sich auch in einem verkleinerten Build davon.</translation>
    </message>
    <message>
        <source>Add images of at least one other class.</source>
        <translation>Fügen Sie Bilder mindestens einer weiteren Klasse hinzu.</translation>
    </message>
    <message>
        <source>Add images, at least three different ones of each class.</source>
        <translation>Fügen Sie Bilder hinzu, mindestens drei verschiedene von jeder Klasse.</translation>
    </message>
    <message>
        <source>Add images: a class needs at least three different ones.</source>
        <translation>Fügen Sie Bilder hinzu: Eine Klasse braucht mindestens drei verschiedene.</translation>
    </message>
    <message>
        <source>Add some, or remove the class.</source>
        <translation>Fügen Sie welche hinzu, oder entfernen Sie die Klasse.</translation>
    </message>
    <message>
        <source>Add texts of at least one other class.</source>
        <translation>Fügen Sie Texte mindestens einer weiteren Klasse hinzu.</translation>
    </message>
    <message>
        <source>Add texts, at least three different ones of each class.</source>
        <translation>Fügen Sie Texte hinzu, mindestens drei verschiedene von jeder Klasse.</translation>
    </message>
    <message>
        <source>Add texts: a class needs at least three different ones.</source>
        <translation>Fügen Sie Texte hinzu: Eine Klasse braucht mindestens drei verschiedene.</translation>
    </message>
    <message>
        <source>Add the onnxruntime-objc pod or the Swift package; append the Core ML provider with ModelFormat=MLProgram.</source>
        <translation>Fügen Sie den Pod onnxruntime-objc oder das Swift-Paket hinzu; hängen Sie den Core-ML-Provider mit ModelFormat=MLProgram an.</translation>
    </message>
    <message>
        <source>All {0} images are of one class, “{1}”.</source>
        <translation>Alle {0} Bilder gehören zu einer Klasse, „{1}“.</translation>
    </message>
    <message>
        <source>All {0} images can be read.</source>
        <translation>Alle {0} Bilder sind lesbar.</translation>
    </message>
    <message>
        <source>All {0} texts are of one class, “{1}”.</source>
        <translation>Alle {0} Texte gehören zu einer Klasse, „{1}“.</translation>
    </message>
    <message>
        <source>All {0} texts can be read.</source>
        <translation>Alle {0} Texte sind lesbar.</translation>
    </message>
    <message>
        <source>Allow it more time, or choose a smaller teacher.</source>
        <translation>Geben Sie ihm mehr Zeit, oder wählen Sie einen kleineren Lehrer.</translation>
    </message>
    <message>
        <source>Almost the same text is there already.</source>
        <translation>Fast der gleiche Text ist schon da.</translation>
    </message>
    <message>
        <source>An estimate, not a measurement: {0} million multiply–adds at {1} billion a second, a round figure for one core of such a device, times what the file took of FP32’s time where it was exported. It may be wrong by a factor of two either way.</source>
        <translation>Eine Schätzung, keine Messung: {0} Millionen Multiplikationen bei {1} Milliarden in der Sekunde, einem runden Wert für einen Kern eines solchen Geräts, mal dem Anteil, den die Datei beim Export von der Zeit von FP32 brauchte. Sie kann um den Faktor zwei danebenliegen.</translation>
    </message>
    <message>
        <source>Another job is asking this teacher.</source>
        <translation>Ein anderer Auftrag befragt diesen Lehrer gerade.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Any DirectX 12 graphics card, through ONNX Runtime’s DirectML provider.</source>
        <translation>Jede Grafikkarte mit DirectX 12, über den DirectML-Provider von ONNX Runtime.</translation>
    </message>
    <message>
        <source>Ask it once</source>
        <translation>Einmal fragen</translation>
    </message>
    <message>
        <source>Ask the hub</source>
        <translation>Den Hub fragen</translation>
    </message>
    <message>
        <source>Ask the teacher</source>
        <translation>Den Lehrer fragen</translation>
    </message>
    <message>
        <source>Bring the disk or the folder back and continue; what was saved before is intact.</source>
        <translation>Bringen Sie den Datenträger oder den Ordner zurück und machen Sie weiter; was vorher gespeichert wurde, ist heil.</translation>
    </message>
    <message>
        <source>CPUs compute FP16 in FP32 after converting it, which is slower than FP32.</source>
        <translation>Prozessoren rechnen FP16 nach einer Umwandlung in FP32, was langsamer ist als FP32.</translation>
    </message>
    <message>
        <source>Call the right one “text”.</source>
        <translation>Nennen Sie die richtige „text“.</translation>
    </message>
    <message>
        <source>Check data.image_size, or the tokenizer of the data.</source>
        <translation>Prüfen Sie data.image_size oder den Tokenizer der Daten.</translation>
    </message>
    <message>
        <source>Check its classes, their order and its normalisation, or train a teacher here.</source>
        <translation>Prüfen Sie seine Klassen, ihre Reihenfolge und seine Normalisierung, oder trainieren Sie hier einen Lehrer.</translation>
    </message>
    <message>
        <source>Check its input size and axes, and the tokenizer of the data.</source>
        <translation>Prüfen Sie seine Eingabegröße und Achsen und den Tokenizer der Daten.</translation>
    </message>
    <message>
        <source>Check teacher.path.</source>
        <translation>Prüfen Sie teacher.path.</translation>
    </message>
    <message>
        <source>Check that it exists and may be read.</source>
        <translation>Prüfen Sie, ob es sie gibt und ob sie gelesen werden darf.</translation>
    </message>
    <message>
        <source>Check the base URL; it often ends in /v1.</source>
        <translation>Prüfen Sie die Basis-URL; oft endet sie auf /v1.</translation>
    </message>
    <message>
        <source>Check the connection and the operator’s status page, then continue; all rows are kept.</source>
        <translation>Prüfen Sie die Verbindung und die Statusseite des Betreibers, und fahren Sie dann fort; alle Zeilen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Check the connection and try again; what has arrived is kept.</source>
        <translation>Prüfen Sie die Verbindung und versuchen Sie es noch einmal; was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Check the data</source>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Check the file.</source>
        <translation>Prüfen Sie die Datei.</translation>
    </message>
    <message>
        <source>Check the model’s name and the settings.</source>
        <translation>Prüfen Sie den Namen des Modells und die Einstellungen.</translation>
    </message>
    <message>
        <source>Check the name; for a private one log in once with “hf auth login”.</source>
        <translation>Prüfen Sie den Namen; für ein privates melden Sie sich einmal mit „hf auth login“ an.</translation>
    </message>
    <message>
        <source>Check the path and its rights.</source>
        <translation>Prüfen Sie den Pfad und seine Rechte.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Checkpoint {0} is damaged and there is no older one.</source>
        <translation>Checkpoint {0} ist beschädigt, und es gibt keinen älteren.</translation>
    </message>
    <message>
        <source>Checkpoint {0} is damaged, using {1}.</source>
        <translation>Checkpoint {0} ist beschädigt, {1} wird verwendet.</translation>
    </message>
    <message>
        <source>Choose a divisor of it.</source>
        <translation>Wählen Sie einen Teiler davon.</translation>
    </message>
    <message>
        <source>Choose a divisor of the batch size.</source>
        <translation>Wählen Sie einen Teiler der Batchgröße.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in “instruct”, “it” or “chat”.</source>
        <translation>Wählen Sie eine Datei, deren Name auf „instruct“, „it“ oder „chat“ endet.</translation>
    </message>
    <message>
        <source>Choose a file with examples.</source>
        <translation>Wählen Sie eine Datei mit Beispielen.</translation>
    </message>
    <message>
        <source>Choose a folder for the export.</source>
        <translation>Wählen Sie einen Ordner für den Export.</translation>
    </message>
    <message>
        <source>Choose a folder saved by KD Studio or by save_pretrained, or a file of weights.</source>
        <translation>Wählen Sie einen Ordner, den KD Studio oder save_pretrained gespeichert hat, oder eine Datei mit Gewichten.</translation>
    </message>
    <message>
        <source>Choose a folder that holds one, or leave data.tokenizer empty to train one here.</source>
        <translation>Wählen Sie einen Ordner, der eine enthält, oder lassen Sie data.tokenizer leer, um hier einen zu trainieren.</translation>
    </message>
    <message>
        <source>Choose a method that needs only the teacher’s answers, such as kd.</source>
        <translation>Wählen Sie eine Methode, die nur die Antworten des Lehrers braucht, etwa kd.</translation>
    </message>
    <message>
        <source>Choose a smaller student, unless a better model of the same size is what you want.</source>
        <translation>Wählen Sie einen kleineren Schüler, es sei denn, Sie wollen ein besseres Modell derselben Größe.</translation>
    </message>
    <message>
        <source>Choose a smaller student.</source>
        <translation>Wählen Sie einen kleineren Schüler.</translation>
    </message>
    <message>
        <source>Choose a stronger teacher, or train the student alone and export that.</source>
        <translation>Wählen Sie einen stärkeren Lehrer, oder trainieren Sie den Schüler allein und exportieren Sie diesen.</translation>
    </message>
    <message>
        <source>Choose a teacher of these classes.</source>
        <translation>Wählen Sie einen Lehrer für diese Klassen.</translation>
    </message>
    <message>
        <source>Choose a width that is a multiple of the heads, and patches smaller than the image.</source>
        <translation>Wählen Sie eine Breite, die ein Vielfaches der Köpfe ist, und Kacheln, die kleiner sind als das Bild.</translation>
    </message>
    <message>
        <source>Choose a width that is a multiple of the heads.</source>
        <translation>Wählen Sie eine Breite, die ein Vielfaches der Köpfe ist.</translation>
    </message>
    <message>
        <source>Choose an architecture for this task.</source>
        <translation>Wählen Sie eine Architektur für diese Aufgabe.</translation>
    </message>
    <message>
        <source>Choose an architecture for this task; “kdstudio models” lists them.</source>
        <translation>Wählen Sie eine Architektur für diese Aufgabe; „kdstudio models“ zählt sie auf.</translation>
    </message>
    <message>
        <source>Choose an architecture without it.</source>
        <translation>Wählen Sie eine Architektur ohne ihn.</translation>
    </message>
    <message>
        <source>Choose an empty or a new folder.</source>
        <translation>Wählen Sie einen leeren oder neuen Ordner.</translation>
    </message>
    <message>
        <source>Choose an image file.</source>
        <translation>Wählen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>Choose another ONNX operator set, or another architecture; nothing was written.</source>
        <translation>Wählen Sie einen anderen ONNX-Operatorsatz oder eine andere Architektur; geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>Choose another data.image_size.</source>
        <translation>Wählen Sie eine andere data.image_size.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder or file, or repair what is listed.</source>
        <translation>Wählen Sie einen anderen Ordner oder eine andere Datei, oder reparieren Sie, was aufgeführt ist.</translation>
    </message>
    <message>
        <source>Choose another folder or file.</source>
        <translation>Wählen Sie einen anderen Ordner oder eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another method, such as kd.</source>
        <translation>Wählen Sie eine andere Methode, etwa kd.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Wählen Sie eine andere Methode.</translation>
    </message>
    <message>
        <source>Choose another teacher or task.</source>
        <translation>Wählen Sie einen anderen Lehrer oder eine andere Aufgabe.</translation>
    </message>
    <message>
        <source>Choose another workspace folder.</source>
        <translation>Wählen Sie einen anderen Ordner als Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Choose one ({0}).</source>
        <translation>Treffen Sie eine Wahl ({0}).</translation>
    </message>
    <message>
        <source>Choose one of its labels.</source>
        <translation>Wählen Sie eines ihrer Labels.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Wählen Sie davon.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Treffen Sie eine Wahl.</translation>
    </message>
    <message>
        <source>Choose one: generate.texts.</source>
        <translation>Wählen Sie eine: generate.texts.</translation>
    </message>
    <message>
        <source>Choose the ONNX file that it was made from.</source>
        <translation>Wählen Sie die ONNX-Datei, aus der sie gemacht wurde.</translation>
    </message>
    <message>
        <source>Choose the architecture, its settings and the data that the weights were trained with.</source>
        <translation>Wählen Sie die Architektur, ihre Einstellungen und die Daten, mit denen die Gewichte trainiert wurden.</translation>
    </message>
    <message>
        <source>Choose the column that holds the images.</source>
        <translation>Wählen Sie die Spalte mit den Bildern.</translation>
    </message>
    <message>
        <source>Choose the device “auto” or “cpu”.</source>
        <translation>Wählen Sie als Gerät „auto“ oder „cpu“.</translation>
    </message>
    <message>
        <source>Choose the folder that holds it; an archive must be unpacked first.</source>
        <translation>Wählen Sie den Ordner, der sie enthält; ein Archiv muss zuerst entpackt werden.</translation>
    </message>
    <message>
        <source>Choose the folder that holds measured.json.</source>
        <translation>Wählen Sie den Ordner, der measured.json enthält.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the class folders.</source>
        <translation>Wählen Sie den Ordner, der die Klassenordner enthält.</translation>
    </message>
    <message>
        <source>Choose the teacher kind “checkpoint” for it.</source>
        <translation>Wählen Sie dafür die Lehrerart „checkpoint“.</translation>
    </message>
    <message>
        <source>Clear the runs folder.</source>
        <translation>Räumen Sie den Ordner der Läufe auf.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller batch.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie einen kleineren Batch.</translation>
    </message>
    <message>
        <source>Close other programs, {0}.</source>
        <translation>Schließen Sie andere Programme, {0}.</translation>
    </message>
    <message>
        <source>Column “{0}” of {1} would grow from {2} to {3} bytes.</source>
        <translation>Spalte „{0}“ von {1} würde von {2} auf {3} Bytes wachsen.</translation>
    </message>
    <message>
        <source>Compute the predictions again.</source>
        <translation>Berechnen Sie die Vorhersagen neu.</translation>
    </message>
    <message>
        <source>Convert it to ONNX where it was made (for Keras: python -m tf2onnx), and choose it as an ONNX teacher.</source>
        <translation>Wandeln Sie es dort, wo es entstand, in ONNX um (für Keras: python -m tf2onnx) und wählen Sie es als ONNX-Lehrer.</translation>
    </message>
    <message>
        <source>Convert it, or remove it.</source>
        <translation>Wandeln Sie es um, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Convert the model again with a current llama.cpp; versions 2 and 3 are read.</source>
        <translation>Wandeln Sie das Modell mit einem aktuellen llama.cpp neu um; gelesen werden die Versionen 2 und 3.</translation>
    </message>
    <message>
        <source>Copy it again or remove it.</source>
        <translation>Kopieren Sie sie noch einmal, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Copy it from the model again.</source>
        <translation>Kopieren Sie sie noch einmal vom Modell.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren oder laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>Copy or export both files again.</source>
        <translation>Kopieren oder exportieren Sie beide Dateien noch einmal.</translation>
    </message>
    <message>
        <source>Copy or export the file again.</source>
        <translation>Kopieren oder exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Copy that file beside the model.</source>
        <translation>Kopieren Sie diese Datei neben das Modell.</translation>
    </message>
    <message>
        <source>Copy the details and report it.</source>
        <translation>Kopieren Sie die Einzelheiten und melden Sie den Fehler.</translation>
    </message>
    <message>
        <source>Copy the details, or install KD Studio again.</source>
        <translation>Kopieren Sie die Einzelheiten, oder installieren Sie KD Studio neu.</translation>
    </message>
    <message>
        <source>Copy the file anew.</source>
        <translation>Kopieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>Copy the whole folder anew.</source>
        <translation>Kopieren Sie den ganzen Ordner neu.</translation>
    </message>
    <message>
        <source>Core ML computes FP32 files in FP16 on the Neural Engine; compare answers on the device.</source>
        <translation>Core ML rechnet FP32-Dateien auf der Neural Engine in FP16; vergleichen Sie die Antworten auf dem Gerät.</translation>
    </message>
    <message>
        <source>Core ML does not take quantized layers; this file is for the CPU provider.</source>
        <translation>Core ML nimmt keine quantisierten Schichten; diese Datei ist für den CPU-Provider.</translation>
    </message>
    <message>
        <source>Core ML for FP32 through ONNX Runtime’s provider, or INT8 on the CPU.</source>
        <translation>Core ML für FP32 über den Provider von ONNX Runtime, oder INT8 auf der CPU.</translation>
    </message>
    <message>
        <source>Core ML takes the whole network in one piece, as an ML Program.</source>
        <translation>Core ML nimmt das ganze Netz in einem Stück, als ML Program.</translation>
    </message>
    <message>
        <source>Core ML takes {0} of the operators in {1} parts{2}.</source>
        <translation>Core ML nimmt {0} der Operatoren in {1} Teilen{2}.</translation>
    </message>
    <message>
        <source>Correct HTTPS_PROXY in the environment, or take it out.</source>
        <translation>Berichtigen Sie HTTPS_PROXY in der Umgebung, oder nehmen Sie es heraus.</translation>
    </message>
    <message>
        <source>Correct it; the labels are {0}.</source>
        <translation>Berichtigen Sie es; die Labels sind {0}.</translation>
    </message>
    <message>
        <source>Correct teacher.classes: one name for each answer, in their order.</source>
        <translation>Berichtigen Sie teacher.classes: ein Name für jede Antwort, in deren Reihenfolge.</translation>
    </message>
    <message>
        <source>Correct that field, or remove it to use its default.</source>
        <translation>Berichtigen Sie dieses Feld, oder entfernen Sie es, um die Voreinstellung zu nehmen.</translation>
    </message>
    <message>
        <source>Correct that field, or remove it.</source>
        <translation>Berichtigen Sie dieses Feld, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Correct that setting.</source>
        <translation>Berichtigen Sie diese Einstellung.</translation>
    </message>
    <message>
        <source>Correct the file, or name its format: data.format.</source>
        <translation>Berichtigen Sie die Datei, oder nennen Sie ihr Format: data.format.</translation>
    </message>
    <message>
        <source>Correct the named line.</source>
        <translation>Berichtigen Sie die genannte Zeile.</translation>
    </message>
    <message>
        <source>Decide on the doubtful rows, add topics, or choose a larger teacher.</source>
        <translation>Entscheiden Sie über die zweifelhaften Zeilen, fügen Sie Themen hinzu, oder wählen Sie einen größeren Lehrer.</translation>
    </message>
    <message>
        <source>Decide on the doubtful rows, choose a larger teacher, or say the task more clearly.</source>
        <translation>Entscheiden Sie über die zweifelhaften Zeilen, wählen Sie einen größeren Lehrer, oder beschreiben Sie die Aufgabe klarer.</translation>
    </message>
    <message>
        <source>Developers of apps that classify inputs like those of the data.</source>
        <translation>Entwickler von Apps, die Eingaben wie die der Daten klassifizieren.</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>Meinten Sie {0}?</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>Meinten Sie „{0}“?</translation>
    </message>
    <message>
        <source>DirectML compiles for every new batch size; fix it with AddFreeDimensionOverrideByName.</source>
        <translation>DirectML übersetzt für jede neue Batchgröße; legen Sie sie mit AddFreeDimensionOverrideByName fest.</translation>
    </message>
    <message>
        <source>DirectML needs sequential execution and the memory pattern switched off (EnableMemoryPattern = false).</source>
        <translation>DirectML braucht sequenzielle Ausführung und ausgeschaltetes Speichermuster (EnableMemoryPattern = false).</translation>
    </message>
    <message>
        <source>DirectML takes tensors of at most {0} axes; this network has {1}.</source>
        <translation>DirectML nimmt Tensoren mit höchstens {0} Achsen; dieses Netz hat {1}.</translation>
    </message>
    <message>
        <source>Distil the student</source>
        <translation>Den Schüler destillieren</translation>
    </message>
    <message>
        <source>Distilling is the wrong tool here, unless a stronger teacher is found.</source>
        <translation>Destillieren ist hier das falsche Werkzeug, solange sich kein stärkerer Lehrer findet.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Laden Sie es zuerst herunter.</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>Laden oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Drop the folder instead: one folder for each class, with its images inside.</source>
        <translation>Legen Sie stattdessen den Ordner ab: ein Ordner für jede Klasse mit deren Bildern darin.</translation>
    </message>
    <message>
        <source>EfficientNet for integers: ReLU6, no squeeze-and-excitation; the defaults are Lite0.</source>
        <translation>EfficientNet für ganze Zahlen: ReLU6, ohne Squeeze-and-Excitation; voreingestellt ist Lite0.</translation>
    </message>
    <message>
        <source>Eight-bit weights and arithmetic, a quarter of the size: the usual file for a CPU.</source>
        <translation>Gewichte und Rechnung mit acht Bit, ein Viertel der Größe: die übliche Datei für eine CPU.</translation>
    </message>
    <message>
        <source>Eight-bit weights with arithmetic in float: as accurate as FP32 at a quarter of the size.</source>
        <translation>Gewichte mit acht Bit, gerechnet in Gleitkomma: so genau wie FP32 bei einem Viertel der Größe.</translation>
    </message>
    <message>
        <source>Eight-bit weights; ranges found for each input, so nothing is calibrated.</source>
        <translation>Gewichte mit acht Bit; die Bereiche werden für jede Eingabe gefunden, kalibriert wird nichts.</translation>
    </message>
    <message>
        <source>Enter a valid key or mend the account, then continue; all rows are kept.</source>
        <translation>Geben Sie einen gültigen Schlüssel ein, oder bringen Sie das Konto in Ordnung, und fahren Sie dann fort; alle Zeilen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Enter it again, then continue.</source>
        <translation>Geben Sie ihn noch einmal ein, und fahren Sie dann fort.</translation>
    </message>
    <message>
        <source>Enter that address as the base URL if you trust it.</source>
        <translation>Geben Sie diese Adresse als Basis-URL ein, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Every operator runs on WebGPU as well as on WebAssembly.</source>
        <translation>Jeder Operator läuft auf WebGPU wie auf WebAssembly.</translation>
    </message>
    <message>
        <source>Every step sees new views, so the teacher runs at every step.</source>
        <translation>Jeder Schritt sieht neue Ansichten, deshalb läuft der Lehrer bei jedem Schritt.</translation>
    </message>
    <message>
        <source>Examples that look alike to the teacher come to look alike to the student.</source>
        <translation>Beispiele, die sich für den Lehrer gleichen, gleichen sich bald auch für den Schüler.</translation>
    </message>
    <message>
        <source>Expected are names such as train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.</source>
        <translation>Erwartet werden Namen wie train-images-idx3-ubyte.gz und train-labels-idx1-ubyte.gz.</translation>
    </message>
    <message>
        <source>Expected are the axes image, row, column and, for colour, channel.</source>
        <translation>Erwartet werden die Achsen Bild, Zeile, Spalte und bei Farbe Kanal.</translation>
    </message>
    <message>
        <source>Export and verify</source>
        <translation>Exportieren und prüfen</translation>
    </message>
    <message>
        <source>Export it to ONNX where it was made, and choose it as an ONNX teacher.</source>
        <translation>Exportieren Sie es dort, wo es entstand, nach ONNX und wählen Sie es als ONNX-Lehrer.</translation>
    </message>
    <message>
        <source>Export it with these input names.</source>
        <translation>Exportieren Sie es mit diesen Eingabenamen.</translation>
    </message>
    <message>
        <source>Export it without it.</source>
        <translation>Exportieren Sie es ohne das.</translation>
    </message>
    <message>
        <source>Export or download it again.</source>
        <translation>Exportieren oder laden Sie es noch einmal herunter.</translation>
    </message>
    <message>
        <source>Export the classifier with its head, and without a post-processing that picks labels.</source>
        <translation>Exportieren Sie den Klassifikator mit seinem Kopf und ohne Nachverarbeitung, die Labels auswählt.</translation>
    </message>
    <message>
        <source>Export the image classifier alone.</source>
        <translation>Exportieren Sie den Bildklassifikator allein.</translation>
    </message>
    <message>
        <source>Export the model again, or open it with the program that made it.</source>
        <translation>Exportieren Sie das Modell noch einmal, oder öffnen Sie es mit dem Programm, das es gemacht hat.</translation>
    </message>
    <message>
        <source>Export the model again; nothing was opened.</source>
        <translation>Exportieren Sie das Modell noch einmal; geöffnet wurde nichts.</translation>
    </message>
    <message>
        <source>Export the run again.</source>
        <translation>Exportieren Sie den Lauf noch einmal.</translation>
    </message>
    <message>
        <source>Exported FP32</source>
        <translation>Exportiert, FP32</translation>
    </message>
    <message>
        <source>Exported INT8</source>
        <translation>Exportiert, INT8</translation>
    </message>
    <message>
        <source>FP16, made from PyTorch by coremltools: an image in, class probabilities out. Drop it into an Xcode project. It was not measured, because Core ML runs on Apple’s systems alone; compare its answers with those of onnx/model.onnx on the device.</source>
        <translation>FP16, mit coremltools aus PyTorch gemacht: ein Bild hinein, Klassenwahrscheinlichkeiten heraus. Legen Sie es in ein Xcode-Projekt. Es wurde nicht gemessen, weil Core ML nur auf Apples Systemen läuft; vergleichen Sie seine Antworten auf dem Gerät mit denen von onnx/model.onnx.</translation>
    </message>
    <message>
        <source>FP32 suits {0} best; nothing was timed on such a device.</source>
        <translation>FP32 passt am besten zu {0}; auf einem solchen Gerät wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>FP32, made from PyTorch by litert-torch: the input and output of onnx/model.onnx, one example at a time. On {0} validation examples it gave {1} of PyTorch’s answers, with logits at most {2} apart.</source>
        <translation>FP32, mit litert-torch aus PyTorch gemacht: Ein- und Ausgabe von onnx/model.onnx, ein Beispiel auf einmal. Auf {0} Validierungsbeispielen gab es {1} der Antworten von PyTorch, mit Logits, die höchstens {2} auseinanderlagen.</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Fetch or make it again.</source>
        <translation>Holen oder erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>Fetch the model</source>
        <translation>Das Modell holen</translation>
    </message>
    <message>
        <source>Fine-tuning the student with INT8 simulated.</source>
        <translation>Der Schüler wird mit simuliertem INT8 nachtrainiert.</translation>
    </message>
    <message>
        <source>For WebAssembly: WebGPU has no integer kernels. Its files are FP16 and FP32.</source>
        <translation>Für WebAssembly: WebGPU hat keine Ganzzahl-Kernel. Seine Dateien sind FP16 und FP32.</translation>
    </message>
    <message>
        <source>For a Snapdragon NPU, export with the further file int8-qnn and open that with the QNN provider.</source>
        <translation>Exportieren Sie für die NPU eines Snapdragon zusätzlich die Datei int8-qnn und öffnen Sie diese mit dem QNN-Provider.</translation>
    </message>
    <message>
        <source>Four-bit weights with arithmetic in float: the smallest file, seldom the fastest.</source>
        <translation>Gewichte mit vier Bit, gerechnet in Gleitkomma: die kleinste Datei, selten die schnellste.</translation>
    </message>
    <message>
        <source>Free some space and resume; the checkpoint before it is intact.</source>
        <translation>Schaffen Sie Platz und setzen Sie den Lauf fort; der Checkpoint davor ist unversehrt.</translation>
    </message>
    <message>
        <source>Free some space and resume; what was saved before is intact.</source>
        <translation>Schaffen Sie Platz und setzen Sie den Lauf fort; was vorher gespeichert wurde, ist unversehrt.</translation>
    </message>
    <message>
        <source>Free some space, choose a smaller data.image_size, or put the workspace on another disk.</source>
        <translation>Schaffen Sie Platz, wählen Sie eine kleinere data.image_size, oder legen Sie den Arbeitsbereich auf eine andere Platte.</translation>
    </message>
    <message>
        <source>Free some space, or choose a workspace on another disk in Settings.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie in den Einstellungen einen Arbeitsbereich auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>Free some space, or use fewer augmented views.</source>
        <translation>Schaffen Sie Platz, oder nehmen Sie weniger augmentierte Ansichten.</translation>
    </message>
    <message>
        <source>Free some space, then continue.</source>
        <translation>Schaffen Sie etwas Platz, und fahren Sie dann fort.</translation>
    </message>
    <message>
        <source>Full precision: the file that every other is held against.</source>
        <translation>Volle Genauigkeit: die Datei, an der jede andere gemessen wird.</translation>
    </message>
    <message>
        <source>Fully connected layers of any widths on the flattened image; for small, centred pictures such as digits.</source>
        <translation>Vollverbundene Schichten beliebiger Breite auf dem flachen Bild; für kleine, zentrierte Bilder wie Ziffern.</translation>
    </message>
    <message>
        <source>Give a safetensors file, a PyTorch state dict (.pt), an ONNX file, or a model folder.</source>
        <translation>Geben Sie eine Safetensors-Datei, ein State-Dict von PyTorch (.pt), eine ONNX-Datei oder einen Modellordner.</translation>
    </message>
    <message>
        <source>Give as many depths as widths, all of them 1 or more.</source>
        <translation>Geben Sie so viele Tiefen wie Breiten an, jede mindestens 1.</translation>
    </message>
    <message>
        <source>Give both the same columns.</source>
        <translation>Geben Sie beiden dieselben Spalten.</translation>
    </message>
    <message>
        <source>Give every hidden layer at least 1 unit, such as 800-800.</source>
        <translation>Geben Sie jeder verborgenen Schicht mindestens 1 Einheit, etwa 800-800.</translation>
    </message>
    <message>
        <source>Give it a short one.</source>
        <translation>Geben Sie ihr einen kurzen.</translation>
    </message>
    <message>
        <source>Give it the two columns.</source>
        <translation>Geben Sie ihr die zwei Spalten.</translation>
    </message>
    <message>
        <source>Give more of the name.</source>
        <translation>Geben Sie mehr vom Namen an.</translation>
    </message>
    <message>
        <source>Give one number, or one for each channel, under teacher.mean and teacher.std.</source>
        <translation>Geben Sie unter teacher.mean und teacher.std eine Zahl oder eine für jeden Kanal an.</translation>
    </message>
    <message>
        <source>Give the text in UTF-8.</source>
        <translation>Geben Sie den Text in UTF-8.</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE forbids to ask the hub.</source>
        <translation>HF_HUB_OFFLINE verbietet, den Hub zu fragen.</translation>
    </message>
    <message>
        <source>Half precision, for graphics processors.</source>
        <translation>Halbe Genauigkeit, für Grafikprozessoren.</translation>
    </message>
    <message>
        <source>Hold the teacher against your examples</source>
        <translation>Den Lehrer an Ihren Beispielen messen</translation>
    </message>
    <message>
        <source>IDX files hold images.</source>
        <translation>IDX-Dateien enthalten Bilder.</translation>
    </message>
    <message>
        <source>INT8 for QNN gives {0} of FP32’s answers on the validation split.</source>
        <translation>INT8 für QNN gibt auf den Validierungsdaten {0} der Antworten von FP32.</translation>
    </message>
    <message>
        <source>INT8 lost {0} points on the validation split ({1} are accepted) and gives {2} of FP32’s answers, after {3} repairs; the FP32 file is safer.</source>
        <translation>INT8 verlor auf den Validierungsdaten {0} Punkte (hingenommen werden {1}) und gibt nach {3} Reparaturen {2} der Antworten von FP32; die FP32-Datei ist sicherer.</translation>
    </message>
    <message>
        <source>INT8 lost {0} points on the validation split ({1} are accepted) but answers {2} of its examples differently from FP32, after {3} repairs; look at those before you ship it.</source>
        <translation>INT8 verlor {0} Prozentpunkte auf dem Validierungsteil ({1} sind zulässig), beantwortet aber nach {3} Reparaturen {2} seiner Beispiele anders als FP32; sehen Sie sich diese an, bevor Sie es ausliefern.</translation>
    </message>
    <message>
        <source>INT8 was calibrated on a single example, so its ranges may not fit others.</source>
        <translation>INT8 wurde an einem einzigen Beispiel kalibriert, deshalb passen die Bereiche auf andere vielleicht nicht.</translation>
    </message>
    <message>
        <source>INT8 with {0}. Trying another way.</source>
        <translation>INT8 mit {0}. Ein anderer Weg wird versucht.</translation>
    </message>
    <message>
        <source>Ids are the paths or rows that the data page shows, such as “train/cat/1.png”.</source>
        <translation>Ids sind die Pfade oder Zeilen, die die Seite „Daten“ zeigt, etwa „train/cat/1.png“.</translation>
    </message>
    <message>
        <source>If the file is yours, write it again in smaller row groups.</source>
        <translation>Wenn die Datei von Ihnen ist, schreiben Sie sie in kleineren Zeilengruppen neu.</translation>
    </message>
    <message>
        <source>If the labels are right, a student may do better without this teacher; keep the control run on.</source>
        <translation>Wenn die Labels stimmen, lernt ein Schüler ohne diesen Lehrer vielleicht besser; lassen Sie den Kontrolllauf eingeschaltet.</translation>
    </message>
    <message>
        <source>If the order of axes was mistaken, set teacher.layout to nchw or nhwc.</source>
        <translation>Wenn die Reihenfolge der Achsen verwechselt wurde, setzen Sie teacher.layout auf nchw oder nhwc.</translation>
    </message>
    <message>
        <source>If this is a model of the Hugging Face hub, fetch it first with “kdstudio fetch {0}”.</source>
        <translation>Ist das ein Modell des Hugging-Face-Hubs, holen Sie es zuerst mit „kdstudio fetch {0}“.</translation>
    </message>
    <message>
        <source>Images of {0}×{1} pixels are too small for {2}.</source>
        <translation>Bilder von {0}×{1} Pixeln sind für {2} zu klein.</translation>
    </message>
    <message>
        <source>In the run “{0}” distilling gained nothing: {1} with this teacher, {2} alone.</source>
        <translation>Im Lauf „{0}“ hat das Destillieren nichts gebracht: {1} mit diesem Lehrer, {2} allein.</translation>
    </message>
    <message>
        <source>Inputs like those it was trained and tested on. It gives one of its classes whatever it is shown, so an app should ask for more when the probability is low.</source>
        <translation>Eingaben wie die, an denen es trainiert und geprüft wurde. Es gibt eine seiner Klassen, was auch immer man ihm zeigt; eine App sollte bei geringer Wahrscheinlichkeit nachfragen.</translation>
    </message>
    <message>
        <source>Install KD Studio again, or choose another Python in Settings.</source>
        <translation>Installieren Sie KD Studio neu, oder wählen Sie in den Einstellungen ein anderes Python.</translation>
    </message>
    <message>
        <source>Install KD Studio again.</source>
        <translation>Installieren Sie KD Studio neu.</translation>
    </message>
    <message>
        <source>Install again.</source>
        <translation>Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>Install it with “pip install netron”.</source>
        <translation>Installieren Sie es mit „pip install netron“.</translation>
    </message>
    <message>
        <source>Install it with: pip install “kdstudio[timm]”.</source>
        <translation>Installieren Sie es mit: pip install „kdstudio[timm]“.</translation>
    </message>
    <message>
        <source>Install timm and torchvision again, in the versions that go with this PyTorch.</source>
        <translation>Installieren Sie timm und torchvision neu, in den Versionen, die zu diesem PyTorch gehören.</translation>
    </message>
    <message>
        <source>Inverted residuals for phones (Sandler et al. 2018), for images of 96 pixels and more.</source>
        <translation>Inverted Residuals für Telefone (Sandler et al. 2018), für Bilder ab 96 Pixeln.</translation>
    </message>
    <message>
        <source>Inverted residuals of half width: few multiply–adds, made for phones.</source>
        <translation>Inverted Residuals halber Breite: wenige Multiplikationen, für Telefone gemacht.</translation>
    </message>
    <message>
        <source>Inverted residuals with a little attention, for phones (Mehta, Rastegari 2022).</source>
        <translation>Inverted Residuals mit ein wenig Attention, für Telefone (Mehta, Rastegari 2022).</translation>
    </message>
    <message>
        <source>Inverted residuals with squeeze-and-excitation, scaled together (Tan, Le 2019): the defaults are B0.</source>
        <translation>Inverted Residuals mit Squeeze-and-Excitation, gemeinsam skaliert (Tan, Le 2019): voreingestellt ist B0.</translation>
    </message>
    <message>
        <source>It does not suit a network of this kind.</source>
        <translation>Zu einem Netz dieser Art passt sie nicht.</translation>
    </message>
    <message>
        <source>It has no words.</source>
        <translation>Sie enthält keine Wörter.</translation>
    </message>
    <message>
        <source>It is an example of the brief.</source>
        <translation>Sie ist ein Beispiel aus der Beschreibung.</translation>
    </message>
    <message>
        <source>It is in another language.</source>
        <translation>Sie ist in einer anderen Sprache.</translation>
    </message>
    <message>
        <source>It is in the held-out set, or almost.</source>
        <translation>Sie steht so oder fast so unter den zurückgehaltenen Beispielen.</translation>
    </message>
    <message>
        <source>It is like a text that the brief rules out.</source>
        <translation>Sie gleicht einem Text, den die Beschreibung ausschließt.</translation>
    </message>
    <message>
        <source>It is not said what is wrong with bad example {0}.</source>
        <translation>Es ist nicht gesagt, was am schlechten Beispiel {0} falsch ist.</translation>
    </message>
    <message>
        <source>It is not said when “{0}” is right.</source>
        <translation>Es ist nicht gesagt, wann „{0}“ richtig ist.</translation>
    </message>
    <message>
        <source>It is of no use on {0}.</source>
        <translation>Für {0} ist sie ohne Nutzen.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Sie ist zu lang.</translation>
    </message>
    <message>
        <source>It looks like microsoft/resnet-18, as at the top of the model’s page.</source>
        <translation>Er sieht aus wie microsoft/resnet-18, so wie oben auf der Seite des Modells.</translation>
    </message>
    <message>
        <source>It names the answer instead of giving a text.</source>
        <translation>Sie nennt die Antwort, statt ein Text zu sein.</translation>
    </message>
    <message>
        <source>It needs a text and a label.</source>
        <translation>Sie braucht einen Text und ein Label.</translation>
    </message>
    <message>
        <source>It repeats the task.</source>
        <translation>Sie wiederholt die Aufgabe.</translation>
    </message>
    <message>
        <source>It says the same over and over.</source>
        <translation>Sie sagt immer wieder dasselbe.</translation>
    </message>
    <message>
        <source>It takes over errors of its teacher and of the labels that it learnt from.</source>
        <translation>Es übernimmt Fehler seines Lehrers und der Labels, aus denen es gelernt hat.</translation>
    </message>
    <message>
        <source>It was measured on a processor whose integer kernel cannot saturate; for older x86 processors, which have no VNNI, export with export.reduce_range = yes.</source>
        <translation>Gemessen wurde auf einem Prozessor, dessen Ganzzahl-Kernel nicht überlaufen kann; exportieren Sie für ältere x86-Prozessoren ohne VNNI mit export.reduce_range = yes.</translation>
    </message>
    <message>
        <source>It was written for “{0}”, but labelled “{1}” when the teacher was not told.</source>
        <translation>Sie wurde für „{0}“ geschrieben, doch ohne diesen Hinweis gab der Lehrer ihr das Label „{1}“.</translation>
    </message>
    <message>
        <source>Its file does not name them. Use this order (teacher.classes), or look it up where the teacher was made.</source>
        <translation>Seine Datei benennt sie nicht. Nehmen Sie diese Reihenfolge (teacher.classes), oder sehen Sie dort nach, wo der Lehrer entstanden ist.</translation>
    </message>
    <message>
        <source>Its training has diverged, or its normalisation is wrong: check teacher.mean and teacher.std.</source>
        <translation>Sein Training ist entgleist, oder seine Normalisierung stimmt nicht: Prüfen Sie teacher.mean und teacher.std.</translation>
    </message>
    <message>
        <source>Keep one of each, or keep them together where the split is made here, or accept them.</source>
        <translation>Behalten Sie jeweils eines, halten Sie sie zusammen, wo die Aufteilung hier gemacht wird, oder nehmen Sie sie hin.</translation>
    </message>
    <message>
        <source>Keep one row for each example.</source>
        <translation>Behalten Sie eine Zeile für jedes Beispiel.</translation>
    </message>
    <message>
        <source>Keep the export folder together, or copy its tokenizer.json beside the model.</source>
        <translation>Lassen Sie den Exportordner beisammen, oder kopieren Sie seine tokenizer.json neben das Modell.</translation>
    </message>
    <message>
        <source>Known are .csv, .tsv, .jsonl and .txt files.</source>
        <translation>Bekannt sind .csv-, .tsv-, .jsonl- und .txt-Dateien.</translation>
    </message>
    <message>
        <source>Known are {0}.</source>
        <translation>Bekannt sind {0}.</translation>
    </message>
    <message>
        <source>Known are: {0}, and all.</source>
        <translation>Bekannt sind: {0} und all.</translation>
    </message>
    <message>
        <source>Known methods: {0}.</source>
        <translation>Bekannte Methoden: {0}.</translation>
    </message>
    <message>
        <source>Known types: {0}.</source>
        <translation>Bekannte Arten: {0}.</translation>
    </message>
    <message>
        <source>Label {0} has no name.</source>
        <translation>Label {0} hat keinen Namen.</translation>
    </message>
    <message>
        <source>Layers of the student are named {0} times, those of the teacher {1} times.</source>
        <translation>Schichten des Schülers sind {0}-mal genannt, die des Lehrers {1}-mal.</translation>
    </message>
    <message>
        <source>Leave it out, or check it.</source>
        <translation>Lassen Sie sie weg, oder prüfen Sie sie.</translation>
    </message>
    <message>
        <source>Leave it out, or choose images as the kind of data.</source>
        <translation>Lassen Sie sie weg, oder wählen Sie Bilder als Art der Daten.</translation>
    </message>
    <message>
        <source>Leave out names, passwords and what follows “?” or “#”; a key is entered in its own field.</source>
        <translation>Lassen Sie Namen, Passwörter und alles nach „?“ oder „#“ weg; ein Schlüssel kommt in sein eigenes Feld.</translation>
    </message>
    <message>
        <source>Leave the ORT format out; the ONNX file works on phones as well.</source>
        <translation>Lassen Sie das ORT-Format weg; die ONNX-Datei funktioniert auch auf Telefonen.</translation>
    </message>
    <message>
        <source>Leave this file out, or choose another architecture.</source>
        <translation>Lassen Sie diese Datei weg, oder wählen Sie eine andere Architektur.</translation>
    </message>
    <message>
        <source>Let it finish, or export it.</source>
        <translation>Warten Sie auf das Ende, oder exportieren Sie ihn.</translation>
    </message>
    <message>
        <source>Let it finish, or resume it first.</source>
        <translation>Warten Sie auf das Ende, oder setzen Sie ihn zuerst fort.</translation>
    </message>
    <message>
        <source>Let it finish, or resume it.</source>
        <translation>Warten Sie auf das Ende, oder setzen Sie ihn fort.</translation>
    </message>
    <message>
        <source>Let the run finish, or export it with “kdstudio export {0}”.</source>
        <translation>Warten Sie auf das Ende des Laufs, oder exportieren Sie ihn mit „kdstudio export {0}“.</translation>
    </message>
    <message>
        <source>Limit the number of views to compute its answers once.</source>
        <translation>Begrenzen Sie die Zahl der Ansichten, damit die Antworten nur einmal berechnet werden.</translation>
    </message>
    <message>
        <source>Load it once where it was made and save the tensors alone: safetensors.torch.save_file(model.state_dict(), “model.safetensors”).</source>
        <translation>Laden Sie es einmal dort, wo es entstand, und speichern Sie nur die Tensoren: safetensors.torch.save_file(model.state_dict(), „model.safetensors“).</translation>
    </message>
    <message>
        <source>Load the models</source>
        <translation>Modelle laden</translation>
    </message>
    <message>
        <source>Look at them: a wrong label is a wrong lesson, and a wrong teacher is too.</source>
        <translation>Sehen Sie sie an: Ein falsches Label ist eine falsche Lektion, ein falscher Lehrer auch.</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Make it again.</source>
        <translation>Erstellen Sie es neu.</translation>
    </message>
    <message>
        <source>Make it smaller, or raise data.max_megapixels.</source>
        <translation>Verkleinern Sie es, oder erhöhen Sie data.max_megapixels.</translation>
    </message>
    <message>
        <source>Make it smaller.</source>
        <translation>Verkleinern Sie es.</translation>
    </message>
    <message>
        <source>Make room, or choose a smaller model.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Measure again with the export’s page or its samples/benchmark, and give the file as it is.</source>
        <translation>Messen Sie noch einmal mit der Seite des Exports oder mit samples/benchmark, und geben Sie die Datei unverändert.</translation>
    </message>
    <message>
        <source>Measure the models</source>
        <translation>Modelle messen</translation>
    </message>
    <message>
        <source>Merge it with merge_and_unload() and save the result.</source>
        <translation>Führen Sie ihn mit merge_and_unload() zusammen und speichern Sie das Ergebnis.</translation>
    </message>
    <message>
        <source>Merge them if they mean the same.</source>
        <translation>Führen Sie sie zusammen, wenn sie dasselbe bedeuten.</translation>
    </message>
    <message>
        <source>Merge them with “llama-gguf-split --merge”, and give the whole file.</source>
        <translation>Fügen Sie sie mit „llama-gguf-split --merge“ zusammen, und geben Sie die ganze Datei an.</translation>
    </message>
    <message>
        <source>NNAPI would take the whole network, but Android has deprecated it; use the CPU or XNNPACK.</source>
        <translation>NNAPI nähme das ganze Netz, aber Android hat es abgekündigt; nehmen Sie die CPU oder XNNPACK.</translation>
    </message>
    <message>
        <source>NNAPI would take {0} of the operators in {1} parts{2}.</source>
        <translation>NNAPI nähme {0} der Operatoren in {1} Teilen{2}.</translation>
    </message>
    <message>
        <source>Name as many of both, in pairs, or none.</source>
        <translation>Nennen Sie von beiden gleich viele, paarweise, oder keine.</translation>
    </message>
    <message>
        <source>Name at least two possible answers.</source>
        <translation>Nennen Sie mindestens zwei mögliche Antworten.</translation>
    </message>
    <message>
        <source>Name it or remove it.</source>
        <translation>Benennen oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>Name it under teacher.architecture.</source>
        <translation>Nennen Sie sie unter teacher.architecture.</translation>
    </message>
    <message>
        <source>Name it: data.input_column.</source>
        <translation>Nennen Sie sie: data.input_column.</translation>
    </message>
    <message>
        <source>Name it: data.label_column.</source>
        <translation>Nennen Sie sie: data.label_column.</translation>
    </message>
    <message>
        <source>Name the files train{0} and test{1}, or choose one file.</source>
        <translation>Nennen Sie die Dateien train{0} und test{1}, oder wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Name the teacher’s classes in the order of its answers under teacher.classes.</source>
        <translation>Nennen Sie unter teacher.classes die Klassen des Lehrers in der Reihenfolge seiner Antworten.</translation>
    </message>
    <message>
        <source>Name the teacher’s file: llm.path.</source>
        <translation>Nennen Sie die Datei des Lehrers: llm.path.</translation>
    </message>
    <message>
        <source>Netron is not installed.</source>
        <translation>Netron ist nicht installiert.</translation>
    </message>
    <message>
        <source>No GGUF file is named.</source>
        <translation>Keine GGUF-Datei ist genannt.</translation>
    </message>
    <message>
        <source>No column holds texts; the columns are {0}.</source>
        <translation>Keine Spalte enthält Texte; die Spalten sind {0}.</translation>
    </message>
    <message>
        <source>No column holds the labels; the columns are {0}.</source>
        <translation>Keine Spalte enthält die Labels; die Spalten sind {0}.</translation>
    </message>
    <message>
        <source>No column holds {0}; the columns are {1}.</source>
        <translation>Keine Spalte enthält {0}; die Spalten sind {1}.</translation>
    </message>
    <message>
        <source>No file or folder is given for the {0}.</source>
        <translation>Eine Datei oder ein Ordner fehlt; gebraucht wird es für: {0}.</translation>
    </message>
    <message>
        <source>No file suits {0} without a remark; FP32 loses nothing.</source>
        <translation>Keine Datei passt ohne Einschränkung zu {0}; FP32 verliert nichts.</translation>
    </message>
    <message>
        <source>No image can be used.</source>
        <translation>Kein Bild ist brauchbar.</translation>
    </message>
    <message>
        <source>No image occurs twice ({0}).</source>
        <translation>Kein Bild kommt zweimal vor ({0}).</translation>
    </message>
    <message>
        <source>No layer of the network multiplies by weights, so there is nothing to quantize.</source>
        <translation>Keine Schicht des Netzes multipliziert mit Gewichten, es gibt also nichts zu quantisieren.</translation>
    </message>
    <message>
        <source>No row is kept, so there is nothing to learn from.</source>
        <translation>Keine Zeile wurde behalten, also gibt es nichts zu lernen.</translation>
    </message>
    <message>
        <source>No smaller file was at least as fast as FP32 here within the tolerance.</source>
        <translation>Keine kleinere Datei war hier innerhalb der Toleranz mindestens so schnell wie FP32.</translation>
    </message>
    <message>
        <source>No student was measured.</source>
        <translation>Es wurde kein Schüler gemessen.</translation>
    </message>
    <message>
        <source>No text can be used.</source>
        <translation>Kein Text ist brauchbar.</translation>
    </message>
    <message>
        <source>No text occurs twice ({0}).</source>
        <translation>Kein Text kommt zweimal vor ({0}).</translation>
    </message>
    <message>
        <source>No two images are almost the same.</source>
        <translation>Keine zwei Bilder sind fast gleich.</translation>
    </message>
    <message>
        <source>No two texts are almost the same.</source>
        <translation>Keine zwei Texte sind fast gleich.</translation>
    </message>
    <message>
        <source>No unused name beside {0} was found.</source>
        <translation>Neben {0} fand sich kein unbenutzter Name.</translation>
    </message>
    <message>
        <source>Nothing was unpacked. Do not trust where it comes from.</source>
        <translation>Nichts wurde entpackt. Trauen Sie der Herkunft nicht.</translation>
    </message>
    <message>
        <source>ONNX Runtime Web and Transformers.js, on WebAssembly or WebGPU.</source>
        <translation>ONNX Runtime Web und Transformers.js, auf WebAssembly oder WebGPU.</translation>
    </message>
    <message>
        <source>ONNX Runtime on x86 or Arm processors, without a graphics card.</source>
        <translation>ONNX Runtime auf x86- oder Arm-Prozessoren, ohne Grafikkarte.</translation>
    </message>
    <message>
        <source>One entry is not a file and is left alone, {0}: {1}.</source>
        <translation>Ein Eintrag ist keine Datei und bleibt unbeachtet, {0}: {1}.</translation>
    </message>
    <message>
        <source>One example that the recipe excludes or relabels is not in the data: {0}.</source>
        <translation>Ein Beispiel, das das Rezept weglässt oder umbenennt, ist nicht in den Daten: {0}.</translation>
    </message>
    <message>
        <source>One image has more than one label: {0}.</source>
        <translation>Ein Bild hat mehr als ein Label: {0}.</translation>
    </message>
    <message>
        <source>One image is in more than one split: {0}. The test would measure memory.</source>
        <translation>Ein Bild steht in mehr als einem Teil: {0}. Der Test würde das Gedächtnis messen.</translation>
    </message>
    <message>
        <source>One image occurs more than once ({0}), with the same label.</source>
        <translation>Ein Bild kommt mehr als einmal vor ({0}), mit demselben Label.</translation>
    </message>
    <message>
        <source>One of {0} images cannot be read and is left out, {1}: {2}</source>
        <translation>Eines von {0} Bildern kann nicht gelesen werden und wird weggelassen, {1}: {2}</translation>
    </message>
    <message>
        <source>One of {0} images cannot be read, {1}: {2}</source>
        <translation>Eines von {0} Bildern kann nicht gelesen werden, {1}: {2}</translation>
    </message>
    <message>
        <source>One of {0} texts cannot be read and is left out, {1}: {2}</source>
        <translation>Einer von {0} Texten kann nicht gelesen werden und wird weggelassen, {1}: {2}</translation>
    </message>
    <message>
        <source>One of {0} texts cannot be read, {1}: {2}</source>
        <translation>Einer von {0} Texten kann nicht gelesen werden, {1}: {2}</translation>
    </message>
    <message>
        <source>One text has more than one label: {0}.</source>
        <translation>Ein Text hat mehr als ein Label: {0}.</translation>
    </message>
    <message>
        <source>One text is in more than one split: {0}. The test would measure memory.</source>
        <translation>Ein Text steht in mehr als einem Teil: {0}. Der Test würde das Gedächtnis messen.</translation>
    </message>
    <message>
        <source>One text occurs more than once ({0}), with the same label.</source>
        <translation>Ein Text kommt mehr als einmal vor ({0}), mit demselben Label.</translation>
    </message>
    <message>
        <source>Only “{0}” has rows that are kept, so there is nothing to tell apart.</source>
        <translation>Nur zu „{0}“ gibt es behaltene Zeilen, also ist nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Open a model from an export folder, or use this file as a teacher.</source>
        <translation>Öffnen Sie ein Modell aus einem Exportordner, oder nehmen Sie diese Datei als Lehrer.</translation>
    </message>
    <message>
        <source>Open it instead of starting it.</source>
        <translation>Öffnen Sie ihn, statt ihn zu starten.</translation>
    </message>
    <message>
        <source>Open it with a newer KD Studio.</source>
        <translation>Öffnen Sie es mit einem neueren KD Studio.</translation>
    </message>
    <message>
        <source>Open it with that version.</source>
        <translation>Öffnen Sie es mit jener Version.</translation>
    </message>
    <message>
        <source>Open the file with CPUExecutionProvider; one thread is often the fastest for a small model.</source>
        <translation>Öffnen Sie die Datei mit CPUExecutionProvider; für ein kleines Modell ist ein Thread oft am schnellsten.</translation>
    </message>
    <message>
        <source>Ordinary training without a teacher.</source>
        <translation>Gewöhnliches Training ohne Lehrer.</translation>
    </message>
    <message>
        <source>Paste real inputs, with their label.</source>
        <translation>Fügen Sie echte Eingaben mit ihrem Label ein.</translation>
    </message>
    <message>
        <source>Phones and tablets with an Arm processor, through ONNX Runtime’s CPU or XNNPACK kernels.</source>
        <translation>Telefone und Tablets mit Arm-Prozessor, über die CPU- oder XNNPACK-Kernel von ONNX Runtime.</translation>
    </message>
    <message>
        <source>Plain 3×3 convolutions; a wide student that quantizes well.</source>
        <translation>Einfache 3×3-Faltungen; ein breiter Schüler, der sich gut quantisieren lässt.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Prepare the teacher</source>
        <translation>Den Lehrer vorbereiten</translation>
    </message>
    <message>
        <source>Put that in row 1.</source>
        <translation>Schreiben Sie das in Zeile 1.</translation>
    </message>
    <message>
        <source>Put the images of each class into a folder named after the class: class/, split/class/ or class/split/.</source>
        <translation>Legen Sie die Bilder jeder Klasse in einen Ordner mit deren Namen: class/, split/class/ oder class/split/.</translation>
    </message>
    <message>
        <source>Put {0} beside {1}; TensorFlow and Flax weights are not read.</source>
        <translation>Legen Sie {0} neben {1}; Gewichte von TensorFlow und Flax werden nicht gelesen.</translation>
    </message>
    <message>
        <source>PyTorch could not turn the network into a graph: {0}.</source>
        <translation>PyTorch konnte das Netz nicht in einen Graphen verwandeln: {0}.</translation>
    </message>
    <message>
        <source>Quantized as a whole for the NPU of a Snapdragon, through the QNN provider.</source>
        <translation>Als Ganzes für die NPU eines Snapdragon quantisiert, über den QNN-Provider.</translation>
    </message>
    <message>
        <source>Raise data.max_length if what matters comes late in a text.</source>
        <translation>Erhöhen Sie data.max_length, wenn das Wichtige erst spät im Text kommt.</translation>
    </message>
    <message>
        <source>Raise the spend cap and start again; all answers are kept.</source>
        <translation>Heben Sie die Ausgabengrenze an, und starten Sie erneut; alle Antworten bleiben erhalten.</translation>
    </message>
    <message>
        <source>Ran out of memory computing {0} examples at once.</source>
        <translation>Beim Berechnen von {0} Beispielen auf einmal ging der Speicher aus.</translation>
    </message>
    <message>
        <source>Ran out of memory.</source>
        <translation>Der Speicher ging aus.</translation>
    </message>
    <message>
        <source>Reach the teacher</source>
        <translation>Den Lehrer erreichen</translation>
    </message>
    <message>
        <source>Read the data</source>
        <translation>Daten lesen</translation>
    </message>
    <message>
        <source>Relabel or leave out the wrong ones, or accept them if the small difference matters.</source>
        <translation>Ändern Sie die falschen Labels, lassen Sie diese Beispiele weg, oder nehmen Sie sie hin, wenn der kleine Unterschied zählt.</translation>
    </message>
    <message>
        <source>Remove it from one of the two.</source>
        <translation>Entfernen Sie es bei einem von beiden.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen Sie es.</translation>
    </message>
    <message>
        <source>Remove them from data.exclude or data.relabel, or check the data folder.</source>
        <translation>Entfernen Sie sie aus data.exclude oder data.relabel, oder prüfen Sie den Datenordner.</translation>
    </message>
    <message>
        <source>Report it.</source>
        <translation>Melden Sie es.</translation>
    </message>
    <message>
        <source>Resume from step {0}.</source>
        <translation>Setzen Sie ab Schritt {0} fort.</translation>
    </message>
    <message>
        <source>Resume with a lower learning rate; the last checkpoint is from before it.</source>
        <translation>Setzen Sie mit einer kleineren Lernrate fort; der letzte Checkpoint ist von vorher.</translation>
    </message>
    <message>
        <source>Resume with plan.micro_batch={0} (was {1}); every step still learns from {2}.</source>
        <translation>Setzen Sie mit plan.micro_batch={0} (war {1}) fort; jeder Schritt lernt weiterhin von {2}.</translation>
    </message>
    <message>
        <source>Save an array of shape (examples, classes).</source>
        <translation>Speichern Sie ein Array der Form (Beispiele, Klassen).</translation>
    </message>
    <message>
        <source>Save it again with save_pretrained.</source>
        <translation>Speichern Sie es noch einmal mit save_pretrained.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Speichern Sie sie als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>Save it as JSON Lines (.jsonl): one object a line, with a field for the label.</source>
        <translation>Speichern Sie sie als JSON Lines (.jsonl): ein Objekt je Zeile, mit einem Feld für die Klasse.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie es als UTF-8.</translation>
    </message>
    <message>
        <source>Save model.state_dict(), not the optimiser or a single tensor.</source>
        <translation>Speichern Sie model.state_dict(), nicht den Optimierer oder einen einzelnen Tensor.</translation>
    </message>
    <message>
        <source>Save plain numbers.</source>
        <translation>Speichern Sie einfache Zahlen.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei in UTF-8.</translation>
    </message>
    <message>
        <source>Save the folder again with a current transformers.</source>
        <translation>Speichern Sie den Ordner noch einmal mit einem aktuellen transformers.</translation>
    </message>
    <message>
        <source>Save the folder again with save_pretrained.</source>
        <translation>Speichern Sie den Ordner noch einmal mit save_pretrained.</translation>
    </message>
    <message>
        <source>Save the folder again, or copy it anew.</source>
        <translation>Speichern Sie den Ordner noch einmal, oder kopieren Sie ihn neu.</translation>
    </message>
    <message>
        <source>Save the model again, or copy the file anew.</source>
        <translation>Speichern Sie das Modell noch einmal, oder kopieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>Save the model again, or copy the folder anew.</source>
        <translation>Speichern Sie das Modell noch einmal, oder kopieren Sie den Ordner neu.</translation>
    </message>
    <message>
        <source>Save the model with its weights inside, or in a file beside it.</source>
        <translation>Speichern Sie das Modell mit seinen Gewichten darin oder in einer Datei daneben.</translation>
    </message>
    <message>
        <source>Save the sheet as CSV in your spreadsheet program, then drop that file.</source>
        <translation>Speichern Sie die Tabelle in Ihrer Tabellenkalkulation als CSV und legen Sie dann diese Datei hier ab.</translation>
    </message>
    <message>
        <source>Save them together.</source>
        <translation>Speichern Sie sie zusammen.</translation>
    </message>
    <message>
        <source>Say who writes it, where, and how long it is: “the first line of a mail to our support”.</source>
        <translation>Sagen Sie, wer sie schreibt, wo und wie lang: „die erste Zeile einer E-Mail an unseren Support“.</translation>
    </message>
    <message>
        <source>Set data.channels to {0}.</source>
        <translation>Setzen Sie data.channels auf {0}.</translation>
    </message>
    <message>
        <source>Set data.image_size and data.channels to those of the teacher.</source>
        <translation>Setzen Sie data.image_size und data.channels auf die des Lehrers.</translation>
    </message>
    <message>
        <source>Set data.image_size to {0} or more.</source>
        <translation>Setzen Sie data.image_size auf {0} oder mehr.</translation>
    </message>
    <message>
        <source>Set data.image_size to {0}, as it was trained with.</source>
        <translation>Setzen Sie data.image_size auf {0}, womit es trainiert wurde.</translation>
    </message>
    <message>
        <source>Set data.max_length to {0} or less.</source>
        <translation>Setzen Sie data.max_length auf {0} oder weniger.</translation>
    </message>
    <message>
        <source>Set data.tokenizer to the folder with the teacher’s tokenizer.json, or leave it empty to take that one.</source>
        <translation>Setzen Sie data.tokenizer auf den Ordner mit der tokenizer.json des Lehrers, oder lassen Sie es leer, um diese zu nehmen.</translation>
    </message>
    <message>
        <source>Set data.tokenizer to the folder with the teacher’s tokenizer.json.</source>
        <translation>Setzen Sie data.tokenizer auf den Ordner mit der tokenizer.json des Lehrers.</translation>
    </message>
    <message>
        <source>Set every augmentation to 0 to say so in the recipe.</source>
        <translation>Setzen Sie jede Augmentierung auf 0, damit das Rezept es sagt.</translation>
    </message>
    <message>
        <source>Set export.opset to {0} or less.</source>
        <translation>Setzen Sie export.opset auf {0} oder weniger.</translation>
    </message>
    <message>
        <source>Set the task to image-classification.</source>
        <translation>Setzen Sie die Aufgabe auf image-classification.</translation>
    </message>
    <message>
        <source>Set the task to {0}, or name the column: data.input_column.</source>
        <translation>Setzen Sie die Aufgabe auf {0}, oder nennen Sie die Spalte: data.input_column.</translation>
    </message>
    <message>
        <source>Settings of {0}: {1}.</source>
        <translation>Einstellungen von {0}: {1}.</translation>
    </message>
    <message>
        <source>Shallow and wide: quick on a phone, the usual student of ResNet-32×4.</source>
        <translation>Flach und breit: schnell auf einem Telefon, der übliche Schüler von ResNet-32×4.</translation>
    </message>
    <message>
        <source>Shorten the task, or allow shorter texts.</source>
        <translation>Kürzen Sie die Aufgabe, oder lassen Sie kürzere Texte schreiben.</translation>
    </message>
    <message>
        <source>Small differences will be chance. Add images, or give the split a larger share.</source>
        <translation>Kleine Unterschiede werden Zufall sein. Fügen Sie Bilder hinzu, oder geben Sie diesem Teil einen größeren Anteil.</translation>
    </message>
    <message>
        <source>Small differences will be chance. Add texts, or give the split a larger share.</source>
        <translation>Kleine Unterschiede werden Zufall sein. Fügen Sie Texte hinzu, oder geben Sie diesem Teil einen größeren Anteil.</translation>
    </message>
    <message>
        <source>Split the file.</source>
        <translation>Teilen Sie die Datei.</translation>
    </message>
    <message>
        <source>Split, filter and shuffle: quick on phones for its accuracy.</source>
        <translation>Teilen, filtern, mischen: schnell auf Telefonen für seine Genauigkeit.</translation>
    </message>
    <message>
        <source>Start a new run with it instead.</source>
        <translation>Starten Sie stattdessen einen neuen Lauf damit.</translation>
    </message>
    <message>
        <source>Start a new run with the same recipe.</source>
        <translation>Starten Sie einen neuen Lauf mit demselben Rezept.</translation>
    </message>
    <message>
        <source>Start a new run.</source>
        <translation>Starten Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>Starten Sie neu.</translation>
    </message>
    <message>
        <source>Start it again; nothing had been saved yet.</source>
        <translation>Starten Sie ihn noch einmal; gespeichert war noch nichts.</translation>
    </message>
    <message>
        <source>Stopped after epoch {0}: no better validation accuracy for {1} epochs.</source>
        <translation>Nach Epoche {0} angehalten: {1} Epochen lang keine bessere Genauigkeit der Validierung.</translation>
    </message>
    <message>
        <source>Student alone</source>
        <translation>Schüler allein</translation>
    </message>
    <message>
        <source>Student, distilled</source>
        <translation>Schüler, destilliert</translation>
    </message>
    <message>
        <source>Switch INT8 off.</source>
        <translation>Schalten Sie INT8 aus.</translation>
    </message>
    <message>
        <source>Switch ONNX Runtime’s telemetry off with ORT_DISABLE_TELEMETRY=1 where your users would want that.</source>
        <translation>Schalten Sie die Telemetrie von ONNX Runtime mit ORT_DISABLE_TELEMETRY=1 aus, wo Ihre Nutzer das wünschen.</translation>
    </message>
    <message>
        <source>Switch the control run on.</source>
        <translation>Schalten Sie den Kontrolllauf ein.</translation>
    </message>
    <message>
        <source>Take it out of the environment.</source>
        <translation>Nehmen Sie es aus der Umgebung.</translation>
    </message>
    <message>
        <source>Take the model that it was made from.</source>
        <translation>Nehmen Sie das Modell, aus dem sie gemacht wurde.</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Teacher and labels disagree on {0} of the validation examples.</source>
        <translation>Lehrer und Labels widersprechen sich bei {0} der Validierungsbeispiele.</translation>
    </message>
    <message>
        <source>Teacher and student are the same network, so nothing gets smaller.</source>
        <translation>Lehrer und Schüler sind dasselbe Netz, es wird also nichts kleiner.</translation>
    </message>
    <message>
        <source>The FP32 file, optimised ahead for phones.</source>
        <translation>Die FP32-Datei, im Voraus für Telefone optimiert.</translation>
    </message>
    <message>
        <source>The Gemma terms cover models trained on its outputs: the same limits must be passed on.</source>
        <translation>Die Gemma-Bedingungen gelten auch für Modelle, die mit seinen Ausgaben trainiert wurden: Dieselben Grenzen sind weiterzugeben.</translation>
    </message>
    <message>
        <source>The INT8 file, optimised ahead for phones.</source>
        <translation>Die INT8-Datei, im Voraus für Telefone optimiert.</translation>
    </message>
    <message>
        <source>The INT8 student</source>
        <translation>Der INT8-Schüler</translation>
    </message>
    <message>
        <source>The ImageNet form of the residual network (He et al. 2016): the defaults are ResNet-18 at half width.</source>
        <translation>Die ImageNet-Form des Residualnetzes (He et al. 2016): voreingestellt ist ResNet-18 mit halber Breite.</translation>
    </message>
    <message>
        <source>The Llama 2 and 3 licences forbid using outputs to improve any language model but Llama itself.</source>
        <translation>Die Lizenzen von Llama 2 und 3 verbieten, mit den Ausgaben ein anderes Sprachmodell als Llama selbst zu verbessern.</translation>
    </message>
    <message>
        <source>The base URL of {0} holds more than a host and a path.</source>
        <translation>Die Basis-URL von {0} enthält mehr als einen Rechner und einen Pfad.</translation>
    </message>
    <message>
        <source>The batch size is not a multiple of the micro-batch.</source>
        <translation>Die Batchgröße ist kein Vielfaches des Mikrobatches.</translation>
    </message>
    <message>
        <source>The bundled sample is sample:digits.</source>
        <translation>Das mitgelieferte Beispiel ist sample:digits.</translation>
    </message>
    <message>
        <source>The catalog of methods and models cannot be read: {0}.</source>
        <translation>Das Verzeichnis der Methoden und Modelle lässt sich nicht lesen: {0}.</translation>
    </message>
    <message>
        <source>The class names {0} differ only by case, space or the form of their characters.</source>
        <translation>Die Klassennamen {0} unterscheiden sich nur in Groß- und Kleinschreibung, Leerzeichen oder der Form ihrer Zeichen.</translation>
    </message>
    <message>
        <source>The class “{0}” has no image that can be used.</source>
        <translation>Die Klasse „{0}“ hat kein brauchbares Bild.</translation>
    </message>
    <message>
        <source>The class “{0}” has no image to train on.</source>
        <translation>Die Klasse „{0}“ hat kein Bild zum Trainieren.</translation>
    </message>
    <message>
        <source>The class “{0}” has no text that can be used.</source>
        <translation>Die Klasse „{0}“ hat keinen brauchbaren Text.</translation>
    </message>
    <message>
        <source>The class “{0}” has no text to train on.</source>
        <translation>Die Klasse „{0}“ hat keinen Text zum Trainieren.</translation>
    </message>
    <message>
        <source>The class “{0}” is too small to be in every split.</source>
        <translation>Die Klasse „{0}“ ist zu klein, um in jedem Teil vorzukommen.</translation>
    </message>
    <message>
        <source>The content is not an image of a known type ({0}).</source>
        <translation>Der Inhalt ist kein Bild eines bekannten Typs ({0}).</translation>
    </message>
    <message>
        <source>The data changed while it was read, at {0}.</source>
        <translation>Die Daten änderten sich beim Lesen, bei {0}.</translation>
    </message>
    <message>
        <source>The data has changed since the last checkpoint, so this run cannot be resumed exactly.</source>
        <translation>Die Daten haben sich seit dem letzten Checkpoint geändert, deshalb lässt sich dieser Lauf nicht genau fortsetzen.</translation>
    </message>
    <message>
        <source>The decoded images need {0} GB, {1} GB are free.</source>
        <translation>Die dekodierten Bilder brauchen {0} GB, frei sind {1} GB.</translation>
    </message>
    <message>
        <source>The disk is full: {0} could not be written; {1} MB are free, which is too little.</source>
        <translation>Die Platte ist voll: {0} konnte nicht geschrieben werden; frei sind {1} MB, das ist zu wenig.</translation>
    </message>
    <message>
        <source>The ends of its stages are {0}.</source>
        <translation>Die Enden seiner Stufen sind {0}.</translation>
    </message>
    <message>
        <source>The example has no label.</source>
        <translation>Das Beispiel hat kein Label.</translation>
    </message>
    <message>
        <source>The examples that student and files were trained, calibrated and measured on.</source>
        <translation>Die Beispiele, an denen Schüler und Dateien trainiert, kalibriert und gemessen wurden.</translation>
    </message>
    <message>
        <source>The exported file does not do what the trained network does: {0}.</source>
        <translation>Die exportierte Datei tut nicht, was das trainierte Netz tut: {0}.</translation>
    </message>
    <message>
        <source>The exported student</source>
        <translation>Der exportierte Schüler</translation>
    </message>
    <message>
        <source>The file cannot be opened: {0}.</source>
        <translation>Die Datei lässt sich nicht öffnen: {0}.</translation>
    </message>
    <message>
        <source>The file has more than {0} bytes.</source>
        <translation>Die Datei hat mehr als {0} Bytes.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is not text.</source>
        <translation>Die Datei ist kein Text.</translation>
    </message>
    <message>
        <source>The file uses ONNX operator set {0}; {1} takes at most {2}.</source>
        <translation>Die Datei benutzt den ONNX-Operatorsatz {0}; {1} nimmt höchstens {2}.</translation>
    </message>
    <message>
        <source>The files are named as Transformers.js expects them: dtype fp32, fp16, q8 and q4 find theirs.</source>
        <translation>Die Dateien heißen, wie Transformers.js sie erwartet: dtype fp32, fp16, q8 und q4 finden die ihren.</translation>
    </message>
    <message>
        <source>The held-out set has {0} examples; below {1}, one more or less changes the result by {2} points.</source>
        <translation>Zurückgehalten sind {0} Beispiele; unter {1} ändert eines mehr oder weniger das Ergebnis um {2} Punkte.</translation>
    </message>
    <message>
        <source>The hub could not be asked: {0}.</source>
        <translation>Der Hub konnte nicht gefragt werden: {0}.</translation>
    </message>
    <message>
        <source>The image does not fit into memory.</source>
        <translation>Das Bild passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>The image ends early (it was cut off).</source>
        <translation>Das Bild endet zu früh (es wurde abgeschnitten).</translation>
    </message>
    <message>
        <source>The image has {0} megapixels, above the limit of {1}.</source>
        <translation>Das Bild hat {0} Megapixel und liegt damit über der Grenze von {1}.</translation>
    </message>
    <message>
        <source>The image is damaged ({0}).</source>
        <translation>Das Bild ist beschädigt ({0}).</translation>
    </message>
    <message>
        <source>The image is on the web; only local files are read.</source>
        <translation>Das Bild liegt im Web; gelesen werden nur lokale Dateien.</translation>
    </message>
    <message>
        <source>The input “{0}” of {1} is a {2}, not numbers.</source>
        <translation>Die Eingabe „{0}“ von {1} ist ein {2}, keine Zahlen.</translation>
    </message>
    <message>
        <source>The key holds signs that no key has.</source>
        <translation>Der Schlüssel enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>The label of good example {0}, “{1}”, is none of the task’s.</source>
        <translation>Das Label des guten Beispiels {0}, „{1}“, gehört nicht zur Aufgabe.</translation>
    </message>
    <message>
        <source>The label “{0}” is there {1} times.</source>
        <translation>Das Label „{0}“ ist {1}-mal da.</translation>
    </message>
    <message>
        <source>The licence allows no commercial use; that may cover the student.</source>
        <translation>Die Lizenz erlaubt keine kommerzielle Nutzung; das kann auch für den Schüler gelten.</translation>
    </message>
    <message>
        <source>The licence asks that a model trained on outputs is named “Llama…” and says “Built with Llama”.</source>
        <translation>Die Lizenz verlangt, dass ein mit den Ausgaben trainiertes Modell „Llama…“ heißt und „Built with Llama“ sagt.</translation>
    </message>
    <message>
        <source>The line has more than {0} characters.</source>
        <translation>Die Zeile hat mehr als {0} Zeichen.</translation>
    </message>
    <message>
        <source>The line is a {0}, not an object with named fields.</source>
        <translation>Die Zeile ist {0}, kein Objekt mit benannten Feldern.</translation>
    </message>
    <message>
        <source>The line is nested too deeply.</source>
        <translation>Die Zeile ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The line is not JSON: {0} at character {1}.</source>
        <translation>Die Zeile ist kein JSON: {0} bei Zeichen {1}.</translation>
    </message>
    <message>
        <source>The line is not usable: {0}.</source>
        <translation>Die Zeile ist unbrauchbar: {0}.</translation>
    </message>
    <message>
        <source>The line was left out.</source>
        <translation>Die Zeile wurde weggelassen.</translation>
    </message>
    <message>
        <source>The log has version {0}; this KD Studio reads up to {1}.</source>
        <translation>Das Protokoll hat die Version {0}; dieses KD Studio liest bis {1}.</translation>
    </message>
    <message>
        <source>The loss became {0} at step {1}.</source>
        <translation>Der Verlust wurde bei Schritt {1} zu {0}.</translation>
    </message>
    <message>
        <source>The micro-batch is larger than the batch.</source>
        <translation>Der Mikrobatch ist größer als der Batch.</translation>
    </message>
    <message>
        <source>The model in {0} could not be built: {1}.</source>
        <translation>Das Modell in {0} konnte nicht gebaut werden: {1}.</translation>
    </message>
    <message>
        <source>The model in {0} has version {1}; this KD Studio reads up to {2}.</source>
        <translation>Das Modell in {0} hat die Version {1}; dieses KD Studio liest bis {2}.</translation>
    </message>
    <message>
        <source>The model in {0} is of type “{1}”, which transformers {2} does not know as a classifier of {3}.</source>
        <translation>Das Modell in {0} ist vom Typ „{1}“, den transformers {2} nicht als Klassifikator für {3} kennt.</translation>
    </message>
    <message>
        <source>The model in {0} is quantized already.</source>
        <translation>Das Modell in {0} ist schon quantisiert.</translation>
    </message>
    <message>
        <source>The model whose answers the student learnt.</source>
        <translation>Das Modell, dessen Antworten der Schüler gelernt hat.</translation>
    </message>
    <message>
        <source>The model {0} of timm {1}.</source>
        <translation>Das Modell {0} von timm {1}.</translation>
    </message>
    <message>
        <source>The network could not be {0}: {1}.</source>
        <translation>Mit dem Netz ging es nicht weiter ({0}): {1}.</translation>
    </message>
    <message>
        <source>The network in {0} cannot take images of {1}×{2} pixels: {3}.</source>
        <translation>Das Netz in {0} kann Bilder von {1}×{2} Pixeln nicht annehmen: {3}.</translation>
    </message>
    <message>
        <source>The network in {0} takes {1} images, the data holds {2} ones.</source>
        <translation>Das Netz in {0} nimmt Bilder der Art „{1}“ an, die Daten enthalten solche der Art „{2}“.</translation>
    </message>
    <message>
        <source>The network that a folder on this disk describes, with its weights and a new head.</source>
        <translation>Das Netz, das ein Ordner auf dieser Platte beschreibt, mit seinen Gewichten und einem neuen Kopf.</translation>
    </message>
    <message>
        <source>The network uses the operator {0}, which has no counterpart in ONNX.</source>
        <translation>Das Netz benutzt den Operator {0}, der in ONNX keine Entsprechung hat.</translation>
    </message>
    <message>
        <source>The network’s weights take {0} GB; one ONNX file holds at most 2 GB.</source>
        <translation>Die Gewichte des Netzes brauchen {0} GB; eine ONNX-Datei fasst höchstens 2 GB.</translation>
    </message>
    <message>
        <source>The next request may cost {0}, and {1} of the cap of {2} are spent.</source>
        <translation>Die nächste Anfrage kostet vielleicht {0}, und von der Grenze von {2} sind {1} ausgegeben.</translation>
    </message>
    <message>
        <source>The package timm is installed, but it cannot start: {0}.</source>
        <translation>Das Paket timm ist installiert, startet aber nicht: {0}.</translation>
    </message>
    <message>
        <source>The provider’s terms forbid training models that compete with its own.</source>
        <translation>Die Bedingungen des Anbieters verbieten, Modelle zu trainieren, die mit seinen konkurrieren.</translation>
    </message>
    <message>
        <source>The proxy that this computer names cannot be used: {0}.</source>
        <translation>Der Proxy, den dieser Rechner nennt, ist nicht verwendbar: {0}.</translation>
    </message>
    <message>
        <source>The purpose is not said.</source>
        <translation>Der Zweck ist nicht gesagt.</translation>
    </message>
    <message>
        <source>The recipe asks for no integers (export.int8).</source>
        <translation>Das Rezept will keine ganzen Zahlen (export.int8).</translation>
    </message>
    <message>
        <source>The row has no image.</source>
        <translation>Die Zeile hat kein Bild.</translation>
    </message>
    <message>
        <source>The row has no label in “{0}”.</source>
        <translation>Die Zeile hat kein Label in „{0}“.</translation>
    </message>
    <message>
        <source>The row has no text in “{0}”.</source>
        <translation>Die Zeile hat keinen Text in „{0}“.</translation>
    </message>
    <message>
        <source>The row has no text.</source>
        <translation>Die Zeile hat keinen Text.</translation>
    </message>
    <message>
        <source>The row has {0} fields instead of {1}.</source>
        <translation>Die Zeile hat {0} Felder statt {1}.</translation>
    </message>
    <message>
        <source>The row holds bytes that are not text.</source>
        <translation>Die Zeile enthält Bytes, die kein Text sind.</translation>
    </message>
    <message>
        <source>The rows of {0} cannot be matched to the examples: {1}.</source>
        <translation>Die Zeilen von {0} lassen sich den Beispielen nicht zuordnen: {1}.</translation>
    </message>
    <message>
        <source>The same text is there already.</source>
        <translation>Der gleiche Text ist schon da.</translation>
    </message>
    <message>
        <source>The smallest residual network; fits where every kilobyte counts.</source>
        <translation>Das kleinste Residualnetz; passt, wo jedes Kilobyte zählt.</translation>
    </message>
    <message>
        <source>The steps between them are trained again.</source>
        <translation>Die Schritte dazwischen werden noch einmal trainiert.</translation>
    </message>
    <message>
        <source>The student</source>
        <translation>Der Schüler</translation>
    </message>
    <message>
        <source>The student alone is right on {0} of the validation examples, the teacher on {1}.</source>
        <translation>Der Schüler allein hat {0} der Validierungsbeispiele richtig, der Lehrer {1}.</translation>
    </message>
    <message>
        <source>The student alone was right on {0} of the test examples in the run “{1}”; this teacher is right on {2}. Distilling is the wrong tool here.</source>
        <translation>Der Schüler allein hatte im Lauf „{1}“ {0} der Testbeispiele richtig; dieser Lehrer hat {2} richtig. Destillieren ist hier das falsche Werkzeug.</translation>
    </message>
    <message>
        <source>The student can learn it from the labels alone; give the labels more weight (method.label_weight).</source>
        <translation>Der Schüler kann sie aus den Labels allein lernen; geben Sie den Labels mehr Gewicht (method.label_weight).</translation>
    </message>
    <message>
        <source>The student has {0} parameters, the teacher {1}: nothing gets smaller.</source>
        <translation>Der Schüler hat {0} Parameter, der Lehrer {1}: Es wird nichts kleiner.</translation>
    </message>
    <message>
        <source>The student learns how far apart examples lie for the teacher, and at which angles.</source>
        <translation>Der Schüler lernt, wie weit und in welchen Winkeln die Beispiele für den Lehrer auseinanderliegen.</translation>
    </message>
    <message>
        <source>The student learns how the teacher’s answers relate to each other, not how large they are.</source>
        <translation>Der Schüler lernt, wie sich die Antworten des Lehrers zueinander verhalten, nicht wie groß sie sind.</translation>
    </message>
    <message>
        <source>The student learns the order the teacher sees among classes and among examples; for a far better teacher.</source>
        <translation>Der Schüler lernt die Ordnung, die der Lehrer zwischen Klassen und zwischen Beispielen sieht; für einen weit besseren Lehrer.</translation>
    </message>
    <message>
        <source>The student learns the teacher’s probabilities over all classes, softened by a temperature.</source>
        <translation>Der Schüler lernt die Wahrscheinlichkeiten des Lehrers über alle Klassen, durch eine Temperatur geglättet.</translation>
    </message>
    <message>
        <source>The student learns to look at the same places of a picture as its teacher.</source>
        <translation>Der Schüler lernt, auf dieselben Stellen eines Bildes zu achten wie sein Lehrer.</translation>
    </message>
    <message>
        <source>The student’s middle layers learn to give what the teacher’s give.</source>
        <translation>Die mittleren Schichten des Schülers lernen zu geben, was die des Lehrers geben.</translation>
    </message>
    <message>
        <source>The task has no name.</source>
        <translation>Die Aufgabe hat keinen Namen.</translation>
    </message>
    <message>
        <source>The task has {0}.</source>
        <translation>Die Aufgabe hat {0}.</translation>
    </message>
    <message>
        <source>The teacher gave no label of the task.</source>
        <translation>Der Lehrer hat kein Label der Aufgabe genannt.</translation>
    </message>
    <message>
        <source>The teacher gave no whole answer within {0} s.</source>
        <translation>Der Lehrer hat innerhalb von {0} s keine ganze Antwort gegeben.</translation>
    </message>
    <message>
        <source>The teacher has no base URL.</source>
        <translation>Der Lehrer hat keine Basis-URL.</translation>
    </message>
    <message>
        <source>The teacher is never right about “{0}”{1}. It may never have seen that class.</source>
        <translation>Der Lehrer hat bei „{0}“{1} nie recht. Er hat diese Klasse vielleicht nie gesehen.</translation>
    </message>
    <message>
        <source>The teacher is right on {0} of the held-out examples. The student learns its mistakes too; look at the confusion, and say in the brief where the border runs.</source>
        <translation>Der Lehrer liegt bei {0} der zurückgehaltenen Beispiele richtig. Der Schüler lernt auch seine Fehler; sehen Sie sich die Verwechslungen an, und sagen Sie in der Beschreibung, wo die Grenze verläuft.</translation>
    </message>
    <message>
        <source>The teacher is right on {0} of the validation examples, but would be on {1} if its answers stood for the classes in another order: {2}.</source>
        <translation>Der Lehrer liegt bei {0} der Validierungsbeispiele richtig, läge aber bei {1}, wenn seine Antworten in anderer Reihenfolge für die Klassen stünden: {2}.</translation>
    </message>
    <message>
        <source>The teacher is right on {0} of the validation examples; guessing would be right on {1}. It does not know this data.</source>
        <translation>Der Lehrer hat {0} der Validierungsbeispiele richtig; Raten hätte {1} richtig. Er kennt diese Daten nicht.</translation>
    </message>
    <message>
        <source>The teacher is right on {0} of {1} held-out examples, which is no better than always answering “{2}” ({3}). Do not train on it: choose a larger teacher, or say the task more clearly.</source>
        <translation>Der Lehrer liegt bei {0} von {1} zurückgehaltenen Beispielen richtig, nicht besser als immer „{2}“ zu antworten ({3}). Trainieren Sie nicht damit: Wählen Sie einen größeren Lehrer, oder beschreiben Sie die Aufgabe klarer.</translation>
    </message>
    <message>
        <source>The teacher talks about its work instead of writing the text.</source>
        <translation>Der Lehrer redet über seine Arbeit, statt den Text zu schreiben.</translation>
    </message>
    <message>
        <source>The teacher wavers between two labels.</source>
        <translation>Der Lehrer schwankt zwischen zwei Labels.</translation>
    </message>
    <message>
        <source>The teacher’s answer was of no use.</source>
        <translation>Die Antwort des Lehrers war unbrauchbar.</translation>
    </message>
    <message>
        <source>The teacher’s answers need {0} MB, {1} MB are free.</source>
        <translation>Die Antworten des Lehrers brauchen {0} MB, frei sind {1} MB.</translation>
    </message>
    <message>
        <source>The teacher’s answers to the test examples are not known, so it is not in the table.</source>
        <translation>Die Antworten des Lehrers auf die Testbeispiele sind nicht bekannt, deshalb steht er nicht in der Tabelle.</translation>
    </message>
    <message>
        <source>The teacher’s answers to {0} view{1} of {2} examples take {3} MB on disk.</source>
        <translation>Die Antworten des Lehrers auf {0} Ansicht(en){1} von {2} Beispielen brauchen {3} MB auf der Platte.</translation>
    </message>
    <message>
        <source>The teacher’s licence is {0}. {1} Read it before you ship the student.</source>
        <translation>Die Lizenz des Lehrers ist {0}. {1} Lesen Sie sie, bevor Sie den Schüler ausliefern.</translation>
    </message>
    <message>
        <source>The teacher’s word on the label and on the other classes are learnt apart, each on its own scale.</source>
        <translation>Was der Lehrer über das Label und was er über die anderen Klassen sagt, wird getrennt gelernt, jedes in seinem Maßstab.</translation>
    </message>
    <message>
        <source>The text has {0} characters, above the limit of {1}.</source>
        <translation>Der Text hat {0} Zeichen und liegt damit über der Grenze von {1}.</translation>
    </message>
    <message>
        <source>The training engine could not be started: {0}.</source>
        <translation>Das Trainingsprogramm konnte nicht gestartet werden: {0}.</translation>
    </message>
    <message>
        <source>The training engine could not start.</source>
        <translation>Das Trainingsprogramm startete nicht.</translation>
    </message>
    <message>
        <source>The training engine is incomplete: {0}.</source>
        <translation>Das Trainingsprogramm ist unvollständig: {0}.</translation>
    </message>
    <message>
        <source>The training that made it has diverged; take an earlier checkpoint.</source>
        <translation>Das Training, das ihn gemacht hat, ist entgleist; nehmen Sie einen früheren Checkpoint.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>The usual small student for images of 32×32.</source>
        <translation>Der übliche kleine Schüler für Bilder von 32×32.</translation>
    </message>
    <message>
        <source>The usual student of WRN-40-2.</source>
        <translation>Der übliche Schüler von WRN-40-2.</translation>
    </message>
    <message>
        <source>The usual teacher of ResNet-20.</source>
        <translation>Der übliche Lehrer von ResNet-20.</translation>
    </message>
    <message>
        <source>The usual teacher of VGG-8 and of the mobile students.</source>
        <translation>Der übliche Lehrer von VGG-8 und der mobilen Schüler.</translation>
    </message>
    <message>
        <source>The weights became infinite or not a number at step {0}.</source>
        <translation>Die Gewichte wurden bei Schritt {0} unendlich oder keine Zahl mehr.</translation>
    </message>
    <message>
        <source>The weights in {0} do not fit its {1}: {2} of {3} tensors are missing, such as {4}.</source>
        <translation>Die Gewichte in {0} passen nicht zu {1}: {2} von {3} Tensoren fehlen, etwa {4}.</translation>
    </message>
    <message>
        <source>The weights in {0} do not fit {1}: the file {2}.</source>
        <translation>Die Gewichte in {0} passen nicht zu {1}: Die Datei {2}.</translation>
    </message>
    <message>
        <source>The widths {0} of the MLP hold a layer without units.</source>
        <translation>Die Breiten {0} des MLP enthalten eine Schicht ohne Einheiten.</translation>
    </message>
    <message>
        <source>The worker’s log says why; a newer KD Studio may know this kind of model.</source>
        <translation>Das Protokoll des Auftrags sagt, warum; ein neueres KD Studio kennt diese Art von Modell vielleicht.</translation>
    </message>
    <message>
        <source>The {0} calibration examples show {1} of {2} classes; use more of them.</source>
        <translation>Die {0} Kalibrierungsbeispiele zeigen {1} von {2} Klassen; nehmen Sie mehr davon.</translation>
    </message>
    <message>
        <source>The {0} has no architecture.</source>
        <translation>Eine Architektur fehlt ({0}).</translation>
    </message>
    <message>
        <source>The {0} has no feature maps to compare.</source>
        <translation>Zum Vergleichen fehlen Merkmalskarten ({0}).</translation>
    </message>
    <message>
        <source>The {0} has no layer “{1}” that gives a feature map.</source>
        <translation>Keine Schicht „{1}“ gibt eine Merkmalskarte ({0}).</translation>
    </message>
    <message>
        <source>The {0} split has only one image: the accuracy can only be 0 or 100 %.</source>
        <translation>Der Teil „{0}“ hat nur ein Bild: Die Genauigkeit kann nur 0 oder 100 % sein.</translation>
    </message>
    <message>
        <source>The {0} split has only one text: the accuracy can only be 0 or 100 %.</source>
        <translation>Der Teil „{0}“ hat nur einen Text: Die Genauigkeit kann nur 0 oder 100 % sein.</translation>
    </message>
    <message>
        <source>The {0} split has only {1} images: one more right answer adds {2} points of accuracy.</source>
        <translation>Der Teil „{0}“ hat nur {1} Bilder: Eine richtige Antwort mehr ergibt {2} Prozentpunkte Genauigkeit.</translation>
    </message>
    <message>
        <source>The {0} split has only {1} texts: one more right answer adds {2} points of accuracy.</source>
        <translation>Der Teil „{0}“ hat nur {1} Texte: Eine richtige Antwort mehr ergibt {2} Prozentpunkte Genauigkeit.</translation>
    </message>
    <message>
        <source>The {0} that belongs to {1} is not beside it.</source>
        <translation>Zu {1} fehlt daneben: {0}.</translation>
    </message>
    <message>
        <source>There are fewer than two labels.</source>
        <translation>Es gibt weniger als zwei Labels.</translation>
    </message>
    <message>
        <source>There are no training examples to calibrate INT8 with.</source>
        <translation>Es gibt keine Trainingsbeispiele, um INT8 zu kalibrieren.</translation>
    </message>
    <message>
        <source>There are no weights in {0}.</source>
        <translation>In {0} sind keine Gewichte.</translation>
    </message>
    <message>
        <source>There are {0} of {1} bad examples.</source>
        <translation>Es gibt {0} von {1} schlechten Beispielen.</translation>
    </message>
    <message>
        <source>There are {0} of {1} good examples.</source>
        <translation>Es gibt {0} von {1} guten Beispielen.</translation>
    </message>
    <message>
        <source>There are {0}.</source>
        <translation>Es gibt {0}.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is no Hugging Face folder at {0}: {1} is missing.</source>
        <translation>Bei {0} ist kein Hugging-Face-Ordner: {1} fehlt.</translation>
    </message>
    <message>
        <source>There is no architecture “{0}”.</source>
        <translation>Es gibt keine Architektur „{0}“.</translation>
    </message>
    <message>
        <source>There is no bundled sample “{0}”.</source>
        <translation>Es gibt kein mitgeliefertes Beispiel „{0}“.</translation>
    </message>
    <message>
        <source>There is no column “{0}”; the columns are {1}.</source>
        <translation>Es gibt keine Spalte „{0}“; die Spalten sind {1}.</translation>
    </message>
    <message>
        <source>There is no data at {0}.</source>
        <translation>Bei {0} sind keine Daten.</translation>
    </message>
    <message>
        <source>There is no file at {0}.</source>
        <translation>Unter {0} gibt es keine Datei.</translation>
    </message>
    <message>
        <source>There is no file with texts at {0}.</source>
        <translation>Unter {0} gibt es keine Datei mit Texten.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
        <source>There is no held-out set, so nobody knows how good the teacher’s labels are. Label {0} texts yourself before you train.</source>
        <translation>Es sind keine Beispiele zurückgehalten, also weiß niemand, wie gut die Labels des Lehrers sind. Geben Sie vor dem Training selbst {0} Texten ein Label.</translation>
    </message>
    <message>
        <source>There is no method “{0}”.</source>
        <translation>Es gibt keine Methode „{0}“.</translation>
    </message>
    <message>
        <source>There is no model at {0}.</source>
        <translation>Bei {0} ist kein Modell.</translation>
    </message>
    <message>
        <source>There is no model in {0}.</source>
        <translation>In {0} ist kein Modell.</translation>
    </message>
    <message>
        <source>There is no model “{0}” on the hub, or it is private.</source>
        <translation>Im Hub gibt es kein Modell „{0}“, oder es ist privat.</translation>
    </message>
    <message>
        <source>There is no recipe at {0}.</source>
        <translation>Bei {0} ist kein Rezept.</translation>
    </message>
    <message>
        <source>There is no run “{0}” in the trash.</source>
        <translation>Im Papierkorb ist kein Lauf „{0}“.</translation>
    </message>
    <message>
        <source>There is no run “{0}”.</source>
        <translation>Es gibt keinen Lauf „{0}“.</translation>
    </message>
    <message>
        <source>There is no setting {0}.{1}.</source>
        <translation>Es gibt keine Einstellung {0}.{1}.</translation>
    </message>
    <message>
        <source>There is no setting “{0}” of a task.</source>
        <translation>Eine Aufgabe hat keine Einstellung „{0}“.</translation>
    </message>
    <message>
        <source>There is no setting “{0}”.</source>
        <translation>Es gibt keine Einstellung „{0}“.</translation>
    </message>
    <message>
        <source>There is no task at {0}.</source>
        <translation>Unter {0} ist keine Aufgabe.</translation>
    </message>
    <message>
        <source>There is no teacher at {0}.</source>
        <translation>Bei {0} ist kein Lehrer.</translation>
    </message>
    <message>
        <source>There is no {0} at {1}.</source>
        <translation>Bei {1} fehlt: {0}.</translation>
    </message>
    <message>
        <source>There is no {0} in {1}.</source>
        <translation>In {1} fehlt: {0}.</translation>
    </message>
    <message>
        <source>There is nothing at {0}.</source>
        <translation>Bei {0} ist nichts.</translation>
    </message>
    <message>
        <source>There is nothing to put into the {0} split: {1} images are too few.</source>
        <translation>Für den Teil „{0}“ bleibt nichts: {1} Bilder sind zu wenige.</translation>
    </message>
    <message>
        <source>There is nothing to put into the {0} split: {1} texts are too few.</source>
        <translation>Für den Teil „{0}“ bleibt nichts: {1} Texte sind zu wenige.</translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>Sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>Too few rows to learn from (below {0}): {1}.</source>
        <translation>Zu wenige Zeilen, um daraus zu lernen (unter {0}): {1}.</translation>
    </message>
    <message>
        <source>Try a larger teacher, or say the task more simply.</source>
        <translation>Versuchen Sie es mit einem größeren Lehrer, oder beschreiben Sie die Aufgabe einfacher.</translation>
    </message>
    <message>
        <source>Unpack it first, then drop what was in it. Zip and tar files are unpacked here.</source>
        <translation>Entpacken Sie es zuerst, und legen Sie dann den Inhalt ab. Zip- und Tar-Dateien werden hier entpackt.</translation>
    </message>
    <message>
        <source>Unpacking {0} needs {1} GB, and {2} GB are free.</source>
        <translation>{0} zu entpacken braucht {1} GB, frei sind {2} GB.</translation>
    </message>
    <message>
        <source>WebGPU runs this file too, but for {0}, which run on the CPU.</source>
        <translation>WebGPU führt auch diese Datei aus, bis auf {0}: Das läuft auf der CPU.</translation>
    </message>
    <message>
        <source>Write and label examples</source>
        <translation>Beispiele schreiben und ihnen Labels geben</translation>
    </message>
    <message>
        <source>Add some to the training split, or merge the class with another.</source>
        <translation>Fügen Sie dem Trainingsteil welche hinzu, oder führen Sie die Klasse mit einer anderen zusammen.</translation>
    </message>
    <message>
        <source>Accuracy will mostly tell about the frequent classes; look at the figures of each class. Rare classes can be given more weight (plan.class_weights).</source>
        <translation>Die Genauigkeit sagt vor allem etwas über die häufigen Klassen; sehen Sie sich die Werte jeder Klasse an. Seltenen Klassen kann mehr Gewicht gegeben werden (plan.class_weights).</translation>
    </message>
    <message>
        <source>Changed by hand: {0} left out, {1} relabelled.</source>
        <translation>Von Hand geändert: {0} weggelassen, {1} umbenannt.</translation>
    </message>
    <message>
        <source>FP16 is for WebGPU with shader-f16; WebAssembly computes it in FP32.</source>
        <translation>FP16 ist für WebGPU mit shader-f16; WebAssembly rechnet es in FP32.</translation>
    </message>
    <message>
        <source>INT8 is no faster than FP32 here, because SiLU is two steps on integers and one in float; a student with ReLU, such as EfficientNet-Lite or MobileNetV2, gains more.</source>
        <translation>INT8 ist hier nicht schneller als FP32, weil SiLU mit ganzen Zahlen zwei Schritte braucht und in Gleitkomma einen; ein Schüler mit ReLU, etwa EfficientNet-Lite oder MobileNetV2, gewinnt mehr.</translation>
    </message>
    <message>
        <source>INT8 is only {0} times as fast as FP32 here, because SiLU is two steps on integers and one in float; a student with ReLU, such as EfficientNet-Lite or MobileNetV2, gains more.</source>
        <translation>INT8 ist hier nur {0}-mal so schnell wie FP32, weil SiLU mit ganzen Zahlen zwei Schritte braucht und in Gleitkomma einen; ein Schüler mit ReLU, etwa EfficientNet-Lite oder MobileNetV2, gewinnt mehr.</translation>
    </message>
    <message>
        <source>It takes operator set {0} at most, {1}, {2}, and numbers of {3}.</source>
        <translation>Höchstens Operatorsatz {0}, {1}, {2} und Zahlen vom Typ {3}.</translation>
    </message>
    <message>
        <source>Leave the copies out of all but one split.</source>
        <translation>Lassen Sie die Kopien in allen Teilen bis auf einen weg.</translation>
    </message>
    <message>
        <source>Left out.</source>
        <translation>Weggelassen.</translation>
    </message>
    <message>
        <source>No file was changed.</source>
        <translation>Keine Datei wurde geändert.</translation>
    </message>
    <message>
        <source>Relabel or leave out the wrong ones.</source>
        <translation>Benennen Sie die falschen um, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Relabelled as “{0}”.</source>
        <translation>Umbenannt in „{0}“.</translation>
    </message>
    <message>
        <source>Repair, replace or leave them out, or have unreadable examples skipped (data.on_unreadable = skip).</source>
        <translation>Reparieren oder ersetzen Sie sie, lassen Sie sie weg, oder lassen Sie unlesbare Beispiele überspringen (data.on_unreadable = skip).</translation>
    </message>
    <message>
        <source>Repair, replace or leave them out.</source>
        <translation>Reparieren oder ersetzen Sie sie, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Select what you want to take back. No file was changed.</source>
        <translation>Wählen Sie aus, was Sie zurücknehmen möchten. Keine Datei wurde geändert.</translation>
    </message>
    <message>
        <source>Set the task to image-classification, or choose a folder or a table of texts.</source>
        <translation>Stellen Sie die Aufgabe auf image-classification, oder wählen Sie einen Ordner oder eine Tabelle mit Texten.</translation>
    </message>
    <message>
        <source>The class “{0}” counts as “{1}”.</source>
        <translation>Die Klasse „{0}“ zählt als „{1}“.</translation>
    </message>
    <message>
        <source>The samples for C++, C#, Kotlin and Swift were left out: {0}. For such an app take a library that reads tokenizer.json, and compare its numbers with those of Python on accents, emoji and several scripts before you ship.</source>
        <translation>Die Beispiele für C++, C#, Kotlin und Swift wurden weggelassen: {0}. Nehmen Sie für eine solche App eine Bibliothek, die tokenizer.json liest, und vergleichen Sie deren Zahlen vor der Auslieferung an Akzenten, Emojis und mehreren Schriften mit denen von Python.</translation>
    </message>
    <message>
        <source>They count more than the others. Keep one of each if that is not wanted, or accept them.</source>
        <translation>Sie zählen mehr als die anderen. Behalten Sie jeweils eines, wenn das nicht gewollt ist, oder nehmen Sie sie hin.</translation>
    </message>
    <message>
        <source>They count more than the others. Leave the copies out if that is not wanted.</source>
        <translation>Sie zählen mehr als die anderen. Lassen Sie die Kopien weg, wenn das nicht gewünscht ist.</translation>
    </message>
    <message>
        <source>This computer has no {0} device that PyTorch can use.</source>
        <translation>Dieser Rechner hat kein {0}-Gerät, das PyTorch benutzen kann.</translation>
    </message>
    <message>
        <source>This file is for a Snapdragon NPU and the QNN provider; on a CPU it is slow.</source>
        <translation>Diese Datei ist für die NPU eines Snapdragon und den QNN-Provider; auf einer CPU ist sie langsam.</translation>
    </message>
    <message>
        <source>This is a text, not an image.</source>
        <translation>Das ist ein Text, kein Bild.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This is self-distillation; choose a smaller student to compress.</source>
        <translation>Das ist Selbstdestillation; wählen Sie einen kleineren Schüler, um zu verkleinern.</translation>
    </message>
    <message>
        <source>This processor’s integer kernel may saturate; it was measured beside the precise one (session.x64quantprecision).</source>
        <translation>Der Ganzzahl-Kernel dieses Prozessors kann überlaufen; er wurde neben dem genauen gemessen (session.x64quantprecision).</translation>
    </message>
    <message>
        <source>This run was resumed with {0}.</source>
        <translation>Dieser Lauf wurde mit {0} fortgesetzt.</translation>
    </message>
    <message>
        <source>Time the files</source>
        <translation>Dateien messen</translation>
    </message>
    <message>
        <source>Train it here first: set teacher.kind to train and teacher.architecture to {0}.</source>
        <translation>Trainieren Sie ihn zuerst hier: Setzen Sie teacher.kind auf train und teacher.architecture auf {0}.</translation>
    </message>
    <message>
        <source>Train longer, choose another method, or give the teacher’s answers more weight.</source>
        <translation>Trainieren Sie länger, wählen Sie eine andere Methode, oder geben Sie den Antworten des Lehrers mehr Gewicht.</translation>
    </message>
    <message>
        <source>Train the student alone</source>
        <translation>Den Schüler allein trainieren</translation>
    </message>
    <message>
        <source>Training on {0} CPU thread{1}, {2} ({3} times faster here than the slowest choice tried).</source>
        <translation>Trainiert wird auf {0} CPU-Thread(s){1}, {2} ({3}-mal schneller als die langsamste Wahl, die hier versucht wurde).</translation>
    </message>
    <message>
        <source>Training starts again from the beginning.</source>
        <translation>Das Training beginnt von vorn.</translation>
    </message>
    <message>
        <source>Use https://, or allow it where you trust the network.</source>
        <translation>Verwenden Sie https://, oder erlauben Sie es, wo Sie dem Netz trauen.</translation>
    </message>
    <message>
        <source>Use inputs of the kind it learnt.</source>
        <translation>Nehmen Sie Eingaben von der Art, die es gelernt hat.</translation>
    </message>
    <message>
        <source>Use the FP32 file, or choose another architecture.</source>
        <translation>Nehmen Sie die FP32-Datei, oder wählen Sie eine andere Architektur.</translation>
    </message>
    <message>
        <source>Use the label file that belongs to the images.</source>
        <translation>Nehmen Sie die Labeldatei, die zu den Bildern gehört.</translation>
    </message>
    <message>
        <source>Use train, validation or test.</source>
        <translation>Nehmen Sie train, validation oder test.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it.</source>
        <translation>Warten Sie, bis er zu Ende ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>WebAssembly uses threads only on pages that are cross-origin isolated (COOP and COEP headers).</source>
        <translation>WebAssembly benutzt Threads nur auf Seiten mit Ursprungsisolation (COOP- und COEP-Header).</translation>
    </message>
    <message>
        <source>What goes in is not described.</source>
        <translation>Was hineingeht, ist nicht beschrieben.</translation>
    </message>
    <message>
        <source>What is derived must be shared alike; that may cover the student.</source>
        <translation>Abgeleitetes ist unter denselben Bedingungen weiterzugeben; das kann auch für den Schüler gelten.</translation>
    </message>
    <message>
        <source>What the teacher says of the wrong classes gets a weight of its own, also where the teacher is sure.</source>
        <translation>Was der Lehrer über die falschen Klassen sagt, bekommt ein eigenes Gewicht, auch wo der Lehrer sicher ist.</translation>
    </message>
    <message>
        <source>With XNNPACK, give its provider the threads and set ONNX Runtime’s own to 1 without spinning.</source>
        <translation>Geben Sie bei XNNPACK dessen Provider die Threads und setzen Sie die von ONNX Runtime auf 1, ohne Spinning.</translation>
    </message>
    <message>
        <source>Without training the student alone, the gain of distilling is not known.</source>
        <translation>Ohne den Schüler allein zu trainieren, bleibt der Gewinn des Destillierens unbekannt.</translation>
    </message>
    <message>
        <source>Write or download it again.</source>
        <translation>Schreiben oder laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>Write the data set</source>
        <translation>Den Datensatz schreiben</translation>
    </message>
    <message>
        <source>Write what a careless author would write, and what is wrong with it.</source>
        <translation>Schreiben Sie, was ein nachlässiger Autor schriebe, und was daran falsch ist.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>as the data says</source>
        <translation>wie in den Daten angegeben</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>corruptions</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>entry {0} of {1}</source>
        <translation>Eintrag {0} von {1}</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>export.variants: there is no kind of file called “{0}”.</source>
        <translation>export.variants: Es gibt keine Dateiart „{0}“.</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>has other shapes:</source>
        <translation>hat andere Formen:</translation>
    </message>
    <message>
        <source>headers</source>
        <translation>Bildköpfe</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>images looked at</source>
        <translation>angesehene Bilder</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>letter by letter</source>
        <translation>Buchstabe für Buchstabe</translation>
    </message>
    <message>
        <source>llama.cpp converts other models to GGUF.</source>
        <translation>llama.cpp wandelt andere Modelle in GGUF um.</translation>
    </message>
    <message>
        <source>llama.cpp refuses the request: {0}.</source>
        <translation>llama.cpp lehnt die Anfrage ab: {0}.</translation>
    </message>
    <message>
        <source>look-alikes</source>
        <translation>ähnliche Beispiele</translation>
    </message>
    <message>
        <source>measured.json names {0}, which lies outside {1}.</source>
        <translation>measured.json nennt {0}, das außerhalb von {1} liegt.</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>pixel by pixel</source>
        <translation>Pixel für Pixel</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>searches for look-alikes</source>
        <translation>Suchläufe nach Ähnlichem</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>test drawn here</source>
        <translation>Test hier gezogen</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>texts of up to {0} tokens</source>
        <translation>Texte bis {0} Tokens</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>die Antwort</translation>
    </message>
    <message>
        <source>the answer ended for the reason “{0}”</source>
        <translation>die Antwort endete aus dem Grund „{0}“</translation>
    </message>
    <message>
        <source>the answer has no end</source>
        <translation>die Antwort hat kein Ende</translation>
    </message>
    <message>
        <source>the answer holds no JSON</source>
        <translation>die Antwort enthält kein JSON</translation>
    </message>
    <message>
        <source>the answer is empty</source>
        <translation>die Antwort ist leer</translation>
    </message>
    <message>
        <source>the answer is longer than {0} MB</source>
        <translation>die Antwort ist länger als {0} MB</translation>
    </message>
    <message>
        <source>the answer is packed, although that was not asked for</source>
        <translation>die Antwort ist gepackt, obwohl das nicht verlangt war</translation>
    </message>
    <message>
        <source>the answer was cut at the longest that was asked for</source>
        <translation>die Antwort wurde bei der größten verlangten Länge abgeschnitten</translation>
    </message>
    <message>
        <source>the connection broke{0}</source>
        <translation>die Verbindung brach ab{0}</translation>
    </message>
    <message>
        <source>the tokenizer cuts texts at their beginning, and theirs at their end</source>
        <translation>der Tokenizer kürzt Texte am Anfang, ihrer am Ende</translation>
    </message>
    <message>
        <source>the tokenizer ends with {0}, which theirs does not know</source>
        <translation>der Tokenizer endet mit {0}, was ihrer nicht kennt</translation>
    </message>
    <message>
        <source>the tokenizer has no token for what it does not know</source>
        <translation>der Tokenizer hat kein Token für das, was er nicht kennt</translation>
    </message>
    <message>
        <source>the tokenizer is of the kind {0}, and theirs reads WordPiece and byte-level BPE</source>
        <translation>der Tokenizer ist von der Art {0}, und ihrer liest WordPiece und BPE über Bytes</translation>
    </message>
    <message>
        <source>the tokenizer looks for its own token “{0}” in a way of its own</source>
        <translation>der Tokenizer sucht sein eigenes Token „{0}“ auf eine eigene Weise</translation>
    </message>
    <message>
        <source>the tokenizer prepares texts by {0}, which theirs does not know</source>
        <translation>der Tokenizer bereitet Texte mit {0} vor, was ihrer nicht kennt</translation>
    </message>
    <message>
        <source>the tokenizer’s BPE differs from that of GPT-2</source>
        <translation>das BPE des Tokenizers weicht von dem von GPT-2 ab</translation>
    </message>
    <message>
        <source>the tokenizer’s BPE does not split texts into bytes as GPT-2 does</source>
        <translation>das BPE des Tokenizers zerlegt Texte nicht wie GPT-2 in Bytes</translation>
    </message>
    <message>
        <source>the tokenizer’s WordPiece does not split texts as BERT does</source>
        <translation>das WordPiece des Tokenizers zerlegt Texte nicht wie BERT</translation>
    </message>
    <message>
        <source>theirs reads the text “{0}” otherwise than the tokenizer</source>
        <translation>ihrer liest den Text „{0}“ anders als der Tokenizer</translation>
    </message>
    <message>
        <source>there is no connection{0}</source>
        <translation>es kommt keine Verbindung zustande{0}</translation>
    </message>
    <message>
        <source>there was no connection within {0} s</source>
        <translation>in {0} s kam keine Verbindung zustande</translation>
    </message>
    <message>
        <source>there was no whole answer within {0} s</source>
        <translation>in {0} s kam keine ganze Antwort</translation>
    </message>
    <message>
        <source>timm {0} has no model “{1}”.</source>
        <translation>timm {0} hat kein Modell „{1}“.</translation>
    </message>
    <message>
        <source>timm.list_models() lists those it has.</source>
        <translation>timm.list_models() zählt auf, welche es hat.</translation>
    </message>
    <message>
        <source>validation and test drawn here</source>
        <translation>Validierung und Test hier gezogen</translation>
    </message>
    <message>
        <source>validation drawn here</source>
        <translation>Validierung hier gezogen</translation>
    </message>
    <message>
        <source>{0} Or accept it: data.accept = {1}.</source>
        <translation>{0} Oder nehmen Sie es hin: data.accept = {1}.</translation>
    </message>
    <message>
        <source>{0} The work waits.</source>
        <translation>{0} Die Arbeit wartet.</translation>
    </message>
    <message>
        <source>{0} You accepted this.</source>
        <translation>{0} Sie haben das hingenommen.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} answers differently from {1}, by {2}.</source>
        <translation>{0} antwortet anders als {1}, um {2}.</translation>
    </message>
    <message>
        <source>{0} answers with error {1}{2}.</source>
        <translation>{0} antwortet mit Fehler {1}{2}.</translation>
    </message>
    <message>
        <source>{0} answers with values that are not numbers (NaN or infinite).</source>
        <translation>{0} antwortet mit Werten, die keine Zahlen sind (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>{0} answers, but not as an endpoint does{1}.</source>
        <translation>{0} antwortet, aber nicht wie ein Endpunkt{1}.</translation>
    </message>
    <message>
        <source>{0} asks for payment{1}.</source>
        <translation>{0} verlangt eine Zahlung{1}.</translation>
    </message>
    <message>
        <source>{0} asks for weights beyond the end of “{1}”.</source>
        <translation>{0} verlangt Gewichte jenseits des Endes von „{1}“.</translation>
    </message>
    <message>
        <source>{0} asks that its terms are accepted first.</source>
        <translation>{0} verlangt, dass zuerst seinen Bedingungen zugestimmt wird.</translation>
    </message>
    <message>
        <source>{0} asks to wait for {1}.</source>
        <translation>{0} bittet, {1} zu warten.</translation>
    </message>
    <message>
        <source>{0} can be used.</source>
        <translation>{0} ist brauchbar.</translation>
    </message>
    <message>
        <source>{0} cannot be asked: {1}.</source>
        <translation>{0} kann nicht gefragt werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}.</source>
        <translation>{0} lässt sich nicht laden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be looked at: {1}.</source>
        <translation>{0} lässt sich nicht ansehen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be opened by ONNX Runtime {1}: {2}.</source>
        <translation>{0} lässt sich mit ONNX Runtime {1} nicht öffnen: {2}.</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}.</source>
        <translation>{0} lässt sich nicht öffnen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be reached.</source>
        <translation>{0} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written.</source>
        <translation>{0} lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>{0} cannot change while a run goes on: its checkpoints would mean something else.</source>
        <translation>{0} lässt sich während eines Laufs nicht ändern: Seine Checkpoints bekämen eine andere Bedeutung.</translation>
    </message>
    <message>
        <source>{0} classes are too small to be in every split, such as “{1}”.</source>
        <translation>{0} Klassen sind zu klein, um in jedem Teil vorzukommen, etwa „{1}“.</translation>
    </message>
    <message>
        <source>{0} classes count as another one, such as “{1}” as “{2}”.</source>
        <translation>{0} Klassen zählen als eine andere, etwa „{1}“ als „{2}“.</translation>
    </message>
    <message>
        <source>{0} classes; split into {1}.</source>
        <translation>{0} Klassen; aufgeteilt in {1}.</translation>
    </message>
    <message>
        <source>{0} could not be read as a PyTorch file: {1}.</source>
        <translation>{0} ließ sich nicht als PyTorch-Datei lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>{0} ließ sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} does not answer with one row of numbers for each example.</source>
        <translation>{0} antwortet nicht mit einer Zahlenreihe für jedes Beispiel.</translation>
    </message>
    <message>
        <source>{0} does not begin with “text,label”.</source>
        <translation>{0} beginnt nicht mit „text,label“.</translation>
    </message>
    <message>
        <source>{0} does not do {1}.</source>
        <translation>{0} eignet sich nicht für {1}.</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>{0} does not hold images.</source>
        <translation>{0} enthält keine Bilder.</translation>
    </message>
    <message>
        <source>{0} does not hold one row of numbers for each example.</source>
        <translation>{0} enthält nicht eine Zahlenreihe für jedes Beispiel.</translation>
    </message>
    <message>
        <source>{0} does not hold one {1} file, or one for each split.</source>
        <translation>{0} enthält nicht eine {1}-Datei oder eine für jeden Teil.</translation>
    </message>
    <message>
        <source>{0} does not hold texts: {1} cannot be read as one.</source>
        <translation>{0} enthält keine Texte: {1} kann nicht als Text gelesen werden.</translation>
    </message>
    <message>
        <source>{0} does not say its model_type.</source>
        <translation>{0} nennt seinen model_type nicht.</translation>
    </message>
    <message>
        <source>{0} does not say what it takes and answers, so it was not exported by KD Studio.</source>
        <translation>{0} sagt nicht, was es nimmt und antwortet, wurde also nicht von KD Studio exportiert.</translation>
    </message>
    <message>
        <source>{0} does not take images.</source>
        <translation>{0} nimmt keine Bilder.</translation>
    </message>
    <message>
        <source>{0} does not take numbers of type {1}.</source>
        <translation>{0} nimmt keine Zahlen vom Typ {1}.</translation>
    </message>
    <message>
        <source>{0} does not take this data: {1}.</source>
        <translation>{0} nimmt diese Daten nicht: {1}.</translation>
    </message>
    <message>
        <source>{0} entries are not files and are left alone, such as {1}: {2}.</source>
        <translation>{0} Einträge sind keine Dateien und bleiben unbeachtet, etwa {1}: {2}.</translation>
    </message>
    <message>
        <source>{0} examples that the recipe excludes or relabels are not in the data, such as {1}.</source>
        <translation>{0} Beispiele, die das Rezept weglässt oder umbenennt, kommen in den Daten nicht vor, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} for training, {1} for validation, {2} for the test ({3}).</source>
        <translation>{0} zum Trainieren, {1} zum Validieren, {2} zum Testen ({3}).</translation>
    </message>
    <message>
        <source>{0} gave no answer of use in {1} tries: {2}.</source>
        <translation>{0} gab in {1} Versuchen keine brauchbare Antwort: {2}.</translation>
    </message>
    <message>
        <source>{0} gets {1} of the test split right, {2} points less than the teacher; {3} of its {4} errors are the teacher’s own.</source>
        <translation>{0} hat {1} der Testdaten richtig, {2} Punkte weniger als der Lehrer; {3} seiner {4} Fehler sind die des Lehrers.</translation>
    </message>
    <message>
        <source>{0} gives {1} answers, but the data has {2} classes.</source>
        <translation>{0} gibt {1} Antworten, aber die Daten haben {2} Klassen.</translation>
    </message>
    <message>
        <source>{0} gives {1} answers, but {2} class names are given for it.</source>
        <translation>{0} gibt {1} Antworten, aber dafür sind {2} Klassennamen angegeben.</translation>
    </message>
    <message>
        <source>{0} groups of images are almost the same, such as {1}.</source>
        <translation>{0} Gruppen von Bildern sind fast gleich, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} groups of images that are almost the same are in more than one split, such as {1}. The test may measure memory.</source>
        <translation>{0} Gruppen fast gleicher Bilder stehen in mehr als einem Teil, etwa {1}. Der Test misst dann vielleicht das Gedächtnis.</translation>
    </message>
    <message>
        <source>{0} groups of images that are almost the same have different labels, such as {1}.</source>
        <translation>{0} Gruppen fast gleicher Bilder haben verschiedene Labels, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} groups of texts are almost the same, such as {1}.</source>
        <translation>{0} Gruppen von Texten sind fast gleich, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} groups of texts that are almost the same are in more than one split, such as {1}. The test may measure memory.</source>
        <translation>{0} Gruppen fast gleicher Texte stehen in mehr als einem Teil, etwa {1}. Der Test misst dann vielleicht das Gedächtnis.</translation>
    </message>
    <message>
        <source>{0} groups of texts that are almost the same have different labels, such as {1}.</source>
        <translation>{0} Gruppen fast gleicher Texte haben verschiedene Labels, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} has no chat template: it continues texts, and does not follow instructions.</source>
        <translation>{0} hat keine Chat-Vorlage: Es setzt Texte fort und befolgt keine Anweisungen.</translation>
    </message>
    <message>
        <source>{0} has no column “{1}”, {2} has.</source>
        <translation>{0} hat keine Spalte „{1}“, {2} hat sie.</translation>
    </message>
    <message>
        <source>{0} has no finished export.</source>
        <translation>{0} hat keinen fertigen Export.</translation>
    </message>
    <message>
        <source>{0} has no results yet.</source>
        <translation>{0} hat noch keine Ergebnisse.</translation>
    </message>
    <message>
        <source>{0} has no row for {1} of {2} examples; the first is “{3}”.</source>
        <translation>{0} hat keine Zeile für {1} von {2} Beispielen; das erste ist „{3}“.</translation>
    </message>
    <message>
        <source>{0} has no rows.</source>
        <translation>{0} hat keine Zeilen.</translation>
    </message>
    <message>
        <source>{0} has no such revision.</source>
        <translation>{0} hat keine solche Revision.</translation>
    </message>
    <message>
        <source>{0} has no trained classifier: the folder lacks {1}.</source>
        <translation>{0} hat keinen trainierten Klassifikator: Dem Ordner fehlt {1}.</translation>
    </message>
    <message>
        <source>{0} has no trained student yet.</source>
        <translation>{0} hat noch keinen trainierten Schüler.</translation>
    </message>
    <message>
        <source>{0} has no “{1}”</source>
        <translation>{0} hat kein „{1}“</translation>
    </message>
    <message>
        <source>{0} has version {1} of the GGUF format.</source>
        <translation>{0} hat Version {1} des GGUF-Formats.</translation>
    </message>
    <message>
        <source>{0} has version {1}; this KD Studio reads up to {2}.</source>
        <translation>{0} hat die Version {1}; dieses KD Studio liest bis {2}.</translation>
    </message>
    <message>
        <source>{0} has {1} entries, fewer than {2}</source>
        <translation>{0} hat {1} Einträge, weniger als {2}</translation>
    </message>
    <message>
        <source>{0} has {1} ids for {2} rows.</source>
        <translation>{0} hat {1} Ids für {2} Zeilen.</translation>
    </message>
    <message>
        <source>{0} has {1} inputs, but the data gives one image.</source>
        <translation>{0} hat {1} Eingaben, aber die Daten geben ein Bild.</translation>
    </message>
    <message>
        <source>{0} holds an adapter for another model, not a whole one.</source>
        <translation>{0} enthält einen Adapter für ein anderes Modell, kein ganzes.</translation>
    </message>
    <message>
        <source>{0} holds columns of a special type.</source>
        <translation>{0} enthält Spalten eines besonderen Typs.</translation>
    </message>
    <message>
        <source>{0} holds files of its own, such as {1}, which the export would replace.</source>
        <translation>{0} enthält eigene Dateien, etwa {1}, die der Export ersetzen würde.</translation>
    </message>
    <message>
        <source>{0} holds no class folders, but {1} loose files.</source>
        <translation>{0} enthält keine Klassenordner, sondern {1} lose Dateien.</translation>
    </message>
    <message>
        <source>{0} holds no class folders.</source>
        <translation>{0} enthält keine Klassenordner.</translation>
    </message>
    <message>
        <source>{0} holds no file for “{1}”.</source>
        <translation>{0} enthält keine Datei für „{1}“.</translation>
    </message>
    <message>
        <source>{0} holds no network of the transformers library with PyTorch weights.</source>
        <translation>{0} enthält kein Netz der Transformers-Bibliothek mit PyTorch-Gewichten.</translation>
    </message>
    <message>
        <source>{0} holds no network.</source>
        <translation>{0} enthält kein Netz.</translation>
    </message>
    <message>
        <source>{0} holds no pair of IDX files.</source>
        <translation>{0} enthält kein Paar von IDX-Dateien.</translation>
    </message>
    <message>
        <source>{0} holds no state dict.</source>
        <translation>{0} enthält kein State-Dict.</translation>
    </message>
    <message>
        <source>{0} holds values that are not numbers (NaN or infinite) in the tensor “{1}”.</source>
        <translation>{0} enthält im Tensor „{1}“ Werte, die keine Zahlen sind (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>{0} holds values that are not numbers in row {1}.</source>
        <translation>{0} enthält in Zeile {1} Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>{0} holds weights, but does not say of which network.</source>
        <translation>{0} enthält Gewichte, sagt aber nicht, von welchem Netz.</translation>
    </message>
    <message>
        <source>{0} holds {1} images, {2} {3} labels.</source>
        <translation>{0} enthält {1} Bilder, {2} {3} Labels.</translation>
    </message>
    <message>
        <source>{0} holds “{1}” twice.</source>
        <translation>{0} enthält „{1}“ zweimal.</translation>
    </message>
    <message>
        <source>{0} images are almost the same: {1}.</source>
        <translation>{0} Bilder sind fast gleich: {1}.</translation>
    </message>
    <message>
        <source>{0} images are in more than one split, such as {1}. The test would measure memory.</source>
        <translation>{0} Bilder stehen in mehr als einem Teil, etwa {1}. Der Test würde das Gedächtnis messen.</translation>
    </message>
    <message>
        <source>{0} images have more than one label, such as {1}.</source>
        <translation>{0} Bilder haben mehr als ein Label, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} images in {1} classes.</source>
        <translation>{0} Bilder in {1} Klassen.</translation>
    </message>
    <message>
        <source>{0} images occur more than once ({1}), with the same label; {2} copies in all.</source>
        <translation>{0} Bilder kommen mehr als einmal vor ({1}), mit demselben Label; insgesamt {2} Kopien.</translation>
    </message>
    <message>
        <source>{0} images that are almost the same are in different splits: {1}. The test may measure memory.</source>
        <translation>{0} fast gleiche Bilder stehen in verschiedenen Teilen: {1}. Der Test misst dann vielleicht das Gedächtnis.</translation>
    </message>
    <message>
        <source>{0} images that are almost the same have different labels: {1}.</source>
        <translation>{0} fast gleiche Bilder haben verschiedene Labels: {1}.</translation>
    </message>
    <message>
        <source>{0} is a file of weights, not an ONNX model.</source>
        <translation>{0} ist eine Datei mit Gewichten, kein ONNX-Modell.</translation>
    </message>
    <message>
        <source>{0} is already running.</source>
        <translation>{0} läuft schon.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}.</source>
        <translation>{0} ist beschädigt: {1}.</translation>
    </message>
    <message>
        <source>{0} is larger than any tokenizer.</source>
        <translation>{0} ist größer als jeder Tokenizer.</translation>
    </message>
    <message>
        <source>{0} is no endpoint: {1}.</source>
        <translation>{0} ist kein Endpunkt: {1}.</translation>
    </message>
    <message>
        <source>{0} is no file with texts.</source>
        <translation>{0} ist keine Datei mit Texten.</translation>
    </message>
    <message>
        <source>{0} is no measurement of this export: {1}.</source>
        <translation>{0} ist keine Messung dieses Exports: {1}.</translation>
    </message>
    <message>
        <source>{0} is none of the values that were asked for</source>
        <translation>{0} ist keiner der verlangten Werte</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 and was read as Windows-1252. Look at letters with accents.</source>
        <translation>{0} ist kein UTF-8 und wurde als Windows-1252 gelesen. Achten Sie auf Umlaute und Akzente.</translation>
    </message>
    <message>
        <source>{0} is not a GGUF file.</source>
        <translation>{0} ist keine GGUF-Datei.</translation>
    </message>
    <message>
        <source>{0} is not a NumPy file.</source>
        <translation>{0} ist keine NumPy-Datei.</translation>
    </message>
    <message>
        <source>{0} is not a file of predictions.</source>
        <translation>{0} ist keine Vorhersagedatei.</translation>
    </message>
    <message>
        <source>{0} is not a file of weights that KD Studio reads.</source>
        <translation>{0} ist keine Datei mit Gewichten, die KD Studio liest.</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} ist kein Ordner.</translation>
    </message>
    <message>
        <source>{0} is not a model folder: it holds neither {1} nor {2}.</source>
        <translation>{0} ist kein Modellordner: Er enthält weder {1} noch {2}.</translation>
    </message>
    <message>
        <source>{0} is not a readable ONNX file.</source>
        <translation>{0} ist keine lesbare ONNX-Datei.</translation>
    </message>
    <message>
        <source>{0} is not a run.</source>
        <translation>{0} ist kein Lauf.</translation>
    </message>
    <message>
        <source>{0} is not a tokenizer: {1}.</source>
        <translation>{0} ist kein Tokenizer: {1}.</translation>
    </message>
    <message>
        <source>{0} is not a whole Parquet file{1}: {2}.</source>
        <translation>{0} ist keine ganze Parquet-Datei{1}: {2}.</translation>
    </message>
    <message>
        <source>{0} is not an IDX file of bytes.</source>
        <translation>{0} ist keine IDX-Datei mit Bytes.</translation>
    </message>
    <message>
        <source>{0} is not an export of KD Studio.</source>
        <translation>{0} ist kein Export von KD Studio.</translation>
    </message>
    <message>
        <source>{0} is not data that KD Studio knows.</source>
        <translation>{0} sind keine Daten, die KD Studio kennt.</translation>
    </message>
    <message>
        <source>{0} is not of the type “{1}”</source>
        <translation>{0} ist nicht vom Typ „{1}“</translation>
    </message>
    <message>
        <source>{0} is not text.</source>
        <translation>{0} ist kein Text.</translation>
    </message>
    <message>
        <source>{0} is not unpacked: {1}.</source>
        <translation>{0} wird nicht entpackt: {1}.</translation>
    </message>
    <message>
        <source>{0} is not valid TOML: {1}.</source>
        <translation>{0} ist kein gültiges TOML: {1}.</translation>
    </message>
    <message>
        <source>{0} is one part of a model that is split into several.</source>
        <translation>{0} ist ein Teil eines Modells, das in mehrere geteilt ist.</translation>
    </message>
    <message>
        <source>{0} is right on {1} of the test examples</source>
        <translation>{0} liegt bei {1} der Testbeispiele richtig</translation>
    </message>
    <message>
        <source>{0} is right on {1} of the test examples; trained alone it reaches {2}, more than this teacher’s {3}, so distilling is the wrong tool until a stronger teacher is found.</source>
        <translation>{0} liegt bei {1} der Testbeispiele richtig; allein trainiert erreicht er {2}, mehr als dieser Lehrer mit {3}. Destillieren ist also das falsche Mittel, bis ein stärkerer Lehrer gefunden ist.</translation>
    </message>
    <message>
        <source>{0} is running.</source>
        <translation>{0} läuft.</translation>
    </message>
    <message>
        <source>{0} is slower than FP32 here at one thread, so FP32 is recommended.</source>
        <translation>{0} ist hier mit einem Thread langsamer als FP32, daher wird FP32 empfohlen.</translation>
    </message>
    <message>
        <source>{0} is slower than FP32 here at {1} threads, so FP32 is recommended.</source>
        <translation>{0} ist hier mit {1} Threads langsamer als FP32, daher wird FP32 empfohlen.</translation>
    </message>
    <message>
        <source>{0} is {1} as FP32 here, at {2} of its size, and {3}.</source>
        <translation>{0}, verglichen mit FP32 hier: {1}, bei {2} der Größe, und {3}.</translation>
    </message>
    <message>
        <source>{0} is {1} of FP32’s size and {2}; its speed there was not measured.</source>
        <translation>{0} hat {1} der Größe von FP32 und {2}; die Geschwindigkeit dort wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>{0} is {1}, not text.</source>
        <translation>{0} ist {1}, kein Text.</translation>
    </message>
    <message>
        <source>{0} keeps its weights in “{1}”, which is not there.</source>
        <translation>{0} hat seine Gewichte in „{1}“, das fehlt.</translation>
    </message>
    <message>
        <source>{0} keeps weights in “{1}”, which is not a plain file in its own folder.</source>
        <translation>{0} hat Gewichte in „{1}“, das keine einfache Datei im selben Ordner ist.</translation>
    </message>
    <message>
        <source>{0} keeps {1} of the teacher’s accuracy</source>
        <translation>{0} behält {1} der Genauigkeit des Lehrers</translation>
    </message>
    <message>
        <source>{0} keeps {1} of the teacher’s accuracy at 1/{2} of the size</source>
        <translation>{0} behält {1} der Genauigkeit des Lehrers bei 1/{2} der Größe</translation>
    </message>
    <message>
        <source>{0} knows {1} classes and the data has {2}, but it does not know {3}. It knows {4}.</source>
        <translation>{0} kennt {1} Klassen, die Daten haben {2}, aber es kennt nicht: {3}. Es kennt {4}.</translation>
    </message>
    <message>
        <source>{0} knows {1} tokens, but the tokenizer of the data has {2}.</source>
        <translation>{0} kennt {1} Tokens, aber der Tokenizer der Daten hat {2}.</translation>
    </message>
    <message>
        <source>{0} looks inside the teacher, but this teacher gives nothing but answers.</source>
        <translation>{0} schaut in den Lehrer hinein, aber dieser Lehrer gibt nichts als Antworten.</translation>
    </message>
    <message>
        <source>{0} looks inside the teacher, so the teacher runs at every step.</source>
        <translation>{0} schaut in den Lehrer hinein, deshalb läuft der Lehrer bei jedem Schritt.</translation>
    </message>
    <message>
        <source>{0} looks inside the teacher, which a teacher of kind {1} does not allow.</source>
        <translation>{0} schaut in den Lehrer hinein, was ein Lehrer der Art {1} nicht erlaubt.</translation>
    </message>
    <message>
        <source>{0} must be a finite number.</source>
        <translation>{0} muss eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>{0} must be at least {1}, not {2}.</source>
        <translation>{0} muss mindestens {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} must be at most {1}, not {2}.</source>
        <translation>{0} darf höchstens {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} must be less than {1}, not {2}.</source>
        <translation>{0} muss kleiner als {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} must be more than {1}, not {2}.</source>
        <translation>{0} muss größer als {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} must be of type {1}, not {2}.</source>
        <translation>{0} muss vom Typ {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} must be one of {1}, not {2}.</source>
        <translation>{0} muss eines von {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} names the file “{1}”, which is not in {2}.</source>
        <translation>{0} nennt die Datei „{1}“, die in {2} fehlt.</translation>
    </message>
    <message>
        <source>{0} needs at least {1} classes; this data has {2}.</source>
        <translation>{0} braucht mindestens {1} Klassen; diese Daten haben {2}.</translation>
    </message>
    <message>
        <source>{0} needs one width and one depth for each stage, not widths {1} and depths {2}.</source>
        <translation>{0} braucht eine Breite und eine Tiefe für jede Stufe, nicht die Breiten {1} und die Tiefen {2}.</translation>
    </message>
    <message>
        <source>{0} needs {1} GB of memory, but only {2} GB are free.</source>
        <translation>{0} braucht {1} GB Speicher, frei sind aber nur {2} GB.</translation>
    </message>
    <message>
        <source>{0} needs {1} GB; {2} GB are free in {3}.</source>
        <translation>{0} braucht {1} GB; in {3} sind {2} GB frei.</translation>
    </message>
    <message>
        <source>{0} of the operators ({1}) run on the CPU instead.</source>
        <translation>{0} der Operatoren ({1}) laufen stattdessen auf der CPU.</translation>
    </message>
    <message>
        <source>{0} of the texts are longer than {1} tokens and are cut there.</source>
        <translation>{0} der Texte sind länger als {1} Tokens und werden dort abgeschnitten.</translation>
    </message>
    <message>
        <source>{0} of timm cannot be built for images of {1} pixels: {2}.</source>
        <translation>{0} von timm lässt sich für Bilder von {1} Pixeln nicht bauen: {2}.</translation>
    </message>
    <message>
        <source>{0} of {1} did not arrive as the hub has it.</source>
        <translation>{0} von {1} kam nicht so an, wie der Hub es hat.</translation>
    </message>
    <message>
        <source>{0} of {1} images cannot be read and are left out; the first is {2}: {3}</source>
        <translation>{0} von {1} Bildern sind nicht lesbar und bleiben weg; das erste ist {2}: {3}</translation>
    </message>
    <message>
        <source>{0} of {1} images cannot be read; the first is {2}: {3}</source>
        <translation>{0} von {1} Bildern sind nicht lesbar; das erste ist {2}: {3}</translation>
    </message>
    <message>
        <source>{0} of {1} texts cannot be read and are left out; the first is {2}: {3}</source>
        <translation>{0} von {1} Texten sind nicht lesbar und bleiben weg; der erste ist {2}: {3}</translation>
    </message>
    <message>
        <source>{0} of {1} texts cannot be read; the first is {2}: {3}</source>
        <translation>{0} von {1} Texten sind nicht lesbar; der erste ist {2}: {3}</translation>
    </message>
    <message>
        <source>{0} of {1} validation examples carry another label than the teacher is sure of, such as {2}: the label says “{3}”, the teacher “{4}” ({5} sure).</source>
        <translation>{0} von {1} Validierungsbeispielen tragen ein anderes Label, als der Lehrer mit Sicherheit sagt, etwa {2}: Das Label sagt „{3}“, der Lehrer „{4}“ (zu {5} sicher).</translation>
    </message>
    <message>
        <source>{0} refuses the key{1}.</source>
        <translation>{0} lehnt den Schlüssel ab{1}.</translation>
    </message>
    <message>
        <source>{0} refuses the request ({1}){2}.</source>
        <translation>{0} lehnt die Anfrage ab ({1}){2}.</translation>
    </message>
    <message>
        <source>{0} says it has {1} rows.</source>
        <translation>{0} sagt, es habe {1} Zeilen.</translation>
    </message>
    <message>
        <source>{0} says its images have {1} rows.</source>
        <translation>{0} sagt, seine Bilder hätten {1} Zeilen.</translation>
    </message>
    <message>
        <source>{0} sends on to {1}; the key is not taken there.</source>
        <translation>{0} verweist auf {1}; dorthin wird der Schlüssel nicht mitgenommen.</translation>
    </message>
    <message>
        <source>{0} stopped unexpectedly{1}{2}.</source>
        <translation>{0} hielt unerwartet an{1}{2}.</translation>
    </message>
    <message>
        <source>{0} takes ONNX operator set {1} at most, and {2} is asked for.</source>
        <translation>{0} nimmt höchstens den ONNX-Operatorsatz {1}, verlangt ist {2}.</translation>
    </message>
    <message>
        <source>{0} takes images of {1} channels, but is given mean {2} and standard deviation {3}.</source>
        <translation>{0} nimmt Bilder mit {1} Kanälen, bekommt aber den Mittelwert {2} und die Standardabweichung {3}.</translation>
    </message>
    <message>
        <source>{0} takes images of {1} channels; only gray (1) and RGB (3) are known.</source>
        <translation>{0} nimmt Bilder mit {1} Kanälen; bekannt sind nur Grau (1) und RGB (3).</translation>
    </message>
    <message>
        <source>{0} takes texts of up to {1} tokens, but the data keeps {2}.</source>
        <translation>{0} nimmt Texte bis {1} Tokens, aber die Daten behalten {2}.</translation>
    </message>
    <message>
        <source>{0} takes the inputs {1}; for texts they are {2}.</source>
        <translation>{0} nimmt die Eingaben {1}; für Texte sind es {2}.</translation>
    </message>
    <message>
        <source>{0} takes {1} numbers, but an image of the data has {2}.</source>
        <translation>{0} nimmt {1} Zahlen, aber ein Bild der Daten hat {2}.</translation>
    </message>
    <message>
        <source>{0} takes {1}, but the data holds {2}.</source>
        <translation>{0} nimmt {1}, aber die Daten enthalten {2}.</translation>
    </message>
    <message>
        <source>{0} texts are almost the same: {1}.</source>
        <translation>{0} Texte sind fast gleich: {1}.</translation>
    </message>
    <message>
        <source>{0} texts are in more than one split, such as {1}. The test would measure memory.</source>
        <translation>{0} Texte stehen in mehr als einem Teil, etwa {1}. Der Test würde das Gedächtnis messen.</translation>
    </message>
    <message>
        <source>{0} texts have more than one label, such as {1}.</source>
        <translation>{0} Texte haben mehr als ein Label, etwa {1}.</translation>
    </message>
    <message>
        <source>{0} texts in {1} classes.</source>
        <translation>{0} Texte in {1} Klassen.</translation>
    </message>
    <message>
        <source>{0} texts occur more than once ({1}), with the same label; {2} copies in all.</source>
        <translation>{0} Texte kommen mehr als einmal vor ({1}), mit demselben Label; insgesamt {2} Kopien.</translation>
    </message>
    <message>
        <source>{0} texts that are almost the same are in different splits: {1}. The test may measure memory.</source>
        <translation>{0} fast gleiche Texte stehen in verschiedenen Teilen: {1}. Der Test misst dann vielleicht das Gedächtnis.</translation>
    </message>
    <message>
        <source>{0} texts that are almost the same have different labels: {1}.</source>
        <translation>{0} fast gleiche Texte haben verschiedene Labels: {1}.</translation>
    </message>
    <message>
        <source>{0} wants fixed shapes, but {1} has an open axis.</source>
        <translation>{0} verlangt feste Formen, aber {1} hat eine offene Achse.</translation>
    </message>
    <message>
        <source>{0} was left out; its converter gave up: {1}.</source>
        <translation>{0} wurde weggelassen; der Konverter gab auf: {1}.</translation>
    </message>
    <message>
        <source>{0} was started on {1} and has not said that it ended.</source>
        <translation>{0} wurde auf {1} gestartet und hat kein Ende gemeldet.</translation>
    </message>
    <message>
        <source>{0} was trained with another tokenizer than the data is read with, so every word would be mistaken.</source>
        <translation>{0} wurde mit einem anderen Tokenizer trainiert, als die Daten gelesen werden; jedes Wort würde missverstanden.</translation>
    </message>
    <message>
        <source>{0} was written by a newer KD Studio.</source>
        <translation>{0} wurde von einem neueren KD Studio geschrieben.</translation>
    </message>
    <message>
        <source>{0} would be asked without encryption: key and texts could be read on the way.</source>
        <translation>{0} würde unverschlüsselt gefragt: Schlüssel und Texte könnten unterwegs gelesen werden.</translation>
    </message>
    <message>
        <source>{0} {1}. KD Studio does not run it.</source>
        <translation>{0} {1}. KD Studio führt ihn nicht aus.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels, RGB</source>
        <translation>{0} × {1} Pixel, RGB</translation>
    </message>
    <message>
        <source>{0} × {1} pixels, gray</source>
        <translation>{0} × {1} Pixel, grau</translation>
    </message>
    <message>
        <source>{0}: row {1} has the label “{2}”, which is none of the task’s.</source>
        <translation>{0}: Zeile {1} hat das Label „{2}“, das nicht zur Aufgabe gehört.</translation>
    </message>
    <message>
        <source>{0}: row {1} has {2} columns.</source>
        <translation>{0}: Zeile {1} hat {2} Spalten.</translation>
    </message>
    <message>
        <source>{0}: row {1} is no text with its label.</source>
        <translation>{0}: Zeile {1} ist kein Text mit seinem Label.</translation>
    </message>
    <message>
        <source>{0}: stratified, duplicates together, seed {1}</source>
        <translation>{0}: geschichtet, Duplikate zusammen, Seed {1}</translation>
    </message>
    <message>
        <source>{0}: the label of example {1}, “{2}”, is none of the task’s.</source>
        <translation>{0}: Das Label von Beispiel {1}, „{2}“, gehört nicht zur Aufgabe.</translation>
    </message>
    <message>
        <source>{0}: “{1}” is not a value of type {2}.</source>
        <translation>{0}: „{1}“ ist kein Wert vom Typ {2}.</translation>
    </message>
    <message>
        <source>{0}; distilling gained {1} points over training it alone.</source>
        <translation>{0}; das Destillieren brachte {1} Punkte mehr als das Training allein.</translation>
    </message>
    <message>
        <source>{0}; distilling gained {1} points, which may be chance on {2} test examples.</source>
        <translation>{0}; das Destillieren brachte {1} Punkte, was bei {2} Testbeispielen Zufall sein kann.</translation>
    </message>
    <message>
        <source>{0}; training it alone came out the same, so distillation did not pay here.</source>
        <translation>{0}; das Training allein ergab dasselbe, das Destillieren hat sich hier also nicht gelohnt.</translation>
    </message>
    <message>
        <source>{0}; training it alone was {1} points better, or equal: {2} test examples cannot tell.</source>
        <translation>{0}; das Training allein war um {1} Punkte besser oder gleich gut: {2} Testbeispiele können das nicht entscheiden.</translation>
    </message>
    <message>
        <source>{0}; training it alone was {1} points better, so distillation did not pay here.</source>
        <translation>{0}; das Training allein war um {1} Punkte besser, das Destillieren hat sich hier also nicht gelohnt.</translation>
    </message>
    <message>
        <source>{0}; what distilling gained is not known, because the student was not trained alone.</source>
        <translation>{0}; was das Destillieren brachte, ist nicht bekannt, weil der Schüler nicht allein trainiert wurde.</translation>
    </message>
    <message>
        <source>“kdstudio models” lists all of them.</source>
        <translation>„kdstudio models“ zählt alle auf.</translation>
    </message>
    <message>
        <source>“kdstudio runs” lists the runs.</source>
        <translation>„kdstudio runs“ zählt die Läufe auf.</translation>
    </message>
    <message>
        <source>“kdstudio settings” explains the settings.</source>
        <translation>„kdstudio settings“ erklärt die Einstellungen.</translation>
    </message>
    <message>
        <source>“{0}” fits several runs: {1}.</source>
        <translation>„{0}“ passt auf mehrere Läufe: {1}.</translation>
    </message>
    <message>
        <source>“{0}” has {1} images, “{2}” only {3}.</source>
        <translation>„{0}“ hat {1} Bilder, „{2}“ nur {3}.</translation>
    </message>
    <message>
        <source>“{0}” has {1} of {2} rows: the teacher writes nothing new that passes.</source>
        <translation>Zu „{0}“ gibt es {1} von {2} Zeilen: Der Lehrer schreibt nichts Neues, das besteht.</translation>
    </message>
    <message>
        <source>“{0}” has {1} texts, “{2}” only {3}.</source>
        <translation>„{0}“ hat {1} Texte, „{2}“ nur {3}.</translation>
    </message>
    <message>
        <source>“{0}” holds a NUL byte.</source>
        <translation>„{0}“ enthält ein NUL-Byte.</translation>
    </message>
    <message>
        <source>“{0}” holds a {1}, not a text.</source>
        <translation>„{0}“ enthält {1}, keinen Text.</translation>
    </message>
    <message>
        <source>“{0}” holds bytes that are not text.</source>
        <translation>„{0}“ enthält Bytes, die kein Text sind.</translation>
    </message>
    <message>
        <source>“{0}” in “{1}” is not a split.</source>
        <translation>„{0}“ in „{1}“ ist kein Teil der Aufteilung.</translation>
    </message>
    <message>
        <source>“{0}” is a good and a bad example.</source>
        <translation>„{0}“ ist ein gutes und ein schlechtes Beispiel.</translation>
    </message>
    <message>
        <source>“{0}” is not an address.</source>
        <translation>„{0}“ ist keine Adresse.</translation>
    </message>
    <message>
        <source>“{0}” is not the base URL of an endpoint.</source>
        <translation>„{0}“ ist nicht die Basis-URL eines Endpunkts.</translation>
    </message>
    <message>
        <source>“{0}” is not the name of a model on the hub.</source>
        <translation>„{0}“ ist nicht der Name eines Modells im Hub.</translation>
    </message>
    <message>
        <source>“{0}” needs the package timm, which is not installed.</source>
        <translation>„{0}“ braucht das Paket timm, das nicht installiert ist.</translation>
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
        <source>an input to compare answers with</source>
        <translation>eine Eingabe, um Antworten zu vergleichen</translation>
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
    <name>schema</name>
    <message>
        <source>A convolutional net with the habits of a transformer (Liu et al. 2022): the defaults are the size “atto”.</source>
        <translation>Ein Faltungsnetz mit den Gewohnheiten eines Transformers (Liu et al. 2022): voreingestellt ist die Größe „atto“.</translation>
    </message>
    <message>
        <source>A deep and narrow student.</source>
        <translation>Ein tiefer und schmaler Schüler.</translation>
    </message>
    <message>
        <source>A deep teacher that is still small on disk.</source>
        <translation>Ein tiefer Lehrer, der auf der Platte trotzdem klein ist.</translation>
    </message>
    <message>
        <source>A little deeper and better than ResNet-20.</source>
        <translation>Etwas tiefer und besser als ResNet-20.</translation>
    </message>
    <message>
        <source>A small BERT-like encoder trained from scratch, of any depth and width.</source>
        <translation>Ein kleiner BERT-artiger Encoder beliebiger Tiefe und Breite, von Grund auf trainiert.</translation>
    </message>
    <message>
        <source>A strong teacher for small images.</source>
        <translation>Ein starker Lehrer für kleine Bilder.</translation>
    </message>
    <message>
        <source>A strong teacher of 2.2 million parameters.</source>
        <translation>Ein starker Lehrer mit 2,2 Millionen Parametern.</translation>
    </message>
    <message>
        <source>A transformer on patches of the image (Dosovitskiy et al. 2021): half as deep as ViT-Tiny by default.</source>
        <translation>Ein Transformer auf Kacheln des Bildes (Dosovitskiy et al. 2021): voreingestellt halb so tief wie ViT-Tiny.</translation>
    </message>
    <message>
        <source>A very small pre-activation network.</source>
        <translation>Ein sehr kleines Netz mit vorgezogener Aktivierung.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Hingenommen</translation>
    </message>
    <message>
        <source>Also train the same student without a teacher, so that the gain can be measured.</source>
        <translation>Denselben Schüler auch ohne Lehrer trainieren, damit sich der Gewinn messen lässt.</translation>
    </message>
    <message>
        <source>Also write an INT8 model.</source>
        <translation>Auch ein INT8-Modell schreiben.</translation>
    </message>
    <message>
        <source>An OpenAI-compatible endpoint, or a GGUF file that runs on this machine.</source>
        <translation>Ein Endpunkt mit OpenAI-Schnittstelle oder eine GGUF-Datei, die auf diesem Rechner läuft.</translation>
    </message>
    <message>
        <source>Answered tokens</source>
        <translation>Geantwortete Token</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Architecture of a teacher trained here, or of a bare state dict.</source>
        <translation>Architektur eines hier trainierten Lehrers oder eines bloßen State-Dicts.</translation>
    </message>
    <message>
        <source>Architecture of the student.</source>
        <translation>Architektur des Schülers.</translation>
    </message>
    <message>
        <source>Ask an address that is not encrypted and not on this machine; key and texts can be read on the way.</source>
        <translation>Eine Adresse fragen, die nicht verschlüsselt und nicht auf diesem Rechner ist; Schlüssel und Texte können unterwegs gelesen werden.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>Attention heads; the width must be a multiple of them.</source>
        <translation>Attention-Köpfe; die Breite muss ein Vielfaches davon sein.</translation>
    </message>
    <message>
        <source>Attention transfer</source>
        <translation>Attention-Transfer</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Base URL of the endpoint, such as https://api.example.com/v1.</source>
        <translation>Basis-URL des Endpunkts, etwa https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Blocks of each stage.</source>
        <translation>Blöcke jeder Stufe.</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>CPU threads; 0 measures which number is fastest. The count changes the bits of the result.</source>
        <translation>CPU-Threads; 0 misst, welche Zahl am schnellsten ist. Die Zahl ändert die Bits des Ergebnisses.</translation>
    </message>
    <message>
        <source>CSV, JSONL or text file (a line each) with your own texts, for the teacher to label.</source>
        <translation>CSV, JSONL oder Textdatei (je eine Zeile) mit Ihren eigenen Texten, die der Lehrer labelt.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Calibration examples</source>
        <translation>Kalibrierungsbeispiele</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels of each stage.</source>
        <translation>Kanäle jeder Stufe.</translation>
    </message>
    <message>
        <source>Checkpoint folder or file, ONNX file, or file of predictions.</source>
        <translation>Checkpoint-Ordner oder -Datei, ONNX-Datei oder Vorhersagedatei.</translation>
    </message>
    <message>
        <source>Checkpoint seconds</source>
        <translation>Abstand der Checkpoints</translation>
    </message>
    <message>
        <source>Class names to be read as another class, such as Cat = cat.</source>
        <translation>Klassennamen, die als andere Klasse gelesen werden, etwa Cat = cat.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Colour of the model&apos;s input; auto looks at the images.</source>
        <translation>Farbe der Modelleingabe; auto sieht sich die Bilder an.</translation>
    </message>
    <message>
        <source>Colour that shows through transparent pixels.</source>
        <translation>Farbe, die durch durchsichtige Pixel scheint.</translation>
    </message>
    <message>
        <source>Column that names each row&apos;s split; empty means guess or make a split.</source>
        <translation>Spalte, die den Teil jeder Zeile nennt; leer heißt raten oder selbst aufteilen.</translation>
    </message>
    <message>
        <source>Column with the label; empty means guess.</source>
        <translation>Spalte mit dem Label; leer heißt raten.</translation>
    </message>
    <message>
        <source>Column with the text, the image path or the image bytes; empty means guess.</source>
        <translation>Spalte mit dem Text, dem Bildpfad oder den Bildbytes; leer heißt raten.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Curation</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Decay of the moving average of the weights that is evaluated and exported; 0 switches it off.</source>
        <translation>Abklingen des gleitenden Mittels der Gewichte, das ausgewertet und exportiert wird; 0 schaltet es aus.</translation>
    </message>
    <message>
        <source>Decoupled distillation</source>
        <translation>Entkoppelte Destillation</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Depths</source>
        <translation>Tiefen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device to train on.</source>
        <translation>Gerät, auf dem trainiert wird.</translation>
    </message>
    <message>
        <source>Different augmented copies of each image. Their teacher outputs are computed once and reused; 0 draws a new view at every step and runs the teacher at every step.</source>
        <translation>Verschiedene augmentierte Kopien jedes Bildes. Die Ausgaben des Lehrers dazu werden einmal berechnet und wiederverwendet; 0 zieht bei jedem Schritt eine neue Ansicht und lässt den Lehrer jedes Mal laufen.</translation>
    </message>
    <message>
        <source>Drop path</source>
        <translation>Ausgelassene Zweige</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Früher Abbruch</translation>
    </message>
    <message>
        <source>EfficientNet</source>
        <translation>EfficientNet</translation>
    </message>
    <message>
        <source>EfficientNet for integers: ReLU6, no squeeze-and-excitation; the defaults are Lite0.</source>
        <translation>EfficientNet für ganze Zahlen: ReLU6, ohne Squeeze-and-Excitation; voreingestellt ist Lite0.</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Encoder layers.</source>
        <translation>Schichten des Encoders.</translation>
    </message>
    <message>
        <source>Epoch to keep</source>
        <translation>Zu behaltende Epoche</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Examples computed at once; gradients of several are summed to one step. 0 means the whole batch.</source>
        <translation>Beispiele, die auf einmal berechnet werden; die Gradienten mehrerer werden zu einem Schritt summiert. 0 heißt der ganze Batch.</translation>
    </message>
    <message>
        <source>Examples in one optimiser step.</source>
        <translation>Beispiele in einem Schritt des Optimierers.</translation>
    </message>
    <message>
        <source>Examples that look alike to the teacher come to look alike to the student.</source>
        <translation>Beispiele, die sich für den Lehrer gleichen, gleichen sich bald auch für den Schüler.</translation>
    </message>
    <message>
        <source>Examples, by id, that are left out.</source>
        <translation>Beispiele, nach Id, die weggelassen werden.</translation>
    </message>
    <message>
        <source>Examples, by id, that get another label.</source>
        <translation>Beispiele, nach Id, die ein anderes Label bekommen.</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Export folder</source>
        <translation>Exportordner</translation>
    </message>
    <message>
        <source>Factor of each fall of the step schedule.</source>
        <translation>Faktor jeder Stufe des Stufenplans.</translation>
    </message>
    <message>
        <source>Factor on the blocks of each stage (B0 has 1.0).</source>
        <translation>Faktor für die Blöcke jeder Stufe (B0 hat 1.0).</translation>
    </message>
    <message>
        <source>Factor on the blocks of each stage (Lite0 has 1.0).</source>
        <translation>Faktor für die Blöcke jeder Stufe (Lite0 hat 1.0).</translation>
    </message>
    <message>
        <source>Factor on the channels (B0 has 1.0).</source>
        <translation>Faktor für die Kanäle (B0 hat 1.0).</translation>
    </message>
    <message>
        <source>Factor on the channels (Lite0 has 1.0).</source>
        <translation>Faktor für die Kanäle (Lite0 hat 1.0).</translation>
    </message>
    <message>
        <source>Factor on the channels of every layer but the last.</source>
        <translation>Faktor für die Kanäle jeder Schicht außer der letzten.</translation>
    </message>
    <message>
        <source>Factor on the channels of every layer.</source>
        <translation>Faktor für die Kanäle jeder Schicht.</translation>
    </message>
    <message>
        <source>Feed forward</source>
        <translation>Feed-Forward</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Findings of the data check that were looked at and accepted, by code.</source>
        <translation>Befunde der Datenprüfung, die angesehen und hingenommen wurden, nach Code.</translation>
    </message>
    <message>
        <source>Folder of the export; empty writes into the run.</source>
        <translation>Ordner des Exports; leer schreibt in den Lauf.</translation>
    </message>
    <message>
        <source>Folder or file with the examples; sample:digits is the bundled sample.</source>
        <translation>Ordner oder Datei mit den Beispielen; sample:digits ist das mitgelieferte Beispiel.</translation>
    </message>
    <message>
        <source>Folder with a tokenizer.json; empty takes the teacher&apos;s, or trains one on the training texts.</source>
        <translation>Ordner mit einer tokenizer.json; leer nimmt die des Lehrers oder trainiert eine an den Trainingstexten.</translation>
    </message>
    <message>
        <source>Folder with pretrained weights to start from; empty starts from scratch.</source>
        <translation>Ordner mit vortrainierten Gewichten als Anfang; leer beginnt bei null.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Fully connected layers of any widths on the flattened image; for small, centred pictures such as digits.</source>
        <translation>Vollverbundene Schichten beliebiger Breite auf dem flachen Bild; für kleine, zentrierte Bilder wie Ziffern.</translation>
    </message>
    <message>
        <source>Further files</source>
        <translation>Weitere Dateien</translation>
    </message>
    <message>
        <source>Further files beside those that the target wants, such as fp16, int4-weights or int8-qnn; all makes every one.</source>
        <translation>Weitere Dateien neben denen, die das Ziel verlangt, etwa fp16, int4-weights oder int8-qnn; all macht jede.</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Hints from the middle</source>
        <translation>Hinweise aus der Mitte</translation>
    </message>
    <message>
        <source>How daring the written examples are; labels are always asked for at 0.</source>
        <translation>Wie gewagt die geschriebenen Beispiele sind; Labels werden immer mit 0 erfragt.</translation>
    </message>
    <message>
        <source>How far images are shrunk: to a sixteenth (small), as published to a 32nd (full), or by their size.</source>
        <translation>Wie weit Bilder verkleinert werden: auf ein Sechzehntel (small), wie veröffentlicht auf ein Zweiunddreißigstel (full) oder nach ihrer Größe (auto).</translation>
    </message>
    <message>
        <source>How much more rare classes count in the cross-entropy: balanced lets every class count the same, effective raises very rare ones less (Cui et al. 2019).</source>
        <translation>Wie viel mehr seltene Klassen in der Kreuzentropie zählen: „balanced“ lässt jede Klasse gleich viel zählen, „effective“ hebt sehr seltene weniger an (Cui u. a. 2019).</translation>
    </message>
    <message>
        <source>How much the probabilities are softened.</source>
        <translation>Wie stark die Wahrscheinlichkeiten geglättet werden.</translation>
    </message>
    <message>
        <source>How much the probabilities of the other classes are softened.</source>
        <translation>Wie stark die Wahrscheinlichkeiten der anderen Klassen geglättet werden.</translation>
    </message>
    <message>
        <source>How much the standardised answers are softened.</source>
        <translation>Wie stark die standardisierten Antworten geglättet werden.</translation>
    </message>
    <message>
        <source>How much the teacher’s probabilities are softened.</source>
        <translation>Wie stark die Wahrscheinlichkeiten des Lehrers geglättet werden.</translation>
    </message>
    <message>
        <source>How the examples are stored; auto recognises it from the content.</source>
        <translation>Wie die Beispiele gespeichert sind; auto erkennt es am Inhalt.</translation>
    </message>
    <message>
        <source>How the learning rate falls.</source>
        <translation>Wie die Lernrate fällt.</translation>
    </message>
    <message>
        <source>How the ranges of the INT8 model are found; best tries all and keeps the closest.</source>
        <translation>Wie die Bereiche des INT8-Modells gefunden werden; best versucht alle und behält das nächste.</translation>
    </message>
    <message>
        <source>How the student learns from its teacher.</source>
        <translation>Wie der Schüler von seinem Lehrer lernt.</translation>
    </message>
    <message>
        <source>How the weights are moved.</source>
        <translation>Wie die Gewichte verändert werden.</translation>
    </message>
    <message>
        <source>INT8</source>
        <translation>INT8</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Images above this size are refused before they are decoded.</source>
        <translation>Bilder über dieser Größe werden abgelehnt, bevor sie dekodiert werden.</translation>
    </message>
    <message>
        <source>Input column</source>
        <translation>Eingabespalte</translation>
    </message>
    <message>
        <source>Input dropout</source>
        <translation>Dropout der Eingabe</translation>
    </message>
    <message>
        <source>Inverted residuals for phones (Sandler et al. 2018), for images of 96 pixels and more.</source>
        <translation>Inverted Residuals für Telefone (Sandler et al. 2018), für Bilder ab 96 Pixeln.</translation>
    </message>
    <message>
        <source>Inverted residuals of half width: few multiply–adds, made for phones.</source>
        <translation>Inverted Residuals halber Breite: wenige Multiplikationen, für Telefone gemacht.</translation>
    </message>
    <message>
        <source>Inverted residuals with a little attention, for phones (Mehta, Rastegari 2022).</source>
        <translation>Inverted Residuals mit ein wenig Attention, für Telefone (Mehta, Rastegari 2022).</translation>
    </message>
    <message>
        <source>Inverted residuals with squeeze-and-excitation, scaled together (Tan, Le 2019): the defaults are B0.</source>
        <translation>Inverted Residuals mit Squeeze-and-Excitation, gemeinsam skaliert (Tan, Le 2019): voreingestellt ist B0.</translation>
    </message>
    <message>
        <source>Keep checkpoints</source>
        <translation>Behaltene Checkpoints</translation>
    </message>
    <message>
        <source>Keep examples that are almost the same in one split, where the split is made here.</source>
        <translation>Fast gleiche Beispiele in einem Teil halten, wo die Aufteilung hier gemacht wird.</translation>
    </message>
    <message>
        <source>Keep look-alikes together</source>
        <translation>Ähnliches zusammenhalten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of residual block.</source>
        <translation>Art des Residualblocks.</translation>
    </message>
    <message>
        <source>Kind of task.</source>
        <translation>Art der Aufgabe.</translation>
    </message>
    <message>
        <source>Knowledge distillation</source>
        <translation>Wissensdestillation</translation>
    </message>
    <message>
        <source>Label column</source>
        <translation>Label-Spalte</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>Label smoothing of the cross-entropy.</source>
        <translation>Label-Glättung der Kreuzentropie.</translation>
    </message>
    <message>
        <source>Largest accepted loss of accuracy of the INT8 model.</source>
        <translation>Größter hingenommener Verlust an Genauigkeit des INT8-Modells.</translation>
    </message>
    <message>
        <source>Largest change of brightness, as a share.</source>
        <translation>Größte Änderung der Helligkeit, als Anteil.</translation>
    </message>
    <message>
        <source>Largest change of contrast, as a share.</source>
        <translation>Größte Änderung des Kontrasts, als Anteil.</translation>
    </message>
    <message>
        <source>Largest change of scale, as a share.</source>
        <translation>Größte Änderung des Maßstabs, als Anteil.</translation>
    </message>
    <message>
        <source>Largest norm of the gradient; 0 does not clip.</source>
        <translation>Größte Norm des Gradienten; 0 begrenzt nicht.</translation>
    </message>
    <message>
        <source>Largest rotation.</source>
        <translation>Größte Drehung.</translation>
    </message>
    <message>
        <source>Largest shift, as a share of the side.</source>
        <translation>Größte Verschiebung, als Anteil der Seite.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layers of the student to compare, by path, such as layer2; none takes the ends of its stages.</source>
        <translation>Schichten des Schülers, die verglichen werden, nach Pfad, etwa layer2; keine Angabe nimmt die Enden seiner Stufen.</translation>
    </message>
    <message>
        <source>Layers of the teacher to compare with them, as many and in the same order.</source>
        <translation>Schichten des Lehrers, die damit verglichen werden, ebenso viele und in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Layout of image tensors; auto measures which is faster.</source>
        <translation>Anordnung der Bildtensoren; auto misst, welche schneller ist.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate at its peak.</source>
        <translation>Lernrate an ihrem Höchstpunkt.</translation>
    </message>
    <message>
        <source>Left-out words</source>
        <translation>Ausgelassene Wörter</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Longest fine-tuning with simulated INT8, where calibration and float layers did not repair it; 0 never.</source>
        <translation>Längstes Nachtrainieren mit simuliertem INT8, wo Kalibrierung und Gleitkommaschichten nicht genügten; 0 nie.</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>Längster Text</translation>
    </message>
    <message>
        <source>Longest text, in tokens; the rest is cut.</source>
        <translation>Längster Text, in Tokens; der Rest wird abgeschnitten.</translation>
    </message>
    <message>
        <source>Longest wait for one answer.</source>
        <translation>Längstes Warten auf eine Antwort.</translation>
    </message>
    <message>
        <source>MP</source>
        <translation>MP</translation>
    </message>
    <message>
        <source>Max length</source>
        <translation>Höchstlänge</translation>
    </message>
    <message>
        <source>Max megapixels</source>
        <translation>Höchste Megapixel</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Mean that an ONNX teacher&apos;s input is normalised with, on a scale of 0 to 1; empty uses the data&apos;s.</source>
        <translation>Mittelwert, mit dem die Eingabe eines ONNX-Lehrers normalisiert wird, auf einer Skala von 0 bis 1; leer nimmt den der Daten.</translation>
    </message>
    <message>
        <source>Memory format</source>
        <translation>Speicherformat</translation>
    </message>
    <message>
        <source>Merge classes</source>
        <translation>Zusammengeführte Klassen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Micro batch</source>
        <translation>Mikrobatch</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Mirror half of the images left to right.</source>
        <translation>Die Hälfte der Bilder von links nach rechts spiegeln.</translation>
    </message>
    <message>
        <source>MobileNet</source>
        <translation>MobileNet</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Momentum of SGD.</source>
        <translation>Momentum von SGD.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the run.</source>
        <translation>Name des Laufs.</translation>
    </message>
    <message>
        <source>Newest checkpoints kept.</source>
        <translation>So viele neueste Checkpoints bleiben.</translation>
    </message>
    <message>
        <source>Normalised distillation</source>
        <translation>Normierte Destillation</translation>
    </message>
    <message>
        <source>Number format of the training; auto takes fp32 on the CPU.</source>
        <translation>Zahlenformat des Trainings; auto nimmt auf der CPU fp32.</translation>
    </message>
    <message>
        <source>Numbers that stand for one patch.</source>
        <translation>Zahlen, die für eine Kachel stehen.</translation>
    </message>
    <message>
        <source>Numbers that stand for one token.</source>
        <translation>Zahlen, die für ein Token stehen.</translation>
    </message>
    <message>
        <source>ONNX operator set.</source>
        <translation>ONNX-Operatorsatz.</translation>
    </message>
    <message>
        <source>Opset</source>
        <translation>Operatorsatz</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Order of an ONNX teacher&apos;s input axes.</source>
        <translation>Reihenfolge der Eingabeachsen eines ONNX-Lehrers.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Passes over the training data.</source>
        <translation>Durchgänge durch die Trainingsdaten.</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>Perzeptron</translation>
    </message>
    <message>
        <source>Pilot</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Plain 3×3 convolutions; a wide student that quantizes well.</source>
        <translation>Einfache 3×3-Faltungen; ein breiter Schüler, der sich gut quantisieren lässt.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price of a million of them.</source>
        <translation>Preis einer Million davon.</translation>
    </message>
    <message>
        <source>Probability that a random rectangle is blanked out.</source>
        <translation>Wahrscheinlichkeit, dass ein zufälliges Rechteck ausgeblendet wird.</translation>
    </message>
    <message>
        <source>Quantization-aware epochs</source>
        <translation>Epochen mit simuliertem INT8</translation>
    </message>
    <message>
        <source>Reduce range</source>
        <translation>Kleinerer Wertebereich</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>Regularisierung</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>Relational distillation</source>
        <translation>Relationale Destillation</translation>
    </message>
    <message>
        <source>Relations to a stronger teacher</source>
        <translation>Beziehungen zu einem stärkeren Lehrer</translation>
    </message>
    <message>
        <source>Requests under way at once.</source>
        <translation>Anfragen, die gleichzeitig laufen.</translation>
    </message>
    <message>
        <source>ResNet</source>
        <translation>ResNet</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Rows of the pilot, to be looked at before the full run.</source>
        <translation>Zeilen der Probe, die vor allen anderen angesehen werden.</translation>
    </message>
    <message>
        <source>Rows per label</source>
        <translation>Zeilen je Label</translation>
    </message>
    <message>
        <source>Rows wanted of each label.</source>
        <translation>Gewünschte Zeilen je Label.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed of the order of topics and examples.</source>
        <translation>Startwert für die Reihenfolge von Themen und Beispielen.</translation>
    </message>
    <message>
        <source>Seed of the split.</source>
        <translation>Seed der Aufteilung.</translation>
    </message>
    <message>
        <source>Seed of weights, order and augmentation.</source>
        <translation>Seed von Gewichten, Reihenfolge und Augmentierung.</translation>
    </message>
    <message>
        <source>Sent tokens</source>
        <translation>Gesendete Token</translation>
    </message>
    <message>
        <source>Shallow and wide: quick on a phone, the usual student of ResNet-32×4.</source>
        <translation>Flach und breit: schnell auf einem Telefon, der übliche Schüler von ResNet-32×4.</translation>
    </message>
    <message>
        <source>Share of a text’s words that are left out at random.</source>
        <translation>Anteil der Wörter eines Textes, die zufällig ausgelassen werden.</translation>
    </message>
    <message>
        <source>Share of hidden units dropped in training.</source>
        <translation>Anteil der verborgenen Einheiten, die beim Training ausfallen.</translation>
    </message>
    <message>
        <source>Share of pixels dropped in training.</source>
        <translation>Anteil der Pixel, die beim Training ausfallen.</translation>
    </message>
    <message>
        <source>Share of residual branches dropped in training.</source>
        <translation>Anteil der Residualzweige, die beim Training ausfallen.</translation>
    </message>
    <message>
        <source>Share of the examples kept for the final test when the data has no such split.</source>
        <translation>Anteil der Beispiele für den abschließenden Test, wenn die Daten keinen solchen Teil haben.</translation>
    </message>
    <message>
        <source>Share of the examples kept for validation when the data has no such split.</source>
        <translation>Anteil der Beispiele für die Validierung, wenn die Daten keinen solchen Teil haben.</translation>
    </message>
    <message>
        <source>Share of the training during which the learning rate rises from zero.</source>
        <translation>Anteil des Trainings, in dem die Lernrate von null ansteigt.</translation>
    </message>
    <message>
        <source>Share of the training during which the teacher’s weight rises from zero.</source>
        <translation>Anteil des Trainings, in dem das Gewicht des Lehrers von null ansteigt.</translation>
    </message>
    <message>
        <source>Share of values dropped before the classifier.</source>
        <translation>Anteil der Werte, die vor dem Klassifikator ausfallen.</translation>
    </message>
    <message>
        <source>Share of values dropped in training.</source>
        <translation>Anteil der Werte, die beim Training ausfallen.</translation>
    </message>
    <message>
        <source>Shares of the training at which the step schedule falls.</source>
        <translation>Anteile des Trainings, bei denen der Stufenplan fällt.</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>ShuffleNet</source>
        <translation>ShuffleNet</translation>
    </message>
    <message>
        <source>Side of a patch; 0 takes an eighth of the image, at most 16.</source>
        <translation>Seite einer Kachel; 0 nimmt ein Achtel des Bildes, höchstens 16.</translation>
    </message>
    <message>
        <source>Side of the square every image is resized to; 0 keeps small images and takes 224 for large ones.</source>
        <translation>Seite des Quadrats, auf das jedes Bild gebracht wird; 0 behält kleine Bilder und nimmt 224 für große.</translation>
    </message>
    <message>
        <source>Similarity preserving</source>
        <translation>Ähnlichkeit bewahren</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size as in the paper.</source>
        <translation>Größe wie im Artikel.</translation>
    </message>
    <message>
        <source>Size of the vocabulary of a tokenizer trained here.</source>
        <translation>Größe des Vokabulars eines hier trainierten Tokenizers.</translation>
    </message>
    <message>
        <source>Spend cap</source>
        <translation>Ausgabengrenze</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Split column</source>
        <translation>Spalte der Aufteilung</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>Seed der Aufteilung</translation>
    </message>
    <message>
        <source>Split, filter and shuffle: quick on phones for its accuracy.</source>
        <translation>Teilen, filtern, mischen: schnell auf Telefonen für seine Genauigkeit.</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Standard deviation for the same.</source>
        <translation>Die Standardabweichung dazu.</translation>
    </message>
    <message>
        <source>Standardised logits</source>
        <translation>Standardisierte Logits</translation>
    </message>
    <message>
        <source>Stop after this many epochs without a better validation accuracy; 0 never stops early.</source>
        <translation>Nach so vielen Epochen ohne bessere Genauigkeit der Validierung abbrechen; 0 bricht nie früh ab.</translation>
    </message>
    <message>
        <source>Stop before more than this is spent; 0 has no cap.</source>
        <translation>Anhalten, bevor mehr als das ausgegeben wird; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>Schrittweiten</translation>
    </message>
    <message>
        <source>Student layers</source>
        <translation>Schichten des Schülers</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Teacher layers</source>
        <translation>Schichten des Lehrers</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The GGUF file.</source>
        <translation>Die GGUF-Datei.</translation>
    </message>
    <message>
        <source>The ImageNet form of the residual network (He et al. 2016): the defaults are ResNet-18 at half width.</source>
        <translation>Die ImageNet-Form des Residualnetzes (He et al. 2016): voreingestellt ist ResNet-18 mit halber Breite.</translation>
    </message>
    <message>
        <source>The kind of device that the model is for; it decides which files are made.</source>
        <translation>Die Art von Gerät, für die das Modell ist; sie bestimmt, welche Dateien entstehen.</translation>
    </message>
    <message>
        <source>The model’s licence or terms, for the lineage record; some forbid training on answers.</source>
        <translation>Lizenz oder Bedingungen des Modells, für den Herkunftsnachweis; manche verbieten das Training auf Antworten.</translation>
    </message>
    <message>
        <source>The model’s name at the endpoint.</source>
        <translation>Der Name des Modells beim Endpunkt.</translation>
    </message>
    <message>
        <source>The smallest residual network; fits where every kilobyte counts.</source>
        <translation>Das kleinste Residualnetz; passt, wo jedes Kilobyte zählt.</translation>
    </message>
    <message>
        <source>The student learns how far apart examples lie for the teacher, and at which angles.</source>
        <translation>Der Schüler lernt, wie weit und in welchen Winkeln die Beispiele für den Lehrer auseinanderliegen.</translation>
    </message>
    <message>
        <source>The student learns how the teacher’s answers relate to each other, not how large they are.</source>
        <translation>Der Schüler lernt, wie sich die Antworten des Lehrers zueinander verhalten, nicht wie groß sie sind.</translation>
    </message>
    <message>
        <source>The student learns the order the teacher sees among classes and among examples; for a far better teacher.</source>
        <translation>Der Schüler lernt die Ordnung, die der Lehrer zwischen Klassen und zwischen Beispielen sieht; für einen weit besseren Lehrer.</translation>
    </message>
    <message>
        <source>The student learns the teacher’s probabilities over all classes, softened by a temperature.</source>
        <translation>Der Schüler lernt die Wahrscheinlichkeiten des Lehrers über alle Klassen, durch eine Temperatur geglättet.</translation>
    </message>
    <message>
        <source>The student learns to look at the same places of a picture as its teacher.</source>
        <translation>Der Schüler lernt, auf dieselben Stellen eines Bildes zu achten wie sein Lehrer.</translation>
    </message>
    <message>
        <source>The student’s middle layers learn to give what the teacher’s give.</source>
        <translation>Die mittleren Schichten des Schülers lernen zu geben, was die des Lehrers geben.</translation>
    </message>
    <message>
        <source>The teacher writes the texts, or labels texts that you have.</source>
        <translation>Der Lehrer schreibt die Texte oder labelt Texte, die Sie haben.</translation>
    </message>
    <message>
        <source>The teacher&apos;s class names in the order of its outputs; empty takes them from the file or the data.</source>
        <translation>Die Klassennamen des Lehrers in der Reihenfolge seiner Ausgaben; leer nimmt sie aus der Datei oder den Daten.</translation>
    </message>
    <message>
        <source>The teacher’s word on the label and on the other classes are learnt apart, each on its own scale.</source>
        <translation>Was der Lehrer über das Label und was er über die anderen Klassen sagt, wird getrennt gelernt, jedes in seinem Maßstab.</translation>
    </message>
    <message>
        <source>The usual small student for images of 32×32.</source>
        <translation>Der übliche kleine Schüler für Bilder von 32×32.</translation>
    </message>
    <message>
        <source>The usual student of WRN-40-2.</source>
        <translation>Der übliche Schüler von WRN-40-2.</translation>
    </message>
    <message>
        <source>The usual teacher of ResNet-20.</source>
        <translation>Der übliche Lehrer von ResNet-20.</translation>
    </message>
    <message>
        <source>The usual teacher of VGG-8 and of the mobile students.</source>
        <translation>Der übliche Lehrer von VGG-8 und der mobilen Schüler.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Time between two checkpoints.</source>
        <translation>Zeit zwischen zwei Checkpoints.</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>Tokenizer</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Train the student alone as well</source>
        <translation>Schüler auch allein trainieren</translation>
    </message>
    <message>
        <source>Training examples that calibrate the INT8 model; test data is never used.</source>
        <translation>Trainingsbeispiele, die das INT8-Modell kalibrieren; Testdaten werden nie benutzt.</translation>
    </message>
    <message>
        <source>Transformers library</source>
        <translation>Transformers-Bibliothek</translation>
    </message>
    <message>
        <source>Units of each feed-forward layer.</source>
        <translation>Einheiten jeder Feed-Forward-Schicht.</translation>
    </message>
    <message>
        <source>Units of each hidden layer, such as 800-800.</source>
        <translation>Einheiten jeder verborgenen Schicht, etwa 800-800.</translation>
    </message>
    <message>
        <source>Unreadable examples</source>
        <translation>Unlesbare Beispiele</translation>
    </message>
    <message>
        <source>Use 7 of 8 bits for weights, which avoids saturation on x86 processors without VNNI.</source>
        <translation>7 von 8 Bit für Gewichte nehmen, was auf x86-Prozessoren ohne VNNI einen Überlauf vermeidet.</translation>
    </message>
    <message>
        <source>VGG</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Warmup</source>
        <translation>Anlaufphase</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>Mitteln der Gewichte</translation>
    </message>
    <message>
        <source>Weight between classes</source>
        <translation>Gewicht zwischen Klassen</translation>
    </message>
    <message>
        <source>Weight between examples</source>
        <translation>Gewicht zwischen Beispielen</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Weight decay.</source>
        <translation>Gewichtsabnahme (Weight Decay).</translation>
    </message>
    <message>
        <source>Weight of rare classes</source>
        <translation>Gewicht seltener Klassen</translation>
    </message>
    <message>
        <source>Weight of the angles</source>
        <translation>Gewicht der Winkel</translation>
    </message>
    <message>
        <source>Weight of the angles.</source>
        <translation>Gewicht der Winkel.</translation>
    </message>
    <message>
        <source>Weight of the attention</source>
        <translation>Gewicht der Attention</translation>
    </message>
    <message>
        <source>Weight of the distances</source>
        <translation>Gewicht der Abstände</translation>
    </message>
    <message>
        <source>Weight of the distances.</source>
        <translation>Gewicht der Abstände.</translation>
    </message>
    <message>
        <source>Weight of the hint</source>
        <translation>Gewicht des Hinweises</translation>
    </message>
    <message>
        <source>Weight of the labels</source>
        <translation>Gewicht der Labels</translation>
    </message>
    <message>
        <source>Weight of the others</source>
        <translation>Gewicht der übrigen</translation>
    </message>
    <message>
        <source>Weight of the similarities</source>
        <translation>Gewicht der Ähnlichkeiten</translation>
    </message>
    <message>
        <source>Weight of the target</source>
        <translation>Gewicht des Ziels</translation>
    </message>
    <message>
        <source>Weight of the teacher</source>
        <translation>Gewicht des Lehrers</translation>
    </message>
    <message>
        <source>Weight of the teacher’s word on the label.</source>
        <translation>Gewicht dessen, was der Lehrer über das Label sagt.</translation>
    </message>
    <message>
        <source>Weight w of the attention maps.</source>
        <translation>Gewicht w der Attention-Karten.</translation>
    </message>
    <message>
        <source>Weight w of the hint.</source>
        <translation>Gewicht w des Hinweises.</translation>
    </message>
    <message>
        <source>Weight w of the similarities.</source>
        <translation>Gewicht w der Ähnlichkeiten.</translation>
    </message>
    <message>
        <source>Weight α of the cross-entropy with the labels.</source>
        <translation>Gewicht α der Kreuzentropie mit den Labels.</translation>
    </message>
    <message>
        <source>Weight α of the labelled class against the others.</source>
        <translation>Gewicht α der gelabelten Klasse gegen die übrigen.</translation>
    </message>
    <message>
        <source>Weight β among the other classes; the paper takes 2 to 8, more for a surer teacher.</source>
        <translation>Gewicht β unter den übrigen Klassen; der Artikel nimmt 2 bis 8, mehr für einen sichereren Lehrer.</translation>
    </message>
    <message>
        <source>Weight β of the divergence from the teacher.</source>
        <translation>Gewicht β der Divergenz vom Lehrer.</translation>
    </message>
    <message>
        <source>Weight β of the relations between classes.</source>
        <translation>Gewicht β der Beziehungen zwischen Klassen.</translation>
    </message>
    <message>
        <source>Weight γ of the relations between examples.</source>
        <translation>Gewicht γ der Beziehungen zwischen Beispielen.</translation>
    </message>
    <message>
        <source>Weight γ of the teacher’s word on the other classes.</source>
        <translation>Gewicht γ dessen, was der Lehrer über die anderen Klassen sagt.</translation>
    </message>
    <message>
        <source>What the teacher says of the wrong classes gets a weight of its own, also where the teacher is sure.</source>
        <translation>Was der Lehrer über die falschen Klassen sagt, bekommt ein eigenes Gewicht, auch wo der Lehrer sicher ist.</translation>
    </message>
    <message>
        <source>What the teacher&apos;s numbers are.</source>
        <translation>Was die Zahlen des Lehrers sind.</translation>
    </message>
    <message>
        <source>What to do with a file or row that cannot be read: skip and list it, or stop.</source>
        <translation>Was mit einer Datei oder Zeile geschieht, die sich nicht lesen lässt: überspringen und auflisten, oder anhalten.</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Wo es läuft</translation>
    </message>
    <message>
        <source>Where the teacher comes from: trained here, an own checkpoint, an ONNX file, or a file of its predictions.</source>
        <translation>Woher der Lehrer kommt: hier trainiert, ein eigener Checkpoint, eine ONNX-Datei oder eine Datei mit seinen Vorhersagen.</translation>
    </message>
    <message>
        <source>Which epoch’s weights are used in the end: the last, or the best on the validation examples, which early stopping always takes.</source>
        <translation>Die Gewichte welcher Epoche am Ende genommen werden: der letzten oder der besten auf den Validierungsbeispielen, die frühes Beenden immer nimmt.</translation>
    </message>
    <message>
        <source>Wide ResNet</source>
        <translation>Wide ResNet</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Widths</source>
        <translation>Breiten</translation>
    </message>
    <message>
        <source>Without encryption</source>
        <translation>Ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>Words of the longest text.</source>
        <translation>Wörter des längsten Texts.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>laut Datei</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>von vorn</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>geraten</translation>
    </message>
    <message>
        <source>inside the run</source>
        <translation>im Lauf</translation>
    </message>
    <message>
        <source>per million</source>
        <translation>je Million</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>the data’s</source>
        <translation>aus den Daten</translation>
    </message>
    <message>
        <source>the teacher’s</source>
        <translation>vom Lehrer</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
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
    <message>
        <source>{state}, number {n}</source>
        <translation>{state}, Nummer {n}</translation>
    </message>
</context>
<context>
    <name>teacher</name>
    <message>
        <source>order of the teacher’s classes</source>
        <translation>Reihenfolge der Klassen des Lehrers</translation>
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
