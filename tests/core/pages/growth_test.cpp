// In what the text version grows: in the dataset, and in nothing else.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "core/io/save.h"
#include "core/pages/page.h"
#include "tests/support/say.h"

namespace proviso::view {
namespace {

std::string Name(int i) { return "thing" + std::to_string(i); }

/// `count` links, each with one antecedent more than the one before.
std::string WiderAndWider(int count) {
  std::string lines;
  std::string needed;
  for (int i = 0; i < count; ++i) {
    needed += (i == 0 ? "" : " & ") + Name(i);
    lines += "w: if " + needed + " -> aid\n";
  }
  return lines;
}

/// Everything leads to everything behind it.
std::string Tournament(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    for (int k = i + 1; k < count; ++k)
      lines += "w: if " + Name(i) + " -> " + (k + 1 == count ? "aid" : Name(k)) + "\n";
  return lines;
}

std::pair<double, double> Sizes(const std::string& lines) {
  const Library library(test::Say(lines));
  double pages = 0;
  for (const ExportedFile& file : ExportPages(library))
    pages += static_cast<double>(file.bytes.size());
  return {static_cast<double>(io::Save(library.dataset).size()), pages};
}

}  // namespace

TEST_CASE("the text version grows no faster than its dataset, whatever shape that has",
          "[export][limits]") {
  for (const auto& [shape, count] : {std::pair(&WiderAndWider, 40), std::pair(&Tournament, 16)}) {
    const auto [small_file, small_pages] = Sizes(shape(count));
    const auto [large_file, large_pages] = Sizes(shape(count * 2));
    INFO(count << ": " << small_file << " → " << small_pages << ", " << large_file << " → "
               << large_pages);
    CHECK(large_pages / small_pages <= 1.25 * large_file / small_file);
  }
}

}  // namespace proviso::view
