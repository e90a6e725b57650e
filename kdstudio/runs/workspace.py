"""The folder that holds all runs, the caches and the trash."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import platformdirs

from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import DistillJob, Job
from kdstudio.core.recipe import Recipe
from kdstudio.runs import layout, lock
from kdstudio.runs.files import discard, disk_error, write_atomic
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder

ENVIRONMENT = "KDSTUDIO_WORKSPACE"
_CHOICE = "workspace.txt"
_STARTED = re.compile(r"^\d{4}-\d\d-\d\d(-\d{6})?-")


class Workspace:
    """Runs under ``runs/``, short jobs of the window under ``jobs/``, shared caches under ``cache/``."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or default_root()

    @property
    def runs(self) -> Path:
        """Distillations."""
        return self.root / "runs"

    @property
    def cache(self) -> Path:
        """Decoded data and teacher outputs."""
        return self.root / "cache"

    @property
    def jobs(self) -> Path:
        """Short jobs: of the window, and those of the terminal that failed or wrote an export."""
        return self.root / "jobs"

    @property
    def models(self) -> Path:
        """Models fetched from a hub, a folder each."""
        return self.root / "models"

    @property
    def data(self) -> Path:
        """What archives of data held, a folder each."""
        return self.root / "data"

    @property
    def tasks(self) -> Path:
        """Tasks for a teacher LLM, a folder each."""
        return self.root / "tasks"

    @property
    def answers(self) -> Path:
        """What teacher LLMs have answered, kept since it was paid for."""
        return self.root / "answers"

    @property
    def trash(self) -> Path:
        """Deleted runs."""
        return self.root / "trash"

    def new(self, job: Job, recipe: Recipe) -> RunFolder:
        """Make a job folder with a readable, unused name."""
        parent = self.runs if isinstance(job, DistillJob) else self.jobs
        stem = f"{datetime.now():%Y-%m-%d-%H%M%S}-{slug(recipe.name)}"
        try:
            parent.mkdir(parents=True, exist_ok=True)
            for number in range(1, 10_000):
                path = parent / (stem if number == 1 else f"{stem}-{number}")
                try:
                    path.mkdir()
                except FileExistsError:
                    continue
                try:
                    return layout.create(path, job, recipe)
                except BaseException:
                    discard(path)
                    raise
        except OSError as error:
            raise disk_error(error, parent) from error
        raise KDError(Code.INTERNAL, f"No unused name beside {stem} was found.", "Clear the runs folder.")

    def new_task(self, name: str) -> TaskFolder:
        """Make a folder for a task, with a readable, unused name."""
        stem = slug(name, "task")
        try:
            self.tasks.mkdir(parents=True, exist_ok=True)
            for number in itertools.count(1):
                path = self.tasks / (stem if number == 1 else f"{stem}-{number}")
                with contextlib.suppress(FileExistsError):
                    path.mkdir()
                    break
        except OSError as error:
            raise disk_error(error, self.tasks) from error
        return TaskFolder(path)

    def all_tasks(self) -> list[TaskFolder]:
        """Every task, the one that was changed last first."""
        files = [(file.stat().st_mtime_ns, file) for file in self.tasks.glob("*/task.toml")]
        return [TaskFolder(file.parent) for _, file in sorted(files, reverse=True)]

    def all_runs(self) -> Iterator[RunFolder]:
        """Every distillation, newest first."""
        if self.runs.is_dir():
            for path in sorted(self.runs.iterdir(), reverse=True):
                if (path / "job.toml").is_file():
                    yield RunFolder(path)

    def find(self, name: str) -> RunFolder:
        """A run by its folder, its name (without its time where that is enough), an unambiguous part, or ``last``."""
        path = Path(name).expanduser()
        if (path / "job.toml").is_file():
            return RunFolder(path.resolve())
        runs = list(self.all_runs())
        if name == "last" and runs:
            return runs[0]
        found = (
            [run for run in runs if run.path.name == name]
            or [run for run in runs if _STARTED.sub("", run.path.name) == name]
            or [run for run in runs if run.path.name.startswith(name)]
            or [run for run in runs if name in run.path.name]
        )
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(run.path.name for run in found[:5])
            raise KDError(Code.RUN_NOT_FOUND, f"“{name}” fits several runs: {names}.", "Give more of the name.")
        raise KDError(Code.RUN_NOT_FOUND, f"There is no run “{name}”.", "“kdstudio runs” lists the runs.")

    def find_job(self, name: str) -> RunFolder:
        """A short job by its whole name, such as an export that failed, or else a run as :meth:`find` finds it."""
        short = self.jobs / Path(name).name
        return RunFolder(short) if (short / "job.toml").is_file() else self.find(name)

    def discard(self, run: RunFolder) -> Path:
        """Move a run to the trash, from where :meth:`restore` brings it back; a run that runs is refused."""
        if lock.is_held(run):
            raise KDError(
                Code.RUN_BUSY, f"{run.path.name} is running.", f"Stop it first: kdstudio stop {run.path.name}"
            )
        try:
            self.trash.mkdir(parents=True, exist_ok=True)
            return run.path.rename(_unused(self.trash / run.path.name))
        except OSError as error:
            raise disk_error(error, run.path) from error

    def restore(self, name: str) -> RunFolder:
        """Bring a run back from the trash."""
        source = self.trash / name
        if not source.is_dir():
            raise KDError(Code.RUN_NOT_FOUND, f"There is no run “{name}” in the trash.", self._deleted())
        try:
            self.runs.mkdir(parents=True, exist_ok=True)
            return RunFolder(source.rename(_unused(self.runs / name)))
        except OSError as error:
            raise disk_error(error, source) from error

    def _deleted(self) -> str:
        names = sorted(path.name for path in self.trash.iterdir()) if self.trash.is_dir() else []
        return f"There are: {', '.join(names[:10])}." if names else "The trash is empty."


def _unused(path: Path) -> Path:
    """The path itself, or with the first number behind it that is not taken."""
    candidates = (path if number == 1 else path.with_name(f"{path.name}-{number}") for number in itertools.count(1))
    return next(candidate for candidate in candidates if not candidate.exists())


def default_root() -> Path:
    """Where the workspace is: ``KDSTUDIO_WORKSPACE``, the folder that was chosen, or the user's data directory."""
    if chosen := os.environ.get(ENVIRONMENT):
        return Path(chosen)
    home = _home()
    try:
        return Path((home / _CHOICE).read_text(encoding="utf-8").strip() or home)
    except (OSError, UnicodeDecodeError):
        return home


def choose_root(path: Path) -> None:
    """Use another workspace from the next start on; raises ``KDError`` where that cannot be remembered."""
    write_atomic(_home() / _CHOICE, f"{path}\n".encode())


def _home() -> Path:
    return Path(platformdirs.user_data_path("KD Studio", appauthor=False))


def slug(name: str, empty: str = "run") -> str:
    """A short file name that every system takes; ``empty`` where no letter of the name is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or empty
