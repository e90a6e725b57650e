"""Small work away from the window's thread: reading a folder, copying a file. Jobs go through ``RunModel``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")

_running: set[_Call] = set()


def run(work: Callable[[], T], then: Callable[[T], None], failed: Callable[[Exception], None] | None = None) -> None:
    """Call ``work`` on a pool thread, then ``then`` with its result on this one.

    An exception goes to ``failed``, or is raised here, where the exception hook shows it.
    """
    call = _Call(then, failed)
    _running.add(call)
    call.done.connect(call.deliver)
    QThreadPool.globalInstance().start(_Runnable(work, call))


class _Call(QObject):
    done = Signal(object, object)

    def __init__(self, then: Callable[[Any], None], failed: Callable[[Exception], None] | None) -> None:
        super().__init__()
        self._then, self._failed = then, failed

    def deliver(self, result: Any, error: Exception | None) -> None:
        _running.discard(self)
        if any(_is_gone(answer) for answer in (self._then, self._failed)):
            return
        if error is None:
            self._then(result)
        elif self._failed is not None:
            self._failed(error)
        else:
            raise error


def _is_gone(answer: object) -> bool:
    """Whether an answer would go to a widget that has been deleted meanwhile: its own, or one a lambda holds."""
    held = [cell.cell_contents for cell in getattr(answer, "__closure__", None) or ()]
    owners = [getattr(answer, "__self__", None), *held]
    return any(isinstance(owner, QObject) and not shiboken6.isValid(owner) for owner in owners)


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[], Any], call: _Call) -> None:
        super().__init__()
        self._work, self._call = work, call

    def run(self) -> None:
        try:
            result, error = self._work(), None
        except Exception as caught:  # whatever it is, it is shown on the window's thread
            result, error = None, caught
        self._call.done.emit(result, error)
