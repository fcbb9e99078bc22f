"""The forms with which somebody reports on a forge: a new activity, something that is wrong, an idea."""

from typing import Any

import yaml

from generator.model.questions import STEPS, Question
from generator.model.schema.asked import How

INTRO = "Weet u iets niet? Laat het leeg. Vul geen naam of nummer van een persoon in, alleen van een organisatie."
LONG = frozenset([How.SENTENCES, How.MOMENTS, How.PRICES])


def forms() -> dict[str, str]:
    """Return every form by its path: for GitHub and Forgejo as YAML, for GitLab as Markdown."""
    found = {}
    for name, form in _forms().items():
        text = yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=4000)
        for folder in (".github/ISSUE_TEMPLATE", ".forgejo/issue_template"):
            found[f"{folder}/{name}.yml"] = f"# Gemaakt met: python -m scripts.docs\n{text}"
        found[f".gitlab/issue_templates/{name}.md"] = _markdown(form)
    found[".github/ISSUE_TEMPLATE/config.yml"] = "# Gemaakt met: python -m scripts.docs\nblank_issues_enabled: true\n"
    return found


def _forms() -> dict[str, dict[str, Any]]:
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": INTRO}}]
    for step, questions in STEPS.items():
        body.append({"type": "markdown", "attributes": {"value": f"### {step}"}})
        body += [_field(question) for question in questions]
    return {
        "nieuwe-activiteit": {
            "name": "Nieuwe activiteit",
            "description": "Er is iets te doen dat nog niet op de site staat.",
            "title": "Nieuwe activiteit: ",
            "labels": ["inhoud"],
            "body": body,
        },
        "klopt-niet": {
            "name": "Klopt niet",
            "description": "Er staat iets op de site dat niet klopt.",
            "title": "Klopt niet: ",
            "labels": ["inhoud"],
            "body": [
                _field(Question("pagina", "Op welke pagina staat het?", "https://…/meppel/mannenkoor/", needed=True)),
                _field(Question("wat", "Wat klopt er niet?", "De tijd is nu 20.00 uur.", needed=True), long=True),
                _field(Question("hoe", "Hoe weet u dit?", "Ik heb gebeld, of: het staat op hun website."), long=True),
            ],
        },
        "idee": {
            "name": "Idee",
            "description": "U hebt een idee voor de site.",
            "title": "Idee: ",
            "labels": ["idee"],
            "body": [
                _field(
                    Question(
                        "idee",
                        "Wat is uw idee, en wie heeft er iets aan?",
                        "Een kaart voor op de koelkast.",
                        needed=True,
                    ),
                    long=True,
                )
            ],
        },
    }


def _field(question: Question, *, long: bool = False) -> dict[str, Any]:
    return {
        "type": "textarea" if long or question.how in LONG else "input",
        "id": question.name,
        "attributes": {"label": question.ask, "placeholder": question.example},
        "validations": {"required": question.needed},
    }


def _markdown(form: dict[str, Any]) -> str:
    lines = ["<!-- Gemaakt met: python -m scripts.docs -->"]
    for part in form["body"]:
        if part["type"] == "markdown":
            lines.append(part["attributes"]["value"])
        else:
            lines.append(
                f"**{part['attributes']['label']}**\n<!-- bijvoorbeeld: {part['attributes']['placeholder']} -->"
            )
    return "\n\n".join(lines) + "\n"
