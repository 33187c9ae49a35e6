"""A Windows without Media Foundation is told at once, and not by a traceback of OpenCV after half an hour of set-up."""

from __future__ import annotations

import pytest

from bootstrap import windows_media
from bootstrap.errors import SetupError
from bootstrap.windows_media import LIBRARIES, require_media


@pytest.mark.parametrize("missing", LIBRARIES)
def test_an_edition_without_media_is_told_the_command(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setattr(windows_media, "loads", lambda name: name != missing)
    with pytest.raises(SetupError, match=r"Media Feature Pack.* administrador: DISM /Online /Add-Capability "):
        require_media()


def test_other_editions_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_media, "loads", lambda name: name in LIBRARIES)
    require_media()
