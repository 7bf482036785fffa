"""Every client asks for certificates, and says plainly why it cannot be made."""

import ssl

import pytest

from claimwright.llm.client import client_of, trusted
from claimwright.llm.endpoint import Endpoint
from claimwright.llm.error import ModelError


@pytest.mark.parametrize("url", ["http://localhost:1/v1", "https://localhost:1/v1", "https://llm.test/v1"])
def test_certificates_are_always_asked_for(url: str) -> None:
    found = trusted(Endpoint(url, "model-1"))
    assert found is True or (
        isinstance(found, ssl.SSLContext) and found.check_hostname and found.verify_mode is ssl.CERT_REQUIRED
    )


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("nonsense://x", "nonsense"),
        ("http://[::bad", "port"),
        ("socks5://127.0.0.1:9", "needs a package that is not installed"),
    ],
)
def test_a_client_that_cannot_be_made_is_a_fault_of_the_settings(
    proxy: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy)
    with pytest.raises(ModelError) as caught:
        client_of(Endpoint("https://llm.test/v1", "model-1"))
    assert (caught.value.code, said in str(caught.value)) == ("config", True), str(caught.value)
