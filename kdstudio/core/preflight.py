"""Problems that can be told from the recipe alone, before anything is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from kdstudio.core import catalog as catalogs
from kdstudio.core import params
from kdstudio.core.catalog import Catalog
from kdstudio.core.errors import KDError
from kdstudio.core.params import ParamSpec, Value
from kdstudio.core.recipe import Recipe
from kdstudio.core.resources import resolve


class Problem(msgspec.Struct, frozen=True):
    """Something to know before starting: the setting it is about, a sentence, the next step."""

    path: str
    message: str
    hint: str = ""
    severity: Literal["warn", "stop"] = "stop"


def check(recipe: Recipe, catalog: Catalog | None = None) -> list[Problem]:
    """All problems of a recipe, the blocking ones first."""
    catalog = catalog or catalogs.load()
    found = [*_paths(recipe), *_architectures(recipe, catalog), *_method(recipe, catalog), *_plan(recipe)]
    return sorted(found, key=lambda problem: problem.severity == "warn")


def _paths(recipe: Recipe) -> Iterator[Problem]:
    wanted = [("data.path", "data", recipe.data.path)]
    if recipe.teacher.kind != "train" or recipe.teacher.architecture == catalogs.FOLDER:
        wanted.append(("teacher.path", "teacher", recipe.teacher.path))
    if recipe.student.path or recipe.student.architecture == catalogs.FOLDER:
        wanted.append(("student.path", "student", recipe.student.path))
    for setting, what, path in wanted:
        if not path:
            yield Problem(setting, f"No file or folder is given for the {what}.", f"Choose one ({setting}).")
            continue
        try:
            exists = resolve(path).exists()
        except KDError as error:
            yield Problem(setting, error.message, error.hint)
            continue
        except OSError as error:  # a name that is too long, a folder that may not be entered
            yield Problem(setting, f"{path} cannot be looked at: {error.strerror}.", "Check the path and its rights.")
            continue
        if not exists:
            yield Problem(setting, f"{path} does not exist.", _where_else(setting, path))


def _where_else(setting: str, path: str) -> str:
    """What to do about a path that is not there; ``owner/name`` may be meant for the hub."""
    if setting != "data.path" and re.fullmatch(r"\w[\w.-]*/\w[\w.-]*", path):
        return f"If this is a model of the Hugging Face hub, fetch it first with “kdstudio fetch {path}”."
    return "Check the path."


def _architectures(recipe: Recipe, catalog: Catalog) -> Iterator[Problem]:
    wanted = [("student", recipe.student.architecture, recipe.student.params)]
    if recipe.teacher.kind == "train" or recipe.teacher.architecture:
        wanted.append(("teacher", recipe.teacher.architecture, recipe.teacher.params))
    for section, name, values in wanted:
        if not name:
            yield Problem(f"{section}.architecture", f"The {section} has no architecture.", "Choose one.")
            continue
        if not catalogs.is_listed(name):
            continue
        try:
            info = catalog.architecture(name)
        except KDError as error:
            yield Problem(f"{section}.architecture", error.message, error.hint)
            continue
        if info.task != recipe.task:
            yield Problem(
                f"{section}.architecture",
                f"{info.title} does not do {recipe.task}.",
                "Choose an architecture for this task.",
            )
        yield from _params(section, info.params, values)
    teacher_is_student = (
        recipe.teacher.kind == "train"
        and recipe.teacher.architecture == recipe.student.architecture
        and recipe.teacher.params == recipe.student.params
        and catalogs.is_listed(recipe.student.architecture)
    )
    if teacher_is_student:
        yield Problem(
            "student.architecture",
            "Teacher and student are the same network, so nothing gets smaller.",
            "This is self-distillation; choose a smaller student to compress.",
            "warn",
        )


def _method(recipe: Recipe, catalog: Catalog) -> Iterator[Problem]:
    try:
        info = catalog.method(recipe.method.name)
    except KDError as error:
        yield Problem("method.name", error.message, error.hint)
        return
    yield from _params("method", info.params, recipe.method.params)
    if recipe.task not in info.tasks:
        yield Problem("method.name", f"{info.title} does not do {recipe.task}.", "Choose another method.")
    if info.looks_inside and recipe.teacher.kind in ("onnx", "predictions"):
        yield Problem(
            "method.name",
            f"{info.title} looks inside the teacher, which a teacher of kind {recipe.teacher.kind} does not allow.",
            "Choose a method that needs only the teacher’s answers, such as kd.",
        )


def _params(section: str, specs: tuple[ParamSpec, ...], values: Mapping[str, Value]) -> Iterator[Problem]:
    known = {spec.name: spec for spec in specs}
    for name, value in values.items():
        if name not in known:
            yield Problem(f"{section}.{name}", f"There is no setting {section}.{name}.", f"Known: {', '.join(known)}.")
        elif wrong := params.check(known[name], value):
            yield Problem(f"{section}.{name}", wrong, known[name].help)


def _plan(recipe: Recipe) -> Iterator[Problem]:
    plan = recipe.plan
    if plan.micro_batch > plan.batch_size:
        yield Problem(
            "plan.micro_batch", "The micro-batch is larger than the batch.", "Choose a divisor of the batch size."
        )
    elif plan.micro_batch and plan.batch_size % plan.micro_batch:
        yield Problem(
            "plan.micro_batch", "The batch size is not a multiple of the micro-batch.", "Choose a divisor of it."
        )
    if recipe.teacher.kind == "predictions" and plan.augment.views != 1 and recipe.augments:
        yield Problem(
            "plan.augment",
            "A file of predictions knows only the unchanged images, so the student’s images are not augmented.",
            "Set every augmentation to 0 to say so in the recipe.",
            "warn",
        )
    if not recipe.runtime.control:
        yield Problem(
            "runtime.control",
            "Without training the student alone, the gain of distilling is not known.",
            "Switch the control run on.",
            "warn",
        )
