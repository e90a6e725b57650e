"""The frame of a distillation method: settings, named unweighted loss terms and their weights."""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Annotated, Any, ClassVar, Literal, TypeVar

import msgspec
import torch.nn.functional as F
from torch import Tensor, nn

from kdstudio.core.errors import Code, KDError
from kdstudio.core.params import param
from kdstudio.core.recipe import TaskKind


@dataclass(frozen=True)
class Batch:
    """One step as a method sees it.

    ``student`` and ``teacher`` are logits ``(B, C)``, ``labels`` ``(B,)``; ``progress`` runs from 0 to 1 over the
    training. ``features`` are pairs of feature maps ``(B, C, H, W)``, student's and teacher's, for a method that
    looks inside (:class:`FeatureMethod`). ``class_weights`` ``(C,)`` say how much each class counts with the labels.
    """

    student: Tensor
    teacher: Tensor
    labels: Tensor
    progress: float = 0.0
    label_smoothing: float = 0.0
    features: tuple[tuple[Tensor, Tensor], ...] = ()
    class_weights: Tensor | None = None

    def cross_entropy(self) -> Tensor:
        """The student's cross-entropy with the labels, in nats: the term ``ce`` of every method.

        With class weights w it is the mean over the batch of w_y · CE, not divided by the batch's own sum of weights as
        PyTorch does: so a batch computed in parts, or one without rare classes, gives the same gradient.
        """
        if self.class_weights is None:
            return F.cross_entropy(self.student, self.labels, label_smoothing=self.label_smoothing)
        each = F.cross_entropy(self.student, self.labels, label_smoothing=self.label_smoothing, reduction="none")
        return (self.class_weights[self.labels] * each).mean()


LabelWeight = Annotated[
    float, param("Weight α of the cross-entropy with the labels.", label="Weight of the labels", ge=0, le=100)
]


class Method(nn.Module, ABC):
    """A distillation method. It is a module so that adapters, where it has any, are trained and saved."""

    name: ClassVar[str]
    title: ClassVar[str]
    summary: ClassVar[str]
    paper: ClassVar[str]
    tasks: ClassVar[tuple[TaskKind, ...]] = ("image-classification", "text-classification")
    needs: ClassVar[tuple[str, ...]] = ("logits",)
    minimum_classes: ClassVar[int] = 2
    vanishes_at_teacher: ClassVar[bool] = True
    """Whether all terms but ``ce`` are zero, and have no gradient, where the student equals its teacher."""
    Params: ClassVar[type[msgspec.Struct]]

    def __init__(self, params: Any, classes: int) -> None:
        super().__init__()
        self.params = params
        self.classes = classes

    @abstractmethod
    def terms(self, batch: Batch) -> dict[str, Tensor]:
        """Unweighted scalar terms by name, such as ``ce`` and ``kd``."""

    @abstractmethod
    def weights(self, progress: float) -> dict[str, float]:
        """The weight of every term at this point of the training (0 to 1)."""


Shapes = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""Student's and teacher's feature map ``(C, H, W)``, pair by pair."""

_Pair = TypeVar("_Pair")


class FeatureParams(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What every method that looks inside lets the user choose."""

    student_layers: Annotated[
        tuple[str, ...],
        param("Layers of the student to compare, by path, such as layer2; none takes the ends of its stages."),
    ] = ()
    teacher_layers: Annotated[
        tuple[str, ...], param("Layers of the teacher to compare with them, as many and in the same order.")
    ] = ()


class FeatureMethod(Method):
    """A method that also compares feature maps. ``uses`` are the pairs of stages it takes where none are named."""

    needs = ("logits", "features")
    tasks = ("image-classification",)
    uses: ClassVar[Literal["all", "middle", "last"]] = "all"

    def prepare(self, shapes: Shapes) -> None:
        """Build the adapters that maps of these shapes need; without adapters there is nothing to do."""

    def choose(self, pairs: tuple[_Pair, ...]) -> tuple[_Pair, ...]:
        """The pairs of stages that are compared."""
        match self.uses:
            case "all":
                return pairs
            case "middle":
                return (pairs[len(pairs) // 2],)
            case "last":
                return pairs[-1:]


_REGISTRY: dict[str, type[Method]] = {}


def method(cls: type[Method]) -> type[Method]:
    """Register a method under its ``name``."""
    if cls.name in _REGISTRY:
        raise ValueError(f"two methods are called {cls.name}")
    _REGISTRY[cls.name] = cls
    return cls


def all_methods() -> dict[str, type[Method]]:
    """Every method by name: those of this package and those other packages register."""
    package = importlib.import_module("kdstudio.engine.methods")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    for entry in entry_points(group="kdstudio.methods"):
        entry.load()
    return _REGISTRY


def create(name: str, params: Mapping[str, Any], classes: int) -> Method:
    """A method with its settings; raises ``METHOD_UNSUITABLE`` or ``RECIPE_INVALID``."""
    found = all_methods().get(name)
    if found is None:
        raise KDError(Code.METHOD_UNSUITABLE, f"There is no method “{name}”.", f"Known: {', '.join(all_methods())}.")
    if classes < found.minimum_classes:
        raise KDError(
            Code.METHOD_UNSUITABLE,
            f"{found.title} needs at least {found.minimum_classes} classes; this data has {classes}.",
            "Choose another method, such as kd.",
        )
    try:
        settings = msgspec.convert(dict(params), found.Params)
    except msgspec.ValidationError as error:
        raise KDError(Code.RECIPE_INVALID, f"Settings of {found.title}: {error}.", "Correct that setting.") from None
    return found(settings, classes)
