#include "plan/tasks/assignment.h"

#include <algorithm>

#include "language/comparison.h"
#include "plan/bodies.h"
#include "plan/tasks/deadline.h"

namespace kehoach::plan {

namespace {

using match::Token;
using match::TokenRange;

// Words that may stand between the bodies and "phối hợp với": "chủ trì, ", "có trách nhiệm ".
constexpr std::size_t kCooperationReach = 6;
// Words of a title or time that may stand before a colon, ahead of the bodies.
constexpr std::size_t kTitleReach = 20;

}  // namespace

void Assignment::complete_with(const Assignment& other) {
  const bool more = (lead.empty() && !other.lead.empty()) ||
                    (cooperating.empty() && !other.cooperating.empty()) ||
                    (!deadline && other.deadline) || (!deliverable && other.deliverable);
  if (!more) return;
  if (lead.empty()) lead = other.lead;
  if (cooperating.empty()) cooperating = other.cooperating;
  if (!deadline) deadline = other.deadline;
  if (!deliverable) deliverable = other.deliverable;
  evidence.insert(evidence.end(), other.evidence.begin(), other.evidence.end());
}

bool AssignmentReader::is_sign(std::size_t i, std::string_view sign) const {
  return tokens_.slice(tokens_.tokens[i]) == sign;
}

void AssignmentReader::take_label(std::string_view label, TokenRange value,
                                  Assignment& found) const {
  if (value.empty()) return;
  if (label == "lead" && found.lead.empty()) found.lead = split_bodies(tokens_, value);
  if (label == "cooperating" && found.cooperating.empty()) {
    found.cooperating = split_bodies(tokens_, value);
  }
  if (label == "deadline" && !found.deadline) {
    found.deadline = read_deadline(matcher_, tokens_.slice(value));
  }
  if (label == "deliverable" && !found.deliverable) {
    found.deliverable = std::string(tokens_.slice(value));
  }
}

Assignment AssignmentReader::labels(TokenRange within) const {
  Assignment found;
  bool meeting = false;
  for (std::size_t i = within.begin; i < within.end;) {
    std::size_t next = i + 1;
    while (next < within.end && !tokens_.tokens[next].is("label")) ++next;
    TokenRange value{i + 1, next};
    while (!value.empty() && (is_sign(value.end - 1, ".") || is_sign(value.end - 1, ";") ||
                              is_sign(value.end - 1, "-") || is_sign(value.end - 1, ","))) {
      --value.end;
    }
    const Token& label = tokens_.tokens[i];
    if (label.is("label", "meeting")) meeting = true;
    if (label.value == "lead" || label.value == "cooperating") {
      value.end = sentence_end(value);
      take_time_behind(value, found);
    }
    if (label.is("label")) take_label(label.value, value, found);
    i = next;
  }
  if (meeting) found.lead.clear();
  found.evidence.push_back(tokens_.span(within));
  return found;
}

// "chủ trì: Vụ Đào tạo, hoàn thành tháng 11/2025": the time behind the bodies.
void AssignmentReader::take_time_behind(TokenRange& value, Assignment& found) const {
  for (std::size_t i = value.begin + 1; i + 1 < value.end; ++i) {
    if (!is_sign(i, ",")) continue;
    const auto time = whole_time({i + 1, value.end});
    if (!time) continue;
    if (!found.deadline) found.deadline = read_deadline(matcher_, tokens_.slice(*time));
    value.end = i;
    return;
  }
}

// Where the first sentence of `value` ends; an abbreviation ("TP.") ends none.
std::size_t AssignmentReader::sentence_end(TokenRange value) const {
  for (std::size_t i = value.begin + 1; i + 1 < value.end; ++i) {
    if (is_sign(i, ".") && tokens_.slice(tokens_.tokens[i - 1]).size() > 3 &&
        language::starts_upper(tokens_.slice(tokens_.tokens[i + 1]))) {
      return i;
    }
  }
  return value.end;
}

std::size_t AssignmentReader::first_label(TokenRange within) const {
  int brackets = 0;
  for (std::size_t i = within.begin; i < within.end; ++i) {
    if (is_sign(i, "(")) ++brackets;
    if (is_sign(i, ")") && brackets > 0) --brackets;
    if (brackets > 0 || !tokens_.tokens[i].is("label")) continue;
    const bool opens = i == within.begin || is_sign(i - 1, ".") || is_sign(i - 1, ";") ||
                       is_sign(i - 1, "-") || is_sign(i - 1, ")") || is_sign(i - 1, "+");
    if (opens) return i;
  }
  return within.end;
}

std::optional<TokenRange> AssignmentReader::last_bracket(TokenRange within) const {
  std::size_t end = within.end;
  while (end > within.begin && (is_sign(end - 1, ".") || is_sign(end - 1, ";") ||
                                is_sign(end - 1, ",") || is_sign(end - 1, "/"))) {
    --end;
  }
  if (end == within.begin || !is_sign(end - 1, ")")) return std::nullopt;
  int open = 0;
  for (std::size_t i = end; i > within.begin; --i) {
    if (is_sign(i - 1, ")")) ++open;
    if (!is_sign(i - 1, "(") || --open > 0) continue;
    const TokenRange range{i - 1, end};
    return bracket(range).empty() ? std::nullopt : std::optional(range);
  }
  return std::nullopt;
}

std::optional<TokenRange> AssignmentReader::closing_bracket(TokenRange within) const {
  const auto range = last_bracket(within);
  return range && range->begin > within.begin ? range : std::nullopt;
}

std::optional<TokenRange> AssignmentReader::whole_bracket(TokenRange within) const {
  const auto range = last_bracket(within);
  return range && range->begin == within.begin ? range : std::nullopt;
}

// One part of a bracket, between semicolons; false if it says nothing of an assignment.
bool AssignmentReader::read_part(TokenRange part, Assignment& found) const {
  if (part.empty()) return true;
  const Token& first = tokens_.tokens[part.begin];
  if (first.is("label")) {
    found.complete_with(labels(part));
    found.evidence.clear();
    return true;
  }
  if (const Opening open = opening(part); !open.bodies.empty()) {
    const bool bare = open.rest == part.end;
    if (bare && tokens_.tokens[open.bodies.begin].is("body-head", "place")) return false;
    const auto time = whole_time({open.rest, part.end});
    if (!bare && !open.duty && !open.cooperating && !time) return false;
    if (time) found.deadline = read_deadline(matcher_, tokens_.slice(*time));
    if (open.rest + 1 == part.end && tokens_.tokens[open.rest].is("duty", "cooperate")) {
      const auto more = split_bodies(tokens_, open.bodies);
      found.cooperating.insert(found.cooperating.end(), more.begin(), more.end());
    } else if (found.lead.empty()) {
      found.complete_with(assignment(open));
    } else {
      const auto more = split_bodies(tokens_, open.bodies);
      found.lead.insert(found.lead.end(), more.begin(), more.end());
    }
    if (const auto until = find_deadline(tokens_, {open.rest, part.end}); until && !time) {
      found.deadline = read_deadline(matcher_, tokens_.slice(*until));
    }
    return true;
  }
  if (const auto with = cooperating_after(part.begin, part.end)) {
    found.cooperating = split_bodies(tokens_, *with);
    return true;
  }
  const auto time = whole_time(part);
  if (!time) return false;
  found.deadline = read_deadline(matcher_, tokens_.slice(*time));
  return true;
}

// The time that `part` is, wholly, without a leading "hoàn thành"; a day without a year, as in
// "24/7", is none by itself.
std::optional<TokenRange> AssignmentReader::whole_time(TokenRange part) const {
  while (!part.empty() &&
         (is_sign(part.begin, ",") || is_sign(part.begin, "-") ||
          tokens_.tokens[part.begin].is("due") || tokens_.tokens[part.begin].is("duty", "do") ||
          tokens_.tokens[part.begin].is("duty", "lead"))) {
    ++part.begin;
  }
  bool time = false, alone = part.size() == 1;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const Token& token = tokens_.tokens[i];
    if (token.is("time") || token.is("recurring")) {
      time = true;
      alone = alone && token.is("time", "date") && tokens_.part(token, "year").empty();
    } else if (!token.is("until") && !token.is("time-lead") && !token.is("onward") &&
               !token.is("and") && !token.is("due") && !is_sign(i, "-") && !is_sign(i, ",") &&
               !is_sign(i, ".") && !is_sign(i, ";") && !is_sign(i, "/")) {
      return std::nullopt;
    }
  }
  if (!time || alone) return std::nullopt;
  return part;
}

