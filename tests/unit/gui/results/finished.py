"""A finished run made by hand: report, answers and pictures as a worker writes them."""

from __future__ import annotations

import io

import msgspec
import numpy as np
from PySide6.QtGui import QImage

from kdstudio.core.metrics import ClassScore, Evaluation, Report, Robustness, Row
from kdstudio.core.recipe import Recipe
from kdstudio.protocol.events import JobFinished
from kdstudio.runs.files import write_atomic
from kdstudio.runs.layout import RunFolder
from tests.unit.gui.worker_at import new_run, worker_at

NAMES = ("cat", "dog", "owl")
LABELS = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2])
GUESSES = {
    "teacher": [0, 0, 0, 1, 1, 1, 1, 1, 2, 2],
    "control": [0, 0, 1, 1, 1, 1, 0, 1, 2, 0],
    "student": [0, 0, 2, 1, 1, 1, 1, 0, 2, 2],
    "int8": [0, 0, 2, 1, 1, 1, 1, 0, 2, 1],
}
"""Row 3 is a mistake that the teacher makes too; rows 2 and 7 are new."""


WORSE = tuple(
    Robustness(name=name, title=title, examples=10, accuracy={"teacher": share, "int8": share - 0.2})
    for name, title, share in (("clean", "As they are", 0.9), ("noise", "Noise", 0.7))
)


def logits_of(variant: str) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    logits = np.zeros((len(LABELS), 3), dtype=np.float32)
    for row, guess in enumerate(GUESSES[variant]):
        logits[row, guess] = 1.0 + row / 4
    return logits


def report_of(variants: tuple[str, ...] = tuple(GUESSES)) -> Report:
    rows, evaluations = [], {}
    teacher = np.array(GUESSES["teacher"])
    for place, variant in enumerate(variants):
        guess = np.array(GUESSES[variant])
        accuracy = float((guess == LABELS).mean())
        agreement = float((guess == teacher).mean())
        rows.append(
            Row(
                variant=variant,  # type: ignore[arg-type] # one of the variants
                title=variant.title(),
                accuracy=accuracy,
                size_bytes=4_000_000 // (place + 1) ** 2,
                parameters=1_000_000 // (place + 1),
                latency_ms=8.0 / (place + 1),
                latency_p95_ms=9.0,
                agreement=agreement,
                path="artifacts/export/onnx/model_quantized.onnx" if variant == "int8" else "",
            )
        )
        confusion = np.zeros((3, 3), dtype=int)
        np.add.at(confusion, (LABELS, guess), 1)
        evaluations[variant] = Evaluation(
            split="test",
            examples=len(LABELS),
            accuracy=accuracy,
            loss=0.5,
            calibration_error=0.12,
            agreement=agreement,
            classes=tuple(ClassScore(name=n, precision=0.5, recall=0.6, f1=0.55, support=3) for n in NAMES),
            confusion=tuple(tuple(int(c) for c in line) for line in confusion),
            reliability=((0.5, 0.4, 4), (0.9, 0.8, 6)),
        )
    return Report(
        rows=tuple(rows), evaluations=evaluations, export_dir="", labels=NAMES, notes=("A note.",), robustness=WORSE
    )


def finished_run(recipe: Recipe | None = None, *, answers: bool = True, report: Report | None = None) -> RunFolder:
    """A job folder in the test's own workspace that ended well."""
    folder = new_run(recipe or Recipe(name="Animals"))
    with worker_at(folder) as worker:
        worker.begin()
        worker.say(JobFinished(outcome="done"))
    write_atomic(folder.artifacts / "report.json", msgspec.json.encode(report or report_of()))
    if answers:
        buffer = io.BytesIO()
        logits = {f"{variant}_logits": logits_of(variant) for variant in GUESSES}
        traits = {"trait_brightness": np.arange(len(LABELS), dtype=np.float32) / 10}
        columns = {"column_station": np.array(["north", "south"] * 5)}
        ids = np.array([f"test/{row}" for row in range(len(LABELS))], dtype=np.str_)
        np.savez_compressed(buffer, allow_pickle=False, **logits, **traits, **columns, labels=LABELS, ids=ids)
        write_atomic(folder.artifacts / "predictions.npz", buffer.getvalue())
        (folder.artifacts / "test").mkdir()
        shown = {}
        for row in range(len(LABELS)):
            image = QImage(28, 28, QImage.Format.Format_Grayscale8)
            image.fill(20 * row)
            image.save(str(folder.artifacts / "test" / f"{row:06d}.png"))
            shown[row] = {"image": f"artifacts/test/{row:06d}.png", "text": ""}
        write_atomic(folder.artifacts / "mistakes.json", msgspec.json.encode(shown))
    return folder
