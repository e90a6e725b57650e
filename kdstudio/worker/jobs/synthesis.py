"""Have a teacher LLM write or label examples, hold it against a person's, and write the data set."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import msgspec

import kdstudio
from kdstudio.core import brief
from kdstudio.core.job import SynthesisJob
from kdstudio.core.synthesis import HeldOutScore, Origin, Row, Synthesis, SynthesisReport
from kdstudio.export import licence
from kdstudio.protocol.events import RowsMade
from kdstudio.runs.files import recover
from kdstudio.runs.files import sha256 as hash_of
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace
from kdstudio.synthesis import dataset, given, held_out
from kdstudio.synthesis import label as labels
from kdstudio.synthesis.chat import Teacher
from kdstudio.synthesis.generate import Generation
from kdstudio.synthesis.sift import Reason, Sieve
from kdstudio.synthesis.teacher import Recorded, open_teacher
from kdstudio.worker.artifacts import write_json
from kdstudio.worker.context import Context

_SAY_SECONDS = 0.1
_FEW = 20
"""Rows of a label below which a student hardly learns it."""


def run(job: SynthesisJob, folder: RunFolder, context: Context) -> None:
    """Make the rows of a pilot or of the full run. A run that is started again takes what was answered from the ledger.

    Raises:
        KDError: ``RECIPE_INVALID`` where the brief lacks something, and what the teacher and the files raise.
    """
    begun, place = time.monotonic(), TaskFolder(Path(job.task))
    recover(place.examples)
    context.phase("connect")
    task = _task(place, job)
    examples = held_out.checked(place.read_held_out(), task.brief.names, place.held_out)
    texts = _texts(task, context)
    with (
        open_teacher(task.llm, context, answers=Workspace().answers, cap=task.generate.spend_cap) as teacher,
        ThreadPoolExecutor(task.llm.parallel, "ask") as pool,
    ):
        try:
            made = _Made(job, place, task, examples, teacher, pool, context)
            context.phase("write")
            wanted = made.write() if texts is None else made.label(texts)
            context.phase("held-out")
            made.hold_against(begun, wanted)
        finally:
            pool.shutdown(cancel_futures=True)


def _task(place: TaskFolder, job: SynthesisJob) -> Synthesis:
    task = place.settled(job.changes)
    brief.require(task.brief)
    return task


def _texts(task: Synthesis, context: Context) -> tuple[str, ...] | None:
    """The person's own texts, or None where the teacher is to write them."""
    if task.generate.source == "write":
        return None
    found = given.read(Path(task.generate.texts))
    if found.unreadable:
        few = "; ".join(found.unreadable[:3])
        context.notice("unreadable", f"{len(found.unreadable):,} rows have no usable text: {few}", "They are left out.")
    return found.texts


