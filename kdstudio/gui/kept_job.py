"""Keeps a job's result in step with the recipe: one background job at a time, the newest wish wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from kdstudio.core import catalog as catalogs
from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Health
from kdstudio.core.job import DataCheckJob, Job, ProfileJob
from kdstudio.core.profile import Profile
from kdstudio.core.recipe import Recipe
from kdstudio.gui import background
from kdstudio.gui.run_model import RunModel
from kdstudio.runs.files import discard
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.workspace import Workspace

T = TypeVar("T")

_SETTLE_MS = 250


class KeptJob(QObject, Generic[T]):
    """``changed`` comes when the job starts, moves on, ends or fails.

    ``key`` picks out of a recipe what the result depends on. ``folder`` is the job that made ``result``; it holds
    what belongs to it, such as thumbnails, and is removed when a newer one is there.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        job: Callable[[Recipe], Job],
        artifact: str,
        kind: type[T],
        key: Callable[[Recipe], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._job, self._artifact, self._kind, self._key = workspace, job, artifact, kind, key
        self._wanted: Recipe | None = None
        self._of: object = None
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._start)
        self.job: RunModel | None = None
        self.result: T | None = None
        self.failure: KDError | None = None
        self.folder: RunFolder | None = None

    @property
    def busy(self) -> bool:
        """Whether the result of the newest wish is still to come."""
        return self._wanted is not None

    def current(self, recipe: Recipe) -> T | None:
        """The result, where it is this recipe's."""
        return self.result if not self.busy and self._of == self._key(recipe) else None

    def want(self, recipe: Recipe, *, again: bool = False) -> None:
        """Have the job done for this recipe, soon; nothing is done twice unless ``again`` says so."""
        key = self._key(recipe)
        if key == self._of and not again:
            return
        self._of, self._wanted, self.failure = key, recipe, None
        self._timer.start()
        self.changed.emit()

    def adopt(self, folder: RunFolder) -> None:
        """Take the result of a job that was done before, where it can be read."""
        try:
            recipe = folder.recipe()
            result = msgspec.json.decode((folder.artifacts / self._artifact).read_bytes(), type=self._kind)
        except (KDError, OSError, msgspec.MsgspecError):
            return
        self._of, self.result, self.folder, self._wanted, self.failure = self._key(recipe), result, folder, None, None
        self.changed.emit()

    def forget(self) -> None:
        """Nothing is wanted."""
        self._timer.stop()
        self._drop_job()
        self._of = self._wanted = self.result = self.failure = None
        self.changed.emit()

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()
        for job in self.findChildren(RunModel):  # those that were given up may still be on their way out
            job.stop(keep=False)
            job.close()

    def _start(self) -> None:
        self._drop_job()
        assert self._wanted is not None
        self.job = RunModel.start(self._workspace, self._job(self._wanted), self._wanted, self)
        self.job.changed.connect(self.changed)
        self.job.ended.connect(self._on_ended)

    def _drop_job(self) -> None:
        job, self.job = self.job, None
        if job is None:
            return
        job.changed.disconnect(self.changed)
        job.ended.disconnect(self._on_ended)
        if job.following:
            job.stop(keep=False)
            job.ended.connect(job.deleteLater)
        else:
            job.deleteLater()

    def _on_ended(self) -> None:
        job = self.job
        assert job is not None
        if (failure := job.view.failure) is not None:
            self._fail(KDError(Code(failure.code), failure.message, failure.hint))
            return
        assert job.folder is not None
        file = job.folder.artifacts / self._artifact
        background.run(
            lambda: msgspec.json.decode(file.read_bytes(), type=self._kind),
            lambda result: self._on_read(job, result),
            lambda error: self._on_unread(job, error),
        )

    def _current(self, job: RunModel) -> bool:
        return job is self.job and not self._timer.isActive()

    def _on_read(self, job: RunModel, result: T) -> None:
        if not self._current(job):
            return
        old, self.folder = self.folder, job.folder
        self.result, self._wanted = result, None
        if old is not None and old != self.folder:
            background.run(lambda: discard(old.path), lambda _: None)
        self.changed.emit()

    def _on_unread(self, job: RunModel, error: Exception) -> None:
        if self._current(job):
            self._fail(KDError(Code.INTERNAL, f"{self._artifact} could not be read: {error}.", "Try again."))

    def _fail(self, error: KDError) -> None:
        self.failure, self.result, self._wanted = error, None, None
        self.changed.emit()


def data_check(workspace: Workspace, parent: QObject) -> KeptJob[Health]:
    """The health report of the recipe's data."""

    def key(recipe: Recipe) -> object:
        return recipe.task, recipe.data

    return KeptJob(workspace, lambda _: DataCheckJob(), "health.json", Health, key, parent)


def probe(workspace: Workspace, parent: QObject) -> KeptJob[Profile]:
    """The speed of the recipe's models on its data, on this machine."""

    def key(recipe: Recipe) -> object:
        plan, runtime = recipe.plan, recipe.runtime
        how = plan.batch_size, plan.micro_batch, runtime.device, runtime.precision, runtime.threads
        return recipe.task, recipe.data, recipe.teacher, recipe.student, recipe.method, how

    return KeptJob(workspace, lambda _: ProfileJob(), "profile.json", Profile, key, parent)


def bench(workspace: Workspace, parent: QObject) -> KeptJob[Profile]:
    """Size and latency of every architecture of the task on the recipe's data."""

    def job(recipe: Recipe) -> Job:
        return ProfileJob(architectures=tuple(info.name for info in catalogs.load().for_task(recipe.task)))

    def key(recipe: Recipe) -> object:
        return recipe.task, recipe.data

    return KeptJob(workspace, job, "profile.json", Profile, key, parent)
