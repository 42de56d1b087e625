#include "core/query/search.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>

#include "core/base/text.h"
#include "core/query/searched_text.h"
#include "tests/support/make_dataset.h"

namespace proviso::query {
namespace {

using test::DatasetMaker;
using Numbers = std::vector<std::uint32_t>;

/// Claims with these glosses, and their search index.
class Claims {
 public:
  explicit Claims(const std::vector<std::string>& glosses) {
    const ActorId actor = make_.AddActor("Actor");
    const PassageId passage = make_.AddPassage(make_.AddDocument("Title"));
    for (const std::string& gloss : glosses) make_.AddClaim(actor, passage, gloss);
  }

  DatasetMaker& make() { return make_; }
  SearchIndex Index() { return SearchIndex(make_.dataset(), kTables); }

  Numbers Find(std::string_view query, std::size_t limit = 100) {
    Numbers found;
    for (const Hit& hit : Index().Find(query, limit)) found.push_back(hit.record.index);
    return found;
  }
  std::string Nearest(std::string_view query) { return Index().Nearest(query); }

 private:
  static constexpr std::array<Table, 1> kTables{Table::kClaims};
  DatasetMaker make_;
};

TEST_CASE("a word finds the claims that hold it, whatever its case", "[query][search]") {
  Claims claims({"China sends arms", "Nobody sends anything", "Arms control"});
  CHECK(claims.Find("ARMS") == Numbers{2, 0});
  CHECK(claims.Find("sends") == Numbers{0, 1});
  CHECK(claims.Find("peace").empty());
}

TEST_CASE("a query without words and a limit of nothing find nothing", "[query][search]") {
  Claims claims({"China sends arms"});
  CHECK(claims.Find("").empty());
  CHECK(claims.Find(" ,.! ").empty());
  CHECK(claims.Find("china", 0).empty());
  CHECK(Claims({}).Find("china").empty());
  CHECK(Claims({""}).Find("china").empty());
}

TEST_CASE("several words must all be there, in any order", "[query][search]") {
  Claims claims({"China sends arms", "China buys oil", "arms for China and oil"});
  CHECK(claims.Find("arms china") == Numbers{0, 2});
  CHECK(claims.Find("oil arms") == Numbers{2});
  CHECK(claims.Find("oil oil") == Numbers{1, 2});
}

TEST_CASE("if no claim has all words, those with more of them come first", "[query][search]") {
  Claims claims({"red", "red green", "blue", "green red black"});
  CHECK(claims.Find("green red blue") == Numbers{1, 3, 2, 0});
}

TEST_CASE("a claim with the word more often, and a shorter one, come first", "[query][search]") {
  Claims claims({"one two arms", "arms and more arms again", "arms"});
  CHECK(claims.Find("arms") == Numbers{2, 1, 0});
}

TEST_CASE("the rarer of two words weighs more where none has both", "[query][search]") {
  Claims claims({"war one", "war two", "war three", "oil four"});
  CHECK(claims.Find("war oil").front() == 3);
}

TEST_CASE("the last word is also a prefix, and exact words come first", "[query][search]") {
  Claims claims({"sanctioned goods", "sanctions on goods", "a long text about one sanction only"});
  CHECK(claims.Find("sanction").front() == 2);
  CHECK(claims.Find("sanction").size() == 3);
  CHECK(claims.Find("goods sanc").size() == 2);
  CHECK(claims.Find("sanc goods").size() == 2);  // None has all words: those with "goods".
  CHECK(claims.Find("anction only") == Numbers{2});
}

TEST_CASE("a word of four letters or more may hold one typing error", "[query][search]") {
  Claims claims({"Taiwan and its allies", "weapons for Russia"});
  for (const char* query : {"taiwn", "taiwaan", "taiwen", "tiawan", "atiwan", "taian"})
    CHECK(claims.Find(query) == Numbers{0});
  CHECK(claims.Find("wepaons for") == Numbers{1});
  CHECK(claims.Find("tawn").empty());
  CHECK(claims.Find("taiwann allis") == Numbers{0});
}

TEST_CASE("short words and words with digits are not corrected", "[query][search]") {
  Claims claims({"war in 2023"});
  CHECK(claims.Find("wax").empty());
  CHECK(claims.Find("2024").empty());
  CHECK(claims.Find("202") == Numbers{0});
}

TEST_CASE("a word that exists is corrected only where the query finds nothing otherwise",
          "[query][search]") {
  Claims claims({"the form of a treaty", "arms from China"});
  CHECK(claims.Find("form") == Numbers{0});
  CHECK(claims.Find("form china") == Numbers{1});
}

TEST_CASE("diacritics, stroke letters and ligatures are folded in texts and queries",
          "[query][search]") {
  Claims claims({"Łódź protests", "Straße in Århus", "Pokój dla każdego"});
  CHECK(claims.Find("lodz") == Numbers{0});
  CHECK(claims.Find("łódź") == Numbers{0});
  CHECK(claims.Find("STRASSE") == Numbers{1});
  CHECK(claims.Find("arhus") == Numbers{1});
  CHECK(claims.Find("pokoj kazdego") == Numbers{2});
  CHECK(claims.Find("po\xCC\x81koj") == Numbers{2});
}

TEST_CASE("Cyrillic and Greek are found in any case and with a typing error", "[query][search]") {
  Claims claims({"Россия поставит оружие", "Китай молчит", "Ο Αθηναίος"});
  CHECK(claims.Find("РОССИЯ") == Numbers{0});
  CHECK(claims.Find("китаи") == Numbers{1});
  CHECK(claims.Find("оружее") == Numbers{0});
  CHECK(claims.Find("αθηναιος") == Numbers{2});
}

TEST_CASE("Chinese and Japanese are found by any part of a sentence", "[query][search]") {
  Claims claims(
      {"中国可能向俄罗斯提供武器", "美国警告中国", "中，国", "日本の武器", "US中国 talks"});
  CHECK(std::set<std::uint32_t>{0, 1, 4} == [&] {
    const Numbers found = claims.Find("中国");
    return std::set<std::uint32_t>(found.begin(), found.end());
  }());
  CHECK(claims.Find("俄罗斯") == Numbers{0});
  CHECK(claims.Find("提供武器") == Numbers{0});
  CHECK(claims.Find("武").size() == 2);
  CHECK(claims.Find("器").size() == 2);
  CHECK(claims.Find("talks 中国") == Numbers{4});
  CHECK(claims.Find("国中").empty());
}

TEST_CASE("quotation marks, apostrophes and hyphens part words", "[query][search]") {
  Claims claims({"China’s “red-line” policy"});
  for (const char* query : {"china", "china's", "china’s", "line", "red-line", "“red"})
    CHECK(claims.Find(query) == Numbers{0});
}

TEST_CASE("nothing found names the nearest word as it is mostly written", "[query][search]") {
  Claims claims({"Taiwan’s allies", "Taiwan, again", "TAIWAN", "«Łódź»", "Китай"});
  CHECK(claims.Nearest("tiwn") == "Taiwan");
  CHECK(claims.Nearest("ldz") == "Łódź");
  CHECK(claims.Nearest("ктаи") == "Китай");
  CHECK(claims.Nearest("alies") == "allies");
  CHECK(claims.Nearest("zzzzzz").empty());
  CHECK(claims.Nearest("").empty());
  CHECK(Claims({}).Nearest("taiwan").empty());
}

TEST_CASE("of equally near words the more frequent one is named", "[query][search]") {
  Claims claims({"the bank", "the band", "a band", "rare bank", "my band"});
  CHECK(claims.Nearest("banx") == "band");
}

TEST_CASE("hedges are searched too, after the glosses and without making them longer",
          "[query][search]") {
  Claims claims({"oil", "oil", "China buys oil, that is what is said to be probably so"});
  claims.make()[ClaimId(0)].hedges = claims.make().KeepTexts({"very probably"});
  CHECK(claims.Find("probably") == Numbers{2, 0});
  CHECK(claims.Find("oil probably") == Numbers{2, 0});
  CHECK(claims.Find("oil", 2) == Numbers{0, 1});
}

TEST_CASE("keywords are searched, and those that a query meets are named once", "[query][search]") {
  Claims claims({"The tide turns.", "A tide and a keel.", "Nothing of the kind."});
  Dataset& dataset = claims.make().dataset();
  const auto keep = [&](std::initializer_list<const char*> words) {
    std::vector<Text> texts(words.begin(), words.end());
    return dataset.arena.Keep(texts);
  };
  const PassageId other = claims.make().AddPassage(DocumentId(0));
  dataset.passages[0].keywords = keep({"draught", "flood tide"});
  dataset.passages[other.index()].keywords = keep({"draught", "Keelhaul"});
  dataset.claims[1].passages = claims.make().Keep({PassageId(0), other});
  CHECK(claims.Find("keelhaul") == Numbers{1});
  CHECK(claims.Find("draught").size() == 3);
  // After those whose text has the word.
  const Numbers tide = claims.Find("tide");
  REQUIRE(tide.size() == 3);
  CHECK(tide[2] == 2);
  const auto named = [&](std::uint32_t claim, std::string_view query) {
    return FoundKeywords(dataset, {Table::kClaims, claim}, query);
  };
  using Texts = std::vector<Text>;
  CHECK(named(1, "draught") == Texts{"draught"});
  CHECK(named(1, "keel") == Texts{"Keelhaul"});
  CHECK(named(1, "keel tide") == Texts{"flood tide"});  // Only the last word may go on.
  CHECK(named(1, "tide keel") == Texts{"flood tide", "Keelhaul"});
  CHECK(named(0, "keel").empty());
  CHECK(named(0, "").empty());
}

TEST_CASE("several tables are searched at once, each by its own texts", "[query][search]") {
  DatasetMaker make;
  make.AddActor("European Union", {"EU", "Brussels"});
  const PropositionId cause = make.AddProposition("Brussels adopts a tariff");
  const PropositionId effect = make.AddProposition("Trade falls");
  make.AddCondition(Form::kIf, {Literal(cause)}, Literal(effect));
  make.AddCondition(Form::kIf, {Literal(cause)}, Literal(effect));
  make.dataset().conditions[1].gloss = "A link in words of its own";
  make.AddDocument("A made-up briefing");
  make.dataset().documents[0].container = "Gazette";
  make.AddTopic("Trade");
  Quantity quantity;
  quantity.measure = "Volume of trade";
  make.dataset().quantities.push_back(quantity);
  Event event;
  event.proposition = cause;
  event.place = "Strasbourg";
  make.dataset().events.push_back(event);
  Question question;
  question.title = "Who wins?";
  question.text = "Compare the two sides.";
  make.dataset().questions.push_back(question);

  const std::array tables{Table::kActors,    Table::kPropositions, Table::kConditions,
                          Table::kDocuments, Table::kTopics,       Table::kQuantities,
                          Table::kEvents,    Table::kQuestions,    Table::kRelations};
  const SearchIndex index(make.dataset(), tables);
  const auto find = [&](std::string_view query) {
    std::set<RecordRef> found;
    for (const Hit& hit : index.Find(query, 100)) found.insert(hit.record);
    return found;
  };
  using Records = std::set<RecordRef>;
  CHECK(find("eu") == Records{{Table::kActors, 0}});
  CHECK(find("brussels") == Records{{Table::kActors, 0},
                                    {Table::kPropositions, 0},
                                    {Table::kConditions, 0},
                                    {Table::kEvents, 0}});
  CHECK(find("own words") == Records{{Table::kConditions, 1}});
  CHECK(find("gazette briefing") == Records{{Table::kDocuments, 0}});
  CHECK(find("volume trade") == Records{{Table::kQuantities, 0}});
  CHECK(find("strasbourg") == Records{{Table::kEvents, 0}});
  CHECK(find("who wins sides") == Records{{Table::kQuestions, 0}});
  CHECK(find("trade").count({Table::kTopics, 0}) == 1);
}

TEST_CASE("the limit keeps the best", "[query][search]") {
  std::vector<std::string> glosses(300, "a rather long gloss that mentions oil once");
  glosses[217] = "oil oil";
  glosses[250] = "oil";
  Claims claims(glosses);
  CHECK(claims.Find("oil", 2) == Numbers{217, 250});
  CHECK(claims.Find("oil", 3) == Numbers{217, 250, 0});
  CHECK(claims.Find("oil").size() == 100);
}

TEST_CASE("scores fall along the list, and equal ones keep the records' order", "[query][search]") {
  Claims claims({"oil gas", "gas oil", "oil", "gas oil coal"});
  const std::vector<Hit> hits = claims.Index().Find("oil", 10);
  REQUIRE(hits.size() == 4);
  CHECK(hits[0].record.index == 2);
  CHECK(hits[1].record.index == 0);
  CHECK(hits[1].score == hits[2].score);
  CHECK(hits[2].record.index == 1);
  CHECK(hits[2].score > hits[3].score);
}

TEST_CASE("a word finds exactly the claims that a scan of the folded glosses finds",
          "[query][search][property]") {
  std::mt19937 random(42);
  const std::vector<std::string> syllables{"ba", "lo", "Ré", "ść", "ш", "щи", "tz", "Ö", "n"};
  const auto word = [&] {
    std::string text;
    for (std::size_t n = 1 + random() % 3; n > 0; --n) text += syllables[random() % 9];
    return text;
  };
  std::vector<std::string> glosses;
  for (int i = 0; i < 700; ++i) {  // Over 127 apart: distances of two bytes come up.
    std::string gloss;
    for (std::size_t n = 1 + random() % 8; n > 0; --n) gloss += word() + (n % 2 ? " " : ", ");
    glosses.push_back(gloss);
  }
  Claims claims(glosses);
  const SearchIndex index = claims.Index();
  for (int round = 0; round < 150; ++round) {
    const std::string sought = FoldForSearch(word());
    Numbers exact;
    Numbers longer;
    for (std::uint32_t i = 0; i < glosses.size(); ++i) {
      const std::string folded = " " + FoldForSearch(glosses[i]) + " ";
      if (folded.find(" " + sought + " ") != std::string::npos) {
        exact.push_back(i);
      } else if (folded.find(" " + sought) != std::string::npos) {
        longer.push_back(i);
      }
    }
    if (exact.empty() && longer.empty()) continue;  // Corrected words are tested by themselves.
    Numbers found;
    for (const Hit& hit : index.Find(sought, 1000)) found.push_back(hit.record.index);
    REQUIRE(found.size() == exact.size() + longer.size());
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(exact.size());
    std::sort(found.begin(), middle);
    std::sort(middle, found.end());
    CHECK(Numbers(found.begin(), middle) == exact);
    CHECK(Numbers(middle, found.end()) == longer);
  }
}

}  // namespace
}  // namespace proviso::query
