# -*- coding: utf-8 -*-
"""Sets Coach up where that is still to be done, then hands every argument to it: `python3 run.py [test] ...`.

This one file must be understood by every Python there is, so that an old one is told so in one sentence.
"""

import sys

OLDEST, NEWEST = (3, 11), (3, 14)
"""Every package of the lock files is published for all between."""


def main():  # type: () -> int
    """Exit code of Coach, of its tests, or 1 when it cannot be set up."""
    if not OLDEST <= tuple(sys.version_info[:2]) <= NEWEST:
        sys.stderr.write(
            "Coach funciona con Python %d.%d a %d.%d y este es el %d.%d: instala uno de esos (en python.org; en tu "
            "sistema se llama por ejemplo python3.13) y ejecuta run.py con él.\n"
            % (OLDEST + NEWEST + tuple(sys.version_info[:2]))
        )
        return 1
    from bootstrap.start import start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
