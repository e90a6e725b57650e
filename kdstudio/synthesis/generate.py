"""Rows from a teacher, in an order that follows from the task alone, however many requests are under way at once.

Every label gets one request in each *turn*. Later turns are asked for ahead where they are needed for certain, that is
where a label stays short even if every text under way is kept. What a request is told of earlier texts stems from the
turns that were finished ``_AHEAD`` turns before, so that the same questions are asked whichever answer comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field

import msgspec

from kdstudio.core.errors import Code, KDError
from kdstudio.core.synthesis import Review, Row, Synthesis
from kdstudio.synthesis import label as labels
from kdstudio.synthesis import write
from kdstudio.synthesis.chat import Chat
from kdstudio.synthesis.sift import Reason, Sieve, id_of

_AHEAD = 4
_AVOID = 6
"""Earlier texts that a request is shown."""
_FRUITLESS = 8
"""Requests in a row for one label without a row that counts, after which the teacher is given up."""
_PATIENCE = 4
"""Times the fewest requests that a label could do with."""
_CHUNK = 32

Say = Callable[[Row], None]


@dataclass
class _Aim:
    """One label on its way: ``taken`` rows count, ``texts`` are those that passed, by turn and with their topic."""

    label: int
    wanted: int
    taken: int = 0
    turn: int = 0
    barren: int = 0
    texts: list[list[tuple[str, str]]] = field(default_factory=list)
    asked: dict[int, Future[list[str]]] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        most = _PATIENCE * -(-self.wanted // write.BATCH) + _FRUITLESS
        return self.taken < self.wanted and self.turn < most and self.barren < _FRUITLESS

    @property
    def short(self) -> int:
        return max(0, self.wanted - self.taken)

    def avoid(self, turn: int, topic: str) -> list[str]:
        """The newest texts on a topic that any run has seen before this turn."""
        found: list[str] = []
        for place in range(min(len(self.texts), turn - _AHEAD + 1) - 1, -1, -1):
            found += [text for text, about in reversed(self.texts[place]) if about == topic]
            if len(found) >= _AVOID:
                break
        return found[:_AVOID]


class Generation:
    """What one job makes of a task. ``dropped`` counts texts by reason, ``rows`` holds all others and their copies not.

    ``pilot`` rows count whatever the teacher says of them, since a person looks at them all.
    """

    def __init__(
        self,
        task: Synthesis,
        chat: Chat,
        sieve: Sieve,
        reviews: Mapping[str, Review],
        pool: Executor,
        say: Say,
        *,
        pilot: bool = False,
    ) -> None:
        self.rows: dict[str, Row] = {}
        self.dropped: Counter[Reason] = Counter()
        self._task, self._chat, self._sieve, self._pool, self._say = task, chat, sieve, pool, say
        self._names = task.brief.names
        self._reviews = {
            id: review for id, review in reviews.items() if not review.label or review.label in self._names
        }
        self._counts = ("kept", "doubtful") if pilot else ("kept",)

    # -- texts that the teacher writes

    def write(self, wanted: Sequence[int], progress: Callable[[int], None]) -> None:
        """Write ``wanted`` rows of each label, as far as the teacher is able to."""
        aims = [_Aim(number, count) for number, count in enumerate(wanted)]
        while turn := [aim for aim in aims if aim.open]:
            before = [aim.taken for aim in turn]
            for aim in turn:
                self._ask_ahead(aim)
            written = [self._written(aim) for aim in turn]
            while any(aim.short and texts for aim, texts in zip(turn, written, strict=True)):
                self._take(turn, written)
                progress(sum(min(aim.taken, aim.wanted) for aim in aims))
            for aim, taken in zip(turn, before, strict=True):
                aim.barren = 0 if aim.taken > taken else aim.barren + 1
            self._give_up_on_a_mute_teacher(aims)

    def _take(self, turn: Sequence[_Aim], written: Sequence[list[tuple[str, str]]]) -> None:
        """Label as many of the texts as would do if all were kept."""
        chosen = [(aim, *text) for aim, texts in zip(turn, written, strict=True) for text in self._passing(aim, texts)]
        answers = self._decide([text for _, text, _ in chosen])
        for (aim, text, topic), shares in zip(chosen, answers, strict=True):
            row = self._settle(text, self._names[aim.label], topic, shares)
            aim.taken += row.state in self._counts

    def _ask_ahead(self, aim: _Aim) -> None:
        for turn in range(aim.turn, aim.turn + _AHEAD):
            if turn > aim.turn and aim.taken + write.BATCH * (turn - aim.turn) >= aim.wanted:
                return
            if turn not in aim.asked:
                request = write.request(self._task, aim.label, turn)
                avoid = aim.avoid(turn, request.topic)
                aim.asked[turn] = self._pool.submit(write.ask, self._chat, self._task, request, avoid)

    def _written(self, aim: _Aim) -> list[tuple[str, str]]:
        """The texts of this turn with their topic; a label's turn is over once they are here."""
        topic = write.request(self._task, aim.label, aim.turn).topic
        texts = aim.asked.pop(aim.turn).result()
        if not texts:
            self.dropped[Reason.NO_ANSWER] += 1
        aim.turn += 1
        aim.texts.append([])
        return [(text, topic) for text in texts]

    def _passing(self, aim: _Aim, texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """As many of the next texts as the label is short of, without those that are dropped."""
        found: list[tuple[str, str]] = []
        while texts and len(found) < aim.short:
            raw, topic = texts.pop(0)
            text = self._sieve.cleaned(raw)
            if self._passes(text, self._names[aim.label], topic):
                found.append((text, topic))
                aim.texts[-1].append((text, topic))
        return found

    def _give_up_on_a_mute_teacher(self, aims: Sequence[_Aim]) -> None:
        if not self.rows and all(aim.barren >= _FRUITLESS for aim in aims if aim.wanted):
            reason, _ = self.dropped.most_common(1)[0] if self.dropped else (Reason.NO_ANSWER, 0)
            raise KDError(
                Code.LLM_ANSWER,
                f"{self._chat.model} wrote nothing of use in {_FRUITLESS} requests for each label. Mostly: {reason}",
                "Try a larger teacher, or say the task more simply.",
            )

    # -- texts that a person has

    def label(self, texts: Sequence[str], progress: Callable[[int], None]) -> None:
        """Label given texts, in their order."""
        for start in range(0, len(texts), _CHUNK):
            chunk = map(self._sieve.cleaned, texts[start : start + _CHUNK])
            passing = [text for text in chunk if self._passes(text, "", "")]
            for text, shares in zip(passing, self._decide(passing), strict=True):
                self._settle(text, "", "", shares)
            progress(min(len(texts), start + _CHUNK))

    # -- both

    def _passes(self, text: str, label: str, topic: str) -> bool:
        """Whether a text is worth a label; one that is not is counted and told."""
        review = self._reviews.get(id_of(text))
        if review is None or self._sieve.is_same(text):
            fault = self._sieve.fault(text)
        else:
            fault = Reason.TAKEN if review.held_out and review.label else None if review.label else Reason.PERSON
        if fault is None or fault in (Reason.PERSON, Reason.TAKEN):
            self._sieve.remember(text)  # also nothing like what a person left out comes again
        if fault is None:
            return True
        self.dropped[fault] += 1
        if fault not in (Reason.SAME, Reason.EMPTY):
            row = Row(
                id=id_of(text), text=text, label=label, answer="", probabilities=(), state="dropped", why=fault,
                topic=topic,
            )  # fmt: skip
            if fault is Reason.TAKEN and review is not None:
                row = msgspec.structs.replace(row, label=review.label)
            self._say(row)
        return False

    def _decide(self, texts: Sequence[str]) -> Iterator[tuple[float, ...]]:
        return self._pool.map(lambda text: labels.decide(self._chat, self._task.brief, text), texts)

    def _settle(self, text: str, label: str, topic: str, shares: tuple[float, ...]) -> Row:
        """The row that a text and the teacher's answer make, with a person's word above both."""
        id = id_of(text)
        answer = self._names[labels.best(shares)] if shares else ""
        why = _doubt(label, answer, shares)
        row = Row(
            id=id, text=text, label=label or answer, answer=answer, probabilities=shares,
            state="doubtful" if why else "kept", why=why, topic=topic,
        )  # fmt: skip
        if review := self._reviews.get(id):
            row = msgspec.structs.replace(row, label=review.label, state="kept", why="")
        self.rows[id] = row
        self._say(row)
        return row


def _doubt(label: str, answer: str, shares: tuple[float, ...]) -> str:
    """Why a person should look at a row, or nothing."""
    if not shares:
        return "The teacher gave no label of the task."
    if label and answer != label:
        return f"It was written for “{label}”, but labelled “{answer}” when the teacher was not told."
    if labels.wavers(shares):
        return "The teacher wavers between two labels."
    return ""
