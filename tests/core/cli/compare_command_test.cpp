// proviso compare, as it is called.

#include <catch2/catch_test_macros.hpp>

#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::test {
namespace {

Program WithHarbour() {
  Program program;
  program.files["h.json"] = std::string(kHarbour);
  return program;
}

}  // namespace

TEST_CASE("compare lists every point once, and its counts add up", "[cli][compare]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"compare", "h.json", "--json"}) == 0);
  const auto json = program.json();
  CHECK(json["a"] == "d-log");
  CHECK(json["b"] == "d-post");
  std::size_t sum = 0;
  for (const auto& count : json["counts"]) sum += count.get<std::size_t>();
  CHECK(sum == json["points"].size());
  CHECK(sum > 3);
  for (const auto& point : json["points"])
    CHECK((point["verdict"] == "only-a") == point["b"].empty());
  REQUIRE(program.Run({"compare", "h.json"}) == 0);
  CHECK(program.out.find("whether the harbour opens") != std::string::npos);
  // Only asked about, so nothing is said of the moon but by who says it.
  CHECK(program.out.find("Only B (stated as fact)") != std::string::npos);
}

TEST_CASE("compare takes holders, and refuses what is not there", "[cli][compare]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"compare", "h.json", "a-vale", "a-guild", "--json"}) == 0);
  CHECK(program.json()["a"] == "a-vale");
  CHECK(program.Run({"compare", "h.json", "d-lag"}) == 2);
  CHECK(program.err.find("d-log") != std::string::npos);
  CHECK(program.Run({"compare", "h.json", "d-log", "storm-ends"}) == 2);
  CHECK(program.Run({"compare", "h.json", "d-log", "d-log"}) == 2);
  CHECK(program.out.empty());
  CHECK(program.err.find("Both sides are “d-log”.") != std::string::npos);
  program.files["one.json"] = ReadFile("data/samples/worked-example.json");
  CHECK(program.Run({"compare", "one.json"}) == 2);
}

}  // namespace proviso::test
