#include "output/sheets/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"
#include "output/sheets/cell_text.h"
#include "output/sheets/zip_sizes.h"

namespace kehoach::output {
namespace {

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw base::Error("output", "cannot write the workbook: " + path + ": " + why +
                                  "; free space there or name another place with --output");
}

// What the library writes of a link, without its cell and target.
constexpr std::string_view kLinkMarkup = "<hyperlink ref=\"\" location=\"\" display=\"\"/>";

// A table may take several sheets of the workbook.
struct OpenSheet {
  Sheet shape;
  lxw_worksheet* sheet = nullptr;
  std::size_t parts = 0, rows = 0, links = 0, link_bytes = 0;  // all but parts: of the last part
};

// Day 0 of Excel's calendar is no day, and it holds 29 February 1900: earlier days stay text.
constexpr std::string_view kFirstDay = "1900-03-01";

}  // namespace

struct Workbook::State {
  std::string path, scratch;
  std::vector<std::int64_t> documents;
  WorkbookLimits limits;
  std::vector<OpenSheet> sheets;
  lxw_workbook* book = nullptr;
  lxw_format* head = nullptr;
  lxw_format* day = nullptr;
  lxw_format* link = nullptr;
  std::size_t cut = 0, unlinked = 0, continued = 0;
  std::vector<std::uint64_t> written;  // bytes of rows and links, by sheet of the workbook

  void open();
  void open_part(OpenSheet& sheet);
  void close_part(OpenSheet& sheet);
  void next_row(OpenSheet& sheet);
  void check(lxw_error error) const;
  void check_parts() const;
};

namespace {

// Writes one cell of the row that is open.
struct CellWriter {
  Workbook::State& state;
  OpenSheet& sheet;
  lxw_row_t row;
  lxw_col_t column;

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const {
    if (text.empty()) return;
    std::string printable = without_controls(text);
    if (auto cut = cut_to_units(printable, state.limits.units)) {
      printable = std::move(*cut);
      ++state.cut;
    }
    state.check(worksheet_write_string(sheet.sheet, row, column, printable.c_str(), nullptr));
  }
  void operator()(std::int64_t value) const { (*this)(static_cast<double>(value)); }
  void operator()(double value) const {
    state.check(worksheet_write_number(sheet.sheet, row, column, value, nullptr));
  }
  void operator()(bool value) const {
    state.check(worksheet_write_boolean(sheet.sheet, row, column, value ? 1 : 0, nullptr));
  }
  void operator()(const IsoDate& date) const {
    if (!is_iso_day(date.iso) || date.iso < kFirstDay) return (*this)(date.iso);
    lxw_datetime day{};
    day.year = std::stoi(date.iso.substr(0, 4));
    day.month = std::stoi(date.iso.substr(5, 2));
    day.day = std::stoi(date.iso.substr(8, 2));
    state.check(worksheet_write_datetime(sheet.sheet, row, column, &day, state.day));
  }
  void operator()(const DocumentLink& link) const {
    const auto found = std::lower_bound(state.documents.begin(), state.documents.end(), link.id);
    const bool here = found != state.documents.end() && *found == link.id;
    const std::size_t target = static_cast<std::size_t>(found - state.documents.begin()) + 2;
    const bool reachable = here && target <= state.limits.rows && !is_first();
    const bool linked = reachable && sheet.links < state.limits.links;
    if (reachable && !linked) ++state.unlinked;
    if (linked) {
      ++sheet.links;
      sheet.link_bytes +=
          kLinkMarkup.size() + 2 * target_of(target).size() + std::to_string(row + 1).size() + 1;
      // The link stays when the number takes the place of its text.
      state.check(worksheet_write_url(sheet.sheet, row, column,
                                      ("internal:" + target_of(target)).c_str(), state.link));
    }
    state.check(worksheet_write_number(sheet.sheet, row, column, static_cast<double>(link.id),
                                       linked ? state.link : nullptr));
  }
  std::string target_of(std::size_t target) const {
    return "'" + state.sheets.front().shape.name + "'!A" + std::to_string(target);
  }
  bool is_first() const { return &sheet == &state.sheets.front(); }
};

}  // namespace

void Workbook::State::check(lxw_error error) const {
  if (error != LXW_NO_ERROR) fail(path, lxw_strerror(error));
}

void Workbook::State::open() {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_FALSE;
  options.tmpdir = scratch.data();
  book = workbook_new_opt(path.c_str(), &options);
  if (book == nullptr) fail(path, std::strerror(errno != 0 ? errno : ENOMEM));
  head = workbook_add_format(book);
  format_set_bold(head);
  format_set_bottom(head, LXW_BORDER_THIN);
  day = workbook_add_format(book);
  format_set_num_format(day, "yyyy-mm-dd");
  link = workbook_get_default_url_format(book);
  for (OpenSheet& sheet : sheets) open_part(sheet);
}

