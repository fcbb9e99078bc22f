"""What comes with the program: a site has it without a file of its own, and is not troubled by it where it has."""

from pathlib import Path

from generator.model.problem import errors
from generator.read import general
from tests.support import TODAY, build, check, copy_small, files, loaded

PLACE = "naam: Reimerswaal\ncbs_code: GM0703\nprovincie: zeeland\nschoolvakantie_regio: zuid\n"


def bare(content: Path) -> Path:
    """Return a folder with the settings of a site and a municipality, and nothing else."""
    (content / "municipalities").mkdir(parents=True)
    (content / "municipalities/reimerswaal.yml").write_text(PLACE, encoding="utf-8")
    (content / "site.yml").write_text("naam: Testwijzer\nomschrijving: Om te testen.\n", encoding="utf-8")
    return content


def test_settings_and_a_municipality_are_enough(tmp_path: Path):
    content = bare(tmp_path / "content")
    assert list(errors(check(content))) == []
    site = files(build(content, tmp_path))
    assert {"reimerswaal/index.html", "over/index.html", "kunst-en-cultuur/index.html"} <= site.keys()
    assert b"Testwijzer" in site["over/index.html"]


def test_no_path_of_this_machine_stands_on_the_site(tmp_path: Path):
    site = files(build(bare(tmp_path / "content"), tmp_path))
    place = str(general.FOLDER.parent).encode()
    assert [path for path, raw in site.items() if place in raw] == []


def test_a_file_of_the_same_name_counts_in_its_place(tmp_path: Path):
    content = bare(tmp_path / "content")
    before = loaded(content)
    page = (general.FOLDER / "pages/over.md").read_text(encoding="utf-8")
    (content / "pages").mkdir()
    (content / "pages/over.md").write_text(page.replace("Over deze site", "Over onze site"), encoding="utf-8")
    theme = (general.FOLDER / "domains/kunst-en-cultuur.yml").read_text(encoding="utf-8")
    (content / "domains").mkdir()
    (content / "domains/kunst-en-cultuur.yml").write_text(theme.replace("kort: ", "kort: Samen "), encoding="utf-8")
    after = loaded(content)
    assert after.domains["kunst-en-cultuur"].model.kort == f"Samen {before.domains['kunst-en-cultuur'].model.kort}"
    assert {id_: entry.digest for id_, entry in after.domains.items() if id_ != "kunst-en-cultuur"} == {
        id_: entry.digest for id_, entry in before.domains.items() if id_ != "kunst-en-cultuur"
    }
    assert b"Over onze site" in files(build(content, tmp_path, today=TODAY))["over/index.html"]


def test_who_has_kinds_of_its_own_is_not_told_of_words_that_name_others(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    (content / "synonyms.yml").unlink()
    assert loaded(content).synonyms is None
    (content / "kinds.yml").unlink()
    assert loaded(content).synonyms is not None
