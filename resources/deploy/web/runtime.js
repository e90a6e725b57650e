// Where a model runs: the processor (WebAssembly), which every browser has, or the graphics processor (WebGPU). Each has
// a build of ONNX Runtime Web of its own; that for graphics is twice as large and is fetched when it is first used.

import { say } from "./words.js";

const BUILDS = { wasm: new URL("lib/onnxruntime/", import.meta.url), webgpu: new URL("lib/onnxruntime-webgpu/", import.meta.url) };
const COMPUTED = ["fp16", "fp32", "int4-weights", "int8-weights"]; // what WebGPU has kernels for, as they are preferred

async function load(build) {
  try {
    const ort = await import(new URL(`ort.${build}.min.mjs`, BUILDS[build]));
    ort.env.wasm.wasmPaths = BUILDS[build].href;
    ort.env.logLevel = "error"; // shapes that it computes on the processor on purpose are no news
    ort.env.wasm.numThreads = 1; // a small network is answered before a second thread has woken
    return ort;
  } catch {
    throw new Error(
      say(
        "ONNX Runtime Web is not in this folder. Open it with “kdstudio try”, or export for the target “browser”, which carries it.",
      ),
    );
  }
}

/** What ONNX Runtime says, without codes and the lines below the first. */
function sentence(message) {
  const [line] = message.replace(/^.*ERROR_MESSAGE:/s, "").trim().split("\n");
  return `${line.trim().replace(/[.:]$/, "")}.`;
}

/** WebAssembly: runs every file. */
export class Processor {
  on = "cpu";
  name = "WebAssembly";

  async load() {
    this.ort ??= await load("wasm");
    return this.ort;
  }

  suits() {
    return true;
  }
}

/** WebGPU on one adapter. */
export class Graphics {
  on = "gpu";

  /**
   * Ask the browser for an adapter. Throws, in words, why there is none to use.
   * @param {object[]} files those of the export
   * @param {function(string)} stopped called with the reason when the device is lost
   */
  static async find(files, stopped) {
    if (!isSecureContext) throw new Error(say("A browser has WebGPU on pages from https and from this computer alone."));
    if (!navigator.gpu) throw new Error(say("This browser has no WebGPU."));
    const adapter = await navigator.gpu.requestAdapter().catch(() => null);
    if (!adapter) throw new Error(say("The browser gives no graphics adapter."));
    const made = new Graphics(adapter, stopped);
    if (!made.preferred(files)) throw new Error(say("None of these files is FP32 or FP16."));
    return made;
  }

  constructor({ features, info }, stopped) {
    const words = info.description || [info.vendor, info.architecture].filter(Boolean).join(" ") || "unnamed adapter";
    this.adapter = info.isFallbackAdapter ? `${words} (software)` : words;
    this.name = `WebGPU, ${this.adapter}`;
    this.half = features.has("shader-f16");
    this.stopped = stopped;
    this.queue = Promise.resolve();
    this.lost = new Promise((_, reject) => (this.fail = reject));
    this.lost.catch(() => {}); // whoever waits for an answer hears of it
  }

  suits({ variant }) {
    return COMPUTED.includes(variant) && (variant !== "fp16" || this.half);
  }

  /** The file to take of its own accord: FP16 where shaders compute in it, else FP32. */
  preferred(files) {
    return COMPUTED.map((variant) => files.find((file) => file.variant === variant)).find((file) => file && this.suits(file));
  }

  /** An ONNX Runtime whose sessions run here. */
  async load() {
    this.ort ??= await this.open();
    return this.ort;
  }

  async open() {
    const ort = await load("webgpu");
    const create = (bytes) =>
      this.turn(async () => {
        const session = await ort.InferenceSession.create(bytes, { executionProviders: ["webgpu"] });
        await this.watch(ort);
        return this.inTurn(session);
      });
    return { Tensor: ort.Tensor, env: ort.env, InferenceSession: { create } };
  }

  inTurn(session) {
    return {
      inputMetadata: session.inputMetadata,
      run: (feed) => this.turn(() => session.run(feed)),
      release: () => (this.why ? null : this.turn(() => session.release())),
    };
  }

  /** One thing after another: this build does not answer two calls at once. A lost device ends the waiting too. */
  turn(action) {
    const done = this.queue.then(() => Promise.race([this.lost, action()])).catch((error) => this.explain(error));
    this.queue = done.catch(() => {});
    return done;
  }

  /** Throw what happened to the device, where that is known, instead of which call it failed. */
  async explain(error) {
    await Promise.race([this.lost, new Promise((resolve) => setTimeout(resolve, 500))]); // it may be told later
    throw new Error(sentence(error.message));
  }

  async watch(ort) {
    if (this.device) return;
    this.device = await ort.env.webgpu.device;
    this.device.lost.then(({ message, reason }) => this.end(message || reason));
    this.device.addEventListener("uncapturederror", ({ error }) => this.end(error.message));
  }

  end(why) {
    if (this.why) return;
    this.why = sentence(why);
    this.fail(new Error(this.why));
    this.stopped(this.why);
  }
}
