from __future__ import annotations

from kdstudio.core.recipe import Recipe
from kdstudio.gui import curation


def test_leaving_out_and_taking_back() -> None:
    recipe = curation.exclude(Recipe(), ["a", "b", "a"])
    assert recipe.data.exclude == ("a", "b")
    assert curation.restore(recipe, ["a"]).data.exclude == ("b",)
    assert curation.exclude(recipe, ["b"]) == recipe


def test_the_last_label_counts() -> None:
    recipe = curation.relabel(curation.relabel(Recipe(), ["a", "b"], "cat"), ["b"], "dog")
    assert recipe.data.relabel == {"a": "cat", "b": "dog"}
    assert curation.restore(recipe, ["a"]).data.relabel == {"b": "dog"}


def test_merging_follows_earlier_merges() -> None:
    recipe = curation.merge(Recipe(), ["Cat", "cat", "cat "], "cat")
    assert recipe.data.merge_classes == {"Cat": "cat", "cat ": "cat"}
    again = curation.merge(recipe, ["cat", "feline"], "feline")
    assert again.data.merge_classes == {"Cat": "feline", "cat ": "feline", "cat": "feline"}
    assert curation.unmerge(again) == Recipe()


def test_keeping_one_of_each_duplicate() -> None:
    recipe = curation.keep_first(Recipe(), [("a", "b"), ("c", "d", "e")])
    assert recipe.data.exclude == ("b", "d", "e")


def test_accepting_can_be_taken_back() -> None:
    recipe = curation.accept(curation.accept(Recipe(), "label-conflicts"), "label-conflicts")
    assert recipe.data.accept == ("label-conflicts",)
    assert curation.unaccept(recipe, "label-conflicts") == Recipe()
