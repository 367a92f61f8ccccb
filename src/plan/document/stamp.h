// Number and date of a document that stand nowhere but in the stamp of a digital signature.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// A clerk's stamp names the number that a document was given: "Số: 57/QĐ-UBND, thời gian ký …". It
// fills `number` and, with the time of that signature, `issue_date`, where the document's own text
// leaves them open; a month or year that the text does give must be the signature's too.
void read_stamp(const Reading& reading, DocumentFields& fields);

}  // namespace kehoach::plan
