"""The recipe that goes on from a data set which a teacher LLM made."""

from __future__ import annotations

from pathlib import Path

from kdstudio.core.recipe import AugmentSpec, DataSpec, PlanSpec, Recipe, StudentSpec, TeacherSpec
from kdstudio.core.synthesis import Synthesis, SynthesisReport

TEXT_STUDENT = StudentSpec(
    architecture="text-encoder", params={"layers": 1, "width": 64, "heads": 2, "feed_forward": 128}
)
TEXT_PLAN = PlanSpec(epochs=10, optimizer="adamw", learning_rate=1e-3, weight_decay=0.01, augment=AugmentSpec(views=1))
_STEPS = 1500
"""Optimiser steps that such a student wants, whether its rows are few or many."""
_BATCH = 32
_LEAST, _MOST = 5, 60
_TOKENS_PER_WORD = 2


def recipe_of(task: Synthesis, report: SynthesisReport) -> Recipe:
    """Distil the teacher's answers into a small text classifier, for as long as suits the number of rows."""
    rows = sum(report.kept.values())
    epochs = max(_LEAST, min(_MOST, round(_STEPS * _BATCH / max(1, rows))))
    length = max(16, min(512, _TOKENS_PER_WORD * task.generate.max_words))
    return Recipe(
        name=task.brief.name.strip() or Path(report.data).parent.name,
        task="text-classification",
        data=DataSpec(path=report.data, max_length=length),
        teacher=TeacherSpec(kind="predictions", path=report.predictions, output="probabilities"),
        student=TEXT_STUDENT,
        plan=PlanSpec(
            epochs=epochs,
            batch_size=_BATCH,
            optimizer=TEXT_PLAN.optimizer,
            learning_rate=TEXT_PLAN.learning_rate,
            weight_decay=TEXT_PLAN.weight_decay,
            augment=AugmentSpec(views=1, drop=0.1),
        ),
    )
