"""Keys and their numbers."""

from random import Random

from claimwright.batch.index import Index


def test_it_numbers_keys_as_a_dict_would_also_where_they_collide() -> None:
    chance, index, known = Random(1), Index(), dict[int, int]()
    for _ in range(30_000):
        key = chance.choice((chance.getrandbits(64), chance.randrange(60) << 40, chance.randrange(9_000)))
        assert index.find(key) == known.get(key, -1)
        assert index.add(key) == known.setdefault(key, len(known))
    assert len(index) == len(known)
    assert all(index.find(key) == number for key, number in known.items())
