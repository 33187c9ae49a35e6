"""The privacy notice: what the user is told before anything is measured."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coach.ui.words import tr

VERSION: Final = 3
"""Raise it with every change of meaning: whoever accepted an older text is asked again."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One question that a careful person would ask, and its answer."""

    title: str
    text: str


def clauses(folder: Path) -> list[Clause]:
    """All of the notice, in its order; `folder` is where what is kept lies."""
    return [
        Clause(
            tr("Qué mide"),
            tr(
                "Con la cámara: postura, gestos, rostro y mirada. Con el micrófono: ritmo, volumen, inflexión y tono. "
                "Son cosas que cualquiera frente a ti podría ver u oír."
            ),
        ),
        Clause(
            tr("Qué no hace"),
            tr(
                "No deduce lo que sientes ni lo que piensas, no te califica y no te compara con nadie más. Describe lo "
                "que se ve y se oye, y lo que el manual dice que un cliente podría leer en ello."
            ),
        ),
        Clause(
            tr("Dónde se queda"),
            tr(
                "Todo se procesa en esta computadora y nada sale de ella por internet, salvo hacia un servidor de "
                "sesiones que tú nombres. Coach no guarda tus sesiones ni graba tu video o tu voz, a menos que tú lo "
                "pidas; si te calibras, guarda los números que aprendió. Tus sesiones y tu calibración las guarda "
                "cifradas. Tus ajustes y la lista de grabaciones por analizar no van cifrados, pero solo tu usuario de "
                "esta computadora los lee."
            ),
        ),
        Clause(
            tr("Con quién se comparte"),
            tr(
                "Con nadie, si tú no lo pides. Solo tú puedes exportar algo o abrir un servidor de sesiones, y tú "
                "decides con quién. Lo que guardes, anotes o firmes en un servidor va cifrado: lo lee quien tenga su "
                "frase de paso; quien cuida el servidor solo ve horas y qué clase de datos son."
            ),
        ),
        Clause(
            tr("Para qué puede usarse"),
            tr(
                "Solo para que tú practiques y aprendas. Nunca para evaluarte, clasificarte ni decidir sobre tu "
                "trabajo; nadie de recursos humanos debe pedirte los resultados. En la Unión Europea está prohibido "
                "deducir emociones en el trabajo; Coach no lo hace en ningún país."
            ),
        ),
        Clause(
            tr("Cámara y micrófono"),
            tr(
                "Están apagados hasta que tú empiezas, y mientras están encendidos lo ves siempre en la ventana. Usa "
                "un micrófono tuyo, para que se oiga tu voz y no la de tus clientes."
            ),
        ),
        Clause(
            tr("Tus datos son tuyos"),
            tr(
                "Lo que pidas guardar, tu calibración, tus ajustes y la fecha en que aceptaste este aviso están en "
                "«{}». En Ajustes olvidas tu calibración y borras una sesión o todas; para borrar también tus ajustes, "
                "cierra Coach y borra esa carpeta."
            ).format(folder),
        ),
        Clause(
            tr("Puedes cambiar de opinión"),
            tr(
                "Acepta solo si quieres: es voluntario. En Ajustes puedes leer este aviso otra vez y retirar tu "
                "consentimiento cuando quieras; desde entonces Coach no enciende nada hasta que vuelvas a aceptar."
            ),
        ),
    ]
