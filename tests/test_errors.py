"""What the system refused, in words of ours."""

from __future__ import annotations

import errno

import pytest

from coach.errors import why
from tests.support.refusals import refused_by_windows


@pytest.mark.parametrize(("number", "said"), [(32, "lo tiene abierto otro programa"), (5, "sin permiso")])
def test_a_table_that_is_open_in_a_spreadsheet_is_no_missing_right(number: int, said: str) -> None:
    assert why(refused_by_windows(number)) == said


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (123, errno.EINVAL, "el nombre no se admite"),
        (206, errno.ENOENT, "el nombre es demasiado largo"),
        (225, errno.EINVAL, "el antivirus lo impidió"),
        (362, errno.EINVAL, "OneDrive no está en marcha"),
        (1224, errno.EINVAL, "lo tiene abierto otro programa"),
        (1450, errno.EINVAL, "error 1450 de Windows"),
    ],
)
def test_what_only_windows_has_a_number_for_is_no_odd_name(number: int, code: int, said: str) -> None:
    assert why(refused_by_windows(number, code=code)) == said
