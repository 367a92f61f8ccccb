#include "store/search/query_syntax.h"

#include <optional>

#include "base/error.h"
#include "base/utf8.h"
#include "language/letters.h"
#include "output/display_width.h"

namespace kehoach::store {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kMostTerms = 128;
constexpr std::size_t kDeepest = 32;      // brackets in brackets
constexpr std::size_t kShownBefore = 60;  // columns of the query left of the caret
constexpr std::size_t kShownInAll = 76;

// The query around `position` and a caret below it.
std::string with_caret(std::string_view query, std::size_t position) {
  std::string before = output::fit_end(query.substr(0, position), kShownBefore);
  const std::size_t column = output::display_width(before);
  before += output::fit(query.substr(position), kShownInAll - column);
  return "\n  " + before + "\n  " + std::string(column, ' ') + "^";
}

struct Token {
  enum class Type { kTerms, kOpen, kClose, kAnd, kOr, kNot, kEnd };
  Type type = Type::kEnd;
  std::size_t begin = 0;
  std::string text;
  bool open_end = false;
};

bool is_quote(char32_t c) { return c == U'"' || (c >= 0x201C && c <= 0x201F); }
bool is_bracket(char32_t c) { return c == U'(' || c == U')'; }

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Token next() {
    skip_spaces();
    const std::size_t begin = position_;
    if (at_end()) return {Token::Type::kEnd, begin, {}, false};
    const char32_t c = base::next_code_point(query_, position_);
    if (c == U'(') return {Token::Type::kOpen, begin, {}, false};
    if (c == U')') return {Token::Type::kClose, begin, {}, false};
    if (is_quote(c)) return phrase(begin);
    position_ = begin;
    return word(begin);
  }

  [[noreturn]] void refuse(std::size_t position, const std::string& what) const {
    throw base::Error("query-syntax", "cannot search: " + what + with_caret(query_, position));
  }

 private:
  bool at_end() const { return position_ >= query_.size(); }

  void skip_spaces() {
    while (!at_end()) {
      std::size_t behind = position_;
      if (!language::is_space(base::next_code_point(query_, behind))) return;
      position_ = behind;
    }
  }

  Token phrase(std::size_t begin) {
    const std::size_t from = position_;
    while (!at_end()) {
      const std::size_t end = position_;
      if (!is_quote(base::next_code_point(query_, position_))) continue;
      Token token{Token::Type::kTerms, begin, std::string(query_.substr(from, end - from)), false};
      token.open_end = !at_end() && query_[position_] == '*';
      if (token.open_end) ++position_;
      return token;
    }
    refuse(begin, "a quote is opened here and not closed; write a second one, or leave it out");
  }

  Token word(std::size_t begin) {
    while (!at_end()) {
      std::size_t behind = position_;
      const char32_t c = base::next_code_point(query_, behind);
      if (language::is_space(c) || is_quote(c) || is_bracket(c)) break;
      position_ = behind;
    }
    std::string_view text = query_.substr(begin, position_ - begin);
    if (text == "AND") return {Token::Type::kAnd, begin, {}, false};
    if (text == "OR") return {Token::Type::kOr, begin, {}, false};
    if (text == "NOT") return {Token::Type::kNot, begin, {}, false};
    const bool open_end = text.ends_with('*');
    if (open_end) text.remove_suffix(1);
    if (const std::size_t star = text.find('*'); star != std::string_view::npos)
      refuse(begin + star, "a star stands only at the end of a word or phrase (hoạ*)");
    if (open_end && text.empty())
      refuse(begin, "a star needs the beginning of a word before it (hoạ*)");
    return {Token::Type::kTerms, begin, std::string(text), open_end};
  }

  std::string_view query_;
  std::size_t position_ = 0;
};

class Parser {
 public:
  explicit Parser(std::string_view query) : lexer_(query), token_(lexer_.next()) {}

  QueryNode run() {
    if (token_.type == Token::Type::kEnd) lexer_.refuse(0, "there is nothing to search for");
    QueryNode node = any();
    if (token_.type == Token::Type::kClose)
      lexer_.refuse(token_.begin, "a bracket is closed here that was not opened");
    return node;
  }

