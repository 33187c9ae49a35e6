"""One encrypted file: a passphrase opens it, any change to it is noticed, and its end cannot be cut off unseen.

Header: magic (8 bytes), version (1), log2 of scrypt's cost (1), salt (16), nonce's beginning (7), a tag that tells a
wrong passphrase (16), and the first 8 bytes of the SHA-256 of all that, which tell damage. Then chunks of 64 KiB in
AES-256-GCM, the last one shorter, perhaps empty: the nonce of each ends with its number and whether it is the last
(the STREAM construction), and the header is authenticated with every one.
"""

from __future__ import annotations

import hashlib
import secrets
import struct
import unicodedata
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from coach.errors import KnownError, why

MAGIC: Final = b"COACHSH\n"
VERSION: Final = 1
CHUNK_BYTES: Final = 65_536
COST_LOG2: Final = 17
"""Scrypt with N = 2^17, r = 8, p = 1: 128 MiB a guess (OWASP's first choice)."""
_LEAST_LOG2, _MOST_LOG2 = 10, 18
"""What is read; a file that asks for more would only keep the computer busy."""
_HEAD: Final = struct.Struct(">8sBB16s7s16s8s")
_TAG_BYTES: Final = 16
_DIGEST_BYTES: Final = 8
_CHECK, _MORE, _LAST = 2, 0, 1
_NEVER: Final = 0xFFFF_FFFF
"""No chunk has this number: 256 TiB would come before it."""


class WrongPassphrase(KnownError):
    """The passphrase is not the one the file was closed with; the file itself is whole as far as can be told."""

    def __init__(self) -> None:
        super().__init__("Esa no es la frase de paso de este archivo; pídesela a quien te lo dio. No se cambió nada.")


class SealedFileError(KnownError):
    """The file is none of Coach's, of another version, damaged or cut off."""


class SealWriter:
    """What is written goes into `out` encrypted; without `close` nobody takes the file for whole."""

    def __init__(self, out: BinaryIO, passphrase: str) -> None:
        salt, self._prefix = secrets.token_bytes(16), secrets.token_bytes(7)
        self._cipher = AESGCM(_key(passphrase, salt, COST_LOG2))
        begin = struct.pack(">8sBB16s7s", MAGIC, VERSION, COST_LOG2, salt, self._prefix)
        begin += self._cipher.encrypt(_nonce(self._prefix, _NEVER, _CHECK), b"", begin)
        self._head = begin + hashlib.sha256(begin).digest()[:_DIGEST_BYTES]
        self._out, self._waiting, self._number = out, bytearray(), 0
        out.write(self._head)

    def write(self, content: bytes) -> None:
        """These bytes too."""
        self._waiting += content
        while len(self._waiting) > CHUNK_BYTES:
            self._put(bytes(self._waiting[:CHUNK_BYTES]), _MORE)
            del self._waiting[:CHUNK_BYTES]

    def close(self) -> None:
        """Write the last chunk; `out` stays open."""
        self._put(bytes(self._waiting), _LAST)

    def _put(self, chunk: bytes, place: int) -> None:
        self._out.write(self._cipher.encrypt(_nonce(self._prefix, self._number, place), chunk, self._head))
        self._number += 1


class SealReader:
    """Reads what `SealWriter` wrote. Raises `SealedFileError` or `WrongPassphrase`; gives nothing that was changed."""

    def __init__(self, file: BinaryIO, name: str, passphrase: str) -> None:
        """`name` of the file, for what is said of it."""
        self._file, self._name = file, name
        self._head = file.read(_HEAD.size)
        log2, salt, self._prefix, tag = _parted(self._head, name)
        self._cipher = AESGCM(_key(passphrase, salt, log2))
        try:
            signed = self._head[: _HEAD.size - _TAG_BYTES - _DIGEST_BYTES]
            self._cipher.decrypt(_nonce(self._prefix, _NEVER, _CHECK), tag, signed)
        except InvalidTag:
            raise WrongPassphrase from None
        self._ahead = file.read(CHUNK_BYTES + _TAG_BYTES)
        self._ready, self._number, self._ended = b"", 0, False

    def read(self, count: int) -> bytes:
        """The next `count` bytes, fewer only at the end."""
        parts, missing = [], count
        while missing:
            if not self._ready and not self._advance():
                break
            part, self._ready = self._ready[:missing], self._ready[missing:]
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _advance(self) -> bool:
        """Open the next chunk, as long as there is one."""
        if self._ended:
            return False
        chunk, self._ahead = self._ahead, b""
        if len(chunk) == CHUNK_BYTES + _TAG_BYTES:
            self._ahead = self._file.read(CHUNK_BYTES + _TAG_BYTES)
        self._ended = not self._ahead
        place = _LAST if self._ended else _MORE
        try:
            self._ready = self._cipher.decrypt(_nonce(self._prefix, self._number, place), chunk, self._head)
        except InvalidTag:
            raise SealedFileError(
                f"«{self._name}» está incompleto o dañado; pide que te lo envíen otra vez. No se guardó nada de él."
            ) from None
        self._number += 1
        return bool(self._ready)


def check_head(file: Path) -> None:
    """Whether a passphrase is worth asking for. Raises `KnownError` for a file that none would open."""
    try:
        with file.open("rb") as opened:
            _parted(opened.read(_HEAD.size), file.name)
    except OSError as error:
        raise unreadable(file, error) from error


def unreadable(file: Path, error: OSError) -> KnownError:
    """What is said of a file that the system does not let us read."""
    return KnownError(f"No puedo leer «{file}» ({why(error)}); revisa el nombre y los permisos.")


def _parted(head: bytes, name: str) -> tuple[int, bytes, bytes, bytes]:
    if not head.startswith(MAGIC):
        raise SealedFileError(f"«{name}» no es un archivo compartido de Coach; elige uno que termine en «.coach».")
    if len(head) > len(MAGIC) and head[len(MAGIC)] != VERSION:
        newer = head[len(MAGIC)] > VERSION
        raise SealedFileError(
            f"«{name}» lo hizo una versión más nueva de Coach; actualiza Coach para abrirlo."
            if newer
            else f"«{name}» es de una versión de Coach que ya no se lee; pide que lo compartan con la de ahora."
        )
    damaged = SealedFileError(f"«{name}» está incompleto o dañado; pide que te lo envíen otra vez.")
    if len(head) < _HEAD.size:
        raise damaged
    _, _, log2, salt, prefix, tag, digest = _HEAD.unpack(head)
    if hashlib.sha256(head[:-_DIGEST_BYTES]).digest()[:_DIGEST_BYTES] != digest:
        raise damaged
    if not _LEAST_LOG2 <= log2 <= _MOST_LOG2:
        raise damaged
    return log2, salt, prefix, tag


def _nonce(prefix: bytes, number: int, place: int) -> bytes:
    return prefix + struct.pack(">IB", number, place)


def _key(passphrase: str, salt: bytes, log2: int) -> bytes:
    """NFC: the same ñ is typed as one character on one system, and as two on another."""
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=32, n=2**log2, r=8, p=1).derive(words)
