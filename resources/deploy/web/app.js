// The page: opens the export that it lies in, and asks its model about whatever it is given.

import { Classifier, openExport, preferred } from "./classifier.mjs";
import { evaluate, examplesIn, summary } from "./evaluate.js";
import { measure, recordOf } from "./measure.mjs";
import { Pad, fromFile, fromVideo, show, showSeen } from "./pictures.js";
import { fit } from "./pixels.mjs";
import { Graphics, Processor } from "./runtime.js";
import { number, say, translate } from "./words.js";

const EXPORT = new URL("../../", import.meta.url);
const BARS = 5;
const SMALL = 64; // the side up to which gray pictures can be drawn by hand

const $ = (id) => document.getElementById(id);
const isImage = () => page.found.input.type === "image";

/** All that the page holds. Answers and record stay here for whoever drives the page. */
export const page = {
  ready: false, found: null, classifier: null, answers: null, record: null,
  processor: new Processor(), graphics: null, place: null, fallen: null,
};
page.place = page.processor;

async function read(name) {
  const answer = await fetch(new URL(name, EXPORT));
  if (!answer.ok) throw new Error(say("{file} is missing from the export folder.", { file: name }));
  return new Uint8Array(await answer.arrayBuffer());
}

async function open() {
  page.found = await openExport(read);
  await page.processor.load();
  if (!isImage()) page.Tokenizer = (await import(new URL("lib/tokenizers/tokenizers.min.mjs", import.meta.url))).Tokenizer;
  const { files } = page.found.measured;
  const wanted = preferred(page.found.measured);
  $("file").replaceChildren(
    ...files.map((file) => new Option(`${file.title}${file === wanted ? " ★" : ""}`, file.file, false, file === wanted)),
  );
  await describe();
  prepare();
  const looked = findGraphics();
  await use(wanted).finally(() => looked);
}

async function findGraphics() {
  try {
    page.graphics = await Graphics.find(page.found.measured.files, (why) => safely(fallBack)(why));
  } catch (error) {
    withoutGraphics(error.message);
    return;
  }
  $("gpu").disabled = false;
  const { files } = page.found.measured;
  const has = (start) => files.some(({ variant }) => variant.startsWith(start));
  const sentences = [];
  if (has("int8")) {
    sentences.push(
      say("INT8 stays on the processor: WebGPU has no integer kernels, so such a file would go back and forth at every layer."),
    );
  }
  if (has("fp16") && !page.graphics.half) {
    sentences.push(say("The shaders of this graphics processor do not compute in FP16, so it takes FP32."));
  }
  $("place-words").textContent = sentences.join(" ");
}

function withoutGraphics(why) {
  page.graphics = null;
  $("gpu").disabled = true;
  $("place-words").textContent = say("The graphics processor cannot be used here. {why}", { why });
}

async function describe() {
  let name = "";
  try {
    name = JSON.parse(new TextDecoder().decode(await read("lineage.json"))).name ?? "";
  } catch {
    // an export without a lineage has no name either
  }
  $("name").textContent = name || say("Try the model");
  document.title = name ? say("{name} – try the model", { name }) : say("Try the model");
}

/** Open a file at a place; the one at work goes on until the other has answered. */
async function use(file, place = page.place) {
  const former = page.classifier;
  choosable(false);
  $("about").textContent = say(place.on === "gpu" ? "Opening the model… The first answer compiles its shaders." : "Opening the model…");
  try {
    const opened = await Classifier.open(await place.load(), page.found, file, page.Tokenizer);
    const first = await opened.logits(opened.sample()); // takes longer than the others
    if (!first.every(Number.isFinite)) throw new Error(say("Its answers are no numbers."));
    Object.assign(page, { classifier: opened, place });
  } catch (error) {
    const places = { file: file.file, why: error.message };
    if (place.on === "cpu") throw new Error(say("{file} cannot be opened. {why}", places));
    throw new Error(say("{file} cannot run on the graphics processor. {why} The processor goes on.", places));
  } finally {
    choosable(true);
    tellAbout();
  }
  retire(former);
  page.ready = true;
  await again();
}

async function retire(former) {
  while (busy) await new Promise((resolve) => setTimeout(resolve, 10)); // it may be at an answer
  await former?.close().catch(() => {}); // one that has failed may have nothing left to release
}

