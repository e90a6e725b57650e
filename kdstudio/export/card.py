"""The model card: ``README.md`` with the metadata that Hugging Face reads."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.recipe import TaskKind
from kdstudio.export.verification import FileCheck

_TITLES = {"fp32": "FP32", "int8": "INT8"}


def card(task: TaskKind, labels: tuple[str, ...], input: InputSpec, name: str, checks: Sequence[FileCheck]) -> str:
    """The text of the card."""
    head = ["---", "library_name: onnx", f"pipeline_tag: {task}", "tags:", "- onnx", "- knowledge-distillation", "---"]
    table = ["| file | size | accuracy on the test split | answers as FP32 |", "|---|--:|--:|--:|"]
    for check in checks:
        table.append(
            f"| `{check.file}` ({_TITLES[check.variant]}) | {check.size_bytes:,} bytes "
            f"| {check.accuracy['test']:.2%} | {check.agreement['test']:.2%} |"
        )
    notes = [f"- {note}" for check in checks for note in check.notes]
    return "\n".join(
        [
            *head,
            "",
            f"# {name}",
            "",
            f"A small model for {task.replace('-', ' ')}, distilled from a larger one with KD Studio. "
            f"It tells {len(labels)} classes apart: {_listed(labels)}.",
            "",
            "## Files",
            "",
            *table,
            "",
            "Both files were measured in ONNX Runtime after they were written. `SHA256SUMS` lists every file’s hash.",
            *(["", *notes] if notes else []),
            "",
            "## Input and output",
            "",
            _input(input),
            "",
            "The output `logits`, float32 `(batch, classes)`, is in the order of `labels.json`; "
            "its softmax gives probabilities.",
            "",
            "## Origin",
            "",
            "`lineage.json` names the teacher, the data, the settings and the versions of all programs.",
            "",
        ]
    )


def _listed(labels: tuple[str, ...]) -> str:
    shown = ", ".join(json.dumps(label, ensure_ascii=False).strip('"') for label in labels[:20])
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
