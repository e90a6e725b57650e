"""A run as a person sees it, folded from its events. A live run and a reopened one are the same code path."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from kdstudio.client.watch import Mark, Watch
from kdstudio.core.errors import Code
from kdstudio.core.synthesis import Row, Usage
from kdstudio.protocol.events import (
    Answered,
    Artifact,
    ArtifactWritten,
    CheckpointSaved,
    EvalDone,
    Event,
    Heartbeat,
    JobFailed,
    JobFinished,
    JobStarted,
    MetricBatch,
    Notice,
    Phase,
    PhaseChanged,
    PreviewItem,
    PreviewShown,
    Progress,
    RowsMade,
    StateChanged,
)
from kdstudio.runs.record import RunState


@dataclass
class Series:
    """One curve: parallel steps, training seconds and values."""

    steps: array[float] = field(default_factory=lambda: array("d"))
    seconds: array[float] = field(default_factory=lambda: array("d"))
    values: array[float] = field(default_factory=lambda: array("d"))

    def append(self, step: int, seconds: float, value: float) -> None:
        """Add a point; a point at or before the last one rewinds the curve first, as a resume does."""
        while self.steps and self.steps[-1] >= step:
            for column in (self.steps, self.seconds, self.values):
                column.pop()
        self.steps.append(step)
        self.seconds.append(seconds)
        self.values.append(value)


@dataclass
class RunView:
    """Everything the run page and the terminal's progress show."""

    state: RunState = RunState.QUEUED
    job: JobStarted | None = None
    phases: tuple[Phase, ...] = ()
    phase: str = ""
    progress: dict[str, Progress] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    watches: dict[str, Watch] = field(default_factory=dict)
    evaluations: dict[str, EvalDone] = field(default_factory=dict)
    preview: tuple[PreviewItem, ...] = ()
    checkpoint: CheckpointSaved | None = None
    artifacts: dict[str, Artifact] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    heartbeat: Heartbeat | None = None
    failure: JobFailed | None = None
    finish: JobFinished | None = None
    last_seen: float = 0.0
    sessions: int = 0
    step: int = 0  # of the network that is being trained

    def seconds(self, role: str) -> float:
        """Training time of a role so far, over all sessions."""
        clock = self.series.get(f"{role}/train/loss")
        return clock.seconds[-1] if clock and clock.seconds else 0.0

    @property
    def frozen(self) -> Mark | None:
        """Where the loss began to stand still that does so now."""
        still = (mark for mark in reversed(self.marks) if mark.kind == "frozen" and self.watches[mark.series].frozen)
        return next((mark for mark in still if self.series[mark.series].steps[-1] == self.step), None)

    @property
    def ended(self) -> bool:
        """Whether the log's last session has said its last word."""
        return self.failure is not None or self.finish is not None


def fold(view: RunView, event: Event) -> RunView:  # noqa: C901 - one case for each event
    """Apply one event to the view in place and return it. The only function that changes a view."""
    view.last_seen = event.at
    match event:
        case JobStarted():
            view.job, view.phases, view.state = event, event.phases, RunState.RUNNING
            view.sessions, view.failure, view.finish = event.session, None, None
            view.progress.clear()
        case PhaseChanged(phase=phase):
            view.phase = phase
        case Progress(phase=phase):
            view.progress[phase] = event
        case MetricBatch(step=step, seconds=seconds, values=values):
            view.step = step
            for name, value in values.items():
                view.series.setdefault(name, Series()).append(step, seconds, value)
                if name.endswith("/train/loss"):
                    _look(view, name, step, seconds, value)
        case EvalDone(role=role, split=split, step=step, values=values):
            view.evaluations[f"{role}/{split}"] = event
            for name, value in values.items():
                view.series.setdefault(f"{role}/{split}/{name}", Series()).append(step, view.seconds(role), value)
        case PreviewShown(items=items):
            view.preview = items
        case CheckpointSaved():
            view.checkpoint = event
        case ArtifactWritten(artifact=artifact):
            view.artifacts[artifact.kind] = artifact
        case Notice():
            view.notices.append(event)
        case Answered():
            view.answered.append(event)
        case RowsMade(rows=rows, usage=usage):
            view.rows.update((row.id, row) for row in rows)
            view.usage = usage
        case Heartbeat():
            view.heartbeat = event
        case StateChanged(state=state):
            view.state = RunState(state)
        case JobFinished(outcome=outcome):
            view.finish, view.state = event, RunState(outcome)
        case JobFailed():
            view.failure = event
            view.state = RunState.INTERRUPTED if event.code == Code.WORKER_DIED else RunState.FAILED
    return view


def _look(view: RunView, name: str, step: int, seconds: float, value: float) -> None:
    """Mark what this loss does; a resume takes the marks back that it trains again."""
    view.marks = [mark for mark in view.marks if mark.series != name or mark.step < step]
    if found := view.watches.setdefault(name, Watch(name)).see(step, seconds, value):
        view.marks.append(found)
