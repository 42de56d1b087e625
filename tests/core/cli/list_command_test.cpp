#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "core/io/save.h"
#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"
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

/// What `--expand` made of a value, without the names.
nlohmann::ordered_json WithoutNames(const nlohmann::ordered_json& value) {
  if (value.is_object() && value.size() == 2 && value.contains("id") && value.contains("name"))
    return value["id"];
  nlohmann::ordered_json out = value;
  if (out.is_structured())
    for (auto& [name, member] : out.items()) member = WithoutNames(member);
  return out;
}

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

TEST_CASE("--where finds claims by direction, stance, evidence and what they speak of", "[cli]") {
  Program program = WithHarbour();
  // An "if", a "raises" and an "only if" that make something more likely.
  CHECK(Ids(program, {"claims", "--where", "direction=more"}) ==
        Strings{"c-1", "c-3", "c-4", "c-5", "c-8"});
  CHECK(Ids(program, {"claims", "--where", "direction=less"}) == Strings{"c-2"});
  CHECK(Ids(program, {"claims", "--where", "direction=no-effect"}) == Strings{"c-11"});
  CHECK(Ids(program, {"claims", "--where", "stance=disputes"}) == Strings{"c-5"});
  CHECK(Ids(program, {"claims", "--where", "stance=reports", "--where", "stance=imputes"}) ==
        Strings{"c-3", "c-4", "c-8", "c-11"});
  CHECK(Ids(program, {"claims", "--where", "evidence=no-evidence"}) == Strings{"c-7"});
  CHECK(Ids(program, {"claims", "--where", "proposition=channel-deep"}) ==
        Strings{"c-3", "c-4", "c-5"});
  // c-7 and c-8 are about something near: an earlier matter and a motive.
  CHECK(Ids(program, {"claims", "--where", "proposition=harbour-opens"}) ==
        Strings{"c-1", "c-2", "c-4", "c-5", "c-6", "c-7", "c-8", "c-11"});
}

TEST_CASE("what is only near a proposition is said to be so", "[cli]") {
  Program program = WithHarbour();
  const Strings call{"list", "h.json", "claims", "--where", "proposition=harbour-opens"};
  REQUIRE(program.Run(call) == 0);
  const auto line = [&program](std::string_view id) {
    const std::size_t at = program.out.find("\n" + std::string(id) + " ");
    REQUIRE(at != std::string::npos);
    return program.out.substr(at + 1, program.out.find('\n', at + 1) - at - 1);
  };
  CHECK_THAT(line("c-7"), ContainsSubstring("earlier: harbour-has-opened"));
  CHECK_THAT(line("c-8"), ContainsSubstring("motive: island-eager"));
  CHECK(line("c-1").find("earlier: ") == std::string::npos);
  Strings json = call;
  json.insert(json.end(), {"--json", "--expand"});
  REQUIRE(program.Run(json) == 0);
  const auto claims = program.json();
  CHECK(claims.size() == 8);
  for (const auto& claim : claims) {
    CAPTURE(claim["id"].get<std::string>());
    CHECK(claim.contains("near") == (claim["id"] == "c-7" || claim["id"] == "c-8"));
  }
  REQUIRE(program.Run({"facets", "h.json", "--json"}) == 0);
  const auto facets = program.json();
  for (const auto& value : facets["proposition"])
    if (value["value"] == "harbour-opens") {
      CHECK(value["claims"] == 8);
      CHECK(value["near"] == 2);
    }
}

TEST_CASE("what speaks of one proposition asked for is not only near another", "[cli]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"list", "h.json", "claims", "--where", "proposition=harbour-opens",
                       "--where", "proposition=island-eager", "--expand", "--json"}) == 0);
  Strings near;
  const auto claims = program.json();
  for (const auto& claim : claims)
    if (claim.contains("near")) near.push_back(claim["id"].get<std::string>());
  CHECK(near == Strings{"c-7"});
}

