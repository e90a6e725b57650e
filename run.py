#!/usr/bin/env python3
"""Set up KD Studio in ``.venv`` and run it: ``python3 run.py demo``, ``test``, ``check``, ``app`` or any command.

Needs nothing but Python 3.11 or newer. The set-up runs once, again when a lock file changes, and picks up where an
interrupted one stopped.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("KD Studio needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK, DEV, MODEL = (ROOT / name for name in ("requirements.lock", "requirements-dev.lock", "requirements-model.lock"))
CHECKS = (
    ["ruff", "format", "--check", "."],
    ["ruff", "check", "."],
    ["mypy"],
    ["lint-imports"],
)
ALL_TESTS = ("-n", "logical", "--maxprocesses", "4", "--dist", "loadfile")
HELP = """python3 run.py COMMAND

  demo     distil the bundled sample, from the teacher to a verified INT8 model
  test     run the tests on all cores; with arguments, what pytest makes of them
  check    run the checks: format, lint, types, import contracts
  app      open the window
  …        any other command of “kdstudio”; “python3 run.py --help” lists them
"""

# Debian's name of the package that holds a library which Qt needs
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
}
# what Qt opens at run time: looked at together with everything it links to
QT_FILES = (
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)


def main(arguments: list[str]) -> int:
    """Set up what the command needs, then become it."""
    if not arguments:
        say(HELP)
        return 2
    command, *rest = arguments
    development = command in ("test", "check")
    code = set_up(development, window=command == "app")
    if code:
        return code
    if command == "test":
        return become([PYTHON, "-m", "pytest", *(rest or ALL_TESTS)], ROOT)
    if command == "check":
        return check()
    os.environ.setdefault("KDSTUDIO_COMMAND", "python3 run.py" if os.name != "nt" else "python run.py")
    return become([PYTHON, "-m", "kdstudio", *arguments], None)


def say(line: str) -> None:
    """Tell the person at the terminal; standard output belongs to the command itself."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def become(command: list, folder: Path | None) -> int:
    """Run the command in place of this process, where the system can, so that signals reach it alone."""
    command = [str(part) for part in command]
    if folder is not None:
        os.chdir(folder)
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            pass  # the command has received it too and decides


