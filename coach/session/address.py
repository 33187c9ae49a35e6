"""An address of a store as it may be shown: without what only its owner should read."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote

from coach.media.naming import is_address

_PARTS: Final = re.compile(r"([^/]*://)(?:([^:/?]*)(?::[^@]*(?:@[^@/?]*)*)?@)?([^?]*)")
"""Scheme, user, and what is left before a query, which may hold a password too; divided as SQLAlchemy does.

But where a password holds an "@", which should be written "%40", none of it is taken for the server's name.
"""

_PORT: Final = re.compile(r"^([^:]*|\[.*\]):\d*$")
"""What follows a server's name; in a bare "::1" nothing does."""

_HARMLESS: Final = ("sslmode", "sslrootcert", "sslnegotiation", "channel_binding", "user", "host", "hostaddr", "port")
"""Options that hold no secret, and without which the same server would not be found, or be trusted blindly."""


def on_server(address: str) -> bool:
    """Whether it names a database, which many people may have open at once, and not a folder.

    >>> on_server("postgresql://h/b"), on_server("/turno"), on_server("C://turno")
    (True, False, False)
    """
    return is_address(address)


def without_secret(address: str) -> str:
    """The address without password and query; a folder's is what it is.

    >>> without_secret("postgresql://ana:s%20e:c@servidor/b"), without_secret("postgresql://h/b?password=s@e")
    ('postgresql://ana@servidor/b', 'postgresql://h/b')
    >>> without_secret("/a:b@c"), without_secret("postgresql://ana:s@e@servidor/b?password=s@e")
    ('/a:b@c', 'postgresql://ana@servidor/b')
    """
    scheme, user, where = _divided(address)
    return f"{scheme}{user}@{where}" if user else scheme + where


def remembered(address: str) -> str:
    """What of a server's address may be kept: who, where, and how safely, so that the next time is no less safe.

    >>> remembered("postgresql://ana:s@h/b?sslmode=verify-full&password=s&sslpassword=s&passfile=/s")
    'postgresql://ana@h/b?sslmode=verify-full'
    >>> remembered("postgresql://ana:s?sslmode=s@h/b"), remembered("postgresql://h/b?user=ana")
    ('postgresql://ana@h/b', 'postgresql://h/b?user=ana')
    >>> remembered("postgresql:///b?hostaddr=10.0.0.7&password=s")
    'postgresql:///b?hostaddr=10.0.0.7'
    """
    options = [one for one in _options(address) if one.partition("=")[0] in _HARMLESS]
    return without_secret(address) + ("?" + "&".join(options) if options else "")


def shown_place(address: str) -> str:
    """The server and its database, and nobody's name; a folder's address is what it is.

    >>> shown_place("postgresql://ana:secreta@h/b?sslmode=require"), shown_place("/turno/a@b?")
    ('h/b', '/turno/a@b?')
    """
    return _divided(address)[2]


def server_name(address: str) -> str | None:
    """The server's name alone: no user, password, port or database; None for a folder.

    >>> server_name("postgresql://ana:secreta@h.mx:5433/b?sslmode=require"), server_name("postgresql://[::1]:5433/b")
    ('h.mx', '[::1]')
    >>> server_name("postgresql:///b?host=h&user=ana"), server_name("postgresql:///b"), server_name("/turno/a@b")
    ('h', 'localhost', None)
    >>> server_name("postgresql:///b?host=::1"), server_name("postgresql:///b?hostaddr=10.0.0.7")
    ('::1', '10.0.0.7')
    >>> server_name("postgresql://a,b:5433/c"), server_name("postgresql:///c?host=a:5433&host=b")
    ('a, b', 'a, b')
    """
    if not on_server(address):
        return None
    hosts = _named(address, "host") or _named(address, "hostaddr") or _divided(address)[2].partition("/")[0]
    return ", ".join(_PORT.sub(r"\1", host) for host in hosts.split(",")) or "localhost"


def with_password(address: str, password: str) -> str:
    """A server's address as somebody types it, whole: with its scheme, and the password where there is any.

    >>> with_password("ana@servidor/coach", "s ec:a@"), with_password("postgresql://ana@h/b", "")
    ('postgresql://ana:s%20ec%3Aa%40@servidor/coach', 'postgresql://ana@h/b')
    >>> with_password("postgresql://ana:vieja@h/b?sslmode=require", "nueva")
    'postgresql://ana:nueva@h/b?sslmode=require'
    >>> with_password("h/b?user=ana", "nueva"), with_password("ana@h/b?password=vieja&sslmode=require", "nueva")
    ('postgresql://:nueva@h/b?user=ana', 'postgresql://ana:nueva@h/b?sslmode=require')
    """
    whole = address if on_server(address) else f"postgresql://{address}"
    scheme, user, where = _divided(whole)
    if not password:
        return whole
    options = [one for one in _options(whole) if not _is_password(one)]
    query = "?" + "&".join(options) if options else ""
    return f"{scheme}{user}:{quote(password, safe='')}@{where}{query}"


def _options(address: str) -> list[str]:
    """What follows the "?" after the place; one in a password that is not written as it should be begins none."""
    parts = _PARTS.match(address) if on_server(address) else None
    return [] if parts is None else [one for one in address[parts.end() + 1 :].split("&") if one]


def _named(address: str, option: str) -> str:
    """All that this option names; "" without it."""
    pairs = (one.partition("=") for one in _options(address))
    return ",".join(unquote(value) for name, _, value in pairs if name == option)


def _is_password(option: str) -> bool:
    """Of two passwords the driver takes the one of the query."""
    return unquote(option.partition("=")[0]) == "password"


def _divided(address: str) -> tuple[str, str, str]:
    parts = _PARTS.match(address) if on_server(address) else None
    return ("", "", address) if parts is None else (parts[1], parts[2] or "", parts[3])
