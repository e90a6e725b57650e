"""All runs of the workspace: found by words, opened, resumed, compared, tagged, thrown away and brought back."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from functools import partial

from kdstudio.core.errors import KDError
from kdstudio.gui.page import Page
from kdstudio.gui.reveal import reveal
from kdstudio.gui.run_list import Entry, RunList
from kdstudio.gui.runs.detail import WIDTH, RunDetail
from kdstudio.gui.runs.difference import MOST, RunDifference
from kdstudio.gui.runs.lines import Line, RunLines
from kdstudio.gui.studio import Studio
from kdstudio.gui.watch import Watch
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.empty import EmptyState
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.search_field import SearchField, matches
from kdstudio.gui.widgets.segmented import Segmented
from kdstudio.gui.widgets.table import Table
from kdstudio.runs import notes as notes_file
from kdstudio.runs import queue
from kdstudio.runs.notes import Notes

_LIST = 360


class RunsPage(Page):
    """A live list: a run that the terminal starts appears by itself."""

    key = "runs"

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio, wide=True)
        self.set_heading(self.tr("Runs"), self.tr("Everything that was trained here, by the window or the terminal."))
        self._list, self._lines = RunList(studio.workspace), RunLines()
        self._found: list[Line] = []
        self._shown: list[Entry] = []
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
        self.detail, self.difference = RunDetail(), RunDifference()
        self._connect_detail()
        self._lay_out()
        self.watch = Watch(self, studio.workspace.runs, self._read)
        self.watch.found.connect(self._on_found)
        studio.queue.changed.connect(self.watch.forget)

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
        card.add(Flow(self.search, self.place, self.restore))
        card.add(self.table, 1)
        card.add(self.empty, 1)
        card.setMinimumWidth(_LIST)
        self.add(self.waiting)
        self._columns = Columns((card, 1), (self.detail, WIDTH), (self.difference, self.difference.wanted), spacing=12)
        self.add(self._columns, 1)

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

    def left(self) -> None:
        """Keep what was written to the run that was chosen."""
        self.detail.show_entry(None)

    def entered(self) -> None:
        """Show what is chosen again."""
        self._show_chosen()

    def _read(self) -> tuple[bool, list[Line]]:
        """The list that is wanted, away from the window's thread."""
        trash = self._in_trash
        return trash, self._lines.of(self._list.trash() if trash else self._list.read())

    @property
    def _in_trash(self) -> bool:
        return self.place.value == "trash"

    def _on_found(self, found: tuple[bool, list[Line]]) -> None:
        trash, lines = found
        if trash == self._in_trash:
            self._found = lines
            self._fill()

    def _switch(self) -> None:
        self._found = []
        self.detail.show_entry(None)
        self._fill()
        self.watch.forget()

    # showing

    def _fill(self) -> None:
        """Show what fits the search, keeping what is chosen."""
        wanted = self.search.words()
        shown = [line for line in self._found if matches(wanted, line.words)] if wanted else self._found
        self._shown = [line.entry for line in shown]
        self.table.move_on([line.entry.folder.path for line in shown], [line.cells for line in shown])
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.restore.setVisible(self._in_trash)
        self._say_empty()
        self._say_waiting()
        self._show_chosen()

    def _say_waiting(self) -> None:
        """A queue that nobody works through is offered to be started."""
        count = sum(bool(line.entry.place) for line in self._found)
        idle = count and not self.studio.training
        self.waiting.say(self.tr("%n run(s) wait for their turn.", "", count) if idle else "")

    def _say_empty(self) -> None:
        if self._found:
            self.empty.title.setText(self.tr("No run fits the search."))
        elif self._in_trash:
            self.empty.title.setText(self.tr("The trash is empty."))
        else:
            self.empty.title.setText(self.tr("There are no runs yet."))

    def _chosen(self) -> list[Entry]:
        return [self._shown[place] for place in self.table.selected() if place < len(self._shown)]

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        readable = [entry for entry in chosen if entry.run is not None]
        several = 2 <= len(chosen) <= MOST and len(readable) == len(chosen)
        self.detail.show_entry(chosen[0] if len(chosen) == 1 and not self._in_trash else None)
        self.difference.show_runs(readable if several else [])
        self._columns.set_width(self.difference, self.difference.wanted)
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
        self.watch.look()

    def _dequeue(self, entry: Entry) -> None:
        self._try(lambda: queue.remove(self.studio.workspace, entry.folder))
        self.watch.look()

    def _discard(self, entry: Entry) -> None:
        """Into the trash without asking, since it can be brought back."""
        studio = self.studio
        if studio.run is not None and studio.run.folder == entry.folder:
            studio.let_go()
        if self._try(lambda: studio.workspace.discard(entry.folder)):
            studio.told.emit(self.tr("“{name}” is in the trash.").format(name=entry.title))
        self.watch.look()

    def _restore(self) -> None:
        for entry in self._chosen():
            self._try(partial(self.studio.workspace.restore, entry.folder.path.name))
        self.watch.look()

    def _try(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except KDError as error:
            self.studio.show_error(error, partial(self._again, action))
            return False
        return True

    def _again(self, action: Callable[[], object]) -> None:
        self._try(action)
        self.watch.look()
