"""Names that every system and form takes, from whatever the buyer wrote."""

import re

import pytest

from claimwright.exhibits.name import LONGEST, copy_name


@pytest.mark.parametrize(
    ("kind", "shows", "name"),
    [
        ("photo", "the green hoodie", "E1-photo-green-hoodie.jpg"),
        ("photo", "Photo of the hoodie", "E1-photo-hoodie.jpg"),
        ("official document", "the letter of 3 May", "E1-official-document-letter-3-may.jpg"),
        ("photo", "la étiqueta del Niño, Größe Łódź, cœur", "E1-photo-la-etiqueta-del-nino-grosse.jpg"),
        ("photo", "the seller's chart", "E1-photo-sellers-chart.jpg"),
        ("photo", "зелёная толстовка", "E1-photo.jpg"),
        ("photo", "😀 hoodie 😀", "E1-photo-hoodie.jpg"),
        ("photo", "../../etc/passwd", "E1-photo-etc-passwd.jpg"),
        ("photo", "a\nb\tc/d\\e:f*g?", "E1-photo-b-c-d-e-f-g.jpg"),
        ("other", "con nul com1", "E1-other-con-nul-com1.jpg"),
        ("photo", "-rf .hidden", "E1-photo-rf-hidden.jpg"),
        ("photo", "x" * 2000, "E1-photo.jpg"),
        ("photo", "word " * 400, "E1-photo-word.jpg"),
        ("photo", "the of a", "E1-photo.jpg"),
        ("photo", "ﬁne ①②", "E1-photo-fine-12.jpg"),
    ],
)
def test_the_name_of_a_copy(kind: str, shows: str, name: str) -> None:
    assert copy_name(1, 9, kind, shows, ".jpg") == name
    assert re.fullmatch(r"E1[a-z0-9-]*\.jpg", name)
    assert len(name) <= LONGEST + len(".jpg")


@pytest.mark.parametrize(
    ("number", "of", "start"), [(3, 9, "E3-"), (3, 10, "E03-"), (10, 10, "E10-"), (7, 100, "E007-")]
)
def test_ten_copies_or_more_stand_in_order_in_a_folder(number: int, of: int, start: str) -> None:
    assert copy_name(number, of, "photo", "a hoodie", ".jpg").startswith(start)
