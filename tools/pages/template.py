"""Templates: regions that repeat, and fields.

`<!--name-->…<!--/name-->` stands once for each entry of `name` (a list of dicts; a text or a dict is
a list of one, nothing is a list of none). `{{field}}` is the field of the innermost entry that has it,
escaped for HTML; a field whose name ends in `_html` goes in as it is. Anything else stays: the real
comments of a page have spaces inside.
"""

import html
import re

REGION = re.compile(r"<!--(\w+)-->(.*?)<!--/\1-->", re.DOTALL)
FIELD = re.compile(r"\{\{(\w+)\}\}")


def entries(value):
    if value is None or value == "":
        return []
    if isinstance(value, list):
        return [entry if isinstance(entry, dict) else as_entry(entry) for entry in value]
    return [value] if isinstance(value, dict) else [as_entry(value)]


def as_entry(text):
    return {"text": text, "text_html": text}


def lookup(scopes, name):
    for scope in reversed(scopes):
        if name in scope:
            return scope[name]
    raise KeyError(name)


def fill(template, scopes, keep=()):
    """`keep` names regions that stay open: someone else repeats them and fills in {{text}}."""

    def region(match):
        name, inside = match.groups()
        if name in keep:
            inside = fields(inside, [*scopes, {"text": "{{text}}"}])
            return f"<!--{name}-->{inside}<!--/{name}-->"
        value = next((s[name] for s in reversed(scopes) if name in s), None)
        return "".join(fill(inside, scopes + [entry], keep) for entry in entries(value))

    pieces, at = [], 0
    for match in REGION.finditer(template):
        pieces += [fields(template[at : match.start()], scopes), region(match)]
        at = match.end()
    return "".join(pieces) + fields(template[at:], scopes)


def fields(text, scopes):
    def one(match):
        value = str(lookup(scopes, match[1]))
        return value if match[1].endswith("_html") else html.escape(value)

    return FIELD.sub(one, text)
