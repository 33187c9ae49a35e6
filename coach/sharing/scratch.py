"""Bytes written and read again at any place, on the disk but never readable there: the key is in memory alone."""

from __future__ import annotations

import io
import secrets
import tempfile
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext, algorithms, modes

_BLOCK: Final = 16


class Scratch(io.RawIOBase):
    """A file without a name in `folder`; what was in it is gone for good once it is closed.

    `trouble`: why something could not be written, although whoever wrote it may have said something else.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.trouble: OSError | None = None
        self._file = tempfile.TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - closed by `close`
        self._key, self._start = secrets.token_bytes(32), secrets.randbits(127)

    def readable(self) -> bool:
        """It is."""
        return True

    def writable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """As files do."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """As files do."""
        return self._file.tell()

    def write(self, content: bytes) -> int:  # type: ignore[override]
        """All of it."""
        left = memoryview(self._stream(self._file.tell()).update(bytes(content)))
        try:
            while left:  # a disk that fills up takes a part first
                left = left[self._file.write(left) :]
            return len(content)
        except OSError as error:
            self.trouble = error
            raise

    def read(self, count: int = -1) -> bytes:
        """As files do."""
        place = self._file.tell()
        return self._stream(place).update(self._file.read(count))

    def close(self) -> None:
        """Let go of it, and of the key."""
        self._file.close()
        self._key = b""
        super().close()

    def _stream(self, place: int) -> CipherContext:
        """The key stream (AES-CTR) from `place` on."""
        number, within = divmod(place, _BLOCK)
        counter = (self._start + number).to_bytes(_BLOCK, "big")
        context = Cipher(algorithms.AES256(self._key), modes.CTR(counter)).encryptor()
        context.update(bytes(within))
        return context
