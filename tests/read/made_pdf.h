// PDFs written by hand, with the table of objects in order.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "base/source.h"

namespace kehoach::read {

class MadePdf {
 public:
  // Objects are numbered from 1; number 1 must be the catalogue.
  int add(const std::string& body) {
    objects_.push_back(body);
    return static_cast<int>(objects_.size());
  }
  int add_stream(const std::string& data, const std::string& entries = "") {
    return add("<< /Length " + std::to_string(data.size()) + " " + entries + " >>\nstream\n" +
               data + "\nendstream");
  }
  // The trailer's entries beside Size and Root.
  std::string bytes(const std::string& trailer = "") const {
    std::string file = "%PDF-1.7\n", table;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", file.size());
      table += line;
      file += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects_.size() + 1),
                      start = std::to_string(file.size());
    return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " +
           size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + start + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> objects_;
};

inline std::string object(int number) { return std::to_string(number) + " 0 R"; }

// A file of one page of 200 by 100 points with Helvetica as /F1. Objects 1 to 5 are the catalogue,
// the page tree, the page, its content and the font; what the parts name comes after.
struct OnePage {
  std::string content = {};
  std::string page = {};                 // more entries of the page
  std::string resources = {};            // more entries of its resources
  std::string catalogue = {};            // more entries of the catalogue
  std::vector<std::string> others = {};  // objects from 6 on
  std::string box = "[0 0 200 100]";
};

inline std::string stream(const std::string& data, const std::string& entries = "") {
  return "<< /Length " + std::to_string(data.size()) + " " + entries + " >>\nstream\n" + data +
         "\nendstream";
}

inline std::string one_page(const OnePage& made) {
  MadePdf pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R " + made.catalogue + " >>");
  pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox " + made.box +
          " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> " + made.resources + " >> " +
          made.page + " >>");
  pdf.add_stream(made.content);
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const std::string& other : made.others) pdf.add(other);
  return pdf.bytes();
}

inline base::Source source(std::string bytes) { return {"made.pdf", std::move(bytes)}; }

}  // namespace kehoach::read
