"""Files as git stores them, put beside all the rest of a tree in an index of its own: the learner's is not touched."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dojo.pair.git import Repository


@contextmanager
def own_index(repository: Repository, tree: str | None) -> Iterator[Callable[..., str]]:
    """Give a `Repository.run` with an index in a temporary folder, which holds a tree (None: nothing)."""
    with tempfile.TemporaryDirectory() as folder:
        how = {
            "env": {"GIT_INDEX_FILE": str(Path(folder) / "index")},
            "config": {
                "core.hooksPath": folder,  # what watches the index means the learner's
                "core.splitIndex": "false",  # would write beside the learner's
            },
        }
        repository.run("read-tree", tree or "--empty", **how)
        yield lambda *words: repository.run(*words, **how)


def tree_with(repository: Repository, files: Iterable[Path], tree: str | None) -> str:
    """Store files as they are on the disk now.

    Args:
        repository: the repository.
        files: paths in its working tree; those that are not there leave the tree.
        tree: the tree, or its commit, that all the rest is taken from; None for nothing.

    Returns:
        The name of the new tree.
    """
    with own_index(repository, tree) as run:
        for file in files:
            path = repository.path_of(file)
            if blob := blob_on_disk(repository, file, store=True):
                run("update-index", "--add", "--replace", "--cacheinfo", f"100644,{blob},{path}")
            else:
                run("update-index", "--force-remove", "--", path)
        return run("write-tree").strip()


def blob_on_disk(repository: Repository, file: Path, store: bool = False) -> str | None:
    """Return the name of a file's text as git would store it, None where there is no file."""
    if not file.is_file():
        return None
    how = ("-w",) if store else ()
    # safecrlf would refuse a file for its line ends.
    config = {"core.safecrlf": "false"}
    return repository.run("hash-object", *how, f"--path={repository.path_of(file)}", str(file), config=config).strip()


def blobs_in(repository: Repository, tree: str | None, files: Iterable[Path]) -> dict[Path, str]:
    """Return the names of files' texts in a tree or commit; those that it does not have are left out."""
    by_path = {repository.path_of(file): file for file in files}
    if tree is None or not by_path:
        return {}
    found = {}
    for record in filter(None, repository.run("ls-tree", "-z", "--full-tree", tree, "--", *by_path).split("\0")):
        what, path = record.split("\t", 1)
        _, kind, blob = what.split()
        if kind == "blob" and path in by_path:
            found[by_path[path]] = blob
    return found
