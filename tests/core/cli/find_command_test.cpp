#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "tests/core/cli/fake_console.h"
#include "tests/support/harbour.h"

using Catch::Matchers::ContainsSubstring;
using proviso::test::kHarbour;
using proviso::test::Program;

namespace {

Program WithHarbour() {
  Program program;
  program.files["h.json"] = kHarbour;
  return program;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("find names the records that have the words, the best first", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"find", "h.json", "dredger", "--json"}) == 0);
  const auto report = program.json();
  CHECK(report["words"] == "dredger");
  std::vector<std::string> ids;
  for (const auto& hit : report["hits"]) ids.push_back(hit["id"].get<std::string>());
  CHECK(ids == Strings{"dredger-comes", "c-3", "k-3"});
  CHECK(program.Run({"find", "h.json", "dredger", "--in", "claims", "--json"}) == 0);
  CHECK(program.json()["hits"].size() == 1);
  CHECK(program.Run({"find", "h.json", "harbour", "--limit", "2", "--json"}) == 0);
  CHECK(program.json()["hits"].size() == 2);
  CHECK(program.Run({"find", "h.json", "deep", "channel"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("channel-deep"));
}

TEST_CASE("find takes filters and fields", "[cli]") {
  Program program = WithHarbour();
  const auto ids = [&program](Strings arguments) {
    arguments.insert(arguments.begin(), {"find", "h.json", "harbour"});
    arguments.emplace_back("--json");
    CHECK(program.Run(arguments) == 0);
    Strings found;
    const auto report = program.json();
    for (const auto& hit : report["hits"]) found.push_back(hit["id"].get<std::string>());
    std::sort(found.begin(), found.end());
    return found;
  };
  CHECK(ids({"--in", "claims", "--where", "holder=a-editor"}) == Strings{"c-6"});
  CHECK(ids({"--where", "holder=a-vale", "--in", "propositions,claims"}) ==
        Strings{"c-4", "harbour-opens"});
  // The limit is of what passes, not of what is found first.
  CHECK(ids({"--in", "claims", "--where", "holder=a-vale", "--limit", "1"}) == Strings{"c-4"});
  CHECK(ids({"--in", "claims", "--where", "document=d-post", "--limit", "1"}).size() == 1);
  CHECK(ids({"--in", "claims", "--where", "document=d-post"}).size() > 1);
  CHECK(program.Run({"find", "h.json", "harbour", "--in", "questions", "--where", "act=promise"}) ==
        1);
  CHECK(program.Run({"find", "h.json", "harbour", "--in", "claims", "--where", "kind=statistic"}) ==
        1);
  CHECK_THAT(program.err, ContainsSubstring("that passes --where"));
  REQUIRE(program.Run({"find", "h.json", "vows", "--in", "claims", "--fields", "act,attribution",
                       "--expand", "--json"}) == 0);
  const auto hit = program.json()["hits"][0];
  CHECK(hit["act"] == "promise");
  CHECK(hit["attribution"][1]["actor"]["name"] == "The island");
  CHECK_FALSE(hit.contains("gloss"));
  REQUIRE(program.Run({"find", "h.json", "vows", "--fields", "act,attribution", "--expand"}) == 0);
  CHECK_THAT(program.out,
             ContainsSubstring("promise  a-editor (The editor) reports > a-island (The island) "
                               "asserts"));
  CHECK(program.Run({"find", "h.json", "vows", "--in", "claims", "--fields", "label"}) == 2);
}

TEST_CASE("a keyword finds its record, and is shown as what it is", "[cli]") {
  Program program = WithHarbour();
  auto dataset = nlohmann::ordered_json::parse(kHarbour);
  dataset["formatVersion"] = "1.1";
  dataset["actors"][5]["keywords"] = nlohmann::ordered_json::array({"engineer", "hydrologist"});
  dataset["passages"][4]["keywords"] = nlohmann::ordered_json::array({"draught"});
  dataset["propositions"][8]["keywords"] = nlohmann::ordered_json::array({"gale"});
  program.files["h.json"] = dataset.dump();
  const auto found = [&program](const char* word) {
    REQUIRE(program.Run({"find", "h.json", word, "--json"}) == 0);
    const auto report = program.json();
    Strings lines;
    for (const auto& hit : report["hits"])
      lines.push_back(hit["id"].get<std::string>() + " " + hit.value("keywords", Strings()).at(0));
    return lines;
  };
  CHECK(found("hydrologist") == Strings{"a-vale hydrologist"});
  CHECK(found("hydro") == Strings{"a-vale hydrologist"});
  CHECK(found("gale") == Strings{"storm-lasts gale"});
  CHECK(found("draught") == Strings{"p-5 draught", "c-5 draught"});
  REQUIRE(program.Run({"find", "h.json", "gale"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("The storm lasts (keyword: gale)"));
  REQUIRE(program.Run({"find", "h.json", "storm", "--json"}) == 0);
  const auto report = program.json();
  CHECK_FALSE(report["hits"].empty());
  for (const auto& hit : report["hits"]) CHECK_FALSE(hit.contains("keywords"));
}

TEST_CASE("find exits with 1 if nothing is found, as grep does", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"find", "h.json", "zzzzzzzz"}) == 1);
  CHECK(program.out.empty());
  CHECK_THAT(program.err, ContainsSubstring("Nothing found for “zzzzzzzz”."));
  CHECK(program.Run({"find", "h.json", "zzzzzzzz", "--json"}) == 1);
  CHECK(program.json()["hits"].empty());
}
