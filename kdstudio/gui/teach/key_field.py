"""The key of an endpoint: typed unseen, kept in the system's key store, and in none of our files."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kdstudio.client import keys
from kdstudio.client.keys import Place
from kdstudio.core.errors import Code, KDError
from kdstudio.gui import background
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.buttons import button
from kdstudio.gui.widgets.card import row
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.text import label


class KeyField(QWidget):
    """``kept`` brings the address whose key is another now. What is typed leaves the field once it is kept."""

    kept = Signal(str)

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self._address = ""
        self._places: dict[str, Place] = {}
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.edit.setAccessibleName(self.tr("Key of the endpoint"))
        self.edit.editingFinished.connect(self._keep)
        self.keep = button(self.tr("Keep"), self._keep, icon="key-round", name=self.tr("Keep the key"))
        self.forget = button(self.tr("Forget it"), self._forget, kind="link", name=self.tr("Forget the key"))
        self.state = label("", "small", wrap=True)
        name = label(self.tr("Key"), "strong")
        name.setBuddy(self.edit)
        line = row(self.edit, self.keep)
        line.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(name)
        layout.addLayout(line)
        layout.addWidget(self.state)
        layout.addWidget(Flow(self.forget))
        self.show_address("", anew=True)

    def show_address(self, address: str, *, anew: bool = False) -> None:
        """Be about the key for this address. What was typed for another is not kept for this one."""
        if address == self._address and not anew:
            return
        if address != self._address:
            self.edit.clear()
        self._address = address
        self.edit.setEnabled(bool(address))
        self.keep.setEnabled(bool(address))
        self.forget.hide()
        self.state.setText(self.tr("Enter the base URL first.") if not address else "…")
        if address:
            background.run(lambda: bool(keys.find(address)), lambda known: self._show(address, known), self._fail)

    def _show(self, address: str, known: bool) -> None:
        if address != self._address:
            return
        host = urlsplit(address).hostname or address
        self.forget.setVisible(known)
        if not known:
            text = self.tr("There is no key for {host}. An endpoint in your own network may need none.")
        elif self._places.get(address) == "session":
            text = self.tr(
                "The key for {host} is in memory alone, until KD Studio is closed: this system has no key store."
            )
        else:
            text = self.tr("The key for {host} lies in this system’s key store, and in no file of KD Studio.")
        self.state.setText(text.format(host=host))

    def ask(self) -> None:
        """Have a person enter another key."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep(self) -> None:
        key, address = self.edit.text().strip(), self._address
        if not key or not address:
            return
        self.edit.clear()
        background.run(lambda: keys.store(address, key), lambda place: self._on_kept(address, place), self._fail)

    def _on_kept(self, address: str, place: Place) -> None:
        self._places[address] = place
        self._show(address, True)
        self.kept.emit(address)

    def _forget(self) -> None:
        address = self._address
        self._places.pop(address, None)
        background.run(lambda: keys.forget(address), lambda _: self._show(address, False), self._fail)

    def _fail(self, error: Exception) -> None:
        """A key store has errors of its own, whose words might hold anything."""
        if isinstance(error, KDError):
            self._studio.show_error(error)
        else:
            message = self.tr("The system’s key store did not do it: {kind}.").format(kind=type(error).__name__)
            self._studio.show_error(KDError(Code.LLM_KEY, message, self.tr("Look at it, then try again.")))
