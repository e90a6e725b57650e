"""Archives of data: good ones are unpacked once, bad ones are refused before anything is written."""

import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import DataSpec, Recipe
from kdstudio.runs.unpack import is_archive, ready, unpacked
from kdstudio.runs.workspace import Workspace
from tests.conftest import SmallDisk

Make = Callable[[Path], None]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _tar(path: Path, *members: tarfile.TarInfo, content: bytes = b"x") -> Path:
    with tarfile.open(path, "w:gz" if path.suffix == ".tgz" else "w") as archive:
        for member in members:
            if member.isreg():
                member.size = len(content)
            archive.addfile(member, io.BytesIO(content) if member.isreg() else None)
    return path


def _everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_zip_of_class_folders(tmp_path: Path, workspace: Workspace) -> None:
    files = {"set/cat/1.png": b"1", "set/dog/ä.png": b"2", "__MACOSX/set/._1.png": b"3", "set/cat/.DS_Store": b"4"}
    path = _zip(tmp_path / "My pets.zip", files)
    found = unpacked(path, workspace)
    assert found.parent == workspace.data
    assert found.name.startswith("my-pets-")
    assert _everything(found) == {"set/cat/1.png", "set/dog/ä.png"}
    assert (found / "set/dog/ä.png").read_bytes() == b"2"
    (found / "set/cat/1.png").write_bytes(b"mine")
    assert unpacked(path, workspace) == found
    assert (found / "set/cat/1.png").read_bytes() == b"mine", "unpacked once"


def test_a_changed_archive_is_another_one(tmp_path: Path, workspace: Workspace) -> None:
    first = unpacked(_zip(tmp_path / "a.zip", {"a/1.png": b"1"}), workspace)
    assert unpacked(_zip(tmp_path / "a.zip", {"a/1.png": b"1", "a/2.png": b"2"}), workspace) != first


@pytest.mark.parametrize("name", ["a.tar", "a.tgz"])
def test_a_tar(tmp_path: Path, workspace: Workspace, name: str) -> None:
    found = unpacked(_tar(tmp_path / name, tarfile.TarInfo("./x/1.png"), tarfile.TarInfo("y/2.png")), workspace)
    assert _everything(found) == {"x/1.png", "y/2.png"}


def test_a_single_file_stands_for_itself(tmp_path: Path, workspace: Workspace) -> None:
    path = _zip(tmp_path / "table.zip", {"rows.csv": b"text,label\na,b\n"})
    assert unpacked(path, workspace).name == "rows.csv"
    recipe = ready(Recipe(data=DataSpec(path=str(path))), workspace)
    assert Path(recipe.data.path).read_bytes() == b"text,label\na,b\n"


def test_what_is_no_archive_stays(tmp_path: Path, workspace: Workspace) -> None:
    (tmp_path / "data.zip").mkdir()
    assert not is_archive(tmp_path / "data.zip")
    assert unpacked(tmp_path / "data.zip", workspace) == tmp_path / "data.zip"
    assert ready(Recipe(), workspace) == Recipe()


def _link_in_zip(path: Path) -> None:
    info = zipfile.ZipInfo("a/link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/1.png", b"1")
        archive.writestr(info, "/etc/passwd")


def _locked_zip(path: Path) -> None:
    raw = bytearray(_zip(path, {"a/1.png": b"1"}).read_bytes())
    raw[raw.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(raw)


def _flipped_zip(path: Path) -> None:
    raw = bytearray(_zip(path, {"a/1.png": os.urandom(1000)}).read_bytes())
    raw[200] ^= 1
    path.write_bytes(raw)


def _bomb(path: Path) -> None:
    """Says of itself that it grows from a hundred bytes to two gigabytes, as 42.zip does."""
    raw = bytearray(_zip(path, {"a/zeros": bytes(1000)}).read_bytes())
    place = raw.index(b"PK\1\2") + 24
    raw[place : place + 4] = (2 << 30).to_bytes(4, "little")
    path.write_bytes(raw)


def _member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> Make:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link

    def make(path: Path) -> None:
        _tar(path, tarfile.TarInfo("a/1.png"), info)

    return make


def _names(*names: str) -> Make:
    def make(path: Path) -> None:
        _zip(path, dict.fromkeys(names, b"x"))

    return make


BAD: dict[str, tuple[str, Make, str]] = {
    "up": ("a.zip", _names("a/1.png", "../evil.png"), "leads out"),
    "up with backslashes": ("a.zip", _names("a\\..\\..\\evil.png"), "leads out"),
    "absolute": ("a.zip", _names("/tmp/evil.png"), "absolute path"),
    "a drive": ("a.zip", _names("C:/evil.png"), "absolute path"),
    "a link": ("a.zip", _link_in_zip, "a link or a device"),
    "a password": ("a.zip", _locked_zip, "password"),
    "a flipped bit": ("a.zip", _flipped_zip, "damaged"),
    "not a zip": ("a.zip", lambda path: path.write_bytes(b"PK\3\4 and nothing") and None, "damaged"),
    "empty": ("a.zip", _names(), "no file in it"),
    "a bomb": ("a.zip", _bomb, "would grow to more than 1 GB"),
    "a file that is a folder": ("a.zip", _names("a", "a/1.png"), "in it twice"),
    "tar up": ("a.tar", _member("../evil.png"), "leads out"),
    "tar absolute": ("a.tgz", _member("/evil.png"), "absolute path"),
    "tar link": ("a.tar", _member("a/link", tarfile.SYMTYPE, "/etc"), "a link or a device"),
    "tar hard link": ("a.tar", _member("a/link", tarfile.LNKTYPE, "../../evil"), "a link or a device"),
    "tar device": ("a.tar", _member("a/null", tarfile.CHRTYPE), "a link or a device"),
    "tar pipe": ("a.tar", _member("a/pipe", tarfile.FIFOTYPE), "a link or a device"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_archive_is_refused_and_nothing_is_written(tmp_path: Path, workspace: Workspace, case: str) -> None:
    name, make, words = BAD[case]
    make(tmp_path / name)
    with pytest.raises(KDError) as caught:
        unpacked(tmp_path / name, workspace)
    assert caught.value.code is Code.DATA_ARCHIVE
    assert words in caught.value.message
    assert not list(workspace.root.rglob("*")) or [entry.name for entry in workspace.root.iterdir()] == ["data"]
    assert not list(workspace.data.rglob("*"))
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith("evil")] == []


def test_a_tar_cut_short_is_refused(tmp_path: Path, workspace: Workspace) -> None:
    path = _tar(tmp_path / "a.tgz", tarfile.TarInfo("a/1.png"), content=os.urandom(100_000))
    path.write_bytes(path.read_bytes()[:50_000])
    with pytest.raises(KDError, match="damaged"):
        unpacked(path, workspace)
    assert not list(workspace.data.rglob("*"))


def test_too_little_room_is_said_with_both_numbers(tmp_path: Path, small_disk: SmallDisk) -> None:
    path = _zip(tmp_path / "a.zip", {"a/1.png": bytes(1000)})
    with pytest.raises(KDError, match=r"needs 0\.0 GB, and 0\.0 GB are free") as caught:
        unpacked(path, Workspace(small_disk("1m")))
    assert caught.value.code is Code.DISK_FULL
