"""Finding an export folder, and a file in it."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import msgspec
import pytest

from kdstudio.client import exports
from kdstudio.core.errors import Code, KDError
from tests.unit.gui.pages.test_export import exported_run, measured_of


def test_an_export_is_found_by_folder_and_by_run() -> None:
    run = exported_run()
    place = run.artifacts / "export"
    with pytest.raises(KDError) as caught:
        exports.find(run.path.name)
    assert caught.value.code == Code.RUN_NOT_READY
    (place / "measured.json").write_bytes(msgspec.json.encode(measured_of()))
    assert exports.find(run.path.name) == exports.find(str(place)) == exports.find("last") == place


def test_an_unknown_name_is_said() -> None:
    with pytest.raises(KDError) as caught:
        exports.find("nothing")
    assert caught.value.code == Code.RUN_NOT_FOUND


def test_a_file_is_found_by_its_variant() -> None:
    place = exported_run().artifacts / "export"
    (place / "measured.json").write_bytes(msgspec.json.encode(measured_of()))
    assert exports.model_file(place).name == "model.onnx"
    assert exports.model_file(place, "int8").name == "model_quantized.onnx"
    with pytest.raises(KDError) as caught:
        exports.model_file(place, "fp16")
    assert caught.value.code == Code.MODEL_NOT_FOUND
    assert caught.value.hint == "Known: fp32, int8."


def test_a_damaged_description_is_said(tmp_path: Path) -> None:
    (tmp_path / "measured.json").write_text('{"files": ')
    with pytest.raises(KDError) as caught:
        exports.model_file(tmp_path)
    assert caught.value.code == Code.MODEL_DAMAGED
    assert "measured.json" in caught.value.message


@pytest.mark.usefixtures("socket_enabled")
def test_an_export_of_long_ago_borrows_page_and_libraries(tmp_path: Path) -> None:
    (tmp_path / "measured.json").write_text("{}")
    with exports.try_in_browser(tmp_path) as server:
        origin = server.url.removesuffix("/samples/web/index.html")
        lent = ("index.html", "app.js", "pixels.mjs", "lib/onnxruntime/ort-wasm-simd-threaded.wasm")
        for path in ("/measured.json", *(f"/samples/web/{name}" for name in lent)):
            with urlopen(f"{origin}{path}") as answer:
                assert answer.status == 200, path
