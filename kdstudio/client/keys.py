"""Keys of teacher LLMs: in the system’s key store where it has one, otherwise in memory until the program ends.

They lie in none of our files. The store may ask a person to unlock it, so a window does not call this from its own
thread.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kdstudio.core.errors import KDError
from kdstudio.core.job import Job, LLMProbeJob, SynthesisJob
from kdstudio.core.llm_address import clean
from kdstudio.protocol.secrets import Secret
from kdstudio.runs.task_folder import TaskFolder

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

Place = Literal["keyring", "session"]
_SERVICE = "KD Studio teacher"
_NONE = ("keyring.backends.fail", "keyring.backends.null")
_FILES = "keyrings."
"""Back ends that other packages add; those of ``keyrings.alt`` keep keys in files, some readably."""

_session: dict[str, str] = {}


def store(address: str, key: str) -> Place:
    """Keep a key for an address, and say where: for this session alone where the system has no store, or refuses."""
    address, key = clean(address), key.strip()
    _session[address] = key
    if (backend := _backend()) is None:
        return "session"
    try:
        backend.set_password(_SERVICE, address, key)
    except Exception:  # every store has errors of its own, and none may keep the key from being used
        return "session"
    del _session[address]
    return "keyring"


def find(address: str) -> str:
    """The key for an address, or nothing."""
    address = clean(address)
    if address in _session:
        return _session[address]
    try:
        return (backend.get_password(_SERVICE, address) or "") if (backend := _backend()) else ""
    except Exception:  # a store that is locked is as good as none
        return ""


def forget(address: str) -> None:
    """Take a key out of the store and the session; nothing happens where there is none."""
    address = clean(address)
    _session.pop(address, None)
    if find(address) and (backend := _backend()):
        backend.delete_password(_SERVICE, address)


def of(job: Job) -> Secret | None:
    """What a worker needs for a job: the key of its task’s endpoint, empty where none is known; or nothing at all."""
    if not isinstance(job, LLMProbeJob | SynthesisJob):
        return None
    try:
        spec = TaskFolder(Path(job.task)).settled(job.changes).llm
        if spec.kind != "endpoint":
            return None
        return Secret(clean(spec.address), find(spec.address))
    except KDError:
        return None  # which the worker says in words


def _backend() -> KeyringBackend | None:
    """The system’s store, unless it is none or keeps keys in a file."""
    import keyring  # looks for stores when it is loaded

    backend = keyring.get_keyring()
    backends: list[KeyringBackend] = list(getattr(backend, "backends", [backend]))
    for found in backends:
        module = type(found).__module__
        if module not in _NONE and not module.startswith(_FILES):
            return found
    return None
