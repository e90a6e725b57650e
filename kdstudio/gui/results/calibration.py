"""Whether a model that says 80 % is right four times in five: the reliability diagram."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kdstudio.core.metrics import Evaluation
from kdstudio.gui import theme, words
from kdstudio.gui.results.answers import Results
from kdstudio.gui.results.panel import Panel, title_of
from kdstudio.gui.results.variant_choice import VariantChoice
from kdstudio.gui.studio import Studio
from kdstudio.gui.widgets.card import Card
from kdstudio.gui.widgets.columns import Columns
from kdstudio.gui.widgets.flow import Flow
from kdstudio.gui.widgets.table import Cell, Table
from kdstudio.gui.widgets.text import label

_GOOD, _FAIR = 0.05, 0.15
_LARGEST = 420.0


class CalibrationPanel(Panel):
    """The diagram of one model, and the error of all of them."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.variant = VariantChoice()
        self.variant.currentIndexChanged.connect(self._refresh)
        self.sentence = label("", "strong", wrap=True)
        self.diagram = Reliability()
        headers = (self.tr("Model"), self.tr("Error"), self.tr("Accuracy"), self.tr("Confidence"))
        self.table = Table(self.tr("Calibration of all models"), headers, sortable=False)
        left, right = Card(padding=16), Card(self.tr("All models"), padding=16)
        left.add(Flow(self.variant))
        left.add(self.sentence)
        left.add(self.diagram, 1)
        right.add(self.table)
        right.add(
            label(
                self.tr(
                    "The calibration error is the mean distance between how sure a model is and how often it is right "
                    "(ECE, 15 bins). A student can be accurate and still too sure of itself."
                ),
                "muted",
                wrap=True,
            )
        )
        right.body.addStretch(1)
        side = QWidget()
        aside = QVBoxLayout(side)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.addWidget(right)
        aside.addStretch(1)
        self.body.addWidget(Columns((left, 1), (side, 1), spacing=12), 1)

    @property
    def looked_at(self) -> str:
        """The chosen model."""
        return self.variant.variant

    def show_results(self, results: Results) -> None:
        """Draw the diagram of the delivered model."""
        self.variant.show_report(results.report)
        report = results.report
        self.table.show_rows(
            [
                [
                    Cell(title_of(report, variant)),
                    Cell(words.share(found.calibration_error), found.calibration_error),
                    Cell(words.share(found.accuracy), found.accuracy),
                    Cell(words.share(mean_confidence(found)), mean_confidence(found)),
                ]
                for variant, found in report.evaluations.items()
            ]
        )
        self._refresh()

    def _refresh(self) -> None:
        if self.results is None or not self.variant.variant:
            return
        found = self.results.report.evaluations[self.variant.variant]
        self.diagram.show_evaluation(found)
        self.sentence.setText(self._sentence(found))

    def _sentence(self, found: Evaluation) -> str:
        off, lean = found.calibration_error, mean_confidence(found) - found.accuracy
        if off <= _GOOD:
            return self.tr("Its confidence can be trusted: it is off by {n} on average.").format(n=words.share(off))
        way = self.tr("too sure of itself") if lean > 0 else self.tr("less sure than it could be")
        sentence = (
            self.tr("It is {way}: off by {n} on average.")
            if off <= _FAIR
            else self.tr("It is clearly {way}: off by {n} on average.")
        )
        return sentence.format(way=way, n=words.share(off))


def mean_confidence(found: Evaluation) -> float:
    """How sure a model is on average, from its reliability bins."""
    whole = sum(count for _, _, count in found.reliability)
    return sum(confidence * count for confidence, _, count in found.reliability) / whole if whole else 0.0


class Reliability(QWidget):
    """Bars: how often the model is right in each bin of confidence; the diagonal is perfect. Below, how many each."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bins: tuple[tuple[float, float, int], ...] = ()

    def show_evaluation(self, found: Evaluation) -> None:
        """Show the bins ``(mean confidence, accuracy, count)``."""
        self._bins = tuple(entry for entry in found.reliability if entry[2])
        said = (
            self.tr("{sure} sure: {right} right").format(sure=words.share(sure), right=words.share(right))
            for sure, right, _ in self._bins
        )
        self.setAccessibleName(self.tr("Reliability diagram"))
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """A square with its figures."""
        return QSize(420, 410)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(240, 260)

    def paintEvent(self, event: object) -> None:
        """Draw."""
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(look.px("small"))
        painter.setFont(font)
        line = look.px("small") + 6
        side = min(_LARGEST, self.width() - 86.0, self.height() - 3.6 * line - 44)
        area = QRectF(66, 8, side, side)
        self._paint_frame(painter, area, line)
        self._paint_bars(painter, area)
        counts = QRectF(area.left(), area.bottom() + line + 6, side, 36)
        self._paint_counts(painter, counts)
        painter.setPen(look.color("muted"))
        below = QRectF(area.left(), counts.bottom() + 2, side, line)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self.tr("how sure the model is, and how often"))
        painter.save()
        painter.translate(10, area.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-120, -9, 240, 18), int(Qt.AlignmentFlag.AlignCenter), self.tr("how often it is right"))
        painter.restore()

    def _paint_frame(self, painter: QPainter, area: QRectF, line: int) -> None:
        look = theme.current()
        for tenth in range(0, 11, 2):
            share = tenth / 10
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(look.color("muted"))
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(area.left() - 40, y - line / 2, 34, line), right, f"{10 * tenth} %")
            x = area.left() + share * area.width()
            painter.drawText(
                QRectF(x - 22, area.bottom() + 2, 44, line), int(Qt.AlignmentFlag.AlignCenter), f"{10 * tenth} %"
            )

    def _paint_bars(self, painter: QPainter, area: QRectF) -> None:
        look = theme.current()
        wide = area.width() / 15
        for sure, right, _ in self._bins:
            place = min(14, int(sure * 15))
            left = area.left() + place * wide
            solid, high = sorted((right, sure))
            bar = QRectF(left + 1.5, area.bottom() - solid * area.height(), wide - 3, solid * area.height())
            gap = QRectF(left + 1.5, area.bottom() - high * area.height(), wide - 3, (high - solid) * area.height())
            color = QColor(look.tokens.series[0])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRect(bar)
            missing = look.color("stop") if sure > right else color  # sure without being right, or right unawares
            missing.setAlphaF(0.3)
            painter.setBrush(missing)
            painter.drawRect(gap)
        painter.setPen(QPen(look.color("text"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(area.bottomLeft(), area.topRight())

    def _paint_counts(self, painter: QPainter, area: QRectF) -> None:
        most = max((count for _, _, count in self._bins), default=1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color("line_strong"))
        wide = area.width() / 15
        for sure, _, count in self._bins:
            high = max(1.0, area.height() * count / most)
            left = area.left() + min(14, int(sure * 15)) * wide
            painter.drawRoundedRect(QRectF(left + 1.5, area.bottom() - high, wide - 3, high), 1.5, 1.5)
