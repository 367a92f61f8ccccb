#include "plan/tasks/tasks.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "language/comparison.h"
#include "match/values.h"
#include "plan/bodies.h"
#include "plan/outline.h"
#include "plan/tables/table_grid.h"
#include "plan/tasks/assignment.h"
#include "plan/tasks/deadline.h"
#include "plan/tasks/task_list.h"
#include "plan/tasks/task_table.h"

namespace kehoach::plan {

namespace {

using base::LocalSpan;
using base::TextSpan;
using match::TokenRange;
using Role = Node::Role;

// An item with items below it and no more words than this only introduces them.
constexpr std::size_t kTitleWords = 16;
// Labels below more items than these do not speak for all of them.
constexpr std::size_t kSharedLabels = 64;
// How sure each way of finding a task is; measured on the corpus.
constexpr double kSureItem = 0.97;
constexpr double kSureAssigned = 0.97;
constexpr double kSureParagraph = 0.85;
constexpr double kSureSentence = 0.8;
constexpr double kSureInline = 0.9;

bool forbids_tasks(SectionClass section) {
  return section == SectionClass::kAim || section == SectionClass::kGoal ||
         section == SectionClass::kSituation || section == SectionClass::kAward;
}

bool lists_tasks(SectionClass section) {
  return section == SectionClass::kTasks || section == SectionClass::kAssignment;
}

// What one node says of its own, before its neighbours are looked at.
struct Facts {
  bool has_items = false;  // items stand below it that are no labels
  bool labels = false;     // is a line of labels: "Cơ quan chủ trì: …"
  bool agency = false;     // names the bodies that the items below it are given to
  bool closing = false;    // a formula, money, or a goal set among the tasks
  TokenRange words;        // what is left of it as a task's text
  std::string_view rule;   // how its own assignment was found; empty if it has none
  Assignment own;
  AssignmentReader::Opening opening;
};

class TaskReader {
 public:
  explicit TaskReader(const Reading& reading)
      : reading_(reading),
        outline_(read_outline(reading)),
        reader_(reading.matcher, outline_.tokens) {
    for (const auto& statement : reading.matcher.phrases(reading.tokens, "statement")) {
      const LocalSpan span = reading.tokens.span(statement.whole);
      statements_.push_back({span.begin, span.end});
    }
  }

  std::vector<Task> read() {
    for (std::size_t i = 0; i < outline_.nodes.size(); ++i) facts_.push_back(facts_of(i));
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const Node& node = outline_.nodes[i];
      if (node.role == Role::kItem && node.parent != kNoNode && !facts_[i].labels) {
        facts_[node.parent].has_items = true;
      }
    }
    share_labels();
    mark_lines_of_tables();
    for (std::size_t i = 0; i < outline_.nodes.size(); ++i) read_node(i);
    for (Task& task : read_task_tables(reading_, outline_)) tasks_.push_back(std::move(task));
    std::stable_sort(tasks_.begin(), tasks_.end(), [](const Task& a, const Task& b) {
      return a.evidence.front().span.begin < b.evidence.front().span.begin;
    });
    return std::move(tasks_);
  }

 private:
  const match::Token& token(std::size_t i) const { return outline_.tokens.tokens[i]; }
  std::string_view text(TokenRange range) const { return outline_.tokens.slice(range); }

  // A line between the rows of a table names a group of them and is no item.
  void mark_lines_of_tables() {
    std::set<std::size_t> lines;
    for (const Grid& grid : read_grids(reading_))
      for (const GridRow& row : grid.rows)
        if (row.line) lines.insert(row.entry);
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (lines.contains(outline_.nodes[i].block)) facts_[i].closing = true;
  }

