"""What is told of an environment that cannot even be looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap.environment import Environment
from bootstrap.errors import SetupError


def test_one_that_may_not_be_read_is_one_sentence(tmp_path: Path) -> None:
    """Another user's, say; here the stamp is a folder, which the system refuses whoever asks."""
    (tmp_path / "requirements.lock").touch()
    stamp = tmp_path / ".venv" / "coach-stamp.json"
    stamp.mkdir(parents=True)
    with pytest.raises(SetupError, match=r"^No se pudo preparar .*coach-stamp\.json"):
        Environment(tmp_path).prepare(("requirements.lock",))
