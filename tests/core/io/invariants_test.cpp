// Each invariant at its edge: the last that is right, the first that is not.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/sha256.h"
#include "core/io/check_text.h"
#include "core/io/load.h"
#include "tests/support/files.h"

using nlohmann::ordered_json;
using proviso::DocumentId;
using proviso::Problem;
using proviso::io::CheckAgainstText;
using proviso::io::Load;
using proviso::test::ReadFile;

namespace {

/// The smallest sample, with two more propositions, both used, and a link between them.
ordered_json Base() {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/minimal.json"));
  dataset["documents"][0]["text"].erase("paragraphs");
  for (const char* id : {"p-a", "p-b", "p-c"})
    dataset["propositions"].push_back({{"id", id}, {"label", id}, {"kind", "event"}});
  dataset["conditions"].push_back(
      {{"id", "k-x"}, {"form", "if"}, {"antecedents", {"p-a"}}, {"consequent", "p-b"}});
  dataset["conditions"][0]["unless"] = {"p-c"};
  ordered_json claim = dataset["claims"][0];
  claim["id"] = "c-x";
  claim["about"] = {{"condition", "k-x"}};
  dataset["claims"].push_back(claim);
  return dataset;
}

/// "I4 /claims/1/modality; …" of the errors; "ok" where there are none.
std::string Errors(const ordered_json& dataset) {
  const auto loaded = Load(dataset.dump());
  if (loaded.ok()) return "ok";
  std::string all;
  for (const Problem& problem : loaded.problems())
    all += (all.empty() ? "" : "; ") + problem.code + " " + problem.pointer;
  return all;
}

std::string Warned(const ordered_json& dataset) {
  const auto loaded = Load(dataset.dump());
  if (!loaded.ok()) return "refused: " + Errors(dataset);
  std::string all;
  for (const Problem& problem : loaded->warnings)
    all += (all.empty() ? "" : "; ") + problem.code + " " + problem.pointer;
  return all;
}

}  // namespace

TEST_CASE("the base of these tests is sound", "[io][invariant]") {
  CHECK(Errors(Base()) == "ok");
  CHECK(Warned(Base()) == "");
}

TEST_CASE("which levels each kind of claim may have", "[io][invariant]") {
  const std::vector<std::string> levels{"will", "very_likely", "likely", "possible",
                                        "even", "uncommitted", "stated"};
  const auto allowed = [](bool level, const std::string& modality) {
    return level ? modality != "stated" : modality != "even" && modality != "uncommitted";
  };
  for (const std::string& modality : levels) {
    for (const std::string form :
         {"if", "onlyIf", "evenIf", "raises", "lowers", "noEffect", "bearsOn", "explains"}) {
      ordered_json dataset = Base();
      dataset["conditions"][1]["form"] = form;
      dataset["claims"][1]["modality"] = modality;
      const bool level = form == "if" || form == "onlyIf" || form == "evenIf";
      INFO(form << " " << modality);
      CHECK(Errors(dataset) == (allowed(level, modality) ? "ok" : "I4 /claims/1/modality"));
    }
    ordered_json dataset = Base();
    dataset["claims"][0]["modality"] = modality;
    dataset["claims"][0]["about"] = {{"proposition", "p-a"}};
    INFO(modality);
    CHECK(Errors(dataset) == (allowed(true, modality) ? "ok" : "I4 /claims/0/modality"));
    dataset["quantities"] =
        ordered_json::array({{{"id", "q-1"}, {"measure", "m"}, {"value", 1}, {"unit", "t"}}});
    dataset["claims"][0]["about"] = {{"quantity", "q-1"}};
    CHECK(Errors(dataset) == (allowed(true, modality) ? "ok" : "I4 /claims/0/modality"));
    dataset["claims"][0]["about"] = {{"comparison", {{"more", "k-x"}}}};
    CHECK(Errors(dataset) == (allowed(false, modality) ? "ok" : "I4 /claims/0/modality"));
  }
}

TEST_CASE("only the last step asserts", "[io][invariant]") {
  for (const char* stance :
       {"reports", "endorses", "doubts", "disputes", "imputes", "downgrades", "distances"}) {
    ordered_json dataset = Base();
    ordered_json& steps = dataset["claims"][0]["attribution"];
    const ordered_json actor = steps[0]["actor"];
    const ordered_json outer = {{"actor", actor}, {"stance", stance}};
    steps.insert(steps.begin(), outer);
    CHECK(Errors(dataset) == "ok");
    steps[0]["stance"] = "asserts";
    CHECK(Errors(dataset) == "I3 /claims/0/attribution/0/stance");
    steps[0]["stance"] = stance;
    steps[1]["stance"] = stance;
    CHECK(Errors(dataset) == "I3 /claims/0/attribution/1/stance");
  }
}

