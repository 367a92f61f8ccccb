#include "cli/arguments.h"

namespace kehoach::cli {

void add_pattern_folders(CLI::App& command, std::vector<std::string>& patterns) {
  command
      .add_option("--patterns", patterns,
                  "Folder of pattern files to lay on top of the built-in ones (repeatable)")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_archive(CLI::App& command, std::string& archive) {
  command.add_option("--archive", archive, "The archive")->type_name("FILE")->capture_default_str();
}

namespace {

// Far beyond any use, and small enough for milliseconds and bytes to be counted without overflow.
constexpr double kMostSeconds = 1e6;
constexpr std::size_t kMostMebibytes = std::size_t{1} << 24U;

}  // namespace

void add_limits(CLI::App& command, BatchLimits& limits) {
  command.add_option("-j,--jobs", limits.jobs, "Worker processes (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      .add_option("--timeout", limits.timeout_seconds,
                  "Seconds that one source may take, anew with each page of OCR; 0: any")
      ->type_name("SECONDS")
      ->check(CLI::Range(0.0, kMostSeconds))
      ->capture_default_str();
  command.add_option("--memory", limits.memory_mib, "MiB that one worker may take; 0: any")
      ->type_name("MIB")
      ->check(CLI::Range(std::size_t{0}, kMostMebibytes))
      ->capture_default_str();
}

void add_ocr(CLI::App& command, BatchLimits& limits) {
  command
      .add_option("--ocr", limits.ocr,
                  "Read pages off their image: auto (those without a sound text), never, always")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "never", "always"}))
      ->capture_default_str();
}

}  // namespace kehoach::cli
