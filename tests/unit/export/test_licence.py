"""The teacher's licence is found where people write it, and what limits a student is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from kdstudio.export.licence import caution, of_model


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"README.md": "---\nlanguage: en\nlicense: apache-2.0\n---\n# Model"}, "apache-2.0"),
        ({"README.md": '---\nlicense: "mit"\n---\n'}, "mit"),
        ({"README.md": "# No head\nlicense: mit\n"}, ""),
        ({"README.md": "# No head", "LICENSE": "\n  MIT License\n\nCopyright"}, "MIT License"),
        ({"LICENSE.md": "# CC BY-NC 4.0\n"}, "CC BY-NC 4.0"),
        ({"kdstudio.json": '{"extra": {"licence": "CC BY-SA 3.0"}}', "LICENSE": "MIT"}, "CC BY-SA 3.0"),
        ({"kdstudio.json": '{"extra": {}}', "LICENSE": "MIT"}, "MIT"),
        ({"kdstudio.json": "[]"}, ""),
        ({}, ""),
    ],
)
def test_where_it_is_written(files: dict[str, str], wanted: str, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "model.onnx").touch()
    assert of_model(tmp_path) == wanted
    assert of_model(tmp_path / "model.onnx") == wanted


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("llama3", "but Llama itself"),
        ("llama2", "but Llama itself"),
        ("llama3.1", "Built with Llama"),
        ("gemma", "passed on"),
        ("cc-by-nc-4.0", "no commercial use"),
        ("agpl-3.0", "shared alike"),
        ("CC BY-SA 3.0", "shared alike"),
    ],
)
def test_what_limits_a_student(licence: str, words: str) -> None:
    assert words in caution(licence)
    assert caution(licence).startswith(f"The teacher’s licence is {licence}.")


@pytest.mark.parametrize("licence", ["", "apache-2.0", "mit", "bsd-3-clause", "cc-by-4.0", "cc0-1.0"])
def test_what_does_not(licence: str) -> None:
    assert caution(licence) == ""
