"""Recordings and addresses opened through FFmpeg: only what holds picture or sound; a file never leads elsewhere."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, TypeVar, cast

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Disposition, Stream
from av.video.stream import VideoStream

from coach.errors import KnownError
from coach.media.certificate import certificate, secure
from coach.media.medium import Medium, StoredMedium
from coach.media.naming import no_such_file

_log = logging.getLogger(__name__)

MAX_PIXELS: Final = 8192 * 8192
"""FFmpeg refuses to decode more, so that a damaged header cannot ask for all the memory there is."""

_TIMEOUT_S: Final = (15.0, 10.0)
# Only containers of picture and sound: FFmpeg would also draw text files, and follow playlists into the network.
_FORMATS: Final = (
    "mov,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,m4v,h264,hevc,ivf,mjpeg,mxf,gif,"
    "wav,mp3,flac,aac,ac3,aiff,amr,w64,caf,au,jpeg_pipe,png_pipe,webp_pipe,bmp_pipe"
)

_ADDRESS_S: Final = (2.0, 1.5)
"""To open, and to read: the agent is to know within two seconds."""
_ADDRESS_PROTOCOLS: Final = "http,https,httpproxy,tls,tcp,udp,rtp,rtsp"

# By its name alone a picture called "foto 100%d.jpg" would be taken for a numbered series.
_PICTURES: Final = {
    ".jpg": "jpeg_pipe",
    ".jpeg": "jpeg_pipe",
    ".png": "png_pipe",
    ".webp": "webp_pipe",
    ".bmp": "bmp_pipe",
}

_PRIMING_S: Final = 0.2
"""Encoders put so much before a sound at most; what is no earlier than this before the picture begins with it."""
_UNKNOWN_S: Final = 3600.0
"""How far before its picture a sound may begin in a file that does not tell its length; more is damage."""

S = TypeVar("S", bound=Stream)


def open_container(path: Medium) -> InputContainer:
    """The recording, to be closed by the caller. Raises `KnownError` for a file that cannot be read as one."""
    if isinstance(path, StoredMedium):
        kept = path.open_it()
        if kept is None:
            raise KnownError("La grabación de esta sesión ya no está: se borró.")
        return open_stored(kept)
    if not path.exists():
        raise no_such_file(path)
    if not path.is_file():
        raise KnownError(f"«{path}» no es un archivo; escribe la ruta de una grabación de video o de sonido.")
    if not os.access(path, os.R_OK):
        raise KnownError(f"No tengo permiso para leer «{path}»; cambia sus permisos o copia el archivo a otra carpeta.")
    if path.stat().st_size == 0:
        raise KnownError(f"«{path.name}» está vacío: no se grabó nada o no terminó de copiarse; prueba con otra copia.")
    # "file:" so that no name, however odd, is taken for another protocol; the white lists keep FFmpeg off the network.
    options = {"protocol_whitelist": "file", "format_whitelist": _FORMATS, "max_pixels": str(MAX_PIXELS)}
    try:
        return av.open(
            f"file:{path}",
            "r",
            format=_PICTURES.get(path.suffix.lower()),
            options=options,
            metadata_errors="replace",
            timeout=_TIMEOUT_S,
        )
    except (av.FFmpegError, ValueError) as error:
        raise KnownError(
            f"No pude abrir «{path.name}»: no es un video o sonido que Coach sepa leer, o está dañado o incompleto; "
            "prueba con otra copia o conviértelo a MP4."
        ) from error


def refuse_still(path: Medium) -> None:
    """Raise `KnownError` for what cannot be opened, and for a photograph: it opens like a video, but nothing moves."""
    with open_container(path) as container:
        if _still(container):
            raise KnownError(
                f"«{path.name}» es una foto, no una grabación, y las señales se ven en el movimiento; "
                "elige un video o un archivo de sonido."
            )


def _still(container: InputContainer) -> bool:
    """GIF says that there is one picture, and so does what keeps photographs as if they were videos (AVIF, HEIC).

    A video in fragments may say the same, of its first: there a second picture tells.
    """
    alone = bool(container.streams.video) and not container.streams.audio
    one = alone and all(stream.frames == 1 for stream in container.streams.video)
    return container.format.name.endswith("_pipe") or (one and not _goes_on(container))


def _goes_on(container: InputContainer) -> bool:
    return len(list(islice(filter(None, packets(container, container.streams.video[0])), 2))) == 2


def open_stored(file: BinaryIO) -> InputContainer:
    """A recording that is kept in the store (`Recordings.open`). Raises `KnownError` when it cannot be read."""
    options = {"protocol_whitelist": "", "format_whitelist": "matroska,webm,mov", "max_pixels": str(MAX_PIXELS)}
    try:
        return av.open(file, "r", options=options, metadata_errors="replace")
    except (av.FFmpegError, ValueError) as error:
        raise KnownError(
            "La grabación de esta sesión está dañada; si alguien te la compartió, pide que lo haga otra vez."
        ) from error


def open_address(url: str) -> InputContainer | None:
    """What an address sends, to be closed by the caller; None when it cannot be opened, within a few seconds.

    Raises `KnownError` where the certificate of an https or rtsps address is not to be trusted.
    """
    if not secure(url):
        return _opened(url, {})
    shown = certificate(url)
    if shown is None:
        return None
    with tempfile.TemporaryDirectory(prefix="coach-") as folder:
        trusted = Path(folder) / "certificado.pem"
        trusted.write_text(shown)
        return _opened(url, {"ca_file": str(trusted)})


def _opened(url: str, trusted: Mapping[str, str]) -> InputContainer | None:
    options = {
        **trusted,
        "tls_verify": "1",
        "protocol_whitelist": _ADDRESS_PROTOCOLS,
        "format_whitelist": f"{_FORMATS},mpjpeg,rtsp,rtp,sdp",
        "max_pixels": str(MAX_PIXELS),
        "rtsp_transport": "tcp",
        "analyzeduration": "1000000",
    }
    try:
        return av.open(url, "r", options=options, metadata_errors="replace", timeout=_ADDRESS_S)
    except (av.FFmpegError, ValueError) as error:
        _log.info("an address cannot be opened: %s", type(error).__name__)
        return None


def new_container(file: BinaryIO) -> OutputContainer:
    """Matroska, which takes every codec, into a file to write and to seek in; it says nothing of who made it."""
    return av.open(file, "w", format="matroska", options={"fflags": "+bitexact"})


def sound_or_none(container: InputContainer) -> AudioStream | None:
    """The first sound that can be decoded."""
    return next((stream for stream in container.streams.audio if stream.codec_context is not None), None)


def video_or_none(container: InputContainer) -> VideoStream | None:
    """The largest moving picture: some cameras put a small one beside it.

    The cover of a song is no video, and some streams have no decoder.
    """
    moving = (
        stream
        for stream in container.streams.video
        if stream.codec_context is not None and not stream.disposition & Disposition.attached_pic
    )
    return max(moving, key=lambda stream: stream.codec_context.width * stream.codec_context.height, default=None)


def duration_s(container: InputContainer) -> float | None:
    """The length that the file claims, None when it claims none."""
    if not container.duration or container.duration <= 0:
        return None
    begins = container.start_time or 0
    # FFmpeg writes into Matroska the stamp at which it ends, and takes what is written there for its length.
    late = "matroska" in container.format.name and 0 < begins < container.duration
    return (container.duration - (begins if late else 0)) / 1e6


def latest(duration_s: float | None) -> float | None:
    """The time stamp past which damage is certain; generous, for a recording cut off by a crash knows no length."""
    return None if duration_s is None else 2.0 * duration_s + 60.0


def packets(container: InputContainer, stream: S) -> Iterator[Packet[S] | None]:
    """The packets of `stream` as far as the file can be read, then None: what the decoder still holds back."""
    try:
        for packet in container.demux(stream):
            # A camera that dropped a frame writes an empty packet, which the decoder would take for the end.
            if packet.size:
                yield cast("Packet[S]", packet)  # demux knows only that it is some stream
    except (av.FFmpegError, ValueError) as error:
        _log.info("the container breaks off: %s", error)
    yield None


def beginning_s(stream: Stream) -> float | None:
    """The stamp at which a stream says it begins."""
    return None if stream.start_time is None or not stream.time_base else float(stream.start_time * stream.time_base)


def origin_s(path: Medium, container: InputContainer) -> float | None:
    """The stamp of time 0, for picture and sound alike; None where only the first that comes can tell.

    A medium begins with its picture, or with its sound where that comes first. What is kept in the store has the
    session's own time.
    """
    if isinstance(path, StoredMedium):
        return 0.0
    video, sound = video_or_none(container), sound_or_none(container)
    picture_s = None if video is None else beginning_s(video)
    sound_s = None if sound is None else beginning_s(sound)
    if picture_s is None or sound_s is None:
        return picture_s
    earlier_s = picture_s - sound_s
    return sound_s if _PRIMING_S < earlier_s < (duration_s(container) or _UNKNOWN_S) else picture_s


def seek_before(container: InputContainer, stream: Stream, raw_s: float) -> None:
    """Go on from the last key frame before `raw_s` on the file's clock; from the beginning where there is no index."""
    try:
        if stream.time_base:
            container.seek(max(0, int(raw_s / stream.time_base)), stream=stream, backward=True)
    except (av.FFmpegError, ValueError) as error:
        _log.info("cannot seek: %s", error)
