"""The rows that detectors work with on this computer: the manual's, with the thresholds that were adjusted here."""

from __future__ import annotations

from coach.command import command
from coach.errors import KnownError
from coach.manual.adjustments import Adjustment, adjusted, load_adjustments
from coach.manual.catalog import Catalog, load_catalog
from coach.manual.features import load_features
from coach.manual.tables import CatalogError
from coach.settings import adjustments_file


def local_adjustments() -> dict[str, Adjustment]:
    """By id, none where nothing was adjusted. Raises `KnownError` where the file is at fault."""
    file = adjustments_file()
    try:
        return load_adjustments(file, load_catalog(), load_features())
    except CatalogError as error:
        raise KnownError(
            f"Los umbrales ajustados en esta computadora no se pueden usar ({str(error).rstrip('.')}). Corrige "
            f"«{file}», o escribe «{command()} ajustar --quitar» para volver a los de fábrica."
        ) from error


def local_catalog() -> Catalog:
    """The signals as they are detected here. Raises `KnownError` where the file is at fault."""
    adjustments = local_adjustments()
    return adjusted(load_catalog(), adjustments) if adjustments else load_catalog()


def adjusted_here() -> tuple[str, ...]:
    """The signals that are told by thresholds of this computer's own, for a report to say so.

    None where the file is at fault: no detector works with it then.
    """
    try:
        return tuple(local_adjustments())
    except KnownError:
        return ()
