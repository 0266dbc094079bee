"""`python -m spacy_cables` is `spacy-cables`."""

from .cli import setup_cli

if __name__ == "__main__":
    setup_cli()