TEST_CASE("nothing depends on itself, and nothing on a thing and its opposite", "[io][invariant]") {
  const auto with = [](const ordered_json& antecedents, const ordered_json& unless) {
    ordered_json dataset = Base();
    dataset["conditions"][1]["antecedents"] = antecedents;
    dataset["conditions"][1]["unless"] = unless;
    return Errors(dataset);
  };
  const ordered_json a = "p-a", b = "p-b", c = "p-c";
  const ordered_json not_a = {{"not", "p-a"}}, not_b = {{"not", "p-b"}}, not_c = {{"not", "p-c"}};
  const auto list = [](const ordered_json& one, const ordered_json& other) {
    return ordered_json::array({one, other});
  };
  CHECK(with(list(a, c), ordered_json::array()) == "ok");
  CHECK(with(list(a, not_c), ordered_json::array()) == "ok");
  CHECK(with(list(a, b), ordered_json::array()) == "I5 /conditions/1/antecedents/1");
  CHECK(with(list(not_b, a), ordered_json::array()) == "I5 /conditions/1/antecedents/0");
  CHECK(with(list(a, not_a), ordered_json::array()) == "I5 /conditions/1/antecedents/1");
  CHECK(with(ordered_json::array({c, a, not_c}), ordered_json::array()) ==
        "I5 /conditions/1/antecedents/2");
  CHECK(with(ordered_json::array({c, a, not_a}), ordered_json::array()) ==
        "I5 /conditions/1/antecedents/2");
  CHECK(with(ordered_json::array({a}), list(c, b)) == "ok");
  CHECK(with(ordered_json::array({a}), list(c, a)) == "I5 /conditions/1/unless/1");
  CHECK(with(list(c, a), ordered_json::array({not_a})) == "I5 /conditions/1/unless/0");
  CHECK(with(list(c, a), ordered_json::array({not_c})) == "I5 /conditions/1/unless/0");
}

TEST_CASE("what each commitment may be about", "[io][invariant]") {
  for (const std::string act :
       {"threat", "red_line", "promise", "assertive", "demand", "question", "warning"}) {
    const bool hostile = act == "threat" || act == "red_line";
    const auto about = [&](const ordered_json& what) {
      ordered_json dataset = Base();
      dataset["quantities"] =
          ordered_json::array({{{"id", "q-1"}, {"measure", "m"}, {"value", 1}, {"unit", "t"}}});
      for (auto& proposition : dataset["propositions"])
        proposition["actors"] = ordered_json::array({dataset["actors"][0]["id"]});
      dataset["claims"][1]["act"] = act;
      dataset["claims"][1]["about"] = what;
      if (what.contains("comparison")) dataset["claims"][1]["modality"] = "stated";
      return Errors(dataset);
    };
    INFO(act);
    const std::string no = "I6 /claims/1/about";
    CHECK(about({{"condition", "k-x"}}) == "ok");
    CHECK(about({{"proposition", "p-b"}}) == (hostile ? no : "ok"));
    CHECK(about({{"quantity", "q-1"}}) == (hostile || act == "promise" ? no : "ok"));
    CHECK(about({{"comparison", {{"more", "k-x"}}}}) == (hostile || act == "promise" ? no : "ok"));
  }
}

TEST_CASE("who commits for another is named, however far up the whole is", "[io][invariant]") {
  ordered_json dataset = Base();
  const auto holder = dataset["actors"][0]["id"].get<std::string>();
  dataset["actors"][0]["partOf"] = "a-part";
  dataset["actors"].push_back(
      {{"id", "a-part"}, {"kind", "group"}, {"name", "Part"}, {"partOf", "a-whole"}});
  dataset["actors"].push_back({{"id", "a-whole"}, {"kind", "state"}, {"name", "Whole"}});
  dataset["actors"].push_back({{"id", "a-other"}, {"kind", "state"}, {"name", "Other"}});
  dataset["claims"][1]["act"] = "threat";
  const auto done_by = [&](const ordered_json& actors) {
    for (auto& proposition : dataset["propositions"])
      if (proposition["id"] == "p-b") proposition["actors"] = actors;
    return Warned(dataset);
  };
  CHECK(done_by({holder}) == "");
  CHECK(done_by({"a-other", holder}) == "");
  CHECK(done_by({"a-part"}) == "");
  CHECK(done_by({"a-whole"}) == "");
  CHECK(done_by({"a-other"}) == "I6 /claims/1/act");
  CHECK(done_by(ordered_json::array()) == "I6 /claims/1/act");
}

