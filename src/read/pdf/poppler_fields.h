// The tree of form fields: its signature fields, and whether it is a tree at all. Poppler unfolds
// the fields without counting, so that thirty fields that share their children never end; such a
// form must be taken from it before it looks.
#pragma once

#include <Object.h>

#include <vector>

namespace kehoach::read {

struct SignatureField {
  Object field;
  Ref reference = Ref::INVALID();  // its own: a field is often its widget too
  std::vector<Ref> widgets;        // its children
};

struct FieldTree {
  bool sound = true;                       // each field once, not too deep, not too many
  std::vector<SignatureField> signatures;  // those that are signed
};

// `fields` is an array of fields (/Fields of a form, /Annots of a page).
FieldTree walk_fields(const Object& fields);

}  // namespace kehoach::read
