"""The Node sample, run by Node as it lies in an export: the same pixels, the same tokens, the same answers."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

from kdstudio.core.inputs import ImageInput
from kdstudio.engine.data import images, tokenize
from kdstudio.runs import devices
from kdstudio.runs.layout import RunFolder
from tests.deploy.conftest import INT8, TOPICS, Shipped

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
CORPUS = [f"{words} {number}" for number in range(20) for words in TOPICS.values()]
Ready = Callable[[Shipped], Path]
LEAST = 0.999


def node(*arguments: str, folder: Path, feed: str = "") -> str:
    done = subprocess.run(
        ["node", *arguments], cwd=folder, input=feed, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def answers(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_pictures_are_answered_as_in_python(digits: Shipped, node_sample: Ready) -> None:
    test = Path(digits.raw[0]).parents[1]
    found = answers(node("classify.mjs", "--json", "--file", INT8, str(test), folder=node_sample(digits)))
    logits = np.empty_like(digits.logits)
    for answer in found:
        logits[int(Path(answer["name"]).stem)] = answer["logits"]
    assert len(found) == len(digits.raw) == 3000
    assert digits.agreement(logits) >= LEAST
    np.testing.assert_allclose(logits, digits.logits, atol=1e-3)


def test_without_an_argument_the_example_is_answered_as_the_export_says(
    digits: Shipped, topics: Shipped, node_sample: Ready
) -> None:
    for made in (digits, topics):
        for name in ("onnx/model.onnx", INT8):
            assert ": the same." in node("classify.mjs", "--file", name, folder=node_sample(made))


def test_texts_are_answered_as_in_python(topics: Shipped, node_sample: Ready) -> None:
    options = [option for text in topics.raw for option in ("--text", text)]
    found = answers(node("classify.mjs", "--json", "--file", INT8, *options, folder=node_sample(topics)))
    logits = np.array([answer["logits"] for answer in found], np.float32)
    assert topics.agreement(logits) >= LEAST
    accuracy = (topics.logits.argmax(1) == topics.dataset.test.labels).mean()
    assert accuracy > 0.8, "the network has learnt something"


def test_what_node_measures_is_taken_in(digits: Shipped, node_sample: Ready, tmp_path: Path) -> None:
    script = node_sample(digits) / "classify.mjs"
    said = node(str(script), "--measure", "Server", folder=tmp_path)
    run = RunFolder(tmp_path / "run")
    shutil.copytree(digits.folder, run.artifacts / "export", ignore=shutil.ignore_patterns("samples"))
    measured = devices.add(run, tmp_path / "measurement.json")
    assert (measured.device, measured.threads) == ("Server", 1)
    assert measured.runtime.startswith("onnxruntime-node 1.30.0, CPU, Node ")
    assert [file.file for file in measured.files] == ["onnx/model.onnx", INT8]
    assert f"{INT8}: median {measured.files[1].median_ms:.3f} ms" in said


FIT = """
import { fit } from "./pixels.mjs";
let text = "";
for await (const part of process.stdin) text += part;
const { pictures, input } = JSON.parse(text);
const data = (picture) => ({ ...picture, data: Uint8Array.from(Buffer.from(picture.data, "base64")) });
console.log(JSON.stringify(pictures.map((picture) => Array.from(fit(data(picture), input)))));
"""


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("background", ["white", "black"])
def test_every_pixel_is_as_pillow_makes_it(digits: Shipped, node_sample: Ready, channels: int, background: str) -> None:
    """Larger, smaller, equal, extreme sizes; opaque and transparent pixels."""
    rng = np.random.default_rng(0)
    input = ImageInput(size=24, channels=channels, mean=(0,) * channels, std=(1,) * channels, background=background)
    pictures, expected = [], []
    for width, height in ((24, 24), (24, 61), (97, 24), (640, 480), (5, 3), (1, 1), (25, 23), (311, 8)):
        pixels = rng.integers(0, 256, (height, width, 4), np.uint8)
        if width % 2:
            pixels[..., 3] = 255
        expected.append(images.fit(Image.fromarray(pixels), input).reshape(-1).tolist())
        data = base64.b64encode(pixels.tobytes()).decode()
        pictures.append({"width": width, "height": height, "data": data})
    feed = json.dumps({"pictures": pictures, "input": json.loads(msgspec.json.encode(input))})
    found = json.loads(node("--input-type=module", "-e", FIT, folder=node_sample(digits), feed=feed))
    assert found == expected


DECODE = """
import { decode } from "./classify.mjs";
import { fit } from "./pixels.mjs";
const input = { size: 32, channels: 3, background: "white" };
const fitted = [];
for (const path of process.argv.slice(1)) fitted.push(Array.from(fit(await decode(path), input)));
console.log(JSON.stringify(fitted));
"""


def test_files_are_decoded_as_pillow_does(digits: Shipped, node_sample: Ready, tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    smooth = np.asarray(Image.fromarray(rng.integers(0, 256, (9, 12, 3), np.uint8)).resize((120, 90)))
    image, paths = Image.fromarray(smooth), [tmp_path / name for name in ("a.png", "b.jpg", "c.webp", "d.gif", "e.png")]
    turned = Image.Exif()
    turned[0x0112] = 6  # rotated by a quarter
    image.save(paths[0])
    image.save(paths[1], quality=90, exif=turned)
    image.save(paths[2], lossless=True)
    image.quantize(64).save(paths[3])
    Image.fromarray(smooth[..., 0].astype(np.uint16) * 257).save(paths[4])
    input = ImageInput(size=32, channels=3, mean=(0,) * 3, std=(1,) * 3)
    found = json.loads(node("--input-type=module", "-e", DECODE, *map(str, paths), folder=node_sample(digits)))
    for path, pixels in zip(paths, found, strict=True):
        expected = images.open_image(path, input).reshape(-1).astype(int)
        assert np.abs(np.array(pixels) - expected).max() <= (2 if path.suffix == ".jpg" else 0), path.name


IDS = """
import { readFileSync } from "node:fs";
import * as tokenizers from "@huggingface/tokenizers";
import { openTokenizer, idsOf } from "./texts.mjs";
let text = "";
for await (const part of process.stdin) text += part;
const { texts, length, tokenizer } = JSON.parse(text);
const made = openTokenizer(tokenizers.Tokenizer, JSON.parse(tokenizer));
console.log(JSON.stringify(texts.map((text) => idsOf(made, text, length))));
"""


def ids_in_node(tokenizer: str, texts: list[str], length: int, folder: Path) -> list[list[int]]:
    feed = json.dumps({"texts": texts, "length": length, "tokenizer": tokenizer})
    found: list[list[int]] = json.loads(node("--input-type=module", "-e", IDS, folder=folder, feed=feed))
    return found


def unicode_texts() -> list[str]:
    """Every script and kind of character: each block of 64 code points as a text, and texts that trip tokenizers."""
    starts = [*range(0x20, 0x3100, 64), *range(0xFE00, 0xFFC0, 64), *range(0x1F300, 0x1FA00, 64)]
    blocks = ["".join(chr(code) for code in range(start, start + 64) if not _has_moved(code)) for start in starts]
    odd = [
        "",
        " ",
        "\n\t x \r\n",
        "İstanbul ŞİŞLİ ß ẞ ﬁ ﬂ",
        "e\u0301 \u1e9b\u0323 Å Å",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "a\u00adb\u200bc\ufeffd",
    ]
    odd += ["don't we'll I'M", "3.14 1,000 ½ ²", "x" * 500, "[CLS] [SEP] [PAD] [UNK]", "ΑΣ ΣΑΣ Σ", "\u0130\u0131"]
    return odd + blocks


def _has_moved(code: int) -> bool:
    """What has become a mark or punctuation, or no longer is, and what is yet to come.

    The tokenizers library’s tables of Unicode are older than Node’s.
    """
    old, now = unicodedata.ucd_3_2_0.category(chr(code)), unicodedata.category(chr(code))
    is_new_mark = old == "Cn" and unicodedata.combining(chr(code)) != 0
    return is_new_mark or now == "Cn" or (old[0] == "P") != (now[0] == "P")


def test_tokens_are_those_of_the_tokenizers_library(topics: Shipped, node_sample: Ready) -> None:
    tokenizer = (topics.folder / "tokenizer.json").read_text(encoding="utf-8")
    length = 16
    texts = unicode_texts() + topics.raw
    expected = tokenize.encode(Tokenizer.from_str(tokenizer), texts)
    found = ids_in_node(tokenizer, texts, length, node_sample(topics))
    wrong = [text for text, one, other in zip(texts, found, expected, strict=True) if one != other]
    assert not wrong
    mine: NDArray[np.int32] = topics.dataset.test.take("tokens", np.arange(len(topics.raw)))
    assert [row[row != 0].tolist() for row in mine] == expected[-len(topics.raw) :]


def word_pieces() -> Tokenizer:
    made = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.train_from_iterator(CORPUS, trainers.WordPieceTrainer(vocab_size=600, special_tokens=SPECIAL))
    ends = [(name, made.token_to_id(name)) for name in ("[CLS]", "[SEP]")]
    made.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair=None, special_tokens=ends)
    return made


def unigrams() -> Tokenizer:
    made = Tokenizer(models.Unigram())
    made.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.UnigramTrainer(vocab_size=300, special_tokens=SPECIAL, unk_token="[UNK]")
    made.train_from_iterator(CORPUS, trainer)
    return made


def byte_pairs() -> Tokenizer:
    """Cased, without a template, as GPT-2 has it."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    made.train_from_iterator(CORPUS, trainers.BpeTrainer(vocab_size=400, initial_alphabet=alphabet))
    return made


def published() -> Tokenizer:
    found = find_spec("all_minilm_l6_v2")
    if found is None or found.origin is None:
        pytest.skip("the encoder’s package is not installed")
    with zipfile.ZipFile(Path(found.origin).with_name("model.zip")) as archive:
        made: Tokenizer = Tokenizer.from_str(archive.read("tokenizer.json").decode())
    made.no_padding()
    return made


@pytest.mark.parametrize("make", [word_pieces, unigrams, byte_pairs, published])
def test_every_kind_of_tokenizer_gives_the_same_ids(
    digits: Shipped, node_sample: Ready, make: Callable[[], Tokenizer]
) -> None:
    tokenizer = make()
    tokenizer.enable_truncation(24)
    texts = [*unicode_texts(), *CORPUS]
    expected = tokenize.encode(tokenizer, texts)
    found = ids_in_node(tokenizer.to_str(), texts, 24, node_sample(digits))
    assert [text for text, one, other in zip(texts, found, expected, strict=True) if one != other] == []
