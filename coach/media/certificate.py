"""Whether whoever answers at an address is who the address says: their certificate, as this computer judges it."""

from __future__ import annotations

import socket
import ssl
from typing import Final
from urllib.parse import urlsplit

from coach.errors import KnownError

_ANSWER_S: Final = 1.5
_PORTS: Final = {"https": 443, "rtsps": 322}
_EXPIRED, _OTHER_NAME = 10, 62
"""OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED and X509_V_ERR_HOSTNAME_MISMATCH (62; of an IP address 64)."""
_OTHER_ADDRESS: Final = 64
_WHY: Final = {
    _EXPIRED: "ya venció",
    _OTHER_NAME: "es de otra dirección",
    _OTHER_ADDRESS: "es de otra dirección",
}
_UNKNOWN: Final = "no lo firmó nadie en quien esta computadora confíe"


def certificate(url: str) -> str | None:
    """The certificate (PEM) that is shown at `url`, trusted by this computer; None where none is asked for or seen.

    Only https and rtsps ask for one. Where nobody answers within 1.5 s, or not as they should, nothing is said here:
    opening the address tells what is wrong. Raises `KnownError` for a certificate that is not trusted, before
    anything was sent: neither a password in the address nor what is recorded goes to strangers.
    """
    parts = urlsplit(url)
    if parts.scheme.lower() not in _PORTS or parts.hostname is None:
        return None
    where = parts.hostname, parts.port or _PORTS[parts.scheme.lower()]
    try:
        with (
            socket.create_connection(where, _ANSWER_S) as line,
            ssl.create_default_context().wrap_socket(line, server_hostname=parts.hostname) as checked,
        ):
            shown = checked.getpeercert(binary_form=True)
    except ssl.SSLCertVerificationError as error:
        raise KnownError(
            f"No es seguro conectarse a «{parts.hostname}»: su certificado {_WHY.get(error.verify_code, _UNKNOWN)}; "
            "pide a quien administra ese equipo que lo cambie, o usa su dirección http o rtsp si está en tu red."
        ) from error
    except OSError:
        return None
    return None if shown is None else ssl.DER_cert_to_PEM_cert(shown)
