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
  bool strict = false;             ///< Warnings and drafts count as errors.
  bool drafts = false;             ///< They are listed.
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
  bool jsonl = false;               ///< One JSON record a line.
  std::size_t limit = 0;            ///< 0: all.
  std::vector<std::string> fields;  ///< Empty: all, or the usual columns.
  bool expand = false;              ///< Names beside ids.
};
struct FacetsOptions {
  CommonOptions common;
  std::vector<std::string> where;
};
struct FindOptions {
  CommonOptions common;
  std::vector<std::string> words;
  std::vector<std::string> tables;  ///< Empty: all that have words.
  std::vector<std::string> where;
  std::size_t limit = 20;
  bool jsonl = false;
  std::vector<std::string> fields;  ///< Of the records found, beside table, id and name.
  bool expand = false;
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

struct PublishCommandOptions {
  CommonOptions common;
  std::string out;       ///< A folder, or
  std::string single;    ///< a file.
  std::string program;   ///< Where the page's program is; empty: where it usually is.
  std::string address;   ///< Where it will be read.
  std::string open;      ///< What it shows first, as a link's fragment.
  bool replace = false;  ///< Also what Proviso did not write.
  std::string data;      ///< Or an archive of data.
};

struct PictureOptions {
  CommonOptions common;
  std::string view;       ///< What it shows; empty: what `state` says.
  std::string state;      ///< A link's part behind "#".
  std::string size;       ///< "1200x675"
  std::string theme;      ///< "light", "dark" or "contrast".
  std::size_t ratio;      ///< Points of the file to one of the picture.
  std::string out;        ///< Ends in ".svg" or ".png".
  std::string program;    ///< Where the page's program is, which has the fonts.
  bool screen = false;    ///< The whole window, not a picture for an article.
  bool embedded = false;  ///< With `screen`: as it is in somebody's page.
};

// Each does what `proviso <command> --help` says and returns an `ExitCode`.

int RunCheck(const CheckOptions& options, const Console& console);
int RunCanon(const CanonOptions& options, const Console& console);
int RunList(const ListOptions& options, const Console& console);
int RunFacets(const FacetsOptions& options, const Console& console);
int RunFind(const FindOptions& options, const Console& console);
int RunLocate(const LocateOptions& options, const Console& console);
int RunPage(const PageOptions& options, const Console& console);
int RunPicture(const PictureOptions& options, const Console& console);
int RunPublish(const PublishCommandOptions& options, const Console& console);

/// Runs the program: `arguments` without its own name.
int RunCommand(const std::vector<std::string>& arguments, const Console& console);

}  // namespace proviso::cli
