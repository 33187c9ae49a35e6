"""What the user is told when a session cannot begin, ends by itself, or our own code fails."""

from __future__ import annotations

import logging
import traceback

from coach.errors import KnownError
from coach.ui.notices import Notice
from coach.ui.words import about, tr

FAILURE = "failure"
"""The id of these notices: at most one is shown."""
_log = logging.getLogger(__name__)


def failure_notice(error: BaseException) -> Notice:
    """The user's world speaks for itself; a bug is owned to, with its traceback as the detail."""
    if isinstance(error, KnownError):
        return Notice(FAILURE, tr("Revisa esto"), str(error), "alert", closable=True)
    detail = "".join(traceback.format_exception(error))
    text = tr("No es culpa tuya. Vuelve a iniciar; si se repite, comparte el detalle con soporte.")
    return Notice(FAILURE, tr("Algo falló dentro de Coach"), text, "alert", detail, closable=True)


def failure_sentence(error: BaseException) -> str:
    """The same where there is room for one sentence alone; the traceback of a bug goes to the log."""
    if isinstance(error, KnownError):
        return str(error)
    _log.error("our own code failed", exc_info=error)
    return tr("Algo falló dentro de Coach. No es culpa tuya; vuelve a intentarlo.")


def recovered_notice(seconds: float) -> Notice:
    """A session that Coach ended in the middle of was kept up to there."""
    text = tr("Coach se cerró antes de que terminara. Guardé sus {}, y cuentan en «Mi progreso».")
    return Notice(FAILURE, tr("Recuperé tu última sesión"), text.format(about(seconds)), "info", closable=True)


def end_notice() -> Notice:
    """A recording was played to its end."""
    return Notice(FAILURE, tr("Terminó la grabación"), tr("Pulsa Iniciar para verla otra vez."), "info", closable=True)
