// Properties: whatever words a dataset holds, what is written and read again is equal, or the loss
// is told.

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/edit/lines.h"
#include "core/io/drafts.h"
#include "core/sheets/export.h"
#include "tests/core/exchange/taking.h"

namespace proviso::exchange {
namespace {

using namespace test;

/// What other formats quote, escape, trim or take for their own.
constexpr std::array<std::string_view, 25> kPieces{
    "=1+1", "'=x", "-", "\"",  "“", "”",    "&amp;", "<b>", "-->", ";",  "/",  "{}",    "[…]",
    "not",  "–",   "é", "[x]", "е", "线路", "😀",     "\\",  "#1",  "::", "IF", " THEN "};

std::string AnyWords(std::minstd_rand* dice) {
  std::string words = "W";
  for (std::size_t n = 1 + (*dice)() % 5; n > 0; --n) {
    words += (*dice)() % 2 == 0 ? " " : "";
    words += kPieces[(*dice)() % kPieces.size()];
  }
  return TakenMaker::Clean(words + std::to_string((*dice)() % 1000), 60);
}

/// The night bus with other words in every field that people write freely.
std::optional<Dataset> Reworded(unsigned seed) {
  std::minstd_rand dice(seed);
  auto root = *io::ReadJson(io::Save(NightBus()));
  const auto reword = [&](const char* table, std::initializer_list<const char*> fields) {
    if (io::JsonValue* list = root.Find(table))
      for (io::JsonValue& one : list->items())
        for (const char* field : fields)
          if (one.Find(field) != nullptr && dice() % 3 != 0) one.Set(field, AnyWords(&dice));
  };
  reword("documents", {"title", "container", "genre"});
  reword("actors", {"name"});
  reword("propositions", {"label", "gloss"});
  reword("topics", {"label", "gloss"});
  reword("claims", {"gloss"});
  constexpr std::array<const char*, 8> kDates{"2023",    "2023-03~",   "2023-03-24?",
                                              "2023%",   "2023/2024~", "2023-05/..",
                                              "../2024", "2023-02-28"};
  root.Find("documents")->items()[0].Set("published", kDates[seed % kDates.size()]);
  auto loaded = io::Load(root.Write());
  if (!loaded.ok()) return std::nullopt;
  return std::move(loaded->dataset);
}

/// What a claim is about, with the whole labels of its statements.
std::string AboutWords(const Dataset& dataset, const Claim& claim) {
  const auto literal = [&](Literal one) {
    return (one.negated() ? "not {" : "{") + std::string(dataset[one.proposition()].label) + "}";
  };
  const auto link = [&](const Condition& one) {
    std::string words(Word(one.form));
    for (const Literal antecedent : one.antecedents) words += " a" + literal(antecedent);
    for (const Literal unless : one.unless) words += " u" + literal(unless);
    return words + " c" + literal(one.consequent);
  };
  const auto item = [&](RecordRef one) {
    if (!one) return std::string();
    return one.table == Table::kConditions ? link(dataset.conditions[one.index])
                                           : std::string(dataset.propositions[one.index].label);
  };
  switch (claim.about.kind) {
    case AboutKind::kProposition:
      return literal(claim.about.literal);
    case AboutKind::kCondition:
      return link(dataset[claim.about.condition]);
    case AboutKind::kComparison:
      return item(claim.about.more) + " over " + item(claim.about.less);
    case AboutKind::kQuantity:
      break;
  }
  return edit::Lines(dataset).About(claim);
}

constexpr unsigned kSeeds = 100;

}  // namespace

TEST_CASE("whatever the words, what carries its dataset comes back to the byte",
          "[exchange][property]") {
  std::size_t tried = 0;
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    const auto before = Reworded(seed);
    if (!before) continue;
    ++tried;
    for (const char* format : {"annotations", "aif"}) {
      CAPTURE(seed, format);
      const Got got = Import(format, Exported(format, *before, BusText()));
      REQUIRE(got.taken);
      REQUIRE(got.imported.loaded);
      CHECK(got.imported.bytes == io::Save(*before));
      CHECK(std::none_of(got.imported.problems.begin(), got.imported.problems.end(),
                         [](const sheets::CellProblem& one) {
                           return one.problem.rule.find("something else") != std::string::npos;
                         }));
    }
  }
  CHECK(tried > kSeeds / 2);
}