  Facts facts_of(std::size_t i) const {
    const Node& node = outline_.nodes[i];
    Facts facts;
    facts.words = node.tokens;
    if (node.tokens.empty()) {
      facts.closing = true;
      return facts;
    }
    facts.words.end = closing_begin(node);
    facts.closing = facts.words.empty();
    if (facts.closing) return facts;
    const std::size_t label = reader_.first_label(facts.words);
    facts.labels = label == node.tokens.begin;
    if (facts.labels) {
      facts.own = reader_.labels(facts.words);
      return facts;
    }
    if (const auto bracket = reader_.whole_bracket(facts.words)) {
      facts.labels = true;
      facts.own = reader_.bracket(*bracket);
      return facts;
    }
    facts.opening = reader_.opening(facts.words);
    facts.agency = is_agency(node, facts);
    if (!facts.agency && facts.opening.titled && facts.opening.rest >= facts.words.end)
      facts.opening = {};
    if (!facts.agency) read_end(facts, label);
    return facts;
  }

  // What the end of an item says of its assignment: labels, a bracket, a time behind a colon.
  void read_end(Facts& facts, std::size_t label) const {
    if (label < facts.words.end) {
      facts.own = reader_.labels({label, facts.words.end});
      facts.words.end = label;
      facts.rule = "task.labels";
    }
    if (const auto bracket = reader_.closing_bracket(facts.words)) {
      facts.own.complete_with(reader_.bracket(*bracket));
      facts.words.end = bracket->begin;
      facts.rule = "task.bracket";
    }
    const std::size_t colon = reader_.closing_time(facts.words);
    if (colon < facts.words.end) {
      facts.own.deadline = read_deadline(reading_.matcher, text({colon + 1, facts.words.end}));
      facts.words.end = colon;
    }
    if (const auto time = reader_.opening_time(facts.words); time && !facts.own.deadline) {
      facts.own.deadline = read_deadline(reading_.matcher, text(*time));
    }
    facts.opening = reader_.opening(facts.words);
  }

  // Where the formula begins that closes the node: at its start if it is nothing else. A footnote
  // set behind an item closes it too.
  std::size_t closing_begin(const Node& node) const {
    std::size_t sentence = node.tokens.begin;
    for (std::size_t i = node.tokens.begin; i < node.tokens.end; ++i) {
      if (i > node.tokens.begin && text({i - 1, i}) == ".") sentence = i;
      if (token(i).is("closing", "anywhere")) return sentence;
      if (token(i).is("closing", "start") && i == sentence) return sentence;
      if (token(i).is("footnote") && i == sentence) return sentence;
    }
    return node.tokens.end;
  }

  // "2. Sở Y tế", "3. Đề nghị Hội Nông dân tỉnh:", "1. Sở Nội vụ chủ trì, phối hợp với …:".
  bool is_agency(const Node& node, const Facts& facts) const {
    if (node.role == Role::kParagraph || facts.opening.bodies.empty()) return false;
    // "1. Chỉ số Tiếp cận đất đai: Sở Xây dựng" above what it does for it.
    if (facts.opening.titled && (facts.opening.rest < node.tokens.end || node.children.empty()))
      return false;
    if (reading_.block(node.block).label.empty() && language::is_upper_word(text(node.tokens))) {
      return false;  // "GIÁM ĐỐC SỞ Y TẾ" above the bases of a decision
    }
    const std::size_t end = node.tokens.end;
    if (facts.opening.rest >= end) return true;
    if (text({facts.opening.rest, end}) == ".") return true;
    const bool tells = facts.opening.ordered || facts.opening.cooperating ||
                       (facts.opening.duty && token(facts.opening.rest).value != "do");
    return tells && text({end - 1, end}) == ":";
  }

