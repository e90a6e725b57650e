"""Labels that the teacher disputes, as one more line of the health report, once the teacher has been asked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kdstudio.core.health import Finding
from kdstudio.core.profile import Profile
from kdstudio.gui import words

CODE = "disputed-labels"

translate = QCoreApplication.translate


def finding(profile: Profile) -> Finding | None:
    """The line, or None where the teacher disputes nothing or has not been asked."""
    if not profile.disputes:
        return None
    detail = translate("disputes", "The label says “{label}”, the teacher “{teacher}” ({sure}).")
    message = translate("disputes", "Labels that a sure teacher disagrees with: {n}").format(n=profile.disputed)
    return Finding(
        code=CODE,
        severity="warn",
        message=message,
        hint=translate("disputes", "Relabel or leave out what is wrong. Where the labels are right, the teacher errs."),
        count=profile.disputed,
        items=tuple((dispute.id,) for dispute in profile.disputes),
        details=tuple(
            detail.format(label=dispute.label, teacher=dispute.teacher, sure=words.share(dispute.confidence))
            for dispute in profile.disputes
        ),
    )