TEST_CASE("paragraphs meet, or have one space between them", "[io][invariant]") {
  const auto with = [](const std::vector<std::pair<int, int>>& paragraphs) {
    ordered_json dataset = Base();  // 67 code points.
    for (const auto& [start, end] : paragraphs)
      dataset["documents"][0]["text"]["paragraphs"].push_back({{"start", start}, {"end", end}});
    return Errors(dataset);
  };
  const std::string text = "I7 /documents/0/text/paragraphs";
  CHECK(with({{0, 67}}) == "ok");
  CHECK(with({{0, 30}, {30, 67}}) == "ok");
  CHECK(with({{0, 30}, {31, 67}}) == "ok");
  CHECK(with({{0, 30}, {31, 32}, {33, 67}}) == "ok");
  CHECK(with({{0, 30}, {32, 67}}) == text + "/1");
  CHECK(with({{0, 30}, {29, 67}}) == text + "/1");
  CHECK(with({{1, 67}}) == text + "/0");
  CHECK(with({{0, 30}, {30, 30}, {30, 67}}) == text + "/1");
  CHECK(with({{0, 30}, {31, 30}, {30, 67}}) == text + "/1");
  CHECK(with({{0, 30}, {31, 68}}) == text + "/1");
  CHECK(with({{0, 30}, {31, 66}}) == text);
}

TEST_CASE("a passage ends behind its start and within its text", "[io][invariant]") {
  const auto with = [](int start, int end) {
    ordered_json dataset = Base();
    dataset["passages"][0]["start"] = start;
    dataset["passages"][0]["end"] = end;
    return Errors(dataset);
  };
  CHECK(with(0, 67) == "ok");
  CHECK(with(66, 67) == "ok");
  CHECK(with(0, 1) == "ok");
  CHECK(with(0, 68) == "I7 /passages/0/end");
  CHECK(with(30, 30) == "I7 /passages/0/end");
  CHECK(with(31, 30) == "I7 /passages/0/end");
}

TEST_CASE("what makes a passage questionable", "[io][invariant]") {
  ordered_json dataset = Base();
  dataset["passages"][0]["letters"] = 12;
  CHECK(Warned(dataset) == "");
  dataset["passages"][0]["letters"] = 11;
  CHECK(Warned(dataset) == "I7 /passages/0/letters");
  dataset = Base();
  dataset["passages"][0]["paragraph"] = 3;
  CHECK(Warned(dataset) == "");  // None are listed.
  dataset["documents"][0]["text"]["paragraphs"] = {{{"start", 0}, {"end", 30}},
                                                   {{"start", 31}, {"end", 67}}};
  CHECK(Warned(dataset) == "I7 /passages/0/paragraph");
  dataset["passages"][0]["paragraph"] = 2;
  CHECK(Warned(dataset) == "");
}

TEST_CASE("the same words twice in a document want a mark, in two documents none",
          "[io][invariant]") {
  ordered_json dataset = Base();
  ordered_json twin = dataset["passages"][0];
  twin["id"] = "p-twin";
  dataset["passages"].push_back(twin);
  CHECK(Warned(dataset) == "I7 /passages/1/sha256");
  dataset["passages"][1]["role"] = "repeat";
  CHECK(Warned(dataset) == "");
  dataset["passages"][1]["role"] = "body";
  dataset["passages"][1]["repeats"] = dataset["passages"][0]["id"];
  CHECK(Warned(dataset) == "");
  dataset["passages"][1].erase("repeats");
  ordered_json other = dataset["documents"][0];
  other["id"] = "d-other";
  dataset["documents"].push_back(other);
  dataset["passages"][1]["document"] = "d-other";
  CHECK(Warned(dataset) == "");
}

