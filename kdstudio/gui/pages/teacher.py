"""Choose the teacher LLM, hand it a key, and try it."""

from __future__ import annotations

from typing import get_args
from urllib.parse import urlsplit

import msgspec
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kdstudio.core import llm_address
from kdstudio.core.errors import KDError
from kdstudio.core.preflight import Problem
from kdstudio.core.synthesis import LLMKind, LLMSpec
from kdstudio.gui import spoken
from kdstudio.gui.page import Page
from kdstudio.gui.studio import Studio
from kdstudio.gui.teach.field import Field
from kdstudio.gui.teach.key_field import KeyField
from kdstudio.gui.teach.probe_card import ProbeCard
from kdstudio.gui.teach.task_form import TaskForm
from kdstudio.gui.teaching import command_for
from kdstudio.gui.widgets.card import Card, stacked
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.path_field import PathField
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.stack import Stack
from kdstudio.gui.widgets.text import label


class TeacherPage(Page):
    """Second step of teaching with an LLM."""

    key = "teacher"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.teaching = studio.teaching
        self._wrong: Problem | None = None
        self.set_heading(
            self.tr("Teacher LLM"),
            self.tr("It writes and labels the examples. Only it is asked; the small model later runs without it."),
        )
        self.set_primary(self.tr("Next"), lambda: studio.go("examples"), self.tr("Next: examples"))
        self.probe = ProbeCard(studio)
        self.probe.key_wanted.connect(self._ask_for_key)
        left = stacked(self._where_card(), self._licence_card())
        self.add(Columns((left, 1), (stacked(self.probe, self._price_card()), 1)))
        self.body.addStretch(1)
        for signal in (self.teaching.opened, self.teaching.changed, self.teaching.tested):
            signal.connect(self.refresh)
        self.teaching.opened.connect(self._on_opened)
        self.refresh()

    # the parts

    def _where_card(self) -> Card:
        card = Card(self.tr("Where it runs"))
        self.kind = Segmented(
            [("endpoint", self.tr("Endpoint")), ("gguf", self.tr("File on this machine"))],
            self.tr("Where the teacher runs"),
        )
        self.kind.chosen.connect(self._on_kind)
        self._stack = Stack()
        self._stack.addWidget(self._endpoint())
        self._stack.addWidget(self._file())
        card.add(self.kind)
        card.add(self._stack)
        return card

    def _endpoint(self) -> QWidget:
        address, model = QLineEdit(), QLineEdit()
        address.setPlaceholderText("https://api.example.com/v1")
        model.setPlaceholderText("large-instruct")
        words = self.tr(
            "Base URL of any endpoint that speaks the OpenAI interface, on the internet or in your network."
        )
        self.address = Field("llm.address", self.tr("Base URL"), words, address)
        self.address.edited.connect(self._on_address)
        self.address.used.connect(self.refresh)
        self.model = Field("llm.model", self.tr("Model"), self.tr("Its name at the endpoint."), model)
        self.model.edited.connect(lambda text: self._put(self.tr("model"), model=str(text).strip()))
        self.key_field = KeyField(self.studio)
        self.key_field.kept.connect(self.teaching.work.hand_over)
        self.consent = TaskForm(self.teaching, "llm", ("plain_http",))
        return _column(self.address, self.consent, self.model, self.key_field)

    def _file(self) -> QWidget:
        self.file = PathField(self.tr("GGUF file"), self.tr("GGUF (*.gguf)"), folders=False)
        self.file.changed.connect(lambda path: self._put(self.tr("file"), path=path))
        words = self.tr("A GGUF file of an instruction-tuned model. Nothing leaves this machine, and nothing is paid.")
        return _column(label(words, "muted", wrap=True), self.file)

    def _licence_card(self) -> Card:
        card = Card(self.tr("Licence"))
        licence = QLineEdit()
        licence.setPlaceholderText("apache-2.0")
        words = self.tr(
            "Some licences and terms forbid training on answers, or training a rival. Look it up; it is written into "
            "the record of what your model comes from."
        )
        self.licence = Field("llm.licence", self.tr("Licence or terms of the teacher"), words, licence)
        self.licence.edited.connect(lambda text: self._put(self.tr("licence"), licence=str(text).strip()))
        card.add(self.licence)
        return card

    def _price_card(self) -> Card:
        card = Card(self.tr("How it is asked"))
        self.prices = TaskForm(self.teaching, "llm", ("price_in", "price_out"))
        self.cap = TaskForm(self.teaching, "generate", ("spend_cap",))
        self.pace = TaskForm(self.teaching, "llm", ("temperature", "parallel", "timeout_seconds"))
        for form in (self.prices, self.cap, self.pace):
            card.add(form)
        return card

    # from the task to the page

    def _on_opened(self) -> None:
        self._wrong = None
        self.address.is_used = bool(self.teaching.task.llm.address)

    def refresh(self) -> None:
        """Bring everything in step with the task."""
        llm = self.teaching.task.llm
        self.kind.set_value(llm.kind)
        self._stack.setCurrentIndex(0 if llm.kind == "endpoint" else 1)
        if self._wrong is None and not self._same(llm.address):
            self.address.show_text(llm.address)
        self.model.show_text(llm.model)
        self.licence.show_text(llm.licence)
        self.file.set_path(llm.path)
        self.consent.setVisible(_needs_consent(llm))
        paid = llm.kind == "endpoint"
        for form in (self.prices, self.cap):
            form.setVisible(paid)
        self.pace.rows["parallel"].setVisible(paid)
        self.address.show_problems([self._wrong] if self._wrong is not None else [])
        self.key_field.show_address(llm.address if paid else "")
        self.probe.block(spoken.engine(self._wrong.message) if self._wrong is not None else self.teaching.untestable())
        self.probe.refresh()
        self.block(self.probe.reason or self.teaching.blocked("examples"))

    def _same(self, address: str) -> bool:
        """Whether what is typed means this address."""
        assert isinstance(self.address.editor, QLineEdit)
        try:
            return llm_address.clean(self.address.editor.text()) == address
        except KDError:
            return False

    # from the page to the task

    def _put(self, words: str, **fields: object) -> None:
        task = self.teaching.task
        self.teaching.change(msgspec.structs.replace(task, llm=msgspec.structs.replace(task.llm, **fields)), words)

    def _on_kind(self, value: str) -> None:
        kind = next(kind for kind in get_args(LLMKind) if kind == value)
        self._put(self.tr("where the teacher runs"), kind=kind)

    def _on_address(self, text: object) -> None:
        """Only what is an address is kept: something else may hold a password."""
        typed = str(text).strip()
        try:
            address = llm_address.clean(typed) if typed else ""
        except KDError as error:
            self._wrong = Problem("llm.address", error.message, error.hint)
            self.refresh()
            return
        self._wrong = None
        self._put(self.tr("base URL"), address=address, plain_http=False)
        self.refresh()

    def _ask_for_key(self) -> None:
        if self.studio.page == self.key:
            self.key_field.ask()

    def first_focus(self) -> QWidget | None:
        """At the address of a new teacher, otherwise at what is to be done next."""
        llm = self.teaching.task.llm
        if llm.kind == "endpoint" and not llm.address:
            return self.address.editor
        return super().first_focus() or self.probe.test

    def command(self) -> str:
        """The pilot of this task in a terminal, which asks the teacher first of all."""
        return command_for(self.teaching, "--pilot")

    def left(self) -> None:
        """Keep what was typed."""
        self.teaching.flush()


def _needs_consent(llm: LLMSpec) -> bool:
    plain = urlsplit(llm.address).scheme == "http" and not llm_address.is_local(llm.address)
    return llm.kind == "endpoint" and plain


def _column(*items: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for item in items:
        layout.addWidget(item)
    layout.addStretch(1)
    return made