/** Take the file that suits the place, unless the one at work does. */
async function move(place) {
  const { measured } = page.found;
  await use(place.on === "gpu" ? place.preferred(measured.files) : preferred(measured), place);
}

/** The graphics processor has stopped: say so, and go on without it. */
function fallBack(why) {
  if (page.graphics) page.fallen = leaveGraphics(why);
  return page.fallen;
}

async function leaveGraphics(why) {
  withoutGraphics(say("It stopped: {why} Load the page again to use it.", { why }));
  if (page.place.on === "gpu") {
    await move(page.processor);
    complain(new Error(say("The graphics processor stopped. The processor goes on with {file}.", { file: page.classifier.file.title })));
  }
}

/** What the model says of an example. Where the graphics processor stops, the other answers instead. */
async function classify(example) {
  const { classifier, place } = page;
  try {
    return await classifier.classify(example);
  } catch (error) {
    if (place.on === "cpu") throw error;
    await fallBack(error.message);
    return await page.classifier.classify(example);
  }
}

function choosable(now) {
  $("file").disabled = $("place").disabled = !now;
}

function tellAbout() {
  const { classifier, place } = page;
  if (!classifier) {
    $("about").textContent = "";
    return;
  }
  const { file } = classifier;
  $("file").value = file.file;
  $("place").value = place.on;
  for (const option of $("file").options) {
    option.disabled = !place.suits(page.found.measured.files.find((one) => one.file === option.value));
  }
  const version = versionOf(place.ort);
  $("about").textContent = say("{file}, {size}, ONNX Runtime Web {version} on {where}", {
    file: file.file, size: size(file.size_bytes), version, where: place.name,
  });
}

const versionOf = ({ env }) => env.versions.web ?? env.versions.common;

function prepare() {
  $("pictures").hidden = !isImage();
  $("texts").hidden = isImage();
  $("many-words").textContent = say(
    isImage()
      ? "A folder of pictures. Where its folders are named as the classes, the page counts how many answers are right."
      : "Text files, one text a line. Where their folders are named as the classes, the page counts how many answers are right.",
  );
  if (isImage()) {
    hasCamera().then((found) => ($("camera").hidden = !found));
    $("draw").hidden = page.found.input.channels !== 1 || page.found.input.size > SMALL;
    page.pad = new Pad($("pad"), page.found.input, () => ask(page.pad.picture(), { shown: false }));
  }
  $("device").value = navigator.userAgentData?.platform ?? navigator.platform;
}

// one example

let last = null;
let busy = false;
let waiting = null;

/** Ask about a picture or a text; while one is being answered only the newest of the others waits. */
async function ask(example, { shown = true } = {}) {
  waiting = { example, shown };
  if (busy || !page.classifier) return;
  busy = true;
  try {
    while (waiting) {
      const { example: next, shown: visible } = waiting;
      waiting = null;
      last = next;
      if (isImage()) {
        if (visible) show($("shown"), next);
        showSeen($("seen"), fit(next, page.found.input), page.found.input);
        $("sight").hidden = false;
      }
      answer(await classify(next));
    }
  } catch (error) {
    complain(error);
  } finally {
    busy = false;
  }
}

const again = async () => {
  if (last !== null) await ask(last, { shown: mode === "file" });
};

function answer({ answers, ms }) {
  const bars = answers.slice(0, BARS).map(({ label, probability }, place) => {
    const bar = element("div", { className: place ? "bar" : "bar best" });
    const fill = element("div", { className: "fill" });
    fill.style.width = `${100 * probability}%`;
    const track = element("div", { className: "track" }, fill);
    const share = `${number(100 * probability, 1)} %`;
    bar.append(
      element("span", { className: "name", textContent: label, title: label }),
      track,
      element("span", { className: "share", textContent: share }),
    );
    return bar;
  });
  const time = element("p", { className: "muted", textContent: `${number(ms, 1)} ms, ${page.classifier.file.title}, ${titleOf(page.place.on)}` });
  $("answer").replaceChildren(...bars, time);
}

// where pictures come from

let mode = "none";

async function switchTo(wanted) {
  if (mode === "camera" && wanted !== "camera") stopCamera();
  mode = wanted;
  $("stage").classList.toggle("filled", wanted !== "none");
  $("shown").hidden = wanted !== "file";
  $("video").hidden = wanted !== "camera";
  $("pad").hidden = $("clear").hidden = wanted !== "draw";
  $("camera").setAttribute("aria-pressed", wanted === "camera");
  $("draw").setAttribute("aria-pressed", wanted === "draw");
  if (wanted === "camera") await startCamera();
}

