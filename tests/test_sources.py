"""Which files are found, and what is made of their bytes."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from staticrelu import limits
from staticrelu.problem import Problem
from staticrelu.sources import Content, PathError, Source, SourceFile, decode, discover, fetch, read


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*paths: str, text: str = "x = 1\n") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [file.path for file in discover(paths or ["."], exclude).files]


# --- discovery -------------------------------------------------------------------------------------------------------


def test_python_files_are_found_in_the_order_of_their_paths() -> None:
    write("b.py", "a/z.py", "a/c/y.py", "notes.txt", "stub.pyi")
    assert found() == ["a/c/y.py", "a/z.py", "b.py"]


def test_paths_are_relative_to_the_working_directory_even_outside_of_it(tmp_path: Path) -> None:
    write("here/x.py", "there/a.py")
    os.chdir("here")
    assert found(str(tmp_path / "there"), ".") == ["../there/a.py", "x.py"]


@pytest.mark.parametrize(
    "folder",
    [
        ".git",
        ".hg",
        ".venv",
        "venv",
        "node_modules",
        "build",
        "dist",
        "__pycache__",
        ".tox",
        ".nox",
        ".eggs",
        "a.egg-info",
    ],
)
def test_what_is_no_source_of_the_project_is_left_out(folder: str) -> None:
    write("a.py", f"{folder}/b.py", f"src/{folder}/c.py")
    assert found() == ["a.py"]


def test_an_environment_is_known_by_its_marks_and_not_by_its_name() -> None:
    write(
        "env/model.py", "tools/lib/site-packages/torch.py", "tools/pyvenv.cfg", "conda/lib/a.py", "conda/conda-meta/x"
    )
    write("site-packages/mine.py")
    assert found() == ["env/model.py", "site-packages/mine.py"]


def test_a_package_called_build_is_no_build_output() -> None:
    write("pkg/build/__init__.py", "pkg/build/a.py", "build/lib/pkg/__init__.py")
    assert found() == ["pkg/build/__init__.py", "pkg/build/a.py"]


def test_a_folder_that_is_named_is_walked_whatever_it_is_called() -> None:
    write("build/a.py")
    assert found("build") == ["build/a.py"]


def test_the_innermost_gitignore_that_says_anything_decides() -> None:
    write(".gitignore", text="gen_*.py\n/top.py\ncache/\n")
    write("pkg/.gitignore", text="!gen_kept.py\r\n")
    write("gen_a.py", "pkg/gen_a.py", "pkg/gen_kept.py", "top.py", "pkg/top.py", "pkg/cache/a.py")
    assert found() == ["pkg/gen_kept.py", "pkg/top.py"]


def test_gitignore_files_count_up_to_the_root_of_the_repository() -> None:
    write(".gitignore", text="*.py\n")
    write("repo/.git/HEAD", "repo/src/a.py", "repo/src/b.py")
    write("repo/.gitignore", text="b.py\n")
    assert found("repo/src") == ["repo/src/a.py"]


def test_outside_of_a_repository_the_folders_above_say_nothing() -> None:
    write(".gitignore", text="a.py\n")
    write("src/a.py")
    assert found("src") == ["src/a.py"]


def test_an_ignored_folder_that_is_named_is_walked() -> None:
    write(".git/HEAD", "out/a.py")
    write(".gitignore", text="out/\n")
    assert found("out") == ["out/a.py"]
    assert found(".") == []


def test_lines_of_a_gitignore_that_mean_nothing_are_passed_over() -> None:
    write(".gitignore", text="[z-a]\n!\n\\\n[[:alpha:]]\n*a*a*a*a*a*a*\nb.py\n")
    write("aaaaaaaa.py", "b.py")
    assert found() == ["aaaaaaaa.py"]


def test_exclude_has_the_syntax_of_gitignore_relative_to_the_working_directory() -> None:
    write("src/a.py", "src/gen/b.py", "gen/c.py", "tests/d.py", "tests/keep.py")
    assert found("src", "gen", "tests", exclude=("/src/gen", "tests/*", "!tests/keep.py")) == [
        "gen/c.py",
        "src/a.py",
        "tests/keep.py",
    ]


def test_outside_of_the_working_directory_exclude_is_relative_to_the_named_folder() -> None:
    write("here/x.py", "there/gen/a.py", "there/b.py")
    os.chdir("here")
    assert found("../there", exclude=("/gen",)) == ["../there/b.py"]


def test_a_walk_from_above_names_what_is_here_as_it_is_named_here() -> None:
    write("a.py", "here/b.py", "here/in/c.py", "here/in/ner/d.py", "there/e.py", "here/in/ner/x/f.py")
    os.chdir("here/in/ner")
    assert found("../../..") == ["../../../a.py", "../../../there/e.py", "../../b.py", "../c.py", "d.py", "x/f.py"]


def test_a_file_that_is_named_is_always_read() -> None:
    write(".git/HEAD", "venv/a.py", "script", "ignored.py")
    write(".gitignore", text="ignored.py\n")
    assert found("venv/a.py", "script", "ignored.py", exclude=("*",)) == ["ignored.py", "script", "venv/a.py"]


def test_a_file_that_is_reached_twice_is_read_once_under_its_own_name() -> None:
    write("b.py")
    Path("a.py").symlink_to("b.py")
    assert found(".", "a.py", "./b.py") == ["b.py"]


def test_links_that_lead_in_circles_are_survived() -> None:
    write("a.py", "sub/b.py")
    Path("sub/up").symlink_to("..")
    Path("self.py").symlink_to("self.py")
    discovery = discover(["."])
    assert [file.path for file in discovery.files] == ["a.py", "self.py", "sub/b.py"]
    assert isinstance(read(discovery.files[1]), Problem)


@pytest.mark.parametrize("path", ["missing.py", "", "a.py/b.py", "circle.py", "nul\0"])
def test_a_path_that_does_not_exist_is_wrong_usage(path: str) -> None:
    write("a.py")
    Path("circle.py").symlink_to("circle.py")
    with pytest.raises(PathError):
        discover([path])


@pytest.mark.parametrize("pattern", ["!", "[z-a]", "*a*a*a*a*a*"])
def test_a_malformed_exclude_is_wrong_usage(pattern: str) -> None:
    with pytest.raises(PathError, match="--exclude"):
        discover(["."], [pattern])


def test_a_folder_that_cannot_be_listed_is_a_problem_and_the_rest_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.py", "closed/b.py")
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    discovery = discover(["."])
    assert [file.path for file in discovery.files] == ["a.py"]
    assert [(p.path, p.kind) for p in discovery.problems] == [("closed", "unreadable")]


def test_a_name_that_is_no_unicode_is_reported_as_unicode() -> None:
    Path(os.fsdecode(b"caf\xe9.py")).write_text("x = 1\n")
    (file,) = discover(["."]).files
    assert file.path == "caf\\xe9.py"
    assert read(file) == Source("caf\\xe9.py", "x = 1\n")


# --- reading ---------------------------------------------------------------------------------------------------------


def text_of(data: bytes) -> str:
    source = decode(Content("a.py", data))
    assert isinstance(source, Source), source
    return source.text


def problem_of(data: bytes) -> tuple[str, int, int]:
    problem = decode(Content("a.py", data))
    assert isinstance(problem, Problem), problem
    return problem.kind, problem.line, problem.column


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é = 1".encode(), "é = 1"),
        (b"\xef\xbb\xbfx = 1", "x = 1"),
        (b"# coding: latin-1\n# \xe9", "# coding: latin-1\n# é"),
        (b"#!/usr/bin/python\n# -*- coding: koi8-r -*-\n# \xd6", "#!/usr/bin/python\n# -*- coding: koi8-r -*-\n# ж"),
        (b"# one\r# vim: set fileencoding=latin-1 :\r# \xe9", "# one\r# vim: set fileencoding=latin-1 :\r# é"),
        (b"a\r\nb\rc\n\x0cd\x1c", "a\r\nb\rc\n\x0cd\x1c"),
        (b"x = 1\n\n# coding: nonsense\n", "x = 1\n\n# coding: nonsense\n"),
    ],
)
def test_bytes_become_text_as_pep_263_says_and_line_ends_are_kept(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"# coding: klingon\n", 1, 1),
        (b"\n# coding: klingon\n", 2, 1),
        (b"# coding: rot13\n", 1, 1),
        (b"# coding: undefined\n", 1, 1),
        (b"# coding: unicode_escape\n'\\ud800'", 1, 1),
        (b"\xef\xbb\xbf# coding: latin-1\n", 1, 1),
        (b"x = 1\r\n\xc3\xa9 = '\xe9'\n", 2, 6),
        (b"# coding: ascii\n\n  \xe9", 3, 3),
        (b"\xef\xbb\xbfx = 1\n\xff", 2, 1),
        (b"x = 1\n\x00", 2, 1),
        ("x = 1".encode("utf-16"), 1, 4),
        (b"\x7fELF\x02\x01\x01\x00", 1, 8),
    ],
)
def test_what_cannot_be_decoded_is_a_problem_at_its_place(data: bytes, line: int, column: int) -> None:
    assert problem_of(data) == ("encoding", line, column)


def test_a_known_encoding_overrides_what_the_text_says() -> None:
    content = Content("a.py", "# coding: latin-1\n# é".encode(), "utf-8")
    assert decode(content) == Source("a.py", "# coding: latin-1\n# é")


def test_bytes_can_be_had_without_decoding_them() -> None:
    Path("a.py").write_bytes(b"\xff")
    assert fetch(SourceFile("a.py", "a.py")) == Content("a.py", b"\xff")


def test_the_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 10)
    Path("full.py").write_bytes(b"x" * 10)
    Path("large.py").write_bytes(b"x" * 11)
    assert isinstance(read(SourceFile("full.py", "full.py")), Source)
    for item in (SourceFile("large.py", "large.py"), Content("large.py", b"x" * 11)):
        problem = read(item)
        assert isinstance(problem, Problem)
        assert problem.kind == "too-large"


def test_a_pipe_is_not_waited_for() -> None:
    os.mkfifo("pipe.py")
    results: list[object] = []
    reader = threading.Thread(target=lambda: results.append(read(SourceFile("pipe.py", "pipe.py"))), daemon=True)
    reader.start()
    reader.join(timeout=10)
    assert results == [Problem("pipe.py", 1, 1, "unreadable", "not a regular file")]


@pytest.mark.parametrize("path", ["/dev/zero", ".", "gone.py"])
def test_what_is_no_regular_file_is_unreadable(path: str) -> None:
    problem = read(SourceFile("a.py", path))
    assert isinstance(problem, Problem)
    assert (problem.path, problem.kind) == ("a.py", "unreadable")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission_is_unreadable() -> None:
    write("a.py")
    Path("a.py").chmod(0)
    problem = read(SourceFile("a.py", "a.py"))
    assert isinstance(problem, Problem)
    assert problem.kind == "unreadable"