  // Labels hold for the items that stand before them since the last labels, or for what they
  // stand under.
  void share_labels() {
    std::map<std::size_t, std::vector<std::size_t>> waiting;  // parent -> items without labels yet
    std::map<std::size_t, bool> in_labels;
    for (std::size_t i = 0; i < outline_.nodes.size(); ++i) {
      const Node& node = outline_.nodes[i];
      if (node.parent == kNoNode) continue;
      std::vector<std::size_t>& items = waiting[node.parent];
      if (!facts_[i].labels) {
        if (std::exchange(in_labels[node.parent], false)) items.clear();
        const bool item = node.role == Role::kItem || is_content(i);
        if (item && items.size() < kSharedLabels) items.push_back(i);
        continue;
      }
      in_labels[node.parent] = true;
      // "2. Thời gian: …" after "1. Lực lượng: …" is an item of its own.
      if (!items.empty() && is_counted(node)) continue;
      if (items.empty()) {
        give_labels(node.parent, facts_[i].own);
      } else {
        for (const std::size_t item : items) give_labels(item, facts_[i].own);
      }
    }
  }

  bool is_counted(const Node& node) const {
    const std::string& label = reading_.block(node.block).label;
    return !label.empty() && label.find_first_of("-+•*") == std::string::npos;
  }

  void give_labels(std::size_t to, const Assignment& labels) {
    if (labels.empty()) return;
    facts_[to].own.complete_with(labels);
    facts_[to].rule = "task.labels";
  }

  void read_node(std::size_t i) {
    const Node& node = outline_.nodes[i];
    const Facts& facts = facts_[i];
    if (facts.labels || node.role == Role::kRow) return;
    if (node.role == Role::kIntro) return;
    if (node.role == Role::kParagraph) {
      read_paragraph(i);
      return;
    }
    // Among who does what, to report is a duty.
    const bool reported = facts.opening.reported && node.section != SectionClass::kAssignment;
    if (facts.closing || reported || is_title(i)) return;
    if (forbids_tasks(node.section) || forbids_tasks(node.own)) return;
    const bool listed = lists_tasks(node.section) || under_agency(i);
    if (listed && node.own != SectionClass::kBudget) {
      add_item(i);
    } else if (names_doer(facts)) {
      add_item(i);
    }
  }

  // A heading or an item that only says what stands below it.
  bool is_title(std::size_t i) const {
    const Node& node = outline_.nodes[i];
    const Facts& facts = facts_[i];
    if (facts.agency) return true;
    const std::string& label = reading_.block(node.block).label;
    if (node.role == Role::kHeading && match::parse_roman(label)) return true;
    if (facts.rule == "task.labels" && !facts.has_items) return false;
    if (node.role == Role::kHeading) {
      return node.own != SectionClass::kOther || !node.children.empty() || !is_sentence(facts);
    }
    if (!facts.has_items) return false;
    return text({node.tokens.end - 1, node.tokens.end}) == ":" || facts.words.size() <= kTitleWords;
  }

  // A heading without anything below it that is long enough to say what is to be done.
  bool is_sentence(const Facts& facts) const {
    return facts.words.size() > kTitleWords || !facts.own.empty() ||
           (!facts.opening.bodies.empty() && facts.opening.duty);
  }

  bool under_agency(std::size_t i) const {
    for (std::size_t at = outline_.nodes[i].parent; at != kNoNode; at = outline_.nodes[at].parent) {
      if (facts_[at].agency) return true;
    }
    return false;
  }

  bool names_doer(const Facts& facts) const {
    if (!facts.own.lead.empty()) return true;
    if (facts.opening.past) return false;
    return !facts.opening.bodies.empty() && (facts.opening.duty || facts.opening.ordered ||
                                             find_deadline(outline_.tokens, facts.words));
  }

  // The paragraph below a heading that says what is to be done, where no items do.
  bool is_content(std::size_t i) const {
    const Node& node = outline_.nodes[i];
    const Node* parent = outline_.parent(node);
    return node.role == Role::kParagraph && lists_tasks(node.section) && parent &&
           parent->role == Role::kHeading && parent->own == SectionClass::kOther &&
           !facts_[i].closing && !facts_[node.parent].has_items;
  }

