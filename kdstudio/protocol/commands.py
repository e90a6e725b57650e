"""What a client asks of a worker. Every command is one line of ``commands.jsonl``."""

from __future__ import annotations

import msgspec


class _Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """Base of all commands."""

    at: float = 0.0


class Pause(_Command, frozen=True, kw_only=True, tag="pause"):
    """Wait after the current step, with a checkpoint."""


class Continue(_Command, frozen=True, kw_only=True, tag="continue"):
    """Go on after a pause."""


class Stop(_Command, frozen=True, kw_only=True, tag="stop"):
    """End the job. ``keep`` writes a checkpoint first, so that it can be resumed."""

    keep: bool = True


class Save(_Command, frozen=True, kw_only=True, tag="save"):
    """Write a checkpoint now."""


class Ask(_Command, frozen=True, kw_only=True, tag="ask"):
    """Answer these inputs, paths or texts, with every model that a try-out job holds; ``id`` marks the answer."""

    id: int
    inputs: tuple[str, ...]


Command = Pause | Continue | Stop | Save | Ask
