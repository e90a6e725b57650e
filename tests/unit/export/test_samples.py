"""The sample projects: which go into an export, and that each is described in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from kdstudio.core import samples as described
from kdstudio.core.samples import Sample
from kdstudio.export import samples

TOML = """
title = "Page"
language = "JavaScript"
summary = "A page."
run = "open index.html"
main = "index.html"
tasks = ["image-classification"]
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two samples and a folder that they share."""
    for name, more in (("page", 'shared = ["common"]'), ("phone", 'targets = ["android"]\nshared = ["common"]')):
        (tmp_path / "deploy" / name).mkdir(parents=True)
        (tmp_path / "deploy" / name / "sample.toml").write_text(TOML + more)
        (tmp_path / "deploy" / name / "index.html").write_text(name)
    (tmp_path / "deploy" / "page" / "node_modules").mkdir()
    (tmp_path / "deploy" / "page" / "node_modules" / "big.js").write_text("")
    (tmp_path / "deploy" / "common").mkdir()
    (tmp_path / "deploy" / "common" / "resize.mjs").write_text("resize")
    return tmp_path / "deploy"


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_sample_comes_with_what_it_shares_and_nothing_that_running_it_left(source: Path, tmp_path: Path) -> None:
    made = samples.copy(tmp_path / "out", "browser", "image-classification", source)
    assert [sample.name for sample in made] == ["page"]
    folder = tmp_path / "out" / "samples"
    assert names(folder) == {"page/sample.toml", "page/index.html", "page/resize.mjs"}
    assert described.read(folder) == made


def test_a_sample_for_one_target_goes_to_that_one_alone(source: Path, tmp_path: Path) -> None:
    made = samples.copy(tmp_path / "out", "android", "image-classification", source)
    assert [sample.name for sample in made] == ["page", "phone"]


def test_a_sample_for_pictures_as_they_are_needs_a_file_that_takes_them(source: Path, tmp_path: Path) -> None:
    described_in = source / "page" / "sample.toml"
    described_in.write_text(described_in.read_text() + "\npixels = true")
    made = samples.copy(tmp_path / "out", "browser", "image-classification", source, pixels=False)
    assert made == ()
    made = samples.copy(tmp_path / "out", "browser", "image-classification", source, pixels=True)
    assert [sample.name for sample in made] == ["page"]


def test_a_sample_that_reads_tokens_needs_the_file_with_them(source: Path, tmp_path: Path) -> None:
    described_in = source / "page" / "sample.toml"
    described_in.write_text(described_in.read_text() + "\ntokens = true")
    assert samples.copy(tmp_path / "out", "browser", "image-classification", source, tokens=False) == ()
    made = samples.copy(tmp_path / "out", "browser", "image-classification", source, tokens=True)
    assert [sample.name for sample in made] == ["page"]


def test_two_samples_of_one_language_have_one_place(source: Path, tmp_path: Path) -> None:
    """One for pictures and one for texts: an export has either, under the same name."""
    (source / "page-texts").mkdir()
    described_as = TOML.replace("image-classification", "text-classification") + 'place = "page"\nshared = ["common"]'
    (source / "page-texts" / "sample.toml").write_text(described_as)
    (source / "page-texts" / "index.html").write_text("texts")
    made = samples.copy(tmp_path / "out", "browser", "text-classification", source)
    assert [(sample.name, sample.tasks) for sample in made] == [("page", ("text-classification",))]
    assert names(tmp_path / "out" / "samples") == {"page/sample.toml", "page/index.html", "page/resize.mjs"}
    assert (tmp_path / "out" / "samples" / "page" / "index.html").read_text() == "texts"


def test_of_the_samples_that_ship_no_two_meet_in_one_export() -> None:
    for task in ("image-classification", "text-classification"):
        places = [known.place or known.name for known in described.read(described.folder()) if task in known.tasks]
        assert len(places) == len(set(places))
        assert {"python", "node", "web", "cpp", "csharp", "kotlin", "swift"} <= set(places)


def test_a_task_without_samples_gets_no_folder(source: Path, tmp_path: Path) -> None:
    assert samples.copy(tmp_path / "out", "browser", "text-classification", source) == ()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("sample", described.read(described.folder()), ids=lambda sample: str(sample.name))
def test_every_sample_that_ships_is_whole(sample: Sample) -> None:
    for part in (sample.name, *sample.shared):
        assert (described.folder() / part).is_dir()
    assert (described.folder() / sample.name / sample.main).is_file()
    assert sample.tasks
    assert sample.summary.endswith(".")
