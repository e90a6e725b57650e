"""Checkpoints that a kill, a full disk or a flipped bit cannot turn into a wrong resume.

A checkpoint is a folder ``step-00000123`` with ``tensors.safetensors``, ``state.json`` and, written last,
``manifest.json`` with the size and SHA-256 of the other two. It is staged beside its place and renamed when complete.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self

import msgspec
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors
from torch import Tensor

from kdstudio.core.errors import Code, KDError
from kdstudio.engine.progress import Reporter
from kdstudio.runs.files import discard, free_bytes, gone, identity, replacing, sha256

_TENSORS, _STATE, _MANIFEST = "tensors.safetensors", "state.json", "manifest.json"


class CheckpointState(msgspec.Struct, frozen=True, kw_only=True):
    """What is not a tensor. Order, augmentation and dropout follow from seed and step: no generator is saved."""

    step: int
    seconds: float
    threads: int
    channels_last: bool
    data: str
    best_accuracy: float = 0.0
    best_epoch: int = -1
    finished: bool = False


class _Entry(msgspec.Struct, frozen=True):
    size_bytes: int
    sha256: str


class CheckpointStore:
    """The checkpoints of one network's training, newest ``keep`` of them."""

    def __init__(
        self,
        folder: Path,
        reporter: Reporter,
        keep: int = 2,
        saved: Callable[[int, Path, int], None] = lambda step, path, size: None,
    ) -> None:
        self.folder = folder
        self._keep = keep
        self._reporter = reporter
        self._saved = saved
        self._thread: threading.Thread | None = None
        self._error: KDError | OSError | None = None
        self._home = next(place for place in folder.parents if place.is_dir())
        self._which = identity(self._home)

    def save(self, tensors: Mapping[str, Tensor], state: CheckpointState) -> None:
        """Copy the tensors and write them from a thread, so that training waits for the copy alone.

        Raises:
            KDError: ``DISK_FULL`` when there is no room, for this checkpoint or the one before it;
                ``WORKSPACE_GONE`` when the run's folder is not there any more. Nothing is made in its place.
        """
        self.wait()
        self._look()
        size = sum(tensor.nbytes for tensor in tensors.values())
        free = free_bytes(self.folder)
        if free < 1.1 * size + 65_536:
            raise KDError(
                Code.DISK_FULL,
                f"A checkpoint needs {size / 1e6:,.1f} MB, {free / 1e6:,.1f} MB are free.",
                "Free some space and resume; the checkpoint before it is intact.",
            )
        copies = {name: tensor.detach().to("cpu", copy=True).contiguous() for name, tensor in tensors.items()}
        self._thread = threading.Thread(target=self._write, args=(copies, state), name="checkpoint")
        self._thread.start()

    def wait(self) -> None:
        """Wait for a write under way; raises what went wrong in it."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._error is not None:
            error, self._error = self._error, None
            raise error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Let a write under way end, whatever else went wrong."""
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        if identity(self._home) != self._which:
            raise gone(self._home)

    def _write(self, tensors: dict[str, Tensor], state: CheckpointState) -> None:
        try:
            self._look()
            path = self.folder / f"step-{state.step:08d}"
            with replacing(path) as staging:
                staging.mkdir(parents=True)
                (staging / _TENSORS).write_bytes(save_tensors(tensors))
                (staging / _STATE).write_bytes(msgspec.json.encode(state))
                manifest = {
                    name: _Entry((staging / name).stat().st_size, sha256(staging / name)) for name in (_TENSORS, _STATE)
                }
                (staging / _MANIFEST).write_bytes(msgspec.json.encode(manifest))
            self._saved(state.step, path, sum(entry.size_bytes for entry in manifest.values()))
            for old in self._all()[self._keep :]:
                discard(old)
        except (KDError, OSError) as error:
            self._error = error

    def newest(self) -> tuple[dict[str, Tensor], CheckpointState] | None:
        """The newest checkpoint that verifies; a damaged one is named and passed over."""
        damaged: Path | None = None
        for path in self._all():
            loaded = _load(path)
            if loaded is None:
                damaged = damaged or path
                continue
            if damaged is not None:
                self._reporter.notice(
                    Code.CHECKPOINT_DAMAGED,
                    f"Checkpoint {_step(damaged)} is damaged, using {_step(path)}.",
                    "The steps between them are trained again.",
                )
            return loaded
        if damaged is not None:
            self._reporter.notice(
                Code.CHECKPOINT_DAMAGED,
                f"Checkpoint {_step(damaged)} is damaged and there is no older one.",
                "Training starts again from the beginning.",
            )
        return None

    def clear(self) -> None:
        """Remove all checkpoints of this training."""
        self.wait()
        discard(self.folder)

    def _all(self) -> list[Path]:
        return sorted(self.folder.glob("step-*"), key=_step, reverse=True) if self.folder.is_dir() else []


def _step(path: Path) -> int:
    return int(path.name.removeprefix("step-"))


def _load(path: Path) -> tuple[dict[str, Tensor], CheckpointState] | None:
    """Read a checkpoint whose files have the size and hash of its manifest, or None."""
    try:
        manifest = msgspec.json.decode((path / _MANIFEST).read_bytes(), type=dict[str, _Entry])
        for name in (_TENSORS, _STATE):
            entry = manifest[name]
            if (path / name).stat().st_size != entry.size_bytes or sha256(path / name) != entry.sha256:
                return None
        state = msgspec.json.decode((path / _STATE).read_bytes(), type=CheckpointState)
        return load_tensors((path / _TENSORS).read_bytes()), state
    except (OSError, KeyError, msgspec.MsgspecError, SafetensorError):
        return None
