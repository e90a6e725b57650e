"""Classifies pictures or texts with the model two folders up.

pip install -r requirements.txt              for pictures without tokenizers, for texts without Pillow
python classify.py                           the example of the export, held against its answers
python classify.py PICTURE …                 the three likeliest classes of each
python classify.py --text "…"                the same for a text
python classify.py --folder FOLDER           accuracy on pictures in one folder for each class
python classify.py --json PICTURE …          one line of JSON for each, with all logits
python classify.py --file onnx/model.onnx …  another file than the recommended one
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # read when ONNX Runtime loads

import numpy as np
import onnxruntime

EXPORT = Path(__file__).resolve().parents[2]
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".ppm", ".pgm"}


class Classifier:
    """A model file of an export folder, opened. ``labels`` are in the order of its logits."""

    def __init__(self, folder: Path = EXPORT, file: str = "", threads: int = 1) -> None:
        def read(name: str) -> Any:
            return json.loads((folder / name).read_text(encoding="utf-8"))

        self.labels: list[str] = read("labels.json")
        self.input: dict[str, Any] = read("preprocessing.json")
        measured = read("measured.json")
        best = next(entry for entry in measured["files"] if entry["variant"] == measured["recommended"])
        self.file = file or best["file"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(
            str(folder / self.file), options, providers=["CPUExecutionProvider"]
        )
        if self.input["type"] == "text":
            from tokenizers import Tokenizer

            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self.tokenizer.enable_truncation(self.input["max_length"])

    def picture(self, path: Path) -> dict[str, np.ndarray]:
        """``pixel_values`` float32 ``(1, channels, size, size)`` of an image file."""
        from PIL import Image, ImageOps

        size, mode = self.input["size"], "L" if self.input["channels"] == 1 else "RGB"
        with Image.open(path) as opened:
            image = ImageOps.exif_transpose(opened)
        if image.mode.startswith("I"):  # 16 bits: the upper eight
            image = Image.fromarray((np.clip(np.asarray(image), 0, 65535).astype(np.uint32) >> 8).astype(np.uint8))
        if image.has_transparency_data:
            ground = Image.new("RGBA", image.size, self.input["background"])
            image = Image.alpha_composite(ground, image.convert("RGBA"))
        image = image.convert(mode).resize((size, size), Image.Resampling.BILINEAR)
        pixels = np.asarray(image, dtype=np.float32).reshape(size, size, -1).transpose(2, 0, 1) / np.float32(255)
        mean, std = (np.float32(self.input[name]).reshape(-1, 1, 1) for name in ("mean", "std"))
        return {"pixel_values": ((pixels - mean) / std)[None]}

    def text(self, text: str) -> dict[str, np.ndarray]:
        """``input_ids`` and ``attention_mask`` int64 ``(1, length)`` of a text."""
        ids = self.tokenizer.encode(text).ids
        length = self.session.get_inputs()[0].shape[1]  # a name where any length goes
        length = length if isinstance(length, int) else max(1, len(ids))
        padding = length - len(ids)
        padded, mask = ids + [self.input["pad_id"]] * padding, [1] * len(ids) + [0] * padding
        return {"input_ids": np.array([padded], np.int64), "attention_mask": np.array([mask], np.int64)}

    def logits(self, feed: dict[str, np.ndarray]) -> np.ndarray:
        """One number a class, float32 ``(classes,)``."""
        return self.session.run(None, feed)[0][0]


def probabilities(logits: np.ndarray) -> np.ndarray:
    """The softmax of logits."""
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


def evaluate(classifier: Classifier, folder: Path) -> None:
    """Print how many pictures of each class are right."""
    right = total = 0
    for label in classifier.labels:
        paths = sorted(path for path in (folder / label).glob("**/*") if path.suffix.lower() in PICTURES)
        found = [classifier.labels[classifier.logits(classifier.picture(path)).argmax()] for path in paths]
        right, total = right + found.count(label), total + len(found)
        print(f"{label}: {found.count(label)} of {len(found)}")
    if not total:
        sys.exit(f"There are no pictures in {folder}; it needs one folder for each of {', '.join(classifier.labels)}.")
    print(f"accuracy: {right / total:.2%} of {total}")


def check(classifier: Classifier, folder: Path = EXPORT / "example") -> None:
    """Ask for the example, whose answer is known; exit with 1 where it is another."""
    expected = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    path = folder / expected["input"]
    is_text = classifier.input["type"] == "text"
    feed = classifier.text(path.read_text(encoding="utf-8")) if is_text else classifier.picture(path)
    logits, known = classifier.logits(feed), expected["answers"][classifier.file]
    best = int(logits.argmax())
    same = classifier.labels[best] == known["label"] and np.abs(logits - known["values"]).max() <= known["tolerance"]
    print(f"{path.name}: {classifier.labels[best]} {probabilities(logits)[best]:.1%}")
    print(f"The export says {known['label']} {known['probability']:.1%}: {'the same' if same else 'not the same'}.")
    if not same:
        sys.exit(1)


def main() -> None:
    """Answer what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="*", type=Path)
    parser.add_argument("--text", action="append", default=[])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--file", default="")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    classifier = Classifier(file=wanted.file)
    if wanted.folder:
        evaluate(classifier, wanted.folder)
    if not (wanted.pictures or wanted.text or wanted.folder):
        check(classifier)

    def feeds() -> Iterator[tuple[str, dict[str, np.ndarray]]]:
        yield from ((text, classifier.text(text)) for text in wanted.text)
        yield from ((str(path), classifier.picture(path)) for path in wanted.pictures)

    for name, feed in feeds():
        start = time.perf_counter()
        logits = classifier.logits(feed)
        milliseconds = 1000 * (time.perf_counter() - start)
        best = logits.argsort()[::-1][:3]
        if wanted.json:
            answer = {"name": name, "label": classifier.labels[best[0]], "logits": logits.tolist(), "ms": milliseconds}
            print(json.dumps(answer, ensure_ascii=False))
            continue
        chances = probabilities(logits)
        words = ", ".join(f"{classifier.labels[i]} {chances[i]:.1%}" for i in best)
        print(f"{name}: {words} ({milliseconds:.2f} ms)")


if __name__ == "__main__":
    main()
