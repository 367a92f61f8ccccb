// What a copy of a signed original must say of itself.
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

namespace kehoach::output {

// In the properties (Producer, Subject, CopyOf) and as XMP, in place of the original's.
void say_copy(QPDF& pdf, const std::string& tool, const std::string& sha256,
              std::size_t signatures);

}  // namespace kehoach::output
