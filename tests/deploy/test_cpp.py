"""The C++ sample, compiled as it lies in an export and run on the whole test split."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from numpy.typing import NDArray
from PIL import Image
from tokenizers import Tokenizer

from kdstudio.engine import ort
from kdstudio.engine.probabilities import softmax
from kdstudio.export import shapes
from tests.deploy.conftest import Shipped
from tests.deploy.tools import ONNXRUNTIME, program, run, unpacked

LEAST = 0.999


@pytest.fixture(scope="module")
def runtime(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a release of ONNX Runtime is: its headers, and the library that the Python package brings."""
    root = tmp_path_factory.mktemp("onnxruntime")
    (root / "include").symlink_to(unpacked(ONNXRUNTIME / "include"), target_is_directory=True)
    (root / "lib").mkdir()
    (library,) = (Path(onnxruntime.__file__).parent / "capi").glob("libonnxruntime.so.*")
    for name in ("libonnxruntime.so", "libonnxruntime.so.1"):
        (root / "lib" / name).symlink_to(library)
    return root


def built(made: Shipped, runtime: Path, build: Path, *options: str) -> Path:
    source = made.folder / "samples" / "cpp"
    run(program("cmake"), "-S", source, "-B", build, f"-DONNXRUNTIME_ROOT={runtime}", *options)
    output = run("cmake", "--build", build)
    assert "warning" not in output
    return build / "classify"


def chances(output: str) -> NDArray[np.float64]:
    return np.array([[float(value) for value in line.split()] for line in output.splitlines()])


def in_python(made: Shipped, pictures: list[NDArray[np.uint8]]) -> NDArray[np.float32]:
    check = made.result.deliverable.pixels
    assert check is not None
    session = ort.session(made.folder / check.file, threads=1)
    found: Any = [session.run(None, {"image": picture})[0] for picture in pictures]
    return np.array(found)


def picture_named(made: Shipped, words: str) -> str:
    """The file that was asked for without an argument, after a look whether the answer is that of the export."""
    answers = json.loads((made.folder / "example" / "answers.json").read_text(encoding="utf-8"))["answers"]
    (known,) = (answer for answer in answers.values() if answer["output"] == "probabilities")
    path, _, said = words.partition(": ")
    assert said.startswith(f"{known['label']} {100 * known['probability']:.1f} %")
    return Path(path).name


def test_the_whole_test_split_is_answered_as_in_python(digits: Shipped, runtime: Path) -> None:
    program("g++")
    if not Path("/usr/include/stb/stb_image.h").is_file():
        pytest.skip("stb_image.h is not installed (Debian: libstb-dev)")
    classify = built(digits, runtime, digits.folder / "samples" / "cpp" / "build")
    library = str(runtime / "lib")
    found = chances(run(classify, "--probabilities", *digits.raw, LD_LIBRARY_PATH=library))
    expected = in_python(digits, [np.asarray(Image.open(path).convert("RGB")) for path in digits.raw])
    np.testing.assert_allclose(found, expected, atol=1e-6)
    best = digits.result.deliverable.file(digits.result.deliverable.recommended)
    assert best is not None
    accuracy = (found.argmax(1) == digits.dataset.test.labels).mean()
    assert accuracy == pytest.approx(best.accuracy["test"], abs=0.001)
    words = run(classify, digits.raw[0], LD_LIBRARY_PATH=library)
    assert words.startswith(f"{digits.raw[0]}: {digits.labels[int(expected[0].argmax())]} ")
    assert picture_named(digits, run(classify, LD_LIBRARY_PATH=library)) == "picture.png"


def test_every_text_of_the_test_split_is_answered_as_in_python(topics: Shipped, runtime: Path) -> None:
    program("g++")
    classify = built(topics, runtime, topics.folder / "samples" / "cpp" / "build")
    library = str(runtime / "lib")
    best = topics.result.deliverable.file(topics.result.deliverable.recommended)
    assert best is not None
    session = ort.session(topics.folder / best.file, threads=1)
    tokenizer = Tokenizer.from_file(str(topics.folder / "tokenizer.json"))
    expected = []
    for text in topics.raw:
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        logits: Any = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0]
        expected.append(softmax(logits)[0])
    found = chances(run(classify, "--probabilities", *topics.raw, LD_LIBRARY_PATH=library))
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert (found.argmax(1) == np.argmax(expected, 1)).mean() >= LEAST
    words = run(classify, topics.raw[0], LD_LIBRARY_PATH=library)
    assert words.startswith(f"{topics.raw[0]}: {topics.labels[int(found[0].argmax())]} ")
    answers = json.loads((topics.folder / "example" / "answers.json").read_text(encoding="utf-8"))["answers"]
    for file, known in answers.items():
        words = run(classify, "--file", file, LD_LIBRARY_PATH=library).partition(": ")[2]
        assert words.startswith(f"{known['label']} {100 * known['probability']:.1f} %"), file


def test_a_text_is_filled_up_where_the_file_takes_one_length(topics: Shipped, runtime: Path, tmp_path: Path) -> None:
    """As in an export for phones’ own processors, whose files take one shape alone."""
    program("g++")
    classify = built(topics, runtime, topics.folder / "samples" / "cpp" / "build")
    shutil.copy(topics.folder / "onnx" / "model.onnx", tmp_path / "model.onnx")
    shapes.fix(tmp_path / "model.onnx", topics.dataset.input)
    options = ("--probabilities", "--file")
    library = str(runtime / "lib")
    text = "simmer the onions"
    fixed = chances(run(classify, *options, tmp_path / "model.onnx", text, "", LD_LIBRARY_PATH=library))
    free = chances(run(classify, *options, "onnx/model.onnx", text, "", LD_LIBRARY_PATH=library))
    np.testing.assert_allclose(fixed, free, atol=1e-5)
    (tmp_path / "tokens.txt").write_bytes((topics.folder / "tokens.txt").read_bytes()[:-2000])
    shutil.copy(topics.folder / "labels.json", tmp_path)
    with pytest.raises(AssertionError, match="file ends early"):
        run(classify, "--export", tmp_path, *options, tmp_path / "model.onnx", text, LD_LIBRARY_PATH=library)


def test_without_an_image_library_it_reads_ppm(digits: Shipped, runtime: Path, tmp_path: Path) -> None:
    program("g++")
    classify = built(digits, runtime, tmp_path / "build", "-DSTB_INCLUDE=")
    library = str(runtime / "lib")
    rng = np.random.default_rng(0)
    smooth = Image.fromarray(rng.integers(0, 256, (9, 12, 3), np.uint8)).resize((61, 47))
    smooth.save(tmp_path / "colour.ppm")
    smooth.convert("L").save(tmp_path / "gray.pgm")
    (tmp_path / "cut.ppm").write_bytes((tmp_path / "colour.ppm").read_bytes()[:-1])
    assert picture_named(digits, run(classify, "--export", digits.folder, LD_LIBRARY_PATH=library)) == "picture.ppm"
    options = ("--export", digits.folder, "--probabilities")
    found = chances(run(classify, *options, tmp_path / "colour.ppm", tmp_path / "gray.pgm", LD_LIBRARY_PATH=library))
    pictures = [np.asarray(smooth), np.asarray(smooth.convert("L").convert("RGB"))]
    np.testing.assert_allclose(found, in_python(digits, pictures), atol=1e-6)
    with pytest.raises(AssertionError, match=r"cut\.ppm ends early"):
        run(classify, *options, tmp_path / "cut.ppm", LD_LIBRARY_PATH=library)
