import pytest
from spacy.tokens import Doc

from spacy_cables.tokens.extensions import DOC_EXTENSIONS, register_extensions


@pytest.mark.parametrize("name", DOC_EXTENSIONS)
def test_extension_is_there(name, en_vocab):
    assert Doc.has_extension(name)
    assert getattr(Doc(en_vocab)._, name) is None


def test_register_twice():
    register_extensions()
    assert Doc.has_extension("cable")


def test_register_refuses_an_attribute_of_another_package():
    ours = Doc.get_extension("cable")
    Doc.set_extension("cable", default="theirs", force=True)
    try:
        with pytest.raises(ValueError, match="CE201"):
            register_extensions()
        assert Doc.get_extension("cable")[0] == "theirs"
    finally:
        Doc.set_extension("cable", default=ours[0], force=True)
