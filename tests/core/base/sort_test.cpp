#include "core/base/sort.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

using proviso::SortList;

TEST_CASE("a list of any length is sorted as the standard's stable sort does it", "[base]") {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 70; ++size) {
    std::vector<std::pair<unsigned, unsigned>> list;
    for (std::size_t i = 0; i < size; ++i)
      list.emplace_back(random() % 9, static_cast<unsigned>(i));
    auto expected = list;
    const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(expected.begin(), expected.end(), before);
    SortList(&list, before);
    CHECK(list == expected);
  }
}

TEST_CASE("what owns memory is sorted as well, and nothing of it is lost", "[base]") {
  std::vector<std::string> words{"pear, a long word that lives on the heap", "fig",
                                 "apple, another long word that lives there", "fig", ""};
  auto expected = words;
  std::stable_sort(expected.begin(), expected.end());
  SortList(&words, [](const std::string& a, const std::string& b) { return a < b; });
  CHECK(words == expected);
}
