"""The shell: stamping gives what building the normal way gives, with MkDocs and with a successor."""

import sys
from pathlib import Path

import markdown
import pytest

from generator.read.markdown import read_pages
from generator.show.shell import Shell, ShellError, Stamp, build_shell, split
from tests.support import PROJECT, SAMPLE

pytestmark = pytest.mark.slow
SUCCESSOR = Path(sys.executable).parent / "zensical"
EXTRA = (
    "policy",
    "image",
    "icons",
    "coach",
    "styles",
    "script",
    "font_regular",
    "font_bold",
    "favicon",
    "touch_icon",
    "wide_style",
    "manifest",
)
SETTINGS = {
    "site_name": "Wijzer & co",
    "site_url": "https://w.example/pad/",
    "extra": {**{name: f"x-{name}" for name in EXTRA}, "report": "qzmeldingqz"},
}


def shell(pages: Path = SAMPLE / "pages", **changes: object) -> Shell:
    return build_shell(
        PROJECT / "mkdocs.yml", read_pages(pages), SETTINGS, lambda title, address: f"[{title} {address}]", **changes
    )


def test_stamped_pages_equal_pages_built_the_normal_way(tmp_path: Path):
    pages = tmp_path / "pages"
    pages.mkdir()
    bodies = {}
    for number in range(300):
        text = f'# Kop {number} & "meer"\n\nTekst met *nadruk* en een [link](../{number}/).\n\n- een\n- twee {number}\n'
        title, description = f"Titel {number} <b>", f'Wat "dit" & {number} is'
        front = f"---\ntitle: '{title}'\ndescription: '{description}'\n---\n\n"
        (pages / f"p{number}.md").write_text(front + text, encoding="utf-8")
        content = f'<div class="wrap prose spread"><div class="spread__main">{markdown.markdown(text, extensions=["toc", "tables", "fenced_code", "attr_list"])}</div>\n</div>'
        bodies[f"p{number}/"] = (title, description, content)
    built = shell(pages)
    assert len(built.written) == 300
    template = built.written["p7/"]
    status = template[
        template.index('<p class="page-status">') : template.index("</p>", template.index('<p class="page-status">'))
        + 4
    ]
    for address, (title, description, content) in bodies.items():
        url = f"https://w.example/pad/{address}"
        stamp = Stamp(
            root="../",
            policy="x-policy",
            title=title.replace("<", "&lt;").replace(">", "&gt;"),
            description=description.replace("&", "&amp;").replace('"', "&#34;"),
            address=f'<link rel="canonical" href="{url}"><meta property="og:url" content="{url}"><meta property="og:image" content="x-image">',
            data='<link rel="stylesheet" href="../x-wide_style">',
            here="",
            here_referral="",
            here_agenda="",
            here_list="",
            content=content,
            coach="x-coach",
            status=status,
            report=f"[{built.titles[address]} {address}]",
            printed="",
            icons="x-icons",
        )
        assert built.stamp(stamp).decode() == built.written[address]


def test_links_from_the_root_work_below_any_folder(tmp_path: Path):
    (tmp_path / "een.md").write_text(
        "---\ntitle: Een\ndescription: Een\n---\n[a](/zoeken/) [b](https://x.example/) [c](#d)\n", encoding="utf-8"
    )
    html = shell(tmp_path).written["een/"]
    assert 'href="../zoeken/">a' in html
    assert 'href="https://x.example/">b' in html


def test_written_pages_get_their_own_report_and_title():
    built = shell()
    assert built.titles["over/"] == "Over deze site"
    assert "[Over deze site over/]" in built.written["over/"]
    assert 'aria-current="page"' in built.written["over/"]


def test_without_an_address_there_is_no_canonical_link():
    built = build_shell(
        PROJECT / "mkdocs.yml", read_pages(SAMPLE / "pages"), {**SETTINGS, "site_url": ""}, lambda *_: ""
    )
    assert "canonical" not in built.written["over/"]


def test_a_word_that_is_missing_is_said():
    with pytest.raises(ShellError, match="qzcontentqz"):
        split("<html>qzrootqz</html>")


def test_a_builder_that_fails_is_said_with_its_last_words(tmp_path: Path):
    with pytest.raises(ShellError, match="kon de pagina's niet maken"):
        shell(command=("python3", "-c", "raise SystemExit(3)"))
    with pytest.raises(ShellError, match="niet gestart"):
        shell(command=(str(tmp_path / "bestaat-niet"),))


def test_a_successor_of_mkdocs_builds_the_same():
    successor = shell(command=(str(SUCCESSOR), "build", "-f"))
    ours = shell()
    assert successor.parts == ours.parts
    assert successor.written == ours.written


def test_a_page_is_filled_in_with_what_is_known_and_leaves_out_the_rest(tmp_path: Path):
    (tmp_path / "over.md").write_text(
        "---\ntitle: Over\ndescription: Over\n---\n# Over\n\n{uitgever} geeft dit uit.\n\nHet gaat over {gemeenten}.\n\nMail {mail}.\n",
        encoding="utf-8",
    )
    values = {"uitgever": "Welzijn &amp; &lt;Zo&gt; *BV* [x](y)", "gemeenten": "Meppel", "mail": ""}
    html = shell(tmp_path, values=values).written["over/"]
    assert "Welzijn &amp; &lt;Zo&gt; *BV* [x](y) geeft dit uit." in html
    assert "Het gaat over Meppel." in html
    assert "Mail" not in html.partition("<main")[2].partition("</main>")[0]
    assert "{" not in html.partition("<main")[2].partition("</main>")[0]
