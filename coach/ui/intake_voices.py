"""Which channel of a recording has the agent's voice: how loud each is, and three seconds of it to listen to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
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
from coach.ui.bridge import Background
from coach.ui.controls import named, plain_label
from coach.ui.theme import Theme

if TYPE_CHECKING:  # with all of the voice it is imported by the worker that looks
    from coach.voz.channels import Channel

_QUIETEST_DB: Final = -60.0
ALL: Final = -1
"""The choice of all channels."""


class Speaker(Protocol):
    """`voz.loudspeaker.Loudspeaker`, as far as it is used here."""

    silent: bool

    def play(self, samples: Samples) -> None:
        """After what still waits."""

    def hush(self) -> None:
        """Drop what still waits."""

    def close(self) -> None:
        """End."""


class IntakeVoices(QWidget):
    """`chosen`: a channel is. `channel`: ALL, its place from 0, or None as long as nothing was chosen."""

    chosen = Signal()

    def __init__(self, theme: Theme, speaker: Callable[[], Speaker]) -> None:
        """`speaker`: opened by a worker, once somebody listens."""
        super().__init__()
        self._theme, self._open = theme, speaker
        self._speaker: Speaker | None = None
        self._background: Background | None = None
        self.channel: int | None = None
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

    def show_channels(self, channels: Sequence[Channel], heard: bool) -> None:
        """These, of which none is chosen; of sound that is all in one there is only something to say."""
        self.channel = None
        self._fill(channels)
        self.title.setVisible(bool(channels))
        self._rows.setVisible(bool(channels))
        self.told.setText(
            self.tr("Coach no separa voces: si en tu canal también se oye a otra persona, se mide junto con la tuya.")
            if channels
            else self.tr("El sonido viene todo junto: si también se oye a otra persona, Coach no separa las voces.")
        )
        self.setVisible(heard)

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

    def _fill(self, channels: Sequence[Channel]) -> None:
        old = self._rows.layout()
        if old is not None:
            QWidget().setLayout(old)  # takes the rows of the recording before with it
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(14))
        self.radios, self.listen = {}, {}
        for place, channel in enumerate(channels):
            name = self._name(place, len(channels))
            grid.addWidget(self._radio(place, name), place, 0)
            grid.addWidget(self._level(name, channel.level_db), place, 1)
            grid.addWidget(self._button(place, name, channel.clip), place, 2)
        if channels:
            both = self.tr("Ambas") if len(channels) == 2 else self.tr("Todas")
            grid.addWidget(self._radio(ALL, both), len(channels), 0)
        grid.setColumnStretch(1, 1)

    def _name(self, place: int, count: int) -> str:
        if count == 2:
            return (self.tr("Izquierda"), self.tr("Derecha"))[place]
        return self.tr("Canal {}").format(place + 1)

    def _radio(self, place: int, name: str) -> QRadioButton:
        radio = self.radios[place] = QRadioButton(name)
        radio.setAccessibleName(self.tr("Tu voz está en: {}").format(name))
        radio.clicked.connect(lambda: self._choose(place))
        self._group.addButton(radio)
        return radio

    def _level(self, name: str, level_db: float) -> QProgressBar:
        bar = QProgressBar(textVisible=False, minimum=0, maximum=100)
        bar.setValue(max(0, min(100, round(100 * (1 - level_db / _QUIETEST_DB)))))
        bar.setAccessibleName(self.tr("Qué tan fuerte suena: {}").format(name))
        return bar

    def _button(self, place: int, name: str, clip: Samples) -> QPushButton:
        button = self.listen[place] = QPushButton(self.tr("Escuchar 3 s"))
        button.setAccessibleName(self.tr("Escuchar 3 s: {}").format(name))
        button.clicked.connect(lambda: self._play(clip))
        return button

    def _choose(self, place: int) -> None:
        self.channel = place
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
