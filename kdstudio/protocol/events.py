"""What a worker says. Every event is one line of ``events.jsonl``; ``at`` (epoch seconds) is stamped by the writer."""

from __future__ import annotations

from typing import Literal

import msgspec

from kdstudio.core.prediction import Predictions
from kdstudio.core.synthesis import Row, Usage


class _Event(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of all events."""

    at: float = 0.0


class Phase(msgspec.Struct, frozen=True):
    """One step of a job, as the stepper shows it."""

    name: str
    title: str


class Artifact(msgspec.Struct, frozen=True, kw_only=True):
    """A finished file of a job; ``path`` is relative to the job folder unless the user chose another place."""

    kind: str
    path: str
    sha256: str
    size_bytes: int


class PreviewItem(msgspec.Struct, frozen=True, kw_only=True):
    """One example with today's answers, for the live predictions."""

    id: str
    label: str
    teacher: str
    student: str
    confidence: float
    image: str = ""
    text: str = ""


class JobStarted(_Event, frozen=True, kw_only=True, tag="job-started"):
    """A session of the worker began; ``session`` counts from 1, later ones are resumes."""

    kind: str
    session: int
    pid: int
    host: str
    version: str
    device: str = "cpu"
    threads: int = 0
    phases: tuple[Phase, ...] = ()


class PhaseChanged(_Event, frozen=True, kw_only=True, tag="phase"):
    """The job entered a phase."""

    phase: str


class Progress(_Event, frozen=True, kw_only=True, tag="progress"):
    """How far the current phase is; ``seconds_left`` counts only this session's speed, for the whole job when known."""

    phase: str
    done: float
    total: float
    unit: str = ""
    seconds_left: float | None = None


class MetricBatch(_Event, frozen=True, kw_only=True, tag="metrics"):
    """Means since the last report. Names are ``role/split/metric``, such as ``student/train/kd``.

    ``step`` counts optimiser steps of that role from 0, ``seconds`` its training time over all sessions.
    """

    step: int
    seconds: float
    values: dict[str, float]


class EvalDone(_Event, frozen=True, kw_only=True, tag="eval"):
    """A role was measured on a split."""

    role: str
    split: str
    step: int
    values: dict[str, float]


class PreviewShown(_Event, frozen=True, kw_only=True, tag="preview"):
    """Fresh answers for a fixed handful of examples."""

    step: int
    items: tuple[PreviewItem, ...]


class CheckpointSaved(_Event, frozen=True, kw_only=True, tag="checkpoint"):
    """A checkpoint was written and verified."""

    role: str
    step: int
    path: str
    size_bytes: int


class ArtifactWritten(_Event, frozen=True, kw_only=True, tag="artifact"):
    """A result file is complete."""

    artifact: Artifact


class Notice(_Event, frozen=True, kw_only=True, tag="notice"):
    """Something a person should know; the job goes on."""

    level: Literal["info", "warning"]
    code: str
    message: str
    hint: str = ""


class Answered(_Event, frozen=True, kw_only=True, tag="answered"):
    """A try-out job’s reply to the request with this ``id``: what each variant says to each of its inputs."""

    id: int
    answers: dict[str, Predictions]


class RowsMade(_Event, frozen=True, kw_only=True, tag="rows"):
    """A teacher LLM has made rows; one that comes again replaces the earlier of its id. ``usage`` is all so far."""

    rows: tuple[Row, ...]
    usage: Usage


class Heartbeat(_Event, frozen=True, kw_only=True, tag="heartbeat"):
    """The worker lives; what it uses. ``cpu_percent`` is of one core, so 200 is two busy cores."""

    rss_bytes: int
    cpu_percent: float
    gpu_bytes: int = 0


class StateChanged(_Event, frozen=True, kw_only=True, tag="state"):
    """The worker obeyed a command."""

    state: Literal["running", "paused", "stopping"]


class JobFinished(_Event, frozen=True, kw_only=True, tag="finished"):
    """The end of a job: everything done, or stopped on request with its checkpoint kept or discarded."""

    outcome: Literal["done", "stopped", "discarded"]
    reason: str = ""


class JobFailed(_Event, frozen=True, kw_only=True, tag="failed"):
    """The job ended with an error. ``traceback`` is for Copy details only."""

    code: str
    message: str
    hint: str = ""
    traceback: str = ""


Event = (
    JobStarted
    | PhaseChanged
    | Progress
    | MetricBatch
    | EvalDone
    | PreviewShown
    | CheckpointSaved
    | ArtifactWritten
    | Notice
    | Answered
    | RowsMade
    | Heartbeat
    | StateChanged
    | JobFinished
    | JobFailed
)
