"""Certificates for servers on loopback, made on the spot: signed by an authority of the test's own, or by nobody."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

HERE = (x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("localhost"))

_OTHER_USES = ("content_commitment", "data_encipherment", "key_encipherment", "key_agreement", "digital_signature")
_SIGNS = x509.KeyUsage(
    **dict.fromkeys((*_OTHER_USES, "crl_sign", "encipher_only", "decipher_only"), False), key_cert_sign=True
)
"""Python 3.13 trusts no authority that does not say so."""


class Authority:
    """Signs certificates; `file` (PEM) is what a computer must have to trust them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._own = _signed("Autoridad de prueba", self._key, None)
        self.file = folder / "autoridad.pem"
        self.file.write_bytes(self._own.public_bytes(Encoding.PEM))

    def server(
        self, names: tuple[x509.GeneralName, ...] = HERE, days: int = 2, since_days: int = -10
    ) -> ssl.SSLContext:
        """What a server of these names needs to show a certificate that is good from so many days on to so many."""
        key, path = ec.generate_private_key(ec.SECP256R1()), self._folder / "servidor.pem"
        shown = _signed("servidor", key, (self._own, self._key), names, days, since_days)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(shown.public_bytes(Encoding.PEM) + private)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


def _signed(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    by: tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None,
    names: tuple[x509.GeneralName, ...] = (),
    days: int = 2,
    since_days: int = -10,
) -> x509.Certificate:
    own, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(by[0].subject if by else own)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=since_days))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((by[1] if by else key).public_key()), critical=False
        )
    )
    if by is None:
        built = built.add_extension(_SIGNS, critical=True)
    if names:
        built = built.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return built.sign(by[1] if by else key, hashes.SHA256())
