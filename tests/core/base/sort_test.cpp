#include "core/base/sort.h"

#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

using proviso::SortList;
using proviso::SortRange;

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

TEST_CASE("a range is sorted, and what stands round it is not touched", "[base]") {
  std::vector<int> numbers{9, 5, 3, 5, 1, 0};
  SortRange(numbers.data() + 1, numbers.data() + 5, [](int a, int b) { return a < b; });
  CHECK(numbers == std::vector<int>{9, 1, 3, 5, 5, 0});
  SortRange(numbers.data(), numbers.data(), [](int a, int b) { return a < b; });
  CHECK(numbers.front() == 9);
}

TEST_CASE("what comes in order already, or nearly so, is sorted alike", "[base]") {
  std::mt19937 random(11);
  const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
  for (std::size_t size = 1; size < 70; ++size)
    for (const unsigned moved : {0u, 1u, 4u}) {
      std::vector<std::pair<unsigned, unsigned>> list;
      for (unsigned i = 0; i < size; ++i) list.emplace_back(i / 3, i);
      for (unsigned i = 0; i < moved; ++i) std::swap(list[random() % size], list[random() % size]);
      auto expected = list;
      std::stable_sort(expected.begin(), expected.end(), before);
      SortList(&list, before);
      CHECK(list == expected);
    }
}
