// Asks a file of an export folder for the class of a picture or a text.

import { tensorOf } from "./pixels.mjs";
import { idsOf, openTokenizer } from "./texts.mjs";

/**
 * What an export folder says of itself.
 * @param {function(string): Promise<Uint8Array>} read gives the content of a file of the folder
 */
export async function openExport(read) {
  const json = async (name) => JSON.parse(new TextDecoder().decode(await read(name)));
  const [labels, input, measured] = await Promise.all(
    ["labels.json", "preprocessing.json", "measured.json"].map(json),
  );
  const tokenizer = input.type === "text" ? await json("tokenizer.json") : null;
  return { read, labels, input, measured, tokenizer };
}

/** A model file that answers. */
export class Classifier {
  /**
   * @param {object} ort onnxruntime-web or onnxruntime-node
   * @param {object} found what openExport gave
   * @param {object} file one of found.measured.files
   * @param {function=} Tokenizer that of @huggingface/tokenizers, for texts
   */
  static async open(ort, found, file, Tokenizer) {
    const bytes = await found.read(file.file);
    const started = performance.now();
    const session = await ort.InferenceSession.create(bytes);
    const made = new Classifier(ort, found, session, file);
    made.loadMs = performance.now() - started;
    if (found.tokenizer) made.tokenizer = openTokenizer(Tokenizer, found.tokenizer);
    return made;
  }

  constructor(ort, found, session, file) {
    Object.assign(this, { ort, session, file, labels: found.labels, input: found.input });
  }

  /** The input of a picture (RGBA data, width, height) or of a text. */
  feed(example) {
    if (this.input.type === "image") {
      const { channels, size } = this.input;
      return { pixel_values: new this.ort.Tensor("float32", tensorOf(example, this.input), [1, channels, size, size]) };
    }
    return this.tokens(idsOf(this.tokenizer, example, this.input.max_length));
  }

  /** The input of token ids, padded where the file takes one length alone. */
  tokens(ids) {
    const shape = this.session.inputMetadata?.find((entry) => entry.name === "input_ids")?.shape ?? [];
    const length = typeof shape[1] === "number" && shape[1] > 0 ? shape[1] : Math.max(1, ids.length);
    const padded = new BigInt64Array(length).fill(BigInt(this.input.pad_id));
    const mask = new BigInt64Array(length);
    ids.forEach((id, place) => {
      padded[place] = BigInt(id);
      mask[place] = 1n;
    });
    const tensor = (data) => new this.ort.Tensor("int64", data, [1, length]);
    return { input_ids: tensor(padded), attention_mask: tensor(mask) };
  }

  /** An input of full size, to measure with. */
  sample() {
    if (this.input.type === "text") return this.tokens(new Array(this.input.max_length).fill(1));
    const { size } = this.input;
    const data = Uint8Array.from({ length: 4 * size * size }, (_, place) => (place % 4 === 3 ? 255 : (place * 37) % 256));
    return this.feed({ data, width: size, height: size });
  }

  /** Logits of one input. */
  async logits(feed) {
    const { logits } = await this.session.run(feed);
    return Float32Array.from(logits.data);
  }

  /** Classes with their probabilities, the likeliest first, and how long the network took. */
  async classify(example) {
    const feed = this.feed(example);
    const started = performance.now();
    const logits = await this.logits(feed);
    const ms = performance.now() - started;
    const answers = softmax(logits).map((probability, place) => ({ label: this.labels[place], probability, place }));
    return { answers: answers.sort((a, b) => b.probability - a.probability), ms, logits };
  }

  async close() {
    await this.session.release();
  }
}

/** The file that the export recommends, or INT8, or whatever there is. */
export function preferred({ files, recommended }) {
  const named = (variant) => files.find((file) => file.variant === variant);
  return named(recommended) ?? named("int8") ?? files[0];
}

/** Probabilities of logits, as plain numbers that add up to one. */
export function softmax(logits) {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (value) => Math.exp(value - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
