"""What commands end with: tables and sentences drawn from plain results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import get_args

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kdstudio.cli import words
from kdstudio.core import params
from kdstudio.core.catalog import ArchitectureInfo, MethodInfo
from kdstudio.core.deliverable import Bench, Deliverable
from kdstudio.core.health import Health, full_hint
from kdstudio.core.hub import HubModel
from kdstudio.core.measurement import Measurement
from kdstudio.core.metrics import Evaluation, Report, Variant, verdict
from kdstudio.core.params import Value
from kdstudio.core.prediction import Predictions
from kdstudio.core.preflight import Problem
from kdstudio.core.profile import Estimate, Measured
from kdstudio.core.settings import Setting
from kdstudio.core.synthesis import SynthesisReport
from kdstudio.runs import notes
from kdstudio.runs.record import RunRecord

_MARKS = {"pass": ("✓", "green"), "warn": ("!", "yellow"), "stop": ("✗", "red")}
_CONFUSIONS = 8


def _table(*columns: str, numbers: Iterable[str] = (), long_names: bool = False) -> Table:
    """An empty table. The first column is a name, kept on one line so that it can be copied, unless it is long."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        whole = column == columns[0] and not long_names
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold", no_wrap=whole)
    return table


def _add(table: Table, *cells: str) -> None:
    """Add a row whose texts are never taken for markup."""
    table.add_row(*(Text(cell) for cell in cells))


def results(report: Report, delivered: Deliverable | None = None) -> RenderableType:
    """The result table, the verdict, which file to take, and where the export is."""
    numbers = ("Accuracy", "Size", "Parameters", "Median latency", "Agrees with teacher")
    table = _table("Model", *numbers, numbers=numbers)
    for row in report.rows:
        _add(
            table,
            row.title,
            words.percent(row.accuracy, 2),
            words.size(row.size_bytes),
            words.amount(row.parameters),
            words.milliseconds(row.latency_ms),
            words.percent(row.agreement),
        )
    lines: list[RenderableType] = [table, Text(verdict(report), style="bold")]
    lines += [Text(note, style="yellow") for note in report.notes]
    if delivered is not None and (file := delivered.file(delivered.recommended)):
        lines.append(Text(f"For {delivered.target_title} take {file.file}. {delivered.reason}"))
    if report.export_dir:
        lines.append(Text(f"Exported and verified: {report.export_dir}", no_wrap=True, overflow="ignore"))
    return Group(*lines)


def evaluation(found: Evaluation) -> RenderableType:
    """One model on the test split: every class, what it confuses, how far its confidence can be believed."""
    numbers = ("Precision", "Recall", "F1", "Examples")
    classes = _table("Class", *numbers, numbers=numbers)
    for one in found.classes:
        shares = (words.percent(value) for value in (one.precision, one.recall, one.f1))
        _add(classes, one.name, *shares, words.amount(one.support))
    names = [one.name for one in found.classes]
    counts = [
        (count, names[label], names[guess])
        for label, row in enumerate(found.confusion)
        for guess, count in enumerate(row)
        if label != guess and count
    ]
    lines: list[RenderableType] = [classes, Text(f"Calibration error {words.percent(found.calibration_error)}.")]
    if counts:
        worst = sorted(counts, key=lambda cell: -cell[0])[:_CONFUSIONS]
        lines.append(Text("Most often taken for another class:"))
        lines += [Text(f"  {count} × {label} for {guess}") for count, label, guess in worst]
    return Group(*lines)


def health(found: Health) -> RenderableType:
    """A data check: counts, then one line for each finding with the examples it is about."""
    head = Text(f"{found.path}: {found.examples:,} examples in {len(found.classes)} classes ({found.layout})")
    counts = _table("Class", "Train", "Validation", "Test", numbers=("Train", "Validation", "Test"))
    for one in found.classes:
        _add(counts, one.name, f"{one.train:,}", f"{one.validation:,}", f"{one.test:,}")
    lines: list[RenderableType] = [head, counts] if found.classes else [head]
    if found.split_made:
        lines.append(Text(f"The split was made here, with seed {found.split_seed}."))
    for finding in found.findings:
        mark, style = _MARKS[finding.severity]
        lines.append(Text.assemble((f"{mark} ", style), finding.message, f" {full_hint(finding)}".rstrip()))
        examples = finding.details or tuple(", ".join(group) for group in finding.items)
        lines += [Text(f"    {line}", style="dim") for line in examples[:5]]
        if len(examples) > 5:
            lines.append(Text("    … --json lists all of them.", style="dim"))
    return Group(*lines)