 private:
  using Type = Token::Type;

  void advance() { token_ = lexer_.next(); }

  QueryNode any() {
    QueryNode node{Kind::kAny, {}, false, {}, {}};
    node.children.push_back(all());
    while (token_.type == Type::kOr) {
      advance();
      node.children.push_back(all());
    }
    return node.children.size() == 1 ? std::move(node.children.front()) : node;
  }

  QueryNode all() {
    const std::size_t begin = token_.begin;
    QueryNode node;
    while (starts_operand() || token_.type == Type::kAnd || token_.type == Type::kNot) {
      const bool joined = token_.type == Type::kAnd;
      if (joined && node.children.empty()) missing("AND", "before");
      if (joined) advance();
      const bool without = token_.type == Type::kNot;
      if (without) advance();
      if (!starts_operand()) missing(without ? "NOT" : "AND", "behind");
      (without ? node.without : node.children).push_back(operand());
    }
    if (node.children.empty()) nothing_wanted(begin, node);
    const bool alone = node.children.size() == 1 && node.without.empty();
    return alone ? std::move(node.children.front()) : node;
  }

  [[noreturn]] void nothing_wanted(std::size_t begin, const QueryNode& node) {
    if (!node.without.empty())
      lexer_.refuse(begin, "NOT takes away from what is found: name something that must occur too");
    if (token_.type == Type::kOr) missing("OR", "before");
    if (token_.type == Type::kClose) lexer_.refuse(begin, "there is nothing between the brackets");
    lexer_.refuse(begin, "OR needs something on both sides; here there is nothing behind it");
  }

  [[noreturn]] void missing(const std::string& sign, const std::string& side) {
    lexer_.refuse(token_.begin, sign + " needs something " + side +
                                    " it; put it in quotes to search for the word itself");
  }

  bool starts_operand() const { return token_.type == Type::kTerms || token_.type == Type::kOpen; }

  QueryNode operand() {
    if (token_.type == Type::kOpen) return bracket();
    if (++terms_ > kMostTerms)
      lexer_.refuse(token_.begin, "more than " + std::to_string(kMostTerms) +
                                      " words; leave the common ones out");
    QueryNode node{Kind::kTerms, std::move(token_.text), token_.open_end, {}, {}};
    advance();
    return node;
  }

  QueryNode bracket() {
    const std::size_t begin = token_.begin;
    if (++depth_ > kDeepest) lexer_.refuse(begin, "brackets are nested too deep");
    advance();
    if (token_.type == Type::kEnd)
      lexer_.refuse(begin, "a bracket is opened here and nothing stands behind it");
    QueryNode node = any();
    if (token_.type != Type::kClose)
      lexer_.refuse(begin, "a bracket is opened here and not closed");
    advance();
    --depth_;
    return node;
  }

  Lexer lexer_;
  Token token_;
  std::size_t terms_ = 0, depth_ = 0;
};

std::string list_text(const std::vector<QueryNode>& nodes) {
  std::string out;
  for (const QueryNode& node : nodes) out += (out.empty() ? "" : " ") + to_text(node);
  return out;
}

}  // namespace

QueryNode parse_query(std::string_view query) {
  if (query.size() > kLongestQuery)
    throw base::Error("query-too-long",
                      "cannot search: the query has " + std::to_string(query.size()) +
                          " bytes, and may have " + std::to_string(kLongestQuery) +
                          "; to find documents like a whole text, see kehoach similar");
  return Parser(query).run();
}

std::string to_text(const QueryNode& node) {
  if (node.kind == Kind::kTerms) return "[" + node.text + "]" + (node.open_end ? "*" : "");
  if (node.kind == Kind::kAny) return "<" + list_text(node.children) + ">";
  const std::string without = node.without.empty() ? "" : " - " + list_text(node.without);
  return "(" + list_text(node.children) + without + ")";
}

}  // namespace kehoach::store
