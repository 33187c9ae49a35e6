"""A recording without anything but its picture, its sound, or both: as they are, and not a word of who made it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from coach.errors import KnownError
from coach.media.container import beginning_s, new_container, sound_or_none, video_or_none

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer
    from av.packet import Packet
    from av.stream import Stream

_REFUSED: Final = "No pude copiar la grabación sin sus datos de origen; compártela sin video ni sonido."


def copy_streams(
    source: InputContainer, target: BinaryIO, *, video: bool, sound: bool, origin: float | None = None
) -> None:
    """Copy the first picture and the first sound, as far as they are wanted and there, packet by packet.

    What is at `origin` (see `origin_s`) comes to lie at 0, so that a copy of one of them keeps its place. Titles,
    places, devices, chapters, subtitles and tracks of data stay behind. Raises `KnownError` when nothing is left, or
    the packets cannot be copied as they are.
    """
    wanted: list[Stream] = []
    picture, voice = video_or_none(source), sound_or_none(source)
    if video and picture is not None:
        wanted.append(picture)
    if sound and voice is not None:
        wanted.append(voice)
    if not wanted:
        raise KnownError("La grabación de esta sesión no tiene lo que quieres compartir; quítalo de la lista.")
    try:
        with new_container(target) as out:
            begins_s = (beginning_s(wanted[0]) or 0.0) if origin is None else origin
            for packet in _copied(source, wanted, out, begins_s):
                out.mux(packet)
    except ValueError as error:  # as FFmpeg refuses what a container cannot hold
        raise KnownError(_REFUSED) from error


def _copied(
    source: InputContainer, wanted: list[Stream], out: OutputContainer, begins_s: float
) -> Iterator[Packet[Stream]]:
    into = {stream.index: out.add_stream_from_template(stream) for stream in wanted}
    for stream in into.values():
        stream.metadata.clear()
    for packet in source.demux(wanted):
        if packet.dts is not None and packet.size:
            earlier = round(begins_s / packet.time_base)
            packet.dts -= earlier
            packet.pts = None if packet.pts is None else packet.pts - earlier
            packet.stream = into[packet.stream.index]
            yield packet
