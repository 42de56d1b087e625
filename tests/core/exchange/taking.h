#pragma once

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

#include "core/exchange/formats.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/sheets/import.h"
#include "tests/support/files.h"

// What tests of exchange share: a dataset written in a format, and a file of one taken over as the
// command does it.
namespace proviso::exchange::test {

using proviso::test::ReadFile;

inline Dataset Open(const std::string& path) {
  auto loaded = io::Load(ReadFile(path));
  REQUIRE(loaded.ok());
  return std::move(loaded->dataset);
}

inline Dataset NightBus() { return Open("tests/golden/night-bus/night-bus.json"); }
inline std::string BusText() { return ReadFile("tests/golden/night-bus/night-bus.txt"); }

inline Texts With(const Dataset& dataset, const std::string& text) {
  return Texts(dataset, [&](DocumentId id) -> std::optional<std::string> {
    if (id.index() > 0) return std::nullopt;
    return text;
  });
}

inline std::string Exported(std::string_view format, const Dataset& dataset,
                            const std::string& text) {
  const Texts texts = With(dataset, text);
  REQUIRE(!texts.problem());
  const Result<Written> written = Write(format, dataset, texts);
  REQUIRE(written.ok());
  return written->bytes;
}

/// A file taken over and made a dataset of, as the command does it.
struct Got {
  std::optional<Taken> taken;
  sheets::Imported imported;
  Problem problem;

  const Dataset& dataset() const { return imported.loaded->dataset; }
  std::size_t Left(std::string_view many) const {
    for (const Tally& one : taken->left_out)
      if (one.many == many) return one.count;
    return 0;
  }
};

inline Got Import(std::string_view format, const std::string& bytes, const std::string& text = "",
                  const std::string& map = "", const Dataset* base = nullptr) {
  TakeOptions options;
  options.base = base;
  options.text = [&](const std::string&) -> std::optional<std::string> {
    if (text.empty()) return std::nullopt;
    return text;
  };
  if (!map.empty()) options.map = *io::ReadJson(map);
  Got got;
  Result<Taken> taken = Read(format, bytes, options);
  if (!taken.ok()) {
    got.problem = taken.problems()[0];
    return got;
  }
  got.taken = std::move(*taken);
  sheets::ImportOptions into;
  into.base = got.taken->base ? &*got.taken->base : base;
  into.text = [&](const std::string& name, const std::string&) -> std::optional<std::string> {
    for (const auto& [document, words] : got.taken->texts)
      if (document == name) return words;
    return std::nullopt;
  };
  got.imported = sheets::ImportBook(got.taken->book, into);
  return got;
}

inline std::string ProblemsOf(const Got& got) {
  std::string all;
  for (const sheets::CellProblem& one : got.imported.problems)
    if (!one.note) all += one.sheet + "!" + one.cell + ": " + one.problem.rule + "\n";
  return all;
}

inline std::size_t Occurrences(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
  return count;
}

inline std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace proviso::exchange::test
