"""The command, as users start it."""

from tests.cli.conftest import coach

__all__ = ["coach"]
