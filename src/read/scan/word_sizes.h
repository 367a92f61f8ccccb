// The size of type that recognised words are set in.
//
// What is known of a word is its ink. How high that reaches above the baseline depends on its
// letters: "oan" has a third of what "KẾ" has at the same size. So each word's height is measured
// against that of its highest letter, a line's size is what most of its words say, and lines that
// differ from the page's usual size by no more than measuring errs have that size.
#pragma once

#include <vector>

#include "read/scan/scan_page.h"

namespace kehoach::read {

// Sets `size` of each word. Linear in the words, but for sorting them.
void set_sizes(std::vector<ScanWord>& words);

}  // namespace kehoach::read
