"""The builds of onnxruntime-web against each other: size, time to open, and speed of their CPU kernels.

    python -m benchmarks.web_builds EXPORT

EXPORT is an export folder for pictures. The package is fetched with npm at the version that is bundled. Each build
opens the FP32 file in browsers that have never seen it, up to its first answer; then all of them answer in one page in
turn, on one thread of the processor, so that whatever else the machine does meets them alike. Prints a table.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from kdstudio.client.page_server import Mount, PageServer
from kdstudio.core import samples
from tests.deploy.chromium import Chromium

BUILDS = {"wasm": "", "webgpu": ".asyncify", "jspi": ".jspi"}
FILES = {"INT8": "onnx/model_quantized.onnx", "FP32": "onnx/model.onnx"}
TIMES, ROUNDS = 5, 300
MODULE = """
export async function open(build, file) {
  const ort = await import(`/dist/ort.${build}.min.mjs`);
  Object.assign(ort.env.wasm, { wasmPaths: `${location.origin}/dist/`, numThreads: 1 });
  const [input, bytes] = await Promise.all(["preprocessing.json", file].map(async (name) => await fetch(`/${name}`)));
  const { channels, size } = await input.json();
  const started = performance.now();
  const session = await ort.InferenceSession.create(await bytes.arrayBuffer(), { executionProviders: ["wasm"] });
  const pixels = Float32Array.from({ length: channels * size * size }, (_, place) => (place % 251) / 251);
  const feed = { pixel_values: new ort.Tensor("float32", pixels, [1, channels, size, size]) };
  await session.run(feed);
  return { ms: performance.now() - started, run: () => session.run(feed) };
}
export async function race(builds, file, rounds) {
  const opened = await Promise.all(builds.map((build) => open(build, file)));
  const times = builds.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [place, { run }] of opened.entries()) {
      const started = performance.now();
      await run();
      times[place].push(performance.now() - started);
    }
  }
  return JSON.stringify(times);
}
"""


def unpack(folder: Path) -> Path:
    """The package’s ``dist`` folder, fetched at the version that is bundled."""
    pins: list[dict[str, Any]] = json.loads((samples.libraries() / "libraries.json").read_text(encoding="utf-8"))
    version = next(library["version"] for library in pins if library["package"] == "onnxruntime-web")
    fetch = ["npm", "pack", f"onnxruntime-web@{version}", "--silent"]
    name = subprocess.run(fetch, cwd=folder, capture_output=True, text=True, check=True).stdout.split()[-1]
    with tarfile.open(folder / name) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "dist"


def asked(url: str, code: str) -> Any:
    """What an expression gives in a browser that nobody has used."""
    with tempfile.TemporaryDirectory() as home:
        browser = Chromium(Path(home) / "chromium")
        try:
            browser.open(url)
            browser.wait("document.readyState === 'complete' && location.pathname === '/index.html'")
            return browser.js(f"import('/builds.mjs').then((module) => {code})")
        finally:
            browser.close()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=Path, help="an export folder for pictures")
    export: Path = parser.parse_args().export
    with tempfile.TemporaryDirectory() as name:
        dist = unpack(Path(name))
        pages = {"/index.html": b"<!DOCTYPE html>"}
        (dist / "builds.mjs").write_text(MODULE, encoding="utf-8")
        with PageServer(
            "/index.html", (Mount("/dist/", dist), Mount("/", dist), Mount("/", export)), pages=pages
        ) as server:
            opened: dict[str, list[float]] = {build: [] for build in BUILDS}
            for _ in range(TIMES):
                for build, times in opened.items():
                    times.append(asked(server.url, f"module.open('{build}', '{FILES['FP32']}').then(({{ ms }}) => ms)"))
            order = json.dumps(list(BUILDS))
            raced = {
                f: json.loads(asked(server.url, f"module.race({order}, '{p}', {ROUNDS})")) for f, p in FILES.items()
            }
        rows = ["| build | size | opens in | INT8, CPU | FP32, CPU |", "|---|---|---|---|---|"]
        for place, (build, end) in enumerate(BUILDS.items()):
            size = (dist / f"ort-wasm-simd-threaded{end}.wasm").stat().st_size / 1e6
            medians = " | ".join(f"{statistics.median(raced[file][place]):.2f} ms" for file in ("INT8", "FP32"))
            rows.append(f"| `{build}` | {size:.1f} MB | {statistics.median(opened[build]):.0f} ms | {medians} |")
    sys.stdout.write("\n".join(rows) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
