"""Where keys lie: in the system's store, or in memory, and never in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import PasswordDeleteError, PasswordSetError

from kdstudio.client import keys
from kdstudio.core.errors import Code, KDError
from kdstudio.core.job import BenchJob, LLMProbeJob, SynthesisJob
from kdstudio.core.synthesis import LLMSpec, Synthesis
from kdstudio.protocol import secrets
from kdstudio.protocol.secrets import Secret
from kdstudio.runs.task_folder import TaskFolder

ADDRESS, KEY = "https://api.example.com/v1", "sk-secret-of-a-person"


class Store(KeyringBackend):
    """A system's store, as the library lets one be added."""

    priority = 5  # type: ignore[assignment] # a class property of the library

    def __init__(self, *, locked: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise PasswordSetError("locked")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("none")
        del self.kept[service, username]


class InFile(Store):
    """As ``keyrings.alt`` has them."""


InFile.__module__ = "keyrings.alt.file"


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = keyring.get_keyring()
    keys._session.clear()
    yield
    keys._session.clear()
    keyring.set_keyring(before)


def test_a_key_is_kept_in_the_systems_store_by_its_address() -> None:
    store = Store()
    keyring.set_keyring(store)
    assert keys.store(f" {ADDRESS}/ ", f" {KEY}\n") == "keyring"
    assert list(store.kept.values()) == [KEY]
    assert keys._session == {}
    assert keys.find(ADDRESS) == KEY
    assert keys.find("https://other.example.com/v1") == ""
    keys.forget(ADDRESS)
    keys.forget(ADDRESS)
    assert keys.find(ADDRESS) == ""


@pytest.mark.parametrize(
    "store", [fail.Keyring(), null.Keyring(), Store(locked=True), InFile()], ids=lambda s: type(s).__name__
)
def test_without_a_store_a_key_is_kept_for_the_session(store: KeyringBackend) -> None:
    keyring.set_keyring(store)
    assert keys.store(ADDRESS, KEY) == "session"
    assert keys.find(ADDRESS) == KEY
    assert getattr(store, "kept", {}) == {}
    keys.forget(ADDRESS)
    assert keys.find(ADDRESS) == ""


def test_a_key_is_never_kept_for_what_is_no_address() -> None:
    with pytest.raises(KDError) as caught:
        keys.store("example", KEY)
    assert caught.value.code == Code.LLM_ADDRESS
    assert KEY not in str(caught.value)


def test_a_job_gets_the_key_of_its_tasks_address(tmp_path: Path) -> None:
    keyring.set_keyring(Store())
    keys.store(ADDRESS, KEY)
    task = TaskFolder(tmp_path)
    assert keys.of(BenchJob(export="x")) is None
    assert keys.of(SynthesisJob(task=str(tmp_path))) is None
    task.write(Synthesis(llm=LLMSpec(address=f"{ADDRESS}/", model="m")))
    assert keys.of(LLMProbeJob(task=str(tmp_path))) == Secret(ADDRESS, KEY)
    task.write(Synthesis(llm=LLMSpec(address="http://localhost:1/v1", model="m")))
    assert keys.of(SynthesisJob(task=str(tmp_path))) == Secret("http://localhost:1/v1", "")
    task.write(Synthesis(llm=LLMSpec(kind="gguf", path="m.gguf")))
    assert keys.of(SynthesisJob(task=str(tmp_path))) is None


def test_a_secret_does_not_show_its_key() -> None:
    secret = Secret(ADDRESS, KEY)
    assert KEY not in repr(secret) + str(secret)
    assert secrets.decode(secrets.encode(secret)) == secret
    assert secrets.decode(b'{"address": 1}') is None
    assert secrets.decode(b"\xff") is None
