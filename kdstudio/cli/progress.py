"""What a terminal shows while a job runs: one bar for each phase, or plain lines where there is no terminal."""

from __future__ import annotations

import time
from collections import Counter
from types import TracebackType

from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID
from rich.text import Text

from kdstudio.cli import words
from kdstudio.cli.output import Output
from kdstudio.client.view import RunView
from kdstudio.client.watch import Mark
from kdstudio.core.phrases import percent
from kdstudio.protocol.events import Notice
from kdstudio.protocol.events import Progress as Step

_PLAIN_SECONDS = 5.0
_LATEST = ("student", "control", "teacher")


class Board:
    """Draws a :class:`RunView`; call :meth:`update` after every poll."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._notices = self._marks = 0
        self._drawing: _Bars | _Lines = _Bars(output) if output.err.is_terminal else _Lines(output)

    def __enter__(self) -> Board:
        self._drawing.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._drawing.stop()

    def update(self, view: RunView) -> None:
        """Show what is new."""
        for notice in view.notices[self._notices :]:
            self._notice(notice)
        self._notices = len(view.notices)
        for mark in view.marks[self._marks :]:
            self._output.say(f"! {_said(mark)}", style="yellow")
        self._marks = len(view.marks)
        self._drawing.update(view)

    def _notice(self, notice: Notice) -> None:
        mark, style = ("!", "yellow") if notice.level == "warning" else ("·", "dim")
        self._output.say(f"{mark} {notice.message} {notice.hint}".rstrip(), style=style)


class _Lines:
    """One line for each phase and now and then one in between."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._phase = ""
        self._next = 0.0

    def start(self) -> None:
        """Nothing to prepare."""

    def stop(self) -> None:
        """Nothing to tidy."""

    def update(self, view: RunView) -> None:
        """Write a line for each phase that began, and how far it is when enough time has passed."""
        names = [phase.name for phase in view.phases]
        if view.phase not in names:
            return
        now = time.monotonic()
        if view.phase != self._phase:
            reached = names.index(view.phase)
            seen = names.index(self._phase) if self._phase in names[:reached] else -1
            for name in names[seen + 1 : reached + 1]:
                self._output.say(title_of(view, name))
        elif now < self._next or view.ended or view.phase not in view.progress:
            return
        else:
            step = view.progress[view.phase]
            left = f", {words.duration(step.seconds_left)} left" if step.seconds_left is not None else ""
            self._output.say(f"  {percent(_share(step), 0)}{left}  {latest(view)}".rstrip())
        self._phase, self._next = view.phase, now + _PLAIN_SECONDS


class _Bars:
    """One bar for each phase: waiting, moving with its time left, or done with the time it took."""

    def __init__(self, output: Output) -> None:
        columns = (_Mark(), _Title(), _Bar(bar_width=28), _Share(), _Time(), _Detail())
        self._progress = Progress(*columns, console=output.err, refresh_per_second=8)
        self._tasks: dict[str, TaskID] = {}
        self._session = 0

    def start(self) -> None:
        """Begin to draw."""
        self._progress.start()

    def stop(self) -> None:
        """Draw the last state and leave it on the screen."""
        self._progress.stop()

    def update(self, view: RunView) -> None:
        """Bring every bar up to date."""
        if view.sessions != self._session:
            self._session = view.sessions
            for task in self._tasks.values():
                self._progress.remove_task(task)
            self._tasks = {
                phase.name: self._progress.add_task(phase.title, start=False, total=1.0, detail="", left=None)
                for phase in view.phases
            }
        for name, task in self._tasks.items():
            self._advance(view, name, task)

    def _advance(self, view: RunView, name: str, task: TaskID) -> None:
        step = view.progress.get(name)
        current = name == view.phase
        if current or step is not None:
            self._progress.start_task(task)
        passed = self._passed(view, name)
        left = step.seconds_left if step and current and not view.ended else None
        detail = latest(view) if current and not view.ended else ""
        done = 1.0 if passed else _share(step) if step else 0.0
        self._progress.update(task, completed=done, detail=detail, left=left)

    def _passed(self, view: RunView, name: str) -> bool:
        if view.finish is not None and view.finish.outcome == "done":
            return True
        order = [phase.name for phase in view.phases]
        return view.phase in order and order.index(name) < order.index(view.phase)


class _Mark(ProgressColumn):
    def render(self, task: Task) -> Text:
        """✓ done, ▸ at it, space waiting."""
        if task.completed >= 1.0:
            return Text("✓", style="green")
        return Text("▸", style="cyan") if task.started else Text(" ")


class _Title(ProgressColumn):
    def render(self, task: Task) -> Text:
        """The phase; dim while it waits."""
        return Text(task.description, style="" if task.started else "dim")


class _Bar(BarColumn):
    def render(self, task: Task):  # type: ignore[no-untyped-def] # an empty cell where a bar would pulse
        """The bar of a phase that has begun."""
        return super().render(task) if task.started else Text("")


class _Share(ProgressColumn):
    def render(self, task: Task) -> Text:
        """How much is done."""
        return Text(f"{percent(task.completed, 0):>5}" if task.started else "")


class _Time(ProgressColumn):
    def render(self, task: Task) -> Text:
        """The time left, or the time it took."""
        if not task.started:
            return Text("")
        if task.completed >= 1.0:
            return Text(words.duration(task.finished_time or task.elapsed), style="dim")
        return Text(f"{words.duration(task.time_remaining)} left", style="cyan")


class _Detail(ProgressColumn):
    def render(self, task: Task) -> Text:
        """The newest figures, and the time left of the whole job."""
        left = task.fields.get("left")
        whole = f"whole job {words.duration(left)} left" if left is not None else ""
        return Text("  ".join(filter(None, (str(task.fields.get("detail", "")), whole))), style="dim")


def _said(mark: Mark) -> str:
    if mark.kind == "spike":
        return f"The loss leapt to {mark.value:.4g} at step {mark.step:,}, {mark.times:,.0f} times what was usual."
    return f"The loss has stood still at {mark.value:.4g} since step {mark.step:,}."


def title_of(view: RunView, name: str) -> str:
    """A phase's title."""
    return next((phase.title for phase in view.phases if phase.name == name), name)


def latest(view: RunView) -> str:
    """The newest loss and accuracy of the network that is being trained."""
    role = next((role for role in _LATEST if role in view.phase), "")
    parts = [_rows(view)] if view.rows else []
    for name, label in ((f"{role}/train/loss", "loss"), (f"{role}/validation/accuracy", "accuracy")):
        series = view.series.get(name)
        if role and series and series.values:
            value = series.values[-1]
            parts.append(f"{label} {value:.3f}" if label == "loss" else f"{label} {words.percent(value)}")
    return " · ".join(parts)


def _rows(view: RunView) -> str:
    """What a teacher LLM has made so far, and what it has cost."""
    states = Counter[str](row.state for row in view.rows.values())
    kinds = ("kept", "doubtful", "dropped")
    counts = ", ".join(f"{states[kind]:,} {kind}" for kind in kinds if states[kind])
    return f"{counts} · {view.usage.cost:.4f} spent" if view.usage.cost else counts


def _share(step: Step) -> float:
    return min(1.0, step.done / step.total) if step.total > 0 else 0.0
