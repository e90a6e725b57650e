"""The teacher: trained here, an own checkpoint, an ONNX file, or a file of predictions."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.core import catalog as catalogs
from kdstudio.core.advice import ORDER
from kdstudio.core.recipe import Recipe, TeacherSpec
from kdstudio.gui.models.architecture_picker import ArchitecturePicker
from kdstudio.gui.models.folder_field import FolderField
from kdstudio.gui.models.problems import Problems
from kdstudio.gui.models.settings_of import settings_of
from kdstudio.gui.models.spec_form import SpecForm
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.stack import Stack
from kdstudio.gui.widgets.text import label

Kind = Literal["train", "checkpoint", "onnx", "predictions"]

_FIELDS: dict[str, tuple[str, ...]] = {
    "checkpoint": ("teacher.architecture", "teacher.classes"),
    "onnx": ("teacher.output", "teacher.layout", "teacher.mean", "teacher.std", "teacher.classes"),
    "predictions": ("teacher.output", "teacher.classes"),
}


class TeacherCard(Card):
    """Kind first, then what that kind needs."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(self.tr("Teacher"), padding=18)
        self._studio = studio
        self.kind = Segmented(
            [
                ("train", self.tr("Train here")),
                ("checkpoint", self.tr("Checkpoint")),
                ("onnx", self.tr("ONNX")),
                ("predictions", self.tr("Predictions")),
            ],
            self.tr("Kind of teacher"),
        )
        self.kind.chosen.connect(self._on_kind)
        self._words = label("", "muted", wrap=True)
        self.picker = ArchitecturePicker(studio, "teacher")
        self.folder = FolderField(studio, self.tr("Teacher file or folder"))
        self.folder.changed.connect(self._on_path)
        self.folder.fetched.connect(self._on_fetched)
        self.form = SpecForm(studio)
        use = self.tr("Use this order"), self._on_order
        self.problems = Problems(lambda problem: problem.path.startswith("teacher"), {ORDER: use})
        self._stack = Stack()
        self._stack.addWidget(self.picker)
        self._stack.addWidget(self._from_file())
        for item in (self.kind, self._words):
            self.add(item)
        self.add(self._stack, 1)
        self.add(self.problems)

    def _from_file(self) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.folder)
        layout.addWidget(self.form)
        layout.addStretch(1)
        return holder

    def show_recipe(self, recipe: Recipe) -> None:
        """Bring the card in step with the recipe."""
        spec = recipe.teacher
        self.kind.set_value(spec.kind)
        self._words.setText(self._explain(spec.kind))
        if spec.kind == "train":
            self._stack.setCurrentIndex(0)
            self.picker.show_recipe(recipe)
        else:
            self._stack.setCurrentIndex(1)
            self.folder.path.set_path(spec.path)
            self.folder.offer_hub(spec.kind == "checkpoint")
            self.form.show_settings(settings_of(recipe, *_FIELDS[spec.kind]))

    def command(self) -> str:
        """What was typed of a model on the hub, for a terminal, or an empty string."""
        return self.folder.command() or self.picker.command()

    def _on_fetched(self, folder: str) -> None:
        spec = TeacherSpec(kind="checkpoint", path=folder)
        self._studio.set_recipe(msgspec.structs.replace(self._studio.recipe, teacher=spec), self.tr("teacher file"))

    def _explain(self, kind: Kind) -> str:
        return {
            "train": self.tr("A bigger architecture is trained on your data first, then it teaches."),
            "checkpoint": self.tr(
                "A Hugging Face folder, a KD Studio model folder, or a safetensors or state-dict file with the name of "
                "its architecture. Nothing in the file is run."
            ),
            "onnx": self.tr("An ONNX file from any framework that takes one batch of inputs and gives class scores."),
            "predictions": self.tr(
                "A CSV, JSONL or Parquet table or an NPZ file with the teacher’s logits or probabilities "
                "for each example."
            ),
        }[kind]

    def _on_kind(self, value: str) -> None:
        kind = next(kind for kind in get_args(Kind) if kind == value)
        before = self._studio.recipe
        architecture = before.teacher.architecture
        if kind == "train" and not architecture:
            fitting = catalogs.load().for_task(before.task)
            architecture = fitting[-1].name if fitting else ""
        spec = TeacherSpec(kind=kind, path="", architecture=architecture if kind in ("train", "checkpoint") else "")
        self._studio.set_recipe(msgspec.structs.replace(before, teacher=spec), self.tr("kind of teacher"))

    def _on_order(self) -> None:
        take_order(self._studio)

    def _on_path(self, path: str) -> None:
        before = self._studio.recipe
        teacher = msgspec.structs.replace(before.teacher, path=path)
        self._studio.set_recipe(msgspec.structs.replace(before, teacher=teacher), self.tr("teacher file"))


def take_order(studio: Studio) -> None:
    """Name the teacher's classes in the order in which its answers fit the data."""
    profile = studio.probe.current(studio.recipe)
    if profile is not None and profile.teacher_order:
        teacher = msgspec.structs.replace(studio.recipe.teacher, classes=profile.teacher_order)
        words = QCoreApplication.translate("teacher", "order of the teacher’s classes")
        studio.set_recipe(msgspec.structs.replace(studio.recipe, teacher=teacher), words)
