"""The behaviours of the fault server, each with what it must come to: `ok`, or the code of the error."""

import gzip
import json
import time
from email.utils import formatdate

from .fault_server import (
    Act,
    Exchange,
    always,
    chunked,
    completion,
    endless,
    failure,
    http,
    once,
)

GOOD = http(completion())
BODY = json.dumps(completion()).encode()
BOMB = gzip.compress(b" " * 20_000_000)


def _status(status: str, text: str = "no", headers: dict[str, str] | None = None, **fields: object) -> bytes:
    return http(failure(text, **fields), status, headers)


def _unless(parameter: str, instead: bytes, then: Act | None = None) -> Act:
    """Refuses every request with this parameter."""

    def act(exchange: Exchange) -> None:
        if parameter in exchange.request.json():
            exchange.send(instead)
        else:
            (then or always(GOOD))(exchange)

    return act


def _refused(parameter: str) -> bytes:
    text = f"Unsupported parameter: '{parameter}' is not supported with this model."
    return _status("400 Bad Request", text, param=parameter, code="unsupported_parameter")


def _then(data: bytes, act: Act) -> Act:
    def both(exchange: Exchange) -> None:
        exchange.send(data)
        act(exchange)

    return both


def _drip(data: bytes) -> Act:
    return lambda exchange: exchange.drip(data)


def _parts(*pieces: bytes, pause: float) -> Act:
    def act(exchange: Exchange) -> None:
        for piece in pieces:
            exchange.send(piece)
            exchange.over.wait(pause)

    return act


def _reset_after(data: bytes) -> Act:
    def act(exchange: Exchange) -> None:
        exchange.send(data)
        time.sleep(0.05)
        exchange.reset()

    return act


def _in_an_hour() -> dict[str, str]:
    return {"retry-after": formatdate(time.time() + 3600, usegmt=True)}


