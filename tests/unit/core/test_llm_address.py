from __future__ import annotations

import pytest

from kdstudio.core.errors import Code, KDError
from kdstudio.core.llm_address import clean, is_local, require_encryption


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (" https://API.Example.com/v1/ ", "https://api.example.com/v1"),
        ("https://api.example.com/v1/chat/completions", "https://api.example.com/v1"),
        ("http://localhost:1234/v1", "http://localhost:1234/v1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("https://bücher.example/v1", "https://bücher.example/v1"),
    ],
)
def test_one_spelling_for_each_address(given: str, kept: str) -> None:
    assert clean(given) == kept
    assert clean(kept) == kept


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("", "has no base URL"),
        ("api.example.com/v1", "is not the base URL"),
        ("ftp://example.com", "is not the base URL"),
        ("file:///etc/passwd", "is not the base URL"),
        ("https://", "is not the base URL"),
        ("https://a b.example", "is not the base URL"),
        ("https://[::1", "is not an address"),
        ("https://example.com:port", "is not an address"),
        ("https://a..b/v1", "is not an address"),
        (f"https://{'x' * 64}.example/v1", "is not an address"),
        ("https://me:secret@example.com/v1", "holds more than a host and a path"),
        ("https://example.com/v1?key=secret", "holds more than a host and a path"),
    ],
)
def test_what_is_no_base_url_is_said(given: str, says: str) -> None:
    with pytest.raises(KDError, match=says) as caught:
        clean(given)
    assert caught.value.code == Code.LLM_ADDRESS
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/v1", "http://localhost", "http://x.localhost", "http://[::1]/v1"]
)
def test_this_machine_needs_no_encryption(address: str) -> None:
    assert is_local(address)
    require_encryption(address, plain_http=False)


@pytest.mark.parametrize("address", ["http://192.168.0.2/v1", "http://example.com", "http://127.0.0.1.example.com/v1"])
def test_another_machine_is_asked_without_encryption_only_when_allowed(address: str) -> None:
    with pytest.raises(KDError, match="without encryption") as caught:
        require_encryption(address, plain_http=False)
    assert caught.value.code == Code.LLM_PLAIN_HTTP
    require_encryption(address, plain_http=True)
    require_encryption(address.replace("http:", "https:"), plain_http=False)