def synthesis(report: SynthesisReport, names: Sequence[str]) -> RenderableType:
    """What a teacher LLM has made: rows by label, why others were dropped, the held-out score, what to know of it."""
    table = _table("Label", "Kept", numbers=("Kept",))
    for name in names:
        _add(table, name, f"{report.kept.get(name, 0):,}")
    lines: list[RenderableType] = [table]
    if report.doubtful:
        lines.append(Text(f"{report.doubtful:,} rows are doubtful and wait for you.", style="yellow"))
    lines += [Text(f"{count:,} texts dropped: {reason}", style="dim") for reason, count in report.dropped.items()]
    if (score := report.held_out) is not None:
        lines.append(
            Text(f"The teacher is right on {score.right} of {score.examples} held-out examples.", style="bold")
        )
    lines += [Text.assemble(("! ", "yellow"), note) for note in report.notes]
    usage = report.usage
    asked = f"{usage.requests:,} requests were sent, {usage.replayed:,} answers were there already"
    lines.append(Text(f"{asked}; {usage.cost:.4f} spent." if usage.cost else f"{asked}.", style="dim"))
    return Group(*lines)


def problems(found: Iterable[Problem]) -> RenderableType:
    """Preflight in words."""
    lines = []
    for problem in found:
        mark, style = _MARKS[problem.severity]
        lines.append(Text.assemble((f"{mark} ", style), f"{problem.message} {problem.hint}".rstrip()))
    return Group(*lines)


def runs(records: Iterable[RunRecord]) -> RenderableType:
    """The run list, newest first."""
    numbers = ("Teacher", "Student", "INT8")
    found = [(record, notes.load(record.folder).tags) for record in records]
    tagged = any(tags for _, tags in found)
    table = _table("Run", "State", "Started", *numbers, *(["Tags"] if tagged else []), numbers=numbers)
    for record, tags in found:
        rows = [record.report.row(variant) if record.report else None for variant in ("teacher", "student", "int8")]
        _add(
            table,
            record.name,
            record.state,
            f"{datetime.fromtimestamp(record.started):%Y-%m-%d %H:%M}",
            *(words.percent(row.accuracy if row else None) for row in rows),
            *([", ".join(tags)] if tagged else []),
        )
    return table


def architectures(found: Iterable[ArchitectureInfo]) -> RenderableType:
    """Networks by name, with their size for the reference input."""
    numbers = ("Parameters", "Size", "Multiply–adds")
    table = _table("Name", "Family", "Input", *numbers, numbers=numbers)
    for info in found:
        figures = info.figures
        _add(
            table,
            info.name,
            info.family,
            figures.input,
            words.amount(figures.parameters),
            words.size(figures.size_bytes),
            words.amount(figures.multiply_adds),
        )
    return table


def measured(found: Iterable[Measured]) -> RenderableType:
    """Networks as measured on this machine."""
    numbers = ("Parameters", "Size", "Multiply–adds", "One example")
    table = _table("Name", *numbers, numbers=numbers)
    for one in found:
        figures = (words.amount(one.parameters), words.size(one.size_bytes), words.amount(one.multiply_adds))
        _add(table, one.name, *figures, words.milliseconds(one.latency_ms))
    return table


def estimate(found: Estimate) -> RenderableType:
    """What a run will take, phase by phase."""
    table = _table("Phase", "Time", numbers=("Time",))
    for phase, seconds in found.phases.items():
        if seconds:
            _add(table, phase, words.duration(seconds))
    whole = f"About {words.duration(found.seconds)}, {words.size(found.memory_bytes)} of memory and "
    return Group(table, Text(f"{whole}{words.size(found.disk_bytes)} on disk.", style="bold"))