TEST_CASE("whatever the words, a project gives each claim back, or a draft",
          "[exchange][property]") {
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    const auto before = Reworded(seed);
    if (!before) continue;
    CAPTURE(seed);
    const Got got = Import("qdpx", Exported("qdpx", *before, BusText()));
    REQUIRE(got.taken);
    INFO(ProblemsOf(got));
    REQUIRE(got.imported.loaded);
    const Dataset& after = got.dataset();
    CHECK(after.claims.size() + io::CountDrafts(after) == before->claims.size());
    CHECK(after.claims.size() >= 9);
    for (const Claim& a : before->claims)
      for (const Claim& b : after.claims) {
        if (a.id != b.id) continue;
        CAPTURE(a.id);
        CHECK(a.gloss == b.gloss);
        CHECK(a.modality == b.modality);
        CHECK(a.act == b.act);
        CHECK((*before)[a.holder()].name == after[b.holder()].name);
        CHECK((*before)[a.passages[0]].start == after[b.passages[0]].start);
        CHECK((*before)[a.passages[0]].end == after[b.passages[0]].end);
        CHECK(AboutWords(*before, a) == AboutWords(after, b));
      }
  }
}

TEST_CASE("whatever the words and the dates, CSL JSON gives the documents back",
          "[exchange][property]") {
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    const auto before = Reworded(seed);
    if (!before) continue;
    CAPTURE(seed);
    const Got got = Import("csl", Exported("csl", *before, BusText()), BusText());
    REQUIRE(got.taken);
    INFO(ProblemsOf(got));
    REQUIRE(got.imported.loaded);
    const Document& a = before->documents[0];
    const Document& b = got.dataset().documents[0];
    CHECK(a.title == b.title);
    CHECK(a.published == b.published);
    CHECK(a.container == b.container);
    CHECK(a.genre == b.genre);
    CHECK(a.language == b.language);
    CHECK((*before)[a.creators[0]].name == got.dataset()[b.creators[0]].name);
  }
}

TEST_CASE("whatever the words, an event list keeps who is for and against what, and where",
          "[exchange][property]") {
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    const auto before = Reworded(seed);
    if (!before) continue;
    CAPTURE(seed);
    const Got got = Import("dna", Exported("dna", *before, BusText()), BusText());
    REQUIRE(got.taken);
    INFO(ProblemsOf(got));
    REQUIRE(got.imported.loaded);
    const Dataset& after = got.dataset();
    std::size_t events = 0, same = 0;
    for (const Claim& a : before->claims) {
      const bool link = a.about.kind == AboutKind::kCondition;
      if (a.about.kind != AboutKind::kProposition &&
          !(link && (*before)[a.about.condition].form == Form::kIf))
        continue;
      ++events;
      same += static_cast<std::size_t>(
          std::any_of(after.claims.begin(), after.claims.end(), [&](const Claim& b) {
            return AboutWords(*before, a) == AboutWords(after, b) &&
                   (*before)[a.holder()].name == after[b.holder()].name &&
                   (*before)[a.passages[0]].start == after[b.passages[0]].start;
          }));
    }
    CHECK(same == events);
  }
}

TEST_CASE("whatever the words, a codebook brings every topic and statement into an empty dataset",
          "[exchange][property]") {
  const Dataset other = Open("data/samples/minimal.json");
  for (unsigned seed = 1; seed <= kSeeds; ++seed) {
    const auto before = Reworded(seed);
    if (!before) continue;
    CAPTURE(seed);
    const Got got = Import("qdc", Exported("qdc", *before, BusText()), "", "", &other);
    REQUIRE(got.taken);
    INFO(ProblemsOf(got));
    REQUIRE(got.imported.loaded);
    const Dataset& after = got.dataset();
    for (const Topic& a : before->topics)
      CHECK(std::any_of(after.topics.begin(), after.topics.end(),
                        [&](const Topic& b) { return a.label == b.label && a.gloss == b.gloss; }));
    for (const Proposition& a : before->propositions)
      CHECK(std::any_of(after.propositions.begin(), after.propositions.end(),
                        [&](const Proposition& b) { return a.label == b.label; }));
  }
}

}  // namespace proviso::exchange
