#include "cli/search/empty_list.h"

#include "store/search/hit_list.h"
#include "store/search/why_nothing.h"

namespace kehoach::cli {

void tell_why_nothing(store::Archive& archive, const store::Filter& filter,
                      const std::string& else_why, const Terminal& terminal) {
  if (store::count_hits(archive, filter, {}, 1) > 0) return terminal.note(else_why);
  store::SearchRequest request;
  request.filter = filter;
  for (const std::string& why : store::why_nothing(archive, request, {})) terminal.note(why);
}

}  // namespace kehoach::cli
