// A changed file carries no signature: takes out what would claim one.
#pragma once

#include <qpdf/QPDF.hh>

namespace kehoach::output {

// Signature fields become stamps that look as before; permissions and proofs that go with
// signatures go. Gives the number of signatures that the file had.
std::size_t remove_signatures(QPDF& pdf);

}  // namespace kehoach::output
