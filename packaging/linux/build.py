"""Build the desktop app for Debian and its kin: one folder by PyInstaller, then a package.

    python packaging/linux/build.py [--out dist]

Run it in an environment that has ``requirements.lock`` and the PyInstaller of the ``package`` group, on the oldest
Debian that the package shall run on. The result is ``dist/kdstudio/`` and ``dist/kdstudio_VERSION_ARCH.deb``;
``packaging/smoke.py`` proves either.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kdstudio import __version__  # noqa: E402 - the checkout, wherever this is run from

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
DEPENDS = (
    "libc6 (>= 2.36)",
    "libgl1",
    "libegl1",  # Qt opens it even without a display
    "libxcb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "xkb-data",
    "fontconfig-config",
    "fonts-dejavu-core | fonts-liberation | fonts-noto-core",
)
CONTROL = """\
Package: kdstudio
Version: {version}
Architecture: {architecture}
Maintainer: KD Studio <maintainers@kdstudio.invalid>
Section: science
Priority: optional
Installed-Size: {kilobytes}
Depends: {depends}
Description: turns a large model into a small one that runs on a phone
 Knowledge distillation on your own machine, in a window or in a terminal:
 choose data, a teacher and a student, watch the training, and take a
 quantized ONNX model that was reloaded, measured and verified.
"""
DESKTOP = """\
[Desktop Entry]
Type=Application
Name=KD Studio
Comment=Turn a large model into a small one
Comment[de]=Aus einem großen Modell ein kleines machen
Exec=/usr/bin/kdstudio app
Icon=kdstudio
Categories=Science;ArtificialIntelligence;
Terminal=false
"""


def freeze(out: Path) -> Path:
    """The app as one folder that needs no Python."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--distpath", str(out)]
    command += ["--workpath", str(out / "work"), str(ROOT / "packaging" / "kdstudio.spec")]
    subprocess.run(command, check=True)
    return out / "kdstudio"


def slim(app: Path) -> None:
    """Take the symbols out of the libraries that bear it; numpy, scipy and scikit-learn break by it."""
    inside = app / "_internal"
    for pattern in ("torch/lib/*.so", "libpython3*.so*", "tokenizers/*.so", "hf_xet/*.so"):
        for library in inside.glob(pattern):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def package(app: Path, out: Path) -> Path:
    """A .deb that installs the folder under ``/opt``, its command, its menu entry and its icon."""
    architecture = ARCHITECTURES[platform.machine()]
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(app, tree / "opt" / "kdstudio", symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "kdstudio").symlink_to("/opt/kdstudio/kdstudio")
    _write(tree / "usr" / "share" / "applications" / "kdstudio.desktop", DESKTOP)
    _write(tree / "usr" / "share" / "doc" / "kdstudio" / "copyright", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    icons = tree / "usr" / "share" / "icons" / "hicolor" / "scalable" / "apps"
    icons.mkdir(parents=True)
    shutil.copyfile(ROOT / "resources" / "kdstudio.svg", icons / "kdstudio.svg")
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    control = CONTROL.format(
        version=__version__, architecture=architecture, kilobytes=size // 1024, depends=", ".join(DEPENDS)
    )
    _write(tree / "DEBIAN" / "control", control)
    package = out / f"kdstudio_{__version__}_{architecture}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(tree), str(package)], check=True)
    shutil.rmtree(tree)
    return package


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Build both and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder for the results")
    out = parser.parse_args().out.resolve()
    app = freeze(out)
    slim(app)
    built = package(app, out)
    size = sum(path.stat().st_size for path in app.rglob("*") if path.is_file() and not path.is_symlink())
    sys.stdout.write(f"{app}: {size / 1e6:,.0f} MB\n{built}: {built.stat().st_size / 1e6:,.0f} MB\n")


if __name__ == "__main__":
    main()
