#include "cli/archive/report_command.h"

#include "cli/archive_place.h"
#include "cli/clock.h"
#include "cli/generator.h"
#include "cli/result_file.h"
#include "cli/whole_file.h"
#include "output/report/archive_report.h"
#include "store/read_snapshot.h"
#include "store/report_data.h"

namespace kehoach::cli {

void write_report(store::Archive& archive, const std::string& place) {
  refuse_archive_as_output(place, archive.path());
  const store::ReadSnapshot snapshot(archive);
  output::ReportData data = store::report_data(archive);
  data.made = utc_now();
  data.tool = tool_version();
  WholeFile whole(place);
  ResultFile file(whole.path());
  file.write(output::archive_report(data));
  file.close();
  whole.keep();
}

ExitCode report(const ReportOptions& options, const Terminal&) {
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kRead);
  write_report(archive, options.output);
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
