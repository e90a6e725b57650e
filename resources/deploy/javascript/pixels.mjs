// From decoded pixels to a model's input, number for number as Pillow does it in training.
//
// A canvas scales without antialiasing or with a filter of the browser's own choice; the network then sees pictures
// unlike those it learnt from. So the picture is scaled here, with Pillow's own integer arithmetic.

const GROUNDS = { white: 255, black: 0 };
const PRECISION = 22; // bits after the point of a weight: Pillow's 32 - 8 - 2

/**
 * The tensor of a picture.
 * @param {{data: Uint8Array | Uint8ClampedArray, width: number, height: number}} picture RGBA, four bytes a pixel
 * @param {{size: number, channels: number, mean: number[], std: number[], background: string}} input preprocessing.json
 * @returns {Float32Array} (channels, size, size): (x / 255 - mean) / std
 */
export function tensorOf(picture, input) {
  const small = fit(picture, input);
  const { size, channels } = input;
  const area = size * size;
  const tensor = new Float32Array(channels * area);
  for (let channel = 0; channel < channels; channel++) {
    const mean = Math.fround(input.mean[channel]);
    const std = Math.fround(input.std[channel]);
    for (let place = 0; place < area; place++) {
      const value = Math.fround(small[place * channels + channel] / 255);
      tensor[channel * area + place] = Math.fround(value - mean) / std;
    }
  }
  return tensor;
}

/** The picture as the network sees it: bytes (size, size, channels), as Pillow's convert and resize give them. */
export function fit(picture, input) {
  const flat = flatten(picture, input.channels, GROUNDS[input.background] ?? 255);
  return resize(flat, picture.width, picture.height, input.channels, input.size);
}

/** Lay RGBA over the background and make it gray or RGB (Pillow's alpha_composite, then convert). */
function flatten({ data, width, height }, channels, ground) {
  const count = width * height;
  const out = new Uint8Array(count * channels);
  const rgb = [0, 0, 0];
  for (let pixel = 0; pixel < count; pixel++) {
    const at = 4 * pixel;
    const alpha = data[at + 3];
    for (let c = 0; c < 3; c++) rgb[c] = alpha === 255 ? data[at + c] : over(data[at + c], ground, alpha);
    if (channels === 1) {
      out[pixel] = (rgb[0] * 19595 + rgb[1] * 38470 + rgb[2] * 7471 + 0x8000) >> 16; // ITU-R 601-2 luma
    } else {
      out[3 * pixel] = rgb[0];
      out[3 * pixel + 1] = rgb[1];
      out[3 * pixel + 2] = rgb[2];
    }
  }
  return out;
}

/** One channel of a transparent pixel over an opaque ground, divided by 255 with rounding as in AlphaComposite.c. */
function over(value, ground, alpha) {
  const sum = (value * alpha + ground * (255 - alpha)) * 128 + (0x80 << 7);
  return ((sum >>> 8) + sum) >>> 15;
}

/** Antialiased bilinear scaling to a square, first along rows, then along columns (Pillow's Resample.c). */
export function resize(bytes, width, height, channels, size) {
  const narrow = width === size ? bytes : alongRows(bytes, width, height, channels, size);
  return height === size ? narrow : alongColumns(narrow, size, height, channels, size);
}

function alongRows(bytes, width, height, channels, size) {
  const { starts, weights } = triangle(width, size);
  const out = new Uint8Array(size * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < size; x++) {
      const own = weights[x];
      for (let c = 0; c < channels; c++) {
        let sum = 1 << (PRECISION - 1);
        let at = (y * width + starts[x]) * channels + c;
        for (let k = 0; k < own.length; k++, at += channels) sum += bytes[at] * own[k];
        out[(y * size + x) * channels + c] = clip(sum);
      }
    }
  }
  return out;
}

function alongColumns(bytes, width, height, channels, size) {
  const { starts, weights } = triangle(height, size);
  const row = width * channels;
  const out = new Uint8Array(row * size);
  for (let y = 0; y < size; y++) {
    const own = weights[y];
    for (let x = 0; x < row; x++) {
      let sum = 1 << (PRECISION - 1);
      let at = starts[y] * row + x;
      for (let k = 0; k < own.length; k++, at += row) sum += bytes[at] * own[k];
      out[y * row + x] = clip(sum);
    }
  }
  return out;
}

/** For each place of the result: where its source starts, and the weights from there on, as fixed-point integers. */
function triangle(from, to) {
  const scale = from / to;
  const reach = Math.max(scale, 1); // the filter grows with the scale, which is what antialiases
  const starts = [];
  const weights = [];
  for (let place = 0; place < to; place++) {
    const center = (place + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - reach + 0.5));
    const end = Math.min(from, Math.trunc(center + reach + 0.5));
    const raw = [];
    let total = 0;
    for (let source = start; source < end; source++) {
      const weight = Math.max(0, 1 - Math.abs((source - center + 0.5) * (1 / reach)));
      raw.push(weight);
      total += weight;
    }
    starts.push(start);
    weights.push(raw.map((weight) => Math.trunc((total ? weight / total : weight) * (1 << PRECISION) + 0.5)));
  }
  return { starts, weights };
}

const clip = (sum) => Math.min(255, sum >> PRECISION);
