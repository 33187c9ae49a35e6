"""Runs a practice in the live view: its panel at the side, its moments on the service bar, its end in the report."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from coach.manual.clients import load_clients
from coach.manual.crisis import load_crisis
from coach.manual.moments import load_moments
from coach.practice.course import Answered, ClientSpeaks, PracticeEvent, PracticeOver
from coach.ui.client_voice import ClientVoice
from coach.ui.controls import read_out
from coach.ui.conversation import Conversation, PracticeChoice
from coach.ui.live_page import LivePage
from coach.ui.live_session import Recorder
from coach.ui.manual_words import listed, shown, worded
from coach.ui.practice_panel import PracticePanel
from coach.ui.session import Phase
from coach.ui.theme import Theme

ARRIVAL_MS: Final = 1500
"""From the first picture until the client speaks: time to look up."""
_REFRESH_MS: Final = 200


class PracticeRunner(QObject):
    """From `prepare` until the agent leaves the live view. `chosen_anew`: the agent wants another practice."""

    chosen_anew = Signal()

    def __init__(self, live: LivePage, voice: ClientVoice, theme: Theme) -> None:
        super().__init__(live)
        self._live = live
        self._choice: PracticeChoice | None = None
        self._steps = [worded(step) for step in load_crisis()]
        self._notes: list[str] = []
        self._path: dict[str, None] = {}
        self._recording: Recorder | None = None
        self._complete = self._waiting = False
        self.panel = PracticePanel(theme)
        self.talk = Conversation(voice, live.controller, self)
        self._arrival = QTimer(self, interval=ARRIVAL_MS, singleShot=True)
        self._arrival.timeout.connect(self.talk.begin)
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._clock.timeout.connect(self._refresh)
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self.panel.set_theme(theme)

    def prepare(self, choice: PracticeChoice) -> None:
        """Show the scene; it begins when the agent starts it."""
        self._choice, self._recording, self._waiting = choice, None, True
        script = choice.script
        entry = None if choice.entry is None else script.nodes[choice.entry].entry
        self.talk.prepare(choice, hears=True)
        self.panel.briefing.show_scene(script, entry, self._how(choice))
        self._live.controller.ear = self.talk.hear
        self._live.service.choose(None, script.scene.client)
        self._live.set_side(self.panel, self.tr("Práctica"))
        self.panel.show_briefing()
        self._live.lead_to(read_out(self.panel.briefing.begin.text()))

    def clear(self) -> None:
        """The agent has left: nothing of the practice remains in the live view."""
        if self._choice is None:
            return
        self._choice, self._waiting = None, False
        self._still()
        self.talk.close()
        self._live.controller.ear = None
        self._live.service.choose(None, None)
        self._live.set_side(None)
        self._live.lead_to(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notice that another page is shown; a window that is only minimised hides by itself."""
        if watched is self._live and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.clear()
        return False

    def _connect(self) -> None:
        live, talk, panel = self._live, self.talk, self.panel
        live.installEventFilter(self)
        live.session_started.connect(self._on_started)
        live.session_ended.connect(self._on_ended)
        live.controller.phase_changed.connect(self._on_phase)
        talk.told.connect(self._on_told)
        talk.said.connect(panel.talk.show_turn)
        talk.written.connect(panel.talk.show_written)
        talk.reached.connect(panel.talk.bubble.reach)
        panel.briefing.begun.connect(self._start)
        panel.briefing.left.connect(self.chosen_anew)
        panel.talk.gone_on.connect(talk.go_on)
        panel.talk.repeated.connect(talk.repeat)
        panel.talk.skipped.connect(talk.skip)
        panel.talk.ended.connect(talk.end)
        panel.ending.again.connect(self._again)
        panel.ending.left.connect(self.chosen_anew)
        panel.ending.report.connect(lambda: live.report.emit(self._recording))

    def _start(self) -> None:
        if self._live.controller.phase is Phase.OFF:
            self._live.toggle()

    def _again(self) -> None:
        if self._choice is not None:
            self.prepare(self._choice)

    def _on_started(self) -> None:
        """Camera, microphone or both are on: the client comes in."""
        if self._choice is None or not self._waiting:
            return
        self._waiting = False
        script, hears = self._choice.script, self._live.devices.microphone
        self._notes, self._path, self._complete = [], {}, False
        self.talk.prepare(self._choice, hears=hears)
        kind = self.tr("Cliente {}").format(shown(load_clients()[script.scene.client].name).lower())
        client = self.tr("Cliente fuera de control") if script.scene.crisis else kind
        self.panel.talk.begin(script, client, hears=hears)
        self.panel.show_talk()
        self._arrival.start()
        self._clock.start()

    def _on_told(self, event: PracticeEvent) -> None:
        match event:
            case ClientSpeaks():
                self._show_line(event)
            case Answered():
                if event.note is not None and event.note not in self._notes:
                    self._notes.append(event.note)
            case PracticeOver():
                self._complete = event.complete
                self._still()
                self._live.controller.stop()

    def _show_line(self, event: ClientSpeaks) -> None:
        assert self._choice is not None
        node, moment = event.node, load_moments()[event.node.moment]
        self._path.setdefault(node.moment)
        place = next((place for place, step in enumerate(self._steps, 1) if step.id == node.step), None)
        step = "" if place is None else self.tr("Protocolo, paso {} de {}: {}")
        said = step and step.format(place, len(self._steps), self._steps[(place or 1) - 1].text)
        self.panel.talk.show_line(node, event.text, shown(moment.name), said, again=event.again)
        if self._live.service.moment != node.moment:
            self._live.service.choose(node.moment, self._choice.script.scene.client)

    def _on_ended(self, recording: Recorder | None) -> None:
        """All is off, after the farewell or before."""
        if self._choice is None or self._waiting or self.talk.practice is None:
            return
        self._recording = recording
        self._still()
        self.talk.close()
        title = self.tr("¡Lo lograste!") if self._complete else self.tr("Hasta aquí por hoy")
        report, ending = recording is not None and self._live.end.reports, self.panel.ending
        ending.show_end(title, self._summary(), self._notes, report=report)
        self.panel.show_ending()
        if report:
            self._live.end.leave_report()
            self._live.feed.refresh()
        self._live.lead_to(read_out((ending.open if report else ending.repeat).text()))

    def _on_phase(self, phase: Phase) -> None:
        """What could not be opened, or was given up, can be tried again."""
        self.panel.briefing.begin.setEnabled(phase is Phase.OFF)

    def _summary(self) -> str:
        path = self.tr("Recorriste: {}.").format(listed([shown(load_moments()[id].name).lower() for id in self._path]))
        if not self._complete:
            return self.tr("La práctica quedó a medias; puedes retomarla cuando quieras.")
        if self._notes:
            return self.tr("Llegaste hasta la despedida. {}").format(path)
        return self.tr("Llegaste hasta la despedida, y nada desvió la plática. {}").format(path)

    def _refresh(self) -> None:
        practice = self.talk.practice
        if practice is not None:
            self.panel.talk.show_time(practice.left_s)
            self.panel.talk.show_speech(practice.answering)

    def _still(self) -> None:
        self._arrival.stop()
        self._clock.stop()

    def _how(self, choice: PracticeChoice) -> str:
        """How the client is heard, and what that asks for."""
        if not self.talk.aloud:
            return self.tr("Tu cliente hablará por escrito: lee con él y espera a que acabe su frase.")
        if choice.headphones:
            return self.tr("Oirás a tu cliente en tus audífonos.")
        loud = self.tr("Oirás a tu cliente por la bocina; mientras habla no te escucho. Con audífonos sale mejor.")
        recorded = self.tr("Si grabas, su voz también queda en la grabación.")
        return loud if self._live.film.begin is None else f"{loud} {recorded}"
