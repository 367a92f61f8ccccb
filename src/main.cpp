#include "cli/cli.h"

int main(int argc, char** argv) { return kehoach::cli::run(argc, argv); }
