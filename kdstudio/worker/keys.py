"""The keys that clients hand over, and none of them in anything that is written."""

from __future__ import annotations

import os
import threading
import time

import msgspec

from kdstudio.protocol import secrets
from kdstudio.protocol.events import Event, JobFailed, Notice

_STANDARD_INPUT = 0
_PATIENCE_SECONDS = 10.0
_SHORT = 6
"""Shorter ones, such as “none”, are no secrets."""


class Keys:
    """Reads lines of :class:`kdstudio.protocol.secrets.Secret` for as long as somebody may write them.

    Nothing is read until a job asks for a key.
    """

    def __init__(self, descriptor: int = _STANDARD_INPUT) -> None:
        self._descriptor = descriptor
        self._known: dict[str, str] = {}
        self._reader: threading.Thread | None = None
        self._ended = False
        self._changed = threading.Condition()

    def of(self, address: str) -> str:
        """The newest key for an address, which a client that has one writes right after the start; or nothing."""
        until = time.monotonic() + _PATIENCE_SECONDS
        with self._changed:
            if self._reader is None:
                self._reader = threading.Thread(target=self._read, name="keys", daemon=True)
                self._reader.start()
            while not self._known and not self._ended and time.monotonic() < until:
                self._changed.wait(0.1)
            return self._known.get(address, "")

    def struck(self, event: Event) -> Event:
        """An event without any key that an endpoint may have repeated in its words."""
        match event:
            case Notice():
                return msgspec.structs.replace(
                    event, message=self._strike(event.message), hint=self._strike(event.hint)
                )
            case JobFailed():
                words = {name: self._strike(getattr(event, name)) for name in ("message", "hint", "traceback")}
                return msgspec.structs.replace(event, **words)
        return event

    def _strike(self, text: str) -> str:
        for key in list(self._known.values()):
            if len(key) >= _SHORT:
                text = text.replace(key, "[key]")
        return text

    def _read(self) -> None:
        rest = b""
        while part := self._part():
            *lines, rest = (rest + part).split(b"\n")
            for line in lines:
                if secret := secrets.decode(line):
                    with self._changed:
                        self._known[secret.address] = secret.key
                        self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _part(self) -> bytes:
        """What was written, nothing at the end. A plain read: a daemon thread in a buffered one hinders the exit."""
        try:
            return os.read(self._descriptor, 1 << 16)
        except OSError:
            return b""
