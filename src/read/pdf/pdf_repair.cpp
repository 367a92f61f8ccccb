#include "read/pdf/pdf_repair.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace kehoach::read {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Ends a name: "/Page" but not "/Pages".
bool ends_name(char c) {
  return is_space(c) || std::string_view("/<>[]()").find(c) != std::string_view::npos;
}

// The number that ends before `end` (spaces between), as digits; moves `end` to its start.
std::string number_before(std::string_view file, std::size_t& end) {
  while (end > 0 && is_space(file[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(file[begin - 1]) && end - begin < 10) --begin;
  std::string digits(file.substr(begin, end - begin));
  end = begin;
  return digits;
}

struct FoundObject {
  std::string reference;  // "12 0 R"
  int number = 0;
  std::size_t body = 0;  // behind "obj"
};

// The object that begins with the "obj" at `at`.
std::optional<FoundObject> object_at(std::string_view file, std::size_t at) {
  std::size_t end = at;
  const std::string generation = number_before(file, end);
  if (generation.empty()) return std::nullopt;
  const std::string number = number_before(file, end);
  if (number.empty()) return std::nullopt;
  constexpr std::size_t kMostDigits = 7;  // Poppler keeps a table as long as the largest
  if (number.size() > kMostDigits) return std::nullopt;
  return FoundObject{number + " " + generation + " R", std::stoi(number), at + 3};
}

// The name after /Type in a dictionary's text, without the slash.
std::string_view type_name(std::string_view body) {
  const std::size_t key = body.find("/Type");
  if (key == std::string_view::npos) return {};
  std::size_t begin = key + 5;
  while (begin < body.size() && is_space(body[begin])) ++begin;
  if (begin == body.size() || body[begin] != '/') return {};  // "/Type1", a font
  std::size_t end = ++begin;
  while (end < body.size() && !ends_name(body[end])) ++end;
  return body.substr(begin, end - begin);
}

struct Found {
  std::string catalogue;
  std::vector<std::string> pages;
  int largest = 0;  // number of an object
};

Found find_objects(std::string_view file) {
  constexpr std::size_t kMostPages = 10'000;
  constexpr std::size_t kLongestHead = 4096;  // of an object's text that is looked at
  Found found;
  for (std::size_t at = file.find("obj"); at != std::string_view::npos;
       at = file.find("obj", at + 3)) {
    const std::optional<FoundObject> object = object_at(file, at);
    if (!object) continue;
    found.largest = std::max(found.largest, object->number);
    std::string_view body = file.substr(object->body, kLongestHead);
    body = body.substr(0, body.find("obj"));  // to its own end or the next one
    const std::string_view type = type_name(body);
    if (type == "Catalog") found.catalogue = object->reference;
    if (type == "Page" && found.pages.size() < kMostPages) found.pages.push_back(object->reference);
  }
  return found;
}

std::string trailer(const std::string& catalogue) {
  return "\ntrailer\n<< /Root " + catalogue + " >>\nstartxref\n0\n%%EOF\n";
}

}  // namespace

std::string new_end(std::string_view file) {
  const Found found = find_objects(file);
  if (!found.catalogue.empty()) return trailer(found.catalogue);
  if (found.pages.empty()) return {};
  const std::string tree = std::to_string(found.largest + 1) + " 0";
  const std::string catalogue = std::to_string(found.largest + 2) + " 0";
  std::string end = "\n" + tree + " obj\n<< /Type /Pages /Count " +
                    std::to_string(found.pages.size()) + " /Kids [";
  for (const std::string& page : found.pages) end += page + " ";
  return end + "] >>\nendobj\n" + catalogue + " obj\n<< /Type /Catalog /Pages " + tree +
         " R >>\nendobj\n" + trailer(catalogue + " R");
}

}  // namespace kehoach::read
