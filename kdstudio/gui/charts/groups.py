"""Which series of a run belong in one chart, and in which order the charts stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from kdstudio.gui.charts.style import Style

ROLE_HUES = {"student": 0, "control": 1, "teacher": 2}
TERM_HUES = (3, 5, 4, 6, 1, 2, 0)
_ORDER = (
    *("weighted", "accuracy", "loss", "agreement"),
    *("terms", "train-accuracy", "learning_rate", "examples_per_second"),
)

_SHARES = ("accuracy", "train-accuracy", "agreement")


@dataclass
class Group:
    """One chart: ``lines`` maps the names of series to how they are drawn."""

    key: str
    title: str
    lines: dict[str, Style] = field(default_factory=dict)


def group(names: Iterable[str], levels: Collection[str] = ()) -> list[Group]:
    """Sort the series of a run, named ``role/split/metric``, into charts; ``levels`` are those of a single value."""
    found: dict[str, Group] = {}
    names = sorted((name for name in names if "/test/" not in name), key=_rank)  # one figure at the end is no curve
    terms = sorted({name.split("/")[2] for name in names if "/weighted/" in name})
    names = [name for name in names if not _is_whole_loss(name, names)]
    for name in names:
        role, split, metric = _parts(name)
        key = _key(role, split, metric, terms)
        chart = found.setdefault(key, Group(key, _title(key)))
        style = _style(role, split, metric, terms, key)
        chart.lines[name] = replace(style, dashed=True, level=True) if name in levels else style
    return sorted(found.values(), key=lambda chart: (_ORDER.index(chart.key) if chart.key in _ORDER else 99, chart.key))


def _is_whole_loss(name: str, names: list[str]) -> bool:
    """Whether a term is the only one of its role, so that the chart of the loss shows it already."""
    role, split, metric = _parts(name)
    siblings = [other for other in names if other.startswith(f"{role}/weighted/")]
    return siblings == [f"{role}/weighted/{metric}"] and split in ("weighted", "train")


def _parts(name: str) -> tuple[str, str, str]:
    role, _, rest = name.partition("/")
    split, _, metric = rest.partition("/")
    return role, split, metric or split


def _rank(name: str) -> tuple[int, bool, str]:
    role, split, _ = _parts(name)
    return list(ROLE_HUES).index(role) if role in ROLE_HUES else 9, split == "train", name


def _key(role: str, split: str, metric: str, terms: list[str]) -> str:
    if split == "weighted":
        return "weighted" if role == "student" else f"weighted-{role}"
    if split == "train" and metric in terms:
        return "terms" if role == "student" else f"terms-{role}"
    if metric == "accuracy" and split == "train":
        return "train-accuracy"
    return metric


def _title(key: str) -> str:
    translate = QCoreApplication.translate
    known = {
        "weighted": translate("charts", "What the loss is made of"),
        "weighted-control": translate("charts", "What the control’s loss is made of"),
        "weighted-teacher": translate("charts", "What the teacher’s loss is made of"),
        "accuracy": translate("charts", "Validation accuracy"),
        "train-accuracy": translate("charts", "Training accuracy"),
        "loss": translate("charts", "Loss"),
        "agreement": translate("charts", "Agreement with the teacher"),
        "terms": translate("charts", "Loss terms before weighting"),
        "terms-control": translate("charts", "The control’s loss terms"),
        "terms-teacher": translate("charts", "The teacher’s loss terms"),
        "learning_rate": translate("charts", "Learning rate"),
        "examples_per_second": translate("charts", "Examples per second"),
    }
    return known.get(key, key.replace("_", " ").capitalize())


def role_title(role: str) -> str:
    """A role as a person calls it."""
    translate = QCoreApplication.translate
    known = {
        "student": translate("charts", "student"),
        "control": translate("charts", "student alone"),
        "teacher": translate("charts", "teacher"),
    }
    return known.get(role, role)


def term_title(term: str) -> str:
    """A term of a loss in words, with the name that papers and settings give it."""
    translate = QCoreApplication.translate
    known = {
        "ce": translate("charts", "labels"),
        "kd": translate("charts", "teacher"),
        "target": translate("charts", "right class"),
        "others": translate("charts", "other classes"),
        "inter": translate("charts", "by example"),
        "intra": translate("charts", "by class"),
    }
    return f"{known[term]} ({term})" if term in known else term.replace("_", " ")


def _style(role: str, split: str, metric: str, terms: list[str], key: str) -> Style:
    if key.startswith(("weighted", "terms")):
        place = terms.index(metric) if metric in terms else 0
        return Style(term_title(metric), TERM_HUES[place % len(TERM_HUES)])
    title = role_title(role)
    if key == "loss" and split != "train":
        title = f"{title} ({split})"
    return Style(title, ROLE_HUES.get(role, 7), dashed=key == "loss" and split != "train", percent=key in _SHARES)