TEST_CASE("everything that names a proposition or link uses it", "[io][invariant]") {
  ordered_json dataset = Base();
  const auto add = [&dataset](const char* id) {
    dataset["propositions"].push_back({{"id", id}, {"label", id}, {"kind", "event"}});
  };
  add("n-antecedent");
  add("n-unless");
  add("n-consequent");
  add("n-more");
  add("n-less");
  add("n-event");
  add("n-claim");
  add("n-nobody");
  const std::size_t nobody = dataset["propositions"].size() - 1;
  dataset["conditions"].push_back({{"id", "k-more"},
                                   {"form", "if"},
                                   {"antecedents", {"n-antecedent"}},
                                   {"unless", {"n-unless"}},
                                   {"consequent", "n-consequent"}});
  for (const char* id : {"k-less", "k-nobody"})
    dataset["conditions"].push_back(
        {{"id", id}, {"form", "if"}, {"antecedents", {"p-a"}}, {"consequent", "p-b"}});
  ordered_json claim = dataset["claims"][0];
  claim["modality"] = "stated";
  claim["id"] = "c-links";
  claim["about"] = {{"comparison", {{"more", "k-more"}, {"less", "k-less"}}}};
  dataset["claims"].push_back(claim);
  claim["id"] = "c-propositions";
  claim["about"] = {{"comparison", {{"more", "n-more"}, {"less", "n-less"}}}};
  dataset["claims"].push_back(claim);
  claim["id"] = "c-claim";
  claim["modality"] = "will";
  claim["about"] = {{"proposition", {{"not", "n-claim"}}}};
  dataset["claims"].push_back(claim);
  dataset["events"] = {{{"id", "e-1"}, {"proposition", "n-event"}}};
  CHECK(Warned(dataset) == "I9 /propositions/" + std::to_string(nobody) + "; I9 /conditions/4");
}

TEST_CASE("what can be undercut is a claim about a link", "[io][invariant]") {
  for (const std::string type :
       {"undercuts", "attacks", "supports", "restates", "refines", "contrasts", "sameOutcome"}) {
    ordered_json dataset = Base();
    dataset["claims"][0]["about"] = {{"proposition", "p-a"}};
    dataset["relations"] = {{{"id", "r-1"},
                             {"type", type},
                             {"from", "c-x"},
                             {"to", dataset["claims"][0]["id"]},
                             {"by", "coder"}},
                            {{"id", "r-2"},
                             {"type", type},
                             {"from", dataset["claims"][0]["id"]},
                             {"to", "c-x"},
                             {"by", "coder"}}};
    INFO(type);
    CHECK(Errors(dataset) == (type == "undercuts" ? "I11 /relations/0/to" : "ok"));
  }
}

TEST_CASE("low, value and high rise or are equal, as far as given", "[io][invariant]") {
  const auto with = [](const ordered_json& numbers) {
    ordered_json dataset = Base();
    ordered_json quantity = {{"id", "q-1"}, {"measure", "m"}, {"unit", "t"}};
    quantity.update(numbers);
    dataset["quantities"] = ordered_json::array({quantity});
    return Errors(dataset);
  };
  CHECK(with({{"low", 1}, {"value", 1}, {"high", 1}}) == "ok");
  CHECK(with({{"low", 1}, {"value", 2}, {"high", 3}}) == "ok");
  CHECK(with({{"low", 1}, {"high", 1}}) == "ok");
  CHECK(with({{"low", 2}, {"high", 1}}) == "I12 /quantities/0");
  CHECK(with({{"low", 2}, {"value", 1}}) == "I12 /quantities/0");
  CHECK(with({{"value", 2}, {"high", 1}}) == "I12 /quantities/0");
  CHECK(with({{"low", -1}, {"value", -2}}) == "I12 /quantities/0");
  CHECK(with(ordered_json::object()) == "schema /quantities/0");
}

TEST_CASE("exclusion holds both ways and never with oneself", "[io][invariant]") {
  ordered_json dataset = Base();
  const auto exclude = [&](const char* one, const ordered_json& list) {
    for (auto& proposition : dataset["propositions"])
      if (proposition["id"] == one) proposition["excludes"] = list;
  };
  exclude("p-a", {"p-b", "p-c"});
  exclude("p-b", {"p-a"});
  exclude("p-c", {"p-a"});
  CHECK(Errors(dataset) == "ok");
  exclude("p-c", ordered_json::array());
  CHECK(Errors(dataset).find("I10 /propositions/") == 0);
  exclude("p-c", {"p-a", "p-c"});
  CHECK(Errors(dataset).find("I10 /propositions/") == 0);
}

