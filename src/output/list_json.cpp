#include "output/list_json.h"

#include "output/value_json.h"

namespace kehoach::output {
namespace {

Json figure_json(const plan::Figure& figure, const CodePoints& points) {
  Json out{
      {"indicator", {{"code", or_null(figure.indicator.code)}, {"name", figure.indicator.name}}},
      {"change", figure.change},
      {"unit", figure.unit},
      {"printed_unit", or_null(figure.printed_unit)},
      {"min", number(figure.min)},
      {"max", number(figure.max)},
      {"exclusive", figure.exclusive},
      {"approximate", figure.approximate},
      {"printed", figure.printed},
      {"of", number(figure.of)},
      {"baseline_year", or_null(figure.baseline_year)},
      {"year", or_null(figure.year)},
      {"per", or_null(figure.per)},
      {"deadline", or_null(figure.deadline)}};
  add_origin(out, figure, points);
  return out;
}

Json deadline_json(const std::optional<plan::Deadline>& deadline) {
  if (!deadline) return nullptr;
  return {{"text", deadline->text},
          {"from", or_null(deadline->from)},
          {"to", or_null(deadline->to)},
          {"recurring", or_null(deadline->recurring)}};
}

Json task_json(const plan::Task& task, const CodePoints& points) {
  Json out{{"label", or_null(task.label)},
           {"text", task.text},
           {"lead", task.lead},
           {"cooperating", task.cooperating},
           {"deadline", deadline_json(task.deadline)},
           {"deliverable", or_null(task.deliverable)},
           {"section", task.section},
           {"origin", task.origin}};
  add_origin(out, task, points);
  return out;
}

Json citation_json(const plan::Citation& citation, const CodePoints& points) {
  Json out{{"number", or_null(citation.number)}, {"type", or_null(citation.type)},
           {"date", or_null(citation.date)},     {"issuer", or_null(citation.issuer)},
           {"title", or_null(citation.title)},   {"relation", citation.relation}};
  add_origin(out, citation, points);
  return out;
}

Json section_json(const plan::Section& section, const CodePoints& points) {
  return {{"label", text_or_null(section.label)},
          {"title", section.title},
          {"level", section.level},
          {"start", points.at(section.span.begin)},
          {"page", or_null(section.page)},
          {"children", sections_json(section.children, points)}};
}

Json cell_json(const plan::TableCell& cell) {
  Json out{{"text", cell.text}, {"rowspan", cell.rowspan}, {"colspan", cell.colspan}};
  if (!cell.boxes.empty()) out["boxes"] = boxes_json(cell.boxes);
  return out;
}

Json table_json(const plan::Table& table) {
  Json rows = Json::array();
  for (const auto& row : table.rows) {
    Json cells = Json::array();
    for (const plan::TableCell& cell : row) cells.push_back(cell_json(cell));
    rows.push_back(std::move(cells));
  }
  return {{"pages", table.pages}, {"header_rows", table.header_rows}, {"rows", std::move(rows)}};
}

template <class Items, class Convert>
Json list(const Items& items, const Convert& convert) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(convert(item));
  return out;
}

}  // namespace

Json figures_json(const std::vector<plan::Figure>& figures, const CodePoints& points) {
  return list(figures, [&](const plan::Figure& figure) { return figure_json(figure, points); });
}

Json tasks_json(const std::vector<plan::Task>& tasks, const CodePoints& points) {
  return list(tasks, [&](const plan::Task& task) { return task_json(task, points); });
}

Json citations_json(const std::vector<plan::Citation>& citations, const CodePoints& points) {
  return list(citations,
              [&](const plan::Citation& citation) { return citation_json(citation, points); });
}

Json sections_json(const std::vector<plan::Section>& sections, const CodePoints& points) {
  return list(sections,
              [&](const plan::Section& section) { return section_json(section, points); });
}

Json tables_json(const std::vector<plan::Table>& tables) {
  return list(tables, [](const plan::Table& table) { return table_json(table); });
}

}  // namespace kehoach::output
