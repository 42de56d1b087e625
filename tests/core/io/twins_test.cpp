#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/hash.h"
#include "core/io/load.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using proviso::TextKey;
using proviso::io::Load;

namespace {

/// Something of the form of a digest.
std::string Digest(unsigned number) {
  std::array<char, 65> text{};
  std::snprintf(text.data(), text.size(), "%064x", number);
  return text.data();
}

/// A digest whose place in a small table is just behind that of another.
std::string DigestBeside(const std::string& digest) {
  for (unsigned i = 1'000;; ++i)
    if (((TextKey(Digest(i)).hash - TextKey(digest).hash) & 8191u) - 1 < 50) return Digest(i);
}

}  // namespace

TEST_CASE("sentences that stand in a thousand documents do not hide one that stands twice in one",
          "[io]") {
  ordered_json dataset = ordered_json::parse(proviso::test::ReadFile("data/samples/minimal.json"));
  const ordered_json document = dataset["documents"][0];
  const ordered_json passage = dataset["passages"][0];
  const auto add_passage = [&](const std::string& id, int of, const std::string& digest) {
    ordered_json more = passage;
    more["id"] = id;
    more["document"] = "d-" + std::to_string(of);
    more["sha256"] = digest;
    dataset["passages"].push_back(more);
  };
  constexpr int kDocuments = 1'200;
  const std::string one = Digest(7);
  const std::string other = DigestBeside(one);
  for (int i = 0; i < kDocuments; ++i) {
    ordered_json more = document;
    more["id"] = "d-" + std::to_string(i);
    dataset["documents"].push_back(more);
    add_passage("one-" + std::to_string(i), i, one);
  }
  for (int i = 0; i < kDocuments; ++i) add_passage("other-" + std::to_string(i), i, other);
  add_passage("again", 600, other);

  const auto loaded = Load(dataset.dump());
  REQUIRE(loaded.ok());
  REQUIRE(loaded->warnings.size() == 1);
  CHECK(loaded->warnings[0].code == "I7");
  CHECK(loaded->warnings[0].pointer ==
        "/passages/" + std::to_string(2 * kDocuments + 1) + "/sha256");
}
