"""What a task folder and its jobs hold, and how what a person says is added to it."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from kdstudio.core.errors import KDError
from kdstudio.core.job import SynthesisJob
from kdstudio.core.synthesis import Review, SynthesisReport
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

Stage = Literal["pilot", "full"]

Example = tuple[str, str]
"""A text with its right label."""


@dataclass
class Past:
    """What a task folder and its jobs hold."""

    reviews: dict[str, Review] = field(default_factory=dict)
    held_out: list[Example] = field(default_factory=list)
    jobs: dict[Stage, RunFolder] = field(default_factory=dict)
    reports: dict[Stage, SynthesisReport] = field(default_factory=dict)
    stale: bool = False
    problem: KDError | None = None


class Log:
    """What a person said, written in the order in which it was said, from whatever thread."""

    def __init__(self) -> None:
        self._waiting: deque[Review] = deque()
        self._held_out: list[Example] | None = None
        self._lock = threading.Lock()

    def add(self, review: Review) -> None:
        """Have this written."""
        self._waiting.append(review)

    def hold_out(self, examples: list[Example]) -> None:
        """Have these written in the place of the former ones."""
        self._held_out = examples

    def write(self, folder: TaskFolder) -> None:
        """Everything that was said before is in the folder when this returns."""
        with self._lock:
            if (examples := self._held_out) is not None:
                folder.write_held_out(examples)
                if self._held_out is examples:
                    self._held_out = None
            while self._waiting:
                folder.review(self._waiting[0])
                self._waiting.popleft()


def read(workspace: Workspace, folder: TaskFolder) -> Past:
    """All of it; reads files, so it belongs on a pool thread."""
    past = Past(reviews=folder.read_reviews(), jobs=_jobs(workspace, folder))
    try:
        past.held_out = folder.read_held_out()
    except KDError as error:
        past.problem = error
    for stage, job in past.jobs.items():
        if (found := report(job)) is not None:
            past.reports[stage] = found
    if "full" in past.reports:
        done = _moment(past.jobs["full"].artifacts / "synthesis.json")
        past.stale = any(_moment(file) > done for file in (folder.task, folder.reviews, folder.held_out))
    return past


def _jobs(workspace: Workspace, folder: TaskFolder) -> dict[Stage, RunFolder]:
    """The newest job of each stage."""
    found: dict[Stage, RunFolder] = {}
    for path in sorted(workspace.jobs.glob("*"), reverse=True) if workspace.jobs.is_dir() else ():
        try:
            job = RunFolder(path).job()
        except (KDError, OSError):
            continue
        if isinstance(job, SynthesisJob) and Path(job.task) == folder.path and job.stage not in found:
            found[job.stage] = RunFolder(path)
            if len(found) == len(("pilot", "full")):
                break
    return found


def report(folder: RunFolder) -> SynthesisReport | None:
    """What came of a job, or None where it did not come to its end."""
    try:
        return msgspec.json.decode((folder.artifacts / "synthesis.json").read_bytes(), type=SynthesisReport)
    except (OSError, msgspec.MsgspecError):
        return None


def _moment(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
