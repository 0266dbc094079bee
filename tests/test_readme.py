"""The README's lines print what the README says they print."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = re.compile(r"^```python\n(.*?)^```\n+```text\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _examples() -> list[tuple[str, str, str]]:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return [
        (f"{page.name}-{i}", code, output)
        for page in pages
        for i, (code, output) in enumerate(EXAMPLE.findall(page.read_text("utf8")))
    ]


@pytest.mark.parametrize(("code", "output"), [pytest.param(code, out, id=name) for name, code, out in _examples()])
def test_example_prints_what_it_says(code, output, monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue() == output
