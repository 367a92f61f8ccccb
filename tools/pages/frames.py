"""Frames: layouts whose noise is filled in, with three regions left open.

`<!--title-->`, `<!--posted-->` and `<!--paragraph-->` … `<!--/NAME-->`: whoever fills a frame writes
what stands between them once for each title (none or one), posted line (none or one) and paragraph,
with `{{text}}` replaced by the text escaped for HTML. Tests fill them too, so the committed files are
plain text and their form may not change alone.
"""

import datetime
import random
import re
from pathlib import Path

import layout
import noise
import template

FOLDER = Path(__file__).parents[2] / "tests" / "layout" / "frames"
OPEN = ("title", "posted", "paragraph")
DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


def names():
    return [name for name in layout.names() if name != "shell"]


def frame(name):
    one = layout.load(name)
    rng = random.Random(f"frame {name}")
    scope = noise.Noise(rng, noise.SITES["frame"], datetime.date(2024, 6, 3)).page(
        ["Tin tức", "Cải cách hành chính"], with_comments=True
    )
    paragraph = one.blocks["paragraph"].replace("{{text_html}}", "{{text}}")
    scope |= {
        "charset": "utf-8",
        "lead_html": "",
        "body_html": f"<!--paragraph-->{paragraph}\n<!--/paragraph-->",
    }
    return template.fill(one.template, [scope], keep=OPEN)


def files():
    return {FOLDER / f"{name}.html": frame(name).encode() for name in names()}


def write_all():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, content in files().items():
        path.write_bytes(content)


def wrap(text, name):
    """A line with a date near the top is the posted line, the line before it the title; what stands
    above is the site's and left out. A text without such a line is all paragraphs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    posted = next(
        (i for i, line in enumerate(lines[:8]) if i and DATE.search(line) and len(line) < 100), None
    )
    scope = {"paragraph": lines[posted + 1 :] if posted else lines}
    if posted:
        scope |= {"title": lines[posted - 1], "posted": lines[posted]}
    return template.fill(frame(name), [scope])