HEAD = GOOD[: GOOD.index(b"\r\n\r\n") + 4]
MANY = "429 Too Many Requests"
ACTS: dict[str, tuple[str, Act]] = {
    "good": ("ok", always(GOOD)),
    # What may be tried again.
    "429-then-good": ("ok", once(always(_status(MANY)))),
    "429-short-wait": ("ok", once(always(_status(MANY, headers={"retry-after": "0.1"})))),
    "429-wait-in-ms": ("ok", once(always(_status(MANY, headers={"retry-after-ms": "100"})))),
    "429-date-past": ("ok", once(always(_status(MANY, headers={"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"})))),
    "429-wait-negative": ("ok", once(always(_status(MANY, headers={"retry-after": "-5"})))),
    "429-wait-nan": ("ok", once(always(_status(MANY, headers={"retry-after": "nan"})))),
    "429-wait-words": ("ok", once(always(_status(MANY, headers={"retry-after": "in a while"})))),
    "429-for-ever": ("rate_limit", always(_status(MANY))),
    "429-wait-a-year": ("rate_limit", always(_status(MANY, headers={"retry-after": "31536000"}))),
    "429-wait-infinite": ("rate_limit", always(_status(MANY, headers={"retry-after": "inf"}))),
    "429-wait-1e999": ("rate_limit", always(_status(MANY, headers={"retry-after": "1e999"}))),
    "429-date-in-an-hour": ("rate_limit", lambda exchange: exchange.send(_status(MANY, headers=_in_an_hour()))),
    "429-do-not-retry": ("rate_limit", always(_status(MANY, headers={"x-should-retry": "false"}))),
    "500-then-good": ("ok", once(always(_status("500 Internal Server Error")))),
    "500-html": ("server", always(http("<html>oops</html>", "500 Oops", {"content-type": "text/html"}))),
    "500-deep": ("server", always(http(b'{"error":' * 50_000, "500 Oops"))),
    "502": ("server", always(http("<html>bad gateway</html>", "502 Bad Gateway"))),
    "503-then-good": ("ok", once(always(http("", "503 Service Unavailable", {"retry-after": "0"})))),
    "504": ("timeout", always(http("", "504 Gateway Timeout"))),
    "529": ("server", always(_status("529 Overloaded", type="overloaded_error"))),
    "408-then-good": ("ok", once(always(_status("408 Request Timeout")))),
    "409": ("server", always(_status("409 Conflict"))),
    "truncated-then-good": ("ok", once(always(http(BODY[:80])))),
    "reset-then-good": ("ok", once(Exchange.reset)),
    # What may not.
    "400": ("bad_request", always(_status("400 Bad Request", "messages: must alternate"))),
    "400-text": ("bad_request", always(http("nope", "400 Bad Request"))),
    "400-list": ("bad_request", always(http(["nope"], "400 Bad Request"))),
    "400-error-number": ("bad_request", always(http({"error": 7}, "400 Bad Request"))),
    "400-context": ("context", always(_status("400 Bad Request", code="context_length_exceeded"))),
    "400-context-words": (
        "context",
        always(
            _status("400 Bad Request", "max_tokens is too large: this model's maximum context length is 512 tokens")
        ),
    ),
    "400-filter": ("filtered", always(_status("400 Bad Request", code="content_filter"))),
    "400-key": ("auth", always(_status("400 Bad Request", "API key not valid. Please pass a valid API key."))),
    "400-max-tokens": ("ok", _unless("max_tokens", _refused("max_tokens"))),
    "400-temperature": ("ok", _unless("temperature", _refused("temperature"))),
    "400-both": (
        "ok",
        _unless("max_tokens", _refused("max_tokens"), _unless("temperature", _refused("temperature"))),
    ),
    "400-max-tokens-always": ("bad_request", always(_refused("max_tokens"))),
    "422-temperature": ("ok", _unless("temperature", http({"detail": "temperature: extra"}, "422 Unprocessable"))),
    "401": ("auth", always(_status("401 Unauthorized", "Incorrect API key provided: sk-secret-0123456789"))),
    "402": ("quota", always(_status("402 Payment Required"))),
    "429-quota": ("quota", always(_status(MANY, code="insufficient_quota"))),
    "403": ("forbidden", always(_status("403 Forbidden"))),
    "404": ("not_found", always(_status("404 Not Found", code="model_not_found"))),
    "405": ("not_found", always(http("", "405 Method Not Allowed"))),
    "413": ("context", always(http("", "413 Content Too Large"))),
    "418": ("bad_request", always(http("short and stout", "418 I'm a teapot"))),
    "301-elsewhere": ("config", always(http("", "301 Moved", {"location": "http://192.0.2.1/v1/"}))),
    "307-to-good": ("config", always(http("", "307 Temporary Redirect", {"location": "/good/v1/chat/completions"}))),
    "308-loop": ("config", always(http("", "308 Permanent Redirect", {"location": "chat/completions"}))),
    "302-nowhere": ("config", always(http("", "302 Found"))),
    "302-bad-location": ("config", always(http("", "302 Found", {"location": "http://[::bad"}))),
    "304": ("config", always(http("", "304 Not Modified"))),
    # The connection.
    "closed-at-once": ("network", lambda exchange: None),
    "reset-at-once": ("network", Exchange.reset),
    "reset-in-head": ("network", _reset_after(b"HTTP/1.1 200 OK\r\nconte")),
    "reset-in-body": ("network", _reset_after(HEAD + BODY[:50])),
    "reset-in-error": ("server", _reset_after(http(failure("x" * 90), "500 Oops")[:200])),
    "closed-in-body": ("network", always(HEAD + BODY[:50])),
    "silence": ("deadline", Exchange.silence),
    "silence-after-head": ("deadline", _then(HEAD, Exchange.silence)),
    "silence-after-half": ("deadline", _then(HEAD + BODY[:50], Exchange.silence)),
    "silence-after-error": (
        "deadline",
        _then(http("{", "500 Oops", length=999), Exchange.silence),
    ),
    "drip-head": ("deadline", _drip(GOOD)),
    "drip-body": ("deadline", _then(HEAD, _drip(BODY))),
    "drip-error": ("deadline", _drip(_status("500 Oops"))),
    "drip-blanks": ("deadline", _then(http(length=9999), _drip(b" " * 9999))),
    "slow-but-in-time": ("ok", _parts(HEAD, BODY[:50], BODY[50:100], BODY[100:], pause=0.1)),
    "endless": ("too_big", lambda exchange: endless(exchange, chunked(end=b""), b"3e8\r\n" + b" " * 1000 + b"\r\n")),
    "endless-error": (
        "server",
        lambda exchange: endless(exchange, b"HTTP/1.1 500 Oops\r\n\r\n", b"<p>" * 1000),
    ),
    "endless-head": ("network", lambda exchange: endless(exchange, b"HTTP/1.1 200 OK\r\n", b"x-more: more\r\n" * 100)),
    "20-megabytes": ("too_big", always(http(completion("green " * 3_400_000)))),
    "no-length": ("ok", always(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n" + BODY)),
    "length-too-short": ("bad_body", always(http(BODY, length=40))),
    "length-too-long": ("network", always(http(BODY, length=len(BODY) + 9))),
    "length-words": ("network", always(http(BODY, headers={"content-length": "many"}))),
    "chunked": ("ok", always(chunked(BODY[:60], BODY[60:]))),
    "chunked-broken": ("network", always(chunked(BODY[:60], end=b"zz\r\n" + BODY[60:]))),
    "chunked-cut": ("network", always(chunked(BODY[:60], end=b"ff\r\nabc"))),
    "http-1.0": ("ok", always(b"HTTP/1.0 200 OK\r\n\r\n" + BODY)),
    "http-0.9": ("network", always(BODY)),
    "not-http": ("network", always(b"SSH-2.0-OpenSSH_9.6\r\n")),
    "null-in-head": ("network", always(b"HTTP/1.1 200 OK\r\nx: \0\r\n\r\n" + BODY)),
    "100-continue": ("ok", always(b"HTTP/1.1 100 Continue\r\n\r\n" + GOOD)),
    "103-hints": ("ok", always(b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" + GOOD)),
    "101-upgrade": ("bad_body network", always(b"HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\n\r\n")),
    "204": ("empty", always(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n")),
    "201": ("ok", always(http(completion(), "201 Created"))),
    # How the body is written.
    "gzip": ("ok", always(http(gzip.compress(BODY), headers={"content-encoding": "gzip"}))),
    "gzip-bad": ("bad_body", always(http(BODY, headers={"content-encoding": "gzip"}))),
    "gzip-cut": ("bad_body empty", always(http(gzip.compress(BODY)[:40], headers={"content-encoding": "gzip"}))),
    "gzip-bomb": ("too_big", always(http(BOMB, headers={"content-encoding": "gzip"}))),
    "gzip-bomb-error": ("server", always(http(BOMB, "500 Oops", {"content-encoding": "gzip"}))),
    "encoding-unknown": ("ok", always(http(completion(), headers={"content-encoding": "morse"}))),
    "bom": ("ok", always(http(b"\xef\xbb\xbf" + BODY))),
    "utf-16": ("ok", always(http(BODY.decode().encode("utf-16")))),
    "bad-utf-8": ("bad_body", always(http(BODY.replace(b"bright", b"bri\xff\xfet")))),
    "latin-1": ("bad_body", always(http(BODY.replace(b"green", b"gr\xfcn")))),
    "type-text": ("ok", always(http(completion(), headers={"content-type": "text/plain"}))),
    "type-none": ("ok", always(http(completion(), headers={"content-type": ""}))),
    "type-charset-unknown": ("ok", always(http(completion(), headers={"content-type": "application/json; charset=x"}))),
    "head-latin-1": ("ok", always(http(completion(), headers={"x-where": "Malmö"}))),
    "cookie-bad": ("ok", always(http(completion(), headers={"set-cookie": "=;;; Domain=\\; Expires=never"}))),
}
