#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/edit/lines.h"
#include "core/exchange/formats.h"
#include "core/exchange/guid.h"
#include "core/io/drafts.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/sheets/export.h"
#include "core/sheets/import.h"
#include "core/sheets/zip.h"
#include "tests/core/exchange/taking.h"

namespace proviso::exchange {
namespace {

using namespace test;

/// A project of another program, written by hand: a text, codes in a tree, two users, a memo.
std::string HandMade(const std::string& xml) {
  return sheets::WriteZip({{"project.qde", xml},
                           {"sources/a.txt",
                            "Äpfel first. The bridge will "
                            "close in May. 😀 Nobody paid."}});
}
const std::string kProject =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" "
    "name=\"Bridge\"><Users><User guid=\"{00000000-0000-0000-0000-00000000000A}\" name=\"Kim\"/>"
    "<User guid=\"00000000-0000-0000-0000-00000000000b\" name=\"Lou\"/></Users><CodeBook><Codes>"
    "<Code guid=\"00000000-0000-0000-0000-000000000001\" name=\"Traffic\" isCodable=\"true\">"
    "<Code guid=\"00000000-0000-0000-0000-000000000002\" name=\"Closure\" isCodable=\"true\"/>"
    "</Code><Code guid=\"00000000-0000-0000-0000-000000000003\" name=\"Sure\" isCodable=\"true\"/>"
    "</Codes></CodeBook><Sources><TextSource guid=\"00000000-0000-0000-0000-000000000004\" "
    "name=\"News\" plainTextPath=\"internal://a.txt\">"
    "<PlainTextSelection guid=\"00000000-0000-0000-0000-000000000005\" "
    "name=\"The bridge will close in May\" startPosition=\"13\" endPosition=\"40\" "
    "creatingUser=\"00000000-0000-0000-0000-00000000000a\"><Description>It shuts in May."
    "</Description><Coding guid=\"00000000-0000-0000-0000-000000000006\" "
    "creatingUser=\"00000000-0000-0000-0000-00000000000A\"><CodeRef "
    "targetGUID=\"00000000-0000-0000-0000-000000000002\"/></Coding>"
    "<Coding guid=\"00000000-0000-0000-0000-000000000007\" "
    "creatingUser=\"00000000-0000-0000-0000-00000000000a\"><CodeRef "
    "targetGUID=\"{00000000-0000-0000-0000-000000000003}\"/></Coding>"
    "<NoteRef targetGUID=\"00000000-0000-0000-0000-000000000009\"/></PlainTextSelection>"
    "<PlainTextSelection guid=\"00000000-0000-0000-0000-000000000008\" name=\"Nobody paid\" "
    "startPosition=\"45\" endPosition=\"55\"><Coding "
    "guid=\"00000000-0000-0000-0000-00000000000c\" "
    "creatingUser=\"00000000-0000-0000-0000-00000000000b\"><CodeRef "
    "targetGUID=\"00000000-0000-0000-0000-000000000001\"/></Coding></PlainTextSelection>"
    "</TextSource><PictureSource guid=\"00000000-0000-0000-0000-00000000000d\"/></Sources>"
    "<Notes><Note guid=\"00000000-0000-0000-0000-000000000009\"><PlainTextContent>Ask again."
    "</PlainTextContent></Note></Notes></Project>";

}  // namespace

TEST_CASE("a GUID is version 5 of the name, as another library makes it", "[exchange]") {
  // python3: uuid.uuid5(uuid.NAMESPACE_URL, 'proviso:night-bus/user/lm')
  CHECK(Guid("night-bus/user/lm") == "c6c69069-cbb4-5297-b0f4-0c6b21007e4c");
  CHECK(Guid("night-bus/user/km") != Guid("night-bus/user/lm"));
}

TEST_CASE("places of a file and of norm-1 lead to each other, whatever stands between",
          "[exchange][places]") {
  const std::string raw =
      "\xEF\xBB\xBF"
      "One — two\r\n\r\ncafe\xCC\x81 “x”  😀 ﬁn\xC2\xADish Äé";
  const auto map = TextMap::Make(raw);
  REQUIRE(map.ok());
  const auto& origin = map->text().skeleton.origin;
  for (std::size_t i = 0; i < origin.size(); ++i) {
    const auto file = map->ToFile({origin[i], origin[i] + 1});
    REQUIRE(file);
    const auto back = map->FromFile(*file);
    REQUIRE(back);
    // A ligature is one character of the file and two letters.
    CHECK(back->start <= origin[i]);
    CHECK(back->end >= origin[i] + 1);
    CHECK(back->end - back->start <= 2);
  }
  const std::size_t cafe = map->bytes().find("cafe");
  const auto start = static_cast<std::uint32_t>(CountCodePoints(map->bytes().substr(0, cafe)));
  const auto norm1 = map->FromFile({start, start + 5});
  REQUIRE(norm1);
  CHECK(locate::WordsAt(map->text(), *norm1) == "café");
  CHECK(map->Slice(*map->ToFile(*norm1)) == "cafe\xCC\x81");
}

TEST_CASE("UTF-16 units and code points lead to each other", "[exchange][places]") {
  const auto map = TextMap::Make("a😀b😀c");
  REQUIRE(map.ok());
  CHECK(map->ToUtf16(0) == 0);
  CHECK(map->ToUtf16(2) == 3);
  CHECK(map->ToUtf16(5) == 7);
  CHECK(map->ToUtf16(900) == 7);
  for (std::uint32_t i = 0; i <= 5; ++i) CHECK(map->FromUtf16(map->ToUtf16(i)) == i);
  CHECK(map->FromUtf16(2) == 1);
  CHECK(map->FromUtf16(4'000'000'000u) == 5);
}

TEST_CASE("a REFI-QDA project out and in again: the same claims but for what it says is lost",
          "[exchange][qdpx]") {
  const Dataset before = NightBus();
  const Texts texts = With(before, BusText());
  const auto written = WriteQdpx(before, texts);
  REQUIRE(written.ok());
  const auto zip = sheets::ReadZip(written->bytes);
  REQUIRE(zip.ok());
  REQUIRE(zip->size() == 2);
  CHECK((*zip)[0].first == "project.qde");
  CHECK((*zip)[1].second == BusText());
  const std::string& xml = (*zip)[0].second;
  CHECK(Occurrences(xml, "<PlainTextSelection ") == 10);
  CHECK(Occurrences(xml, "<Coding ") == 40);
  CHECK(Occurrences(xml, "isCodable=\"false\"") == 4);
  CHECK(std::any_of(written->lost.begin(), written->lost.end(),
                    [](const std::string& one) { return one == "1 relation is left out."; }));

  const Got got = Import("qdpx", written->bytes);
  REQUIRE(got.taken);
  INFO(ProblemsOf(got));
  REQUIRE(got.imported.loaded);
  CHECK(Occurrences(ProblemsOf(got), "\n") == 1);
  const Dataset& after = got.dataset();
  // A level that only its hedge allows waits for it.
  REQUIRE(after.claims.size() == 9);
  CHECK(io::CountDrafts(after) == 1);
  CHECK(after.documents[0].text.sha256 == before.documents[0].text.sha256);
  CHECK(after.documents[0].title == before.documents[0].title);
  CHECK(after[after.documents[0].creators[0]].name == "Ada Quist");
  CHECK(after.info.coders[0] == before.info.coders[0]);
  std::size_t same = 0;
  for (const Claim& a : before.claims)
    for (const Claim& b : after.claims)
      if (a.id == b.id) {
        ++same;
        CAPTURE(a.id);
        CHECK(a.gloss == b.gloss);
        CHECK(a.modality == b.modality);
        CHECK(a.act == b.act);
        CHECK(before[a.holder()].name == after[b.holder()].name);
        CHECK(before[a.passages[0]].sha256 == after[b.passages[0]].sha256);
        CHECK(before[a.passages[0]].start == after[b.passages[0]].start);
        CHECK(edit::Lines(before).About(a) == edit::Lines(after).About(b));
      }
  CHECK(same == 9);
  // The same data, the same file.
  CHECK(WriteQdpx(before, texts)->bytes == written->bytes);
}

TEST_CASE("a project needs its texts, and the ones that were coded", "[exchange][qdpx]") {
  const Dataset dataset = NightBus();
  const auto without = WriteQdpx(dataset, Texts(dataset, {}));
  REQUIRE(!without.ok());
  CHECK(without.problems()[0].remedy.find("--text d-bus=FILE") != std::string::npos);
  const Texts other = With(dataset, "Another text.");
  REQUIRE(other.problem());
  CHECK(other.problem()->rule.find("d-bus") != std::string::npos);
}

TEST_CASE("another program's project gives drafts, topics and notes; a place is found by its words",
          "[exchange][qdpx]") {
  const Got got = Import("qdpx", HandMade(kProject));
  REQUIRE(got.taken);
  INFO(ProblemsOf(got));
  REQUIRE(got.imported.loaded);
  const Dataset& dataset = got.dataset();
  CHECK(dataset.claims.empty());
  CHECK(got.taken->draft_claims == 2);
  CHECK(got.Left("pictures") == 1);
  REQUIRE(dataset.topics.size() == 3);
  const auto drafts = io::Drafts(dataset);
  REQUIRE(drafts.size() == 2);
  CHECK(drafts[0].damage.empty());
  CHECK(drafts[0].record.TextOf("gloss") == "It shuts in May.");
  CHECK(drafts[0].record.Find("coding")->TextOf("by") == "Kim");
  CHECK(drafts[0].record.Find("coding")->TextOf("note") == "Ask again.");
  CHECK(drafts[0].typed.TextOf("about") == "Traffic/Closure; Sure");
  CHECK(drafts[1].record.Find("coding")->TextOf("by") == "Lou");
  // The second selection ends at its last character, not behind it.
  const auto text = TextMap::Make("Äpfel first. The bridge will close in May. 😀 Nobody paid.");
  REQUIRE(dataset.passages.size() == 2);
  std::vector<std::string> words;
  for (const Passage& one : dataset.passages)
    words.push_back(locate::WordsAt(text->text(), {one.start, one.end}));
  CHECK(words == std::vector<std::string>{"The bridge will close in May", "Nobody paid"});
}

TEST_CASE("a map says which codes are statements and levels; what it says makes claims",
          "[exchange][qdpx]") {
  const Got got = Import("qdpx", HandMade(kProject), "",
                         R"({"codes": {"Traffic/*": {"about": "The bridge closes"},
                                       "Sure": {"level": "very likely"}}})");
  REQUIRE(got.imported.loaded);
  REQUIRE(got.dataset().claims.size() == 1);
  const Claim& claim = got.dataset().claims[0];
  CHECK(claim.modality == Modality::kVeryLikely);
  CHECK(got.dataset()[claim.about.literal.proposition()].label == "The bridge closes");
  CHECK(got.taken->draft_claims == 1);
  // What was guessed can be written, corrected and given again.
  const Got plain = Import("qdpx", HandMade(kProject));
  const io::JsonValue* codes = plain.taken->map.Find("codes");
  REQUIRE(codes != nullptr);
  CHECK(codes->Find("Traffic/Closure")->TextOf("topic") == "Traffic / Closure");
  CHECK(codes->Find("Sure")->Find("topic") != nullptr);
}

TEST_CASE("what is wrong with a project is told by file and line", "[exchange][qdpx]") {
  const Got broken = Import("qdpx", HandMade(Replaced(kProject, "</Users>", "\n</Usres>")));
  CHECK(broken.problem.code == "syntax");
  CHECK(broken.problem.pointer == "project.qde");
  CHECK(broken.problem.line == 2);
  const Got declared = Import("qdpx", HandMade("<!DOCTYPE x [<!ENTITY a \"b\">]>" + kProject));
  CHECK(declared.problem.rule.find("DOCTYPE") != std::string::npos);
  const Got renamed = Import("qdpx", sheets::WriteZip({{"My project.qde", kProject}}));
  REQUIRE(renamed.taken);
  CHECK(!renamed.imported.loaded);  // Its text is not there.
  CHECK(ProblemsOf(renamed).find("does not hold this text") != std::string::npos);
  CHECK(Import("qdpx", sheets::WriteZip({{"a.txt", "b"}})).problem.code == "call");
  std::string deep = "<Project>";
  for (int i = 0; i < 200; ++i) deep += "<a>";
  for (int i = 0; i < 200; ++i) deep += "</a>";
  CHECK(Import("qdpx", HandMade(deep + "</Project>")).problem.code == "limit");
}

TEST_CASE("a codebook goes out and into another dataset", "[exchange][qdc]") {
  const Dataset bus = NightBus();
  const std::string xml = Exported("qdc", bus, BusText());
  CHECK(Occurrences(xml, "<Code ") ==
        2 + bus.topics.size() + bus.propositions.size() + bus.conditions.size());
  const Dataset other = Open("data/samples/minimal.json");
  const Got got = Import("qdc", xml, "", "", &other);
  REQUIRE(got.taken);
  REQUIRE(got.imported.loaded);
  CHECK(got.dataset().topics.size() >= bus.topics.size());
  CHECK(got.dataset().propositions.size() == other.propositions.size() + bus.propositions.size());
  CHECK(Import("qdc", xml).problem.remedy.find("--base") != std::string::npos);
}

TEST_CASE("Web Annotations out and in again: the same dataset, to the byte",
          "[exchange][annotations]") {
  for (const char* path : {"tests/golden/night-bus/night-bus.json", "data/samples/everything.json",
                           "data/samples/worked-example.json"}) {
    CAPTURE(path);
    const Dataset before = Open(path);
    const auto written = WriteAnnotations(before, Texts(before, {}));
    REQUIRE(written.ok());
    const Got got = Import("annotations", written->bytes);
    REQUIRE(got.taken);
    REQUIRE(got.imported.loaded);
    CHECK(got.imported.bytes == io::Save(before));
  }
}

TEST_CASE("an annotation has its place in the file; its words only where they may be quoted",
          "[exchange][annotations]") {
  const Dataset bus = NightBus();
  const std::string json = Exported("annotations", bus, BusText());
  const auto root = io::ReadJson(json);
  REQUIRE(root);
  const auto& items = root->Find("items")->items();
  REQUIRE(items.size() == 10);
  CHECK(items[0].TextOf("motivation") == "classifying");
  const auto map = TextMap::Make(BusText());
  for (const io::JsonValue& item : items) {
    const auto& selectors = item.Find("target")->Find("selector")->items();
    REQUIRE(selectors.size() == 2);  // No quotation.
    const auto start = *io::ReadJsonNumber(selectors[0].Find("start")->text());
    const auto end = *io::ReadJsonNumber(selectors[0].Find("end")->text());
    const auto norm1 =
        map->FromFile({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    const std::string id = item.Find("record")->Find("passages")->items()[0].text();
    const Passage& passage = bus.passages[bus.Find(id).index];
    CHECK(norm1->start == passage.start);
    CHECK(norm1->end == passage.end);
  }
}

TEST_CASE("annotations of Hypothesis: twins by what stands around, replies as notes, UTF-16",
          "[exchange][annotations]") {
  const std::string text =
      "😀 The line stays. Everybody is glad that the line stays open.\n\nIn the end the line stays "
      "shut for good.";
  const std::string json = R"({"export_date": "2026-03-01", "export_userid": "acct:kim@h.is",
    "client_version": "1.1", "annotations": [
    {"id": "A", "uri": "https://example.org/a", "user": "acct:kim@hypothes.is", "text": "It stays.",
     "tags": ["code:Lines", "holder:The mayor", "level:will", "about:The line stays"],
     "document": {"title": ["News"]}, "group": "__world__",
     "target": [{"source": "https://example.org/a", "selector": [
       {"type": "TextQuoteSelector", "exact": "the line stays", "prefix": "In the end ",
        "suffix": " shut"}]}]},
    {"id": "B", "uri": "https://example.org/a", "user": "acct:lou@hypothes.is", "text": "Hm.",
     "references": ["A"], "target": [{"source": "https://example.org/a"}]},
    {"id": "C", "uri": "https://example.org/a", "text": "A page note.", "tags": [],
     "target": [{"source": "https://example.org/a"}]},
    {"id": "D", "uri": "https://example.org/a", "text": "Glad.", "tags": ["Mood"], "group": "g1",
     "target": [{"selector": [{"type": "TextPositionSelector", "start": 19, "end": 36}]}]},
    {"id": "E", "uri": "https://example.org/a", "text": "x", "tags": [],
     "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "words not there"}]}]}]})";
  const Got got = Import("annotations", json, text);
  REQUIRE(got.taken);
  REQUIRE(got.imported.loaded);
  const Dataset& dataset = got.dataset();
  const auto map = TextMap::Make(text);
  REQUIRE(dataset.claims.size() == 1);
  const Claim& claim = dataset.claims[0];
  const Passage& passage = dataset[claim.passages[0]];
  CHECK(passage.paragraph == 2);
  CHECK(dataset[claim.holder()].name == "The mayor");
  CHECK(claim.coding.by == "kim");
  CHECK(claim.coding.note == "lou: Hm.");
  CHECK(claim.topics.size() == 1);
  CHECK(got.Left("annotations of whole pages") == 1);
  CHECK(got.Left("names of groups") == 1);
  CHECK(got.Left("annotations whose words are not in the text") == 1);
  const auto drafts = io::Drafts(dataset);
  REQUIRE(drafts.size() == 1);
  const std::string at = drafts[0].record.Find("passages")->items()[0].text();
  const Passage& glad = dataset.passages[dataset.Find(at).index];
  CHECK(locate::WordsAt(map->text(), {glad.start, glad.end}) == "Everybody is glad");
}

TEST_CASE("CSL JSON out and in again: the same documents", "[exchange][csl]") {
  const Dataset before = NightBus();
  const std::string json = Exported("csl", before, BusText());
  const Got alone = Import("csl", json, BusText());
  REQUIRE(alone.imported.loaded);
  const Document& a = before.documents[0];
  const Document& b = alone.dataset().documents[0];
  CHECK(a.title == b.title);
  CHECK(a.published == b.published);
  CHECK(a.container == b.container);
  CHECK(a.language == b.language);
  CHECK(a.genre == b.genre);
  CHECK(a.text.sha256 == b.text.sha256);
  CHECK(before[a.creators[0]].name == alone.dataset()[b.creators[0]].name);
  // Into its own dataset: nothing changes.
  const Got into = Import("csl", json, "", "", &before);
  REQUIRE(into.imported.loaded);
  CHECK(into.imported.bytes == io::Save(before));
}

TEST_CASE("CSL JSON of reference managers: names in parts, dates in parts, a DOI",
          "[exchange][csl]") {
  const Got got = Import("csl", R"([{"id": "x1", "type": "article", "title": "On lines",
      "author": [{"family": "Brandt", "given": "Ilse", "non-dropping-particle": "van"},
                 {"literal": "The region"}],
      "issued": {"date-parts": [["2023", 3]], "circa": true}, "DOI": "10.1/x", "volume": "7"}])",
                         "Some words of a text.");
  REQUIRE(got.imported.loaded);
  const Document& document = got.dataset().documents[0];
  CHECK(document.title == "On lines");
  CHECK(document.published == "2023-03~");
  CHECK(document.url == "https://doi.org/10.1/x");
  REQUIRE(document.creators.size() == 2);
  CHECK(got.dataset()[document.creators[0]].name == "Ilse van Brandt");
  CHECK(got.Left("fields of other kinds") == 1);
}

TEST_CASE("DNA's event list out and in again: who is for and against what, where",
          "[exchange][dna]") {
  const Dataset before = NightBus();
  const std::string csv = Exported("dna", before, BusText());
  const auto rows = sheets::ReadCsv(csv);
  REQUIRE(rows.ok());
  CHECK(rows->size() == 9);  // Without the ranking and the number.
  const Got got = Import("dna", csv, BusText());
  REQUIRE(got.taken);
  INFO(ProblemsOf(got));
  REQUIRE(got.imported.loaded);
  const Dataset& after = got.dataset();
  CHECK(after.claims.size() == 8);
  std::size_t same = 0;
  for (const Claim& a : before.claims)
    for (const Claim& b : after.claims)
      if (before[a.passages[0]].start == after[b.passages[0]].start &&
          before[a.holder()].name == after[b.holder()].name)
        ++same;
  CHECK(same == 8);
}

TEST_CASE("a graph has every statement and link, and every key its type", "[exchange][graphml]") {
  const Dataset everything = Open("data/samples/everything.json");
  const std::string xml = Exported("graphml", everything, ReadFile("data/samples/everything.txt"));
  CHECK(Occurrences(xml, "<node ") == everything.propositions.size() +
                                          everything.conditions.size() + everything.actors.size() +
                                          everything.claims.size());
  CHECK(Occurrences(xml, "<key ") == Occurrences(xml, "attr.type="));
  std::size_t literals = 0;
  for (const Condition& link : everything.conditions)
    literals += link.antecedents.size() + link.unless.size() + 1;
  CHECK(Occurrences(xml, ">antecedent<") + Occurrences(xml, ">unless<") +
            Occurrences(xml, ">consequent<") ==
        literals);
}

TEST_CASE("Argdown has a statement a proposition and an argument a claim", "[exchange][argdown]") {
  const Dataset bus = NightBus();
  const std::string text = Exported("argdown", bus, BusText());
  CHECK(text.find("mode: loose") != std::string::npos);
  for (const Proposition& one : bus.propositions)
    CHECK(text.find("[" + std::string(one.id) + "]: ") != std::string::npos);
  for (const Claim& one : bus.claims)
    CHECK(text.find("<" + std::string(one.id) + ">: ") != std::string::npos);
}

TEST_CASE("an AIF nodeset of ours comes back whole; one that was changed comes back as drafts",
          "[exchange][aif]") {
  for (const char* path :
       {"tests/golden/night-bus/night-bus.json", "data/samples/everything.json"}) {
    CAPTURE(path);
    const Dataset before = Open(path);
    const auto written = WriteAif(before);
    REQUIRE(written.ok());
    const Got got = Import("aif", written->bytes);
    REQUIRE(got.taken);
    REQUIRE(got.imported.loaded);
    CHECK(got.imported.bytes == io::Save(before));
  }
  const std::string bus = Exported("aif", NightBus(), BusText());
  const Got changed =
      Import("aif", Replaced(bus, "\"text\": \"The minister pays", "\"text\": \"Somebody pays"));
  REQUIRE(changed.taken);
  REQUIRE(changed.imported.loaded);
  CHECK(changed.dataset().claims.empty());
  CHECK(changed.taken->draft_claims > 0);
}

TEST_CASE("a bare nodeset gives drafts with who says what, relations between them, and the rest",
          "[exchange][aif]") {
  const Got got = Import("aif", R"({"nodes": [
      {"nodeID": 1, "text": "Smoking harms the lungs of everybody", "type": "I"},
      {"nodeID": "2", "text": "Nobody should smoke in the house", "type": "I"},
      {"nodeID": "3", "text": "Default Inference", "type": "RA"},
      {"nodeID": "4", "text": "Ann: nobody should smoke here", "type": "L"},
      {"nodeID": "5", "text": "Asserting", "type": "YA"},
      {"nodeID": "6", "text": "Default Rephrase", "type": "MA"}],
    "edges": [{"edgeID": 1, "fromID": 1, "toID": 3}, {"edgeID": 2, "fromID": "3", "toID": "2"},
      {"edgeID": 3, "fromID": "4", "toID": "5"}, {"edgeID": 4, "fromID": "5", "toID": "2"},
      {"edgeID": 5, "fromID": "5", "toID": "99"}]})");
  REQUIRE(got.taken);
  INFO(ProblemsOf(got));
  REQUIRE(got.imported.loaded);
  const auto drafts = io::Drafts(got.dataset());
  REQUIRE(drafts.size() == 3);
  CHECK(drafts[1].typed.TextOf("attribution") == "Ann");
  CHECK(drafts[2].table == "relations");
  CHECK(drafts[2].record.TextOf("type") == "supports");
  CHECK(got.Left("edges that lead nowhere") == 1);
  CHECK(io::Save(got.dataset()).find("x-aif") != std::string::npos);
}

TEST_CASE("pages and documents of word processors become plain text", "[exchange][texts]") {
  CHECK(*PlainText("<html><head><title>x</title><style>p{}</style></head><body><h1>Head</h1>"
                   "<p>One &amp; two&nbsp;<b>three</b></p><script>no()</script><p>Four<br>five"
                   "&#8217;s</body>",
                   "a.HTML") == "Head\n\nOne & two three\n\nFour\n\nfive’s\n");
  const std::string word =
      "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>One </w:t></w:r><w:del><w:r><w:delText>"
      "gone</w:delText></w:r></w:del><w:ins><w:r><w:t>two</w:t></w:r></w:ins></w:p><w:tbl><w:tr>"
      "<w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
  CHECK(*PlainText(sheets::WriteZip({{"word/document.xml", word}}), "a.docx") ==
        "One two\n\nCell\n");
  const std::string odt =
      "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>"
      "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Head</text:h>"
      "<text:p>One<text:s/>two<text:note><text:p>note</text:p></text:note></text:p>"
      "</office:text></office:body></office:document-content>";
  CHECK(*PlainText(sheets::WriteZip({{"content.xml", odt}}), "a.odt") == "Head\n\nOne two\n");
  CHECK(PlainText("%PDF-1.4", "a.pdf").problems()[0].remedy.find("pdftotext") != std::string::npos);
  CHECK(!PlainText("", "a.txt").ok());
  CHECK(!PlainText("PK", "a.docx").ok());
}

TEST_CASE("a file is known by its name and by what is in it", "[exchange]") {
  const Dataset bus = NightBus();
  for (const Format& format : Formats()) {
    if (format.in.empty() || format.out.empty()) continue;
    CAPTURE(format.name);
    CHECK(GuessFormat(Exported(format.name, bus, BusText()), "file") == format.name);
  }
  CHECK(GuessFormat(io::Save(bus), "x.json").empty());
  CHECK(GuessFormat("no.,text,quote\n", "claims.csv").empty());
  CHECK(GuessFormat("", "x").empty());
}

TEST_CASE("a hundred damaged files a format end in an error with its place, or in what is sound",
          "[exchange][hostile]") {
  const Dataset bus = NightBus();
  std::minstd_rand dice(7);
  for (const Format& format : Formats()) {
    if (format.in.empty()) continue;
    const std::string good = Exported(format.name, bus, BusText());
    CAPTURE(format.name);
    std::size_t refused = 0;
    for (int i = 0; i < 100; ++i) {
      std::string bad = good;
      const auto at = static_cast<std::size_t>(dice()) % bad.size();
      switch (i % 5) {
        case 0:
          bad.resize(at);
          break;
        case 1:
          bad[at] = static_cast<char>(dice());
          break;
        case 2:
          bad.erase(at, 1 + dice() % 40);
          break;
        case 3:
          bad.insert(at, bad.substr(static_cast<std::size_t>(dice()) % bad.size(), 30));
          break;
        default:
          for (int k = 0; k < 8; ++k)
            bad[static_cast<std::size_t>(dice()) % bad.size()] = static_cast<char>(dice());
      }
      CAPTURE(i, at);
      const Got got =
          Import(format.name, bad, BusText(), "", format.name == "qdc" ? &bus : nullptr);
      if (!got.taken) {
        ++refused;
        CHECK(!got.problem.rule.empty());
        CHECK(!got.problem.remedy.empty());
        if (got.problem.code == "syntax" && format.name != "qdpx") CHECK(got.problem.line > 0);
      } else if (!got.imported.loaded) {
        ++refused;
        CHECK(std::any_of(got.imported.problems.begin(), got.imported.problems.end(),
                          [](const sheets::CellProblem& one) { return !one.note; }));
        CHECK(got.imported.bytes.empty());
      } else {
        CHECK(io::Load(got.imported.bytes).ok());
      }
    }
    CHECK(refused > 15);
  }
}

}  // namespace proviso::exchange
