"""The whole test split of a run's export, answered in Chromium and in Node, against Python.

    .ci/tools && python -m benchmarks.pages last

The page is served as “kdstudio try” does and given the pictures as a person gives them; the Node sample runs as it lies
in the export. For every file: how many of the answers are Python's, the largest difference of a logit, and the median
time of one answer, the pictures one after another (one thread in Chromium, Node's own choice there; Python's is that of
the export on one thread).
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kdstudio.client import exports
from kdstudio.core.deliverable import FileCheck
from kdstudio.engine import ort, tasks
from kdstudio.engine.data.dataset import Dataset
from kdstudio.engine.progress import Silent
from kdstudio.export import cpu, feeds
from kdstudio.export.runtime import run
from kdstudio.runs.workspace import Workspace
from tests.deploy.chromium import Chromium

ROOT = Path(__file__).resolve().parents[1]
PAGE = "import('/samples/web/app.js').then(({{ page }}) => {0})"


def pictures_of(dataset: Dataset, folder: Path) -> None:
    """Every test picture as a PNG file in the folder of its class."""
    pixels = dataset.test.take("image", np.arange(len(dataset.test)))
    for row, (picture, label) in enumerate(zip(pixels, dataset.test.labels, strict=True)):
        path = folder / dataset.labels[label] / f"{row:06}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(picture[..., 0] if picture.shape[-1] == 1 else picture).save(path, compress_level=1)


def in_node(export: Path, pictures: Path, check: FileCheck) -> list[dict[str, Any]]:
    """The answers of the Node sample."""
    sample = export / "samples" / "node"
    if not (sample / "node_modules").exists():
        (sample / "node_modules").symlink_to(ROOT / ".tools" / "node" / "node_modules")
    command = ["node", "classify.mjs", "--json", "--file", check.file, str(pictures)]
    try:
        done = subprocess.run(command, cwd=sample, capture_output=True, text=True, check=True)
    finally:
        (sample / "node_modules").unlink()
    return [json.loads(line) for line in done.stdout.splitlines()]


def in_chromium(browser: Chromium, url: str, pictures: Path, check: FileCheck) -> list[dict[str, Any]]:
    """The answers of the page."""
    browser.open(url)
    browser.wait(PAGE.format("page.ready"))
    browser.js(f"document.querySelector('#file').value = '{check.file}'")
    browser.js("document.querySelector('#file').dispatchEvent(new Event('change'))")
    browser.wait(PAGE.format(f"page.classifier.file.file === '{check.file}'"))
    browser.choose("#folder", [str(pictures)])
    browser.wait(PAGE.format("page.answers !== null"), 600)
    found: list[dict[str, Any]] = json.loads(browser.js(PAGE.format("JSON.stringify(page.answers)")))
    return found


def line(check: FileCheck, where: str, found: list[dict[str, Any]], expected: NDArray[np.float32]) -> str:
    """One row of the table."""
    logits = np.empty_like(expected)
    for answer in found:
        logits[int(Path(answer["name"]).stem)] = answer["logits"]
    same = int((logits.argmax(1) == expected.argmax(1)).sum())
    apart = float(np.abs(logits - expected).max())
    ms = statistics.median(answer["ms"] for answer in found)
    here = next((f"{timing.median_ms:.2f}" for timing in check.timings), "–")
    return f"| {check.title} | {where} | {same:,} of {len(expected):,} | {apart:.2g} | {ms:.2f} ms | {here} ms |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", nargs="?", default="last", help="a finished run on pictures")
    run_folder = Workspace().find(parser.parse_args().run)
    export, recipe = exports.find(run_folder.path.name), run_folder.recipe()
    task = tasks.get(recipe.task)
    print("| file | where | answers as Python | largest difference of a logit | one answer | in Python |")
    print("|---|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        dataset = task.load(recipe, place / "cache", Silent())
        pictures_of(dataset, place / "pictures")
        browser = Chromium(place / "chromium")
        try:
            with exports.try_in_browser(export) as server:
                for check in exports.deliverable(export).files:
                    session = ort.session(export / check.file, precise=cpu.saturates())
                    expected = run(session, feeds.Batches(task, dataset.test, dataset.input))
                    page = in_chromium(browser, server.url, place / "pictures", check)
                    print(line(check, "Chromium", page, expected), flush=True)
                    node = in_node(export, place / "pictures", check)
                    print(line(check, "Node", node, expected), flush=True)
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(main())
