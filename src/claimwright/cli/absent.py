"""The proof of a case whose file is not there, told beside a message. Every draft loads this, so it loads little."""

from pathlib import Path, PureWindowsPath

from claimwright.case.casefile import Case


def absent(case: Case, path: str) -> tuple[str, ...]:
    """A line for each item of proof whose file is not there; no link is followed out of the folder of the case."""
    if path == "-":
        return ()
    folder, lines = Path(path).parent, []
    for number, one in enumerate(case.evidence, start=1):
        if one.file is not None and not _plainly(one.file, folder) and not _there(one.file, folder):
            beside = "" if outside(one.file) else " beside the case file"
            lines.append(f"E{number}: there is no file {one.file}{beside}.")
    return tuple(lines)


def _plainly(file: str, folder: Path) -> bool:
    """Whether it lies there without any link; most do, and then no more has to be loaded."""
    try:
        path = (folder / file).resolve()
        return path == folder.resolve() / file and path.is_file()
    except (OSError, RuntimeError, ValueError):
        return False


def _there(file: str, folder: Path) -> bool:
    from claimwright.exhibits.place import Places
    from claimwright.exhibits.remark import Unfit

    try:
        if outside(file):
            return (folder / file).is_file()
        with Places(folder).opened(file):
            return True
    except Unfit as why:
        return why.id not in {"missing", "backslash", "no_file"}
    except (OSError, ValueError):
        return False


def outside(file: str) -> bool:
    """Whether a name leads out of the folder that it stands in."""
    windows = PureWindowsPath(file)
    return bool(windows.drive or windows.root) or ".." in windows.parts
