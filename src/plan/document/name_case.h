// The letters that a body's name has in running text, where a header prints it in capitals.
//
// Decree 30/2020, Annex II: the first syllable of a body's name and of what names its function or
// field are capitals ("Sở Giao thông vận tải", "Trung tâm Kiểm soát bệnh tật"), so are place names.
#pragma once

#include <string>
#include <string_view>

#include "plan/reading.h"

namespace kehoach::plan {

// As the lexicon spells the words, else as the document itself prints them elsewhere, else by the
// rule above; abbreviations and names of provinces keep their capitals. Text that is not all in
// capitals is returned as it is.
std::string recase(const Reading& reading, std::string_view capitals);

// The first letter of every word upper, the others lower: names of places.
std::string title_case(std::string_view name);

}  // namespace kehoach::plan
