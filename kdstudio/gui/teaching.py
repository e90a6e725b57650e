"""The open task for a teacher LLM: what is asked for, with its history, kept in the task's folder as one types."""

from __future__ import annotations

import shlex
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from kdstudio.core import brief as briefs
from kdstudio.core.brief import Brief
from kdstudio.core.errors import Code, KDError
from kdstudio.core.preflight import Problem
from kdstudio.core.synthesis import LLMSpec, Probe, Synthesis, Tested
from kdstudio.gui import background, spoken
from kdstudio.gui.history import History
from kdstudio.gui.teach.past import Stage
from kdstudio.gui.teach.work import Work
from kdstudio.runs import task_folder
from kdstudio.runs.files import disk_error
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

STEPS = ("task", "teacher", "examples")
"""The pages before the data, shown while a task is open."""

_SETTLE_MS, _NAMING_MS = 800, 4000
"""A folder is named after its task, so a new one waits until the name is likely to be whole."""


class Teaching(QObject):
    """Pages change the task by :meth:`change` and listen; there is at most one open."""

    opened = Signal()  # another task is open, or none any more
    changed = Signal()  # what is asked for has changed
    kept = Signal()  # it was written
    tested = Signal()  # the teacher answered
    trouble = Signal(object)  # a KDError
    told = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._history = History(Synthesis())
        self._writer: _Writer | None = None
        self._tested: Tested | None = None
        self.work = Work(workspace, self)
        self.work.trouble.connect(self.trouble)
        self.opened.connect(self._on_opened)
        self.kept.connect(self._on_opened)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)

    # which one

    @property
    def is_open(self) -> bool:
        """Whether there is a task."""
        return self._writer is not None

    @property
    def folder(self) -> TaskFolder | None:
        """Where the task is kept; a new one has no folder until something was typed."""
        return self._writer.folder if self._writer is not None else None

    def begin(self, task: Synthesis | None = None) -> None:
        """Begin a new task, empty or a copy of another."""
        self._tested = None
        self._open(_Writer(self._workspace), task or Synthesis())
        if task is not None:
            self._timer.start(_SETTLE_MS)

    def show(self, folder: TaskFolder, then: Callable[[], object] = lambda: None) -> None:
        """Go on with a task, and ``then`` somewhere; one that cannot be read is said, and nothing else happens."""

        def read(found: tuple[Synthesis, Tested | None]) -> None:
            task, self._tested = found
            self._open(_Writer(self._workspace, folder), task)
            then()

        background.run(lambda: (folder.read(), folder.read_tested()), read, self._fail)

    def take(self, file: Path) -> None:
        """Begin a new task with what a ``task.toml`` from elsewhere says."""
        background.run(lambda: task_folder.load(file), self.begin, self._fail)

    def save_copy(self, file: Path) -> None:
        """Write ``task.toml`` to another place as well."""
        task = self.task
        saved = self.tr("Saved as {name}.").format(name=file.name)

        background.run(lambda: task_folder.save(task, file), lambda _: self.told.emit(saved), self._fail)

    def leave(self) -> None:
        """Close the task; it stays in its folder."""
        if self.is_open:
            self.flush()
            self._writer = None
            self._history.restart(Synthesis())
            self.opened.emit()

    def _on_opened(self) -> None:
        self.work.open(self.folder)

    def _open(self, writer: _Writer, task: Synthesis) -> None:
        self.flush()
        self._writer = writer
        self._history.restart(task)
        self.opened.emit()

    # what is asked for

    @property
    def task(self) -> Synthesis:
        """The open task. Immutable: change it with :meth:`change`."""
        return self._history.present

    def change(self, task: Synthesis, words: str) -> None:
        """Ask for something else; ``words`` say what was done, for Undo. It is written a moment later."""
        if task != self.task:
            self._history.change(task, words)
            self._moved()

    def change_brief(self, brief: Brief, words: str) -> None:
        """Put another brief into the task."""
        self.change(msgspec.structs.replace(self.task, brief=brief), words)

    def undo(self) -> None:
        """Take the last change back."""
        self._after(self._history.undo(), self.tr("Undone: {what}"))

    def redo(self) -> None:
        """Do the last undone change again."""
        self._after(self._history.redo(), self.tr("Done again: {what}"))

    def _after(self, words: str, sentence: str) -> None:
        if words:
            self._moved()
            self.told.emit(sentence.format(what=words))

    def _moved(self) -> None:
        naming = self.folder is None and self.task == Synthesis(brief=Brief(name=self.task.brief.name))
        self._timer.start(_NAMING_MS if naming else _SETTLE_MS)
        self.work.stale = self.work.stale or "full" in self.work.reports
        self.changed.emit()

    def problems(self) -> list[Problem]:
        """What the brief lacks, what stops first."""
        return briefs.problems(self.task.brief)

    # the teacher

    def untestable(self) -> str:
        """Why the teacher cannot be asked yet, or an empty string."""
        llm = self.task.llm
        if llm.kind == "gguf":
            return "" if llm.path else self.tr("Choose the GGUF file.")
        if not llm.address:
            return self.tr("Enter the base URL.")
        return "" if llm.model else self.tr("Enter the model’s name.")

    @property
    def probe(self) -> Probe | None:
        """What the test of this very teacher has shown, or None."""
        tested = self._tested
        return tested.probe if tested is not None and _who(tested.llm) == _who(self.task.llm) else None

    def set_probe(self, probe: Probe) -> None:
        """The teacher has answered."""
        self._tested = tested = Tested(llm=self.task.llm, probe=probe)
        self.tested.emit()
        if (folder := self.folder) is not None:
            background.run(lambda: folder.write_tested(tested), lambda _: None, self._fail)

    @property
    def wanted(self) -> int:
        """How many rows the full run shall have."""
        return self.task.generate.per_class * len(self.task.brief.labels)

    @property
    def is_priced(self) -> bool:
        """Whether a price is given."""
        return bool(self.task.llm.price_in or self.task.llm.price_out)

    # keeping it

    def keep_then(self, then: Callable[[TaskFolder], object]) -> None:
        """Write at once, then go on with the folder."""
        if self._writer is None:
            return
        self._timer.stop()

        def kept(folder: TaskFolder) -> None:
            self.kept.emit()
            then(folder)

        background.run(self._writer.next(self.task), kept, self._fail)

    def flush(self) -> None:
        """Write what is still waiting."""
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def _write(self) -> None:
        if self._writer is not None:
            background.run(self._writer.next(self.task), lambda _: self.kept.emit(), self._fail)

    def close(self) -> None:
        """Write what is waiting, for good."""
        self.flush()
        self.work.close()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, OSError):
            known = disk_error(error, self._workspace.tasks)
            error = known if isinstance(known, KDError) else KDError(Code.INTERNAL, f"{error}.", "Try again.")
        if not isinstance(error, KDError):
            raise error
        self.trouble.emit(error)

    # the way around

    def blocked(self, page: str) -> str:
        """Why a page of these cannot be shown yet, or an empty string."""
        if not self.is_open:
            return self.tr("Begin a task on the Home page.")
        if page == "task":
            return ""
        reason = self._brief_blocks()
        if page == "teacher" or reason:
            return reason
        if self.probe is None and self.work.stage is None:
            return self.tr("Test the teacher first.")
        return self._examples_block() if page == "data" else ""

    def _examples_block(self) -> str:
        """Why the examples are not fit to learn from yet, or an empty string."""
        step, counts = self.work.step, self.work.counts()
        if self.work.stage != "full" or step in ("busy", "resume", "update"):
            return self.tr("The examples are not finished.")
        missing = next((name for name in self.task.brief.names if not counts[name]), None)
        if missing is not None:
            return self.tr("The held-out set has no example of “{label}”.").format(label=missing)
        return ""

    def start(self, stage: Stage) -> None:
        """Have the rows of a stage made."""
        name = self.task.brief.name
        self.keep_then(lambda folder: self.work.start(stage, folder, name))

    def _brief_blocks(self) -> str:
        stops = (problem.message for problem in self.problems() if problem.severity == "stop")
        return spoken.engine(next(stops, ""))


def command_for(teaching: Teaching, *flags: str) -> str:
    """The ``kdstudio synth`` command for the open task, or an empty string while it has no folder."""
    folder = teaching.folder
    return shlex.join(["kdstudio", "synth", str(folder.path), *flags]) if folder is not None else ""


def _who(llm: LLMSpec) -> tuple[str, ...]:
    """What makes it another teacher."""
    return ("gguf", llm.path) if llm.kind == "gguf" else ("endpoint", llm.address, llm.model)


class _Writer:
    """Writes the newest of what it is given, one at a time, from whatever thread; makes the folder first."""

    def __init__(self, workspace: Workspace, folder: TaskFolder | None = None) -> None:
        self._workspace, self.folder = workspace, folder
        self._lock = threading.Lock()
        self._given = self._written = 0

    def next(self, task: Synthesis) -> Callable[[], TaskFolder]:
        """How to write this, unless a later one is written by then."""
        self._given += 1
        return partial(self._write, task, self._given)

    def _write(self, task: Synthesis, number: int) -> TaskFolder:
        with self._lock:
            if self.folder is None:
                self.folder = self._workspace.new_task(task.brief.name)
            if number > self._written:
                self.folder.write(task)
                self._written = number
            return self.folder
