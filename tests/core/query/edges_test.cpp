// Where counts, words and orders change: sizes at which another way is taken, ties, first and last.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/query/bits.h"
#include "core/query/codes.h"
#include "core/query/facet_value.h"
#include "core/query/facets.h"
#include "core/query/index.h"
#include "core/query/interner.h"
#include "core/query/lexicon.h"
#include "core/query/postings.h"
#include "core/query/search.h"
#include "core/query/seriation.h"
#include "core/query/tokens.h"
#include "tests/support/make_dataset.h"

namespace proviso::query {
namespace {

using test::DatasetMaker;
using Numbers = std::vector<std::uint32_t>;
using Strings = std::vector<std::string>;

std::vector<std::string>& Of(ClaimFilter& filter, Facet facet) {
  return filter.values[static_cast<std::size_t>(facet)];
}

/// A recount, claim by claim, of the topics of the claims that pass every filter but that on
/// topics.
std::map<std::string, std::uint32_t> Recount(const Dataset& dataset, const std::string& holder) {
  std::map<std::string, std::uint32_t> counts;
  for (const Claim& claim : dataset.claims) {
    std::set<std::string> topics;
    for (const TopicId topic : claim.topics) topics.insert(std::string(dataset[topic].id));
    if (topics.empty()) topics.insert("none");
    for (const std::string& topic : topics)
      counts[topic] += holder.empty() || dataset[claim.holder()].id == holder ? 1u : 0u;
  }
  return counts;
}

Numbers Found(const std::vector<Hit>& hits) {
  Numbers found;
  for (const Hit& hit : hits) found.push_back(hit.record.index);
  return found;
}

/// Claims with these glosses, searched.
Numbers Search(const std::vector<std::string>& glosses, std::string_view query,
               std::size_t limit = 100) {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  for (const std::string& gloss : glosses) make.AddClaim(actor, passage, gloss);
  constexpr std::array<Table, 1> kTables{Table::kClaims};
  return Found(SearchIndex(make.dataset(), kTables).Find(query, limit));
}

std::string Nearest(const std::vector<std::string>& glosses, std::string_view query) {
  DatasetMaker make;
  const ActorId actor = make.AddActor("Actor");
  const PassageId passage = make.AddPassage(make.AddDocument("Title"));
  for (const std::string& gloss : glosses) make.AddClaim(actor, passage, gloss);
  constexpr std::array<Table, 1> kTables{Table::kClaims};
  return SearchIndex(make.dataset(), kTables).Nearest(query);
}

std::string Sought(std::string_view query) {
  std::string line;
  for (const SoughtWord& word : SoughtWords(query))
    line += (line.empty() ? "" : " ") + word.text + (word.prefix ? "*" : "") +
            (word.correctable ? "~" : "");
  return line;
}

Strings Indexed(std::string_view run) {
  Strings words;
  ForEachIndexedWord(run, [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

}  // namespace

TEST_CASE("topics are recounted rightly, however many there are and however much is left",
          "[query][facets]") {
  for (const std::uint32_t topics : {3u, 63u, 64u, 65u, 200u}) {
    DatasetMaker make;
    std::mt19937 random(topics);
    const ActorId few = make.AddActor("Few");
    const ActorId most = make.AddActor("Most");
    std::vector<TopicId> all;
    for (std::uint32_t i = 0; i < topics; ++i) all.push_back(make.AddTopic("Topic"));
    const PassageId passage = make.AddPassage(make.AddDocument("Title", "2023"));
    for (std::uint32_t i = 0; i < 300; ++i) {
      const ClaimId claim = make.AddClaim(i % 3 == 0 ? few : most, passage);
      std::vector<TopicId> own;
      for (std::uint32_t n = i % 5; n > 0; --n)
        own.push_back(all[static_cast<std::uint32_t>(random() % topics)]);
      if (i % 7 == 0 && !own.empty()) own.push_back(own.front());
      make[claim].topics = make.dataset().arena.Keep(own);
    }
    const FacetTable table(make.dataset());
    for (const std::string& holder : {std::string(), std::string("a1"), std::string("a2")}) {
      ClaimFilter filter;
      if (!holder.empty()) Of(filter, Facet::kHolder) = {holder};
      const auto counted = table.Count(filter)[static_cast<std::size_t>(Facet::kTopic)];
      const auto expected = Recount(make.dataset(), holder);
      INFO(topics << " topics, holder " << holder);
      REQUIRE(counted.size() == expected.size());
      for (const FacetValue& value : counted)
        CHECK(value.count == expected.at(std::string(value.value)));
      // What passes with a topic is as much as is counted for it.
      for (std::size_t i = 0; i < counted.size(); i += 1 + counted.size() / 8) {
        Of(filter, Facet::kTopic) = {std::string(counted[i].value)};
        CHECK(table.Find(filter).size() == counted[i].count);
      }
    }
  }
}

TEST_CASE("exactly half of the claims is counted as rightly as one more or less",
          "[query][facets]") {
  for (const std::uint32_t half : {49u, 50u, 51u}) {
    DatasetMaker make;
    const ActorId one = make.AddActor("One");
    const ActorId other = make.AddActor("Other");
    const PassageId passage = make.AddPassage(make.AddDocument("Title", "2023"));
    const TopicId a = make.AddTopic("A");
    const TopicId b = make.AddTopic("B");
    for (std::uint32_t i = 0; i < 100; ++i)
      make[make.AddClaim(i < half ? one : other, passage)].topics =
          i % 2 == 0 ? make.Keep({a, b}) : make.Keep({b});
    const FacetTable table(make.dataset());
    ClaimFilter filter;
    Of(filter, Facet::kHolder) = {"a1"};
    const auto counted = table.Count(filter)[static_cast<std::size_t>(Facet::kTopic)];
    REQUIRE(counted.size() == 2);
    CHECK(counted[0].count == (half + 1) / 2);
    CHECK(counted[1].count == half);
    Of(filter, Facet::kHolder) = {"nobody"};
    const auto none = table.Count(filter);
    for (const FacetValue& value : none[static_cast<std::size_t>(Facet::kTopic)])
      CHECK(value.count == 0);
  }
}

TEST_CASE("a filter on three facets counts each without its own", "[query][facets]") {
  DatasetMaker make;
  const PassageId passage = make.AddPassage(make.AddDocument("Title", "2023"));
  const ActorId one = make.AddActor("One");
  const ActorId other = make.AddActor("Other");
  for (std::uint32_t i = 0; i < 24; ++i) {
    const ClaimId claim = make.AddClaim(i % 2 == 0 ? one : other, passage);
    make[claim].modality = i % 3 == 0 ? Modality::kLikely : Modality::kWill;
    make[claim].act = i % 4 == 0 ? Act::kThreat : Act::kAssertive;
  }
  const FacetTable table(make.dataset());
  ClaimFilter filter;
  Of(filter, Facet::kHolder) = {"a1"};
  Of(filter, Facet::kModality) = {"likely"};
  Of(filter, Facet::kAct) = {"threat"};
  const auto counts = table.Count(filter);
  const auto count = [&](Facet facet, std::string_view value) {
    for (const FacetValue& one_value : counts[static_cast<std::size_t>(facet)])
      if (one_value.value == value) return one_value.count;
    return 99u;
  };
  CHECK(count(Facet::kHolder, "a1") == 2);  // 0, 12
  CHECK(count(Facet::kHolder, "a2") == 0);
  CHECK(count(Facet::kModality, "likely") == 2);
  CHECK(count(Facet::kModality, "will") == 4);  // 4, 8, 16, 20
  CHECK(count(Facet::kAct, "threat") == 2);
  CHECK(count(Facet::kAct, "assertive") == 2);  // 6, 18
  CHECK(table.Find(filter).size() == 2);
}

TEST_CASE("a filter is empty only if nothing is wanted", "[query][facets]") {
  ClaimFilter filter;
  CHECK(filter.empty());
  Of(filter, Facet::kYear) = {"2023"};
  CHECK_FALSE(filter.empty());
}

TEST_CASE("the year of a date is the first four digits in it, wherever they stand",
          "[query][facets]") {
  const auto year = [](std::string_view as_of, std::string_view published) {
    DatasetMaker make;
    const PassageId passage = make.AddPassage(make.AddDocument("Title", published));
    const ClaimId claim = make.AddClaim(make.AddActor("A"), passage);
    make[claim].as_of = as_of;
    ClaimValues of;
    GetValues(make.dataset(), make[claim], Facet::kYear, &of);
    return std::string(of.values.at(0));
  };
  CHECK(year("2021", "2019") == "2021");
  CHECK(year("2021-03-24~", "2019") == "2021");
  CHECK(year("../2024", "2019") == "2024");
  CHECK(year("../2024-05", "2019") == "2024");
  CHECK(year("", "2019") == "2019");
  CHECK(year("", "../2018") == "2018");
  CHECK(year("", "") == "none");
}

TEST_CASE("sets of rows of any size are filled, joined and counted to the last row",
          "[query][bits]") {
  for (const std::size_t rows : {1u, 2u, 63u, 64u, 65u, 127u, 128u, 129u}) {
    Bits all(rows);
    all.Fill();
    CHECK(all.Count() == rows);
    Bits some(rows);
    for (std::uint32_t row = 0; row < rows; row += 3) some.add(row);
    const auto listed = [&](bool inside) {
      Numbers list;
      some.ForEach(inside, [&](std::uint32_t row) { list.push_back(row); });
      return list;
    };
    Numbers in, out;
    for (std::uint32_t row = 0; row < rows; ++row) (row % 3 == 0 ? in : out).push_back(row);
    CHECK(listed(true) == in);
    CHECK(listed(false) == out);
    CHECK(Bits::CountBoth(all, some) == in.size());
    CHECK(some.has(static_cast<std::uint32_t>(rows - 1)) == ((rows - 1) % 3 == 0));
    Bits joined = some;
    joined |= all;
    CHECK(joined.Count() == rows);
    joined &= some;
    CHECK(joined.Count() == in.size());
  }
}

TEST_CASE("codes keep their values at each width", "[query][codes]") {
  for (const std::uint32_t kinds : {255u, 256u, 257u, 65'535u, 65'536u, 65'537u}) {
    const Numbers numbers{0, 1, kinds - 1, 0, kinds / 2};
    Numbers kept;
    Codes(numbers, kinds).Visit([&](const auto* codes) {
      for (std::size_t i = 0; i < numbers.size(); ++i) kept.push_back(codes[i]);
    });
    INFO(kinds);
    CHECK(kept == numbers);
  }
}

TEST_CASE("words are told apart however alike they are, and found again", "[query][interner]") {
  // Each length; the last letter, one in the middle and the first changed.
  std::set<std::string> all_words{""};
  for (std::size_t size = 1; size <= 40; ++size)
    for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
      std::string word(size, 'a');
      all_words.insert(word);
      word[at] = 'b';
      all_words.insert(word);
    }
  for (int i = 0; i < 3000; ++i) all_words.insert("word" + std::to_string(i));
  const std::vector<std::string> words(all_words.begin(), all_words.end());
  Interner interner;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    REQUIRE(interner.Find(words[i]) == interner.size());
    REQUIRE(interner.Add(words[i]) == i);
  }
  std::vector<std::string_view> all(words.begin(), words.end());
  all.push_back("not there");
  Numbers numbers;
  interner.Find(all, &numbers);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    CHECK(interner.Find(words[i]) == i);
    CHECK(numbers[i] == i);
    CHECK(interner[i] == words[i]);
  }
  CHECK(numbers.back() == interner.size());
}

TEST_CASE("postings come back with their gaps, whatever their width", "[query][postings]") {
  // Records at which the distance to the one before takes one, two and three bytes.
  const std::set<std::uint32_t> with{0,      1,      127,    254,    255,   383,
                                     16'766, 16'767, 33'151, 33'152, 49'536};
  PostingsBuilder builder;
  for (std::uint32_t record = 0; record <= *with.rbegin(); ++record) {
    builder.BeginRecord();
    builder.Add(0);
    if (with.count(record) != 0) builder.Add(1);
  }
  const Postings postings = builder.Build({1, 0});
  CHECK(postings.count(0) == with.size());
  CHECK(postings.count(1) == *with.rbegin() + 1);
  Numbers found;
  postings.ForEach(0, [&](std::uint32_t record, Postings::Impact impact) {
    found.push_back(record);
    CHECK(impact > 1);
  });
  CHECK(found == Numbers(with.begin(), with.end()));
  CHECK(Postings::SizeOfGap(127) == 1);
  CHECK(Postings::SizeOfGap(128) == 2);
  CHECK(Postings::SizeOfGap(16'383) == 2);
  CHECK(Postings::SizeOfGap(16'384) == 3);
  CHECK(Postings::SizeOfGap((1u << 21) - 1) == 3);
  CHECK(Postings::SizeOfGap(1u << 21) == 4);
  CHECK(Postings::SizeOfGap((1u << 28) - 1) == 4);
  CHECK(Postings::SizeOfGap(1u << 28) == 5);
}

TEST_CASE("a word a thousand times in a record weighs at least as much as one ten times",
          "[query][postings]") {
  PostingsBuilder builder;
  for (const int times : {10, 300, 256, 1000}) {
    builder.BeginRecord();
    for (int i = 0; i < times; ++i) builder.Add(0);
    for (int i = times; i < 1000; ++i) builder.Add(1);
  }
  std::vector<Postings::Impact> impacts;
  builder.Build({0, 1}).ForEach(
      0, [&](std::uint32_t, Postings::Impact impact) { impacts.push_back(impact); });
  REQUIRE(impacts.size() == 4);
  for (const std::size_t more : {1u, 2u, 3u}) CHECK(impacts[more] >= impacts[0]);
}

TEST_CASE("what stands beside a text finds it with the least weight there is",
          "[query][postings]") {
  PostingsBuilder builder;
  builder.BeginRecord();
  builder.Add(0);
  builder.AddAside(1);
  builder.BeginRecord();
  builder.AddAside(1);
  builder.AddAside(0);
  std::vector<std::vector<int>> impacts(2);
  const Postings postings = builder.Build({0, 1});
  for (std::uint32_t word : {0u, 1u})
    postings.ForEach(
        word, [&](std::uint32_t, Postings::Impact impact) { impacts[word].push_back(impact); });
  CHECK(impacts[1] == std::vector<int>{1, 1});
  CHECK(impacts[0][0] > 1);
  CHECK(impacts[0][1] == 1);
}

TEST_CASE("empty records make no word rarer", "[query][search]") {
  // Two claims of the same length; that others have no text must not reorder them.
  const std::vector<std::string> few{"oil gas gas tar", "gas oil oil tar"};
  std::vector<std::string> many = few;
  for (int i = 0; i < 50; ++i) many.emplace_back();
  CHECK(Search(few, "oil") == Numbers{1, 0});
  CHECK(Search(many, "oil") == Numbers{1, 0});
  CHECK(Search(many, "gas") == Numbers{0, 1});
}

TEST_CASE("the neighbours of a range of words are not in it", "[query][lexicon]") {
  std::vector<std::string> words;
  for (int i = 0; i < 40; ++i) words.push_back("a" + std::string(1, char('A' + i)));
  for (int i = 0; i < 40; ++i) words.push_back("b" + std::string(1, char('A' + i)));
  std::sort(words.begin(), words.end());
  for (std::size_t a = 0; a <= 40; ++a)
    for (const std::size_t b : {std::size_t{0}, std::size_t{1}, std::size_t{40}}) {
      std::vector<std::string_view> some(words.begin() + std::ptrdiff_t(40 - a),
                                         words.begin() + std::ptrdiff_t(40 + b));
      const Lexicon lexicon(some);
      const Lexicon::Range first = lexicon.WithPrefix("a");
      CHECK(first.last - first.first == a);
      const Lexicon::Range second = lexicon.WithPrefix("b");
      CHECK(second.last - second.first == b);
      CHECK(lexicon.WithPrefix("c").empty());
      CHECK_FALSE(lexicon.Find("a"));
    }
}

TEST_CASE("edits are found among letters of every length in UTF-8", "[query][lexicon]") {
  const std::vector<std::string> words{"\xC3\xA9\xC3\xA8\xC3\xAA", "\xD0\xB4\xD0\xBE\xD0\xBC",
                                       "\xE0\xA4\x95\xE0\xA4\x96\xE0\xA4\x97",
                                       "\xF0\x90\x90\x80\xF0\x90\x90\x81\xF0\x90\x90\x82"};
  for (const std::string& word : words) {
    const std::vector<std::string_view> one{word};
    const Lexicon lexicon(one);
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t here = at;
      std::size_t next = at + 1;
      while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0) == 0x80) ++next;
      letters.push_back(word.substr(here, next - here));
      at = next;
    }
    const auto joined = [&] {
      std::string text;
      for (const std::string& letter : letters) text += letter;
      return text;
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
      const std::string kept = letters[at];
      INFO(word << " at " << at);
      letters[at].clear();  // A letter is missing.
      CHECK(lexicon.WithinOneEdit(joined()) == Numbers{0});
      letters[at] = kept + kept;  // One too many.
      CHECK(lexicon.WithinOneEdit(joined()) == Numbers{0});
      letters[at] = letters[at == 0 ? letters.size() - 1 : 0] == kept ? kept : letters[at];
      letters[at] = kept;
      if (at > 0 && letters[at - 1] != kept) {
        std::swap(letters[at - 1], letters[at]);
        CHECK(lexicon.WithinOneEdit(joined()) == Numbers{0});
        std::swap(letters[at - 1], letters[at]);
      }
    }
    CHECK(lexicon.WithinOneEdit(word).empty());
  }
}

TEST_CASE("a distance is exact up to what was asked, and one more beyond", "[query][lexicon]") {
  const std::vector<std::u32string> words{U"",     U"a",    U"ab",   U"ba",   U"abc",  U"acb",
                                          U"abcd", U"abdc", U"badc", U"dcba", U"axcd", U"abcdef"};
  // Optimal string alignment, by its definition.
  const auto full = [](const std::u32string& a, const std::u32string& b) {
    std::vector<std::vector<std::uint32_t>> d(a.size() + 1,
                                              std::vector<std::uint32_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
      for (std::size_t j = 0; j <= b.size(); ++j) {
        if (i == 0 || j == 0) {
          d[i][j] = static_cast<std::uint32_t>(i + j);
          continue;
        }
        d[i][j] = std::min(
            {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    return d[a.size()][b.size()];
  };
  for (const std::u32string& a : words)
    for (const std::u32string& b : words)
      for (std::uint32_t most = 0; most <= 6; ++most)
        CHECK(Lexicon::Distance(a, b, most) == std::min(full(a, b), most + 1));
}

TEST_CASE("with a limit the same best come first, and of equals the earlier", "[query][search]") {
  std::vector<std::string> glosses;
  for (int i = 0; i < 30; ++i) glosses.push_back(i % 3 == 0 ? "oil oil" : "oil and gas again");
  const Numbers all = Search(glosses, "oil");
  REQUIRE(all.size() == 30);
  for (std::size_t i = 1; i < 10; ++i) CHECK(all[i] == all[i - 1] + 3);
  for (std::size_t limit = 1; limit <= 31; ++limit)
    CHECK(Search(glosses, "oil", limit) ==
          Numbers(all.begin(), all.begin() + std::ptrdiff_t(std::min<std::size_t>(limit, 30))));
}

TEST_CASE("longer words come only if whole ones do not fill the list", "[query][search]") {
  const std::vector<std::string> glosses{"arms", "army", "arm", "armed", "arm"};
  CHECK(Search(glosses, "arm", 2) == Numbers{2, 4});
  CHECK(Search(glosses, "arm", 3).size() == 3);
  CHECK(Search(glosses, "arm", 9).size() == 5);
  CHECK(Search(glosses, "arm", 1) == Numbers{2});
}

TEST_CASE("a typing error is forgiven where the word has longer ones, too, but last",
          "[query][search]") {
  // "tawian" begins nothing; "taiwan" does.
  CHECK(Search({"taiwan", "taiwanese"}, "taiwan") == Numbers{0, 1});
  CHECK(Search({"taiwan", "taiwanese"}, "tawian") == Numbers{0});
  // A word that begins something is not corrected while that finds something.
  CHECK(Search({"sanctions", "sanctuary"}, "sanct") == Numbers{0, 1});
  CHECK(Search({"sands", "hands"}, "sand") == Numbers{0});
}

TEST_CASE("words are corrected from four letters on, and only without digits", "[query][tokens]") {
  CHECK(Sought("oil") == "oil*");
  CHECK(Sought("oils") == "oils*~");
  CHECK(Sought("b2b2") == "b2b2*");
  CHECK(Sought("2023") == "2023*");
  CHECK(Sought("arms deal") == "arms~ deal*~");
  CHECK(Sought("\xC3\xA9tat") == "etat*~");
  CHECK(Sought("oil gas oil") == "gas oil*");
  CHECK(Sought("oil") == Sought(" oil "));
}

TEST_CASE("CJK is sought by pairs, a single character by what begins with it", "[query][tokens]") {
  CHECK(Sought("中") == "中*");
  CHECK(Sought("中国") == "中国*");
  CHECK(Sought("中国人") == "中国 国人*");
  CHECK(Sought("中 国") == "中* 国*");
  CHECK(Sought("xyz中国") == "xyz 中国*");
  CHECK(Indexed("中国人") == Strings{"中国", "国人", "人"});
  CHECK(Indexed("中") == Strings{"中"});
  CHECK(Indexed("G7中国x") == Strings{"g7", "中国", "国", "x"});
}

TEST_CASE("which characters are CJK, from the first to the last of each stretch",
          "[query][tokens]") {
  // Two of a kind make a pair and a last one; two that are none make one word.
  for (const char* pair : {"々〇", "ぁん", "ァヶ", "㐀䶿", "一鿿", "豈龎", "𠀀𠀁"}) {
    INFO(pair);
    CHECK(Indexed(pair).size() == 2);
  }
  for (const char* word : {"가힣", "да", "αβ", "ab", "กข"}) {
    INFO(word);
    CHECK(Indexed(word).size() == 1);
  }
}

TEST_CASE("ASCII is folded from A to Z", "[query][tokens]") {
  CHECK(Indexed("AZaz09") == Strings{"azaz09"});
  CHECK(Indexed("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == Strings{"abcdefghijklmnopqrstuvwxyz"});
}

TEST_CASE("signs are trimmed from both ends of a run, never from inside", "[query][tokens]") {
  CHECK(TrimSigns("'round-up'") == "round-up");
  CHECK(TrimSigns("word") == "word");
  CHECK(TrimSigns("«é»") == "é");
  CHECK(TrimSigns("--").empty());
  CHECK(TrimSigns("").empty());
}

TEST_CASE("what is near is one edit for three letters, at most, and less than the word",
          "[query][search]") {
  CHECK(Nearest({"embargo"}, "exxxrgo") == "embargo");
  CHECK(Nearest({"embargo"}, "exxxxgo").empty());
  CHECK(Nearest({"dinghy"}, "dxxghy") == "dinghy");
  CHECK(Nearest({"dinghy"}, "dxxxhy").empty());
  CHECK(Nearest({"oil"}, "oxl") == "oil");
  CHECK(Nearest({"oil"}, "oxx").empty());
  CHECK(Nearest({"it"}, "ix") == "it");
  CHECK(Nearest({"a"}, "x").empty());
}

TEST_CASE("of equally near words the more frequent is named, of equally frequent the first",
          "[query][search]") {
  CHECK(Nearest({"cargo largo", "cargo"}, "xargo") == "cargo");
  CHECK(Nearest({"cargo largo", "largo"}, "xargo") == "largo");
  CHECK(Nearest({"cargo largo"}, "xargo") == "cargo");
  CHECK(Nearest({"cargos cargos", "xargot"}, "xargo") == "xargot");  // Nearer counts first.
  CHECK(Nearest({"it"}, "zq").empty());
  CHECK(Nearest({}, "cargo").empty());
}

TEST_CASE("a word is spelt as it mostly is, and of equals as it first was", "[query][search]") {
  CHECK(Nearest({"NATO nato NATO"}, "natoo") == "NATO");
  CHECK(Nearest({"NATO nato"}, "natoo") == "NATO");
  CHECK(Nearest({"nato nato NATO"}, "natoo") == "nato");
}

TEST_CASE("a long run of letters is found by its words as well as a short one", "[query][search]") {
  std::string chinese;
  for (int i = 0; i < 30; ++i) chinese += i == 20 ? "中国" : "文";
  CHECK(Search({chinese, "nothing"}, "中国") == Numbers{0});
  CHECK(Search({std::string(60, 'a') + "b", "x"}, std::string(60, 'a') + "b") == Numbers{0});
}

TEST_CASE("hits name their own tables, at the seams too", "[query][search]") {
  DatasetMaker make;
  const ActorId first = make.AddActor("alpha");
  make.AddActor("beta");
  make.AddTopic("alpha");
  make.AddTopic("beta");
  const PassageId passage = make.AddPassage(make.AddDocument("alpha"));
  make.AddClaim(first, passage, "alpha");
  make.AddClaim(first, passage, "beta");
  const std::vector<Table> tables{Table::kActors, Table::kTopics, Table::kClaims};
  const SearchIndex index(make.dataset(), tables);
  const auto found = [&](std::string_view query) {
    std::string line;
    for (const Hit& hit : index.Find(query, 10))
      line += std::string(Word(hit.record.table)) + std::to_string(hit.record.index) + " ";
    return line;
  };
  CHECK(found("alpha") == "actors0 topics0 claims0 ");
  CHECK(found("beta") == "actors1 topics1 claims1 ");
}

TEST_CASE("an order is looked for from three sets on, up to the most there may be",
          "[matrix][seriation]") {
  using Sets = std::vector<Numbers>;
  CHECK(Seriate(Sets{}).empty());
  CHECK(Seriate(Sets{{1}}) == Numbers{0});
  CHECK(Seriate(Sets{{1}, {1, 2}}) == Numbers{0, 1});
  // The one in the middle shares with both.
  CHECK(Seriate(Sets{{1}, {2}, {1, 2}}) == Numbers{0, 2, 1});
  for (const std::size_t count : {kSeriatedAtMost, kSeriatedAtMost + 1}) {
    Sets sets(count, {1});
    sets[0] = {1, 2};
    sets[2] = {2};  // Wants to stand beside 0.
    const Numbers order = Seriate(sets);
    const auto at = [&](std::uint32_t which) {
      return std::find(order.begin(), order.end(), which) - order.begin();
    };
    INFO(count);
    CHECK((std::abs(at(0) - at(2)) == 1) == (count == kSeriatedAtMost));
    CHECK(order.front() < order.back());
  }
}

TEST_CASE("empty sets are alike, and stand together", "[matrix][seriation]") {
  const std::vector<Numbers> sets{{}, {1, 2}, {}, {1, 2}, {}};
  const Numbers order = Seriate(sets);
  std::string kinds;
  for (const std::uint32_t at : order) kinds += sets[at].empty() ? 'e' : 'f';
  CHECK((kinds == "eeeff" || kinds == "ffeee"));
}

TEST_CASE("no other order of up to seven random sets is shorter", "[matrix][seriation]") {
  std::mt19937 random(9);
  const auto apart = [](const Numbers& a, const Numbers& b) {
    std::set<std::uint32_t> all(a.begin(), a.end());
    all.insert(b.begin(), b.end());
    const std::size_t shared = a.size() + b.size() - all.size();
    return all.empty() ? 0u
                       : static_cast<std::uint32_t>(10'000 * (all.size() - shared) / all.size());
  };
  int best = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<Numbers> sets(4 + random() % 4);
    for (Numbers& set : sets) {
      std::set<std::uint32_t> own;
      for (std::size_t n = 1 + random() % 4; n > 0; --n)
        own.insert(static_cast<std::uint32_t>(random() % 6));
      set.assign(own.begin(), own.end());
    }
    const auto length = [&](const Numbers& order) {
      std::uint32_t sum = 0;
      for (std::size_t i = 1; i < order.size(); ++i)
        sum += apart(sets[order[i - 1]], sets[order[i]]);
      return sum;
    };
    Numbers order(sets.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uint32_t least = length(order);
    do {
      least = std::min(least, length(order));
    } while (std::next_permutation(order.begin(), order.end()));
    best += length(Seriate(sets)) == least ? 1 : 0;
  }
  CHECK(best >= 38);  // It is a heuristic, and a good one.
}

TEST_CASE("passages come by start, then by end, then as they stand in the file", "[query][index]") {
  DatasetMaker make;
  const DocumentId document = make.AddDocument("Title");
  make.AddPassage(document, 10, 20);
  make.AddPassage(document, 5, 30);
  make.AddPassage(document, 10, 15);
  make.AddPassage(document, 5, 30);
  const Index index = BuildIndex(make.dataset());
  Numbers order;
  for (const PassageId passage : index.passages_of_document[document])
    order.push_back(passage.index());
  CHECK(order == Numbers{1, 3, 2, 0});
}

}  // namespace proviso::query