def check() -> int:
    """Run every check, also after one that fails."""
    failed = []
    for part in CHECKS:
        say("Check: " + " ".join(part))
        if subprocess.run([str(PYTHON.parent / part[0]), *part[1:]], cwd=ROOT, check=False).returncode:
            failed.append(part[0])
    say("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


# -- set-up


def set_up(development: bool, *, window: bool = False) -> int:
    """Bring ``.venv`` up to the lock files; returns an exit code, 0 where all is well.

    Before a ``window`` the libraries that it needs are looked for each time, because nobody remembers a line of the
    first one.
    """
    wanted = {"python": "%d.%d" % sys.version_info[:2], "root": str(ROOT), "runtime": digest(LOCK)}
    if development:
        wanted["dev"] = digest(DEV, MODEL)
    done = read_stamp()
    if all(done.get(key) == value for key, value in wanted.items()) and PYTHON.exists():
        if window:
            qt_libraries()
        return 0
    same_base = all(done.get(key) == wanted[key] for key in ("python", "root"))
    started = time.monotonic()
    if not done:
        say("Set-up, once: the libraries go into .venv. They are some gigabytes, and take some minutes to download.")
    try:
        if not (same_base or (not done and healthy())):
            make_venv()
        if not same_base or done.get("runtime") != wanted["runtime"]:
            install_runtime()
        if development and done.get("dev") != wanted["dev"]:
            say("Set-up: the tools of tests and checks")
            pip("-r", DEV, "-c", LOCK)
            pip("-r", MODEL, "--no-deps")
        link_package()
        qt_libraries()
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Set-up interrupted. The same command goes on with it.")
        return 130
    stamp = VENV / "kdstudio-setup.json"
    part = stamp.with_suffix(".part")
    part.write_text(json.dumps({**(done if same_base else {}), **wanted}), encoding="utf-8")
    part.replace(stamp)
    say(f"Set-up took {duration(time.monotonic() - started)}.")
    return 0


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def read_stamp() -> dict:
    """What the last complete set-up was for; empty before the first."""
    try:
        found = json.loads((VENV / "kdstudio-setup.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def digest(*files: Path) -> str:
    """Hash of lock files."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def healthy() -> bool:
    """Whether an interrupted set-up left a usable environment of this very Python."""
    if not PYTHON.exists():
        return False
    code = "import pip, sys; sys.exit(sys.version_info[:2] != (%d, %d))" % sys.version_info[:2]
    return subprocess.run([str(PYTHON), "-c", code], check=False, capture_output=True).returncode == 0


def make_venv() -> None:
    """Create ``.venv`` anew."""
    say("Set-up: create .venv")
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python%d.%d-venv" % sys.version_info[:2]], "Python’s venv module", needed=True)
    run([sys.executable, "-m", "venv", "--clear", VENV], "The environment .venv could not be created")


def install_runtime() -> None:
    """Install torch first, so that a wheel which pip is configured to prefer is taken as it is, then the rest."""
    torch = next(line for line in LOCK.read_text(encoding="utf-8").splitlines() if line.startswith("torch=="))
    say(f"Set-up: {torch.replace('==', ' ')} (the largest part)")
    pip(torch, "-c", LOCK)
    say("Set-up: everything else")
    pip("-r", LOCK)


def pip(*arguments: object) -> None:
    """Install with pip, quietly."""
    quiet = ["-qq", "--disable-pip-version-check", "--no-input", "--prefer-binary"]
    run(
        [PYTHON, "-m", "pip", "install", *quiet, *arguments],
        "Installing failed; check the connection and the free disk, then run the same command again",
    )


def link_package() -> None:
    """Let the environment find the package where it is."""
    query = [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    folder = subprocess.run(query, check=True, capture_output=True, text=True).stdout.strip()
    Path(folder, "kdstudio.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def run(command: list, failure: str) -> None:
    """Run a step of the set-up."""
    sys.stderr.flush()
    with subprocess.Popen([str(part) for part in command], stdout=sys.stderr) as process:
        wait(process)
    if process.returncode:
        raise SetupError(f"{failure} (exit code {process.returncode}).")


def wait(process: subprocess.Popen) -> None:
    """Wait for a step; a terminal sees meanwhile that it goes on, because pip says nothing for minutes."""
    started = time.monotonic()
    while sys.stderr.isatty():
        try:
            process.wait(1)
            sys.stderr.write("\r\x1b[K")
            break
        except subprocess.TimeoutExpired:
            sys.stderr.write(f"\r\x1b[K        {duration(time.monotonic() - started)}")
        sys.stderr.flush()
    process.wait()


def duration(seconds: float) -> str:
    """Minutes and seconds in words."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


# -- system libraries of the window


def qt_libraries() -> None:
    """On Linux, see to the system libraries that Qt needs: installed on Debian as root, otherwise named."""
    missing = {QT_LIBRARIES.get(name, name) for name in missing_libraries()}
    if sys.platform.startswith("linux") and not any(Path("/usr/share/fonts").glob("**/*.[to]t[fc]")):
        missing.add("fonts-dejavu-core")
    if missing:
        install_packages(sorted(missing), "The window", needed=False)


def missing_libraries() -> set:
    """Sonames that Qt's files link to and this system does not have."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return set()
    query = [
        str(PYTHON),
        "-c",
        "import importlib.util as u; print(u.find_spec('PySide6').submodule_search_locations[0])",
    ]
    folder = Path(subprocess.run(query, check=True, capture_output=True, text=True).stdout.strip())
    missing = set()
    for name in QT_FILES:
        listing = subprocess.run(["ldd", str(folder / name)], check=False, capture_output=True, text=True).stdout
        missing |= {line.split()[0] for line in listing.splitlines() if "not found" in line}
    return missing


def install_packages(names: list, purpose: str, *, needed: bool) -> None:
    """Install Debian packages when root; otherwise name them in one line."""
    debian = shutil.which("apt-get") is not None
    if debian and os.geteuid() == 0:
        say("Set-up: system libraries " + " ".join(names))
        apt("update")
        if apt("install", "-y", "--no-install-recommends", *names) == 0:
            return
    manual = "sudo apt-get install " if debian else "install "
    line = f"{purpose} needs system packages that are missing: {manual}{' '.join(names)}"
    if needed:
        raise SetupError(line)
    say(line)


def apt(*arguments: str) -> int:
    """Run apt-get without questions; returns its exit code."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
