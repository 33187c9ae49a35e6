"""The composition root: what the command line and the window are built from. Headless."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from coach.core.events import AdviceSettings, CalibrationChanged, Event, Frame, ReadingChanged, Sound, VoiceFeatures
from coach.core.landmarks import Perceived
from coach.core.source import FrameSource, SourceInfo
from coach.core.tile import Tile
from coach.core.voices import Others, Voices
from coach.detectors.profile import Profile
from coach.errors import KnownError, OwnError
from coach.media.container import refuse_still
from coach.media.medium import shown
from coach.media.naming import is_address, typed_path
from coach.report.result import Result
from coach.runtime.adviser import make_adviser
from coach.runtime.alongside import Alongside
from coach.runtime.analysis import analyse, analyse_voice
from coach.runtime.chain import LIVE_DEPTH, Chain
from coach.runtime.gathered import Analysis
from coach.runtime.live import LiveSession
from coach.runtime.live_voice import LiveVoice
from coach.runtime.offline import Sink
from coach.runtime.outcome import Hearing, outcome
from coach.runtime.profile_keeper import ProfileKeeper
from coach.runtime.session import FirstError, SerialSink, Session
from coach.runtime.session_clock import SessionClock, Stream
from coach.runtime.shared_advice import SharedAdvice
from coach.runtime.spool import Spool
from coach.runtime.stages import Decider, Observer
from coach.runtime.voice_chain import VoiceChain, VoiceStage
from coach.runtime.voice_track import Heard, listen
from coach.runtime.voices_apart import voices_apart
from coach.session.profile_file import load_profile
from coach.vision.cropped import Cropped
from coach.vision.devices import cameras as _devices
from coach.vision.open_source import open_source
from coach.vision.recording import Recording
from coach.voz.channels import check_channel
from coach.voz.microphones import microphones as _microphones
from coach.voz.microphones import names_of
from coach.voz.open_sound import open_sound
from coach.voz.sound_file import SoundFile
from coach.voz.spectrogram import SpectrogramProgram


@dataclass(frozen=True, slots=True)
class CameraChoice:
    """A camera to choose: `where` opens it, `name` is what its maker calls it."""

    where: str
    name: str


@dataclass(frozen=True, slots=True)
class MicrophoneChoice:
    """A microphone, or one of its channels, to choose: `where` opens it, `name` is what people know it by."""

    where: str
    name: str


def cameras() -> list[CameraChoice]:
    """The cameras of this computer."""
    return [CameraChoice(str(device.index), device.name) for device in _devices()]


def microphones() -> list[MicrophoneChoice]:
    """The microphones of this computer, the system's own first; of a mixing desk each channel too."""
    devices = sorted(_microphones(), key=lambda device: not device.default)
    return [MicrophoneChoice(name, name) for device in devices for name in names_of(device)]


def live_session(
    where: str | None,
    *,
    microphone: str | None = None,
    moment: str | None = None,
    client: str | None = None,
    on_frame: Callable[[Frame], None],
    on_events: Sink,
    on_error: Callable[[Exception], None],
    profile: Profile | None = None,
    learned: Callable[[Profile], None] = lambda _: None,
    mask: bool | None = None,
    adaptive: bool = True,
    on_sound: Callable[[Sound], None] | None = None,
) -> Session:
    """A session of picture, voice or both; `start` begins it. At least one of `where` and `microphone` is given.

    `where`: a camera, an address or a recording that stands in for one, None for no picture. `microphone`: a name, ""
    for the system's own, an address or a sound file that stands in for one; None hears nothing. `moment` of the service
    and type of `client`: what advice minds at the beginning, until the session's `set_context`. `on_events` gets the
    events of both, one batch after the other, from two threads: the voice's are `VoiceFeatures` ten times a second, a
    `ToneScored` a second, `FindingChanged`, `FindingSegment` and `ConditionChanged` of the microphone, with the newest
    landmarks beside them; `ReadingChanged` while the session's `read_aloud` listens to the paragraph that calibrates
    the rate. Only one `Cue` at a time rests on either; `CongruenceChanged`, `ContextChanged` and `AdviceSettings` come
    with whichever was first to know. All times, the pictures' too, are the session's, which begins with the first
    picture or sound that arrives, or with what is told of a device that has sent none yet. `on_sound` gets the
    microphone's sound, on the voice's thread.

    `profile`: what it measures from; `learned` gets what a guided calibration or a reading during the session makes of
    it, on one of the two threads. A voice that no profile knows is learned on the way: its tones have no scores
    (`sin_referencia`) before a minute of speech. Without `adaptive` the level stays as it is, however busy the machine.
    """
    shown = microphone is not None and microphone == where and typed_path(microphone).is_file()
    sent = microphone is not None and microphone == where and is_address(microphone)
    clock = SessionClock(shared=shown)
    advice, sink = SharedAdvice(make_adviser(moment, client)), SerialSink(on_events, clock)
    failed, keeper = FirstError(on_error), ProfileKeeper(profile, learned)
    stage = None if microphone is None else VoiceStage(profile, advice.stream(partial(clock.place, Stream.VOICE)))
    voice = None
    if microphone is not None and stage is not None:
        told = _unless_mute(failed) if shown or sent else failed

        def hear(sound: Sound) -> None:
            if on_sound is not None:
                on_sound(replace(sound, t=sound.t + clock.place(Stream.VOICE, sound.end_s)))

        voice = _voice(microphone, stage, keeper, sink, told, hear)
    camera = None
    if where is not None:
        decider = Decider(profile, advice.stream(partial(clock.place, Stream.PICTURE)))

        def show(frame: Frame) -> None:
            on_frame(replace(frame, t=frame.t + clock.place(Stream.PICTURE, frame.t)))

        def keep(events: list[Event], perceived: Perceived | None) -> None:
            if any(isinstance(event, CalibrationChanged) and event.done for event in events):
                keeper.keep(rests=decider.profile.rests, guided=True)
            if voice is not None:
                voice.see(events)
            sink.seen(events, perceived)

        camera = LiveSession(
            lambda: open_source(where, live=True),
            lambda: Chain(Observer(mask), decider, depth=LIVE_DEPTH),
            show,
            keep,
            failed,
            adaptive=adaptive,
        )
    session = Session(camera, voice, advice, stage)
    failed.end = session.stop
    return session


