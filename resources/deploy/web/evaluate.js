// Many examples one after another: answers, and how many are right where a folder's name says the class.

import { fromFile } from "./pictures.js";

const PICTURE = /\.(png|jpe?g|webp|gif|bmp|avif)$/i;
const AT_ONCE = 16; // pictures decoded ahead

/** The examples in chosen files: pictures, or the lines of text files. */
export async function examplesIn(files, labels, isImage) {
  const sorted = [...files].sort((a, b) => pathOf(a).localeCompare(pathOf(b)));
  if (isImage) {
    const pictures = sorted.filter((file) => PICTURE.test(file.name));
    return pictures.map((file) => ({ name: pathOf(file), label: labelOf(file, labels), open: () => fromFile(file) }));
  }
  const examples = [];
  for (const file of sorted) {
    const lines = (await file.text()).split(/\r?\n/).filter((line) => line.trim());
    for (const [number, line] of lines.entries()) {
      examples.push({ name: `${pathOf(file)}:${number + 1}`, label: labelOf(file, labels), open: async () => line });
    }
  }
  return examples;
}

const pathOf = (file) => file.webkitRelativePath || file.name;

function labelOf(file, labels) {
  const folder = pathOf(file).split("/").at(-2);
  return labels.includes(folder) ? folder : null;
}

/**
 * Answer every example.
 * @param {function(object): Promise<object>} classify gives what a classifier says of one
 * @param {object[]} examples
 * @param {{told: function(number, number), stopped: function(): boolean}} watch
 */
export async function evaluate(classify, examples, { told, stopped }) {
  const answers = [];
  for (let start = 0; start < examples.length && !stopped(); start += AT_ONCE) {
    const some = examples.slice(start, start + AT_ONCE);
    const opened = await Promise.all(some.map((example) => example.open().catch((error) => error)));
    for (const [place, { name, label }] of some.entries()) {
      if (opened[place] instanceof Error) {
        answers.push({ name, label, answer: null, error: String(opened[place].message) });
        continue;
      }
      const { answers: found, logits, ms } = await classify(opened[place]);
      const { label: answer, probability } = found[0];
      answers.push({ name, label, answer, probability, logits: Array.from(logits), ms });
    }
    told(answers.length, examples.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return answers;
}

/** What there is to say of the answers. */
export function summary(answers) {
  const read = answers.filter(({ answer }) => answer !== null);
  const known = read.filter(({ label }) => label !== null);
  const right = known.filter(({ label, answer }) => label === answer);
  const classes = [...new Set(known.map(({ label }) => label))].map((name) => {
    const own = known.filter(({ label }) => label === name);
    return { name, examples: own.length, right: own.filter(({ answer }) => answer === name).length };
  });
  const counts = new Map();
  for (const { answer } of read) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return {
    examples: answers.length,
    unreadable: answers.length - read.length,
    known: known.length,
    right: right.length,
    classes: classes.sort((a, b) => a.right / a.examples - b.right / b.examples),
    counts: [...counts].sort(([, a], [, b]) => b - a),
  };
}
