"""A store of its own for every test."""

from __future__ import annotations

from tests.session.conftest import folder, source, store

__all__ = ["folder", "source", "store"]