async function hasCamera() {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []; // none without https
  return devices.some(({ kind }) => kind === "videoinput");
}

async function startCamera() {
  try {
    $("video").srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch (error) {
    await switchTo("none");
    complain(new Error(say("The camera cannot be used: {why}.", { why: error.message })));
    return;
  }
  await $("video").play();
  look();
}

function look() {
  if (mode !== "camera") return;
  if ($("video").videoWidth && !busy) ask(fromVideo($("video")), { shown: false });
  requestAnimationFrame(look);
}

function stopCamera() {
  for (const track of $("video").srcObject?.getTracks() ?? []) track.stop();
  $("video").srcObject = null;
}

async function give(file) {
  if (!file) return;
  await switchTo("file");
  let picture;
  try {
    picture = await fromFile(file);
  } catch {
    throw new Error(say("{file} is not a picture that this browser can read.", { file: file.name }));
  }
  await ask(picture);
}

// many examples

let stopping = false;

async function evaluateFiles(files) {
  page.answers = null;
  const examples = await examplesIn(files, page.found.labels, isImage());
  stopping = false;
  $("stop").hidden = $("many-progress").hidden = false;
  $("save-answers").hidden = true;
  $("many-result").replaceChildren();
  const told = (done, all) => {
    Object.assign($("many-progress"), { value: done, max: all });
    $("many-result").textContent = say("{done} of {all}", { done: number(done), all: number(all) });
  };
  choosable(false);
  const answers = await evaluate(classify, examples, { told, stopped: () => stopping }).finally(() => choosable(true));
  $("stop").hidden = $("many-progress").hidden = true;
  $("save-answers").hidden = !answers.length;
  $("many-result").replaceChildren(...found(summary(answers)));
  page.answers = answers;
}

function* found({ examples, unreadable, known, right, classes, counts }) {
  const nothing = isImage() ? "There is no picture among these files." : "There is no text in these files.";
  const sentences = [
    examples ? say("{n} examples answered by {file}.", { n: number(examples), file: page.classifier.file.title }) : say(nothing),
  ];
  const share = `${number((100 * right) / known, 2)} %`;
  if (known) sentences.push(say("{right} of {known} are right ({share}).", { right: number(right), known: number(known), share }));
  if (unreadable) sentences.push(say("{n} could not be read.", { n: number(unreadable) }));
  yield element("p", { textContent: sentences.join(" ") });
  if (known) {
    const rows = classes.map((one) => [one.name, number(one.examples), `${number((100 * one.right) / one.examples, 1)} %`]);
    yield table([say("Class"), say("Examples"), say("Right")], rows);
  } else if (counts.length) {
    yield table([say("Class"), say("Answers")], counts.map(([label, count]) => [label, number(count)]));
  }
}

// this device

async function measureHere() {
  $("measure").disabled = true;
  try {
    const { graphics } = page;
    const { files, failed } = await measured(graphics);
    const both = files.some(({ on }) => on === "gpu");
    const engines = both ? "WebAssembly and WebGPU" : "WebAssembly";
    const runtime = `ONNX Runtime Web ${versionOf(page.processor.ort)}, ${engines}, ${browserName()}`;
    const about = { device: $("device").value.trim() || "Browser", runtime, threads: 1 };
    page.record = await recordOf(page.found, files, both ? { ...about, graphics: graphics.adapter } : about);
    tellMeasured(files, failed, both);
    $("save-record").hidden = $("copy-record").hidden = false;
  } finally {
    $("measure").disabled = false;
  }
}

/** Every file on both processors, in turn; on the main one alone where the other stops meanwhile. */
async function measured(graphics) {
  const tell = (file, on) => ($("measuring").textContent = say("Opening {file}…", { file: named(file, on) }));
  const options = { Tokenizer: page.Tokenizer, tell };
  const places = [page.processor];
  try {
    if (graphics && (await graphics.load())) places.push(graphics);
    return await measure(places, page.found, options);
  } catch (error) {
    if (!graphics) throw error;
    await fallBack(error.message);
    return await measure([page.processor], page.found, options);
  }
}

function tellMeasured(files, failed, both) {
  const of = ({ file: name }) => page.found.measured.files.find(({ file }) => file === name);
  const name = (file) => (both ? named(of(file), file.on) : of(file).title);
  const ms = (value) => `${number(value, 2)} ms`;
  const left = failed.map(({ file, on }) => say("{file} cannot be opened here.", { file: both ? named(file, on) : file.title }));
  const done = say("{n} answers of each file, one thread.", { n: number(files[0].runs) });
  const best = files.reduce((one, other) => (other.median_ms < one.median_ms ? other : one));
  const fastest = say("The fastest here is {file}.", { file: name(best) });
  $("measuring").textContent = [done, ...(files.length > 1 ? [fastest] : []), ...left].join(" ");
  const rows = files.map((file) => [name(file), ms(file.median_ms), ms(file.p95_ms), ms(file.load_ms), ms(file.first_ms)]);
  $("times").replaceChildren(table(["File", "Median", "95 % within", "Opens in", "First answer"].map((head) => say(head)), rows));
}

const titleOf = (on) => say(on === "gpu" ? "graphics" : "processor");
const named = (file, on) => `${file.title}, ${titleOf(on)}`;

function browserName() {
  const brand = navigator.userAgentData?.brands.find(({ brand: name }) => !/not.?a.?brand|chromium/i.test(name));
  const known = navigator.userAgentData?.brands.find(({ brand: name }) => /chromium/i.test(name));
  if (brand ?? known) return `${(brand ?? known).brand} ${(brand ?? known).version}`;
  return navigator.userAgent.match(/(Firefox|Version|Chrome)\/[\d]+/)?.[0].replace("Version", "Safari").replace("/", " ") ?? "browser";
}

// small helpers

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function table(heads, rows) {
  const line = (name) => (cells) => element("tr", {}, ...cells.map((textContent) => element(name, { textContent })));
  const made = element("table", {}, element("thead", {}, line("th")(heads)), element("tbody", {}, ...rows.map(line("td"))));
  return element("div", { className: "scroll" }, made);
}

function size(bytes) {
  return bytes < 1e6 ? `${number(bytes / 1e3)} KB` : `${number(bytes / 1e6, 1)} MB`;
}

function save(name, value) {
  const link = element("a", { href: URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: "application/json" })) });
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function complain(error) {
  $("trouble").textContent = error.message;
  $("trouble").hidden = false;
}

