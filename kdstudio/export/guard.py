"""The accuracy guard: no INT8 file leaves worse than it must, and what was done to it is said.

Plans are tried in order of speed, each measured on the validation split with the default and with the precise kernel
(the worse counts): the usual plan, other ways to find ranges, the layers that hurt most kept in float, and at last the
student fine-tuned with simulated INT8. The first that keeps within the tolerance is taken, otherwise the best.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import numpy as np

from kdstudio.core.recipe import ExportSpec
from kdstudio.engine import ort
from kdstudio.engine.progress import Reporter
from kdstudio.export import cpu
from kdstudio.export.runtime import run
from kdstudio.export.variants import int8_dynamic, int8_static
from kdstudio.export.variants.base import Reference, Source, Workshop
from kdstudio.export.variants.plan import Calibration, Plan

AGREEMENT = 0.99
_PROBE = 64


@dataclass(frozen=True)
class Attempt:
    """One quantized file as measured: points of accuracy lost, and share of FP32’s answers kept (0–1)."""

    plan: Plan
    path: Path
    loss: float
    agreement: float
    precise_agreement: float

    def within(self, tolerance: float, examples: int) -> bool:
        """Whether it may be shipped without a word. One changed answer is never held against it."""
        return self.loss <= tolerance and self.agreement >= min(AGREEMENT, 1 - 1 / examples)

    def __str__(self) -> str:
        change = f"{self.loss:.2f} points lost" if self.loss > 0 else "nothing lost"
        return f"{self.plan}: {change}, {self.agreement:.1%} of the answers as in FP32"


def quantize(shop: Workshop) -> tuple[Attempt, list[Attempt]]:
    """The attempt to ship, and all that were made, in order."""
    tried: list[Attempt] = []
    for repair in (_calibrations, _float_layers, _finetuned):
        for plan, source in repair(shop, tried):
            if tried:
                shop.reporter.notice("int8-repair", f"INT8 with {tried[-1]}. Trying another way.", warning=False)
            path = shop.source.folder / f"int8-{len(tried)}.onnx"
            build(source, plan, path)
            tried.append(measure(plan, path, shop.reference))
            if tried[-1].within(shop.spec.tolerance, len(shop.reference.labels)):
                return tried[-1], tried
    return max(tried, key=_quality), tried


def _calibrations(shop: Workshop, tried: list[Attempt]) -> Iterator[tuple[Plan, Source]]:
    for plan in plans(shop.source, shop.spec):
        yield plan, shop.source


def _float_layers(shop: Workshop, tried: list[Attempt]) -> Iterator[tuple[Plan, Source]]:
    """Leave 1, 2, 4 … of the most sensitive layers in float, at most half of them."""
    best = max(tried, key=_quality).plan
    ranking = sensitivity(shop.source, best, shop.reporter)
    count = 1
    while count <= len(ranking) // 2:
        yield best.keeping(ranking[:count]), shop.source
        count *= 2


def _finetuned(shop: Workshop, tried: list[Attempt]) -> Iterator[tuple[Plan, Source]]:
    """Let the student learn to be quantized, where accuracy was lost and the caller can train."""
    best = max(tried, key=_quality)
    if shop.finetune is None or best.loss <= shop.spec.tolerance:
        return
    plan = next(plans(shop.source, shop.spec))
    yield replace(plan, finetuned=True), shop.finetune(plan.reduce_range)


def build(source: Source, plan: Plan, path: Path) -> None:
    """Write the file that a plan describes."""
    (int8_dynamic if plan.dynamic else int8_static).build(source, plan, path)


def plans(source: Source, spec: ExportSpec) -> Iterator[Plan]:
    """The ways to quantize the whole network, the fastest first."""
    reduce = spec.reduce_range == "yes" or (spec.reduce_range == "auto" and cpu.saturates())
    operators = int8_static.ENCODER_OPERATORS if source.graph.encoder else ()
    for calibration in sorted(get_args(Calibration), key=spec.calibration.__ne__):
        yield Plan(calibration=calibration, operators=operators, reduce_range=reduce)
        if source.graph.encoder and calibration == spec.calibration:
            yield Plan(dynamic=True, reduce_range=spec.reduce_range != "no")


def measure(plan: Plan, path: Path, reference: Reference) -> Attempt:
    """Run a file over the validation split with both kernels."""
    answers = reference.logits.argmax(1)
    accuracy = float(np.mean(answers == reference.labels))
    losses, agreements = [], []
    for precise in (False, True):
        found = run(ort.session(path, precise=precise), reference.feeds).argmax(1)
        losses.append(100 * (accuracy - float(np.mean(found == reference.labels))))
        agreements.append(float(np.mean(found == answers)))
    return Attempt(plan, path, max(losses), min(agreements), agreements[1])


def _quality(attempt: Attempt) -> tuple[float, float]:
    return -attempt.loss, attempt.agreement


def sensitivity(source: Source, plan: Plan, reporter: Reporter) -> tuple[str, ...]:
    """The layers by how much the logits suffer when that one alone is quantized, the most sensitive first.

    Suffering is the noise-to-signal ratio of the logits on a few calibration examples.
    """
    probe = [next(source.calibration())]
    expected = run(ort.session(source.model), probe)[:_PROBE]
    noise: dict[str, float] = {}
    path = source.folder / "int8-probe.onnx"
    for number, layer in enumerate(source.graph.layers):
        reporter.progress(number, len(source.graph.layers), "layers")
        build(source, plan.probing(layer), path)
        found = run(ort.session(path), probe)[:_PROBE]
        noise[layer] = float(np.square(found - expected).sum() / max(1e-12, float(np.square(expected).sum())))
    return tuple(sorted(noise, key=noise.__getitem__, reverse=True))
