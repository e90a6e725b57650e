"""The model card: ``README.md`` with the metadata that Hugging Face reads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kdstudio.core.deliverable import Deliverable, FileCheck
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.recipe import TaskKind
from kdstudio.export.bundle import INTENDED_USE


def card(
    task: TaskKind, labels: tuple[str, ...], input: InputSpec, name: str, made: Deliverable, caution: str = ""
) -> str:
    """The text of the card; ``caution`` is what the teacher’s licence has to say."""
    return "\n".join(
        [
            *_metadata(task, name, made),
            "",
            f"# {name}",
            "",
            f"A small model for {task.replace('-', ' ')}, distilled from a larger one with KD Studio. "
            f"It tells {len(labels)} classes apart: {_listed(labels)}.",
            "",
            "## Files",
            "",
            *_files(made),
            "",
            *_lost(made),
            "## Input and output",
            "",
            _input(input),
            "",
            "The output `logits`, float32 `(batch, classes)`, is in the order of `labels.json`; "
            "its softmax gives probabilities.",
            "",
            f"## On {made.target_title}",
            "",
            *(f"- {line}" for line in made.advice),
            "",
            "## Intended use and limits",
            "",
            *_limits(made),
            "",
            *([caution, ""] if caution else []),
            "## Origin",
            "",
            "`lineage.json` names the teacher, the data, the settings and the versions of all programs; "
            "`measured.json` holds every figure of this page and more. `SHA256SUMS` lists every file’s hash.",
            "",
        ]
    )


def _metadata(task: TaskKind, name: str, made: Deliverable) -> Iterator[str]:
    """The YAML head (huggingface.co/docs/hub/model-cards): values are JSON strings, which are YAML too."""
    best = made.file(made.recommended)
    yield from ("---", "library_name: onnx", f"pipeline_tag: {task}", "tags:", "- onnx", "- knowledge-distillation")
    if best is not None:
        yield from (
            "model-index:",
            f"- name: {json.dumps(name, ensure_ascii=False)}",
            "  results:",
            "  - task:",
            f"      type: {task}",
            "    dataset:",
            "      name: the run’s own data",
            "      type: custom",
            "      split: test",
            "    metrics:",
            "    - type: accuracy",
            f"      value: {best.accuracy['test']:.4f}",
        )
    yield "---"


def _files(made: Deliverable) -> Iterator[str]:
    threads = made.files[0].timings[-1].threads if made.files[0].timings else 1
    head = ["file", "size", "accuracy", "as FP32", "calibration error", "1 thread, median / p95"]
    head += [f"{threads} threads"] if threads > 1 else []
    head += ["opens in", "memory"]
    yield f"| {' | '.join(head)} |"
    yield "|---|" + "--:|" * (len(head) - 1)
    for check in made.files:
        yield f"| {' | '.join(_row(check, made.recommended))} |"
    yield ""
    yield (
        f"Accuracy, agreement with FP32 and calibration error are of the test split, measured on the files themselves. "
        f"Times are of single answers on {made.processor}, all files in turn in one process."
    )
    yield ""
    yield f"**Recommended:** {made.reason}"


def _row(check: FileCheck, recommended: str) -> Iterator[str]:
    mark = " ★" if check.variant == recommended else ""
    yield f"`{check.file}` ({check.title}){mark}"
    yield f"{check.size_bytes:,} bytes"
    yield f"{check.accuracy['test']:.2%}"
    yield f"{check.agreement['test']:.2%}"
    yield f"{check.calibration_error['test']:.3f}"
    for place, timing in enumerate(check.timings):
        yield f"{timing.median_ms:.2f} / {timing.p95_ms:.2f} ms" if place == 0 else f"{timing.median_ms:.2f} ms"
    if check.footprint:
        yield f"{check.footprint.load_ms:.0f} ms"
        yield f"{check.footprint.memory_bytes / 1e6:.0f} MB"


def _lost(made: Deliverable) -> Iterator[str]:
    """What each smaller file changed: how it was made, the classes that suffer, and what to know of it."""
    for check in made.files:
        words = [*_steps(check), *check.notes, *(remark.message for remark in check.remarks)]
        worse = [f"{c.name} ({c.points:+.1f} points)" for c in check.classes if c.points < 0][:3]
        if worse:
            words.append(f"Classes that lose most against FP32: {', '.join(worse)}.")
        if words or check.steps:
            yield from (f"### {check.title}", "", *_steps(check), *(f"- {word}" for word in words), "")


def _steps(check: FileCheck) -> Iterator[str]:
    """How the file came about, step by step."""
    for number, step in enumerate(check.steps, 1):
        yield f"{number}. {step[0].upper()}{step[1:]}."
    if check.steps:
        yield ""


def _limits(made: Deliverable) -> Iterator[str]:
    """What it is for, what was lost against the teacher, and which errors are the teacher’s own."""
    yield INTENDED_USE
    best, teacher = made.file(made.recommended), made.teacher_accuracy.get("test")
    if best is None or teacher is None:
        return
    lost = 100 * (teacher - best.accuracy["test"])
    against = f"{lost:.1f} points less than" if lost >= 0.05 else "as much as"
    yield ""
    yield (
        f"On the {made.examples['test']:,} test examples {best.title} gets {best.accuracy['test']:.2%} right, "
        f"{against} the teacher with {teacher:.2%}. Of its {best.errors:,} errors {best.inherited_errors or 0:,} are "
        "the teacher’s own."
    )


def _listed(labels: tuple[str, ...]) -> str:
    shown = ", ".join(label.replace("\n", " ") for label in labels[:20])
    return f"{shown} and {len(labels) - 20} more" if len(labels) > 20 else shown


def _input(input: InputSpec) -> str:
    if isinstance(input, ImageInput):
        colour = "RGB" if input.channels == 3 else "gray"
        return (
            f"`pixel_values`, float32 `(batch, {input.channels}, {input.size}, {input.size})`: a {colour} image, "
            f"resized to {input.size} × {input.size} (bilinear, antialiased), divided by 255, minus "
            f"{_numbers(input.mean)}, divided by {_numbers(input.std)}. `preprocessing.json` says the same as data."
        )
    return (
        "`input_ids` and `attention_mask`, int64 `(batch, length)`: the tokens that `tokenizer.json` makes of a text, "
        f"cut after {input.max_length}, padded with {input.pad_id}. `preprocessing.json` says the same as data."
    )


def _numbers(values: tuple[float, ...]) -> str:
    return ", ".join(f"{value:g}" for value in values)
