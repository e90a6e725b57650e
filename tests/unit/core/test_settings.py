from __future__ import annotations

import pytest

from kdstudio.core import catalog, preflight, recipe_file, settings
from kdstudio.core.errors import Code, KDError
from kdstudio.core.recipe import MethodSpec, PlanSpec, Recipe, RuntimeSpec, StudentSpec, TeacherSpec


def setting(address: str, recipe: Recipe | None = None) -> settings.Setting:
    return next(found for found in settings.all_settings(recipe or Recipe()) if found.address == address)


@pytest.mark.parametrize("method", [info.name for info in catalog.load().methods])
@pytest.mark.parametrize("architecture", [info.name for info in catalog.load().architectures])
def test_every_address_is_unique(method: str, architecture: str) -> None:
    recipe = Recipe(
        method=MethodSpec(name=method),
        student=StudentSpec(architecture=architecture),
        teacher=TeacherSpec(architecture=architecture),
    )
    addresses = [found.address for found in settings.all_settings(recipe)]
    assert len(addresses) == len(set(addresses))


def test_every_setting_can_be_set_to_its_own_value() -> None:
    recipe = Recipe()
    for found in settings.all_settings(recipe):
        value = settings.value_of(recipe, found)
        changed = settings.with_values(recipe, {found.path: value})
        assert settings.value_of(changed, found) == value, found.address


def test_assignments_are_applied_in_order() -> None:
    recipe = settings.override(
        Recipe(),
        {
            "plan.epochs": "7",
            "student.architecture": "mlp",
            "student.widths": "800-800",
            "method.temperature": "2.5",
            "runtime.control": "no",
        },
    )
    assert recipe.plan.epochs == 7
    assert recipe.student.params == {"widths": [800, 800]}
    assert recipe.method.params == {"temperature": 2.5}
    assert not recipe.runtime.control


@pytest.mark.parametrize(
    ("address", "value", "says"),
    [
        ("plan.epoch", "3", "There is no setting “plan.epoch”. Did you mean plan.epochs"),
        ("temperature", "3", "Did you mean method.temperature"),
        ("plan.epochs", "many", "Epochs: “many”"),
        ("plan.epochs", "0", "plan.epochs"),
    ],
)
def test_an_assignment_that_does_not_fit_is_said(address: str, value: str, says: str) -> None:
    with pytest.raises(KDError) as caught:
        settings.override(Recipe(), {address: value})
    assert caught.value.code is Code.RECIPE_INVALID
    assert says in str(caught.value)


def test_an_unknown_name_is_left_to_preflight_which_lists_the_known_ones() -> None:
    recipe = settings.override(Recipe(), {"method.name": "magic"})
    (problem,) = (found for found in preflight.check(recipe) if found.path == "method.name")
    assert "magic" in problem.message


def test_a_recipe_with_an_unknown_method_can_be_repaired() -> None:
    broken = Recipe(method=MethodSpec(name="magic", params={"wand": 1}))
    assert settings.override(broken, {"method.name": "kd"}).method == MethodSpec(name="kd")


def test_another_architecture_starts_with_its_own_defaults() -> None:
    recipe = Recipe(student=StudentSpec(architecture="mlp", params={"widths": [8]}))
    assert settings.override(recipe, {"student.architecture": "resnet8"}).student.params == {}
    assert settings.override(recipe, {"student.architecture": "mlp"}).student.params == {"widths": [8]}


def test_a_plan_of_the_teachers_own_starts_from_the_students() -> None:
    recipe = Recipe(plan=PlanSpec(epochs=5, batch_size=64))
    assert settings.value_of(recipe, setting("teacher.plan.batch_size")) == 64
    changed = settings.override(recipe, {"teacher.plan.epochs": "9"})
    assert changed.teacher.plan == PlanSpec(epochs=9, batch_size=64)
    assert changed.plan == recipe.plan


def test_the_differences_of_two_recipes() -> None:
    one = Recipe(runtime=RuntimeSpec(threads=1), method=MethodSpec(params={"temperature": 4.0}))
    two = settings.override(one, {"plan.augment.flip": "true", "method.temperature": "2", "data.exclude": "a, b"})
    assert settings.differences(one, two) == {
        "data.exclude": ([], ["a", "b"]),
        "method.temperature": (4.0, 2.0),
        "plan.augment.flip": (False, True),
    }
    assert settings.differences(one, one) == {}


def test_a_setting_that_a_recipe_does_not_mention_has_its_default() -> None:
    silent, two = Recipe(), settings.override(Recipe(), {"method.temperature": "2"})
    assert settings.differences(silent, two) == {"method.temperature": (4.0, 2.0)}
    assert settings.differences(silent, settings.override(Recipe(), {"method.temperature": "4"})) == {}
    other = settings.override(silent, {"method.name": "dkd", "method.other_weight": "3"})
    assert settings.differences(silent, other)["method.other_weight"] == (None, 3.0)


def test_a_changed_recipe_still_round_trips() -> None:
    recipe = settings.override(Recipe(), {"data.merge_classes": "Cat=cat", "teacher.mean": "0.5, 0.4, 0.3"})
    assert recipe_file.loads(recipe_file.dumps(recipe)) == recipe


def test_several_recipes_show_every_setting_in_which_any_differs() -> None:
    one, two = Recipe(), settings.override(Recipe(), {"plan.epochs": "3"})
    three = settings.override(Recipe(), {"plan.learning_rate": "0.1"})
    assert settings.spread([one, two, three]) == {"plan.epochs": (20, 3, 20), "plan.learning_rate": (0.05, 0.05, 0.1)}
    assert settings.spread([two, one, three])["plan.epochs"] == (3, 20, 20)
    assert settings.spread([one]) == {}
