"""Whether whoever answers at an address is who the address says: their certificate, as this computer judges it."""

from __future__ import annotations

import socket
import ssl
from typing import Final
from urllib.parse import urlsplit

from coach.errors import KnownError
from coach.media.answering import PORTS

_ANSWER_S: Final = 1.5
_SECURE: Final = ("https", "rtsps")
_WHY: Final = {
    9: "todavía no es válido (revisa la fecha de esta computadora)",
    10: "ya venció",
    **dict.fromkeys((18, 19, 20, 21), "no lo firmó nadie en quien esta computadora confíe"),
    **dict.fromkeys((62, 64), "es de otra dirección"),
}
"""By OpenSSL's X509_V_ERR_…: not yet valid, expired, signed by nobody who is known, of another name or IP address."""
_OTHERWISE: Final = "no es de los que esta computadora acepta"


def secure(url: str) -> bool:
    """Whether who answers at `url` has to show a certificate: https and rtsps."""
    return urlsplit(url).scheme in _SECURE


def certificate(url: str) -> str | None:
    """The certificate (PEM) that is shown at a `secure` address, trusted by this computer; None where none is seen.

    Where nobody answers within 1.5 s, or not as they should, nothing is said here, and whoever opens the address must
    not trust it either. Raises `KnownError` for a certificate that is not trusted, before anything was sent: neither a
    password in the address nor what is recorded goes to strangers.
    """
    parts = urlsplit(url)
    if not secure(url) or parts.hostname is None:
        return None
    where = parts.hostname, parts.port or PORTS[parts.scheme]
    try:
        with (
            socket.create_connection(where, _ANSWER_S) as line,
            ssl.create_default_context().wrap_socket(line, server_hostname=parts.hostname) as checked,
        ):
            shown = checked.getpeercert(binary_form=True)
    except ssl.SSLCertVerificationError as error:
        raise KnownError(
            f"No es seguro conectarse a «{parts.hostname}»: su certificado {_WHY.get(error.verify_code, _OTHERWISE)}; "
            "pide a quien administra ese equipo que lo cambie, o usa su dirección http o rtsp si está en tu red."
        ) from error
    except OSError:
        return None
    return None if shown is None else ssl.DER_cert_to_PEM_cert(shown)
