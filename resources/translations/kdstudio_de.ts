<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnswerCard</name>
    <message>
        <source>The models disagree on this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArchitecturePicker</name>
    <message>
        <source>Teacher architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family of architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No architecture fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} architecture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Balance</name>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its size is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times} smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times} less computation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BudgetBar</name>
    <message>
        <source>Device that the student is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest INT8 file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick the largest that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure all here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring {done} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No architecture stays within these limits. Allow more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalibrationPanel</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration of all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calibration error is the mean distance between how sure a model is and how often it is right (ECE, 15 bins). A student can be accurate and still too sure of itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its confidence can be trusted: it is off by {n} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too sure of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less sure than it could be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {way}: off by {n} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is clearly {way}: off by {n} on average.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Chart: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything (double-click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge or shrink (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as {kind} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Hide or show this line. With Alt held, show it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassesPanel</name>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy by how sure the teacher is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher’s confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how sure the teacher is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On worse examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy when the test examples are made worse on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on worse examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most was lost at {classes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No class lost more than 2 points against the teacher.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>Input column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} (guessed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Run to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other finished run to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a setting on the Plan page and run again; the two can then be compared here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of both runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipes are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The runs were tested on different examples, so their figures compare only roughly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the same {all} test examples, {title}: {won} are right only in this run, {lost} only in the other.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>Examples of the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a cell to see its examples, the surest first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your data here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with one folder of images for each class, IDX files, or a CSV, JSONL or Parquet table. What it is and how it is laid out is recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.jsonl *.parquet *.gz *ubyte)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the data check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that teacher and student learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the data: {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Customise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training of the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation for the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several things were dropped at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the one folder that holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: {words}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EstimateCard</name>
    <message>
        <source>Estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the speed of both models on this machine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a short measurement on this machine; corrected while the run goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleActions</name>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select examples to relabel them or to leave them out. No file is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took back {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabelled {n} as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleDetail</name>
    <message>
        <source>Select one to see it large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one to see what all models said.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportAgain</name>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student is exported, measured and verified again. The folder must be new or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the training engine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export is written and verified.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers as FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees with teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export folder is not there any more. Export again to write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INT8 lost {n} points against FP32, more than the recipe accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again with more calibration examples or another calibration; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Back to the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep one of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples of this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept one of each duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted a finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer accepted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too big</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Make a large model small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KD Studio teaches a small model what a large, accurate one knows. Everything happens on this machine; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use my own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring examples and a teacher, and get a verified INT8 model that runs on a phone, with a measured table of what was gained and lost. The sample needs no download and takes two minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Used for training where the engine supports it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No graphics card found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training runs on the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the workspace is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was interrupted. It can go on from its last checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were preparing “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the sample to see what a finished run looks like.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDrawer</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker has printed nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachinePanel</name>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used:.1f} of {all} cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} examples/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training goes on without this window; the next launch shows it again. Stop and keep saves a checkpoint, from which the run can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>{count} of {whole} examples of “{label}” were answered “{guess}” ({share}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← right class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MistakesPanel</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} test examples are answered wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ones the teacher knows; inherited ones are the teacher’s own wrong answers. {fixed} of the teacher’s mistakes are put right.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher knows; the student learns, and is what you ship.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The small network that is trained and exported.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayButton</name>
    <message>
        <source>Compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay past runs under the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other run yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copy as command (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: {command}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Drop it here, or choose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thoroughly to train, and what it will take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customise every setting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student sees all training examples {n} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher is trained first, {n} times over them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>What the student says now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the training engine …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reliability</name>
    <message>
        <source>{sure} sure: {right} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure the model is, and how often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often it is right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on the test examples</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>See the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts appear with the first steps of a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results are there when the run is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is not responding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The worker has said nothing for 30 seconds. It may be busy with one long step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{term} makes up {share} of the loss; the other terms hardly count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a smaller weight, or the others a larger one, and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Resume begins again, since nothing had been saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Resume goes on from step {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is done. The results are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep saves a checkpoint first, from which the run can be resumed later. Stop and discard ends it for good: what was learnt since the last checkpoint is lost and the run cannot be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this recipe again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{student} learns from {teacher} · {method}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Change label …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes go into the recipe of the next run; files are never touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {n} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select examples first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} example(s) relabelled as {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} example(s) left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change is in effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System follows the light or dark look of your desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all text in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window. What the engine reports is in English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads of new recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads of new recipes. “Measure” tries which number is fastest on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, caches and settings are in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again from your files when it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed again when they are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data checks and measurements of this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that you deleted. Emptying it cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpecRow</name>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitCard</name>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn here: every class in proportion, duplicates kept together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data brings its own split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>All {n} steps are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {all}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run on the Plan page, or open one from Runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run yet. Start one on the Plan page, or open one from Runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no results yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the data first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has not been checked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on. Stop it, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They count until the window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees with teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the teacher’s accuracy is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the test examples are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} smaller than the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} faster than the teacher, one example, one thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gained by distilling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over training the student alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The student was not trained alone, so the gain is not known.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeacherCard</name>
    <message>
        <source>Teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bigger architecture is trained on your data first, then it teaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Hugging Face folder, a KD Studio model folder, or a safetensors or state-dict file with the name of its architecture. Nothing in the file is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ONNX file from any framework that takes one batch of inputs and gives class scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A CSV, JSONL or Parquet table or an NPZ file with the teacher’s logits or probabilities for each example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TryItPanel</name>
    <message>
        <source>Drop pictures here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or paste one from the clipboard with Ctrl+V.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text; an empty line separates several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers of all models appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teacher, student and INT8 side by side, with how sure they are and how long they took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking teacher and student …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UseCard</name>
    <message>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale large pictures down in steps of two first: phones scale without antialiasing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Catcher</name>
    <message>
        <source>Something in the window went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your runs are safe and the window goes on. What happened: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Cell</name>
    <message>
        <source>Student: {student} ({sure}). Teacher: {teacher}. Right: {label}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{train} for training, {validation} for validation, {test} for the test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Saved as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the loss is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the control’s loss is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the teacher’s loss is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement with the teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss terms before weighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control’s loss terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teacher’s loss terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>student alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>the model in FP32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model in FP16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model in INT8, the one for phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the classes, in the order of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how an input is prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how a text becomes tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher, data, settings and versions it came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hashes of all files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>health</name>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be resolved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Right: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{n} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parameters} parameters · {size} · {macs} MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>±0 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign}{n} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {clock}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
