"""What the system refused, in words of ours."""

from __future__ import annotations

import pytest

from coach.errors import why
from tests.support.refusals import refused_by_windows


@pytest.mark.parametrize(("number", "said"), [(32, "lo tiene abierto otro programa"), (5, "sin permiso")])
def test_a_table_that_is_open_in_a_spreadsheet_is_no_missing_right(number: int, said: str) -> None:
    assert why(refused_by_windows(number)) == said
