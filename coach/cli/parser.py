"""argparse in Spanish: help, and every sentence about wrong usage."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import Any, Final, NoReturn

WRONG_USAGE: Final = 2

_SENTENCES: Final = (
    (r"the following arguments are required: (.+)", r"falta \1"),
    (r"unrecognized arguments: (.+)", r"no conozco «\1»"),
    (r"argument (.+?): expected one argument", r"a \1 le falta su valor"),
    (r"argument (.+?): expected at least one argument", r"a \1 le falta su valor"),
    (r"argument (.+?): ignored explicit argument '?(.*?)'?", r"\1 no lleva ningún valor"),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", r"\1 no puede ser «\2»; elige entre \3"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 y \2 no van juntos"),
    (r"argument (.+?): (.+)", r"\1: \2"),
)
"""What argparse says → what we say. The last one carries the sentences of our own validators."""


def in_spanish(message: str) -> str:
    """Argparse's English sentence about wrong usage, in Spanish.

    >>> in_spanish("the following arguments are required: MEDIO")
    'falta MEDIO'
    >>> in_spanish("argument ORDEN: invalid choice: 'x' (choose from 'analizar', 'medir')")
    'ORDEN no puede ser «x»; elige entre analizar, medir'
    """
    for pattern, sentence in _SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            # Up to 3.11 the choices are quoted, from 3.12 on they are not.
            return match.expand(sentence).replace("'", "")
    return message


def named(text: str) -> str:
    """The name of a file or folder, as it was typed; what is empty, as a script's variable that nobody set, is none."""
    if not text.strip():
        raise argparse.ArgumentTypeError("llegó vacío; escribe un nombre")
    return text


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """One line that can be read: what must be said. What may be said is explained below it."""
        needed = [action for action in actions if action.required or not action.option_strings]
        may = [argparse.Action([], "options", metavar="[opciones]")]
        super().add_usage(usage, [*may, *needed], (), "Uso: " if prefix is None else prefix)


class SpanishParser(argparse.ArgumentParser):
    """An `ArgumentParser` whose own words are Spanish; options are never abbreviated."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Help, **kwargs)
        self.is_verb = False
        """Then what it does not know is told by it, whose help says what there is, and not by the whole command."""
        self.what = self.add_argument_group("Qué")
        self.options = self.add_argument_group("Opciones")

    def explain(self) -> None:
        """Add the option that explains the others; call last."""
        self.options.add_argument("-h", "--help", "--ayuda", action="help", help="muestra esta ayuda y termina")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """As argparse's; a verb knows all that is said after it."""
        found, rest = super().parse_known_args(args, namespace)
        if rest and self.is_verb:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return found, rest

    def error(self, message: str) -> NoReturn:
        """One line on stderr, exit 2."""
        self.exit(
            WRONG_USAGE, f"{self.prog}: {in_spanish(message)}. Escribe «{self.prog} --help» para ver cómo se usa.\n"
        )
