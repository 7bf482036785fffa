"""Runs `evidence` for a case with a few items, in the working folder."""

import json
from pathlib import Path

from .running import Ran, run


def item(kind: str, shows: str, file: str | None = None, **more: str) -> dict[str, str]:
    return {"kind": kind, "shows": shows, **({"file": file} if file else {}), **more}


def evidence(*items: dict[str, str], args: tuple[str, ...] = (), **contents: bytes) -> Ran:
    """Runs for a case with these items; `contents` are its files, with `_` for the point in their names."""
    for name, data in contents.items():
        Path(name.replace("_", ".")).write_bytes(data)
    order = {"ordered_on": "2026-10-02", "received_on": "2026-10-28"}
    Path("case.json").write_text(json.dumps({"id": "hoodie", "order": order, "evidence": items}), encoding="utf-8")
    return run("evidence", "case.json", "-o", "out", *args)
