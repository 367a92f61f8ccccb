#include "output/explained_values.h"

#include "output/figure_words.h"

namespace kehoach::output {
namespace {

using Values = std::vector<ExplainedValue>;

std::string words(const std::string& value) { return value; }
std::string words(bool value) { return value ? "true" : "false"; }
std::string words(const plan::Number& value) { return value.printed; }
std::string words(const plan::DocumentType& value) { return value.name; }
std::string words(const plan::Issuer& value) { return value.name; }
std::string words(const plan::Period& value) {
  const auto year = [](std::optional<int> y) { return y ? std::to_string(*y) : std::string("…"); };
  return value.from == value.to ? year(value.to) : year(value.from) + "-" + year(value.to);
}

template <class T>
void add(Values& out, const std::string& key, const plan::Field<T>& field) {
  out.push_back(
      {"/document/" + key, words(field.value), field.confidence, field.rule, &field.evidence});
}

template <class T>
void add(Values& out, const std::string& key, const std::optional<plan::Field<T>>& field) {
  if (field) add(out, key, *field);
}

void add(Values& out, const std::string& pointer, const std::string& value,
         const plan::Entry& entry) {
  out.push_back({pointer, value, entry.confidence, entry.rule, &entry.evidence});
}

void add_document(Values& out, const plan::DocumentFields& document) {
  add(out, "number", document.number);
  add(out, "type", document.type);
  add(out, "issue_date", document.issue_date);
  add(out, "issue_date/partial", document.issue_date_partial);
  add(out, "issuer", document.issuer);
  add(out, "place", document.place);
  add(out, "title", document.title);
  add(out, "signer", document.signer);
  add(out, "signer/position", document.signer_position);
  for (std::size_t i = 0; i < document.authorities.size(); ++i)
    add(out, "signer/authorities/" + std::to_string(i), document.authorities[i]);
  for (std::size_t i = 0; i < document.recipients.size(); ++i)
    add(out, "/document/recipients/" + std::to_string(i), document.recipients[i].text,
        document.recipients[i]);
  add(out, "urgency", document.urgency);
  add(out, "secrecy", document.secrecy);
  add(out, "period", document.period);
  add(out, "plan", document.plan);
  for (std::size_t i = 0; i < document.attached.size(); ++i)
    add(out, "/document/attached/" + std::to_string(i),
        document.attached[i].type + " " + document.attached[i].title, document.attached[i]);
}

std::string task_words(const plan::Task& task) {
  std::string out = task.text;
  for (const std::string& lead : task.lead) out += " | " + lead;
  return task.deadline ? out + " | " + task.deadline->text : out;
}

std::string citation_words(const plan::Citation& citation) {
  std::string out = citation.relation + ":";
  for (const auto& part : {citation.type, citation.number, citation.date, citation.issuer})
    if (part) out += " " + *part;
  return out;
}

template <class Items, class Words>
void add_list(Values& out, const std::string& key, const Items& items, const Words& to_words) {
  for (std::size_t i = 0; i < items.size(); ++i)
    add(out, "/" + key + "/" + std::to_string(i), to_words(items[i]), items[i]);
}

}  // namespace

std::vector<ExplainedValue> explained_values(const plan::Record& record) {
  Values out;
  add_document(out, record.document);
  add_list(out, "targets", record.targets, figure_words);
  add_list(out, "results", record.results, figure_words);
  add_list(out, "tasks", record.tasks, task_words);
  add_list(out, "citations", record.citations, citation_words);
  return out;
}

}  // namespace kehoach::output
