"""The files of a case in a folder: what somebody has edited there is never lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimwright.batch.folder import Folder

OURS = "I ordered a navy hoodie."
NEWER = "I ordered a navy hoodie, size M."
MINE = "Dear seller, my hoodie is green."


def line(message: str | None, markdown: str | None = None) -> bytes:
    fields: dict[str, Any] = {"format": 1, "id": "a", "message": message, "markdown": markdown, "run": {}}
    return json.dumps(fields).encode() + b"\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder in which one case has its message."""
    found = Folder(tmp_path / "out", ".txt")
    found.put("a", line(OURS), OURS)
    return found


def texts(folder: Folder) -> dict[str, str]:
    return {one.name: one.read_text() for one in sorted(folder.path.iterdir()) if one.suffix != ".json"}


@pytest.mark.parametrize(
    ("edit", "message", "left"),
    [
        pytest.param(None, NEWER, {"a.txt": f"{NEWER}\n"}, id="what nobody edited is replaced"),
        pytest.param(MINE, NEWER, {"a.txt": f"{NEWER}\n", "a.edited.txt": MINE}, id="what somebody edited is kept"),
        pytest.param("", NEWER, {"a.txt": f"{NEWER}\n", "a.edited.txt": ""}, id="also what somebody emptied"),
        pytest.param(OURS, NEWER, {"a.txt": f"{NEWER}\n", "a.edited.txt": OURS}, id="also without its last line end"),
        pytest.param(f"{NEWER}\n", NEWER, {"a.txt": f"{NEWER}\n"}, id="what is the new message already is no edit"),
        pytest.param(MINE, None, {"a.edited.txt": MINE}, id="kept too if no message is called for any more"),
        pytest.param(None, None, {}, id="without an edit nothing stays then"),
    ],
)
def test_a_message_makes_room_for_a_new_one(
    edit: str | None, message: str | None, left: dict[str, str], folder: Folder
) -> None:
    if edit is not None:
        (folder.path / "a.txt").write_text(edit)
    folder.put("a", line(message), message)
    assert texts(folder) == left
    assert [one.name for one in folder.edited] == [name for name in left if "edited" in name]


def test_every_edit_has_a_name_of_its_own(folder: Folder) -> None:
    for number in (1, 2, 3):
        (folder.path / "a.txt").write_text(f"{MINE} {number}")
        folder.put("a", line(OURS), OURS)
    assert texts(folder) == {
        "a.txt": f"{OURS}\n",
        **{f"a.edited{end}.txt": f"{MINE} {n}" for n, end in ((1, ""), (2, "-2"), (3, "-3"))},
    }


def test_a_case_whose_name_is_that_of_an_edit_loses_nothing(folder: Folder) -> None:
    folder.put("a.edited", line(OURS), OURS)
    (folder.path / "a.txt").write_text(MINE)
    folder.put("a", line(NEWER), NEWER)
    assert texts(folder) == {"a.txt": f"{NEWER}\n", "a.edited.txt": f"{OURS}\n", "a.edited-2.txt": MINE}


@pytest.mark.parametrize(
    ("edit", "left"),
    [
        pytest.param(None, {"a.md": "**new**\n"}, id="ours goes"),
        pytest.param(MINE, {"a.md": "**new**\n", "a.edited.txt": MINE}, id="an edited one is kept"),
    ],
)
def test_a_message_in_another_form_makes_room_too(edit: str | None, left: dict[str, str], folder: Folder) -> None:
    if edit is not None:
        (folder.path / "a.txt").write_text(edit)
    Folder(folder.path, ".md").put("a", line("new", "**new**"), "**new**")
    assert texts(folder) == left


def test_a_file_in_the_other_form_that_we_never_wrote_is_left_alone(folder: Folder) -> None:
    (folder.path / "a.md").write_text("a note of mine")
    folder.put("a", line(NEWER), NEWER)
    assert texts(folder) == {"a.md": "a note of mine", "a.txt": f"{NEWER}\n"}


def test_markdown_that_somebody_edited_is_kept(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "out", ".md")
    folder.put("a", line("ours", "**ours**"), "**ours**")
    folder.put("a", line("newer", "**newer**"), "**newer**")
    assert texts(folder) == {"a.md": "**newer**\n"}
    (folder.path / "a.md").write_text(MINE)
    folder.put("a", line("ours", "**ours**"), "**ours**")
    assert texts(folder) == {"a.md": "**ours**\n", "a.edited.md": MINE}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(MINE, {"a.txt": MINE}, id="an edit stays"),
        pytest.param(OURS[:9], {"a.txt": OURS[:9]}, id="an edit that shortens it stays"),
        pytest.param("", {"a.txt": f"{OURS}\n"}, id="an empty file is one that was cut off"),
        pytest.param("\0\0\0", {"a.txt": f"{OURS}\n"}, id="so is one of zeros"),
        pytest.param(None, {"a.txt": f"{OURS}\n"}, id="one that is gone comes back"),
    ],
)
@pytest.mark.parametrize("result", [pytest.param(True, id="with its result"), pytest.param(False, id="without it")])
def test_after_a_run_that_was_cut_off_the_files_of_an_unchanged_case_are_mended(
    text: str | None, left: dict[str, str], result: bool, folder: Folder
) -> None:
    if text is None:
        (folder.path / "a.txt").unlink()
    else:
        (folder.path / "a.txt").write_text(text)
    if not result:
        (folder.path / "a.json").unlink()
    folder.mend("a", line(OURS))
    assert texts(folder) == left
    assert (folder.path / "a.json").is_file()
    assert folder.edited == []


def test_after_a_run_that_was_cut_off_before_the_files_an_edit_is_kept(folder: Folder) -> None:
    """The ledger has the newer result, the folder the earlier one."""
    (folder.path / "a.txt").write_text(MINE)
    folder.mend("a", line(NEWER))
    assert texts(folder) == {"a.txt": f"{NEWER}\n", "a.edited.txt": MINE}


def test_what_stands_in_the_place_of_a_message_and_cannot_be_read_is_moved_and_not_written_over(folder: Folder) -> None:
    (folder.path / "a.txt").unlink()
    (folder.path / "a.txt").mkdir()
    folder.mend("a", line(OURS))
    assert (folder.path / "a.txt").is_dir()
    folder.put("a", line(NEWER), NEWER)
    assert (folder.path / "a.edited.txt").is_dir()
    assert (folder.path / "a.txt").read_text() == f"{NEWER}\n"


def test_a_message_longer_than_a_page_that_ends_with_a_page_was_cut_off(tmp_path: Path) -> None:
    folder, long = Folder(tmp_path / "out", ".txt"), "x" * 9000
    folder.put("a", line(long), long)
    (folder.path / "a.txt").write_text(long[:4096])
    folder.mend("a", line(long))
    assert texts(folder) == {"a.txt": f"{long}\n"}
