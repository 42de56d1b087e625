#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cli/console.h"
#include "core/io/load.h"
#include "core/query/facets.h"

namespace proviso::cli {

/// What every command is given.
struct CommonOptions {
  std::string file;   ///< "-": the standard input.
  bool json = false;  ///< For other programs.
  io::Limits limits;
};

struct CheckOptions {
  CommonOptions common;  ///< `file` is not used.
  std::vector<std::string> files;
  std::vector<std::string> texts;  ///< "DOC=FILE"
  bool strict = false;             ///< Warnings count as errors.
};
struct CanonOptions {
  CommonOptions common;
  std::string out;  ///< Empty: the standard output.
};
struct ListOptions {
  CommonOptions common;
  std::string table;
  std::vector<std::string> where;  ///< "facet=value"
  bool csv = false;
};
struct FacetsOptions {
  CommonOptions common;
  std::vector<std::string> where;
};
struct FindOptions {
  CommonOptions common;
  std::vector<std::string> words;
  std::vector<std::string> tables;  ///< Empty: all that have words.
  std::size_t limit = 20;
};
struct LocateOptions {
  CommonOptions common;
  std::vector<std::string> texts;
};
struct PageOptions {
  CommonOptions common;
  std::string out;        ///< A folder; for the skeleton a file, or empty for the standard output.
  bool skeleton = false;  ///< Only what a page shows before the explorer runs.
  std::string text = "text/";  ///< Where the skeleton's links find the text version.
};

// Each does what `proviso <command> --help` says and returns an `ExitCode`.

int RunCheck(const CheckOptions& options, const Console& console);
int RunCanon(const CanonOptions& options, const Console& console);
int RunList(const ListOptions& options, const Console& console);
int RunFacets(const FacetsOptions& options, const Console& console);
int RunFind(const FindOptions& options, const Console& console);
int RunLocate(const LocateOptions& options, const Console& console);
int RunPage(const PageOptions& options, const Console& console);

/// Runs the program: `arguments` without its own name.
int RunCommand(const std::vector<std::string>& arguments, const Console& console);

}  // namespace proviso::cli
