"""The Python sample, run as it lies in an export, without KD Studio on its path."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from kdstudio.export.runtime import OnnxModel
from tests.deploy.conftest import INT8, Shipped


def python(made: Shipped, *arguments: str, code: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "classify.py", *arguments],
        cwd=made.folder / "samples" / "python",
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
    )
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def logits(output: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.array([json.loads(line)["logits"] for line in output.splitlines()], np.float32)


def test_pictures_are_answered_as_in_the_app(digits: Shipped) -> None:
    expected = digits.result.file("int8")
    assert expected is not None
    chosen = range(0, len(digits.raw), 10)
    found = logits(python(digits, "--json", "--file", INT8, *(digits.raw[row] for row in chosen)))
    np.testing.assert_allclose(found, expected.logits["test"][chosen], atol=1e-3)


def test_the_accuracy_of_a_folder_is_that_of_the_export(digits: Shipped) -> None:
    best = digits.result.deliverable.file(digits.result.deliverable.recommended)
    assert best is not None
    output = python(digits, "--folder", str(Path(digits.raw[0]).parents[1]))
    assert f"accuracy: {best.accuracy['test']:.2%} of 3000" in output
    assert "it needs one folder for each" in python(digits, "--folder", str(digits.folder), code=1)


def test_texts_are_answered_as_in_the_app(topics: Shipped) -> None:
    expected = topics.result.file("int8")
    assert expected is not None
    options = [option for text in topics.raw for option in ("--text", text)]
    found = logits(python(topics, "--json", "--file", INT8, *options))
    # ranges found for each input are those of one text here and of a batch there
    assert (found.argmax(1) == expected.logits["test"].argmax(1)).mean() >= 0.98


def test_odd_pictures_are_prepared_as_in_the_app(digits: Shipped, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    smooth = Image.fromarray(rng.integers(0, 256, (9, 12, 4), np.uint8), "RGBA").resize((120, 90))
    turned = Image.Exif()
    turned[0x0112] = 6
    smooth.save(tmp_path / "clear.png")
    smooth.convert("RGB").save(tmp_path / "turned.jpg", exif=turned)
    smooth.quantize(64).save(tmp_path / "palette.gif")
    Image.fromarray(np.asarray(smooth)[..., 0].astype(np.uint16) * 257).save(tmp_path / "deep.png")
    paths = sorted(map(str, tmp_path.iterdir()))
    model = OnnxModel.open(digits.folder / INT8)
    found = [json.loads(line) for line in python(digits, "--json", "--file", INT8, *paths).splitlines()]
    for answer, expected in zip(found, model.predict(paths).items, strict=True):
        powers = np.exp(np.array(answer["logits"]) - max(answer["logits"]))
        chance = float((powers / powers.sum()).max())
        assert answer["label"] == expected.label, answer["name"]
        assert abs(chance - expected.scores[0][1]) < 1e-3, answer["name"]


def test_without_an_argument_the_example_is_answered_as_the_export_says(digits: Shipped, topics: Shipped) -> None:
    for made in (digits, topics):
        for name in ("onnx/model.onnx", INT8):
            assert ": the same." in python(made, "--file", name)


def test_an_example_answered_otherwise_fails(digits: Shipped, tmp_path: Path) -> None:
    """As where the labels of another model lie in the folder."""
    other = replace(digits, folder=tmp_path / "export")
    shutil.copytree(digits.folder, other.folder)
    labels = json.loads((other.folder / "labels.json").read_text())
    (other.folder / "labels.json").write_text(json.dumps(labels[::-1]))
    python(other, code=1)
