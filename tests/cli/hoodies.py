"""Files of cases for a batch, most of them of one hoodie again and again, and the results that it wrote."""

import json
from pathlib import Path
from typing import Any

from .running import case


def lines(path: Path, *given: Any) -> str:
    path.write_text("".join(one if isinstance(one, str) else json.dumps(one) + "\n" for one in given), encoding="utf-8")
    return str(path)


def hoodies(path: Path, count: int) -> str:
    return lines(path, *(case("wrong-colour", id=f"hoodie-{number}") for number in range(count)))


def results(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
