"""From the words of a command to its verb, and from every outcome to an exit code and at most one line on stderr."""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import logging
import os
import stat
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

from coach import __version__
from coach.cli import (
    ajustar,
    analizar,
    compartir,
    en_vivo,
    evaluar,
    exportar,
    inicio,
    medir,
    recibir,
    revisar,
    sesiones,
)
from coach.cli.lookalikes import LOOKALIKES
from coach.cli.parser import WRONG_USAGE, SpanishParser
from coach.cli.quiet import native_silence
from coach.command import command
from coach.errors import KnownError, UsageError

DONE: Final = 0
AT_FAULT: Final = 1
BUG: Final = 70
"""EX_SOFTWARE: the fault is Coach's own."""
INTERRUPTED: Final = 130

_VERBS: Final = (en_vivo, analizar, exportar, compartir, recibir, revisar, sesiones, evaluar, ajustar, medir)


def run(arguments: Sequence[str]) -> int:
    """Parse and obey; the exit code. Wrong usage, help and version exit by `SystemExit`, as argparse does."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=LOOKALIKES)  # an old console lacks some characters; that is no reason to fail
    detailed = "--detalle" in arguments or os.environ.get("COACH_DETALLE", "") not in ("", "0")
    return _guarded(partial(_obey, arguments, detailed), detailed)


def _obey(arguments: Sequence[str], detailed: bool) -> int:
    options = _parser().parse_args(arguments)  # it names what the manual's tables hold, and they may be at fault
    with _journal() if detailed else native_silence():
        code: int = getattr(options, "run", inicio.run)(options)
        sys.stdout.flush()
        return code


@contextlib.contextmanager
def _journal() -> Iterator[None]:
    """Within, what Coach notes on its way (levels of effort, devices that come and go) is told on stderr."""
    ours, told = logging.getLogger("coach"), logging.StreamHandler()
    told.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
    ours.addHandler(told)
    ours.setLevel(logging.INFO)
    try:
        yield
    finally:
        ours.setLevel(logging.NOTSET)
        ours.removeHandler(told)


def _guarded(work: Callable[[], int], detailed: bool) -> int:
    try:
        return work()
    except UsageError as error:
        return _tell(str(error), WRONG_USAGE)
    except KnownError as error:
        return _tell(str(error), AT_FAULT)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if _nobody_reads(error):
            _drop_stdout()
            return AT_FAULT
        if error.errno == errno.ENOSPC:
            return _tell("El disco está lleno; libera espacio y vuelve a intentarlo.", AT_FAULT)
        return _bug(error, detailed)
    except Exception as error:
        return _bug(error, detailed)


def _bug(error: Exception, detailed: bool) -> int:
    if detailed:
        traceback.print_exception(error)
    where = "arriba está el detalle" if detailed else "repite la orden con --detalle para ver qué pasó"
    return _tell(f"Coach falló por un error suyo ({type(error).__name__}), no tuyo; {where} y repórtalo.", BUG)


def _tell(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code


def _nobody_reads(error: OSError) -> bool:
    """Whether a write failed for the reader of our pipe has left; Windows' C library calls that an invalid argument."""
    if sys.platform != "win32":
        return isinstance(error, BrokenPipeError)
    return error.errno == errno.EINVAL and error.filename is None and stat.S_ISFIFO(os.fstat(1).st_mode)


def _drop_stdout() -> None:
    """Whoever read our output has left (`coach … | head`): what is still buffered must not fail at exit."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def _parser() -> SpanishParser:
    parser = SpanishParser(
        prog=command(),
        description="Coach mira cómo te comunicas con el cuerpo, el rostro y la voz. Todo queda en tu computadora.",
        epilog="Sin ninguna orden abre la ventana; sin pantalla, analiza la grabación de muestra.",
    )
    verbs = parser.add_subparsers(
        title="Órdenes", metavar="ORDEN", prog=command(), parser_class=SpanishParser, required=False
    )
    for module in _VERBS:
        verb = module.add(verbs)
        verb.is_verb = True
        _shared(verb)
    parser.options.add_argument(
        "--version", action="version", version=f"coach {__version__}", help="muestra la versión"
    )
    _shared(parser)
    return parser


def _shared(parser: SpanishParser) -> None:
    # SUPPRESS: what is given before the verb must not be overwritten by the verb's own default.
    parser.options.add_argument(
        "--detalle",
        action="store_true",
        default=argparse.SUPPRESS,
        help="cuenta lo que pasa por dentro y, si algo falla, el detalle técnico",
    )
    parser.explain()
