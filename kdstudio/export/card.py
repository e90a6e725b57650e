"""The model card: ``README.md`` with the metadata that Hugging Face reads."""

from __future__ import annotations

from collections.abc import Iterator

from kdstudio.core.deliverable import ClassChange, Deliverable, FileCheck
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.lineage import Lineage
from kdstudio.core.samples import Sample

_WORST = 5


def card(
    lineage: Lineage, labels: tuple[str, ...], input: InputSpec, made: Deliverable, samples: tuple[Sample, ...] = ()
) -> str:
    """The text of the card; ``samples`` are those in the folder."""
    sections = {
        f"# {lineage.name}": _summary(lineage, labels),
        "## Files": _files(made),
        "## What each file changed": _changes(made),
        "## Input and output": _input(input),
        "## Pictures as they are": _pixels(input, made),
        "## Other formats": _others(made),
        f"## On {made.target_title}": (f"- {line}" for line in made.advice),
        "## On other devices, estimated": _estimates(made),
        "## Use it in an app": _samples(samples),
        "## Intended use and limits": _limits(lineage, made),
        "## Teacher and licence": _teacher(lineage),
        "## Origin, and how to make it again": _origin(lineage),
        "## Check the files": _check(),
    }
    parts = [_metadata(lineage, made)]
    for title, lines in sections.items():
        if text := "\n".join(lines).strip():
            parts.append(f"{title}\n\n{text}\n")
    return "\n".join(parts)


def _metadata(lineage: Lineage, made: Deliverable) -> str:
    """The YAML head (huggingface.co/docs/hub/model-cards)."""
    from huggingface_hub import EvalResult, ModelCardData

    best = made.file(made.recommended)
    results = [
        EvalResult(
            task_type=lineage.task,
            dataset_type="custom",
            dataset_name=lineage.data.name or "the run’s own data",
            dataset_split="test",
            metric_type="accuracy",
            metric_value=round(best.accuracy["test"], 4),
            metric_name=f"Accuracy of {best.file}",
        )
        for best in ([best] if best is not None else [])
    ]
    data = ModelCardData(
        library_name="onnx",
        pipeline_tag=lineage.task,
        tags=["onnx", "knowledge-distillation", "transformers.js"],
        model_name=lineage.name,
        eval_results=results or None,
    )
    return f"---\n{data.to_yaml()}\n---\n"


def _summary(lineage: Lineage, labels: tuple[str, ...]) -> Iterator[str]:
    yield (
        f"A small model for {lineage.task.replace('-', ' ')}, distilled from a larger one with KD Studio. "
        f"It tells {len(labels)} classes apart: {_listed(labels)}."
    )


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


def _changes(made: Deliverable) -> Iterator[str]:
    """What each smaller file changed: how it was made, the classes that suffer, and what to know of it."""
    for check in made.files:
        words = [*check.notes, *(remark.message for remark in check.remarks)]
        if worse := _worst(check.classes):
            words.append(f"Classes that lose most against FP32: {worse}.")
        if words or check.steps:
            yield from (f"### {check.title}", "", *_steps(check), *(f"- {word}" for word in words), "")


def _steps(check: FileCheck) -> Iterator[str]:
    """How the file came about, step by step."""
    for number, step in enumerate(check.steps, 1):
        yield f"{number}. {step[0].upper()}{step[1:]}."
    if check.steps:
        yield ""


def _estimates(made: Deliverable) -> Iterator[str]:
    """What classes of devices are thought to need, never to be taken for a measurement."""
    if not made.estimates:
        return
    files = [check for check in made.files if check.file in made.estimates[0].milliseconds]
    yield f"| one answer on a | {' | '.join(f'{check.title} (estimate)' for check in files)} |"
    yield "|---|" + "--:|" * len(files)
    for estimate in made.estimates:
        times = (f"≈ {estimate.milliseconds[check.file]:.2g} ms" for check in files)
        yield f"| {estimate.device} ({estimate.pace:g}) | {' | '.join(times)} |"
    yield ""
    yield (
        "Estimates, not measurements: the network’s multiply–adds at the billions a second in brackets, a round figure "
        "for one core of such a device, times what each file took of FP32’s time where it was exported. They may be "
        "wrong by a factor of two either way. `samples/benchmark` and the page in `samples/web` measure on a device."
    )


def _samples(samples: tuple[Sample, ...]) -> Iterator[str]:
    for sample in samples:
        yield f"- `samples/{sample.name}` ({sample.language}): {sample.summary} In that folder: `{sample.run}`"
    yield from (
        "",
        "`config.json` and the file names are those that Transformers.js and Optimum look for. `pytorch/` holds the "
        "weights as safetensors: a teacher or a starting point for KD Studio, and for `transformers` where the student "
        "is one of its networks.",
    )