  void read_paragraph(std::size_t i) {
    const Node& node = outline_.nodes[i];
    const Facts& facts = facts_[i];
    if (facts.closing || forbids_tasks(node.section)) return;
    if (under_agency(i) && outline_.parent(node)->role != Role::kParagraph &&
        facts_[node.parent].agency && facts.opening.bodies.empty()) {
      add_item(i, kSureAssigned);
      return;
    }
    const bool content = is_content(i);
    const bool assigns = lists_tasks(node.section) || node.section == SectionClass::kReporting;
    const bool several = assigns && names_several_doers(node);
    if (!several && (content || (assigns && names_doer(facts)))) {
      add_item(i, kSureParagraph);
      return;
    }
    if (read_inline_list(i)) return;
    read_sentences(i, several);
  }

  // "Thanh tra tỉnh phụ trách …; Sở Y tế phụ trách …": a paragraph that gives each its own.
  bool names_several_doers(const Node& node) const {
    const std::string_view paragraph = reading_.text.slice(node.content);
    std::size_t doers = 0, sentences_with = 0;
    for (const LocalSpan& sentence : sentences(paragraph)) {
      std::size_t in_sentence = 0;
      for (const LocalSpan& clause : own_clauses(node, paragraph, sentence)) {
        const auto opening = reader_.opening(outline_.tokens.within(
            {node.content.begin + clause.begin, node.content.begin + clause.end}));
        in_sentence += !opening.bodies.empty() && opening.duty ? 1 : 0;
      }
      doers = std::max(doers, in_sentence);
      sentences_with += in_sentence > 0 ? 1 : 0;
    }
    return doers > 1 || sentences_with > 1;
  }

  bool read_inline_list(std::size_t i) {
    const Node& node = outline_.nodes[i];
    const std::string_view paragraph = reading_.text.slice(node.content);
    bool found = false;
    for (const LocalSpan& item : inline_items(reading_.matcher, paragraph)) {
      found = true;
      Task task = new_task(i, {node.content.begin + item.begin, node.content.begin + item.end});
      take_inner_label(task, {node.content.begin + item.begin, node.content.begin + item.end});
      task.origin = "list";
      task.rule = "task.inline-list";
      task.confidence = kSureInline;
      tasks_.push_back(std::move(task));
    }
    return found;
  }

  // "(1) Xây dựng kho dữ liệu": the number is the item's label.
  void take_inner_label(Task& task, TextSpan span) const {
    const TokenRange range = outline_.tokens.within({span.begin, span.end});
    if (range.size() < 4 || text({range.begin, range.begin + 1}) != "(" ||
        text({range.begin + 2, range.begin + 3}) != ")") {
      return;
    }
    const std::size_t begin = outline_.tokens.span({range.begin + 3, range.end}).begin;
    task.label = std::string(text({range.begin + 1, range.begin + 2}));
    task.text = std::string(reading_.text.slice({begin, span.end}));
    task.evidence = {reading_.evidence(TextSpan{begin, span.end})};
  }

  // Running text: sentences and clauses that order a body to do something, and those that follow
  // in the same paragraph with a body of their own.
  void read_sentences(std::size_t i, bool ordered = false) {
    const Node& node = outline_.nodes[i];
    const std::string_view paragraph = reading_.text.slice(node.content);
    for (const LocalSpan& sentence : sentences(paragraph)) {
      for (const LocalSpan& clause : own_clauses(node, paragraph, sentence)) {
        const LocalSpan clean = trimmed(paragraph, clause);
        read_clause(i, {node.content.begin + clean.begin, node.content.begin + clean.end}, ordered);
      }
    }
  }

  // Clauses of a sentence, each with those after it that open with neither who nor when.
  std::vector<LocalSpan> own_clauses(const Node& node, std::string_view paragraph,
                                     LocalSpan sentence) const {
    std::vector<LocalSpan> joined;
    for (const LocalSpan& clause : clauses(paragraph, sentence)) {
      const TokenRange range = outline_.tokens.within(
          {node.content.begin + clause.begin, node.content.begin + clause.end});
      const bool own = range.empty() || joined.empty() || !reader_.opening(range).bodies.empty() ||
                       token(range.begin).is("recurring") || token(range.begin).is("preamble") ||
                       token(range.begin).is("until");
      if (own) {
        joined.push_back(clause);
      } else {
        joined.back().end = clause.end;
      }
    }
    return joined;
  }

