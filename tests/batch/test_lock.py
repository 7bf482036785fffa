"""One run at a time, and none that blocks the next one after its death."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimwright.batch.lock import held
from claimwright.errors import CannotReadWrite, UsageError

HOLD = "import sys, time\nfrom pathlib import Path\nfrom claimwright.batch.lock import held\n"
HOLD += "with held(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(30)\n"


def test_another_process_is_told_who_has_it_and_a_dead_one_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(UsageError, match=rf"process {process.pid}\) writes there already"), held(path):
            pass
        process.kill()
        process.wait()
    with held(path) as cut_off:
        assert cut_off
    assert not path.exists()
    with held(path) as cut_off:
        assert not cut_off


def test_the_same_process_has_it_once(tmp_path: Path) -> None:
    with held(tmp_path / ".lock"), pytest.raises(UsageError, match="Another run writes"), held(tmp_path / ".lock"):
        pass
    assert [*tmp_path.iterdir()] == []


def test_it_is_given_back_whatever_happens(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), held(tmp_path / ".lock"):
        raise ZeroDivisionError
    with held(tmp_path / ".lock"):
        pass


def test_a_place_that_cannot_be_written_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(CannotReadWrite, match="cannot be written"), held(tmp_path / "nowhere" / ".lock"):
        pass
