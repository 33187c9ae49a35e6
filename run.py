# -*- coding: utf-8 -*-
"""Sets Coach up where that is still to be done, then hands every argument to it: `python3 run.py [test] ...`.

This one file must be understood by every Python there is, so that an old one is told so in one sentence.
"""

import sys

OLDEST = (3, 11)


def main():  # type: () -> int
    """Exit code of Coach, of its tests, or 1 when it cannot be set up."""
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "Coach necesita Python %d.%d o más nuevo y este es el %d.%d: instala uno más nuevo (está en python.org y "
            "en tu sistema como python3.11, python3.12 o python3.13) y ejecuta run.py con él.\n"
            % (OLDEST + tuple(sys.version_info[:2]))
        )
        return 1
    from bootstrap.start import start

    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
