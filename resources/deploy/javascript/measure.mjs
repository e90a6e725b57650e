// Times the files of an export on this device: opening, the first answer, and single answers in turn.

import { Classifier } from "./classifier.mjs";

const WARM_UP = 5;
const MOST_MS = 4000; // of one file

/**
 * Measure every file that opens here; files that do not are named. Throws where none does.
 * @param {object} ort the ONNX Runtime
 * @param {object} found what openExport gave
 * @param {{runs?: number, files?: object[], session?: object, Tokenizer?: function, tell?: function(string)}} options
 *   files are those to measure, session the options of each, tell says what is being done
 * @returns {Promise<{files: {file, load_ms, first_ms, median_ms, p95_ms, runs}[], failed: object[]}>}
 */
export async function measure(ort, found, options = {}) {
  const { runs = 100, files: wanted = found.measured.files, session, Tokenizer, tell = () => {} } = options;
  const opened = [];
  const failed = [];
  try {
    for (const file of wanted) {
      tell(file.title);
      try {
        opened.push(await start(ort, found, file, Tokenizer, session));
      } catch (error) {
        if (failed.push(file) === wanted.length) throw error;
      }
    }
    const rounds = await take(opened, runs);
    const files = opened.map(({ classifier, first }, place) => ({
      file: classifier.file.file,
      load_ms: classifier.loadMs,
      first_ms: first,
      median_ms: quantile(rounds[place], 0.5),
      p95_ms: quantile(rounds[place], 0.95),
      runs: rounds[place].length,
    }));
    return { files, failed };
  } finally {
    for (const { classifier } of opened) await classifier.close();
  }
}

async function start(ort, found, file, Tokenizer, session) {
  const classifier = await Classifier.open(ort, found, file, Tokenizer, session);
  const feed = classifier.sample();
  const first = await clock(classifier, feed);
  for (let round = 0; round < WARM_UP; round++) await classifier.logits(feed);
  return { classifier, feed, first };
}

/** Files answer in turn, so that a device that grows hot slows all of them alike. */
async function take(opened, runs) {
  const times = opened.map(() => []);
  const until = performance.now() + MOST_MS * opened.length;
  for (let round = 0; round < runs && (round < WARM_UP || performance.now() < until); round++) {
    for (const [place, { classifier, feed }] of opened.entries()) times[place].push(await clock(classifier, feed));
    if (round % 10 === 0) await new Promise((resolve) => setTimeout(resolve)); // let the page breathe
  }
  return times;
}

async function clock(classifier, feed) {
  const started = performance.now();
  await classifier.logits(feed);
  return performance.now() - started;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/**
 * The record that “kdstudio bench --import” reads.
 * @param {object} found what openExport gave
 * @param {object[]} files what measure gave
 * @param {{device: string, runtime: string, threads: number}} about
 */
export async function recordOf(found, files, { device, runtime, threads }) {
  const sums = new TextDecoder().decode(await found.read("SHA256SUMS"));
  const hashes = Object.fromEntries(sums.trim().split("\n").map((line) => line.split("  ").reverse()));
  return {
    format: "kdstudio-measurement",
    version: 1,
    device,
    runtime,
    threads,
    measured_at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    files: files.map((file) => ({ ...file, sha256: hashes[file.file] })),
  };
}