std::size_t AssignmentReader::closing_time(TokenRange within) const {
  for (std::size_t i = within.end; i > within.begin + 1; --i) {
    if (!is_sign(i - 1, ":")) continue;
    return whole_time({i, within.end}) ? i - 1 : within.end;
  }
  return within.end;
}

std::optional<TokenRange> AssignmentReader::opening_time(TokenRange within) const {
  const std::size_t reach = std::min(within.end, within.begin + kTitleReach);
  for (std::size_t i = within.begin; i < reach; ++i) {
    if (is_sign(i, ":")) return whole_time({within.begin, i});
  }
  return std::nullopt;
}

Assignment AssignmentReader::bracket(TokenRange bracket) const {
  Assignment found;
  std::size_t begin = bracket.begin + 1;
  for (std::size_t i = begin; i < bracket.end; ++i) {
    const bool last = i + 1 == bracket.end;
    // "(Sở A chủ trì, Sở B phối hợp)"
    const bool another = !last && is_sign(i, ",") && tokens_.tokens[i - 1].is("duty") &&
                         leading_bodies(tokens_, {i + 1, bracket.end});
    if (!last && !is_sign(i, ";") && !another) continue;
    if (!read_part({begin, i}, found)) return {};
    begin = i + 1;
  }
  if (!found.empty()) found.evidence.push_back(tokens_.span(bracket));
  return found;
}

