"""Text in small letters without accents."""

from claimwright.reading.accents import folded


def test_folding_keeps_each_letter_at_its_place() -> None:
    text = "Größe, ÉTÉ, пришёл, İstanbul, don’t"
    assert folded(text) == "große, ete, пришел, istanbul, don't"
    assert len(folded(text)) == len(text)