void Workbook::State::open_part(OpenSheet& sheet) {
  ++sheet.parts;
  const std::string name =
      sheet.shape.name + (sheet.parts > 1 ? " (" + std::to_string(sheet.parts) + ")" : "");
  sheet.sheet = workbook_add_worksheet(book, name.c_str());
  if (sheet.sheet == nullptr) fail(path, "no temporary file could be made in " + scratch);
  sheet.links = 0;
  sheet.link_bytes = 0;
  written.resize(std::max<std::size_t>(written.size(), sheet.sheet->index + 1U));
  worksheet_freeze_panes(sheet.sheet, 1, 1);
  for (std::size_t i = 0; i < sheet.shape.columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const SheetColumn& shape = sheet.shape.columns[i];
    check(worksheet_set_column(sheet.sheet, column, column, shape.width, nullptr));
    check(worksheet_write_string(sheet.sheet, 0, column, shape.name.c_str(), head));
  }
  sheet.rows = 1;
}

void Workbook::State::close_part(OpenSheet& sheet) {
  const auto last = static_cast<lxw_col_t>(sheet.shape.columns.size() - 1);
  check(worksheet_autofilter(sheet.sheet, 0, 0, static_cast<lxw_row_t>(sheet.rows - 1), last));
  // The last row is still in memory, so what the file has is a little less than it will be.
  std::FILE* rows = sheet.sheet->optimize_tmpfile;
  if (std::fflush(rows) != 0 || std::ferror(rows) != 0)
    fail(path, "a temporary file in " + scratch + ": " + std::strerror(errno));
  written[sheet.sheet->index] = static_cast<std::uint64_t>(::ftello(rows)) + sheet.link_bytes;
}

// The library puts a sheet together in one more temporary file and does not look whether that
// could be written: on a full disk rows would be lost in silence.
void Workbook::State::check_parts() const {
  const std::map<std::string, std::uint64_t> sizes = zip_sizes(path);
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto found = sizes.find("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml");
    if (found == sizes.end() || found->second < written[i])
      fail(path, "rows are missing in it: no space left for temporary files in " + scratch);
  }
}

void Workbook::State::next_row(OpenSheet& sheet) {
  if (sheet.rows < limits.rows) return;
  close_part(sheet);
  open_part(sheet);
  ++continued;
}

Workbook::Workbook(const std::string& path, const std::string& scratch, std::vector<Sheet> sheets,
                   std::vector<std::int64_t> documents, WorkbookLimits limits)
    : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->scratch = scratch;
  state_->documents = std::move(documents);
  state_->limits = limits;
  for (Sheet& sheet : sheets) state_->sheets.push_back({std::move(sheet), nullptr, 0, 0, 0, 0});
  state_->open();
}

Workbook::~Workbook() {
  if (state_->book != nullptr) lxw_workbook_free(state_->book);
}

bool Workbook::add(std::size_t index, const Row& row) {
  OpenSheet& sheet = state_->sheets.at(index);
  state_->next_row(sheet);
  const auto at = static_cast<lxw_row_t>(sheet.rows++);
  for (std::size_t i = 0; i < row.size(); ++i)
    std::visit(CellWriter{*state_, sheet, at, static_cast<lxw_col_t>(i)}, row[i]);
  return true;
}

void Workbook::finish() {
  for (OpenSheet& sheet : state_->sheets) state_->close_part(sheet);
  errno = 0;
  const lxw_error error = workbook_close(std::exchange(state_->book, nullptr));
  if (error != LXW_NO_ERROR)
    fail(state_->path, errno != 0 ? std::strerror(errno) : lxw_strerror(error));
  state_->check_parts();
}

std::vector<std::string> Workbook::notes() const {
  std::vector<std::string> out;
  const auto say = [&](std::size_t count, const std::string& what) {
    if (count > 0) out.push_back(std::to_string(count) + " " + what);
  };
  say(state_->cut, "text(s) longer than the " + std::to_string(state_->limits.units) +
                       " characters of a cell were cut; csv and jsonl hold them whole");
  say(state_->continued,
      "more sheets were needed: a sheet holds " + std::to_string(state_->limits.rows) + " rows");
  say(state_->unlinked,
      "ids are plain numbers: a sheet holds " + std::to_string(state_->limits.links) + " links");
  return out;
}

}  // namespace kehoach::output
