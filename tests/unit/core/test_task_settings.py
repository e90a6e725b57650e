"""Changes to a task as ``--set`` gives them."""

from __future__ import annotations

import pytest

from kdstudio.core import task_settings
from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import Synthesis


def test_settings_change_and_nothing_else_does() -> None:
    changed = task_settings.override(Synthesis(), {"llm.temperature": "0.5", "generate.per_class": "50"})
    assert (changed.llm.temperature, changed.generate.per_class) == (0.5, 50)
    assert task_settings.override(changed, {"llm.temperature": "0.9", "generate.per_class": "100"}) == Synthesis()
    assert task_settings.override(changed, {}) is changed


@pytest.mark.parametrize(
    ("address", "value", "words"),
    [
        ("temperature", "1", "llm.temperature"),
        ("llm.temprature", "1", "llm.temperature"),
        ("brief.name", "x", "There are llm."),
        ("llm.temperature", "9", "It takes float ≥ 0, ≤ 2."),
        ("generate.source", "invent", "label | write"),
    ],
)
def test_a_setting_that_does_not_fit_is_refused(address: str, value: str, words: str) -> None:
    with pytest.raises(KDError) as caught:
        task_settings.override(Synthesis(), {address: value})
    assert caught.value.code == Code.RECIPE_INVALID
    assert words in caught.value.hint
