"""Whether the system lets programs use its camera or microphone at all."""

from __future__ import annotations

import sys


def refused_by_windows(capability: str) -> bool:
    """Whether Windows' privacy settings deny programs this `capability` ("webcam", "microphone")."""
    if sys.platform != "win32":
        return False
    import winreg

    consent = rf"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\{capability}"
    for place in (consent, consent + r"\NonPackaged"):
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
                if winreg.QueryValueEx(key, "Value")[0] == "Deny":
                    return True
        except OSError:
            continue
    return False
