"""A sample of the attack texts at the command line, with a model on loopback that obeys: stdout gets the template's."""

import json
from pathlib import Path

import pytest
from tests.cli.endpoint import endpoint
from tests.cli.running import run

from .scripted import MODELS, honest
from .texts import Attack, attacks

SAMPLE = [one for one in attacks() if one.place == "seller" and one.number == 1][::3]
EVERY = ("obeys", "blends", "refuses", "never stops")
TRIED = [
    pytest.param(
        attack,
        model,
        id=f"{attack.id}-{model}",
        marks=[] if attack is SAMPLE[0] or model == EVERY[place % len(EVERY)] else pytest.mark.slow,
    )
    for place, attack in enumerate(SAMPLE)
    for model in EVERY
]
"""The first text with every model and every other with one of them; all with all in a slow run."""


@pytest.mark.parametrize(("attack", "model"), TRIED)
def test_stdout_gets_the_message_that_no_model_worded(attack: Attack, model: str, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**attack.planted(), "evidence": []}), encoding="utf-8")
    unworded = run("draft", str(path), "--writer", "template").out
    reply = MODELS[model](attack, lambda text: f"{text.rstrip('.')} [F9].")
    with endpoint(reply) as there:
        found = run("draft", str(path), OPENAI_BASE_URL=there.url, XDG_STATE_HOME=str(tmp_path))
        must = run("draft", str(path), "--writer", "model", OPENAI_BASE_URL=there.url, XDG_STATE_HOME=str(tmp_path))
    assert unworded
    assert (found.code, found.out) == (0, unworded)
    assert (must.code, must.out) == (5, "")
    assert len(there.bodies) >= 2
    assert all(attack.text not in body.decode() for body in there.bodies)
    assert "Written from the template" in " ".join(found.err.split())


def test_an_honest_model_is_heard_there(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(SAMPLE[0].planted()), encoding="utf-8")
    (tmp_path / "pictures").symlink_to(Path("examples/pictures").resolve())
    with endpoint(honest(SAMPLE[0].case)) as there:
        found = run("draft", str(path), OPENAI_BASE_URL=there.url, XDG_STATE_HOME=str(tmp_path))
    assert found.code == 0
    assert "bright green (E1, E2)" in found.out