/** Do something that may fail, and say so. */
const safely = (action) => async (event) => {
  $("trouble").hidden = true;
  try {
    await action(event);
  } catch (error) {
    complain(error);
  }
};

function listen() {
  const on = (id, kind, action) => $(id).addEventListener(kind, safely(action));
  on("file", "change", () => use(page.found.measured.files.find(({ file }) => file === $("file").value)).finally(tellAbout));
  on("place", "change", () => move($("place").value === "gpu" ? page.graphics : page.processor));
  on("choose", "click", () => $("picture").click());
  on("picture", "change", () => give($("picture").files[0]));
  on("camera", "click", () => switchTo(mode === "camera" ? "none" : "camera"));
  on("draw", "click", () => switchTo(mode === "draw" ? "none" : "draw"));
  on("clear", "click", () => page.pad.clear());
  on("text", "input", () => ask($("text").value));
  on("choose-folder", "click", () => $("folder").click());
  on("choose-many", "click", () => $("files").click());
  on("folder", "change", () => evaluateFiles($("folder").files));
  on("files", "change", () => evaluateFiles($("files").files));
  on("stop", "click", () => (stopping = true));
  on("save-answers", "click", () => save("answers.json", page.answers));
  on("measure", "click", measureHere);
  on("save-record", "click", () => save("measurement.json", page.record));
  on("copy-record", "click", () => navigator.clipboard.writeText(JSON.stringify(page.record, null, 2)));
  for (const kind of ["dragover", "dragenter", "dragleave", "drop"]) {
    on("stage", kind, (event) => {
      event.preventDefault();
      $("stage").classList.toggle("hot", kind === "dragover" || kind === "dragenter");
      return kind === "drop" ? give(event.dataTransfer.files[0]) : null;
    });
  }
  document.addEventListener("paste", safely((event) => (isImage() ? give(event.clipboardData.files[0]) : null)));
}

translate();
listen();
await safely(open)();