class _Made:
    """The job's work on one task."""

    def __init__(
        self,
        job: SynthesisJob,
        place: TaskFolder,
        task: Synthesis,
        examples: list[tuple[str, str]],
        teacher: Recorded,
        pool: ThreadPoolExecutor,
        context: Context,
    ) -> None:
        self._pilot = job.stage == "pilot"
        self._stage = job.stage
        self._place, self._task, self._teacher, self._pool, self._context = place, task, teacher, pool, context
        self._reviews = place.read_reviews()
        self._held_out = examples
        self._rows = _Rows(teacher, context)
        sieve = Sieve(
            task.brief,
            [text for text, _ in examples],
            max_words=task.generate.max_words,
            given=task.generate.source == "label",
        )
        self._made = Generation(task, teacher, sieve, self._reviews, pool, self._rows.say, pilot=self._pilot)

    def write(self) -> int:
        """Have texts written; gives how many rows were wanted."""
        count, spec = len(self._task.brief.labels), self._task.generate
        wanted = [spec.per_class] * count
        if self._pilot:
            wanted = [spec.pilot // count + (number < spec.pilot % count) for number in range(count)]
        self._made.write(wanted, lambda done: self._context.progress(done, sum(wanted), "rows"))
        self._rows.flush()
        if not self._pilot:
            self._say_what_is_short(wanted[0])
        return sum(wanted)

    def label(self, texts: Sequence[str]) -> int:
        """Have given texts labelled; gives how many there are."""
        texts = texts[: self._task.generate.pilot] if self._pilot else texts
        self._made.label(texts, lambda done: self._context.progress(done, len(texts), "rows"))
        self._rows.flush()
        return len(texts)

    def hold_against(self, begun: float, wanted: int) -> None:
        """Label the held-out examples, write the data set of a full run, and say what came of it all."""
        names, brief = self._task.brief.names, self._task.brief
        taken = [(row.text, row.label) for row in self._rows.told.values() if row.why == Reason.TAKEN]
        examples = [*self._held_out, *taken]
        answers = []
        for shares in self._pool.map(lambda example: labels.decide(self._teacher, brief, example[0]), examples):
            answers.append(shares)
            self._context.progress(len(answers), len(examples), "examples")
        self._rows.flush(ending=True)
        score = held_out.score(examples, answers, names)
        rows = list(self._made.rows.values())
        kept = [row for row in rows if row.state == "kept"]
        report = SynthesisReport(
            stage=self._stage,
            wanted=wanted,
            kept={name: sum(row.label == name for row in kept) for name in names},
            doubtful=sum(row.state == "doubtful" for row in rows),
            dropped={str(reason): count for reason, count in self._made.dropped.most_common()},
            usage=self._teacher.usage,
            seconds=time.monotonic() - begun,
            held_out=score,
            notes=tuple(self._notes(kept, examples, score)),
        )
        self._context.phase("save")
        dataset.write_table(self._place.path / "rows.csv", self._rows.told.values())
        if not self._pilot:
            train = dataset.training(kept, names)
            test = dataset.held_out(examples, answers, names)
            dataset.write(self._place.examples, train, test, names, self._origin(report, kept))
            report = msgspec.structs.replace(
                report,
                data=str(self._place.examples),
                predictions=str(self._place.examples / dataset.PREDICTIONS),
            )
        self._context.progress(1, 1, "data set")
        write_json(self._context, "synthesis", report)

    def _notes(
        self, kept: Sequence[Row], examples: Sequence[tuple[str, str]], score: HeldOutScore | None
    ) -> Iterator[str]:
        if caution := self._caution:
            yield caution
        plain = None if self._pilot else held_out.baseline(kept, examples)
        yield from held_out.notes(score, examples, plain)
        if not self._pilot:
            few = [name for name in self._task.brief.names if sum(row.label == name for row in kept) < _FEW]
            if few:
                yield f"Too few rows to learn from (below {_FEW}): {', '.join(few)}."

    def _say_what_is_short(self, wanted: int) -> None:
        rows = [row for row in self._made.rows.values() if row.state == "kept"]
        for name in self._task.brief.names:
            count = sum(row.label == name for row in rows)
            if count < wanted:
                self._context.notice(
                    "rows-short",
                    f"“{name}” has {count:,} of {wanted:,} rows: the teacher writes nothing new that passes.",
                    "Decide on the doubtful rows, add topics, or choose a larger teacher.",
                )

    @property
    def _caution(self) -> str:
        return licence.caution(self._task.llm.licence) or licence.caution(self._teacher.model)

    def _origin(self, report: SynthesisReport, kept: Sequence[Row]) -> Origin:
        llm = self._task.llm
        return Origin(
            model=self._teacher.model,
            kind=llm.kind,
            address=llm.address if llm.kind == "endpoint" else "",
            licence=llm.licence,
            caution=self._caution,
            texts=self._task.generate.source,
            brief=sha256(msgspec.json.encode(self._task.brief)).hexdigest(),
            answers=hash_of(self._teacher.ledger),
            reviewed=sum(row.id in self._reviews for row in kept),
            held_out=report.held_out,
            usage=report.usage,
            kdstudio=kdstudio.__version__,
        )


class _Rows:
    """Tells clients of rows, at most ten times a second, and keeps the newest of each id."""

    def __init__(self, teacher: Teacher, context: Context) -> None:
        self.told: dict[str, Row] = {}
        self._teacher, self._context = teacher, context
        self._waiting: list[Row] = []
        self._said = float("-inf")

    def say(self, row: Row) -> None:
        """Tell of a row soon."""
        self.told[row.id] = row
        self._waiting.append(row)
        if time.monotonic() - self._said >= _SAY_SECONDS:
            self.flush()

    def flush(self, *, ending: bool = False) -> None:
        """Tell of all rows now, and at the end of what was asked since the last of them."""
        if self._waiting or ending:
            self._context.emit(RowsMade(rows=tuple(self._waiting), usage=self._teacher.usage))
        self._waiting, self._said = [], time.monotonic()
