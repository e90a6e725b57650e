"""Exit codes of the terminal, the same for every command; scripts may rely on them."""

from __future__ import annotations

from enum import IntEnum

from kdstudio.core.errors import Code


class Exit(IntEnum):
    """What the shell sees."""

    OK = 0
    FAILED = 1
    INVALID = 2
    STOPPED = 3
    NOT_FOUND = 4
    BUSY = 5
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """One line for the help."""
        return _MEANINGS[self]


_MEANINGS = {
    Exit.OK: "done",
    Exit.FAILED: "failed, or the data check found something that blocks training",
    Exit.INVALID: "the command or the recipe is not valid",
    Exit.STOPPED: "stopped on request; the run is kept and can be resumed",
    Exit.NOT_FOUND: "there is no such run, data or model",
    Exit.BUSY: "another process has the run, or the workspace cannot be written",
    Exit.INTERRUPTED: "ended at once by a second Ctrl+C; the newest checkpoint is kept",
}

_BY_CODE = {
    Code.RECIPE_INVALID: Exit.INVALID,
    Code.NEWER_VERSION: Exit.INVALID,
    Code.MEASUREMENT_INVALID: Exit.INVALID,
    Code.ARCHITECTURE_UNKNOWN: Exit.INVALID,
    Code.METHOD_UNSUITABLE: Exit.INVALID,
    Code.LLM_ADDRESS: Exit.INVALID,
    Code.LLM_PLAIN_HTTP: Exit.INVALID,
    Code.LLM_ADDRESS: Exit.INVALID,
    Code.LLM_PLAIN_HTTP: Exit.INVALID,
    Code.RUN_NOT_FOUND: Exit.NOT_FOUND,
    Code.DATA_NOT_FOUND: Exit.NOT_FOUND,
    Code.MODEL_NOT_FOUND: Exit.NOT_FOUND,
    Code.RUN_BUSY: Exit.BUSY,
    Code.WORKSPACE_READONLY: Exit.BUSY,
}


def of(code: str) -> Exit:
    """The exit code of an error."""
    return next((exit for known, exit in _BY_CODE.items() if known == code), Exit.FAILED)
