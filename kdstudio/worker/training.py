"""Training one role of a distillation: settle the runtime once, then run the loop on the role's checkpoints."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from kdstudio.core.metrics import Role
from kdstudio.core.recipe import PlanSpec, StudentSpec, TeacherSpec
from kdstudio.engine import parallel
from kdstudio.engine.answers import Answers, Views
from kdstudio.engine.checkpoint import CheckpointStore
from kdstudio.engine.device import Runtime, settle
from kdstudio.engine.features import Features, between
from kdstudio.engine.loop import train
from kdstudio.engine.methods import FeatureMethod, Method
from kdstudio.engine.models import saved, sources
from kdstudio.engine.training import Training
from kdstudio.runs.files import write_atomic
from kdstudio.worker.listener import RoleListener
from kdstudio.worker.preview import Preview
from kdstudio.worker.work import Work


@dataclass(frozen=True)
class Lesson:
    """How one role learns: its network by name, its plan and method, and what the teacher says.

    ``teacher`` holds the teacher's validation logits ``(N, C)``, for the agreement while it learns; ``inside`` is the
    teacher's network, for a method that looks inside.
    """

    role: Role
    network: StudentSpec | TeacherSpec
    plan: PlanSpec
    method: Method
    views: Views
    answers: Answers | None = None
    preview: Preview | None = None
    teacher: NDArray[np.float32] | None = None
    inside: nn.Module | None = None


def train_role(work: Work, lesson: Lesson) -> nn.Module:
    """Train a role to the end and keep it under ``artifacts/models/<role>``; one that is there already is loaded.

    Fresh weights depend on the plan's seed alone, so control and student start from the same ones.
    """
    context, dataset, spec = work.context, work.dataset, lesson.network
    place = context.folder.artifacts / "models" / lesson.role
    if saved.is_saved(place):
        return saved.load(place).module
    torch.manual_seed(lesson.plan.seed)
    fresh = sources.new(spec, dataset)
    module = fresh.module
    checkpoints = context.folder.checkpoints / lesson.role
    runtime = _runtime(work, lesson, module, checkpoints / "runtime.json")
    features = _features(work, lesson, runtime.place(module), runtime)
    listener = RoleListener(context, lesson.role, lesson.preview, lesson.teacher)
    store = CheckpointStore(checkpoints, context, work.recipe.runtime.keep_checkpoints, listener.saved)
    try:
        module = train(
            Training(
                model=module,
                method=lesson.method,
                task=work.task,
                dataset=dataset,
                plan=lesson.plan,
                views=lesson.views,
                answers=lesson.answers,
                runtime=runtime,
                store=store,
                listener=listener,
                features=features,
                checkpoint_seconds=work.recipe.runtime.checkpoint_seconds,
            )
        ).cpu()
    finally:
        listener.close()
    with parallel.leader_first():
        if context.leads:
            saved.save(
                place,
                module,
                architecture=fresh.architecture,
                params=fresh.params,
                input=dataset.input,
                labels=dataset.labels,
            )
    return module


def _features(work: Work, lesson: Lesson, module: nn.Module, runtime: Runtime) -> Features | None:
    """The layers that the method compares, and its adapters for them, the same ones at every start."""
    if not isinstance(lesson.method, FeatureMethod):
        return None
    inputs = runtime.place_inputs(work.task.sample(work.dataset.input, 2))
    features = between(module, lesson.inside, inputs, lesson.method)
    torch.manual_seed(lesson.plan.seed)
    lesson.method.prepare(features.shapes)
    return features


def _runtime(work: Work, lesson: Lesson, module: nn.Module, record: Path) -> Runtime:
    """The runtime of this role: measured at its first start, kept for every resume since it changes the bits."""
    spec = work.recipe.runtime
    if record.exists():
        spec = msgspec.json.decode(record.read_bytes(), type=type(spec))
    dataset, plan = work.dataset, lesson.plan
    index = np.arange(min(plan.micro_batch or plan.batch_size, len(dataset.train)))
    runtime = settle(spec, module, lambda: work.task.batch(dataset.train, index, dataset.input, None), work.context)
    channels_last = runtime.memory_format is torch.channels_last
    if not work.context.leads:
        return runtime
    kept = msgspec.structs.replace(
        spec, threads=runtime.threads, memory_format="channels_last" if channels_last else "contiguous"
    )
    write_atomic(record, msgspec.json.encode(kept))
    return runtime