TEST_CASE("--fields takes members of somebody else’s making", "[cli]") {
  Program program;
  program.files["e.json"] = proviso::test::ReadFile("data/samples/everything.json");
  REQUIRE(program.Run({"list", "e.json", "claims", "--fields", "x-reviewed", "--jsonl"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("{\"x-reviewed\":"));
  CHECK_THAT(program.out, ContainsSubstring("{}\n"));
}

TEST_CASE("list says as of when, and sorts events by date", "[cli]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"list", "h.json", "claims"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("as of"));
  CHECK_THAT(program.out, ContainsSubstring("2031-06"));
  auto dataset = nlohmann::ordered_json::parse(kHarbour);
  auto& events = dataset["events"];
  const auto add = [&events](const char* id, const char* when) {
    events.push_back(events[0]);
    events.back()["id"] = id;
    if (*when == 0)
      events.back().erase("when");
    else
      events.back()["when"] = when;
  };
  add("e-2", "");
  add("e-3", "2030-12~");
  add("e-4", "../2029");
  add("e-5", "2031/..");
  add("e-6", "2031-05-02");
  add("e-7", "2031");
  program.files["h.json"] = dataset.dump();
  const Strings by_date{"e-4", "e-3", "e-7", "e-5", "e-1", "e-6", "e-2"};
  CHECK(Ids(program, {"events"}) == by_date);
  CHECK(Ids(program, {"events", "--limit", "2"}) == Strings{"e-4", "e-3"});
  REQUIRE(program.Run({"list", "h.json", "events", "--csv", "--fields", "id"}) == 0);
  // As all exports, a CSV file keeps the order of the dataset.
  CHECK(program.out == "id\ne-1\ne-2\ne-3\ne-4\ne-5\ne-6\ne-7\n");
}

TEST_CASE("--fields chooses what is printed, in its order", "[cli]") {
  Program program = WithHarbour();
  const Strings call{"list",     "h.json",       "claims", "--where", "kind=prediction",
                     "--fields", "asOf,id,about"};
  Strings json = call;
  json.emplace_back("--json");
  REQUIRE(program.Run(json) == 0);
  CHECK(program.json().dump() ==
        R"([{"id":"c-1","about":{"condition":"k-1"}},)"
        R"({"asOf":"2031-06","id":"c-6","about":{"proposition":{"not":"harbour-opens"}}}])");
  REQUIRE(program.Run(call) == 0);
  CHECK_THAT(program.out, ContainsSubstring("asOf     id   about"));
  CHECK_THAT(program.out, ContainsSubstring("2031-06  c-6  not harbour-opens"));
  Strings csv = call;
  csv.emplace_back("--csv");
  REQUIRE(program.Run(csv) == 0);
  CHECK_THAT(program.out, ContainsSubstring("asOf,id,about.proposition,about.condition,"));
  CHECK_THAT(program.out, ContainsSubstring("\n2031-06,c-6,!harbour-opens,,"));
  CHECK(program.Run({"list", "h.json", "claims", "--fields", "as_of"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("There is no field “as_of” in claims."));
  CHECK_THAT(program.err, ContainsSubstring("“asOf”"));
}

TEST_CASE("--expand writes names beside ids, and nowhere else", "[cli]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"list", "h.json", "claims", "--where", "holder=a-vale", "--fields",
                       "id,attribution,about,topics,gloss", "--expand", "--limit", "1",
                       "--json"}) == 0);
  const auto claim = program.json()[0];
  CHECK(claim["id"] == "c-3");
  CHECK(claim["attribution"][1]["actor"]["name"] == "Dr Vale");
  CHECK(claim["attribution"][1]["actor"]["id"] == "a-vale");
  CHECK(claim["attribution"][0]["cue"] == "tells us");
  CHECK(claim["about"]["condition"]["id"] == "k-3");
  CHECK(claim["topics"][0]["name"] == "Water");
  CHECK(claim["gloss"].is_string());
  REQUIRE(program.Run({"list", "h.json", "claims", "--where", "kind=prediction", "--fields",
                       "id,about", "--expand"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("not harbour-opens (The harbour opens)"));
  REQUIRE(program.Run({"list", "h.json", "relations", "--expand"}) == 0);
  CHECK_THAT(program.out, ContainsSubstring("c-6 (The harbour will not likely open.)"));
  // Of every table: taken away again, the names leave the records as they were.
  program.files["e.json"] = proviso::test::ReadFile("data/samples/everything.json");
  for (const std::string_view table : proviso::kWords<proviso::Table>) {
    CAPTURE(table);
    REQUIRE(program.Run({"list", "e.json", std::string(table), "--expand", "--json"}) == 0);
    const auto expanded = program.json();
    REQUIRE(program.Run({"list", "e.json", std::string(table), "--json"}) == 0);
    const auto plain = program.json();
    REQUIRE(expanded.size() == plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i)
      for (const auto& [name, value] : plain[i].items())
        CHECK(WithoutNames(expanded[i][name]) == value);
    CHECK((expanded == plain) ==
          (table == "topics" || table == "quantities" || table == "questions"));
  }
}

TEST_CASE("--jsonl prints one record a line", "[cli]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"list", "h.json", "topics", "--jsonl"}) == 0);
  CHECK(program.out ==
        "{\"id\":\"t-money\",\"label\":\"Money\"}\n{\"id\":\"t-water\",\"label\":\"Water\"}\n");
  CHECK(program.Run({"list", "h.json", "topics", "--jsonl", "--csv"}) == 2);
  CHECK(program.Run({"list", "h.json", "topics", "--jsonl", "--json"}) == 2);
  REQUIRE(program.Run({"find", "h.json", "dredger", "--jsonl", "--limit", "1"}) == 0);
  CHECK(program.out ==
        "{\"table\":\"propositions\",\"id\":\"dredger-comes\",\"name\":\"The dredger comes\"}\n");
}

TEST_CASE("--limit says how many there are", "[cli]") {
  Program program = WithHarbour();
  REQUIRE(program.Run({"list", "h.json", "claims", "--limit", "3"}) == 0);
  CHECK(std::count(program.out.begin(), program.out.end(), '\n') == 4);
  CHECK_THAT(program.err, ContainsSubstring("3 of 12 records."));
  program.err.clear();
  REQUIRE(program.Run({"list", "h.json", "claims", "--limit", "12"}) == 0);
  CHECK(program.err.empty());
  REQUIRE(program.Run({"list", "h.json", "claims", "--limit", "2", "--json"}) == 0);
  CHECK(program.json().size() == 2);
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
  CHECK(facets.size() == proviso::query::kFacetCount);
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
  CHECK(program.json()["sha256"] == proviso::test::Harbour().digest());
  program.full_disk = true;
  CHECK(program.Run({"canon", "h.json", "-o", "c.json"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("cannot be written"));
}

TEST_CASE("only page makes folders, and only those that -o names", "[cli]") {
  Program program = WithHarbour();
  CHECK(program.Run({"canon", "h.json", "-o", "nope/c.json"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("no folder “nope”"));
  CHECK(program.Run({"page", "h.json", "--skeleton", "-o", "nope/s.html"}) == 2);
  CHECK(program.folders.empty());
  CHECK(program.written.empty());
  CHECK(program.Run({"page", "h.json", "-o", "site"}) == 0);
  CHECK(program.folders == std::set<std::string>{"site", "site/actors", "site/documents"});
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
  CHECK(program.Run({"page", "h.json", "-o", "site", "--text", "words/"}) == 2);
  CHECK_THAT(program.err, ContainsSubstring("--text means nothing without --skeleton."));
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
  CHECK(program.Run({"list", "h.json", "claims", "--csv", "--json"}) == 2);
  CHECK(program.out.empty());
  CHECK_THAT(program.err, ContainsSubstring("--csv and --json contradict each other."));
}