  // A sentence that orders nothing but says what a body has to do: "có trách nhiệm", "chủ trì"
  // below a heading, or until when.
  bool owes(std::size_t i, const AssignmentReader::Opening& opening, TokenRange range) const {
    if (!opening.duty) return false;
    if (find_deadline(outline_.tokens, range) || final_time(range)) return true;
    const match::Token& duty = token(opening.rest);
    // Whoever leads a meeting has no task; who leads work, or that of others, has one anywhere.
    if (duty.is("duty", "lead"))
      return outline_.nodes[i].parent != kNoNode || opening.cooperating || leads_work(duty);
    return duty.is("duty", "must");
  }

  // "chủ trì thực hiện", not "chủ trì" alone.
  static bool leads_work(const match::Token& duty) {
    return duty.entry && duty.entry->attributes.count("work") > 0;
  }

  // "… UBND tỉnh ban hành Kế hoạch số …": what a page is about is no task.
  bool reports_the_plan(TokenRange range) const {
    const LocalSpan span = outline_.tokens.span(range);
    return std::any_of(statements_.begin(), statements_.end(), [&](const TextSpan& statement) {
      return statement.begin < span.end && span.begin < statement.end;
    });
  }

  void read_clause(std::size_t i, TextSpan span, bool& ordered) {
    const TokenRange range = outline_.tokens.within({span.begin, span.end});
    if (range.empty()) return;
    const auto opening = reader_.opening(range);
    if (opening.bodies.empty() || opening.rest >= range.end || opening.past) return;
    if (reports_the_plan(range)) return;
    ordered |= opening.ordered;
    if (!ordered && !owes(i, opening, range)) return;
    ordered = true;
    if (opening.titled) span.begin = outline_.tokens.span(opening.bodies).begin;
    Task task = new_task(i, span);
    take(task, reader_.assignment(opening));
    take_deadline(task, range);
    task.origin = "sentence";
    task.rule = "task.sentence";
    task.confidence = kSureSentence;
    tasks_.push_back(std::move(task));
  }

  void add_item(std::size_t i, double confidence = kSureItem) {
    const Node& node = outline_.nodes[i];
    const Facts& facts = facts_[i];
    TokenRange words = facts.words;
    if (facts.opening.colon && !facts.opening.bodies.empty()) words.begin = facts.opening.rest;
    const LocalSpan span = outline_.tokens.span(words);
    const LocalSpan clean = trimmed(reading_.text.utf8, span);
    if (clean.empty() || !says_something(words)) return;
    Task task = new_task(i, {clean.begin, clean.end});
    if (is_counted(node) && node.role != Role::kParagraph) {
      task.label = reading_.block(node.block).label;
    }
    take(task, facts.own);
    if (task.lead.empty()) take(task, reader_.assignment(facts.opening));
    if (!task.deadline) take_deadline(task, facts.words);
    inherit(task, i);
    if (task.cooperating.empty()) take_cooperation(task, facts);
    const bool agency = under_agency(i);
    task.origin = agency || !facts.opening.bodies.empty() ? "assignment" : "list";
    task.rule = !facts.rule.empty() ? std::string(facts.rule)
                : agency            ? "task.agency-item"
                                    : "task.list-item";
    task.confidence = confidence;
    tasks_.push_back(std::move(task));
  }

  // Two words at least: a page number or a stray sign is no task.
  bool says_something(TokenRange words) const {
    std::size_t letters = 0;
    for (std::size_t i = words.begin; i < words.end && letters < 2; ++i) {
      const std::string_view word = outline_.tokens.slice(token(i));
      const bool digit = word[0] >= '0' && word[0] <= '9';
      if (!digit && !token(i).is("punct")) letters += word.find(' ') == word.npos ? 1 : 2;
    }
    return letters >= 2;
  }

