"""Prove that a built app works: the main job on the sample, the pages of its export, and its window.

    python packaging/smoke.py dist/kdstudio/kdstudio

Needs nothing of this project: only the executable is run, with an empty home, as a newcomer would.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

FEW = ["--set", "plan.epochs=2", "--set", "runtime.control=false"]


def main_job(executable: str, environment: dict[str, str]) -> str:
    """Distil the sample shortly; the INT8 file must have been verified."""
    started = time.monotonic()
    command = [executable, "demo", "--json", *FEW]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"demo failed with {done.returncode}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    result = json.loads(done.stdout.splitlines()[-1])
    if not (Path(result["export_dir"]) / "onnx" / "model_quantized.onnx").exists():
        raise SystemExit(f"no INT8 file in {result['export_dir']}")
    return f"main job: INT8 {result['int8_accuracy']:.1%} right, {time.monotonic() - started:.0f} s"


def pages(executable: str, environment: dict[str, str]) -> str:
    """Serve the page that tries the export, and the one that shows its graph."""
    wanted = {"try": "lib/onnxruntime/ort-wasm-simd-threaded.wasm", "graph": "index.js"}
    for command, path in wanted.items():
        line = [executable, command, "last", "--no-browser", "--json"]
        with subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
            assert child.stdout is not None
            try:
                url = json.loads(child.stdout.readline())["url"]
                for address in (url, urljoin(url, path)):
                    urlopen(address, timeout=20).close()
            finally:
                child.terminate()
    return "pages: served"


def window(executable: str, environment: dict[str, str]) -> str:
    """Open the window, let it live for some seconds without a word on standard error, and close it by a signal."""
    child = subprocess.Popen([executable, "app"], env=environment, stderr=subprocess.PIPE, text=True)
    time.sleep(8)
    if child.poll() is not None:
        raise SystemExit(f"the window ended by itself with {child.returncode}:\n{child.communicate()[1][-3000:]}")
    libraries = Path(f"/proc/{child.pid}/maps")
    heavy = libraries.exists() and "libtorch" in libraries.read_text(encoding="utf-8")
    child.send_signal(signal.SIGTERM)
    _, said = child.communicate(timeout=20)
    if heavy:
        raise SystemExit("the window's process has loaded torch")
    if "Traceback" in said:
        raise SystemExit(f"the window complained:\n{said[-3000:]}")
    return "window: opened, no torch in its process, closed"


def main() -> None:
    """All of it, in a home of its own."""
    executable = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as home:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("KDSTUDIO", "PYTHON"))}
        environment |= {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        for check in (window, main_job, pages):
            sys.stdout.write(check(executable, environment) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
