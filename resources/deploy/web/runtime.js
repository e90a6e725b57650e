// Where a model runs: on the processor (WebAssembly) or on the graphics card (WebGPU). Each has a build of ONNX Runtime
// Web of its own; that for graphics is twice as large and is fetched when it is chosen.

import { say } from "./words.js";

const LIBRARIES = new URL("lib/", import.meta.url);
const BUILDS = { processor: "onnxruntime/ort.wasm.min.mjs", graphics: "onnxruntime-webgpu/ort.webgpu.min.mjs" };
const SUITED = ["fp16", "fp32", "int4-weights"]; // WebGPU has no integer kernels: an INT8 file would run dequantized

/** How a session is made at each place. */
export const SESSION = { processor: {}, graphics: { executionProviders: ["webgpu"] } };

/** A library that lies beside the page. */
export async function library(path) {
  try {
    return await import(new URL(path, LIBRARIES));
  } catch {
    throw new Error(
      say(
        "ONNX Runtime Web is not in this folder. Open it with “kdstudio try”, or export for the target “browser”, which carries it.",
      ),
    );
  }
}

/** The ONNX Runtime of a place. */
export async function runtime(place) {
  const ort = await library(BUILDS[place]);
  ort.env.wasm.wasmPaths = new URL(BUILDS[place].replace(/[^/]*$/, ""), LIBRARIES).href;
  ort.env.wasm.numThreads = 1; // a small network is answered before a second thread has woken
  ort.env.logLevel = "error"; // shapes that it computes on the processor on purpose are no news
  return ort;
}

/** The graphics card as the browser tells of it, or `why` there is none for this page. */
export async function graphicsHere() {
  if (!isSecureContext) return { why: say("A browser gives WebGPU to pages from https or from this machine alone.") };
  if (!navigator.gpu) return { why: say("This browser has no WebGPU.") };
  const adapter = await navigator.gpu.requestAdapter().catch(() => null);
  if (!adapter) return { why: say("This browser has WebGPU, but no graphics card for it.") };
  const { vendor, architecture, description } = adapter.info ?? {};
  const name = description || [vendor, architecture].filter(Boolean).join(" ");
  return { name, halves: adapter.features.has("shader-f16") };
}

/** Whether a file is worth running at a place. */
export function suits(file, place, graphics) {
  if (place === "processor") return true;
  return SUITED.includes(file.variant) && (file.variant !== "fp16" || graphics.halves) && !file.file.endsWith(".ort");
}

/** The file to begin with on the graphics card: of those that suit it the smallest. */
export function forGraphics(files, graphics) {
  const fitting = files.filter((file) => suits(file, "graphics", graphics));
  return fitting.sort((a, b) => SUITED.indexOf(a.variant) - SUITED.indexOf(b.variant))[0] ?? null;
}