  // "Chủ trì, phối hợp với Sở B …" under the heading of Sở A.
  void take_cooperation(Task& task, const Facts& facts) const {
    if (!facts.opening.bodies.empty()) return;
    if (const auto with = reader_.cooperation(facts.words)) {
      task.cooperating = split_bodies(outline_.tokens, *with);
    }
  }

  // Bodies, cooperation and deadlines that what it stands under says for all its items.
  void inherit(Task& task, std::size_t i) const {
    for (std::size_t at = outline_.nodes[i].parent; at != kNoNode && task.lead.empty();
         at = outline_.nodes[at].parent) {
      if (facts_[at].agency) take(task, reader_.assignment(facts_[at].opening));
      if (!facts_[at].own.empty()) take(task, facts_[at].own);
    }
  }

  void take(Task& task, const Assignment& assignment) const {
    if (task.lead.empty()) task.lead = assignment.lead;
    if (task.cooperating.empty()) task.cooperating = assignment.cooperating;
    if (!task.deadline) task.deadline = assignment.deadline;
    if (!task.deliverable) task.deliverable = assignment.deliverable;
    for (const LocalSpan& span : assignment.evidence) {
      task.evidence.push_back(reading_.evidence(TextSpan{span.begin, span.end}));
    }
  }

  // "… tổ chức khảo sát trong quý III/2024": a time that closes the sentence.
  std::optional<TokenRange> final_time(TokenRange words) const {
    while (!words.empty() && token(words.end - 1).is("punct")) --words.end;
    const auto timed = [&](std::size_t end) {
      return end > words.begin + 2 && token(end - 1).is("time") && token(end - 2).is("time-lead");
    };
    // "trình Quốc hội trong năm 2025"
    if (words.size() > 2 && token(words.end - 1).is("time", "year") &&
        !outline_.tokens.part(token(words.end - 1), "lead").empty())
      return TokenRange{words.end - 1, words.end};
    if (!timed(words.end)) return std::nullopt;
    std::size_t begin = words.end - 2;
    if (timed(begin)) begin -= 2;  // "từ ngày 01/6/2024 đến ngày 15/6/2024"
    return TokenRange{begin, words.end};
  }

  // "Hằng tháng, tổng hợp …", "…; định kỳ hằng quý báo cáo": how often, where it opens a clause or
  // is said to be regular; "kế hoạch hằng năm" says nothing of when.
  std::optional<TokenRange> regular_time(TokenRange words) const {
    for (std::size_t i = words.begin; i < words.end; ++i) {
      if (!token(i).is("recurring") || token(i).value == "always") continue;
      const bool opens = i == words.begin || token(i - 1).is("punct");
      if (opens || !outline_.tokens.part(token(i), "regular").empty()) return TokenRange{i, i + 1};
    }
    return std::nullopt;
  }

  void take_deadline(Task& task, TokenRange words) const {
    auto until = find_deadline(outline_.tokens, words);
    if (!until) until = final_time(words);
    if (!until) until = regular_time(words);
    if (until) task.deadline = read_deadline(reading_.matcher, text(*until));
  }

  Task new_task(std::size_t i, TextSpan span) const {
    Task task;
    task.text = std::string(reading_.text.slice(span));
    std::replace(task.text.begin(), task.text.end(), '\n', ' ');
    task.section = outline_.headings(reading_, i);
    task.evidence.push_back(reading_.evidence(span));
    return task;
  }

  const Reading& reading_;
  Outline outline_;
  AssignmentReader reader_;
  std::vector<TextSpan> statements_;  // that report a document's issue
  std::vector<Facts> facts_;
  std::vector<Task> tasks_;
};

}  // namespace

std::vector<Task> read_tasks(const Reading& reading) { return TaskReader(reading).read(); }

}  // namespace kehoach::plan
