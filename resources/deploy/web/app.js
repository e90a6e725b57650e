// The page: opens the export that it lies in, and asks its model about whatever it is given.

import { Classifier, openExport, preferred } from "./classifier.mjs";
import { evaluate, examplesIn, summary } from "./evaluate.js";
import { measure, recordOf } from "./measure.mjs";
import { Pad, fromFile, fromVideo, show, showSeen } from "./pictures.js";
import { fit } from "./pixels.mjs";
import { SESSION, forGraphics, graphicsHere, library, runtime, suits } from "./runtime.js";
import { number, say, translate } from "./words.js";

const EXPORT = new URL("../../", import.meta.url);
const BARS = 5;
const SMALL = 64; // the side up to which gray pictures can be drawn by hand

const $ = (id) => document.getElementById(id);
const isImage = () => page.found.input.type === "image";

/** All that the page holds. Answers and record stay here for whoever drives the page. */
export const page = {
  ready: false, found: null, place: "processor", graphics: null, classifier: null, answers: null, record: null,
};

async function read(name) {
  const answer = await fetch(new URL(name, EXPORT));
  if (!answer.ok) throw new Error(say("{file} is missing from the export folder.", { file: name }));
  return new Uint8Array(await answer.arrayBuffer());
}

async function open() {
  page.found = await openExport(read);
  page.ort = await runtime("processor");
  if (!isImage()) page.Tokenizer = (await library("tokenizers/tokenizers.min.mjs")).Tokenizer;
  await describe();
  prepare();
  const wanted = preferred(page.found.measured);
  list(wanted);
  await use(wanted);
  offer(await graphicsHere());
}

/** List the files for the place where they are to run. */
function list(chosen) {
  const recommended = preferred(page.found.measured);
  const options = page.found.measured.files.map((file) => {
    const option = new Option(`${file.title}${file === recommended ? " ★" : ""}`, file.file, false, file === chosen);
    option.disabled = !suits(file, page.place, page.graphics);
    return option;
  });
  $("file").replaceChildren(...options);
  $("file").disabled = false;
  $("place").value = page.place;
}

/** Offer the graphics card, or say why it is not. */
function offer(graphics) {
  page.graphics = graphics;
  const none = graphics.why ?? (forGraphics(page.found.measured.files, graphics) ? "" : say("No file of this export is for graphics cards."));
  $("place").disabled = Boolean(none);
  $("place").options[1].disabled = Boolean(none);
  $("place-words").textContent = none;
}

/** Run the model on the processor or on the graphics card from now on; where that fails, where it ran before. */
async function settle(place) {
  const former = { place: page.place, ort: page.ort, file: page.classifier?.file };
  const wanted = place === "graphics" ? forGraphics(page.found.measured.files, page.graphics) : preferred(page.found.measured);
  try {
    page.ort = await runtime(place);
    page.place = place;
    list(wanted);
    await use(wanted);
  } catch (error) {
    Object.assign(page, { place: former.place, ort: former.ort });
    list(former.file);
    tellAbout();
    throw error;
  }
  $("place-words").textContent =
    place === "graphics" ? say("INT8 files run on the processor: WebGPU has no integer kernels for them.") : "";
}

/** A graphics card may be lost, or fail at a network; then the processor takes over, and the page says so. */
async function fallBack(error) {
  if (page.place !== "graphics") throw error;
  await settle("processor");
  throw new Error(say("The graphics card failed, so the model runs on the processor now. {why}", { why: error.message }));
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

async function use(file) {
  const former = page.classifier;
  $("about").textContent = say("Opening the model…");
  try {
    page.classifier = await Classifier.open(page.ort, page.found, file, page.Tokenizer, SESSION[page.place]);
    await page.classifier.logits(page.classifier.sample()); // the first answer takes longer than the others
  } catch (error) {
    if (former) $("file").value = former.file.file;
    throw new Error(say("{file} cannot be opened. {why}", { file: file.file, why: error.message }));
  } finally {
    tellAbout();
  }
  while (busy) await new Promise((resolve) => setTimeout(resolve, 10)); // the former file may be at an answer
  await former?.close().catch(() => {}); // one that has failed may have nothing left to release
  page.ready = true;
  await again();
}

function tellAbout() {
  const file = page.classifier?.file;
  const version = page.ort.env.versions.web ?? page.ort.env.versions.common;
  const places = { file: file?.file, size: size(file?.size_bytes), version, place: technique() };
  $("about").textContent = file ? say("{file}, {size}, ONNX Runtime Web {version} on {place}", places) : "";
}

function technique() {
  return page.place === "graphics" ? `WebGPU (${page.graphics.name || say("graphics card")})` : "WebAssembly";
}

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
      answer(await page.classifier.classify(next));
    }
  } catch (error) {
    busy = false;
    await fallBack(error).catch(complain);
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
  const time = element("p", { className: "muted", textContent: `${number(ms, 1)} ms, ${page.classifier.file.title}` });
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
  let answers;
  try {
    answers = await evaluate(page.classifier, examples, { told, stopped: () => stopping }).catch(fallBack);
  } finally {
    $("stop").hidden = $("many-progress").hidden = true;
  }
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
    const tell = (file) => ($("measuring").textContent = say("Opening {file}…", { file }));
    const fitting = page.found.measured.files.filter((file) => suits(file, page.place, page.graphics));
    const options = { files: fitting, session: SESSION[page.place], Tokenizer: page.Tokenizer, tell };
    const { files, failed } = await measure(page.ort, page.found, options).catch(fallBack);
    const version = page.ort.env.versions.web ?? page.ort.env.versions.common;
    const what = `ONNX Runtime Web ${version}, ${technique()}, ${browserName()}`;
    const about = { device: $("device").value.trim() || "Browser", runtime: what, threads: 1 };
    page.record = await recordOf(page.found, files, about);
    const left = failed.map((file) => say("{file} cannot be opened here.", { file: file.title }));
    const told = page.place === "graphics" ? "{n} answers of each file, on the graphics card." : "{n} answers of each file, one thread.";
    const done = say(told, { n: number(files[0].runs) });
    $("measuring").textContent = [done, ...left].join(" ");
    const title = (name) => page.found.measured.files.find(({ file }) => file === name).title;
    const ms = (value) => `${number(value, 2)} ms`;
    const rows = files.map((file) => [
      title(file.file), ms(file.median_ms), ms(file.p95_ms), ms(file.load_ms), ms(file.first_ms),
    ]);
    $("times").replaceChildren(table(["File", "Median", "95 % within", "Opens in", "First answer"].map((head) => say(head)), rows));
    $("save-record").hidden = $("copy-record").hidden = false;
  } finally {
    $("measure").disabled = false;
  }
}

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
  on("file", "change", () => use(page.found.measured.files.find(({ file }) => file === $("file").value)));
  on("place", "change", () => settle($("place").value));
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
