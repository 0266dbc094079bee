"""Commands in processes of their own: consoles of any encoding, interrupts, and pipes that close early."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

COMMAND = [sys.executable, "-m", "spacy_cables"]
# The same, but says when the package is loaded: an interrupt before that ends Python itself.
LOADED = "from spacy_cables.cli import setup_cli; print('loaded', flush=True); setup_cli()"
TEXT = "The pro-[LOC Łódź]bound ship met [PER Ιωάννης 𝒜] 東京.\n[PER Ada\n"

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "09LIMA1.txt").write_text(TEXT, "utf8")
    (tmp_path / "łódź").mkdir()
    (tmp_path / "łódź" / "09ŁÓDŹ1.txt").write_text(TEXT, "utf8")
    return tmp_path


def run(folder, command, encoding):
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "COLUMNS": "80"}
    return subprocess.run([*COMMAND, *command.split()], cwd=folder, env=environment, capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check in", 0),
        ("check łódź --names --strict", 1),
        ("stats in", 0),
        ("stats łódź --markdown", 0),
        ("convert in out.spacy", 0),
        ("convert łódź łódź.spacy", 0),
        ("export łódź out.jsonl", 1),
        ("convert nonełódź out.spacy", 1),
        ("evaluate in --gold in", 0),
        ("clean łódź", 0),
        ("check --łódź", 2),
        ("evaluate --help", 0),
    ],
)
def test_any_encoding(folder, command, code, encoding):
    result = run(folder, command, encoding)
    shown = (result.stdout + result.stderr).decode(
        "utf-8" if encoding == "ascii" else encoding
    )  # click takes UTF-8 then
    assert "Traceback" not in shown and "UnicodeEncodeError" not in shown
    assert result.returncode == code, shown
    assert shown.strip()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_json_stays_valid(folder, encoding):
    result = run(folder, "check łódź --json", encoding)
    texts = [finding["text"] for finding in json.loads(result.stdout.decode(encoding))["findings"]]
    assert "Łódź" in texts


def test_a_pipe_that_closes_early(folder):
    (folder / "in" / "09LIMA2.txt").write_text("[PER Ada\n" * 20000, "utf8")
    process = subprocess.Popen(
        [*COMMAND, "check", "in", "--most", "0"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("command", ["convert in out.spacy", "convert in out --splits train=0.5,dev=0.5", "check in"])
def test_an_interrupt_leaves_nothing(folder, command):
    for number in range(2, 3000):
        (folder / "in" / f"09LIMA{number}.txt").write_text("[PER Ada] left [LOC Oslo].\n" * 100, "utf8")
    before = sorted(path.name for path in folder.iterdir())
    process = subprocess.Popen(
        [sys.executable, "-c", LOADED, *command.split()],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "loaded\n"
    time.sleep(1)  # it has begun to read
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in said
    assert sorted(path.name for path in folder.iterdir()) == before
