#!/usr/bin/env python3
"""Makes patterns/admin/*.tsv and patterns/lexicon/province.toml.

usage: make_admin_units.py SOURCE_FOLDER PATTERNS_FOLDER

SOURCE_FOLDER holds tables taken from thanglequoc/vietnamese-provinces-database (MIT licence,
(c) 2021 Thang Le Quoc): provinces and districts before 1 July 2025 (tag v2.4.1), provinces and
communes since, and which provinces merged.
"""
import csv
import pathlib
import re
import sys
import unicodedata

CREDIT = ("# From thanglequoc/vietnamese-provinces-database, MIT licence, (c) 2021 Thang Le Quoc;"
          " made by tools/make_admin_units.py.\n")
HEADER = "code\tname\tfull_name\tlevel\tparent\tmerged_into\tcurrent\n"
# Spellings in use beside the official one.
SPELLINGS = {
    "Đắk Lắk": ["Đắc Lắc", "Đăk Lăk", "Đăk Lắk", "Đắk Lăk", "Đak Lak", "Daklak"],
    "Đắk Nông": ["Đắc Nông", "Đăk Nông", "Đak Nông"],
    "Thừa Thiên Huế": ["Thừa Thiên - Huế", "Thừa Thiên – Huế"],
    "Bà Rịa - Vũng Tàu": ["Bà Rịa – Vũng Tàu", "Bà Rịa Vũng Tàu"],
    "Kon Tum": ["Kontum", "Kon tum"],
    "Bắc Kạn": ["Bắc Cạn"],
    "Hồ Chí Minh": [],
}
# What a province was until it took the name that it has in both tables of the source.
FORMER = [("46", "Thừa Thiên Huế", "Tỉnh Thừa Thiên Huế")]  # until 2025-01-01
# A person's name too: only with "thành phố" in front.
ONLY_WITH_KIND = {"Hồ Chí Minh"}


def one_tone_placement(text):  # the source mixes Thanh Hóa and Thanh Hoá
    return re.sub(r"oà\b", "òa", re.sub(r"oá\b", "óa", text))


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [{name: one_tone_placement(text) for name, text in row.items()}
                for row in csv.DictReader(file, delimiter="\t")]



def fold(name):  # tone marks away from their letter, so that Hoà is Hòa
    decomposed = unicodedata.normalize("NFD", name.lower())
    marks = sorted(c for c in decomposed if unicodedata.combining(c))
    return "".join(c for c in decomposed if not unicodedata.combining(c)) + "".join(marks)


def merged_into(old, merges):
    for row in merges:
        if re.search(r"(?<!\w)" + re.escape(fold_text(old)) + r"(?!\w)",
                     fold_text(row["truocsapnhap"])):
            return row["ma"]
    return None


def fold_text(text):
    return " ".join(fold(word) for word in re.findall(r"\w+", text))


def provinces(source):
    old = rows(source / "provinces_63_v2.4.1_before_2025-07-01.tsv")
    new = rows(source / "provinces_34_after_2025-07-01.tsv")
    merges = [row for row in rows(source / "merges_province_and_commune.tsv") if len(row["ma"]) == 2]
    by_name = {fold_text(row["name"]): row["code"] for row in new}
    lines = [(row["code"], row["name"], row["full_name"], "province", "", "", "1") for row in new]
    for row in old:
        into = merged_into(row["name"], merges) or by_name.get(fold_text(row["name"]))
        if not into:
            sys.exit(f"where did {row['name']} go?")
        changed = into if fold_text(row["name"]) not in by_name or into != row["code"] else ""
        lines.append((row["code"], row["name"], row["full_name"], "province", "", changed, "0"))
    return lines + [(*former, "province", "", "", "0") for former in FORMER]


def write_table(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.write(CREDIT + HEADER)
        for line in lines:
            file.write("\t".join(line) + "\n")


def smaller(path, level, current):
    return [(row["code"], row["name"], row["full_name"], level, row["province_code"], "", current)
            for row in rows(path)]


def forms(name, full_name):
    city = full_name.lower().startswith("thành phố")
    kinds = ["thành phố", "TP", "TP.", "Tp", "Tp."] if city else ["tỉnh"]
    result = []
    for spelling in [name] + SPELLINGS.get(name, []):
        if name not in ONLY_WITH_KIND:
            result.append(spelling)
        result += [f"{kind} {spelling}" for kind in kinds]
    if name in ("Đồng Nai",):
        result += [f"tỉnh {name}"]
    if name == "Hồ Chí Minh":
        result += ["TP.HCM", "TPHCM", "TP HCM", "TP. HCM"]
    return list(dict.fromkeys(result))


def write_lexicon(path, lines):
    entries = {}
    for code, name, full_name, _, _, into, current in lines:
        known = entries.setdefault(fold_text(name), {"value": name, "forms": []})
        known["forms"] = list(dict.fromkeys(known["forms"] + forms(name, full_name)))
        known["code" if current == "1" else "code_before_2025"] = code
        if into:
            known["merged_into"] = into
    with open(path, "w", encoding="utf-8") as file:
        file.write(CREDIT + 'type = "province"\n'
                   'description = "Provinces and centrally-run cities of before and after 1 July 2025."\n'
                   'examples = [\n'
                   '  {text = "trên địa bàn tỉnh Đăk Lăk", match = "tỉnh Đăk Lăk", value = "Đắk Lắk"},\n'
                   '  {text = "TỈNH BÀ RỊA-VŨNG TÀU", match = "TỈNH BÀ RỊA-VŨNG TÀU", value = "Bà Rịa - Vũng Tàu"},\n'
                   '  {text = "tại TP. Hồ Chí Minh", match = "TP. Hồ Chí Minh", value = "Hồ Chí Minh"},\n'
                   ']\n'
                   'counter = ["thời kỳ hòa bình", "tư tưởng Hồ Chí Minh"]\n')
        for entry in entries.values():
            file.write(f'\n[[entry]]\nvalue = "{entry["value"]}"\n')
            for name in ("code", "code_before_2025", "merged_into"):
                if name in entry:
                    file.write(f'{name} = "{entry[name]}"\n')
            quoted = ", ".join(f'"{form}"' for form in entry["forms"])
            file.write(f"match_case = true\nforms = [{quoted}]\n")


def main():
    source, patterns = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    lines = provinces(source)
    write_table(patterns / "admin" / "provinces.tsv", lines)
    write_table(patterns / "admin" / "districts.tsv",
                smaller(source / "districts_v2.4.1_before_2025-07-01.tsv", "district", "0"))
    write_table(patterns / "admin" / "communes.tsv",
                smaller(source / "communes_after_2025-07-01.tsv", "commune", "1"))
    write_lexicon(patterns / "lexicon" / "province.toml", lines)


main()