TEST_CASE("a text is checked to its last word", "[io][text]") {
  ordered_json dataset = ordered_json::parse(ReadFile("data/samples/everything.json"));
  // What it quotes of the text would be at odds with the changes below, too.
  dataset["documents"][0].erase("quoting");
  dataset["documents"][0]["text"].erase("content");
  for (auto& passage : dataset["passages"]) passage.erase("quote");
  const std::string text = ReadFile("data/samples/everything.txt");
  const auto check = [&](const std::string& with) {
    const auto loaded = Load(dataset.dump());
    REQUIRE(loaded.ok());
    return CheckAgainstText(loaded->dataset, DocumentId(0), with);
  };
  CHECK(check(text).errors.empty());
  // The same letters in another layout.
  const auto other = check("- " + text);
  REQUIRE(other.errors.size() == 1);
  CHECK(other.errors[0].pointer == "/documents/0/text/codePoints");
  dataset["passages"][1]["letters"] = dataset["passages"][1]["letters"].get<int>() + 1;
  const auto wrong = check(text);
  REQUIRE(wrong.errors.size() == 1);
  CHECK(wrong.errors[0].pointer == "/passages/1/letters");
}

TEST_CASE("a shared run counts wherever it stands in the source and in the sentence",
          "[io][text]") {
  const auto run = [](const std::string& source, const std::string& gloss) {
    ordered_json dataset = Base();
    dataset["claims"][0]["gloss"] = gloss;
    const auto loaded = Load(dataset.dump());
    REQUIRE(loaded.ok());
    std::string found;
    for (const Problem& problem : CheckAgainstText(loaded->dataset, DocumentId(0), source).warnings)
      if (problem.pointer == "/claims/0/gloss") found = problem.rule;
    return found;
  };
  const auto says = [](const std::string& rule, const std::string& words) {
    INFO(rule);
    return rule.find(words) != std::string::npos;
  };
  CHECK(says(run("a b c d e f g", "a b c d e f g"), "7 words"));
  CHECK(says(run("x y a b c d e f g", "z a b c d e f g"), "7 words"));
  CHECK(says(run("a b c d e f g x", "a b c d e f g z"), "7 words"));
  CHECK(run("a b c d e f g", "a b c d e f h").empty());
  CHECK(run("a b c d e f", "a b c d e f").empty());
  // The longest, not the last: nine words, then seven.
  CHECK(says(run("a b c d e f g h i x 1 2 3 4 5 6 7", "a b c d e f g h i z 1 2 3 4 5 6 7"),
             "9 words"));
  CHECK(says(run("1 2 3 4 5 6 7 x a b c d e f g h i", "a b c d e f g h i z 1 2 3 4 5 6 7"),
             "9 words"));
}

TEST_CASE("a passage inside longer words does not stand twice", "[io][text]") {
  // Of the same letters only the second begins a word.
  const auto loaded_with = [](const std::string& text, unsigned start, unsigned end,
                              const std::string& letters, const std::string& all, bool repeat) {
    ordered_json dataset = Base();
    ordered_json& own = dataset["documents"][0]["text"];
    own["codePoints"] = text.size();
    own["sha256"] = proviso::Sha256Hex(all);
    ordered_json& passage = dataset["passages"][0];
    passage["start"] = start;
    passage["end"] = end;
    passage["letters"] = letters.size();
    passage["sha256"] = proviso::Sha256Hex(letters);
    if (repeat) passage["role"] = "repeat";
    const auto loaded = Load(dataset.dump());
    REQUIRE(loaded.ok());
    const auto check = CheckAgainstText(loaded->dataset, DocumentId(0), text);
    CHECK(check.errors.empty());
    int twice = 0;
    for (const Problem& problem : check.warnings)
      twice += problem.pointer == "/passages/0/sha256" ? 1 : 0;
    return twice;
  };
  CHECK(loaded_with("xwords of some length, words of some length", 23, 43, "wordsofsomelength",
                    "xwordsofsomelengthwordsofsomelength", false) == 0);
  CHECK(loaded_with("words of some length, words of some length", 22, 42, "wordsofsomelength",
                    "wordsofsomelengthwordsofsomelength", false) == 1);
  CHECK(loaded_with("words of some length, words of some length", 22, 42, "wordsofsomelength",
                    "wordsofsomelengthwordsofsomelength", true) == 0);
}
