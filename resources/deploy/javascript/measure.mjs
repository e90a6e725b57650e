// Times the files of an export on this device: opening, the first answer, and single answers in turn.

import { Classifier } from "./classifier.mjs";

const WARM_UP = 5;
const MOST_MS = 4000; // of one file

/**
 * Measure every file wherever it opens; where it does not is said. Throws where none does.
 * @param {{ort: object, on?: string, suits?: function(object): boolean}[]} places ONNX Runtimes: “gpu” or “cpu”, and
 *   the files that each takes
 * @param {object} found what openExport gave
 * @param {{runs?: number, Tokenizer?: function, tell?: function(object, string)}} options tell says what is opened
 * @returns {Promise<{files: {file, on, load_ms, first_ms, median_ms, p95_ms, runs}[], failed: {file, on}[]}>}
 */
export async function measure(places, found, { runs = 100, Tokenizer, tell = () => {} } = {}) {
  const opened = [];
  const failed = [];
  const asked = places.flatMap((place) => {
    const { ort, on = "cpu" } = place;
    return found.measured.files.filter((file) => place.suits?.(file) ?? true).map((file) => ({ ort, on, file }));
  });
  try {
    for (const { ort, on, file } of asked) {
      tell(file, on);
      try {
        opened.push({ on, ...(await start(ort, found, file, Tokenizer)) });
      } catch (error) {
        if (failed.push({ file, on }) === asked.length) throw error;
      }
    }
    const rounds = await take(opened, runs);
    const files = opened.map(({ classifier, first, on }, place) => ({
      file: classifier.file.file,
      on,
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

async function start(ort, found, file, Tokenizer) {
  const classifier = await Classifier.open(ort, found, file, Tokenizer);
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
 * @param {{device: string, runtime: string, threads: number, graphics?: string}} about graphics is the adapter of
 *   those that ran on “gpu”; where none did, the record is one that every KD Studio reads
 */
export async function recordOf(found, files, { device, runtime, threads, graphics }) {
  const sums = new TextDecoder().decode(await found.read("SHA256SUMS"));
  const hashes = Object.fromEntries(sums.trim().split("\n").map((line) => line.split("  ").reverse()));
  return {
    format: "kdstudio-measurement",
    version: graphics ? 2 : 1,
    device,
    runtime,
    threads,
    ...(graphics && { graphics }),
    measured_at: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
    files: files.map(({ on, ...file }) => ({ ...file, ...(on === "gpu" && { on }), sha256: hashes[file.file] })),
  };
}