// Those to work with: names of bodies, or any few words before the next word of duty ("kiểm lâm
// địa bàn").
std::optional<TokenRange> AssignmentReader::partners(TokenRange within) const {
  if (const auto bodies = leading_bodies(tokens_, within)) return bodies;
  const std::size_t reach = std::min(within.end, within.begin + kCooperationReach);
  for (std::size_t i = within.begin; i < reach; ++i) {
    const Token& token = tokens_.tokens[i];
    if (token.is("duty") && i > within.begin) return TokenRange{within.begin, i};
    if (token.is("punct") || token.is("duty") || token.is("order")) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<TokenRange> AssignmentReader::cooperating_after(std::size_t begin,
                                                              std::size_t end) const {
  const std::size_t reach = std::min(end, begin + kCooperationReach);
  for (std::size_t i = begin; i < reach; ++i) {
    const Token& token = tokens_.tokens[i];
    if (token.is("duty", "cooperate")) return partners({i + 1, end});
    const bool between =
        token.is("duty", "lead") || token.is("duty", "must") || token.is("and") || is_sign(i, ",");
    if (!between) return std::nullopt;
  }
  return std::nullopt;
}

// Where the bodies stand: at the start, or after a clause that opens with "Căn cứ", "Định kỳ".
std::size_t AssignmentReader::bodies_begin(TokenRange within) const {
  if (within.empty()) return within.end;
  const Token& first = tokens_.tokens[within.begin];
  if (first.is("plan") && within.size() > 1 && tokens_.tokens[within.begin + 1].is("order")) {
    return within.begin + 1;
  }
  if (!first.is("preamble") && !first.is("time") && !first.is("recurring") && !first.is("until")) {
    return within.begin;
  }
  std::size_t i = within.begin;
  while (i < within.end && (tokens_.tokens[i].is("preamble") || tokens_.tokens[i].is("recurring") ||
                            tokens_.tokens[i].is("time") || tokens_.tokens[i].is("until"))) {
    ++i;
  }
  if (leading_bodies(tokens_, {i, within.end})) return i;
  for (; i < within.end; ++i) {
    if (is_sign(i, ".") || is_sign(i, ":") || is_sign(i, ";")) break;
    if (!is_sign(i, ",") || i + 1 >= within.end) continue;
    const Token& next = tokens_.tokens[i + 1];
    if ((next.is("body-head") || next.is("plural") || next.is("order")) &&
        !tokens_.tokens[i - 1].is("body-head", "kind")) {
      return i + 1;
    }
  }
  return within.begin;
}

// "UBND tỉnh giao Sở Nội vụ …": whom the first bodies order, where they do.
TokenRange AssignmentReader::ordered_bodies(TokenRange bodies, std::size_t end,
                                            bool& ordered) const {
  std::size_t next = bodies.end;
  while (next < end && is_sign(next, ",")) ++next;
  if (next >= end || !tokens_.tokens[next].is("order")) return bodies;
  while (next < end && tokens_.tokens[next].is("order")) ++next;
  const auto whom = leading_bodies(tokens_, {next, end});
  if (!whom) return bodies;
  ordered = true;
  return *whom;
}

// "Chế độ báo cáo: Định kỳ 6 tháng, các đơn vị …": what stands behind a title or time.
AssignmentReader::Opening AssignmentReader::opening(TokenRange within) const {
  Opening open = opening_at(within);
  if (open.colon && open.rest < within.end && is_sign(open.rest - 1, ":")) {
    // "giao nhiệm vụ cho các đơn vị: Sở Tài chính bố trí …"
    Opening behind = opening_at({open.rest, within.end});
    if (behind.duty && !behind.bodies.empty() && behind.rest < within.end) {
      behind.titled = true;
      behind.ordered |= open.ordered;
      return behind;
    }
  }
  if (!open.bodies.empty()) return open;
  const std::size_t reach = std::min(within.end, within.begin + kTitleReach);
  for (std::size_t i = within.begin; i < reach; ++i) {
    if (!is_sign(i, ":")) continue;
    Opening behind = opening_at({i + 1, within.end});
    if (behind.bodies.empty() || behind.colon) return open;
    behind.titled = true;
    for (std::size_t k = within.begin; k < i; ++k) {
      behind.ordered |= tokens_.tokens[k].is("order");
    }
    return behind;
  }
  return open;
}

AssignmentReader::Opening AssignmentReader::opening_at(TokenRange within) const {
  Opening open;
  std::size_t i = bodies_begin(within);
  open.rest = within.begin;
  for (std::size_t k = within.begin; k < i; ++k) open.ordered |= tokens_.tokens[k].is("plan");
  while (i < within.end && tokens_.tokens[i].is("order")) {
    open.ordered = true;
    ++i;
  }
  auto bodies = leading_bodies(tokens_, {i, within.end});
  if (!bodies) return open;
  bodies = ordered_bodies(*bodies, within.end, open.ordered);
  open.bodies = *bodies;
  open.rest = bodies->end;
  if (open.rest < within.end && is_sign(open.rest, "(")) {
    while (open.rest < within.end && !is_sign(open.rest, ")")) ++open.rest;
    open.rest = std::min(within.end, open.rest + 1);
  }
  if (open.rest < within.end && is_sign(open.rest, ":")) {
    open.colon = true;
    ++open.rest;
  } else if (open.rest < within.end &&
             (tokens_.tokens[open.rest].is("duty") ||
              tokens_.tokens[open.rest].is("body-field", "deed")) &&
             language::starts_upper(tokens_.slice(tokens_.tokens[open.rest]))) {
    open.colon = true;  // the line end that stood there is lost
  }
  std::size_t verb = open.rest;
  while (verb < within.end && is_sign(verb, ",")) ++verb;
  open.duty = verb < within.end &&
              (tokens_.tokens[verb].is("duty") || tokens_.tokens[verb].is("preamble") ||
               tokens_.tokens[verb].is("body-field", "deed") ||
               tokens_.tokens[verb].is("recurring") || tokens_.tokens[verb].is("due"));
  open.past = verb < within.end && tokens_.tokens[verb].is("past");
  open.reported = open.past && tokens_.tokens[verb].value == "reported";
  open.cooperating = cooperating_after(verb, within.end);
  return open;
}

Assignment AssignmentReader::assignment(const Opening& open) const {
  Assignment found;
  if (!open.bodies.empty()) {
    found.lead = split_bodies(tokens_, open.bodies);
  }
  if (open.cooperating) found.cooperating = split_bodies(tokens_, *open.cooperating);
  return found;
}

}  // namespace kehoach::plan
