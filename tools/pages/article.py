"""One page of the corpus: an article of tools/pages/articles in its layout, as bytes, and its gold.

An article's TOML file says: `layout`, `site` (of sites.toml), `crumbs`, `posted` and `posted_form` (which
of the layout's forms the page shows, -1 for none), `meta` (other shapes of the posted time), `canonical`,
`comments`, `attachments` ([label, address]), `options` (damage.py, markup.py), `title`, `lead`, `body`,
`author`, `letterhead`, `signature`, `gold` (gold.py).
"""

import datetime
import random
import re
import tomllib
from pathlib import Path

import damage
import gold
import layout
import markup
import noise
import template

FOLDER = Path(__file__).parent / "articles"
CORPUS = Path(__file__).parents[2] / "corpus"
WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
MONTHS = ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một",
          "Mười Hai")  # fmt: skip
META = {
    "article": '<meta property="article:published_time" content="{iso}+07:00" />\n'
    '<meta property="article:modified_time" content="{later}+07:00" />',
    "article-utc": '<meta property="article:published_time" content="{utc}Z" />',
    "plain": '<meta name="pubdate" content="{iso}" />',
    "date": '<meta itemprop="datePublished" content="{iso}+07:00">\n'
    '<meta itemprop="dateModified" content="{later}+07:00">',
    "dublin-core": '<meta name="DC.date.issued" content="{day}" />',
    "json-ld": '<script type="application/ld+json">{{"@context": "https://schema.org", "@type": '
    '"NewsArticle", "headline": "{title}", "datePublished": "{iso}+07:00", "dateModified": '
    '"{later}+07:00", "author": {{"@type": "Person", "name": "Ban biên tập"}}}}</script>',
}


class Page:
    def __init__(self, path):
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
        self.name = path.stem
        self.layout = layout.load(facts["layout"])
        self.site = noise.SITES[facts["site"]]
        self.posted = facts.get("posted")
        self.title, self.body = facts["title"], facts.get("body", "")
        self.canonical = facts.get("canonical")
        self.options, self.gold = facts.get("options", {}), facts["gold"]
        self.facts = facts
        self.random = random.Random(self.name)

    def text(self):
        """What stands in the article, for checking the gold."""
        head, foot = self.facts.get("letterhead", {}), self.facts.get("signature", {})
        parts = [self.title, self.facts.get("lead", ""), *head.get("below", [])]
        body = re.sub(r"\{(r\d)?(c\d)?\}|^[|#!~-]# ?|(?<= )//(?= )| \| ", " ", self.body)
        return "\n".join([*parts, body, *foot.get("signer", [])])

    def published(self):
        """As precise as the page says it, in its metadata or in the line that it shows."""
        if not self.posted:
            return None
        form = self.layout.posted[max(self.facts.get("posted_form", 0), 0)]
        if self.facts.get("meta", []) in ([], ["dublin-core"]) and "{HH}" not in form:
            return self.posted.isoformat()[:10]
        return self.posted.isoformat() + "+07:00"

    def attached(self):
        inside = re.findall(r"^@ (.+) > ", self.body, re.MULTILINE)
        return [{"label": label} for label in inside] + [
            {"label": label} for label, _ in self.facts.get("attachments", [])
        ]

    def posted_values(self):
        when = self.posted
        if not isinstance(when, datetime.datetime):
            when = datetime.datetime.combine(when, datetime.time())
        later = when + datetime.timedelta(days=3, hours=2)
        return {
            "d": when.day, "dd": f"{when.day:02d}", "m": when.month, "mm": f"{when.month:02d}",
            "yyyy": when.year, "HH": f"{when.hour:02d}", "MM": f"{when.minute:02d}",
            "SS": f"{when.second:02d}", "mm_word": MONTHS[when.month - 1],
            "weekday": (*WEEKDAYS, "Chủ nhật")[when.weekday()],
            "views": self.random.randrange(20, 3000), "iso": when.isoformat(),
            "later": later.isoformat(), "day": when.date().isoformat(),
            "utc": (when - datetime.timedelta(hours=7)).isoformat(), "title": self.title,
        }  # fmt: skip

    def scope(self):
        facts, values = self.facts, {}
        around = datetime.date(2024, 1, 15)
        if self.posted:
            values = self.posted_values()
            around = datetime.date.fromisoformat(values["day"])
        taken = map(int, re.findall(r"(\d+)(?=/)", self.text()))
        noisy = noise.Noise(self.random, self.site, around, taken)
        scope = noisy.page(facts.get("crumbs", ["Tin tức"]), facts.get("comments", False))
        form = facts.get("posted_form", 0)
        shown = [self.layout.posted[form].format(**values)] if values and form >= 0 else []
        shown = [line.replace("Thứ Chủ nhật", "Chủ nhật") for line in shown]
        return scope | {
            "title": [{"text": self.title}],
            "posted": shown,
            "canonical": self.canonical,
            "meta_html": [META[shape].format(**values) for shape in facts.get("meta", [])],
            "charset": self.options.get("declared", self.options.get("encoding", "utf-8")),
            "filler_html": filler(self.options.get("late_meta", 0)),
            "skeleton_html": facts.get("skeleton", ""),
            "state": facts.get("state"),
            "attachments": [
                {"attachment": [{"text": label, "href": href} for label, href in facts["attachments"]]}
            ] if facts.get("attachments") else [],
        }  # fmt: skip

    def html(self):
        write = damage.texture(self.options, self.random)
        writer = markup.Writer(self.layout, self.options, write)
        scope = self.scope()
        body = writer.body(self.body)
        if head := self.facts.get("letterhead"):
            body = writer.letterhead(head) + body
        if foot := self.facts.get("signature"):
            body += writer.signature(foot)
        scope["body_html"] = damage.loosen(body) if self.options.get("unclosed") else body
        lead, author = self.facts.get("lead"), self.facts.get("author")
        stamp = self.facts.get("stamp", "")
        scope["lead_html"] = writer.block("lead", lead, stamp=stamp) + "\n" if lead else ""
        scope["author"] = [{"author_html": writer.block("author", author)}] if author else []
        page = template.fill(self.layout.template, [scope])
        if width := self.options.get("wrap"):
            page = damage.wrap_lines(page, width)
        return page.replace("\n", "\r\n") if self.options.get("crlf") else page

    def files(self):
        encoding = self.options.get("encoding")
        return {
            CORPUS / f"{self.name}.html": damage.encode(self.html(), encoding),
            CORPUS / f"{self.name}.gold.json": gold.as_json(gold.build(self)).encode(),
        }


def filler(kilobytes):
    """Inline pictures that push the declared charset far into the page."""
    if not kilobytes:
        return ""
    picture = "data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAAAAEA" * 36 * kilobytes
    return f'<style>.banner-bg{{background:url("{picture}")}}</style>\n'


def pages():
    return [Page(path) for path in sorted(FOLDER.glob("*.toml"))]
