// What the page says, in the language of the browser where it is one of the window’s, else in English.

const GERMAN = {
  "A folder of pictures. Where its folders are named as the classes, the page counts how many answers are right.":
    "Ein Ordner mit Bildern. Wo seine Ordner wie die Klassen heißen, zählt die Seite die richtigen Antworten.",
  "A browser has WebGPU on pages from https and from this computer alone.":
    "WebGPU hat ein Browser nur auf Seiten von https und von diesem Computer selbst.",
  "A text": "Ein Text",
  "Answers": "Antworten",
  "Camera": "Kamera",
  "Choose a folder": "Ordner wählen",
  "Choose a picture": "Bild wählen",
  "Choose files": "Dateien wählen",
  "Class": "Klasse",
  "Clear": "Leeren",
  "Copy": "Kopieren",
  "Draw": "Zeichnen",
  "Drawing pad": "Zeichenfläche",
  "Drop a picture here": "Bild hierher ziehen",
  "Every file is opened afresh, on the graphics processor too where it can be used, and all answer in turn. Close other programs first. The record can be added to the export in KD Studio.":
    "Jede Datei wird neu geöffnet, auch auf dem Grafikprozessor, wo er sich benutzen lässt, und alle antworten abwechselnd. Schließen Sie vorher andere Programme. Das Protokoll lässt sich in KD Studio zum Export hinzufügen.",
  "Everything runs in this page. Nothing you give it leaves this device.":
    "Alles läuft in dieser Seite. Nichts, was Sie ihr geben, verlässt dieses Gerät.",
  "Examples": "Beispiele",
  "File": "Datei",
  "First answer": "Erste Antwort",
  "Give it something": "Geben Sie ihm etwas",
  "Graphics processor (WebGPU)": "Grafikprozessor (WebGPU)",
  "INT8 stays on the processor: WebGPU has no integer kernels, so such a file would go back and forth at every layer.":
    "INT8 bleibt auf dem Prozessor: WebGPU hat keine ganzzahligen Kernel, eine solche Datei ginge bei jeder Schicht hin und her.",
  "It stopped: {why} Load the page again to use it.":
    "Er ist ausgefallen: {why} Laden Sie die Seite neu, um ihn zu benutzen.",
  "Its answers are no numbers.": "Ihre Antworten sind keine Zahlen.",
  "Measure": "Messen",
  "Measure on this device": "Auf diesem Gerät messen",
  "Median": "Median",
  "Name of the device": "Name des Geräts",
  "None of these files is FP32 or FP16.": "Keine dieser Dateien ist FP32 oder FP16.",
  "ONNX Runtime Web is not in this folder. Open it with “kdstudio try”, or export for the target “browser”, which carries it.":
    "ONNX Runtime Web liegt nicht in diesem Ordner. Öffnen Sie ihn mit „kdstudio try“, oder exportieren Sie für das Ziel „browser“, das es mitbringt.",
  "Opening the model…": "Das Modell wird geöffnet …",
  "Opening the model… The first answer compiles its shaders.":
    "Das Modell wird geöffnet … Die erste Antwort übersetzt seine Shader.",
  "Opening the model… A browser does this from a web server alone: “kdstudio try” is one.":
    "Das Modell wird geöffnet … Ein Browser tut das nur von einem Webserver aus: „kdstudio try“ ist einer.",
  "Opens in": "Öffnet in",
  "Processor (WebAssembly)": "Prozessor (WebAssembly)",
  "Progress": "Fortschritt",
  "Right": "Richtig",
  "Runs on": "Läuft auf",
  "Save the answers": "Antworten sichern",
  "Save the record": "Protokoll sichern",
  "Stop": "Anhalten",
  "Text files, one text a line. Where their folders are named as the classes, the page counts how many answers are right.":
    "Textdateien mit einem Text je Zeile. Wo ihre Ordner wie die Klassen heißen, zählt die Seite die richtigen Antworten.",
  "The answer appears here.": "Hier erscheint die Antwort.",
  "The browser gives no graphics adapter.": "Der Browser bietet keinen Grafikprozessor an.",
  "The graphics processor cannot be used here. {why}": "Der Grafikprozessor lässt sich hier nicht benutzen. {why}",
  "The graphics processor stopped. The processor goes on with {file}.":
    "Der Grafikprozessor ist ausgefallen. Der Prozessor macht mit {file} weiter.",
  "The fastest here is {file}.": "Am schnellsten ist hier {file}.",
  "The shaders of this graphics processor do not compute in FP16, so it takes FP32.":
    "Die Shader dieses Grafikprozessors rechnen nicht mit FP16, darum nimmt er FP32.",
  "The picture as the network sees it": "Das Bild, wie das Netz es sieht",
  "The picture that is looked at": "Das betrachtete Bild",
  "There is no picture among these files.": "Unter diesen Dateien ist kein Bild.",
  "There is no text in these files.": "In diesen Dateien ist kein Text.",
  "This browser has no WebGPU.": "Dieser Browser hat kein WebGPU.",
  "Try many at once": "Viele auf einmal",
  "Try the model": "Modell ausprobieren",
  "Type or paste a text": "Text eingeben oder einfügen",
  "What it says": "Was es sagt",
  "What the network sees": "Was das Netz sieht",
  "95 % within": "95 % binnen",
  "{done} of {all}": "{done} von {all}",
  "{file} cannot be opened here.": "{file} lässt sich hier nicht öffnen.",
  "{file} cannot be opened. {why}": "{file} lässt sich nicht öffnen. {why}",
  "{file} is missing from the export folder.": "{file} fehlt im Export-Ordner.",
  "{file} is not a picture that this browser can read.": "{file} ist kein Bild, das dieser Browser lesen kann.",
  "{file} cannot run on the graphics processor. {why} The processor goes on.":
    "{file} lässt sich auf dem Grafikprozessor nicht rechnen. {why} Der Prozessor macht weiter.",
  "{file}, {size}, ONNX Runtime Web {version} on {where}": "{file}, {size}, ONNX Runtime Web {version} mit {where}",
  "graphics": "Grafik",
  "processor": "Prozessor",
  "{n} answers of each file, one thread.": "{n} Antworten jeder Datei, ein Thread.",
  "{n} could not be read.": "{n} ließen sich nicht lesen.",
  "{n} examples answered by {file}.": "{n} Beispiele, beantwortet von {file}.",
  "{name} – try the model": "{name} – Modell ausprobieren",
  "{right} of {known} are right ({share}).": "{right} von {known} sind richtig ({share}).",
  "Opening {file}…": "{file} wird geöffnet …",
  "The camera cannot be used: {why}.": "Die Kamera lässt sich nicht benutzen: {why}.",
};

const german = navigator.language.startsWith("de");
const LANGUAGE = german ? "de" : "en";

/** Texts without a translation; a test finds it empty. */
export const missing = new Set();

/** A text in the language of the page, with its {places} filled. */
export function say(text, places = {}) {
  if (german && !(text in GERMAN)) missing.add(text);
  const said = (german && GERMAN[text]) || text;
  return said.replace(/\{(\w+)\}/g, (_, name) => places[name]);
}

/** A number as it is written in the language of the page. */
export function number(value, digits = 0) {
  return value.toLocaleString(LANGUAGE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Put what the page says from the start into its language. */
export function translate(root = document.body) {
  document.documentElement.lang = LANGUAGE;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.replace(/\s+/g, " ").trim();
    if (text) node.data = say(text);
  }
  for (const name of ["aria-label", "placeholder"]) {
    for (const found of root.querySelectorAll(`[${name}]`)) found.setAttribute(name, say(found.getAttribute(name)));
  }
}
