// The record's `document` key.
#pragma once

#include "output/code_points.h"
#include "output/record_json.h"

namespace kehoach::output {

Json document_json(const plan::DocumentFields& document, const CodePoints& points);

}  // namespace kehoach::output
