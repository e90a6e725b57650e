"""All runs of the workspace: found by words, opened, resumed, compared, tagged, thrown away and brought back."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer

from kdstudio.core.errors import KDError
from kdstudio.gui import background, words
from kdstudio.gui.page import Page
from kdstudio.gui.reveal import reveal
from kdstudio.gui.run_list import Entry, RunList
from kdstudio.gui.runs.detail import RunDetail
from kdstudio.gui.runs.difference import MOST, RunDifference
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card, row
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.run_row import state_words, tone_of
from kdstudio.gui.widgets.search_field import SearchField, matches
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import Tone
from kdstudio.runs import notes as notes_file
from kdstudio.runs import queue
from kdstudio.runs.notes import Notes
from kdstudio.runs.record import RunState

_REFRESH_MS = 2000
_LIST = 360


class RunsPage(Page):
    """A live list: a run that the terminal starts appears by itself."""

    key = "runs"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio, wide=True)
        self.set_heading(self.tr("Runs"), self.tr("Everything that was trained here, by the window or the terminal."))
        self._list = RunList(studio.workspace)
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._drawn: list[list[Cell]] = []
        self._reading = False
        self.search = SearchField(self.tr("Search names, tags, notes, models"))
        self.search.textChanged.connect(self._fill)
        self.place = Segmented([("runs", self.tr("Runs")), ("trash", self.tr("Trash"))], self.tr("List"))
        self.place.set_value("runs")
        self.place.chosen.connect(self._switch)
        self.restore = button(self.tr("Bring back"), self._restore, icon="undo-2")
        headers = (
            self.tr("Name"),
            self.tr("State"),
            self.tr("Student"),
            self.tr("Accuracy"),
            self.tr("INT8"),
            self.tr("Started"),
            self.tr("Tags"),
        )
        self.table = Table(self.tr("Runs"), headers, whole=18, multiple=True, spare=(2, 6, 4, 5))
        self.table.chosen.connect(self._open_row)
        self.table.selection_changed.connect(self._show_chosen)
        self.empty = EmptyState("history", "", "")
        self.waiting = Banner("info", (self.tr("Start the queue"), studio.queue.start))
        studio.queue.changed.connect(self.refresh)
        self.detail, self.difference = RunDetail(), RunDifference()
        self._connect_detail()
        self._lay_out()
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    def _connect_detail(self) -> None:
        detail = self.detail
        detail.opened.connect(self._open)
        detail.resumed.connect(lambda entry: self.studio.resume_run(entry.folder))
        detail.reused.connect(self._reuse)
        detail.revealed.connect(lambda entry: self._try(lambda: reveal(entry.folder.path)))
        detail.discarded.connect(self._discard)
        detail.dequeued.connect(self._dequeue)
        detail.noted.connect(self._note)

    def _lay_out(self) -> None:
        card = Card(padding=12)
        line = row(self.search, self.place, self.restore)
        line.setStretch(0, 1)
        card.add(line)
        card.add(self.table, 1)
        card.add(self.empty, 1)
        card.setMinimumWidth(_LIST)
        self.add(self.waiting)
        self.add(Columns((card, 1), (self.detail, 0), (self.difference, 0), spacing=12), 1)

    def command(self) -> str:
        """What is looked at, in a terminal: the chosen run or pair of runs, or the list."""
        names = [entry.folder.path.name for entry in self._chosen()]
        if self._in_trash and names:
            return shlex.join(["kdstudio", "restore", names[0]])
        if len(names) == 2:
            return shlex.join(["kdstudio", "compare", *names])
        if len(names) == 1:
            run = self._chosen()[0].run
            return shlex.join(["kdstudio", "results" if run is not None and run.report else "watch", *names])
        search = self.search.text().strip()
        return shlex.join(["kdstudio", "runs", search] if search else ["kdstudio", "runs"])

    def first_focus(self) -> SearchField:
        """At the search."""
        return self.search

    # reading

    def entered(self) -> None:
        """Read the list now and from then on."""
        self.refresh()
        self._timer.start()

    def left(self) -> None:
        """Read nothing while nobody looks."""
        self._timer.stop()
        self.detail.show_entry(None)

    def hideEvent(self, event: object) -> None:
        """The same when the window is hidden."""
        self._timer.stop()

    def refresh(self) -> None:
        """Read the list in the background."""
        if self._reading:
            return
        self._reading = True
        read = self._list.trash if self._in_trash else self._list.read
        background.run(read, self._on_read, self._on_unread)

    @property
    def _in_trash(self) -> bool:
        return self.place.value == "trash"

    def _on_read(self, entries: list[Entry]) -> None:
        self._reading = False
        self._entries = entries
        self._fill()

    def _on_unread(self, error: Exception) -> None:
        self._reading = False
        raise error

    def _switch(self) -> None:
        self._entries = []
        self.detail.show_entry(None)
        self._fill()
        self.refresh()

    # showing

    def _fill(self) -> None:
        """Show what fits the search, keeping what is chosen."""
        wanted = self.search.words()
        chosen = {entry.folder for entry in self._chosen()}
        self._shown = [entry for entry in self._entries if matches(wanted, *_words(entry))]
        rows = [self._cells(entry) for entry in self._shown]
        if rows != self._drawn:
            self._drawn = rows
            self.table.show_rows(rows)
            self.table.choose([place for place, entry in enumerate(self._shown) if entry.folder in chosen])
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.restore.setVisible(self._in_trash)
        self._say_empty()
        self._say_waiting()
        self._show_chosen()

    def _say_waiting(self) -> None:
        """A queue that nobody works through is offered to be started."""
        count = sum(bool(entry.place) for entry in self._entries)
        idle = count and not self.studio.training
        self.waiting.say(self.tr("%n run(s) wait for their turn.", "", count) if idle else "")

    def _say_empty(self) -> None:
        if self._entries:
            self.empty.title.setText(self.tr("No run fits the search."))
        elif self._in_trash:
            self.empty.title.setText(self.tr("The trash is empty."))
        else:
            self.empty.title.setText(self.tr("There are no runs yet."))

    def _cells(self, entry: Entry) -> list[Cell]:
        run = entry.run
        if run is None:
            return [Cell(entry.title), Cell(self.tr("Unreadable"), tone="stop", tip=entry.problem), *[Cell("–")] * 5]
        best = next((r for v in ("int8", "fp32", "student") if run.report and (r := run.report.row(v))), None)
        int8 = run.report.row("int8") if run.report else None
        return [
            Cell(entry.title, strong=run.state.is_live),
            Cell(self._state(entry), tone=_tone(run.state)),
            Cell(run.recipe.student.architecture),
            Cell(words.share(best.accuracy), best.accuracy) if best else Cell("–", -1.0),
            Cell(words.size(int8.size_bytes), int8.size_bytes) if int8 and int8.size_bytes else Cell("–", -1.0),
            Cell(words.moment(run.started), run.started),
            Cell(", ".join(entry.notes.tags)),
        ]

    def _state(self, entry: Entry) -> str:
        assert entry.run is not None
        said = state_words(entry.run.state)
        if entry.place:
            return self.tr("{state}, number {n}").format(state=said, n=entry.place)
        return f"{said} {words.share(entry.share)}" if entry.share is not None else said

    def _chosen(self) -> list[Entry]:
        return [self._shown[place] for place in self.table.selected() if place < len(self._shown)]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        readable = [entry for entry in chosen if entry.run is not None]
        several = 2 <= len(chosen) <= MOST and len(readable) == len(chosen)
        self.detail.show_entry(chosen[0] if len(chosen) == 1 and not self._in_trash else None)
        self.difference.hide()
        if several:
            self.difference.show_runs(readable)
        self.restore.setEnabled(bool(chosen))

    # doing

    def _open_row(self, place: int) -> None:
        if place < len(self._shown) and not self._in_trash:
            self._open(self._shown[place])

    def _open(self, entry: Entry) -> None:
        if entry.run is not None:
            self.studio.open_run(entry.folder, "results" if entry.run.report is not None else "run")

    def _reuse(self, entry: Entry) -> None:
        if entry.run is not None:
            self.studio.new_recipe(entry.run.recipe)
            self.studio.page_wanted.emit("data")

    def _note(self, entry: Entry, notes: Notes) -> None:
        self._try(lambda: notes_file.save(entry.folder, notes))
        self.refresh()

    def _dequeue(self, entry: Entry) -> None:
        self._try(lambda: queue.remove(self.studio.workspace, entry.folder))
        self.refresh()

    def _discard(self, entry: Entry) -> None:
        """Into the trash without asking, since it can be brought back."""
        studio = self.studio
        if studio.run is not None and studio.run.folder == entry.folder:
            studio.let_go()
        if self._try(lambda: studio.workspace.discard(entry.folder)):
            studio.told.emit(self.tr("“{name}” is in the trash.").format(name=entry.title))
        self.refresh()

    def _restore(self) -> None:
        for entry in self._chosen():
            self._try(partial(self.studio.workspace.restore, entry.folder.path.name))
        self.refresh()

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except KDError as error:
            self.studio.show_error(error, partial(self._again, action))
            return False
        return True

    def _again(self, action: Callable[[], object]) -> None:
        self._try(action)
        self.refresh()


def _words(entry: Entry) -> tuple[str, ...]:
    """What a search looks at."""
    run = entry.run
    found = (entry.title, entry.folder.path.name, *entry.notes.tags, entry.notes.text)
    if run is None:
        return found
    recipe = run.recipe
    models = (recipe.student.architecture, recipe.teacher.architecture, recipe.method.name, recipe.data.path)
    return (*found, state_words(run.state), *models)


def _tone(state: RunState) -> Tone:
    tone = tone_of(state)
    return "" if tone == "neutral" else tone
