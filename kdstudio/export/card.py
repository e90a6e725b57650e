"""The model card: ``README.md`` with the metadata that Hugging Face reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kdstudio.core.deliverable import ClassChange, Deliverable, FileCheck
from kdstudio.core.inputs import ImageInput, InputSpec
from kdstudio.core.lineage import Lineage
from kdstudio.core.phrases import percent
from kdstudio.core.samples import Sample
from kdstudio.export import contents, preparation
from kdstudio.export.example import FOLDER as EXAMPLE
from kdstudio.export.example import Example

_WORST = 5
_SAMPLE = {"android": "kotlin", "iphone": "swift", "browser": "web", "windows-directml": "csharp"}
"""The sample that an app for a target starts from, where it suits the task; elsewhere Python’s."""
DTYPES = {
    "onnx/model.onnx": "fp32",
    "onnx/model_fp16.onnx": "fp16",
    "onnx/model_quantized.onnx": "q8",
    "onnx/model_int8.onnx": "int8",
    "onnx/model_q4.onnx": "q4",
}
"""What Transformers.js calls a file."""


@dataclass(frozen=True)
class Inside:
    """What lies in the folder beside the model files: sample projects, the example, and every file by name."""

    samples: tuple[Sample, ...]
    example: Example
    names: tuple[str, ...]


def card(lineage: Lineage, labels: tuple[str, ...], input: InputSpec, made: Deliverable, inside: Inside) -> str:
    """The text of the card."""
    sections = {
        f"# {lineage.name}": _summary(lineage, labels),
        "## Start here": _start(made, inside),
        "## What is in the folder": contents.rows(inside.names, made),
        "## How the files compare": _files(made),
        "## Worth knowing": (f"- {note}" for note in made.notes),
        "## What each file changed": _changes(made),
        "## Input and output": _input(input, made),
        "## Pictures as they are": _pixels(input, made),
        "## Other formats": _others(made),
        f"## On {made.target_title}": (f"- {line}" for line in made.advice),
        "## On other devices, estimated": _estimates(made),
        "## Use it in an app": _samples(inside.samples, input, made),
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
        library_name="transformers.js",
        pipeline_tag=lineage.task,
        tags=["onnx", "knowledge-distillation"],
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
    yield f"{percent(check.accuracy['test'], 2)}"
    yield f"{percent(check.agreement['test'], 2)}"
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


def _start(made: Deliverable, inside: Inside) -> Iterator[str]:
    """The shortest way from the folder to a right answer."""
    best = made.file(made.recommended)
    assert best is not None
    yield f"1. **Ship** `{best.file}`. {made.reason}"
    ready = made.pixels.file if made.pixels is not None else ""
    if ready:
        yield (
            f"   An app that has pictures ships `{ready}` instead, which is the same model with the preparation of "
            "pictures inside; the samples for C++, C#, Kotlin and Swift use it."
        )
    answer = inside.example.answers[best.file]
    yield (
        f"2. **See it answer.** `{EXAMPLE}/{inside.example.input}` is made up and nobody’s. To it `{best.file}` says "
        f"“{answer.label}” with {percent(answer.probability)}, and so must your app. With Python: `cd samples/python "
        "&& pip install -r requirements.txt && python classify.py`."
    )
    yield (
        f"3. **Build it in.** `samples/{_first(inside.samples, made).name}` shows how, and “Input and output” below "
        f"says what goes in. Then ask your app for the example: `{EXAMPLE}/answers.json` has the whole answers of "
        "every file. Those of `onnx/model.onnx` hardly change with the processor, so a difference beyond its "
        "tolerance means that the app prepares its inputs otherwise."
    )


def _first(samples: tuple[Sample, ...], made: Deliverable) -> Sample:
    known = {sample.name: sample for sample in samples}
    return known.get(_SAMPLE.get(made.target, ""), known["python"])


def _samples(samples: tuple[Sample, ...], input: InputSpec, made: Deliverable) -> Iterator[str]:
    first = _first(samples, made)
    for sample in sorted(samples, key=lambda sample: sample != first):
        yield f"- `samples/{sample.name}` ({sample.language}): {sample.summary} {_how(sample, made)}"
    if any(sample.tokens for sample in samples):
        yield from (
            "",
            "Those that read `tokens.txt` need no library for tokenizers and nothing of their platform’s Unicode: the "
            "file says what this tokenizer does to each character. It was held against the tokenizers library on some "
            "hundred texts of every script when the export was made.",
        )
    yield from ("", *_libraries(input, made))


def _how(sample: Sample, made: Deliverable) -> str:
    """How to run a sample: as a command in its folder, or in words."""
    if sample.by_hand:
        return sample.run
    if not sample.libraries:
        return f"In that folder: `{sample.run}`"
    if made.target == "browser":
        page = f"http://localhost:8000/samples/{sample.name}/"
        return f"In this folder: `python3 -m http.server 8000`, then open `{page}`; any other web server will do."
    return (
        f"KD Studio lends it ONNX Runtime Web and serves it: `{sample.run}` in that folder. Only an export for the "
        "browser carries these 41 MB itself."
    )


def _libraries(input: InputSpec, made: Deliverable) -> Iterator[str]:
    """How the libraries of Hugging Face open the folder."""
    known = [f"`{DTYPES[check.file]}` for {check.title}" for check in made.files if check.file in DTYPES]
    yield (
        "`config.json` and the names of the files are those that Transformers.js and Optimum look for: "
        f"`pipeline(task, folder, {{ dtype }})` opens them by their `dtype`, {', '.join(known)}."
    )
    if made.target == "browser":
        yield (
            'Where none is given it takes `q8` on WebAssembly and `fp32` with `device: "webgpu"`. There give `fp16` '
            "if it was exported and the adapter has `shader-f16`; `q8` would go back to the processor at every layer."
        )
    if made.fixed_shape and not isinstance(input, ImageInput):
        yield "It does not fill up texts to the one length that these files take, so for it export for the browser."
    elif not isinstance(input, ImageInput):
        yield (
            f"Of a text with more than {input.max_length} tokens it keeps no special token at the end, and a Σ that "
            "ends a word it takes for a ς, so those may be answered otherwise than in training."
        )
    if isinstance(input, ImageInput):
        if input.channels == 1:
            yield "It makes no picture gray by itself: give it `(await RawImage.read(file)).grayscale()`."
        yield (
            "Transformers.js shrinks pictures without antialiasing and drops transparency, so its answers to large or "
            "transparent ones differ from those of training; `samples/node` and `samples/web` prepare them rightly."
        )
    yield (
        "`pytorch/` holds the weights as safetensors: a teacher or a starting point for KD Studio, and for "
        "`transformers` where the student is one of its networks."
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
        f"On the {made.examples['test']:,} test examples {best.title} gets {percent(best.accuracy['test'], 2)} right, "
        f"{against} the teacher with {percent(teacher, 2)}. Of its {best.errors:,} errors {inherited:,} are the very "
        f"answers of the teacher (inherited), {best.errors - inherited:,} are its own (new)."
    )
    if worse := _worst(best.teacher_classes):
        yield from ("", f"Classes that lose most against the teacher: {worse}.")


def _worst(changes: tuple[ClassChange, ...]) -> str:
    return ", ".join(f"{c.name} ({c.points:+.1f} points)" for c in changes[:_WORST] if c.points < 0)


def _teacher(lineage: Lineage) -> Iterator[str]:
    origin = lineage.teacher
    if origin.kind == "train":
        yield "The teacher was trained in the same run, on the same data."
    elif origin.name and origin.name == lineage.data.made_by:
        named = f"its licence was given as {origin.licence}" if origin.licence else "its licence was not given"
        yield f"The student learnt the answers of the language model `{origin.name}`; {named}."
    elif origin.name:
        digest = f" (SHA-256 `{origin.sha256}`)" if origin.sha256 else ""
        named = f"its folder names the licence {origin.licence}" if origin.licence else "its folder names no licence"
        fetched = f", fetched from <{origin.source}>" if origin.source else ""
        yield f"The student learnt the answers of `{origin.name}`{digest}{fetched}; {named}."
    if origin.caution:
        yield from ("", origin.caution)
    elif origin.name and origin.kind != "train" and not origin.licence:
        yield from ("", "Find out what its owner allows before you ship the student.")
    yield from (
        "",
        "The student’s own licence is yours to choose, so this page names none. Before you publish it, write "
        "`license:` with its name into the head of this file.",
    )


def _origin(lineage: Lineage) -> Iterator[str]:
    split = ", ".join(f"{count:,} {name}" for name, count in lineage.data.examples.items())
    yield f"- Data: {lineage.data.name or 'the run’s own'}, {split} examples, fingerprint `{lineage.data.fingerprint}`."
    if lineage.data.made_by:
        did = "written and labelled" if lineage.data.texts == "write" else "labelled"
        yield (
            f"- The training examples were {did} by the language model `{lineage.data.made_by}`, and checked by rules "
            f"and perhaps by a person. SHA-256 of what it was told: `{lineage.data.brief}`."
        )
    if lineage.recipe:
        yield (
            f"- Recipe: `recipe.toml`, with seed {lineage.seed}. Set the paths of data and teacher in it to yours, "
            f"then run `{lineage.command}`."
        )
    yield f"- Made with {', '.join(f'{name} {version}' for name, version in lineage.versions.items())}."


def _check() -> Iterator[str]:
    yield "`SHA256SUMS` lists the hash of every file. In this folder, nothing is said where all is well:"
    yield from ("", "```", "sha256sum --check --quiet SHA256SUMS", "```", "")
    yield "On macOS it is `shasum -a 256 --check --quiet SHA256SUMS`."


def _listed(labels: tuple[str, ...]) -> str:
    shown = ", ".join(label.replace("\n", " ") for label in labels[:20])
    return f"{shown} and {len(labels) - 20} more" if len(labels) > 20 else shown


def _input(input: InputSpec, made: Deliverable) -> Iterator[str]:
    yield "What goes in, in this order (`preprocessing.json` says the same as data):"
    yield ""
    for number, step in enumerate(preparation.steps(input, fixed_shape=made.fixed_shape), 1):
        yield f"{number}. {step[0].upper()}{step[1:]}."
    batch = "1" if made.fixed_shape else "batch"
    yield from (
        "",
        f"What comes out: `logits`, float32 `({batch}, classes)`, in the order of `labels.json`; their softmax gives "
        "probabilities.",
    )


def _pixels(input: InputSpec, made: Deliverable) -> Iterator[str]:
    """The file that prepares its pictures itself, or why there is none."""
    check = made.pixels
    if not isinstance(input, ImageInput):
        return
    if check is None:
        yield f"{made.target_title} runs no file that prepares its pictures itself; prepare them as said above."
    elif check.note:
        yield check.note
    else:
        yield (
            f"`{check.file}` ({check.size_bytes:,} bytes) does all of this but the first two steps inside the graph: "
            "`image`, uint8 `(height, width, 3)`, takes the decoded RGB pixels of one picture of any size, and "
            f"`probabilities`, float32 `(classes,)`, are its answer. On {check.pictures:,} test pictures at their "
            f"original size it gave {percent(check.agreement, 2)} of the answers of the file with prepared pictures, "
            f"with probabilities at most {check.largest_difference:.2g} apart."
        )


def _others(made: Deliverable) -> Iterator[str]:
    for other in made.others:
        yield f"- `{other.file}` ({other.title}): {other.note}"
