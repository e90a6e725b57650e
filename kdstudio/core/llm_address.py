"""Where a teacher LLM’s endpoint is: one spelling for each address, and whether its key may travel there."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from kdstudio.core.errors import Code, KDError

_PASTED = "/chat/completions"
_HINT = "A base URL looks like https://api.example.com/v1."


def clean(address: str) -> str:
    """The base URL in the spelling under which its key is kept.

    Raises:
        KDError: ``LLM_ADDRESS`` where it is no base URL, or holds a password, which would be saved with the task.
    """
    text = address.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError:  # UnicodeError is one
        raise KDError(Code.LLM_ADDRESS, f"“{text}” is not an address.", _HINT) from None
    if parts.scheme not in ("http", "https") or not host or any(sign.isspace() for sign in text):
        raise KDError(
            Code.LLM_ADDRESS,
            f"“{text}” is not the base URL of an endpoint." if text else "The teacher has no base URL.",
            _HINT,
        )
    if parts.username is not None or parts.query or parts.fragment:
        raise KDError(
            Code.LLM_ADDRESS,
            f"The base URL of {host} holds more than a host and a path.",
            "Leave out names, passwords and what follows “?” or “#”; a key is entered in its own field.",
        )
    where = f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/").removesuffix(_PASTED)
    return f"{parts.scheme}://{where}{f':{port}' if port else ''}{path}"


def is_local(address: str) -> bool:
    """Whether an address never leaves this machine."""
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def require_encryption(address: str, *, plain_http: bool) -> None:
    """Raise ``LLM_PLAIN_HTTP`` where a key would travel readably and nobody has allowed it."""
    if urlsplit(address).scheme == "http" and not is_local(address) and not plain_http:
        raise KDError(
            Code.LLM_PLAIN_HTTP,
            f"{urlsplit(address).hostname} would be asked without encryption: key and texts could be read on the way.",
            "Use https://, or allow it where you trust the network.",
        )
