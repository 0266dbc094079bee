"""The package as a command."""

import subprocess
import sys


def test_module_is_the_command():
    done = subprocess.run([sys.executable, "-m", "spacy_cables", "--help"], capture_output=True, check=True)
    assert b"convert" in done.stdout
    assert b"check" in done.stdout
