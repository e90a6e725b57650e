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
NO_ADAPTER = "No available adapters."  # Chromium itself says so where it has no graphics
PAGE = "import('/samples/web/app.js').then(({{ page }}) => {0})"


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Chromium]:
    """A browser that nobody has used."""
    browser = Chromium(tmp_path / "chromium")
    yield browser
    browser.close()


@pytest.fixture
def with_graphics(tmp_path: Path) -> Iterator[Chromium]:
    """A browser with a graphics adapter, which is Chromium’s own in software."""
    browser = Chromium(tmp_path / "with graphics", graphics=True)
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
def sketch_url(sketch: Shipped) -> Iterator[str]:
    yield from served(sketch.folder)


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
    return all(inside) and not browser.failures and not set(browser.console) - {NO_ADAPTER}


def on_graphics(browser: Chromium, url: str) -> None:
    """Open the page and have the model run on graphics."""
    ready(browser, url)
    browser.wait("!document.querySelector('#gpu').disabled")
    choose(browser, "place", "gpu")
    browser.wait(PAGE.format("page.place.on === 'gpu'"))


def choose(browser: Chromium, name: str, value: str) -> None:
    """Choose from a list."""
    browser.wait(f"!document.querySelector('#{name}').disabled")
    browser.js(f"document.querySelector('#{name}').value = '{value}'")
    browser.js(f"document.querySelector('#{name}').dispatchEvent(new Event('change'))")


def text(browser: Chromium, name: str) -> str:
    """What an element says."""
    said: str = browser.js(f"document.querySelector('#{name}').innerText")
    return said


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


def test_graphics_answer_a_whole_test_split_as_python_does(
    with_graphics: Chromium, sketch: Shipped, sketch_url: str
) -> None:
    on_graphics(with_graphics, sketch_url)
    assert "onnx/model.onnx" in text(with_graphics, "about"), "INT8 gives way to FP32"
    assert "WebGPU, google swiftshader (software)" in text(with_graphics, "about")
    assert text(with_graphics, "place-words").startswith("INT8 stays on the processor")
    with_graphics.choose("#folder", [str(Path(sketch.raw[0]).parents[1])])
    python = sketch.in_float()
    logits = np.empty_like(python)
    for answer in answers(with_graphics, 3000):
        logits[int(Path(answer["name"]).stem)] = answer["logits"]
    assert (logits.argmax(1) == python.argmax(1)).mean() >= LEAST
    assert np.abs(logits - python).max() < 1e-3
    assert with_graphics.js(PAGE.format("page.place.on")) == "gpu"
    assert only_from(with_graphics, sketch_url)


def test_without_an_adapter_graphics_cannot_be_chosen_and_why(chromium: Chromium, digits_url: str) -> None:
    ready(chromium, digits_url)
    said = chromium.wait("document.querySelector('#place-words').textContent")
    assert said == "The graphics processor cannot be used here. The browser gives no graphics adapter."
    assert chromium.js("document.querySelector('#gpu').disabled")
    assert not any("webgpu" in request for request in chromium.requests), "27 MB are loaded by those alone who use them"


def test_graphics_that_stop_give_way_to_the_processor(
    with_graphics: Chromium, digits: Shipped, digits_url: str
) -> None:
    """The student of the sample answers on graphics as in Python; then its device is lost amid many pictures."""
    on_graphics(with_graphics, digits_url)
    folder = Path(digits.raw[0]).parent
    count = len(list(folder.iterdir()))
    with_graphics.choose("#folder", [str(folder)])
    with_graphics.wait(PAGE.format("document.querySelector('#many-progress').value >= 16"))
    with_graphics.js(PAGE.format("page.graphics.device.destroy()"))
    found = answers(with_graphics, count)
    python = digits.in_float()
    for answer in found[:16]:
        assert np.abs(answer["logits"] - python[int(Path(answer["name"]).stem)]).max() < 1e-3
    assert all(answer["answer"] is not None for answer in found)
    assert text(with_graphics, "trouble") == "The graphics processor stopped. The processor goes on with INT8."
    assert "It stopped: Device was destroyed. Load the page again" in text(with_graphics, "place-words")
    assert with_graphics.js("document.querySelector('#gpu').disabled")
    assert INT8 in text(with_graphics, "about")


def test_shaders_that_do_not_compile_leave_the_processor_at_work(with_graphics: Chromium, sketch_url: str) -> None:
    ready(with_graphics, sketch_url)
    with_graphics.wait("!document.querySelector('#gpu').disabled")
    with_graphics.js(
        "(() => { const make = GPUDevice.prototype.createShaderModule;"
        "GPUDevice.prototype.createShaderModule = function () { return make.call(this, { code: 'no shader' }); }; })()"
    )
    choose(with_graphics, "place", "gpu")
    said = with_graphics.wait("document.querySelector('#trouble').textContent")
    assert said.startswith("onnx/model.onnx cannot run on the graphics processor. ")
    assert said.endswith(" The processor goes on.")
    assert with_graphics.js(PAGE.format("page.place.on")) == "cpu"
    assert with_graphics.js("document.querySelector('#place').value") == "cpu"


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


def test_what_graphics_need_is_measured_in_turn_with_the_processor_and_taken_in(
    with_graphics: Chromium, sketch: Shipped, sketch_url: str, tmp_path: Path
) -> None:
    ready(with_graphics, sketch_url)
    with_graphics.wait("!document.querySelector('#gpu').disabled")
    with_graphics.js("document.querySelector('#measure').click()")
    with_graphics.wait(PAGE.format("page.record !== null"))
    record = tmp_path / "measurement.json"
    record.write_text(with_graphics.js(PAGE.format("JSON.stringify(page.record)")), encoding="utf-8")
    run = RunFolder(tmp_path / "run")
    shutil.copytree(sketch.folder, run.artifacts / "export", ignore=shutil.ignore_patterns("node_modules"))
    measured = devices.add(run, record)
    assert measured.runtime.startswith("ONNX Runtime Web 1.30.0, WebAssembly and WebGPU, ")
    assert measured.graphics == "google swiftshader (software)"
    told = [(file.file, file.on) for file in measured.files]
    assert told == [("onnx/model.onnx", "cpu"), (INT8, "cpu"), ("onnx/model.onnx", "gpu")]
    best = min(measured.files, key=lambda file: file.median_ms)
    title = "INT8" if best.file == INT8 else "FP32"
    where = "graphics" if best.on == "gpu" else "processor"
    assert f"The fastest here is {title}, {where}." in text(with_graphics, "measuring")
