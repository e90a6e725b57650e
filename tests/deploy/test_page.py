"""The browser page as “kdstudio try” serves it, in a real Chromium: every answer that of Python, nothing fetched."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from kdstudio.core import samples
from kdstudio.export.samples import copy
from kdstudio.runs import devices
from kdstudio.runs.files import sha256
from kdstudio.runs.layout import RunFolder
from tests.deploy.chromium import Chromium
from tests.deploy.conftest import INT8, Shipped
from tests.deploy.test_node import LEAST

ROOT = Path(__file__).resolve().parents[2]
GRAPHICS = 40
"""Pictures for a graphics card that the processor plays, at a tenth of a second each."""
PAGE = "import('/samples/web/app.js').then(({{ page }}) => {0})"


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Chromium]:
    """A browser that nobody has used."""
    browser = Chromium(tmp_path / "chromium")
    yield browser
    browser.close()


def served(export: Path, *command: str) -> Iterator[str]:
    """The command as a person types it, until Ctrl+C."""
    command = (sys.executable, "-m", "kdstudio", *(command or ("try",)), str(export), "--no-browser", "--json")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0


@pytest.fixture
def digits_url(digits: Shipped) -> Iterator[str]:
    yield from served(digits.folder)


@pytest.fixture
def topics_url(topics: Shipped) -> Iterator[str]:
    yield from served(topics.folder)


@pytest.fixture
def graph_url(digits: Shipped) -> Iterator[str]:
    yield from served(digits.folder, "graph", "--variant", "int8")


def ready(browser: Chromium, url: str) -> None:
    browser.open(url)
    browser.wait(PAGE.format("page.ready"))


def answers(browser: Chromium, count: int) -> list[dict[str, Any]]:
    browser.wait(PAGE.format("page.answers !== null"))
    found: list[dict[str, Any]] = json.loads(browser.js(PAGE.format("JSON.stringify(page.answers)")))
    assert len(found) == count
    return found


def only_from(browser: Chromium, url: str) -> bool:
    """Whether the page has asked its own server alone, and nothing went wrong."""
    origin = "/".join(url.split("/")[:3]) + "/"
    inside = [request.startswith((origin, "blob:", "data:")) for request in browser.requests]
    return all(inside) and not browser.failures and not browser.console


def test_a_folder_of_pictures_is_answered_as_in_python(chromium: Chromium, digits: Shipped, digits_url: str) -> None:
    ready(chromium, digits_url)
    chromium.js(f"document.querySelector('#file').value = '{INT8}'")
    chromium.js("document.querySelector('#file').dispatchEvent(new Event('change'))")
    chromium.wait(PAGE.format(f"page.classifier.file.file === '{INT8}'"))
    chromium.choose("#folder", [str(Path(digits.raw[0]).parents[1])])
    logits = np.empty_like(digits.logits)
    for answer in answers(chromium, 3000):
        logits[int(Path(answer["name"]).stem)] = answer["logits"]
    assert digits.agreement(logits) >= LEAST
    right = int((logits.argmax(1) == digits.dataset.test.labels).sum())
    said = chromium.js("document.querySelector('#many-result').textContent")
    assert f"{right:,} of 3,000 are right" in said
    rows = chromium.js("[...document.querySelectorAll('#many-result tbody tr')].map((row) => row.innerText)")
    shares = [float(row.split("\t")[2].removesuffix(" %")) for row in rows]
    assert len(rows) == 10
    assert shares == sorted(shares), "the weakest class comes first"
    assert only_from(chromium, digits_url)


def test_lines_of_text_are_answered_as_in_python(
    chromium: Chromium, topics: Shipped, topics_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("\n".join(topics.raw), encoding="utf-8")
    ready(chromium, topics_url)
    chromium.choose("#files", [str(file)])
    found: NDArray[np.float32] = np.array([answer["logits"] for answer in answers(chromium, len(topics.raw))])
    assert topics.agreement(found) >= LEAST
    chromium.js("document.querySelector('#text').value = 'hoist the mainsail'")
    chromium.js("document.querySelector('#text').dispatchEvent(new Event('input'))")
    assert chromium.wait("document.querySelector('.bar.best .name')?.textContent") == "sailing"
    assert only_from(chromium, topics_url)


def test_a_picture_and_the_camera_are_answered(chromium: Chromium, digits: Shipped, digits_url: str) -> None:
    ready(chromium, digits_url)
    chromium.choose("#picture", [digits.raw[7]])
    best = chromium.wait("document.querySelector('.bar.best .name')?.textContent")
    assert best == digits.labels[int(digits.logits[7].argmax())]
    chromium.js("document.querySelector('#answer').replaceChildren()")
    chromium.js("document.querySelector('#camera').click()")
    chromium.wait("document.querySelectorAll('.bar').length === 5")
    chromium.js("document.querySelector('#camera').click()")
    assert chromium.js("document.querySelector('#video').srcObject === null"), "the camera is given back"
    assert only_from(chromium, digits_url)


@pytest.fixture
def with_graphics(tmp_path: Path) -> Iterator[Chromium]:
    """A browser that gives its pages a graphics card."""
    browser = Chromium(tmp_path / "chromium", graphics=True)
    yield browser
    browser.close()


def choose(browser: Chromium, selector: str, value: str) -> None:
    """As a person chooses from a list."""
    assert browser.js(
        f"[...document.querySelector('{selector}').options].some((o) => o.value === '{value}' && !o.disabled)"
    )
    browser.js(f"document.querySelector('{selector}').value = '{value}'")
    browser.js(f"document.querySelector('{selector}').dispatchEvent(new Event('change'))")


def test_webgpu_answers_as_python_and_its_measurement_says_so(
    with_graphics: Chromium, digits: Shipped, digits_url: str, tmp_path: Path
) -> None:
    browser = with_graphics
    ready(browser, digits_url)
    browser.wait("!document.querySelector('#place').disabled")
    choose(browser, "#place", "graphics")
    browser.wait(PAGE.format("page.place === 'graphics' && page.classifier.file.file === 'onnx/model.onnx'"))
    browser.wait("document.querySelector('#about').textContent.includes('WebGPU (google')")
    assert browser.js(f"[...document.querySelector('#file').options].find((o) => o.value === '{INT8}').disabled")
    browser.choose("#files", digits.raw[:GRAPHICS])
    found = {answer["name"]: answer["logits"] for answer in answers(browser, GRAPHICS)}
    logits = np.array([found[Path(path).name] for path in digits.raw[:GRAPHICS]])
    assert np.abs(logits - digits.in_float()[:GRAPHICS]).max() < 1e-3
    browser.js("document.querySelector('#measure').click()")
    browser.wait(PAGE.format("page.record !== null"))
    record = json.loads(browser.js(PAGE.format("JSON.stringify(page.record)")))
    assert record["runtime"].startswith("ONNX Runtime Web 1.30.0, WebGPU (")
    assert [file["file"] for file in record["files"]] == ["onnx/model.onnx"]
    choose(browser, "#place", "processor")
    browser.wait(PAGE.format(f"page.place === 'processor' && page.classifier.file.file === '{INT8}'"))
    assert only_from(browser, digits_url)


def test_a_graphics_card_that_fails_gives_way_to_the_processor(
    with_graphics: Chromium, digits: Shipped, digits_url: str
) -> None:
    browser = with_graphics
    ready(browser, digits_url)
    browser.wait("!document.querySelector('#place').disabled")
    choose(browser, "#place", "graphics")
    browser.wait(PAGE.format("page.place === 'graphics' && page.ready"))
    browser.js(PAGE.format("page.classifier.session.release()"))
    browser.choose("#picture", [digits.raw[7]])
    said = browser.wait("document.querySelector('#trouble').textContent")
    assert said.startswith("The graphics card failed, so the model runs on the processor now.")
    assert browser.wait(PAGE.format("page.place === 'processor' && page.classifier.file.file")) == INT8
    best = browser.wait("document.querySelector('.bar.best .name')?.textContent")
    assert best == digits.labels[int(digits.logits[7].argmax())]


def test_without_a_graphics_card_the_page_says_why(chromium: Chromium, digits_url: str) -> None:
    ready(chromium, digits_url)
    said = chromium.wait("document.querySelector('#place-words').textContent")
    assert said in ("This browser has no WebGPU.", "This browser has WebGPU, but no graphics card for it.")
    assert chromium.js("document.querySelector('#place').disabled")


def test_a_drawing_is_answered(chromium: Chromium, digits_url: str) -> None:
    ready(chromium, digits_url)
    chromium.js("document.querySelector('#draw').click()")
    box = json.loads(chromium.js("JSON.stringify(document.querySelector('#pad').getBoundingClientRect())"))
    for kind, x, y in (("Pressed", 0.5, 0.2), ("Moved", 0.5, 0.5), ("Moved", 0.5, 0.8), ("Released", 0.5, 0.8)):
        place = {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
        chromium.call("Input.dispatchMouseEvent", {"type": f"mouse{kind}", "button": "left", "buttons": 1, **place})
    assert chromium.wait("document.querySelector('.bar.best .name')?.textContent") == "1"


def test_a_broken_picture_is_said_in_words(chromium: Chromium, digits_url: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    ready(chromium, digits_url)
    chromium.choose("#picture", [str(broken)])
    said = chromium.wait("document.querySelector('#trouble').textContent")
    assert said == "broken.png is not a picture that this browser can read."


def test_the_page_speaks_german_where_the_browser_does(
    tmp_path: Path, digits: Shipped, digits_url: str, topics_url: str
) -> None:
    browser = Chromium(tmp_path / "chromium", language="de")
    lacking = "import('/samples/web/words.js').then(({ missing }) => [...missing])"
    try:
        ready(browser, topics_url)
        assert browser.js(lacking) == []
        ready(browser, digits_url)
        for selector, chosen in (("#files", digits.raw[0]), ("#folder", str(Path(digits.raw[0]).parent))):
            browser.choose(selector, [chosen])
            browser.wait(PAGE.format("page.answers !== null"))
        browser.js("document.querySelector('#measure').click()")
        browser.wait(PAGE.format("page.record !== null"))
        assert browser.js(lacking) == []
        assert "Auf diesem Gerät messen" in browser.js("document.body.innerText")
        assert browser.js("document.documentElement.lang") == "de"
    finally:
        browser.close()


def test_every_control_has_a_name(chromium: Chromium, digits_url: str) -> None:
    ready(chromium, digits_url)
    tree = chromium.call("Accessibility.getFullAXTree")["nodes"]
    controls = [node for node in tree if node.get("role", {}).get("value") in ("button", "combobox", "textbox")]
    assert len(controls) >= 6
    assert all(node["name"]["value"] for node in controls)


@pytest.fixture
def for_browsers(digits: Shipped, tmp_path: Path) -> Path:
    """The same export with the samples that one for the target “browser” has."""
    export = tmp_path / "export"
    shutil.copytree(digits.folder, export, ignore=shutil.ignore_patterns("samples"))
    copy(export, "browser", "image-classification")
    return export


def test_an_export_for_the_browser_needs_no_server_of_ours(
    chromium: Chromium, for_browsers: Path, digits: Shipped
) -> None:
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(for_browsers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        port = server.stdout.readline().split("port ")[1].split()[0]
        ready(chromium, f"http://127.0.0.1:{port}/samples/web/index.html")
        chromium.choose("#picture", [digits.raw[7]])
        best = chromium.wait("document.querySelector('.bar.best .name')?.textContent")
        server.terminate()
    assert best == digits.labels[int(digits.logits[7].argmax())]
    assert (for_browsers / "samples" / "web" / "lib" / "onnxruntime" / "LICENSE").is_file()
    assert not (digits.folder / "samples" / "web" / "lib").exists()


def test_a_damaged_file_is_said_and_left_out_of_the_measurement(chromium: Chromium, for_browsers: Path) -> None:
    (for_browsers / "onnx" / "model.onnx").write_bytes(b"damaged")
    with contextlib.contextmanager(served)(for_browsers) as url:
        ready(chromium, url)
        chromium.js("document.querySelector('#measure').click()")
        chromium.wait(PAGE.format("page.record !== null"))
        assert "FP32 cannot be opened here." in chromium.js("document.querySelector('#measuring').textContent")
        assert chromium.js(PAGE.format("page.record.files.map(({ file }) => file)")) == [INT8]
        chromium.js("document.querySelector('#file').value = 'onnx/model.onnx'")
        chromium.js("document.querySelector('#file').dispatchEvent(new Event('change'))")
        said = chromium.wait("document.querySelector('#trouble').textContent")
        assert said.startswith("onnx/model.onnx cannot be opened.")
        assert chromium.js("document.querySelector('#file').value") == INT8, "the former file goes on"
        assert INT8 in chromium.js("document.querySelector('#about').textContent")


def test_the_libraries_are_the_pinned_files() -> None:
    place = samples.libraries()
    total = 0
    for library in json.loads((place / "libraries.json").read_text(encoding="utf-8")):
        assert (place / library["folder"] / "LICENSE").is_file()
        for file in library["files"]:
            path = place / library["folder"] / os.path.basename(file["from"])
            assert sha256(path) == file["sha256"]
            total += path.stat().st_size
    assert total <= 42e6


def test_netron_shows_the_graph_and_asks_nobody(chromium: Chromium, graph_url: str) -> None:
    chromium.open(graph_url)
    chromium.wait("document.querySelectorAll('.node').length > 20")
    assert "QLinearConv" in chromium.js("document.body.textContent") or "QuantizeLinear" in chromium.js(
        "document.body.textContent"
    )
    chromium.js("new Promise((done) => setTimeout(done, 1000))")
    assert only_from(chromium, graph_url)
    assert any("/data/model_quantized.onnx" in request for request in chromium.requests)


def test_what_the_page_measures_is_taken_in(
    chromium: Chromium, digits: Shipped, digits_url: str, tmp_path: Path
) -> None:
    ready(chromium, digits_url)
    chromium.js("document.querySelector('#device').value = 'Tablet'")
    chromium.js("document.querySelector('#measure').click()")
    chromium.wait(PAGE.format("page.record !== null"))
    record = tmp_path / "measurement.json"
    record.write_text(chromium.js(PAGE.format("JSON.stringify(page.record)")), encoding="utf-8")
    run = RunFolder(tmp_path / "run")
    shutil.copytree(digits.folder, run.artifacts / "export", ignore=shutil.ignore_patterns("node_modules"))
    measured = devices.add(run, record)
    assert measured.device == "Tablet"
    assert measured.runtime.startswith("ONNX Runtime Web 1.30.0, WebAssembly, ")
    assert [file.file for file in measured.files] == ["onnx/model.onnx", INT8]
    assert all(0 < file.median_ms <= file.p95_ms for file in measured.files)
    said = chromium.js("document.querySelector('#times').textContent")
    assert f"{measured.files[1].median_ms:.2f} ms" in said
