"""What is installed is what the lock files say, and they say all that is needed."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME, DEVELOPMENT, MODEL = "requirements.lock", "requirements-dev.lock", "requirements-model.lock"


def lines(*names: str) -> list[str]:
    text = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(*names: str) -> dict[str, str]:
    """Exact versions by name, of what this platform needs."""
    found = {}
    for requirement in map(Requirement, lines(*names)):
        if requirement.marker is None or requirement.marker.evaluate():
            found[canonicalize_name(requirement.name)] = str(requirement.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("name", [RUNTIME, DEVELOPMENT, MODEL])
def test_every_line_is_one_exact_version_and_names_no_place(name: str) -> None:
    for line in lines(name):
        assert re.fullmatch(r"[a-z0-9]+([-.][a-z0-9]+)*==[0-9][0-9a-z.]*( ; .+)?", line), line


def test_no_package_is_pinned_twice() -> None:
    names = [line.partition("==")[0] for line in lines(RUNTIME, DEVELOPMENT, MODEL)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", PROJECT["project"]["dependencies"])
def test_every_dependency_is_in_the_lock_and_satisfied(text: str) -> None:
    requirement = Requirement(text)
    assert requirement.specifier.contains(pins(RUNTIME)[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("text", PROJECT["dependency-groups"]["dev"])
def test_every_tool_is_in_the_lock_and_satisfied(text: str) -> None:
    requirement = Requirement(text)
    assert requirement.specifier.contains(pins(RUNTIME, DEVELOPMENT)[canonicalize_name(requirement.name)])


def test_what_the_pinned_packages_need_is_pinned_too() -> None:
    known = pins(RUNTIME, DEVELOPMENT)
    here = {**default_environment(), "extra": ""}
    for name in known:
        for text in requires(name) or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate(here):
                pinned = known[canonicalize_name(requirement.name)]
                assert requirement.specifier.contains(pinned, prereleases=True), f"{name} needs {text}, not {pinned}"


@pytest.mark.parametrize(("name", "exact"), pins(RUNTIME, DEVELOPMENT, MODEL).items())
def test_what_is_installed_is_what_is_pinned(name: str, exact: str) -> None:
    try:
        installed = version(name)
    except PackageNotFoundError:
        pytest.fail(f"{name} is pinned but not installed")
    assert installed.partition("+")[0] == exact


def test_the_licences_of_what_ships_are_named() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
