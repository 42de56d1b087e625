#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "core/io/save.h"
#include "tests/core/cli/fake_console.h"
#include "tests/core/view/harbour.h"
#include "tests/support/files.h"

using Catch::Matchers::ContainsSubstring;
using proviso::test::kHarbour;
using proviso::test::Program;

namespace {

Program WithHarbour() {
  Program program;
  program.files["h.json"] = kHarbour;
  return program;
}

/// The ids that `list` prints for `arguments`.
std::vector<std::string> Ids(Program& program, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"list", "h.json"});
  arguments.emplace_back("--json");
  REQUIRE(program.Run(arguments) == 0);
  std::vector<std::string> ids;
  for (const auto& record : program.json()) ids.push_back(record["id"].get<std::string>());
  return ids;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("list prints every table, a line a record, under the names of its columns", "[cli]") {
  Program program;
  program.files["e.json"] = proviso::test::ReadFile("data/samples/everything.json");
  const auto whole = nlohmann::ordered_json::parse(program.files["e.json"]);
  for (const std::string_view table : proviso::kWords<proviso::Table>) {
    CAPTURE(table);
    const std::size_t records = whole[std::string(table)].size();
    REQUIRE(records > 0);
    CHECK(program.Run({"list", "e.json", std::string(table)}) == 0);
    CHECK(static_cast<std::size_t>(std::count(program.out.begin(), program.out.end(), '\n')) ==
          records + 1);
    CHECK(program.out.substr(0, 2) == "id");
    CHECK_THAT(program.out,
               ContainsSubstring(whole[std::string(table)][0]["id"].get<std::string>()));
  }
}

TEST_CASE("list --json prints the records as the canonical form of the dataset has them", "[cli]") {
  Program program;
  program.files["e.json"] = proviso::test::ReadFile("data/samples/everything.json");
  const auto canonical = nlohmann::ordered_json::parse(program.files["e.json"]);
  for (const std::string_view table : proviso::kWords<proviso::Table>) {
    CHECK(program.Run({"list", "e.json", std::string(table), "--json"}) == 0);
    CHECK(program.out == canonical[std::string(table)].dump(1) + "\n");
  }
}

TEST_CASE("--where takes claims by value: the same facet is or, another facet is and", "[cli]") {
  Program program = WithHarbour();
  CHECK(Ids(program, {"claims", "--where", "holder=a-vale"}) == Strings{"c-3", "c-4"});
  CHECK(Ids(program, {"claims", "--where", "holder=a-vale", "--where", "holder=a-guild"}) ==
        Strings{"c-3", "c-4", "c-5"});
  CHECK(Ids(program, {"claims", "--where", "holder=a-vale", "--where", "modality=likely"}) ==
        Strings{"c-3"});
  CHECK(Ids(program, {"claims", "--where", "act=promise"}) == Strings{"c-11"});
  CHECK(Ids(program, {"claims", "--where", "document=d-log", "--where", "topic=t-money"}) ==
        Strings{"c-2"});
}