def _unless_mute(failed: FirstError) -> Callable[[Exception], None]:
    """Of what is shown as well: its picture goes on where its sound cannot be read, or there is none."""

    def told(error: Exception) -> None:
        if not isinstance(error, KnownError) or isinstance(error, OwnError):
            failed(error)

    return told


def _voice(
    microphone: str,
    stage: VoiceStage,
    keeper: ProfileKeeper,
    sink: SerialSink,
    failed: Callable[[Exception], None],
    hear: Callable[[Sound], None],
) -> LiveVoice:
    def keep(events: list[Event]) -> None:
        if any(isinstance(event, ReadingChanged) and event.words_per_min is not None for event in events):
            keeper.keep(voice=stage.profile.voice, rate_factor=stage.profile.rate_factor)
        sink.heard(events)

    return LiveVoice(lambda: open_sound(microphone, live=True), lambda: VoiceChain(stage), keep, failed, hear)


def analyse_file(
    where: str,
    profile: Path | None = None,
    mask: bool | None = None,
    progress: Callable[[float, SourceInfo], None] | None = None,
    moment: str | None = None,
    client: str | None = None,
    drawn: bool = False,
    tile: Tile | None = None,
    channel: int | None = None,
    voice: int | None = None,
    apart: bool = False,
    also: Callable[[Event], None] | None = None,
    settings: AdviceSettings | None = None,
) -> Result:
    """A recording from beginning to end: its picture, its sound, or both; `progress` gets the seconds reached.

    `moment` of the service and type of `client`: what advice minds; `settings`: how readily and about what it is
    given, as usual where None. `drawn`: the voice has its spectrogram, which costs
    a second or two of another processor. `tile`: where the agent is in the picture; `channel` (from 0): of the sound;
    `voice` (from 0, by order of first speaking): of those told apart in it, which costs some 3% of its length;
    `apart`: tell them apart without choosing one.
    `also` gets every event, what was measured too: all that it takes to decide on the recording anew; those of speech
    come first. Raises `KnownError` for what the user can mend.
    """
    known = None if profile is None else load_profile(profile)
    # Never a camera, however the file is called: that would not end.
    path = typed_path(where)
    refuse_still(path)
    source: FrameSource = Recording(path)
    info = source.info
    if channel is not None:
        check_channel(path, channel)
    if tile is not None:
        source = Cropped(source, tile)

    def told(t: float) -> None:
        if progress is not None:
            progress(t, info)

    advice = make_adviser(moment, client, live=False, settings=settings)
    mixed = channel is None and voice is None  # of one channel or voice nothing is drawn: the drawing has them all
    with Spool(VoiceFeatures) as spool, ExitStack() as beside:
        program = beside.enter_context(SpectrogramProgram(path)) if drawn and info.audio and mixed else None
        sound = partial(SoundFile, path, channel=channel)
        look = voice is not None or apart
        voices = voices_apart(sound, info, voice, partial(told, 0.0)) if look else Voices(())
        others = None if voice is None else Others(voices, voice)
        hear = partial(_hear, sound, info, spool, known, others)
        if info.video:
            hearing = beside.enter_context(Alongside(hear, failed=source.close))
            analysis = analyse(source, known, mask, progress=told, advice=advice, heard=hearing.result, also=also)
            heard = hearing.result()
        else:
            heard = hear(told)
            analysis = Analysis() if heard is None else analyse_voice(heard, advice, also, told)
        spectrogram = None if program is None or heard is None else program.result()
    measured = None if heard is None else Hearing(heard.totals, heard.profile)
    result = outcome(replace(info, path=shown(where)), analysis, measured)
    if result.voice is None:
        return result
    return replace(result, voice=replace(result.voice, spectrogram=spectrogram, voices=voices.heard, chosen=voice))


def _hear(
    sound: Callable[[], SoundFile],
    info: SourceInfo,
    spool: Spool[VoiceFeatures],
    known: Profile | None,
    others: Others | None,
    progress: Callable[[float], None] | None,
) -> Heard | None:
    """The sound of a recording; None when there is none, or a picture's is damaged beyond hearing."""
    if not info.audio:
        return None
    try:
        return listen(sound(), spool, known, progress, others)
    except OwnError:
        raise
    except KnownError:
        if info.video:
            return None
        raise
