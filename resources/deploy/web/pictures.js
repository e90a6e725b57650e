// Where pictures come from: a file, the camera, a drawing. Each becomes RGBA data with a width and a height.

const STROKE = 2.4 / 28; // of the side, as digits are written in the sample
const INSIDE = 20 / 28;
const SIDE = 280;

/** Decode a file upright, without a colour profile and without scaling, as in training. */
export async function fromFile(file) {
  const options = { colorSpaceConversion: "none", premultiplyAlpha: "none", imageOrientation: "from-image" };
  const bitmap = await createImageBitmap(file, options);
  const data = pixelsOf(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return data;
}

/** The middle square of a camera's picture. */
export function fromVideo(video) {
  const side = Math.min(video.videoWidth, video.videoHeight);
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(video, (side - video.videoWidth) / 2, (side - video.videoHeight) / 2);
  return context.getImageData(0, 0, side, side);
}

/** Show a picture at its own shape. */
export function show(canvas, picture) {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d").putImageData(asImageData(picture), 0, 0);
}

/** Show the bytes (size, size, channels) that a network sees. */
export function showSeen(canvas, bytes, { size, channels }) {
  const data = new Uint8ClampedArray(4 * size * size);
  for (let place = 0; place < size * size; place++) {
    for (let c = 0; c < 3; c++) data[4 * place + c] = bytes[place * channels + (channels === 1 ? 0 : c)];
    data[4 * place + 3] = 255;
  }
  show(canvas, { data, width: size, height: size });
}

function asImageData({ data, width, height }) {
  return new ImageData(new Uint8ClampedArray(data.buffer ?? data), width, height);
}

function pixelsOf(image, width, height) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** A pad to draw on, in the colours of the training pictures: light on dark where those are dark on the whole. */
export class Pad {
  constructor(canvas, input, drawn) {
    Object.assign(this, { canvas, drawn, strokes: [] });
    const dark = input.mean[0] < 0.5;
    this.ground = dark ? "#000" : "#fff";
    this.pen = dark ? "#fff" : "#000";
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.go(event));
    canvas.addEventListener("pointerup", () => this.end());
    canvas.addEventListener("pointercancel", () => this.end());
    this.paint();
  }

  begin(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.stroke = [this.at(event)];
    this.strokes.push(this.stroke);
    this.paint();
  }

  go(event) {
    if (!this.stroke) return;
    this.stroke.push(this.at(event));
    this.paint();
    this.drawn();
  }

  end() {
    if (!this.stroke) return;
    this.stroke = null;
    this.drawn();
  }

  clear() {
    this.strokes = [];
    this.paint();
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  }

  paint() {
    this.canvas.width = this.canvas.height = SIDE;
    this.render(this.canvas.getContext("2d"), 1, [SIDE / 2, SIDE / 2], SIDE * 0.076);
  }

  /** The drawing, centred and as large as the sample's digits. */
  picture() {
    const points = this.strokes.flat();
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const pen = SIDE * 0.076;
    const scale = (INSIDE * SIDE) / Math.max(right - left + pen, bottom - top + pen);
    const context = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true });
    this.render(context, scale, [(left + right) / 2, (top + bottom) / 2], STROKE * SIDE);
    return context.getImageData(0, 0, SIDE, SIDE);
  }

  render(context, scale, [x, y], width) {
    context.fillStyle = this.ground;
    context.fillRect(0, 0, SIDE, SIDE);
    context.translate(SIDE / 2, SIDE / 2);
    context.scale(scale, scale);
    context.translate(-x, -y);
    Object.assign(context, { strokeStyle: this.pen, lineWidth: width / scale, lineCap: "round", lineJoin: "round" });
    for (const [first, ...rest] of this.strokes) {
      context.beginPath();
      context.moveTo(...first);
      for (const point of rest.length ? rest : [[first[0] + 0.1, first[1]]]) context.lineTo(...point);
      context.stroke();
    }
  }
}
