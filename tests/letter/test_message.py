"""The forms of a checked message."""

import json

from claimwright.letter.message import explain, render

from .drafting import composed, example

CHECKED = composed(example("wrong-colour")).checked


def test_text_is_ready_to_paste() -> None:
    message = render(CHECKED, "text")
    assert message == message.strip()
    assert message.count("\n\n") == 5


def test_markdown_lists_the_proof() -> None:
    message = render(CHECKED, "markdown")
    assert "Attached:\n\n- E1: photo of the green hoodie" in message
    assert message.endswith("Kind regards,  \nAna Ruiz")


def test_markdown_shows_the_signs_of_a_name_as_they_are() -> None:
    assert "Mug \\[2-pack\\] 350 ml" in render(composed(example("cracked-mug")).checked, "markdown")


def test_json_holds_the_message_and_the_ledger() -> None:
    found = json.loads(render(CHECKED, "json"))
    assert found["message"] == render(CHECKED)
    assert found["sentences"][1]["rests_on"]
    assert {one["part"] for one in found["sentences"]} >= {"opening", "body", "contact", "request", "closing"}


def test_explain_gives_each_sentence_with_the_statements_it_rests_on() -> None:
    for sentence, grounds in explain(CHECKED):
        assert len(grounds) == len(sentence.rests_on)
        assert all(text for _, text in grounds)
