"""The accuracy guard: no INT8 file leaves worse than it must, and what was done to it is said.

Every attempt is measured on the validation split with the default and with the precise kernel (the worse counts). First
the whole network is quantized with ranges found in several ways, fixed ones and, for transformers, those found for each
input. Of the fixed ones the closest is kept; where both kinds hold the tolerance, the faster of the two. Where none
holds it, repairs follow: the layers that hurt most kept in float, and at last the student fine-tuned with simulated
INT8. The first that holds is taken, otherwise the best.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from kdstudio.core.errors import Code, KDError
from kdstudio.core.phrases import percent
from kdstudio.core.recipe import ExportSpec
from kdstudio.engine import ort
from kdstudio.engine.progress import Reporter
from kdstudio.export import cpu
from kdstudio.export.runtime import run
from kdstudio.export.timing import latency
from kdstudio.export.variants import int8_dynamic, int8_static
from kdstudio.export.variants.base import Reference, Source, Workshop
from kdstudio.export.variants.plan import Calibration, Plan

AGREEMENT = 0.99
_PROBE, _SECONDS = 64, 0.5


@dataclass(frozen=True)
class Attempt:
    """One quantized file as measured.

    ``loss`` is in points of accuracy, ``agreement`` the share of FP32’s answers kept (0–1), ``noise`` the squared
    error of the logits relative to FP32’s.
    """

    plan: Plan
    path: Path
    loss: float
    agreement: float
    precise_agreement: float
    noise: float

    def within(self, tolerance: float, examples: int) -> bool:
        """Whether it may be shipped without a word. One changed answer is never held against it."""
        return self.loss <= tolerance and self.agreement >= min(AGREEMENT, 1 - 1 / examples)

    @property
    def quality(self) -> tuple[float, float, float]:
        """What makes one attempt better than another, the weightiest first."""
        return -max(0.0, self.loss), self.agreement, -self.noise

    def __str__(self) -> str:
        change = f"{self.loss:.2f} points lost" if self.loss > 0 else "nothing lost"
        return f"{self.plan}: {change}, {percent(self.agreement)} of the answers as in FP32"


@dataclass(frozen=True)
class Outcome:
    """The attempt to ship, why where speed decided, and all that were made, in order; from ``repairs`` on repairs."""

    best: Attempt
    tried: list[Attempt]
    repairs: int
    why: str = ""


def quantize(shop: Workshop) -> Outcome:
    """Find the INT8 file to ship; raises ``EXPORT_UNSUPPORTED`` where no way to quantize works at all."""
    if not shop.source.graph.layers:
        raise KDError(
            Code.EXPORT_UNSUPPORTED,
            "No layer of the network multiplies by weights, so there is nothing to quantize.",
            "Use the FP32 file, or choose another architecture.",
        )
    tolerance, examples = shop.spec.tolerance, len(shop.reference.labels)
    tried = list(_attempts(shop, ((plan, shop.source) for plan in plans(shop.source, shop.spec)), []))
    first = len(tried)
    if holding := [attempt for attempt in tried if attempt.within(tolerance, examples)]:
        best, why = _fastest(holding, shop.reference)
        return Outcome(best, tried, first, why)
    best = max(tried, key=_quality)
    for repair in (_float_layers, _finetuned):
        for attempt in () if best.within(tolerance, examples) else _attempts(shop, repair(shop, best), tried):
            shop.reporter.notice("int8-repair", f"INT8 with {tried[-1]}. Trying another way.", warning=False)
            tried.append(attempt)
            best = max(best, attempt, key=_quality)
            if best.within(tolerance, examples):
                break
    return Outcome(best, tried, first)


def _fastest(holding: list[Attempt], reference: Reference) -> tuple[Attempt, str]:
    """The best attempt of each kind, dynamic or not; where both hold, the faster one here with its speed in words."""
    kinds = {dynamic: [a for a in holding if a.plan.dynamic == dynamic] for dynamic in (False, True)}
    best = {str(max(found, key=_quality).plan): max(found, key=_quality) for found in kinds.values() if found}
    if len(best) == 1:
        return next(iter(best.values())), ""
    one = {name: values[:1] for name, values in reference.feeds.first().items()}
    times = latency({name: (attempt.path, one) for name, attempt in best.items()}, seconds=_SECONDS)
    fast, slow = sorted(times, key=lambda name: times[name].median_ms)
    return best[fast], f", {times[slow].median_ms / times[fast].median_ms:.2f} times as fast as {slow}"


def _attempts(shop: Workshop, plans: Iterable[tuple[Plan, Source]], before: list[Attempt]) -> Iterator[Attempt]:
    """Build and measure; a way that the quantizer cannot go is passed over as long as another one works."""
    failure: KDError | None = None
    number = len(before)
    for plan, source in plans:
        path = shop.source.folder / f"int8-{number}.onnx"
        try:
            build(source, plan, path)
        except KDError as error:
            failure = error
            shop.reporter.notice(error.code, f"INT8 with {plan} was passed over. {error.message}", warning=False)
            continue
        number += 1
        yield measure(plan, path, shop.reference)
    if failure is not None and not number:
        raise failure


def _quality(attempt: Attempt) -> tuple[float, float, float]:
    return attempt.quality


def plans(source: Source, spec: ExportSpec) -> Iterator[Plan]:
    """The ways to quantize the whole network."""
    reduce = spec.reduce_range == "yes" or (spec.reduce_range == "auto" and cpu.saturates())
    operators = int8_static.operators(source.graph)
    for calibration in get_args(Calibration):
        if spec.calibration in ("best", calibration):
            yield Plan(calibration=calibration, operators=operators, reduce_range=reduce)
    if source.graph.encoder:
        yield int8_dynamic.plan(spec)


def _float_layers(shop: Workshop, best: Attempt) -> Iterator[tuple[Plan, Source]]:
    """Leave 1, 2, 4 … of the most sensitive layers in float, at most half of them."""
    ranking = sensitivity(shop.source, best.plan, shop.reporter)
    count = 1
    while count <= len(ranking) // 2:
        yield best.plan.keeping(ranking[:count]), shop.source
        count *= 2


def _finetuned(shop: Workshop, best: Attempt) -> Iterator[tuple[Plan, Source]]:
    """Let the student learn to be quantized, where accuracy was lost and the caller can train."""
    if shop.finetune is None or best.loss <= shop.spec.tolerance:
        return
    plan = next(plans(shop.source, shop.spec))
    yield replace(plan, finetuned=True), shop.finetune(plan.reduce_range)


def build(source: Source, plan: Plan, path: Path) -> None:
    """Write the file that a plan describes."""
    (int8_dynamic if plan.dynamic else int8_static).build(source, plan, path)


def measure(plan: Plan, path: Path, reference: Reference) -> Attempt:
    """Run a file over the validation split with both kernels."""
    answers = reference.logits.argmax(1)
    accuracy = float(np.mean(answers == reference.labels))
    losses, agreements, noises = [], [], []
    for precise in (False, True):
        logits = run(ort.session(path, precise=precise), reference.feeds)
        found = logits.argmax(1)
        losses.append(100 * (accuracy - float(np.mean(found == reference.labels))))
        agreements.append(float(np.mean(found == answers)))
        noises.append(_noise(logits, reference.logits))
    return Attempt(plan, path, max(losses), min(agreements), agreements[1], max(noises))


def _noise(found: NDArray[np.float32], expected: NDArray[np.float32]) -> float:
    return float(np.square(found - expected).sum() / max(1e-12, float(np.square(expected).sum())))


def sensitivity(source: Source, plan: Plan, reporter: Reporter) -> tuple[str, ...]:
    """The layers by how much the logits suffer when that one alone is quantized, the most sensitive first.

    Suffering is the noise-to-signal ratio of the logits on a few calibration examples.
    """
    probe = [source.calibration.first()]
    expected = run(ort.session(source.model), probe)[:_PROBE]
    noise: dict[str, float] = {}
    path = source.folder / "int8-probe.onnx"
    for number, layer in enumerate(source.graph.layers):
        reporter.progress(number, len(source.graph.layers), "layers")
        try:
            build(source, plan.probing(layer), path)
        except KDError:
            noise[layer] = float("inf")
            continue
        noise[layer] = _noise(run(ort.session(path), probe)[:_PROBE], expected)
    return tuple(sorted(noise, key=noise.__getitem__, reverse=True))
