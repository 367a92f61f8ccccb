#include "plan/sections.h"

#include <algorithm>
#include <array>
#include <utility>

#include "plan/outline.h"
#include "plan/run_in_headings.h"

namespace kehoach::plan {

namespace {

constexpr std::string_view kStage = "sections";

constexpr std::array<std::pair<SectionClass, std::string_view>, 10> kNames = {{
    {SectionClass::kOther, "other"},
    {SectionClass::kAim, "aim"},
    {SectionClass::kGoal, "goal"},
    {SectionClass::kTasks, "tasks"},
    {SectionClass::kAssignment, "assignment"},
    {SectionClass::kOutlook, "outlook"},
    {SectionClass::kSituation, "situation"},
    {SectionClass::kBudget, "budget"},
    {SectionClass::kAward, "award"},
    {SectionClass::kReporting, "reporting"},
}};

SectionClass class_named(std::string_view value) {
  for (const auto& [section_class, text] : kNames) {
    if (text == value) return section_class;
  }
  return SectionClass::kOther;
}

// "Điều 1. Thành lập Đoàn kiểm tra …": an article whose text begins behind its label heads what
// follows too, without a title.
bool is_untitled_article(const layout::Block& block) {
  return block.kind == layout::BlockKind::kParagraph && !block.label.empty();
}

bool opens_section(const layout::Block& block) {
  return block.kind == layout::BlockKind::kHeading || is_untitled_article(block);
}

Section section_of(const Reading& reading, std::size_t i, base::TextSpan titled) {
  const layout::Block& block = reading.block(i);
  Section section;
  section.label = block.label;
  std::string_view title =
      is_untitled_article(block) ? std::string_view{} : reading.text.slice(titled);
  while (!title.empty() && (title.back() == ':' || title.back() == '.' || title.back() == ' ')) {
    title.remove_suffix(1);
  }
  section.title = std::string(title);
  section.level = block.level;
  section.span = reading.text.blocks[i].span;
  section.page = block.page;
  return section;
}

// Numbered items lie below chapters, like headings with a number.
constexpr int kRunInLevel = 2;

// The level of the outermost headings, which counts as 1.
int outermost_level(const Reading& reading) {
  int level = 1;
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    const layout::Block& block = reading.block(i);
    if (opens_section(block)) level = std::min(level, block.level);
  }
  return level;
}

// Sections of [begin, end) nested: each takes the deeper ones that follow it.
std::vector<Section> nest(std::vector<Section>& flat, std::size_t begin, std::size_t end) {
  std::vector<Section> sections;
  while (begin < end) {
    std::size_t next = begin + 1;
    while (next < end && flat[next].level > flat[begin].level) ++next;
    std::vector<Section> children = nest(flat, begin + 1, next);
    sections.push_back(std::move(flat[begin]));
    sections.back().children = std::move(children);
    begin = next;
  }
  return sections;
}

// The classes that a heading lists, in order: each stands at its start or after a comma or "và".
std::vector<std::string_view> listed_classes(const match::TokenSequence& tokens) {
  std::vector<std::string_view> classes;
  bool expecting = true;
  for (const match::Token& token : tokens.tokens) {
    if (expecting && token.is("section-word")) {
      classes.push_back(token.value);
      expecting = false;
    } else if (token.is("section-join")) {
      expecting = !classes.empty();
    } else if (!token.is("section-lead")) {
      expecting = false;
    }
    if (!expecting && classes.empty()) break;
  }
  return classes;
}

}  // namespace

std::string_view name(SectionClass section_class) {
  for (const auto& [known, text] : kNames) {
    if (known == section_class) return text;
  }
  return "other";
}

std::vector<Section> read_sections(const Reading& reading, RunIn run_in) {
  std::vector<Section> sections;
  std::vector<Section> flat;
  const int outermost = outermost_level(reading);
  std::vector<std::optional<base::TextSpan>> names(reading.text.blocks.size());
  if (run_in == RunIn::kToo) names = find_run_in_headings(reading);
  int part = 0;
  const auto close_part = [&] {
    std::vector<Section> nested = nest(flat, 0, flat.size());
    std::move(nested.begin(), nested.end(), std::back_inserter(sections));
    flat.clear();
  };
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    const layout::Block& block = reading.block(i);
    if (!opens_section(block) && !names[i]) continue;
    if (block.part != part) close_part();
    part = block.part;
    flat.push_back(section_of(reading, i, names[i] ? *names[i] : content_span(reading, i)));
    if (names[i]) flat.back().level = kRunInLevel;
    flat.back().level += 1 - outermost;
  }
  close_part();
  return sections;
}

std::vector<const Section*> chain_at(const std::vector<Section>& sections, std::size_t position) {
  std::vector<const Section*> chain;
  const std::vector<Section>* level = &sections;
  while (true) {
    const auto after = std::upper_bound(
        level->begin(), level->end(), position,
        [](std::size_t at, const Section& section) { return at < section.span.begin; });
    if (after == level->begin()) return chain;
    chain.push_back(&*(after - 1));
    level = &chain.back()->children;
  }
}

SectionClass classify(const match::Matcher& matcher, std::string_view heading) {
  const match::TokenSequence tokens = matcher.tokenize(heading, kStage);
  const std::vector<std::string_view> classes = listed_classes(tokens);
  if (classes.empty()) return SectionClass::kOther;
  const auto lists = [&](std::string_view value) {
    return std::find(classes.begin(), classes.end(), value) != classes.end();
  };
  if (classes.front() == "situation") return SectionClass::kSituation;
  if (classes.front() == "award") return SectionClass::kAward;
  if (lists("tasks")) return SectionClass::kTasks;
  if (lists("assignment")) return SectionClass::kAssignment;
  if (lists("outlook") && classes.front() != "outlook") return SectionClass::kTasks;
  if (classes.front() == "shortcoming") return SectionClass::kSituation;
  return class_named(classes.front());
}

SectionClass outlook_below(SectionClass above) {
  return above == SectionClass::kGoal ? SectionClass::kGoal : SectionClass::kTasks;
}

SectionClass classify(const match::Matcher& matcher, const std::vector<const Section*>& chain) {
  bool outlook = false;
  for (auto section = chain.rbegin(); section != chain.rend(); ++section) {
    const SectionClass found = classify(matcher, (*section)->title);
    if (found == SectionClass::kOutlook) {
      outlook = true;
    } else if (found != SectionClass::kOther) {
      return outlook ? outlook_below(found) : found;
    }
  }
  return outlook ? SectionClass::kTasks : SectionClass::kOther;
}

}  // namespace kehoach::plan
