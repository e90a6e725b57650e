"""One error type for everything a person may see, and the closed list of its codes."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Stable names of everything that can go wrong. Each is explained in ``docs/errors.md``."""

    # recipe and protocol
    RECIPE_INVALID = "recipe-invalid"
    NEWER_VERSION = "newer-version"
    LOG_DAMAGED = "log-damaged"
    # runs and workspace
    RUN_NOT_FOUND = "run-not-found"
    RUN_BUSY = "run-busy"
    RUN_NOT_READY = "run-not-ready"
    WORKSPACE_READONLY = "workspace-readonly"
    WORKSPACE_GONE = "workspace-gone"
    DISK_FULL = "disk-full"
    CHECKPOINT_DAMAGED = "checkpoint-damaged"
    # data
    DATA_NOT_FOUND = "data-not-found"
    DATA_LAYOUT = "data-layout"
    DATA_COLUMN = "data-column"
    DATA_ROW = "data-row"
    DATA_UNREADABLE = "data-unreadable"
    DATA_TOO_LARGE = "data-too-large"
    DATA_CLASSES = "data-classes"
    DATA_SPLIT = "data-split"
    DATA_CHANGED = "data-changed"
    DATA_TASK = "data-task"
    DATA_ARCHIVE = "data-archive"
    # models
    MODEL_NOT_FOUND = "model-not-found"
    MODEL_CONTAINS_CODE = "model-contains-code"
    MODEL_FORMAT = "model-format"
    MODEL_DAMAGED = "model-damaged"
    MODEL_MISMATCH = "model-mismatch"
    MODEL_TOO_LARGE = "model-too-large"
    ARCHITECTURE_UNKNOWN = "architecture-unknown"
    METHOD_UNSUITABLE = "method-unsuitable"
    HUB_UNREACHABLE = "hub-unreachable"
    # teacher LLM
    LLM_ADDRESS = "llm-address"
    LLM_PLAIN_HTTP = "llm-plain-http"
    LLM_KEY = "llm-key"
    LLM_UNREACHABLE = "llm-unreachable"
    LLM_REFUSED = "llm-refused"
    LLM_PROTOCOL = "llm-protocol"
    LLM_ANSWER = "llm-answer"
    LLM_SPEND_CAP = "llm-spend-cap"
    # training
    LOSS_NOT_FINITE = "loss-not-finite"
    OUT_OF_MEMORY = "out-of-memory"
    ENGINE_UNAVAILABLE = "engine-unavailable"
    WORKER_DIED = "worker-died"
    # export
    EXPORT_UNSUPPORTED = "export-unsupported"
    EXPORT_PARITY = "export-parity"
    EXPORT_FOLDER = "export-folder"
    CALIBRATION = "calibration"
    MEASUREMENT_INVALID = "measurement-invalid"
    # trying out
    CAMERA = "camera"
    # anything that was not foreseen
    INTERNAL = "internal"


class KDError(Exception):
    """A failure said in words.

    ``message`` is one plain sentence with the cause (it names the file, row or field); ``hint`` is the
    next step. A traceback never appears in either.
    """

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


def first_line(error: BaseException) -> str:
    """What a library's error says, cut to what fits into a sentence."""
    text = str(error).strip()
    return (text.splitlines()[0] if text else type(error).__name__)[:300].rstrip(".")
