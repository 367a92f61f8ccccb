"""What a site puts around an article: menus, other headlines, documents, counters, comments.

Everything is drawn from noise.toml by one seeded generator, so that a page comes out the same each
time. The headlines carry numbers, dates and figures of other documents: whoever takes one of them for
the page's own is caught by the gold.
"""

import base64
import datetime
import tomllib
from pathlib import Path

DATA = tomllib.loads((Path(__file__).parent / "noise.toml").read_text(encoding="utf-8"))
SITES = tomllib.loads((Path(__file__).parent / "sites.toml").read_text(encoding="utf-8"))
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class Noise:
    def __init__(self, random, site, around, taken=()):
        """`around`: the page's day; `taken`: numbers that the article itself names."""
        self.random, self.site, self.around = random, site, around
        self.taken = set(taken)

    def day(self, last=400):
        return self.around + datetime.timedelta(days=self.random.randrange(-last, 40))

    def number(self):
        while (number := self.random.randrange(2, 4000)) in self.taken:
            pass
        self.taken.add(number)
        return f"{number:02d}"

    def values(self):
        day = self.day()
        return {
            "n": self.number(),
            "place": self.site["place"],
            "d": day.strftime("%d/%m/%Y"),
            "iso": day.isoformat(),
            "year": day.year,
            "topic": self.random.choice(DATA["topics"]),
            "percent": self.random.choice(DATA["percents"]),
            "ranks": self.random.choice(DATA["ranks"]),
            "money": f"{self.random.randrange(12, 990)},{self.random.randrange(10)}",
        }

    def link(self, slug):
        return f"/{slug}/{self.random.randrange(1000, 99999)}.html"

    def headlines(self, count):
        out = []
        for template in self.random.sample(DATA["headlines"], count):
            values = self.values()
            out.append(
                {
                    "text": template.format(**values),
                    "href": self.link("tin-tuc"),
                    "date": values["d"],
                    "iso": f"{values['iso']}T07:30:00+07:00",
                    "teaser": self.random.choice(DATA["teasers"]).format(**self.values()),
                }
            )
        return out

    def documents(self, count):
        out = []
        for kind, code in self.random.sample(DATA["document_kinds"], count):
            values = self.values()
            out.append(
                {
                    "kind": kind,
                    "number": f"{values['n']}/{code}",
                    "text": self.random.choice(DATA["document_titles"]).format(**values),
                    "date": values["d"],
                    "href": self.link("van-ban"),
                }
            )
        return out

    def links(self, texts, slug="chuyen-muc"):
        return [{"text": text.format(**self.values()), "href": self.link(slug)} for text in texts]

    def comments(self, count):
        picked = self.random.sample(DATA["comments"], count)
        names = self.random.sample(DATA["commenters"], count)
        return [
            {"name": name, "text": text, "when": f"{self.day(3).strftime('%d/%m/%Y')} 09:1{i}"}
            for i, (name, text) in enumerate(zip(names, picked))
        ]

    def viewstate(self):
        return base64.b64encode(self.random.randbytes(600)).decode()

    def count(self, low, high):
        return f"{self.random.randrange(low, high):,}".replace(",", ".")

    def page(self, crumbs, with_comments):
        """Everything that a layout may ask for, except the article."""
        site, random = self.site, self.random
        comments = self.comments(3) if with_comments else []
        return {
            "site_name": site["name"],
            "site_name_upper": site["name"].upper(),
            "site_owner": site["owner"],
            "site_address": site["address"],
            "site_phone": site["phone"],
            "site_licence": site["licence"],
            "site_editor": site["editor"],
            "site_domain": site["domain"],
            "today": random.choice(DATA["today"]),
            "marquee": random.choice(DATA["marquees"]).format(**self.values()),
            "menu": self.links(random.sample(DATA["menu"], 8)),
            "submenu": self.links(random.sample(DATA["submenu"], 7)),
            "crumb": self.links(["Trang chủ", *crumbs]),
            "related": self.headlines(random.randrange(4, 8)),
            "latest": self.headlines(random.randrange(3, 6)),
            "previous": self.headlines(2),
            "document": self.documents(random.randrange(3, 6)),
            "tag": self.links(random.sample(DATA["tags"], 4), "tag"),
            "comments": [{"count": len(comments), "comment": comments}] if comments else [],
            "viewstate": self.viewstate(),
            "views": random.randrange(20, 3000),
            "online": random.randrange(3, 400),
            "today_count": self.count(300, 20000),
            "total_count": self.count(100000, 90000000),
            "src": PIXEL,
            "filler_html": "",
            "stamp": "",
        }
