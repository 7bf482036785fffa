"""What the doctor finds of the model: the key, whether its endpoint is there, and, if asked, whether it answers.

Decided here: the list of models is fetched without asking, for that sends the key where it is set to be sent and
nothing else; a model is asked only with --ask, and then a sentence that has nothing of any case.
"""

from collections.abc import Iterator

from claimwright.cli.doctor.finding import Finding
from claimwright.cli.settings import Settings
from claimwright.cli.writing import SECONDS, Writer, writer_of
from claimwright.errors import ClaimwrightError, ModelUnavailable
from claimwright.llm.endpoint import KEY_VARIABLE, OPENAI, Endpoint

QUESTION = "Answer with this one word: yes"
_SECONDS = 10.0
_NEITHER = {"model": None, "base_url": None, "no_mask": False, "show_sent": False}


def of_model(settings: Settings, *, offline: bool, ask: bool) -> Iterator[Finding]:
    """The key and the model. The settings are to be without fault."""
    preferred = settings.preferences()
    name = preferred.text("writer") or "auto"
    seconds = float(preferred.values.get("timeout", SECONDS))
    try:
        writer = writer_of({**_NEITHER, "writer": "model" if name == "auto" else name, "timeout": seconds})
    except ModelUnavailable as error:
        yield Finding("key", str(error), f"Unlock it, or set {KEY_VARIABLE}.", 6 if name == "model" else 0)
        return
    yield _key(writer, kept=bool(preferred.text("key")))
    if name == "template":
        yield Finding("model", "none is asked: the setting writer is template")
    elif name == "auto" and not (writer.key or writer.base_url or writer.foreign):
        yield Finding("model", "none is set up: the template writes, and nothing is sent")
    elif offline:
        yield Finding("model", f"{writer.model} at {_where(writer)}, not asked (--offline)")
    else:
        yield from _reached(writer, ask=ask)


def _key(writer: Writer, *, kept: bool) -> Finding:
    import os

    if os.environ.get(KEY_VARIABLE, "").strip():
        return Finding("key", f"from {KEY_VARIABLE}")
    if writer.key:
        return Finding("key", "from the keyring")
    if kept and writer.name != "template":
        said = f"none in the keyring for {_where(writer)}"
        return Finding("key", said, "Keep one with `claimwright config key`, if it takes one.")
    return Finding("key", "none (the template needs none)")


def _reached(writer: Writer, *, ask: bool) -> Iterator[Finding]:
    from claimwright.llm.deadline import Deadline
    from claimwright.llm.reach import models_of

    if not writer.foreign:
        try:
            endpoint = Endpoint(writer.base_url or OPENAI, writer.model, writer.key)
            known = models_of(endpoint, Deadline.after(_SECONDS))
        except ModelUnavailable as error:
            yield _fault("endpoint", error)
            return
        sent = "it was sent the key and nothing else" if writer.key else "it was sent nothing"
        yield Finding("endpoint", f"{_where(writer)} is there; {sent}")
        if known is not None and writer.model not in known and not ask:
            yield Finding(
                "model",
                f"{writer.model} is not in the list",
                "Try it with --ask, or choose another: claimwright config set model NAME",
            )
            return
    if ask:
        yield _answered(writer)
    else:
        yield Finding("model", f"{writer.model}, not asked (--ask sends it one sentence)")


def _answered(writer: Writer) -> Finding:
    from claimwright.llm.deadline import Deadline
    from claimwright.llm.model import Turn
    from claimwright.llm.opening import open_model

    deadline = Deadline.after(writer.seconds)
    try:
        endpoint = None if writer.foreign else Endpoint(writer.base_url or OPENAI, writer.model, writer.key)
        reply = open_model(writer.model, endpoint, lambda body: None).complete([Turn("user", QUESTION)], deadline)
    except ModelUnavailable as error:
        return _fault("model", error)
    took = writer.seconds - deadline.left()
    return Finding("model", f"{reply.model} answers, in {took:.1f} s; it was sent: {QUESTION}")


def _fault(name: str, error: ClaimwrightError) -> Finding:
    """The error, its advice as the fix."""
    detail = getattr(error, "detail", "")
    said, _, fix = str(error).removesuffix(f" ({detail})").partition(": ")
    fix = fix[:1].upper() + fix[1:] if fix else "Mend it: `claimwright config` shows what is set."
    return Finding(name, f"{said.rstrip('.')}" + (f" ({detail})" if detail else ""), fix, error.exit_code)


def _where(writer: Writer) -> str:
    from claimwright.cli.keys import host_of

    return writer.model if writer.foreign else host_of(writer.base_url or OPENAI)
