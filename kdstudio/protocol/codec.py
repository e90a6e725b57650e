"""One JSON object a line, with the protocol's version in every line."""

from __future__ import annotations

import math
from typing import Any

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.protocol.commands import Command
from kdstudio.protocol.events import EvalDone, Event, MetricBatch

VERSION = 1
_PREFIX = b'{"v":%d,' % VERSION

_event_decoder = msgspec.json.Decoder(Event)
_command_decoder = msgspec.json.Decoder(Command)


def encode(message: Event | Command) -> bytes:
    """One line, newline included. A measurement that is not finite, which JSON cannot say, is left out of it."""
    if isinstance(message, MetricBatch | EvalDone) and not all(map(math.isfinite, message.values.values())):
        finite = {name: value for name, value in message.values.items() if math.isfinite(value)}
        message = msgspec.structs.replace(message, values=finite)
    return _PREFIX + msgspec.json.encode(message)[1:] + b"\n"


def decode_event(line: bytes) -> Event:
    """Read one line of ``events.jsonl``."""
    event: Event = _decode(line, _event_decoder)
    return event


def decode_command(line: bytes) -> Command:
    """Read one line of ``commands.jsonl``."""
    command: Command = _decode(line, _command_decoder)
    return command


def _decode(line: bytes, decoder: msgspec.json.Decoder[Any]) -> Any:
    try:
        if line.startswith(_PREFIX):
            return decoder.decode(b"{" + line[len(_PREFIX) :])
        version = msgspec.json.decode(line, type=_Versioned).v
    except msgspec.MsgspecError as error:
        raise KDError(
            Code.LOG_DAMAGED, f"A line of the log is not understood: {error}.", "The line was left out."
        ) from None
    if version > VERSION:
        raise KDError(
            Code.NEWER_VERSION,
            f"The log has version {version}; this KD Studio reads up to {VERSION}.",
            "Open it with a newer KD Studio.",
        )
    raise KDError(Code.LOG_DAMAGED, "A line of the log carries no version.", "The line was left out.")


class _Versioned(msgspec.Struct):
    v: int