def settings(found: Iterable[Setting]) -> RenderableType:
    """Every setting with its type, range, default and explanation."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for setting in found:
        spec = setting.spec
        default = params.show(spec.default)
        details = f" [{spec.takes()}{f'; default {default}' if default else ''}]"
        table.add_row(Text(setting.address, style="cyan"), Text.assemble(spec.help, (details, "dim")))
    return table


def answers(found: Mapping[str, Predictions]) -> RenderableType:
    """Several models on the same inputs, one line for each input."""
    table = _table("Input", *found, long_names=True)
    for items in zip(*(one.items for one in found.values()), strict=True):
        cells = (item.problem or f"{item.label} {words.percent(item.scores[0][1])}" for item in items)
        _add(table, items[0].input, *cells)
    return table


def predictions(found: Predictions) -> RenderableType:
    """Inputs and answers."""
    table = _table("Input", "Answer", "Sure", "Time", numbers=("Sure", "Time"), long_names=True)
    for item in found.items:
        sure = item.scores[0][1] if item.scores else None
        answer = item.label if not item.problem else f"✗ {item.problem}"
        _add(table, item.input, answer, words.percent(sure), words.milliseconds(item.milliseconds))
    return table


def bench(found: Bench) -> RenderableType:
    """The files of an export with their times on this machine."""
    threads = [timing.threads for timing in found.files[0].timings] if found.files else []
    times = [f"{count} thread{'s' if count > 1 else ''}" for count in threads]
    numbers = ("Size", *times, "95 % within", "Opens in", "Memory")
    table = _table("File", *numbers, numbers=numbers)
    for file in found.files:
        footprint = file.footprint
        _add(
            table,
            file.title,
            words.size(file.size_bytes),
            *(words.milliseconds(timing.median_ms) for timing in file.timings),
            words.milliseconds(file.timings[0].p95_ms),
            words.milliseconds(footprint.load_ms if footprint else None),
            words.size(footprint.memory_bytes if footprint else None),
        )
    return Group(table, Text(f"Medians of single answers on {found.processor}, all files in turn.", style="dim"))


def measurement(found: Measurement) -> RenderableType:
    """What another device measured."""
    numbers = ("Median", "95 % within", "Opens in", "First answer")
    table = _table("File", *numbers, numbers=numbers)
    for file in found.files:
        times = (file.median_ms, file.p95_ms, file.load_ms, file.first_ms)
        name = f"{file.file} on the graphics processor" if file.on == "gpu" else file.file
        _add(table, name, *map(words.milliseconds, times))
    graphics = f" Graphics processor: {found.graphics}." if found.graphics else ""
    return Group(table, Text(f"{found.device}: {found.runtime}, threads: {found.threads}.{graphics}", style="dim"))


def hub(found: HubModel) -> RenderableType:
    """The files of a model on the hub, and what it says of itself."""
    table = _table("File", "Size", numbers=("Size",))
    for file in found.files:
        _add(table, file.name, words.size(file.size_bytes))
    told = [f"{found.id} at {found.commit[:8]}", f"licence: {found.licence or 'not said'}", found.task]
    about = f"{', '.join(filter(None, told))}. {words.size(found.size_bytes)} in all."
    return Group(table, Text(about))


def methods(found: Iterable[MethodInfo]) -> RenderableType:
    """Distillation methods and their sources."""
    table = _table("Name", "What it does", "Paper")
    for info in found:
        _add(table, info.name, f"{info.title}: {info.summary}", info.paper)
    return table


def differences(one: RunRecord, two: RunRecord, found: Mapping[str, tuple[Value, Value]]) -> RenderableType:
    """The settings in which two runs differ."""
    table = _table("Setting", one.name, two.name)
    for address, values in found.items():
        _add(table, address, *(params.show(value) for value in values))
    return table


def side_by_side(one: RunRecord, two: RunRecord) -> RenderableType:
    """The accuracies of two runs."""
    table = _table("Accuracy", one.name, two.name, numbers=(one.name, two.name))
    for variant in get_args(Variant):
        rows = [record.report.row(variant) if record.report else None for record in (one, two)]
        if any(rows):
            _add(table, variant, *(words.percent(row.accuracy if row else None, 2) for row in rows))
    return table
