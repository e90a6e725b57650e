"""One application, one studio, one window. Nothing heavy is imported before the first paint."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

import msgspec
from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from kdstudio import __version__
from kdstudio.core import resources
from kdstudio.gui import place, theme
from kdstudio.gui import settings as settings_file
from kdstudio.gui.language import Speaker
from kdstudio.gui.place import PlaceKeeper
from kdstudio.gui.raiser import Raiser
from kdstudio.gui.studio import Studio
from kdstudio.gui.theme import Mode
from kdstudio.gui.widgets.ask import Answer, Ask
from kdstudio.gui.window import MainWindow
from kdstudio.runs.workspace import Workspace

_LAST_WRITES_MS = 3000

log = logging.getLogger("kdstudio.gui")


def open_window(workspace: Workspace, page: str | None = None, look: Mode | None = None) -> int:
    """Show the window until it is closed; ``page`` and ``look`` take the place of what was kept."""
    app = _application()
    settings = settings_file.load(workspace)
    if look is not None:
        settings = msgspec.structs.replace(settings, theme=look)
    studio = Studio(workspace, settings)
    handler = _log_to(workspace)
    dresser = _Dresser(app, studio)
    speaker = Speaker(app)
    speaker.speak(settings.language)
    window = MainWindow(studio)

    def speak() -> None:
        if speaker.speak(studio.settings.language):
            window.rebuild()

    studio.settings_changed.connect(speak)
    catcher = _Catcher(window)
    catcher.install()
    Raiser(window, workspace)
    keeper, was = PlaceKeeper(studio), place.load(workspace)
    keeper.forget()  # should what was open be what broke the window, the next start begins at home
    window.show_page(page or (place.restore(studio, was) if was is not None else "home"))
    window.show()
    try:
        return app.exec()
    finally:
        catcher.remove()
        dresser.remove()
        speaker.silence()
        window.deleteLater()
        studio.close()
        studio.deleteLater()
        QThreadPool.globalInstance().waitForDone(_LAST_WRITES_MS)
        keeper.close()
        log.removeHandler(handler)
        handler.close()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("KD Studio")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("kdstudio")  # Wayland finds the icon by it
    app.setWindowIcon(QIcon(str(resources.root() / "kdstudio.svg")))
    app.setStyle("Fusion")
    return app


def _log_to(workspace: Workspace) -> logging.Handler:
    try:
        workspace.root.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            workspace.root / "window.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()  # a read-only workspace still opens
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    return handler


class _Dresser(QObject):
    """Keeps the look in step with the settings and with the system."""

    def __init__(self, app: QApplication, studio: Studio) -> None:
        super().__init__(studio)
        self._app, self._studio = app, studio
        self._applied = (studio.settings.theme, studio.settings.font_percent)
        theme.apply(app, *self._applied)
        studio.settings_changed.connect(self._on_settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    def _on_settings(self) -> None:
        wanted = (self._studio.settings.theme, self._studio.settings.font_percent)
        if wanted != self._applied:
            self._applied = wanted
            self._dress()

    def _on_system(self) -> None:
        if self._applied[0] == "auto":
            self._dress()

    def _dress(self) -> None:
        theme.apply(self._app, *self._applied)
        self._studio.theme_changed.emit()

    def remove(self) -> None:
        """Stop listening."""
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._on_system)


class _Catcher(QObject):
    """Shows and logs what nobody foresaw; the window goes on (from any thread, hence the signal)."""

    caught = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before = sys.excepthook
        self._dialog: Ask | None = None
        self.caught.connect(self._show)

    def install(self) -> None:
        """Take over ``sys.excepthook``."""
        sys.excepthook = self._hook

    def remove(self) -> None:
        """Give it back."""
        sys.excepthook = self._before

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("".join(traceback.format_exception(kind, error, trace)))
        self.caught.emit(error)

    def _show(self, error: BaseException) -> None:
        if self._dialog is not None:
            return  # one at a time: a fault in painting would otherwise bury the window; all are in the log
        details = "".join(traceback.format_exception(error))
        what = str(error) or type(error).__name__
        self._dialog = Ask(
            self._window,
            self.tr("Something in the window went wrong"),
            self.tr("Your runs are safe and the window goes on. What happened: {what}").format(what=what),
            Answer(self.tr("Go on"), kind="primary"),
            Answer(self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(details)),
        )
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        self._dialog = None