TEST_CASE("--where leaves of another table what the passing claims need", "[cli]") {
  Program program = WithHarbour();
  const Strings where{"--where", "holder=a-vale"};
  const auto with = [&where](const char* table) {
    Strings arguments{table};
    arguments.insert(arguments.end(), where.begin(), where.end());
    return arguments;
  };
  CHECK(Ids(program, with("conditions")) == Strings{"k-3", "k-4"});
  CHECK(Ids(program, with("propositions")) ==
        Strings{"channel-deep", "dredger-comes", "harbour-opens"});
  CHECK(Ids(program, with("actors")) == Strings{"a-clerk", "a-vale"});
  CHECK(Ids(program, with("documents")) == Strings{"d-log"});
  CHECK(Ids(program, with("passages")) == Strings{"p-3", "p-4"});
  CHECK(Ids(program, with("topics")) == Strings{"t-water"});
  CHECK(Ids(program, with("events")).empty());
  CHECK(Ids(program, {"events", "--where", "modality=uncommitted"}) == Strings{"e-1"});
  CHECK(Ids(program, {"quantities", "--where", "kind=statistic"}) == Strings{"q-1"});
  CHECK(Ids(program, {"relations", "--where", "kind=prediction"}) == Strings{"r-1"});
  CHECK(Ids(program, {"relations", "--where", "holder=a-clerk"}).empty());
  CHECK(Ids(program, {"propositions", "--where", "form=none", "--where", "modality=stated"}) ==
        Strings{"fees-rise", "storm-ends"});
  CHECK(program.Run({"list", "h.json", "questions", "--where", "act=promise"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("no claim needs a question"));
}

TEST_CASE("an unknown facet or value is the call's fault; one without claims is not", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"list", "h.json", "claims", "--where", "modalty=likely"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “modality”?"));
  CHECK(program.Run({"list", "h.json", "claims", "--where", "modality=likly"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “likely”?"));
  CHECK(program.Run({"list", "h.json", "claims", "--where", "holder=a-clrk"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("Did you mean “a-clerk”?"));
  CHECK(program.Run({"list", "h.json", "claims", "--where", "likely"}) == 2);
  CHECK(program.Run({"list", "h.json", "claims", "--where", "act=threat"}) == 0);
  CHECK(program.out.empty());
  CHECK_THAT(program.err, ContainsSubstring("No record passes."));
  CHECK(program.Run({"list", "h.json", "claims", "--where", "act=threat", "--json"}) == 0);
  CHECK(program.out == "[]\n");
}

TEST_CASE("facets lists the values of claims with their counts under the other facets", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"facets", "h.json", "--where", "document=d-log", "--json"}) == 0);
  const auto facets = program.json();
  CHECK(facets.size() == 8);
  const auto count = [&facets](const char* facet, const char* value) {
    for (const auto& entry : facets[facet])
      if (entry["value"] == value) return entry["claims"].get<int>();
    return -1;
  };
  CHECK(count("holder", "a-vale") == 2);
  CHECK(count("holder", "a-guild") == 0);
  CHECK(count("document", "d-post") == 8);
  CHECK(program.Run({"facets", "h.json"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("Dr Vale"));
}

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
  CHECK(program.Run({"find", "h.json", "zzzzzzzz"}) == 0);
  CHECK(program.out.empty());
  CHECK_THAT(program.err, ContainsSubstring("Nothing found for “zzzzzzzz”."));
}

TEST_CASE("canon writes the canonical bytes, which canon leaves as they are", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"canon", "h.json"}) == 0);
  const std::string once = program.out;
  program.files["c.json"] = once;
  CHECK(program.Run({"canon", "c.json", "-o", "again.json"}) == 0);
  CHECK(program.out.empty());
  CHECK(program.written["again.json"] == once);
  CHECK(program.Run({"canon", "h.json", "--json"}) == 0);
  CHECK(program.json()["bytes"].get<std::size_t>() == once.size());
  CHECK(program.json()["sha256"] == proviso::test::Harbour().digest);
  program.full_disk = true;
  CHECK(program.Run({"canon", "h.json", "-o", "c.json"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("cannot be written"));
}

TEST_CASE("page writes the text version into a folder, or the skeleton alone", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"page", "h.json", "-o", "site/text", "--json"}) == 0);
  CHECK(program.json()["files"].size() == program.written.size());
  for (const char* path : {"index.html", "style.css", "claims.html", "actors/a-vale.html",
                           "documents/d-log.html", "about.html"})
    CHECK(program.written.count(std::string("site/text/") + path) == 1);
  program.written.clear();
  CHECK(program.Run({"page", "h.json", "--skeleton", "--text", "words/"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("href=\"words/index.html\""));
  CHECK(program.written.empty());
  CHECK(program.Run({"page", "h.json", "--skeleton", "-o", "s.html"}) == 0);
  CHECK_THAT(program.written["s.html"], ContainsSubstring("href=\"text/index.html\""));
  CHECK(program.Run({"page", "h.json"}) == 2);
  program.full_disk = true;
  CHECK(program.Run({"page", "h.json", "-o", "site"}) == 2);
}

TEST_CASE("the same call prints the same bytes", "[cli]") {
  Program program = WithHarbour();
  for (const std::vector<std::string>& call :
       {std::vector<std::string>{"check", "h.json", "--json"},
        {"list", "h.json", "claims", "--json"},
        {"facets", "h.json", "--json"},
        {"find", "h.json", "harbour", "--json"}}) {
    REQUIRE(program.Run(call) == 0);
    const std::string once = program.out;
    REQUIRE(program.Run(call) == 0);
    CHECK(program.out == once);
  }
}

TEST_CASE("list --csv prints all fields of the records that pass", "[cli]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"list", "h.json", "claims", "--where", "kind=fact", "--csv"}) == 0);
  const std::string csv = program.out;
  CHECK(csv.substr(0, 33) == "id,passages,attribution,about.pro");
  const Strings ids = Ids(program, {"claims", "--where", "kind=fact"});
  CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) >= ids.size() + 1);
  for (const std::string& id : ids) CHECK_THAT(csv, ContainsSubstring("\n" + id + ","));
}
