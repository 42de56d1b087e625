#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/model/words.h"

namespace proviso::view {

struct Library;

/// What a file of the reader's is wanted for.
enum class Wanted : std::uint8_t {
  kCopy,
  kDataset,
  kNotes,
  kText,
  kBeside,   ///< A text of a sheet that is looked at.
  kVersion,  ///< Of the open dataset, to be compared with it.
  kCoding    ///< A colleague's, to be merged with it.
};

}  // namespace proviso::view

namespace proviso {
/// As a platform is asked for them.
template <>
inline constexpr std::array<std::string_view, 7> kWords<view::Wanted>{
    "copy", "dataset", "notes", "text", "beside", "version", "coding"};
}  // namespace proviso

namespace proviso::view {

/// Another version of the open dataset, which a reader compares with it.
struct Versions {
  std::shared_ptr<Library> other;  ///< Null: none is chosen.
  std::string name;                ///< Of its file.
  bool later = true;               ///< The file is what came after; else what was before.
  std::size_t most = 120;          ///< How many records are listed.
};

/// Which pairs of two codings are listed.
enum class CodingsTab : std::uint8_t { kToDecide, kDecided, kSame, kAll };

/// Two codings that were merged: their pairs stand side by side in Compare.
struct Codings {
  bool shown = false;
  CodingsTab tab = CodingsTab::kToDecide;
  std::size_t most = 60;                ///< How many pairs are listed.
  std::shared_ptr<const Library> a, b;  ///< As they were before; null where only what came of
                                        ///< them is here.
  std::shared_ptr<const Library> next_a, next_b;  ///< Of a merge that is not carried out yet.
};

/// What becomes of a pair that differs, or of a claim that one coding has alone.
enum class CodingTaken : std::uint8_t { kA, kB, kBoth, kLeftOut, kWritten };

}  // namespace proviso::view
