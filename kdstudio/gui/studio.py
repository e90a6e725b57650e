"""What all pages share: the recipe with its history, the data's health, the current run, and the way around."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from kdstudio.client.recipes import recipe_of
from kdstudio.core import preflight, recipe_file
from kdstudio.core.errors import Code, KDError
from kdstudio.core.health import Finding, Health
from kdstudio.core.job import DistillJob
from kdstudio.core.profile import Profile, estimate
from kdstudio.core.recipe import DataSpec, Recipe, RuntimeSpec
from kdstudio.gui import background, kept_job, spoken, start, teaching
from kdstudio.gui import settings as settings_file
from kdstudio.gui.asker import Asker
from kdstudio.gui.draft import Draft
from kdstudio.gui.history import History
from kdstudio.gui.queue_runner import QueueRunner
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.settings import Settings
from kdstudio.gui.teaching import Teaching
from kdstudio.runs import queue as run_queue
from kdstudio.runs import unpack
from kdstudio.runs.layout import RunFolder
from kdstudio.runs.record import RunState
from kdstudio.runs.task_folder import TaskFolder
from kdstudio.runs.workspace import Workspace

STEPS = ("data", "models", "plan", "run", "results", "export")
"""The pages of the wizard in their order."""

Retry = Callable[[], None]


class Studio(QObject):
    """The window's state. Pages change it by its methods and listen to its signals; they never hold one another."""

    recipe_changed = Signal()
    health_changed = Signal()  # the data check started, moved on, ended or failed
    run_changed = Signal()  # another run is the current one
    progressed = Signal()  # the current run's view changed, at most 10 times a second
    settings_changed = Signal()
    theme_changed = Signal()  # emitted by the application once the new look is applied
    page_wanted = Signal(str)
    page_shown = Signal(str)
    error_wanted = Signal(object, object)  # a KDError, and how to try again or None
    open_recipe_wanted = Signal()
    finding_wanted = Signal(object)  # a Finding to be opened on the data page
    told = Signal(str)  # a short sentence that needs no answer

    def __init__(self, workspace: Workspace, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.settings = settings or settings_file.load(workspace)
        self._history = History(empty_recipe())
        self.check = kept_job.data_check(workspace, self)
        self.probe = kept_job.probe(workspace, self)
        self.bench = kept_job.bench(workspace, self)
        self.check.changed.connect(self.health_changed)
        self.asker = Asker(workspace, self)
        self.draft = Draft(workspace, self)
        self.teaching = Teaching(workspace, self)
        self.teaching.trouble.connect(self.show_error)
        self.teaching.told.connect(self.told)
        self._page = "home"
        self.page_shown.connect(self._on_page)
        self.run: RunModel | None = None
        self._beside: list[RunModel] = []
        self.kept_running = False  # a run goes on after the window is closed
        self.queue = QueueRunner(workspace, self)
        self.queue.told.connect(self.told)
        self.queue.changed.connect(self.progressed)

    # the recipe

    @property
    def recipe(self) -> Recipe:
        """What will be run. Immutable: change it with :meth:`set_recipe`."""
        return self._history.present

    def set_recipe(self, recipe: Recipe, words: str) -> None:
        """Replace the recipe; ``words`` say what was done, for Undo."""
        self._history.change(recipe, words)
        self._recipe_moved()

    def new_recipe(self, recipe: Recipe | None = None) -> None:
        """Begin with another recipe, or an empty one; there is nothing to undo then."""
        self._history.restart(recipe or empty_recipe())
        self._recipe_moved()

    def use_data(self, path: Path, refused: Callable[[Exception], None]) -> None:
        """Begin with other data; ``refused`` is called with a ``KDError`` where it is not data."""
        threads = self.settings.threads

        def begin(recipe: Recipe) -> None:
            runtime = msgspec.structs.replace(recipe.runtime, threads=threads)
            self.teaching.leave()
            self.new_recipe(msgspec.structs.replace(recipe, runtime=runtime))

        if unpack.is_archive(path):
            self.told.emit(self.tr("{name} is being unpacked.").format(name=path.name))
        background.run(lambda: start.recipe_for(path, self.workspace), begin, refused)

    def open_recipe(self, path: Path) -> None:
        """Begin with a recipe file, on the data page, where its data is looked at."""

        def failed(error: Exception) -> None:
            if not isinstance(error, KDError):
                raise error
            self.show_error(error)

        def opened(recipe: Recipe) -> None:
            self.teaching.leave()
            self.new_recipe(recipe)
            self.go("data")

        background.run(lambda: unpack.ready(recipe_file.load(path), self.workspace), opened, failed)

    def try_sample(self) -> None:
        """Begin with the bundled sample. Its control run is off, which the plan page says."""
        self.teaching.leave()
        self.new_recipe(Recipe(runtime=RuntimeSpec(control=False, threads=self.settings.threads)))

    def undo(self) -> None:
        """Take the last change back: of the task on its pages, otherwise of the recipe."""
        if self._page in teaching.STEPS:
            self.teaching.undo()
            return
        self._after_move(self._history.undo(), self.tr("Undone: {what}"))

    def redo(self) -> None:
        """Do the last undone change again."""
        if self._page in teaching.STEPS:
            self.teaching.redo()
            return
        self._after_move(self._history.redo(), self.tr("Done again: {what}"))

    @property
    def undo_words(self) -> str:
        """What Undo would take back, or an empty string."""
        return self._history.undo_words

    def _after_move(self, words: str, sentence: str) -> None:
        if words:
            self._recipe_moved()
            self.told.emit(sentence.format(what=words))

    def _recipe_moved(self) -> None:
        self.recipe_changed.emit()
        self.draft.keep(self.recipe if self.recipe.data.path else None)
        if self.recipe.data.path:
            self.check.want(self.recipe)
        else:
            self.check.forget()
            self.probe.forget()
            self.bench.forget()

    # the data

    @property
    def health(self) -> Health | None:
        """The newest report on the recipe's data, or None while there is none."""
        return None if self.check.busy else self.check.result

    @property
    def measured(self) -> Profile | None:
        """What is known of the speed of networks here: of all that were asked for, or of the recipe's own two."""
        return self.bench.result or self.probe.result

    # the run

    def start_run(self) -> None:
        """Start the recipe and show it."""
        if self.training:
            raise KDError(Code.RUN_BUSY, self.tr("A run is going on."), self.tr("Stop it, or wait for its end."))
        self.draft.keep(None)
        self.follow(RunModel.start(self.workspace, DistillJob(expected=self._expected()), self.recipe, self))

    def _expected(self) -> dict[str, float]:
        """What was estimated for each phase, so that the run can say how long it will still take."""
        profile = self.probe.current(self.recipe)
        found = estimate(self.recipe, profile) if profile is not None else None
        return found.phases if found is not None else {}

    def open_run(self, folder: RunFolder, page: str = "run") -> None:
        """Show a run that is live or has ended."""
        self.follow(RunModel.attach(folder, self), page)

    def resume_run(self, folder: RunFolder, changes: Mapping[str, str] | None = None) -> None:
        """Go on with an interrupted run, perhaps with some settings changed, and show it."""
        self.follow(RunModel.resume(folder, self, changes))

    def follow(self, run: RunModel, page: str = "run") -> None:
        """Make ``run`` the current one and go to one of its pages, or stay where we are."""
        old, self.run = self.run, run
        run.changed.connect(self.progressed)
        run.ended.connect(self.progressed)
        run.ended.connect(self._on_run_ended)
        run.trouble.connect(self.show_error)
        if old is not None:
            self._put_aside(old)
        self.run_changed.emit()
        if page:
            self.page_wanted.emit(page)

    def _put_aside(self, run: RunModel) -> None:
        """Look at it no more. A run that trains is still followed, since it would stop without a client."""
        run.changed.disconnect(self.progressed)
        if run.started_here and run.following and not run.view.ended:
            self._beside.append(run)
            run.ended.connect(lambda: self._on_beside_ended(run))
        else:
            run.close()
            run.deleteLater()

    def _on_beside_ended(self, run: RunModel) -> None:
        self._beside.remove(run)
        run.deleteLater()
        self.queue.start()

    def _on_run_ended(self) -> None:
        """The next one in the queue has waited for this."""
        if self.run is not None and self.run.started_here:
            self.queue.start()

    def enqueue(self) -> None:
        """Have the recipe run when its turn comes."""
        recipe = self.recipe

        def failed(error: Exception) -> None:
            if not isinstance(error, KDError):
                raise error
            self.show_error(error, self.enqueue)

        def added(folder: RunFolder) -> None:
            self.told.emit(self.tr("“{name}” waits for its turn.").format(name=recipe.name or folder.path.name))
            self.progressed.emit()

        background.run(lambda: run_queue.add(self.workspace, recipe), added, failed)

    def let_go(self) -> None:
        """Follow no run any more."""
        old, self.run = self.run, None
        if old is not None:
            self._put_aside(old)
        self.run_changed.emit()

    @property
    def run_is_live(self) -> bool:
        """Whether the current run's worker is at work, or about to be."""
        return self.run is not None and self.run.following and not self.run.view.ended

    def at_work(self) -> list[RunModel]:
        """All workers that closing the window would end: those that train, and a teacher that writes."""
        return [*self.live_runs(), *self.teaching.work.live()]

    def live_runs(self) -> list[RunModel]:
        """All runs whose workers live by this window: the current one, those put aside, the queue's."""
        current = [self.run] if self.run is not None and self.run_is_live else []
        queued = [self.queue.run] if self.queue.run is not None else []
        return [*current, *self._beside, *queued]

    @property
    def training(self) -> bool:
        """Whether anything trains here, or is about to."""
        return bool(self.live_runs()) or self.queue.busy

    # a task for a teacher LLM

    def begin_task(self) -> None:
        """Begin a new task, with nothing of another in the steps that follow."""
        self.new_recipe()
        self.teaching.begin()
        self.go("task")

    def open_task(self, folder: TaskFolder) -> None:
        """Go on with a task."""

        def opened() -> None:
            self.new_recipe()
            self.go("task")

        self.teaching.show(folder, opened)

    def learn_from_examples(self) -> None:
        """Go on to the data with what the teacher made."""
        report = self.teaching.work.report
        if report is not None and report.data:
            recipe = recipe_of(self.teaching.task, report)
            runtime = msgspec.structs.replace(recipe.runtime, threads=self.settings.threads)
            self.new_recipe(msgspec.structs.replace(recipe, runtime=runtime))
            self.go("data")

    # the way around

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self._page

    def _on_page(self, page: str) -> None:
        self._page = page

    def blocked(self, page: str) -> str:
        """Why a page cannot be shown yet, or an empty string."""
        if page in teaching.STEPS:
            return self.teaching.blocked(page)
        if page == "data" and self.teaching.is_open and not self.recipe.data.path:
            return self.teaching.blocked("data")
        if page in ("models", "plan"):
            return self._data_blocks()
        if page == "run" and self.run is None:
            return self.tr("Start a run on the Plan page, or open one from Runs.")
        if page in ("results", "export"):
            if self.run is None:
                return self.tr("There is no run yet. Start one on the Plan page, or open one from Runs.")
            if self.run.view.state is not RunState.DONE:
                return self.tr("The run has no results yet.")
        return ""

    def _data_blocks(self) -> str:
        if not self.recipe.data.path:
            return self.teaching.blocked("data") if self.teaching.is_open else self.tr("Choose the data first.")
        if self.check.busy:
            return self.tr("The data is being checked.")
        if self.check.failure is not None:
            return spoken.engine(self.check.failure.message)
        if self.check.result is None:
            return self.tr("The data has not been checked yet.")
        if stops := self.check.result.blocking:
            return spoken.engine(stops[0].message)
        return ""

    def start_blocks(self) -> str:
        """Why the recipe cannot be started now, or an empty string."""
        if reason := self.recipe_blocks():
            return reason
        return self.tr("A run is going on. Put this one in the queue, or wait.") if self.training else ""

    def recipe_blocks(self) -> str:
        """Why the recipe cannot be run at all, or an empty string."""
        if reason := self._data_blocks():
            return reason
        stops = (problem.message for problem in preflight.check(self.recipe) if problem.severity == "stop")
        return spoken.engine(next(stops, ""))

    def go(self, page: str) -> None:
        """Show a page, or say why it cannot be shown."""
        if reason := self.blocked(page):
            self.told.emit(reason)
        else:
            self.page_wanted.emit(page)

    def open_finding(self, finding: Finding) -> None:
        """Show a finding's examples on the data page."""
        self.go("data")
        self.finding_wanted.emit(finding)

    def show_error(self, error: KDError, retry: Retry | None = None) -> None:
        """Say what went wrong at the top of the window; ``retry`` puts a button there."""
        self.error_wanted.emit(error, retry)

    def close(self) -> None:
        """Let go of all jobs, so that no thread is left."""
        self.draft.close()
        self.teaching.close()
        self.asker.close()
        self.check.close()
        self.probe.close()
        self.bench.close()
        for run in (*self._beside, *filter(None, (self.run, self.queue.run))):
            run.close()

    # settings

    def set_settings(self, settings: Settings) -> None:
        """Remember other settings."""
        if settings == self.settings:
            return
        self.settings = settings
        self.settings_changed.emit()
        try:
            settings_file.save(self.workspace, settings)
        except KDError as error:
            self.show_error(error)
        except OSError as error:
            message = self.tr("The settings could not be saved: {why}.").format(why=error)
            hint = self.tr("They count until the window is closed.")
            self.show_error(KDError(Code.WORKSPACE_READONLY, message, hint))


def empty_recipe() -> Recipe:
    """A recipe that waits for its data."""
    return Recipe(name="", data=DataSpec(path=""))
