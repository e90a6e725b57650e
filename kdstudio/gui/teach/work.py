"""The rows of the open task: the jobs that make them, what a person says of them, and the held-out set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kdstudio.client import keys
from kdstudio.client.session import Session
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import SynthesisJob
from kdstudio.core.recipe import Recipe
from kdstudio.core.synthesis import Review, Row, SynthesisReport
from kdstudio.gui import background
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.teach import past
from kdstudio.gui.teach.past import Example, Log, Past, Stage
from kdstudio.protocol.secrets import Secret
from kdstudio.runs.files import discard
from kdstudio.runs.record import RunState
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

Step = Literal["pilot", "busy", "resume", "rate", "full", "update", "done"]
"""What is next: write the pilot, wait, go on, rate the pilot, write all, take decisions over, go on to the data."""


@dataclass(frozen=True)
class Tally:
    """Rows of the newest stage, counted by state, the kept ones by label, the dropped ones by reason."""

    states: Counter[str]
    kept: Counter[str]
    dropped: Counter[str]
    waiting: int


class Work(QObject):
    """``moved`` comes when a job moves on, ``judged`` when a person has said something of a row or the held-out set."""

    moved = Signal()
    judged = Signal()
    ended = Signal(str)  # a stage's job has ended that was started here
    trouble = Signal(object)  # a KDError

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.folder: TaskFolder | None = None
        self.jobs: dict[Stage, RunModel] = {}
        self._tally: Tally | None = None
        self.moved.connect(self._recount)  # before anybody else hears of it
        self.judged.connect(self._recount)
        self._forget()

    def _forget(self) -> None:
        for job in self.jobs.values():
            job.close()
            job.deleteLater()
        self.jobs = {}
        self.reports: dict[Stage, SynthesisReport] = {}
        self.reviews: dict[str, Review] = {}
        self.held_out: list[Example] = []
        self.stale = False
        self._before: Mapping[str, Row] = {}
        self._log = Log()
        self._ending: set[RunModel] = set()  # whose reports are being read

    def open(self, folder: TaskFolder | None) -> None:
        """Look at another task, or at none; what is there of it comes a moment later."""
        if folder is not None and folder == self.folder:
            return
        self._forget()
        self.folder = folder
        self.moved.emit()
        self.judged.emit()
        if folder is not None:
            workspace = self._workspace
            background.run(lambda: past.read(workspace, folder), lambda found: self._on_read(folder, found), self._fail)

    def _on_read(self, folder: TaskFolder, found: Past) -> None:
        if folder != self.folder:
            return
        self.reviews, self.held_out = found.reviews | self.reviews, found.held_out or self.held_out
        self.stale = found.stale
        if found.problem is not None:
            self.trouble.emit(found.problem)
        for stage, job in found.jobs.items():
            if stage not in self.jobs:
                self._follow(stage, RunModel.attach(job, self))
                if stage in found.reports:
                    self.reports[stage] = found.reports[stage]
        self.moved.emit()
        self.judged.emit()

    # the jobs

    @property
    def stage(self) -> Stage | None:
        """The newest stage that was begun."""
        return "full" if "full" in self.jobs else "pilot" if "pilot" in self.jobs else None

    @property
    def job(self) -> RunModel | None:
        """The job of that stage."""
        return self.jobs[self.stage] if self.stage is not None else None

    @property
    def busy(self) -> bool:
        """Whether the job is at work, about to be, or has only just ended."""
        job = self.job
        return job is not None and (not job.view.ended or job.following or job in self._ending)

    def live(self) -> list[RunModel]:
        """The job, while it is at work."""
        return [self.job] if self.job is not None and self.busy else []

    @property
    def rows(self) -> Mapping[str, Row]:
        """The rows of the newest stage; while it is done over, the former ones until there are as many."""
        rows = self.job.view.rows if self.job is not None else {}
        return self._before if self.busy and len(rows) < len(self._before) else rows

    @property
    def report(self) -> SynthesisReport | None:
        """What came of the newest stage, once it is done."""
        return self.reports.get(self.stage) if self.stage is not None and not self.busy else None

    def start(self, stage: Stage, folder: TaskFolder, name: str) -> None:
        """Have a stage's rows made, anew where it was done before: what was answered already costs nothing."""
        self.open(folder)
        log = self._log
        background.run(lambda: log.write(folder), lambda _: self._start(stage, folder, name), self._fail)

    def _start(self, stage: Stage, folder: TaskFolder, name: str) -> None:
        if folder != self.folder or self.busy:
            return
        old = self.jobs.pop(stage, None)
        self._before = dict(old.view.rows) if old is not None else {}
        self.reports.pop(stage, None)
        job = SynthesisJob(task=str(folder.path), stage=stage)
        made = RunModel.start(self._workspace, job, Recipe(name=name), self)
        if old is not None:
            self._replace(old, made)
        self.stale = self.stale and stage == "pilot"
        self._follow(stage, made)
        self.moved.emit()

    def _replace(self, old: RunModel, new: RunModel) -> None:
        """The new job's rows hold all of the old one's, so its folder is of no use once the new one is done."""
        place = old.folder
        old.close()
        old.deleteLater()

        def done() -> None:
            if place is not None and new.view.state is RunState.DONE:
                background.run(lambda: discard(place.path), lambda _: None)

        new.ended.connect(done)

    def go_on(self) -> None:
        """Go on with a job that was interrupted or stopped, or failed for a reason that is mended."""
        job, stage = self.job, self.stage
        if job is None or stage is None or job.folder is None or self.busy:
            return
        self._before = dict(job.view.rows)
        job.close()
        job.deleteLater()
        self._follow(stage, RunModel.resume(job.folder, self))
        self.moved.emit()

    def hand_over(self, address: str) -> None:
        """Give a worker that waits for it the new key of an address, and have it go on."""
        job = self.job
        if job is None or not self.busy:
            return

        def give(session: Session) -> None:
            session.hand_over(Secret(address, keys.find(address)))

        job.ask(give)
        if job.view.state is RunState.PAUSED:
            job.go_on()

    def _follow(self, stage: Stage, job: RunModel) -> None:
        self.jobs[stage] = job
        job.changed.connect(self.moved)
        job.trouble.connect(self.trouble)
        job.ended.connect(lambda: self._on_ended(stage, job))

    def _on_ended(self, stage: Stage, job: RunModel) -> None:
        if self.jobs.get(stage) is not job:
            return
        folder = job.folder
        if job.view.state is RunState.DONE and folder is not None and stage not in self.reports:
            self._ending.add(job)
            background.run(lambda: past.report(folder), lambda report: self._on_report(stage, job, report), self._fail)
        else:
            self._tell_end(stage, job)

    def _on_report(self, stage: Stage, job: RunModel, report: SynthesisReport | None) -> None:
        self._ending.discard(job)
        if self.jobs.get(stage) is job:
            if report is not None:
                self.reports[stage] = report
            self._before = {}
            self._tell_end(stage, job)

    def _tell_end(self, stage: Stage, job: RunModel) -> None:
        self.moved.emit()
        if job.started_here:
            self.ended.emit(stage)

    # what a person says

    def review(self, row: Row, label: str, *, held_out: bool = False) -> None:
        """Say what the right label of a row is; an empty one leaves it out."""
        said = Review(id=row.id, label=label, held_out=held_out)
        if self.folder is None or self.reviews.get(row.id) == said:
            return
        self.reviews[row.id] = said
        self._log.add(said)
        self.stale = self.stale or "full" in self.reports
        self._keep(self.folder)
        self.judged.emit()

    def _keep(self, folder: TaskFolder) -> None:
        log = self._log
        background.run(lambda: log.write(folder), lambda _: None, self._fail)

    def release(self, id: str) -> None:
        """Take a row out of the held-out set, and among the others with the label that a person gave it."""
        row, review = self._row(id), self.reviews.get(id)
        if row is not None and review is not None:
            self.review(row, review.label)

    def _recount(self) -> None:
        self._tally = None

    @property
    def tally(self) -> Tally:
        """How many rows there are of each kind; counted once for each change."""
        if self._tally is None:
            rows = self.rows.values()
            self._tally = Tally(
                Counter(row.state for row in rows),
                Counter(row.label for row in rows if row.state == "kept"),
                Counter(row.why for row in rows if row.state == "dropped"),
                sum(map(self.waits, rows)),
            )
        return self._tally

    def unjudged(self) -> list[Row]:
        """The rows that wait for a person: all of a pilot, otherwise the doubtful ones."""
        return [row for row in self.rows.values() if self.waits(row)]

    def waits(self, row: Row) -> bool:
        """Whether a row waits for a person."""
        wanted = row.state != "dropped" if self.stage == "pilot" else row.state == "doubtful"
        return wanted and row.id not in self.reviews

    def agreement(self) -> tuple[int, int]:
        """Of how many rows of the pilot a person has said that they are right, and how many were rated."""
        rated = [row for row in self._pilot() if row.id in self.reviews]
        return sum(self.reviews[row.id].label == row.label for row in rated), len(rated)

    def _pilot(self) -> Sequence[Row]:
        job = self.jobs.get("pilot")
        return [row for row in job.view.rows.values() if row.state != "dropped"] if job is not None else []

    # the held-out set

    def examples(self) -> list[tuple[str, str, str]]:
        """The held-out set: texts and labels, with the row's id where a row was taken into it."""
        own = [(text, label, "") for text, label in self.held_out]
        taken = [review for review in self.reviews.values() if review.held_out and review.label]
        return own + [(row.text, r.label, r.id) for r in taken if (row := self._row(r.id)) is not None]

    def _row(self, id: str) -> Row | None:
        """A row of any stage."""
        return next((job.view.rows[id] for job in self.jobs.values() if id in job.view.rows), None)

    def set_held_out(self, examples: list[Example]) -> None:
        """Hold these out, besides the rows that were taken."""
        if self.folder is None or examples == self.held_out:
            return
        self.held_out = examples
        self.stale = self.stale or "full" in self.reports
        self._log.hold_out(examples)
        self._keep(self.folder)
        self.judged.emit()

    def counts(self) -> Counter[str]:
        """How many of the held-out examples each label has."""
        return Counter(label for _, label, _ in self.examples())

    # what is next

    @property
    def step(self) -> Step:
        """What is to be done next."""
        if self.stage is None:
            return "pilot"
        if self.busy:
            return "busy"
        if self.job is not None and self.job.view.state is not RunState.DONE:
            return "resume" if self.job.view.sessions else self.stage
        if self.stage == "pilot":
            return "rate" if self.tally.waiting else "full"
        return "update" if self.stale else "done"

    def close(self) -> None:
        """Let go of all jobs; what was said is written."""
        for job in self.findChildren(RunModel):
            job.close()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, OSError):
            error = KDError(Code.WORKSPACE_READONLY, f"The task could not be kept: {error}.", "Free the disk.")
        if not isinstance(error, KDError):
            raise error
        self.trouble.emit(error)
