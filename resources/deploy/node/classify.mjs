// Classifies pictures, folders of them, or texts with the model two folders up.
//
//   npm install
//   node classify.mjs                     the example of the export, held against its answers
//   node classify.mjs PICTURE…            the three likeliest classes of each
//   node classify.mjs --text "…"          the same for a text
//   node classify.mjs --json PICTURE…     one line of JSON for each, with all logits
//   node classify.mjs --file onnx/model.onnx …   another file than the recommended one
//   node classify.mjs --measure "Board"   times every file; “kdstudio bench --import measurement.json RUN” takes it in

import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { Classifier, openExport, preferred } from "./classifier.mjs";
import { measure, recordOf } from "./measure.mjs";

process.env.ORT_DISABLE_TELEMETRY ??= "1"; // read when ONNX Runtime loads, hence the import below
const ort = await import("onnxruntime-node");

const EXPORT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const PICTURES = /\.(png|jpe?g|webp|gif|tiff?|avif)$/i;

/** Open the recommended file of an export, or the one named. */
export async function open(folder = EXPORT, name = "") {
  const found = await openExport((path) => readFile(join(folder, path)));
  const file = name ? found.measured.files.find((entry) => entry.file === name) : preferred(found.measured);
  if (!file) throw new Error(`${name} is not among ${found.measured.files.map((entry) => entry.file).join(", ")}.`);
  const tokenizers = found.tokenizer ? await import("@huggingface/tokenizers") : null;
  return Classifier.open(ort, found, file, tokenizers?.Tokenizer);
}

/** The pixels of an image file: upright, RGBA, without a colour profile applied, as in training. */
export async function decode(path) {
  const { default: sharp } = await import("sharp");
  const image = sharp(await readFile(path), { ignoreIcc: true }).rotate().toColourspace("srgb").ensureAlpha();
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function* pictures(paths) {
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      yield path;
      continue;
    }
    const inside = (await readdir(path)).sort().map((name) => join(path, name));
    for (const entry of inside) if (PICTURES.test(entry) || (await stat(entry)).isDirectory()) yield* pictures([entry]);
  }
}

/** Time every file of the export, and write the record. */
async function measureAll(device, threads) {
  const found = await openExport((path) => readFile(join(EXPORT, path)));
  const tokenizers = found.tokenizer ? await import("@huggingface/tokenizers") : null;
  const create = (bytes) => ort.InferenceSession.create(bytes, { intraOpNumThreads: threads });
  const threaded = { ...ort, InferenceSession: { create } };
  const { files, failed } = await measure([{ ort: threaded }], found, { Tokenizer: tokenizers?.Tokenizer });
  const runtime = `onnxruntime-node ${ort.env.versions.node}, CPU, Node ${process.versions.node}`;
  const record = await recordOf(found, files, { device, runtime, threads });
  await writeFile("measurement.json", `${JSON.stringify(record, null, 2)}\n`);
  for (const { file, median_ms, p95_ms } of files) {
    console.log(`${file}: median ${median_ms.toFixed(3)} ms, 95 % within ${p95_ms.toFixed(3)} ms`);
  }
  for (const { file: { file } } of failed) console.log(`${file} cannot be opened here.`);
  console.log("Written to measurement.json.");
}

/** Ask for the example, whose answer is known; whether it is the same. */
async function check(classifier) {
  const folder = join(EXPORT, "example");
  const expected = JSON.parse(await readFile(join(folder, "answers.json"), "utf8"));
  const path = join(folder, expected.input);
  const { answers, logits } = await classifier.classify(
    classifier.input.type === "text" ? await readFile(path, "utf8") : await decode(path),
  );
  const known = expected.answers[classifier.file.file];
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const apart = Math.max(...Array.from(logits, (value, place) => Math.abs(value - known.values[place])));
  const same = answers[0].label === known.label && apart <= known.tolerance;
  console.log(`${expected.input}: ${answers[0].label} ${percent(answers[0].probability)}`);
  const said = `${known.label} ${percent(known.probability)}`;
  console.log(`The export says ${said}: ${same ? "the same" : "not the same"}.`);
  return same;
}

async function main() {
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1)); // “| head” has had enough
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      file: { type: "string", default: "" },
      text: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      measure: { type: "string", default: "" },
      threads: { type: "string", default: "1" },
    },
  });
  if (values.measure) {
    await measureAll(values.measure, Number(values.threads));
    return;
  }
  const classifier = await open(EXPORT, values.file);
  if (!positionals.length && !values.text.length) {
    process.exitCode = (await check(classifier)) ? 0 : 1;
    return;
  }
  const show = async (name, example) => {
    const { answers, ms, logits } = await classifier.classify(example);
    if (values.json) {
      console.log(JSON.stringify({ name, label: answers[0].label, logits: Array.from(logits), ms }));
      return;
    }
    const best = answers.slice(0, 3).map(({ label, probability }) => `${label} ${(100 * probability).toFixed(1)} %`);
    console.log(`${name}: ${best.join(", ")} (${ms.toFixed(2)} ms, ${classifier.file.file})`);
  };
  for (const text of values.text) await show(text, text);
  for await (const path of pictures(positionals)) await show(path, await decode(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
