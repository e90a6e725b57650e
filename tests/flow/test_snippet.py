from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kdstudio.export.runtime import predict
from kdstudio.gui.export import bundle, snippets
from tests.flow.conftest import Reference


def test_the_lines_on_the_export_page_answer_like_the_product(reference: Reference, tmp_path: Path) -> None:
    folder = reference.folder.artifacts / "export"
    found = bundle.read(folder)
    assert found.input is not None
    script = tmp_path / "snippet.py"
    script.write_text(snippets.snippet("python", found.input, folder, "onnx/model.onnx"))
    pictures = sorted((reference.folder.artifacts / "test").glob("*.png"))[:3]
    assert pictures
    expected = predict(folder / "onnx" / "model.onnx", tuple(map(str, pictures)))
    for picture, answer in zip(pictures, expected.items, strict=True):
        said = subprocess.run(
            [sys.executable, str(script), str(picture)], capture_output=True, text=True, check=True, timeout=60
        )
        assert said.stdout.strip() == answer.label
