"""One role's training, told to the job folder: events for the charts, TensorBoard files, live predictions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.metrics import Role
from kdstudio.protocol.events import CheckpointSaved, EvalDone, MetricBatch, PreviewShown
from kdstudio.worker.board import Board
from kdstudio.worker.context import Context
from kdstudio.worker.preview import Preview


class RoleListener:
    """A :class:`kdstudio.engine.listener.Listener` that prefixes names with its role, such as ``student/train/kd``."""

    def __init__(
        self,
        context: Context,
        role: Role,
        preview: Preview | None = None,
        teacher: NDArray[np.float32] | None = None,
    ) -> None:
        self._context = context
        self._role = role
        self._preview = preview
        self._teacher = teacher
        self._board = Board(context.folder.artifacts / "tensorboard" / role, lead=context.leads)
        self._seconds = 0.0

    def close(self) -> None:
        """Finish the TensorBoard file."""
        self._board.close()

    def progress(self, done: float, total: float, unit: str = "") -> None:
        """Forward."""
        self._context.progress(done, total, unit)

    def notice(self, code: str, message: str, hint: str = "", *, warning: bool = True) -> None:
        """Forward."""
        self._context.notice(code, message, hint, warning=warning)

    def wants_checkpoint(self) -> bool:
        """Ask the clients' commands."""
        return self._context.wants_checkpoint()

    def check(self) -> None:
        """Obey the clients' commands."""
        self._context.check()

    def pause(self) -> None:
        """Wait for a person."""
        self._context.pause()

    def metrics(self, step: int, seconds: float, values: dict[str, float]) -> None:
        """One event, and one point for TensorBoard each."""
        self._seconds = seconds
        named = {f"{self._role}/{name}": value for name, value in values.items()}
        self._context.emit(MetricBatch(step=step, seconds=seconds, values=named))
        self._board.add(step, values)

    def validated(self, step: int, logits: NDArray[np.float32], values: dict[str, float]) -> None:
        """The measurement, with the agreement with the teacher where there is one, and the live predictions."""
        if self._teacher is not None:
            values = values | {"agreement": float((logits.argmax(1) == self._teacher.argmax(1)).mean())}
        self._context.emit(EvalDone(role=self._role, split="validation", step=step, values=values))
        self._board.add(step, {f"validation/{name}": value for name, value in values.items()})
        if self._preview is not None and self._context.leads:
            self._context.emit(PreviewShown(step=step, items=self._preview.items(logits)))

    def saved(self, step: int, path: Path, size_bytes: int) -> None:
        """Say that a checkpoint is there."""
        name = path.relative_to(self._context.folder.path).as_posix()
        self._context.emit(CheckpointSaved(role=self._role, step=step, path=name, size_bytes=size_bytes))
