#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/exchange/taken.h"
#include "core/exchange/written.h"

namespace proviso::exchange {

/// A format of another tool.
struct Format {
  std::string_view name;   ///< "qdpx", as `--to` and `--from` say it.
  std::string_view about;  ///< "a REFI-QDA project"
  std::string_view out;    ///< Paragraphs for the help: what is lost on the way out;
  std::string_view in;     ///< and what is left out on the way in. Empty: not written, not read.
};

/// All of them, in the order in which help lists them.
std::span<const Format> Formats();

/// The format of these bytes, by the file's name and what it begins with; empty: none of ours.
std::string_view GuessFormat(std::string_view bytes, std::string_view name);

/// Writes `dataset` in the format of that name.
/// Errors: call, where the format needs what is not there (a text, a claim).
Result<Written> Write(std::string_view format, const Dataset& dataset, const Texts& texts);

/// Reads a file of the format of that name. All checking is left to `ImportBook` and `Load`.
/// Errors: syntax and limit, with line and column, for what is damaged; then nothing is taken.
Result<Taken> Read(std::string_view format, std::string_view bytes, const TakeOptions& options);

// The formats, one by one.
Result<Written> WriteQdpx(const Dataset& dataset, const Texts& texts);
Result<Taken> ReadQdpx(std::string_view bytes, const TakeOptions& options);
Result<Written> WriteQdc(const Dataset& dataset);
Result<Taken> ReadQdc(std::string_view bytes, const TakeOptions& options);
Result<Written> WriteAnnotations(const Dataset& dataset, const Texts& texts);
Result<Taken> ReadAnnotations(std::string_view bytes, const TakeOptions& options);
Result<Written> WriteCsl(const Dataset& dataset);
Result<Taken> ReadCsl(std::string_view bytes, const TakeOptions& options);
Result<Written> WriteDnaCsv(const Dataset& dataset, const Texts& texts);
Result<Taken> ReadDnaCsv(std::string_view bytes, const TakeOptions& options);
Result<Written> WriteGraphMl(const Dataset& dataset);
Result<Written> WriteArgdown(const Dataset& dataset);
Result<Written> WriteAif(const Dataset& dataset);
Result<Taken> ReadAif(std::string_view bytes, const TakeOptions& options);

/// The plain text of a text file, a page or a document of a word processor (.txt, .html, .docx,
/// .odt), paragraphs parted by blank lines.
/// Errors: syntax and limit for what is damaged; call for what is not read, such as .pdf and .doc.
Result<std::string> PlainText(std::string_view bytes, std::string_view name);

/// A JSON tree, or what is wrong with line and column.
Result<io::JsonValue> ReadJsonFile(std::string_view bytes);

}  // namespace proviso::exchange
