#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/exchange/taken.h"
#include "core/sheets/import.h"

namespace proviso::exchange {

/// What became of a file that is no dataset: the dataset made of it, and everything there is to say
/// of what was taken, what was left out and what is wrong where.
struct ImportedFile {
  std::string kind;                 ///< "a REFI-QDA project", "a coding sheet (xlsx)".
  std::string taken;                ///< "3 texts and 12 codes"; or empty.
  std::string left_out;             ///< The same of what has no place here.
  std::vector<std::string> drafts;  ///< Why claims are drafts: "12 claims, since …".
  sheets::Imported imported;        ///< Its problems name places of the file.
  sheets::Book book;                ///< Of a sheet: its cells, as they were read and corrected.
  /// Of codes and tags: what each was taken for, as `--map` says it; an object, or null.
  io::JsonValue codes;
};

/// Makes a dataset of what was taken from another tool's file. `options.text` is asked for the
/// texts that the file does not hold. `all_notes`: else of notes of one kind a few, and how many
/// more there are.
ImportedFile ImportTaken(const Taken& taken, sheets::ImportOptions options, bool all_notes);

/// Reads one file as the command line does, by its name and what it begins with: a workbook, a
/// sheet as CSV, or a format of `Formats`; whichever texts it does not hold are not there.
///
/// Errors: those of `Read`, `ReadXlsx` and `ReadCsv`; call for a file of which nobody knows what it
///         is, or that is too large.
/// `help`: what the reader says beside it, or null: {"fixes": [{"where": "claims!F7", "words"}],
/// cells that are read otherwise; "texts": [{"name", "text"}], files of texts beside a sheet;
/// "map": as `--map`}. The file itself stays as it is.
Result<ImportedFile> ImportFile(std::string_view bytes, std::string_view name,
                                const io::JsonValue& help = {});

/// The same as JSON for the page: {"kind", "taken", "left", "drafts": [], "counts": {…},
/// "problems":
/// [{"error", "where", "rule", "remedy", "cell"?: what stands there}], "codes"?: of `--map`,
/// "sheet": texts may stand beside it, "dataset"?: its canonical bytes as a text}.
std::string ImportedJson(const ImportedFile& file);

/// What this program writes for other tools, as JSON for the page: [{"name", "about", "ending",
/// "lost"}], in the words of the command line's help.
std::string FormatsJson();

/// Writes `dataset` as a workbook or in a format of `Formats`, without texts beside it.
/// Errors: those of `Write`.
Result<std::string> ExportFile(std::string_view format, const Dataset& dataset);

/// Larger files are not read.
inline constexpr std::size_t kLargestFile = std::size_t{64} << 20;

}  // namespace proviso::exchange
