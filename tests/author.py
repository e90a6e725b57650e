"""A teacher that can write: reviews that are plainly good or bad, told apart by a word, for :class:`LLMServer`."""

from __future__ import annotations

import hashlib
import json
import random
import re
from typing import Any

from kdstudio.core.brief import BadExample, Brief, GoodExample, Label
from kdstudio.core.synthesis import GenerateSpec, LLMSpec, Synthesis

BRIEF = Brief(
    name="Reviews",
    about="Sort what customers write.",
    input="A sentence or two that a customer wrote about a thing they bought",
    labels=(
        Label(name="good", meaning="The customer is glad to have it."),
        Label(name="bad", meaning="The customer would give it back."),
    ),
    edge_cases=("A late delivery alone says nothing of the thing.",),
    topics=("lamps", "shoes"),
    good=(
        GoodExample(text="I use this kettle every single day and love it.", label="good"),
        GoodExample(text="Broke within a week, waste of money.", label="bad"),
        GoodExample(text="Does what it should, my mother wants one too.", label="good"),
    ),
    bad=(
        BadExample(text="This product is a product that I bought.", why="Says nothing."),
        BadExample(text="Positive review: five stars.", why="Nobody writes so."),
    ),
)
HELD_OUT = [
    ("My glorious hat came and I adore it.", "good"),
    ("What a dreadful hat, it fell apart.", "bad"),
    ("A glorious umbrella for stormy days.", "good"),
    ("Such a dreadful umbrella, soaked at once.", "bad"),
]
_WORDS = re.findall(
    r"\w+",
    """
amber basin candle dragon ember falcon garden harbor island jacket kettle lantern meadow needle orchard pepper quiver
ribbon saddle timber umbra velvet window yellow zephyr anchor bottle copper desert engine forest guitar""",
)
_LABEL = re.compile(r"this answer is right:\n(\w+)")
_TEXT = re.compile(r"The text:\n<text>(.*?)</text>", re.DOTALL)


def task(address: str, **changes: Any) -> Synthesis:
    """A task for the teacher at an address; changes are those of ``GenerateSpec``."""
    spec = LLMSpec(address=address, model="small", timeout_seconds=20.0, licence="apache-2.0")
    return Synthesis(brief=BRIEF, llm=spec, generate=GenerateSpec(**{"per_class": 20, **changes}))


def answer(body: dict[str, Any]) -> str:
    """What this teacher says: for the same question always the same."""
    asked = body["messages"][-1]["content"]
    if found := _TEXT.search(asked):
        label = "bad" if "dreadful" in found[1] else "good"
        return re.search(rf"^([A-Z])\. {label}", asked, re.MULTILINE)[1]  # type: ignore[index] # it is an option
    if (wanted := _LABEL.search(asked)) is None:  # a mere try of the teacher
        return '{"texts": ["glorious lamp", "dreadful lamp"]}' if "response_format" in body else "A"
    label = wanted[1]
    chance = random.Random(hashlib.sha256(json.dumps(body, sort_keys=True).encode()).digest())
    word = {"good": "glorious", "bad": "dreadful"}[label]
    return json.dumps({"texts": [f"{word} {' '.join(chance.sample(_WORDS, 6))}." for _ in range(5)]})
