"""Names of everything in a job folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec
import tomli_w

from kdstudio.core import recipe_file
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import VERSION, Job
from kdstudio.core.recipe import Recipe
from kdstudio.runs.files import write_atomic


@dataclass(frozen=True)
class RunFolder:
    """A job folder. The worker alone writes ``events`` and ``artifacts``; clients append to ``commands``."""

    path: Path

    @property
    def recipe_file(self) -> Path:
        """The recipe."""
        return self.path / "recipe.toml"

    @property
    def job_file(self) -> Path:
        """What is asked for."""
        return self.path / "job.toml"

    @property
    def notes(self) -> Path:
        """What a person wrote to the run."""
        return self.path / "notes.toml"

    @property
    def devices(self) -> Path:
        """What other devices measured of the export, one file each; clients bring them in."""
        return self.path / "devices"

    @property
    def events(self) -> Path:
        """What the worker says."""
        return self.path / "events.jsonl"

    @property
    def commands(self) -> Path:
        """What clients ask."""
        return self.path / "commands.jsonl"

    @property
    def checkpoints(self) -> Path:
        """Checkpoints by role and step."""
        return self.path / "checkpoints"

    @property
    def artifacts(self) -> Path:
        """Results."""
        return self.path / "artifacts"

    @property
    def lock(self) -> Path:
        """Held by the worker while it lives."""
        return self.path / "worker.lock"

    @property
    def lease(self) -> Path:
        """Renewed by clients while they watch."""
        return self.path / "lease"

    @property
    def log(self) -> Path:
        """What the worker and its libraries print, and the fault handler's text."""
        return self.path / "worker.log"

    def recipe(self) -> Recipe:
        """The run's recipe."""
        return recipe_file.load(self.recipe_file)

    def job(self) -> Job:
        """What the folder asks for."""
        try:
            text = self.job_file.read_bytes()
        except OSError:
            raise KDError(Code.RUN_NOT_FOUND, f"{self.path} is not a run.", "“kdstudio runs” lists the runs.") from None
        try:
            raw = tomllib.loads(text.decode())
            if isinstance(version := raw.get("version"), int) and version > VERSION:
                raise KDError(
                    Code.NEWER_VERSION,
                    f"{self.job_file} has version {version}; this KD Studio reads up to {VERSION}.",
                    "Open it with a newer KD Studio.",
                )
            job: Job = msgspec.convert(raw, Job)
        except (msgspec.MsgspecError, ValueError) as error:
            raise KDError(Code.RUN_NOT_FOUND, f"{self.job_file} is damaged: {error}.", "Start a new run.") from None
        return job


def create(path: Path, job: Job, recipe: Recipe) -> RunFolder:
    """Make a new job folder."""
    folder = RunFolder(path)
    write_atomic(folder.recipe_file, recipe_file.dumps(recipe).encode())
    write_atomic(folder.job_file, tomli_w.dumps(msgspec.to_builtins(job)).encode())
    return folder
