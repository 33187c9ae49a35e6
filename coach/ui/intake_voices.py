"""Which channel or voice of a recording is the agent's: how much of it there is, and three seconds to listen to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coach.core.events import Samples
from coach.report.words import clock, percent
from coach.ui.bridge import Background
from coach.ui.controls import named, plain_label
from coach.ui.theme import Theme

if TYPE_CHECKING:  # with all of the voice it is imported by the worker that looks
    from coach.intake.heard import VoiceClip
    from coach.voz.channels import Channel

_QUIETEST_DB: Final = -60.0
ALL: Final = -1
"""The choice of all of them."""


class Speaker(Protocol):
    """`voz.loudspeaker.Loudspeaker`, as far as it is used here."""

    silent: bool

    def play(self, samples: Samples) -> None:
        """After what still waits."""

    def hush(self) -> None:
        """Drop what still waits."""

    def close(self) -> None:
        """End."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One of those to choose from: how full its bar is (0 to 100), and what the bar says."""

    name: str
    amount: int
    said: str
    clip: Samples


class IntakeVoices(QWidget):
    """`chosen`: one is. `chosen_place`: ALL, its place from 0, or None as long as nothing was chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme, speaker: Callable[[], Speaker]) -> None:
        """`speaker`: opened by a worker, once somebody listens."""
        super().__init__()
        self._theme, self._open = theme, speaker
        self._speaker: Speaker | None = None
        self._background: Background | None = None
        self.chosen_place: int | None = None
        self._of_voices = False
        self.radios: dict[int, QRadioButton] = {}
        self.listen: dict[int, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.title = named(QLabel(self.tr("Tu voz está en:")), "choiceName")
        self.told = plain_label("panelText")
        self._rows = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self._rows, self.told):
            column.addWidget(part)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme

    @property
    def channel(self) -> int | None:
        """The channel that was chosen, from 0."""
        return None if self._of_voices or self.chosen_place == ALL else self.chosen_place

    @property
    def voice(self) -> int | None:
        """The voice that was chosen, from 0."""
        return self.chosen_place if self._of_voices and self.chosen_place != ALL else None

    def show_heard(self, channels: Sequence[Channel], voices: Sequence[VoiceClip], heard: bool) -> None:
        """These, of which none is chosen; of one voice there is only something to say."""
        self.chosen_place, self._of_voices = None, bool(voices)
        rows = [self._of_voice(place, voice) for place, voice in enumerate(voices)]
        rows += [self._of_channel(place, len(channels), channel) for place, channel in enumerate(channels)]
        self._fill(rows)
        self.title.setText(self.tr("Tu voz es:") if voices else self.tr("Tu voz está en:"))
        self.title.setVisible(bool(rows))
        self._rows.setVisible(bool(rows))
        self.told.setText(self._explained(bool(channels)))
        self.setVisible(heard)

    def _explained(self, channels: bool) -> str:
        if self._of_voices:
            return self.tr(
                "Coach las distingue por cómo suenan, y eso no se guarda. Lo que dicen a la vez, o no queda claro de "
                "quién es, no se mide."
            )
        if channels:
            return self.tr("Si en tu canal también se oye a otra persona, se mide junto con la tuya.")
        return self.tr("En el sonido distingo una sola voz; si hay otra, se mide junto con la tuya.")

    def _of_voice(self, place: int, voice: VoiceClip) -> _Row:
        name = self.tr("Voz {}").format(place + 1)
        share = percent(voice.share)
        told = self.tr("{} · desde {} · {} del habla").format(name, clock(voice.first_s), share)
        return _Row(told, round(100 * voice.share), self.tr("Cuánto habla: {}").format(share), voice.clip)

    def _of_channel(self, place: int, count: int, channel: Channel) -> _Row:
        name = self._name(place, count)
        loud = max(0, min(100, round(100 * (1 - channel.level_db / _QUIETEST_DB))))
        return _Row(name, loud, self.tr("Qué tan fuerte suena: {}").format(name), channel.clip)

    def hush(self) -> None:
        """Whoever listens has heard enough."""
        if self._speaker is not None and self._background is not None:
            self._background.run(self._speaker.hush, lambda done: done.result())

    def close_down(self) -> None:
        """Join the worker, and end what it opened."""
        if self._background is not None:
            self._background.close()
        if self._speaker is not None:
            self._speaker.close()

    def _fill(self, rows: Sequence[_Row]) -> None:
        old = self._rows.layout()
        if old is not None:
            QWidget().setLayout(old)  # takes the rows of the recording before with it
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(14))
        self.radios, self.listen = {}, {}
        for place, row in enumerate(rows):
            grid.addWidget(self._radio(place, row.name), place, 0)
            grid.addWidget(self._bar(row), place, 1)
            grid.addWidget(self._button(place, row.name, row.clip), place, 2)
        if rows:
            both = self.tr("Ambas") if len(rows) == 2 else self.tr("Todas")
            grid.addWidget(self._radio(ALL, both), len(rows), 0)
        grid.setColumnStretch(1, 1)

    def _name(self, place: int, count: int) -> str:
        if count == 2:
            return (self.tr("Izquierda"), self.tr("Derecha"))[place]
        return self.tr("Canal {}").format(place + 1)

    def _radio(self, place: int, name: str) -> QRadioButton:
        radio = self.radios[place] = QRadioButton(name)
        told = self.tr("Tu voz es: {}") if self._of_voices else self.tr("Tu voz está en: {}")
        radio.setAccessibleName(told.format(name))
        radio.clicked.connect(lambda: self._choose(place))
        self._group.addButton(radio)
        return radio

    def _bar(self, row: _Row) -> QProgressBar:
        bar = QProgressBar(textVisible=False, minimum=0, maximum=100)
        bar.setValue(row.amount)
        bar.setAccessibleName(row.said)
        return bar

    def _button(self, place: int, name: str, clip: Samples) -> QPushButton:
        button = self.listen[place] = QPushButton(self.tr("Escuchar 3 s"))
        button.setAccessibleName(self.tr("Escuchar 3 s: {}").format(name))
        button.clicked.connect(lambda: self._play(clip))
        return button

    def _choose(self, place: int) -> None:
        self.chosen_place = place
        self.chosen.emit()

    def _play(self, clip: Samples) -> None:
        """On a worker: a loudspeaker may take seconds to open, and its program to take the sound."""
        if self._background is None:
            self._background = Background(self)

        def work() -> bool:
            if self._speaker is None or self._speaker.silent:
                self._speaker = self._open()
            self._speaker.hush()
            self._speaker.play(clip)
            return self._speaker.silent

        self._background.run(work, self._after)

    def _after(self, played: Future[bool]) -> None:
        if played.result():
            self.told.setText(self.tr("No encuentro un altavoz; conecta uno y vuelve a escuchar."))
