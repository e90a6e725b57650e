"""What a job folder asks for. Each kind of job is one tagged struct; its recipe lies beside it."""

from __future__ import annotations

from typing import Literal

import msgspec

VERSION = 1


class _Job(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Base of all jobs."""

    version: int = VERSION


class DataCheckJob(_Job, frozen=True, kw_only=True, tag="data-check"):
    """Read the recipe's data and write ``artifacts/health.json`` (:class:`kdstudio.core.health.Health`)."""


class ProfileJob(_Job, frozen=True, kw_only=True, tag="profile"):
    """Measure architectures on the recipe's data and write ``artifacts/profile.json``.

    An empty tuple profiles the recipe's own teacher and student.
    """

    architectures: tuple[str, ...] = ()


class DistillJob(_Job, frozen=True, kw_only=True, tag="distill"):
    """The main job: teacher, cache, control, student, evaluation, export.

    ``expected`` holds the seconds that each phase was estimated to take, for the time left; see
    :func:`kdstudio.core.profile.estimate`.
    """

    expected: dict[str, float] = {}


class ExportJob(_Job, frozen=True, kw_only=True, tag="export"):
    """Export the student of a finished run again, with this recipe's export section."""

    run: str


class PredictJob(_Job, frozen=True, kw_only=True, tag="predict"):
    """Run a model file on inputs (paths or texts) and write ``artifacts/predictions.json``.

    With ``run``, the folder of a finished run, its teacher and all its exported files answer instead, and
    ``artifacts/answers.json`` holds their :class:`~kdstudio.core.prediction.Predictions` by variant.
    """

    inputs: tuple[str, ...]
    model: str = ""
    run: str = ""


class TryOutJob(_Job, frozen=True, kw_only=True, tag="try-out"):
    """Hold the teacher and all exported files of a finished run, and answer requests until told to stop.

    The requests are ``Ask`` commands, the replies ``Answered`` events: the job folder is the only channel.
    """

    run: str


class BenchJob(_Job, frozen=True, kw_only=True, tag="bench"):
    """Time the files of an export folder on this machine and write ``artifacts/bench.json``.

    The result is a :class:`kdstudio.core.deliverable.Bench`.
    """

    export: str


class HubJob(_Job, frozen=True, kw_only=True, tag="hub"):
    """Ask the Hugging Face hub about a model and write ``artifacts/hub.json`` (:class:`kdstudio.core.hub.HubModel`).

    With ``fetch`` its files are brought into the workspace. ``revision`` is a commit, a branch or a tag.
    """

    model: str
    revision: str = "main"
    fetch: bool = False


class LLMProbeJob(_Job, frozen=True, kw_only=True, tag="llm-probe"):
    """Ask the teacher LLM of a task folder once and write ``artifacts/probe.json``.

    The result is a :class:`kdstudio.core.synthesis.Probe`. ``changes`` are settings that differ from ``task.toml``.
    """

    task: str
    changes: dict[str, str] = {}


class SynthesisJob(_Job, frozen=True, kw_only=True, tag="synthesis"):
    """Have the teacher LLM of a task folder write or label examples.

    Rows come as ``RowsMade`` events; ``artifacts/synthesis.json`` is a
    :class:`kdstudio.core.synthesis.SynthesisReport`. A full run also writes the data set beside the task. Started
    again, it takes what was answered already from the ledger. ``changes`` are settings that differ from ``task.toml``.
    """

    task: str
    changes: dict[str, str] = {}
    stage: Literal["pilot", "full"] = "full"


Job = (
    DataCheckJob
    | ProfileJob
    | DistillJob
    | ExportJob
    | PredictJob
    | TryOutJob
    | BenchJob
    | HubJob
    | LLMProbeJob
    | SynthesisJob
)
