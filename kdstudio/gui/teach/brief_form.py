"""The brief as a form: what goes in, what comes out, where the border runs, and examples of right and wrong."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from kdstudio.core.brief import BAD, GOOD, BadExample, Brief, GoodExample, Label
from kdstudio.gui.teach.field import Field
from kdstudio.gui.teach.rows import EditRow, EditRows
from kdstudio.gui.teaching import Teaching
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.text_area import TextArea

_MOST_LABELS = 2
"""Lines for labels that a new task begins with."""


class BriefForm(QWidget):
    """Every change goes straight into the task."""

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self._teaching = teaching
        self._names: tuple[str, ...] = ()
        self.fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(Columns((self._task_card(), 1), (self._borders_card(), 1)))
        layout.addWidget(self._labels_card())
        layout.addWidget(Columns((self._good_card(), 1), (self._bad_card(), 1)))
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self._on_edited(name, value))
            field.used.connect(self._show_problems)
        teaching.opened.connect(self._on_opened)
        teaching.changed.connect(self.refresh)
        self._on_opened()

    # the parts

    def _field(self, name: str, title: str, help: str, editor: QLineEdit | TextArea | EditRows) -> Field:
        self.fields[name] = Field(f"brief.{name}", title, help, editor)
        return self.fields[name]

    def _task_card(self) -> Card:
        card = Card(self.tr("The task"))
        name, language = QLineEdit(), QLineEdit()
        name.setPlaceholderText(self.tr("Support mail"))
        about = TextArea("", least=2, example=self.tr("Each mail goes to the team that can answer it."))
        goes_in = TextArea(
            "", least=3, example=self.tr("The first line of a mail to the support of a small shop, 3 to 20 words.")
        )
        card.add(self._field("name", self.tr("Name"), "", name))
        card.add(self._field("about", self.tr("Purpose"), self.tr("What the answers are used for."), about))
        words = self.tr("Who writes it, where, how long it is and in what tone. The examples will look like this.")
        card.add(self._field("input", self.tr("What goes in"), words, goes_in))
        card.add(self._field("language", self.tr("Language"), "", language))
        card.body.addStretch(1)
        return card

    def _borders_card(self) -> Card:
        card = Card(self.tr("Borders and topics"))
        edges = TextArea("", least=4, example=self.tr("A complaint about a late refund is “billing”, not “return”."))
        topics = TextArea("", least=4, example=self.tr("Delivery\nReturns\nInvoices"))
        words = self.tr("What to answer where two labels could fit: a sentence each, one to a line.")
        card.add(self._field("edge_cases", self.tr("Edge cases"), words, edges))
        words = self.tr("What the inputs speak of, one to a line. Examples are spread over them evenly.")
        card.add(self._field("topics", self.tr("Topics"), words, topics))
        card.body.addStretch(1)
        return card

    def _labels_card(self) -> Card:
        card = Card(self.tr("Labels"))
        self.labels = EditRows(self._label_row, _MOST_LABELS, 2, self.tr("Add a label"))
        words = self.tr("Each label with a sentence that says when it is the right one. A stranger should agree.")
        card.add(self._field("labels", "", words, self.labels))
        return card

    def _label_row(self, number: int) -> EditRow:
        name = _line(self.tr("Label {n}").format(n=number), self.tr("Label"))
        meaning = _line(self.tr("When label {n} is right").format(n=number), self.tr("It is right when …"))
        return EditRow([(name, 1), (meaning, 3)], self.tr("Remove label {n}").format(n=number))

    def _good_card(self) -> Card:
        card = Card(self.tr("Good examples"))
        self.good = EditRows(self._good_row, GOOD, 2, self.tr("Add a good example"))
        words = self.tr("Real inputs with their right label, at least {n}.").format(n=GOOD)
        card.add(self._field("good", "", words, self.good))
        card.body.addStretch(1)
        return card

    def _good_row(self, number: int) -> EditRow:
        text = TextArea(self.tr("Good example {n}").format(n=number), least=2, example=self.tr("A real input"))
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Label of good example {n}").format(n=number))
        choice.setPlaceholderText(self.tr("Label"))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(6)
        choice.addItems(list(self._names))
        choice.setCurrentIndex(-1)
        return EditRow([(text, 2), (choice, 1)], self.tr("Remove good example {n}").format(n=number))

    def _bad_card(self) -> Card:
        card = Card(self.tr("Bad examples"))
        self.bad = EditRows(self._bad_row, BAD, 2, self.tr("Add a bad example"))
        words = self.tr("What a careless author would write, and what is wrong with it; at least {n}.").format(n=BAD)
        card.add(self._field("bad", "", words, self.bad))
        card.body.addStretch(1)
        return card

    def _bad_row(self, number: int) -> EditRow:
        text = TextArea(
            self.tr("Bad example {n}").format(n=number), least=2, example=self.tr("An input that must not be")
        )
        name = self.tr("What is wrong with bad example {n}").format(n=number)
        why = TextArea(name, least=2, example=self.tr("Why not"))
        return EditRow([(text, 1), (why, 1)], self.tr("Remove bad example {n}").format(n=number))

    # from the task to the form

    def _on_opened(self) -> None:
        brief = self._teaching.task.brief
        used = brief != Brief()
        for name, field in self.fields.items():
            field.is_used = used and getattr(brief, name) != getattr(Brief(), name)
        self._show(brief, anew=True)

    def refresh(self) -> None:
        """Show what is kept."""
        self._show(self._teaching.task.brief)

    def _show(self, brief: Brief, *, anew: bool = False) -> None:
        for name in ("name", "about", "input", "language"):
            self.fields[name].show_text(getattr(brief, name))
        for name in ("edge_cases", "topics"):
            editor = self.fields[name].editor
            assert isinstance(editor, TextArea)
            if _lines(editor.toPlainText()) != getattr(brief, name):
                editor.show_text("\n".join(getattr(brief, name)))
        self._names = tuple(name for name in brief.names if name.strip())
        self.labels.show_values([(label.name, label.meaning) for label in brief.labels], anew=anew)
        for row in self.good.rows:
            self._offer(row)
        self.good.show_values([(example.text, example.label) for example in brief.good], anew=anew)
        self.bad.show_values([(example.text, example.why) for example in brief.bad], anew=anew)
        self._show_problems()

    def _offer(self, row: EditRow) -> None:
        """Let one choose among the labels as they are now."""
        choice = row.editors[1]
        assert isinstance(choice, QComboBox)
        if [choice.itemText(place) for place in range(choice.count())] != list(self._names):
            choice.clear()
            choice.addItems(list(self._names))

    def _show_problems(self) -> None:
        problems = self._teaching.problems()
        for field in self.fields.values():
            field.show_problems(problems)

    # from the form to the task

    def _on_edited(self, name: str, value: Any) -> None:
        brief = self._teaching.task.brief
        made = {
            "labels": self._with_labels,
            "good": self._with_good,
            "bad": self._with_bad,
            "edge_cases": self._with_lines,
            "topics": self._with_lines,
        }.get(name, self._with_text)(brief, name, value)
        self._teaching.change_brief(made, self._words(name))

    def _words(self, name: str) -> str:
        """What was changed, for Undo."""
        return {
            "name": self.tr("name"),
            "about": self.tr("purpose"),
            "input": self.tr("what goes in"),
            "language": self.tr("language"),
            "labels": self.tr("labels"),
            "edge_cases": self.tr("edge cases"),
            "topics": self.tr("topics"),
            "good": self.tr("good examples"),
            "bad": self.tr("bad examples"),
        }[name]

    @staticmethod
    def _with_text(brief: Brief, name: str, value: Any) -> Brief:
        return msgspec.structs.replace(brief, **{name: value})

    @staticmethod
    def _with_lines(brief: Brief, name: str, value: Any) -> Brief:
        return msgspec.structs.replace(brief, **{name: _lines(str(value))})

    @staticmethod
    def _with_labels(brief: Brief, _: str, value: Any) -> Brief:
        """A label that is called otherwise now is so in the good examples as well."""
        labels = tuple(Label(name=name, meaning=meaning) for name, meaning in value)
        new = [label.name for label in labels]
        renamed: dict[str, str] = {}
        if len(new) == len(brief.names):
            counts = Counter(brief.names)
            renamed = {
                old: now for old, now in zip(brief.names, new, strict=True) if old != now and old and counts[old] == 1
            }
        good = tuple(
            msgspec.structs.replace(example, label=renamed.get(example.label, example.label)) for example in brief.good
        )
        return msgspec.structs.replace(brief, labels=labels, good=good)

    @staticmethod
    def _with_good(brief: Brief, _: str, value: Any) -> Brief:
        good = tuple(GoodExample(text=text, label=label) for text, label in value)
        return msgspec.structs.replace(brief, good=good)

    @staticmethod
    def _with_bad(brief: Brief, _: str, value: Any) -> Brief:
        return msgspec.structs.replace(brief, bad=tuple(BadExample(text=text, why=why) for text, why in value))


def _line(name: str, example: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    return made


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
