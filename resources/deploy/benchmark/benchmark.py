"""Times every model file of the export two folders up on this device, with onnxruntime and numpy alone.

pip install onnxruntime numpy
python benchmark.py                                        one thread, 200 answers of each file
python benchmark.py --device "Pixel 8" --threads 4 --runs 50

Files answer in turn, so that a device that grows hot slows all of them alike. The record, measurement.json, is what
“kdstudio bench --import measurement.json RUN” takes in.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # read when ONNX Runtime loads

import numpy as np
import onnxruntime

EXPORT = Path(__file__).resolve().parents[2]
WARM_UP = 5


class File:
    """A model file, opened and warm; ``load_ms`` and ``first_ms`` are its cold start."""

    def __init__(self, path: Path, preprocessing: dict[str, Any], threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        self.times: list[float] = []
        started = time.perf_counter()
        self.session = onnxruntime.InferenceSession(str(path), options, providers=providers)
        self.load_ms = 1e3 * (time.perf_counter() - started)
        self.feed = example(preprocessing)
        self.first_ms = self.answer()
        for _ in range(WARM_UP):
            self.answer()

    def answer(self) -> float:
        """Milliseconds of one answer."""
        started = time.perf_counter()
        self.session.run(None, self.feed)
        return 1e3 * (time.perf_counter() - started)


def example(preprocessing: dict[str, Any]) -> dict[str, Any]:
    """One input of full size."""
    if preprocessing["type"] == "image":
        shape = (1, preprocessing["channels"], preprocessing["size"], preprocessing["size"])
        return {"pixel_values": np.random.default_rng(0).normal(size=shape).astype(np.float32)}
    ids = np.ones((1, preprocessing["max_length"]), np.int64)
    return {"input_ids": ids, "attention_mask": np.ones_like(ids)}


def opened(export: Path, names: list[str], preprocessing: dict[str, Any], threads: int) -> dict[str, File]:
    """The files by name; those that this runtime cannot run are named and left out."""
    files = {}
    for name in names:
        try:
            files[name] = File(export / name, preprocessing, threads)
        except Exception as error:  # ONNX Runtime has a dozen kinds without a common base
            print(f"{name} does not run here: {str(error).strip().splitlines()[-1][-200:]}")
    if not files:
        sys.exit("No file of the export runs here.")
    return files


def measure(export: Path, device: str, threads: int, runs: int) -> dict[str, Any]:
    """The record of every file of an export on this device."""
    measured = json.loads((export / "measured.json").read_text(encoding="utf-8"))
    preprocessing = json.loads((export / "preprocessing.json").read_text(encoding="utf-8"))
    sums = (export / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    hashes = {name: digest for digest, _, name in (line.partition("  ") for line in sums)}
    files = opened(export, [file["file"] for file in measured["files"]], preprocessing, threads)
    for _ in range(runs):
        for file in files.values():
            file.times.append(file.answer())
    return {
        "format": "kdstudio-measurement",
        "version": 1,
        "device": device,
        "runtime": f"onnxruntime {onnxruntime.__version__}, CPU, Python {platform.python_version()}",
        "threads": threads,
        "measured_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "files": [
            {
                "file": name,
                "sha256": hashes[name],
                "load_ms": round(file.load_ms, 4),
                "first_ms": round(file.first_ms, 4),
                "median_ms": round(float(np.median(file.times)), 4),
                "p95_ms": round(float(np.quantile(file.times, 0.95)), 4),
                "runs": len(file.times),
            }
            for name, file in files.items()
        ],
    }


def main() -> None:
    """Measure, print, and write the record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--export", type=Path, default=EXPORT, help="the export folder")
    parser.add_argument("--device", default=f"{platform.node() or 'device'} ({platform.machine()})"[:80])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--output", type=Path, default=Path("measurement.json"))
    asked = parser.parse_args()
    record = measure(asked.export, asked.device, asked.threads, asked.runs)
    asked.output.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    for file in record["files"]:
        times = f"median {file['median_ms']:.3f} ms, 95 % within {file['p95_ms']:.3f} ms"
        print(f"{file['file']}: {times}, opens in {file['load_ms']:.0f} ms, first answer {file['first_ms']:.1f} ms")
    print(f"Written to {asked.output}.")


if __name__ == "__main__":
    main()
