"""Puts the pages together: which there are, what the start screen offers, and what each is told of the settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from coach.manual.catalog import Catalog, load_catalog
from coach.manual.conditions import load_conditions
from coach.manual.findings import load_findings
from coach.manual.reading import load_reading
from coach.manual.tones import load_abstentions, load_tones
from coach.preferences import Preferences
from coach.session.address import server_name
from coach.settings import store_folder
from coach.ui import late
from coach.ui.consent import ConsentedFactory, opens_device
from coach.ui.learning import Learning
from coach.ui.live_page import LivePage
from coach.ui.live_session import Session
from coach.ui.main_window import MainWindow
from coach.ui.manual_words import table
from coach.ui.page import HOME, Page
from coach.ui.practice import PRACTICE, practice_page
from coach.ui.preferences_keeper import PreferencesKeeper
from coach.ui.privacy_page import PrivacyPage, consented
from coach.ui.progress_page import PROGRESS
from coach.ui.report_page import REPORT
from coach.ui.review_chooser import CHOOSER
from coach.ui.review_window import REVISION
from coach.ui.screen_glyphs import paint_live, paint_practice, paint_progress, paint_review
from coach.ui.sessions_page import SESSIONS
from coach.ui.settings_page import SettingsPage
from coach.ui.share_page import SHARE
from coach.ui.start_card import Offer
from coach.ui.start_page import PRIVACY, SETTINGS, StartPage
from coach.ui.theme import DARK, LIGHT, Palette, Theme, system_palette
from coach.ui.topics import topic_ids, topics
from coach.ui.tuning_page import TUNING
from coach.ui.voice_panel import VoiceTables
from coach.ui.words import tr

LIVE, REVIEW = "en_vivo", "revisar"
LETTERS = {"normal": 1.0, "grande": 1.15}
_PALETTES: dict[str, Palette | None] = {"sistema": None, "claro": LIGHT, "oscuro": DARK}


class Composition:
    """All pages of one window, in the language that is spoken already."""

    def __init__(self, keeper: PreferencesKeeper) -> None:
        self.keeper = keeper
        theme = Theme(system_palette())
        catalog = load_catalog()
        signals = Catalog(table(catalog), catalog.precedence)
        tables = VoiceTables(
            table(load_findings()), table(load_tones()), table(load_abstentions()), load_reading().text
        )
        self.live = LivePage(
            ConsentedFactory(self._session, self.keeper), signals, table(load_conditions()), tables, theme
        )
        self.live.prepare()
        self.privacy = PrivacyPage(self.keeper, theme)
        self.learning = Learning(self.live, keeper, store_folder(), theme)
        self.start = StartPage(self._offers(), theme)
        self.settings = SettingsPage(self.keeper, topics(), theme)
        self.pages: dict[str, Page] = {
            HOME: self.start,
            PRACTICE: practice_page(self.live, LIVE, theme),
            LIVE: self.live,
            REVIEW: self.learning.review,
            PROGRESS: self.learning.progress,
            REPORT: self.learning.report,
            REVISION: self.learning.revision,
            CHOOSER: self.learning.chooser,
            TUNING: self.learning.tuning,
            SHARE: self.learning.share,
            SETTINGS: self.settings,
            PRIVACY: self.privacy,
            SESSIONS: self.learning.sessions,
        }

    def window(self, first: str) -> MainWindow:
        """The window, on `first` or on what must come before it."""
        value: Preferences = self.keeper.value
        begins = first if self._is_free(first) else self._guard(first)
        window = MainWindow(self.pages, begins, self._guard, _PALETTES[value.look], LETTERS[value.letters])
        self._advise(value)
        self.keeper.changed.connect(self._advise)
        self.keeper.changed.connect(lambda new: window.set_appearance(_PALETTES[new.look], LETTERS[new.letters]))
        self.live.muted.connect(lambda ids: self.keeper.change(muted=ids & frozenset(topic_ids())))
        self.learning.belong_to(window)
        self.learning.history.failed.connect(self.start.tell)
        self.learning.recovered.connect(self.start.tell_recovered)
        self.learning.history.changed.connect(lambda: self.start.set_last_session(self.learning.last_session()))
        self.start.dropped.connect(self._take_in)
        self.settings.calibration.unwanted.connect(self.learning.forget_calibration)
        self.learning.calibration_forgotten.connect(self.settings.calibration.tell)
        self.keeper.failed.connect(self.start.tell)
        self.privacy.closed.connect(window.close)
        window.closed.connect(self.learning.close)
        window.closed.connect(self.keeper.close)
        if self.keeper.trouble is not None:
            self.start.tell(self.keeper.trouble)
            self.privacy.tell(self.keeper.trouble)
        if value.keep_sessions or value.keep_days is not None:
            # What a crash left unfinished is told at the next start, and what has had its time goes.
            self.learning.history.refresh()
        return window

    def _take_in(self, dropped: list[Path]) -> None:
        """Dropped on the start screen; before the notice is accepted nothing begins."""
        self.start.go.emit(REVIEW)
        if consented(self.keeper):
            self.learning.review.open(*dropped)

    def begin_live(self, window: MainWindow) -> None:
        """Start what was asked for in the live view, at once or as soon as the privacy notice is accepted."""

        def begin() -> None:
            if window.page is self.live:
                self.live.toggle()

        if window.page is self.privacy:
            self.privacy.go.connect(begin, Qt.ConnectionType.SingleShotConnection)
        else:
            begin()

    def find_devices(self) -> None:
        """Look for cameras and microphones, without keeping anybody waiting."""
        self.live.devices.find(late.cameras, late.microphones)

    def _session(self, where: str | None, **wishes: Any) -> Session:
        return self.learning.live_session(where, **wishes)

    def _advise(self, value: Preferences) -> None:
        self.live.set_advice(value.sensitivity, value.muted)
        self.start.set_server(server_name(value.server))

    def _is_free(self, first: str) -> bool:
        """Whether this page may be the first without consent: the live view may, on nothing but recordings."""
        bar = self.live.top_bar
        return first == LIVE and not opens_device(bar.source.where, bar.microphone.where)

    def _guard(self, id: str) -> str:
        """The privacy notice, until it is accepted; it leads on to where the user was going."""
        if consented(self.keeper) or id == PRIVACY:
            return id
        self.privacy.then = id
        return PRIVACY

    def _offers(self) -> Sequence[Offer]:
        return [
            Offer(
                PRACTICE,
                tr("Practicar"),
                tr("Tres minutos con un cliente simulado, antes de tu turno."),
                paint_practice,
            ),
            Offer(
                LIVE, tr("Atención en vivo"), tr("Te acompaño mientras atiendes, con un consejo a la vez."), paint_live
            ),
            Offer(REVIEW, tr("Revisar"), tr("Abre una grabación tuya y mira qué se vio y qué se oyó."), paint_review),
            Offer(PROGRESS, tr("Mi progreso"), tr("Cómo has cambiado, comparado solo contigo."), paint_progress),
        ]