def _limits(lineage: Lineage, made: Deliverable) -> Iterator[str]:
    """What it is for, what was lost against the teacher, and which errors are the teacher’s own."""
    yield lineage.intended_use
    best, teacher = made.file(made.recommended), lineage.teacher.accuracy
    if best is None or teacher is None:
        yield from (
            "",
            "The teacher’s answers to the test examples are not known, so nothing is said of what was lost.",
        )
        return
    lost = 100 * (teacher - best.accuracy["test"])
    against = f"{lost:.1f} points less than" if lost >= 0.05 else "as much as" if lost > -0.05 else "more than"
    inherited = best.inherited_errors or 0
    yield ""
    yield (
        f"On the {made.examples['test']:,} test examples {best.title} gets {best.accuracy['test']:.2%} right, "
        f"{against} the teacher with {teacher:.2%}. Of its {best.errors:,} errors {inherited:,} are the very answers "
        f"of the teacher (inherited), {best.errors - inherited:,} are its own (new)."
    )
    if worse := _worst(best.teacher_classes):
        yield from ("", f"Classes that lose most against the teacher: {worse}.")


def _worst(changes: tuple[ClassChange, ...]) -> str:
    return ", ".join(f"{c.name} ({c.points:+.1f} points)" for c in changes[:_WORST] if c.points < 0)


def _teacher(lineage: Lineage) -> Iterator[str]:
    origin = lineage.teacher
    if origin.kind == "train":
        yield "The teacher was trained in the same run, on the same data."
    elif origin.name:
        digest = f" (SHA-256 `{origin.sha256}`)" if origin.sha256 else ""
        named = f"its folder names the licence {origin.licence}" if origin.licence else "its folder names no licence"
        yield f"The student learnt the answers of `{origin.name}`{digest}; {named}."
    if origin.caution:
        yield from ("", origin.caution)
    elif origin.name and origin.kind != "train" and not origin.licence:
        yield from ("", "Find out what its owner allows before you ship the student.")


def _origin(lineage: Lineage) -> Iterator[str]:
    split = ", ".join(f"{count:,} {name}" for name, count in lineage.data.examples.items())
    yield f"- Data: {lineage.data.name or 'the run’s own'}, {split} examples, fingerprint `{lineage.data.fingerprint}`."
    if lineage.recipe:
        yield (
            f"- Recipe: `recipe.toml`, with seed {lineage.seed}. Set the paths of data and teacher in it to yours, "
            f"then run `{lineage.command}`."
        )
    yield f"- Made with {', '.join(f'{name} {version}' for name, version in lineage.versions.items())}."
    yield (
        "- `lineage.json` holds all of this as data, `measured.json` every figure of this page and more, "
        "`bom.cdx.json` is the bill of materials (CycloneDX) for supply-chain tools."
    )


def _check() -> Iterator[str]:
    yield "`SHA256SUMS` lists the hash of every file. In this folder, nothing is said where all is well:"
    yield from ("", "```", "sha256sum --check --quiet SHA256SUMS", "```", "")
    yield "On macOS it is `shasum -a 256 --check --quiet SHA256SUMS`."


def _listed(labels: tuple[str, ...]) -> str:
    shown = ", ".join(label.replace("\n", " ") for label in labels[:20])
    return f"{shown} and {len(labels) - 20} more" if len(labels) > 20 else shown


def _input(input: InputSpec) -> Iterator[str]:
    if isinstance(input, ImageInput):
        colour = "RGB" if input.channels == 3 else "gray"
        yield (
            f"`pixel_values`, float32 `(batch, {input.channels}, {input.size}, {input.size})`: a {colour} image, "
            f"resized to {input.size} × {input.size} (bilinear, antialiased), divided by 255, minus "
            f"{_numbers(input.mean)}, divided by {_numbers(input.std)}. `preprocessing.json` says the same as data."
        )
    else:
        yield (
            "`input_ids` and `attention_mask`, int64 `(batch, length)`: the tokens that `tokenizer.json` makes of a "
            f"text, cut after {input.max_length}, padded with {input.pad_id}. `preprocessing.json` says the same as "
            "data."
        )
    yield from (
        "",
        "The output `logits`, float32 `(batch, classes)`, is in the order of `labels.json`; its softmax gives "
        "probabilities.",
    )


def _pixels(input: InputSpec, made: Deliverable) -> Iterator[str]:
    """The file that prepares its pictures itself, or why there is none."""
    check = made.pixels
    if not isinstance(input, ImageInput):
        yield "A text becomes tokens outside the graph, with `tokenizer.json` and a tokenizer library."
    elif check is None:
        yield f"{made.target_title} runs no file that prepares its pictures itself; prepare them as said above."
    elif check.note:
        yield check.note
    else:
        yield (
            f"`{check.file}` ({check.size_bytes:,} bytes) does all of the above inside the graph: `image`, uint8 "
            "`(height, width, 3)`, takes the decoded RGB pixels of one picture of any size, and `probabilities`, "
            f"float32 `(classes,)`, are its answer. On {check.pictures:,} test pictures at their original size it gave "
            f"{check.agreement:.2%} of the answers of the file with prepared pictures, with probabilities at most "
            f"{check.largest_difference:.2g} apart."
        )


def _others(made: Deliverable) -> Iterator[str]:
    for other in made.others:
        yield f"- `{other.file}` ({other.title}): {other.note}"


def _numbers(values: tuple[float, ...]) -> str:
    return ", ".join(f"{value:g}" for value in values)
