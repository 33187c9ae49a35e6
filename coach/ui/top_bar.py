"""The bar with all controls: camera, microphone, start and stop, calibration, mask, landmarks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coach.ui.controls import ChoiceBox, Switch, named, read_out, set_leading
from coach.ui.microphone_chooser import MicrophoneChooser
from coach.ui.session import Phase
from coach.ui.source_chooser import SourceChooser
from coach.ui.theme import Theme


class TopBar(QWidget):
    """Says what the user wishes; what may be done depends on the phase."""

    home = Signal()
    toggled = Signal()
    calibrate = Signal()
    mask_changed = Signal(object)
    points_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._elsewhere: frozenset[str] = frozenset()
        self.brand = named(QPushButton("Coach"), "brand")
        self.brand.setAccessibleName(self.tr("Inicio"))
        self.brand.setToolTip(self.tr("Volver al inicio (Esc)"))
        self.brand.clicked.connect(self.home)
        self.source = SourceChooser(theme)
        self.microphone = MicrophoneChooser(theme)
        self.primary = named(QPushButton(), "primary")
        self.primary.clicked.connect(self.toggled)
        self.calibration = QPushButton(self.tr("C&alibrar"))
        self.calibration.setAccessibleName(self.tr("Calibrar rostro, mirada y voz, menos de un minuto"))
        self.calibration.clicked.connect(self.calibrate)
        self.mask_choice = ChoiceBox(theme)
        self._fill_mask()
        self.points = Switch(self.tr("&Puntos"), theme)
        self.points.setChecked(True)
        self.points.setToolTip(self.tr("Dibuja sobre tu imagen lo que Coach encuentra (P)"))
        self.points.toggled.connect(self.points_changed)
        self._lay_out()
        self.set_theme(theme)
        self.set_phase(Phase.OFF)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        for chooser in (self.source, self.microphone):
            chooser.setMinimumWidth(theme.px(132))
            chooser.setMaximumWidth(theme.px(230))
        self.primary.setFixedWidth(theme.px(112))
        for control in (self.source, self.microphone, self.mask_choice, self.points):
            control.set_theme(theme)

    def set_phase(self, phase: Phase) -> None:
        """Offer what makes sense in this phase."""
        words = {
            Phase.OFF: (self.tr("&Iniciar"), self.tr("Enciende cámara y micrófono, y empieza (Espacio)")),
            Phase.STARTING: (self.tr("&Cancelar"), self.tr("Se están abriendo cámara y micrófono")),
            Phase.RUNNING: (self.tr("&Detener"), self.tr("Apaga cámara y micrófono (Espacio)")),
            Phase.STOPPING: (self.tr("Deteniendo…"), self.tr("Se están apagando cámara y micrófono")),
        }[phase]
        self.primary.setText(words[0])
        self.primary.setAccessibleName(read_out(words[0]))
        self.primary.setToolTip(words[1])
        self.primary.setEnabled(phase is not Phase.STOPPING)
        self._running = phase in (Phase.RUNNING, Phase.STARTING)
        self._dress()
        self.source.setEnabled(phase is Phase.OFF)
        self.microphone.setEnabled(phase is Phase.OFF)
        running = phase is Phase.RUNNING
        self.calibration.setEnabled(running)
        calibrates = self.tr("Coach aprende en menos de un minuto cómo te ves y cómo hablas (C)")
        self.calibration.setToolTip(calibrates if running else self.tr("Primero pulsa Iniciar"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def stand_back(self, for_whom: str, back: bool) -> None:
        """Whether the next step is a button of another part, `for_whom`: two in full colour say nothing."""
        elsewhere = self._elsewhere - {for_whom} | ({for_whom} if back else set())
        if elsewhere != self._elsewhere:
            self._elsewhere = elsewhere
            self._dress()

    def _dress(self) -> None:
        set_leading(self.primary, not self._running and not self._elsewhere)

    def set_picture(self, picture: bool) -> None:
        """Whether there is a camera; what only concerns the picture is not offered without one."""
        for control in (self.calibration, self.mask_choice, self.points):
            control.setVisible(picture)

    def _share_width(self) -> None:
        """What is left for both boxes goes to the longer name."""
        for chooser in (self.source, self.microphone):
            self._layout.setStretchFactor(chooser, chooser.whole_width)

    def _fill_mask(self) -> None:
        self.mask_choice.setAccessibleName(self.tr("Cubrebocas"))
        self.mask_choice.setToolTip(self.tr("Con cubrebocas, Coach no juzga la boca; ojos y cejas sí (Alt+M)"))
        self.mask_choice.addItem(self.tr("Cubrebocas: auto"), None)
        self.mask_choice.addItem(self.tr("Llevo cubrebocas"), True)
        self.mask_choice.addItem(self.tr("Sin cubrebocas"), False)
        self.mask_choice.currentIndexChanged.connect(lambda: self.mask_changed.emit(self.mask_choice.currentData()))

    def _lay_out(self) -> None:
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 9)
        layout.setSpacing(8)
        layout.addWidget(self.brand)
        layout.addSpacing(6)
        for chooser in (self.source, self.microphone):
            layout.addWidget(chooser, chooser.whole_width)
            chooser.currentTextChanged.connect(self._share_width)
        layout.addWidget(self.primary)
        layout.addStretch(1)
        layout.addWidget(self.calibration)
        layout.addWidget(self.mask_choice)
        layout.addSpacing(4)
        layout.addWidget(self.points)
