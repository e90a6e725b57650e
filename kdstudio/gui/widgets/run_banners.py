"""What a person should know of a run at once: its failure with a way out, its silence, what its loss does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdstudio.client.insight import drowning_term
from kdstudio.client.remedy import remedy
from kdstudio.client.view import RunView
from kdstudio.core.errors import Code, KDError
from kdstudio.gui import figures, words
from kdstudio.gui.charts.groups import term_title
from kdstudio.gui.run_model import RunModel
from kdstudio.gui.widgets.banner import Banner
from kdstudio.gui.widgets.notice import ErrorBanner
from kdstudio.runs.record import RunState

Action = Callable[[], None]


class RunBanners(QWidget):
    """One banner for each kind of news, hidden while there is none; the buttons call the page's actions."""

    def __init__(
        self, *, wait: Action, stop: Action, retry: Action, resume: Callable[[Mapping[str, str]], None]
    ) -> None:
        super().__init__()
        self._retry, self._resume = retry, resume
        self.error = ErrorBanner()
        self.silent = Banner("warn", (self.tr("Wait"), wait), (self.tr("Stop"), stop))
        self.gone = Banner("warn")
        self.balance = Banner("warn")
        self.still = Banner("warn")
        self.kept = Banner("info", (self.tr("Resume"), lambda: resume({})))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for banner in (self.error, self.silent, self.gone, self.balance, self.still, self.kept):
            layout.addWidget(banner)

    def show_run(self, run: RunModel, *, obeying: bool) -> None:
        """Say what there is; ``obeying`` holds while a silent worker has been told to stop."""
        view = run.view
        self._show_failure(run)
        self._show_silence(silent=run.silence == "silent" and not obeying)
        self.gone.say(
            self.tr("The folder of this run cannot be reached.") if run.silence == "gone" else "",
            self.tr("Training waits. Bring the disk or the folder back, then press Continue.")
            if run.silence == "gone"
            else "",
        )
        self._show_balance(view)
        self._show_standstill(view)
        self.kept.say(self._kept_words(view) if view.state is RunState.STOPPED else "")
        self.setVisible(any(banner.isVisibleTo(self) for banner in self.findChildren(Banner)) or self._failing)

    @property
    def _failing(self) -> bool:
        return self.error.isVisibleTo(self)

    def forget(self) -> None:
        """Say nothing, before another run."""
        self.error.hide()

    def _show_silence(self, *, silent: bool) -> None:
        self.silent.say(
            self.tr("Training is not responding.") if silent else "",
            self.tr("The worker has said nothing for 30 seconds. It may be busy with one long step.") if silent else "",
        )

    def _show_balance(self, view: RunView) -> None:
        found = drowning_term(view) if view.state.is_live else None
        self.balance.say(
            self.tr("{term} makes up {share} of the loss; the other terms hardly count.").format(
                term=term_title(found.term), share=words.share(found.share)
            )
            if found
            else "",
            self.tr("Give it a smaller weight, or the others a larger one, and start again.") if found else "",
        )

    def _show_standstill(self, view: RunView) -> None:
        still = view.frozen if view.state.is_live else None
        self.still.say(
            self.tr("The loss has stood still since step {n}.").format(n=figures.count(still.step)) if still else "",
            self.tr("Nothing is learnt: stop, and try another learning rate or look at the labels.") if still else "",
        )

    def _kept_words(self, view: RunView) -> str:
        if view.checkpoint is None:
            return self.tr("Stopped. Resume begins again, since nothing had been saved yet.")
        return self.tr("Stopped. Resume goes on from step {n}.").format(n=figures.count(view.checkpoint.step))

    def _show_failure(self, run: RunModel) -> None:
        failure = run.view.failure
        if failure is None or self._failing:
            return
        known = failure.code in set(Code)
        error = KDError(Code(failure.code) if known else Code.INTERNAL, failure.message, failure.hint)
        self.error.show_error(error, self._retry, failure.traceback)
        self._offer_remedy(run)

    def _offer_remedy(self, run: RunModel) -> None:
        """Offer the changed setting that the run can go on with."""
        if (folder := run.folder) is None:
            return
        with suppress(KDError):  # a recipe that cannot be read has no setting to change
            if found := remedy(run.view, folder.recipe()):
                offers = {
                    "learning-rate": self.tr("Resume with learning rate {value:g}"),
                    "micro-batch": self.tr("Resume with {value:g} examples at once"),
                }
                self.error.offer(offers[found.kind].format(value=found.value), lambda: self._resume(found.changes))
