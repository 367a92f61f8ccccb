#include "batch/ingest/merged_index.h"

#include <poll.h>

#include "store/search/search_index.h"

namespace kehoach::batch {
namespace {

bool can_be_read(int fd) {
  pollfd polled{fd, POLLIN, 0};
  return fd >= 0 && ::poll(&polled, 1, 0) > 0;
}

}  // namespace

bool merge_index(store::Archive& archive, int stop_fd, const IngestEvents& events) {
  bool told = false;
  while (!can_be_read(stop_fd)) {
    if (!store::merge_search_index(archive)) return true;
    if (!told && events.merging) events.merging();
    told = true;
  }
  return false;
}

}  // namespace kehoach::batch
