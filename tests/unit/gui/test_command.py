from __future__ import annotations

import shlex

import msgspec

from kdstudio.core.recipe import AugmentSpec, DataSpec, MethodSpec, PlanSpec, Recipe, RuntimeSpec, TeacherSpec
from kdstudio.core.settings import override
from kdstudio.gui.command import check_command_for, command_for


def again(command: str) -> Recipe:
    """What the terminal makes of a command."""
    words = shlex.split(command)
    assert words[:2] == ["kdstudio", "demo"]
    pairs = [word.partition("=") for word in words[2:] if word != "--set"]
    return override(Recipe(), {address: value for address, _, value in pairs})


def test_the_command_means_the_same_recipe() -> None:
    recipe = Recipe(
        name="My icons",
        data=DataSpec(path="/a b/icons", exclude=("a.png", "b.png"), merge_classes={"Cat": "cat"}),
        teacher=TeacherSpec(kind="train", path="", architecture="mlp", params={"widths": [800, 400]}),
        method=MethodSpec(params={"temperature": 20.0}),
        plan=PlanSpec(epochs=7, augment=AugmentSpec(flip=True)),
        runtime=RuntimeSpec(control=False),
    )
    command = command_for(recipe)
    assert again(command) == recipe
    assert "plan.batch_size" not in command


def test_the_default_recipe_needs_no_flags() -> None:
    assert command_for(Recipe()) == "kdstudio demo"


def test_what_no_flag_can_say_goes_over_a_saved_recipe() -> None:
    recipe = msgspec.structs.replace(Recipe(), data=DataSpec(exclude=("a, b.png",)))
    assert command_for(recipe) == "kdstudio run Digits.toml"


def test_the_data_check_in_a_terminal_knows_the_curation_and_the_split() -> None:
    data = DataSpec(path="/a b/icons", seed=7, exclude=("a.png",), merge_classes={"Cat": "cat"}, similar_together=True)
    words = shlex.split(check_command_for(Recipe(data=data)))
    assert words[:6] == ["kdstudio", "data", "check", "/a b/icons", "--task", "image-classification"]
    pairs = [word.partition("=") for word in words[6:] if word != "--set"]
    base = Recipe(data=DataSpec(path="/a b/icons"))
    assert override(base, {address: value for address, _, value in pairs}).data == data
    assert check_command_for(Recipe(data=DataSpec(path=""))) == ""
    odd = Recipe(data=DataSpec(path="x", exclude=("a, b.png",)))
    assert check_command_for(odd) == "kdstudio data check x --task image-classification"
