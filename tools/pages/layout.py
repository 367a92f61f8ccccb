"""A layout: a page's template with the markup of its blocks, and how it writes the posted time."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "layouts"

DEFAULT_BLOCKS = {
    "paragraph": "<p>{{text_html}}</p>",
    "lead": "<p><strong>{{text_html}}</strong></p>",
    "heading": "<p><strong>{{text_html}}</strong></p>",
    "author": '<p style="text-align: right;"><strong>{{text_html}}</strong></p>',
    "source": '<p style="text-align: right;"><em>{{text_html}}</em></p>',
    "figure": '<p align="center"><img src="{{src}}" alt=""/><br/><em>{{text_html}}</em></p>',
    "list": "<ul>{{items_html}}</ul>",
    "numbered": "<ol>{{items_html}}</ol>",
    "item": "<li>{{text_html}}</li>",
    "table": '<table border="1" cellpadding="0" cellspacing="0" style="width:100%;">'
    "<tbody>{{rows_html}}</tbody></table>",
}


@dataclass
class Layout:
    name: str
    about: str
    template: str
    posted: list
    blocks: dict = field(default_factory=dict)


def names():
    return sorted(path.stem for path in FOLDER.glob("*.html"))


def load(name):
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    _, head, template = text.split("+++\n", 2)
    facts = tomllib.loads(head)
    blocks = DEFAULT_BLOCKS | facts.get("blocks", {})
    return Layout(name, facts["about"], template, facts["posted"], blocks)
