// Files made to harm: each ends in an error that says what, where and what to do, or in what is
// sound of it, within seconds and bounded memory.

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "core/sheets/zip.h"
#include "tests/core/exchange/taking.h"

namespace proviso::exchange {
namespace {

using namespace test;

std::string Times(std::size_t count, std::string_view words) {
  std::string out;
  out.reserve(count * words.size());
  for (std::size_t i = 0; i < count; ++i) out += words;
  return out;
}

/// How long it takes; generous, since tests are compiled without speed and share a machine.
template <class Do>
double Seconds(const Do& what) {
  const auto start = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}
constexpr double kMostSeconds = 60;

std::string Project(const std::string& codes, const std::string& sources,
                    const std::string& text = "The bridge will close in May.") {
  return sheets::WriteZip(
      {{"project.qde", "<Project name=\"x\" origin=\"Proviso\"><CodeBook><Codes>" + codes +
                           "</Codes></CodeBook><Sources>" + sources + "</Sources></Project>"},
       {"sources/a.txt", text}});
}

/// Refused, with a sentence and a remedy; or taken with a dataset that loads, or errors that say
/// so.
void CheckEnds(const Got& got) {
  if (!got.taken) {
    CHECK(!got.problem.rule.empty());
    CHECK(!got.problem.remedy.empty());
  } else if (!got.imported.loaded) {
    CHECK(!ProblemsOf(got).empty());
  } else {
    CHECK(io::Load(got.imported.bytes).ok());
  }
}

}  // namespace

TEST_CASE("a DOCTYPE is refused in any encoding, and entities expand to nothing",
          "[exchange][hostile]") {
  const std::string lol =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Project>&b;</Project>";
  CHECK(Import("qdc", lol).problem.rule.find("DOCTYPE") != std::string::npos);
  std::string wide = "\xFF\xFE";
  for (const char c : lol) wide += {c, '\0'};
  CHECK(Import("qdc", wide).problem.rule.find("DOCTYPE") != std::string::npos);
  const Dataset base = Open("data/samples/minimal.json");
  const Got entity = Import(
      "qdc", "<CodeBook><Codes><Code guid=\"1\" name=\"&a;b\"/></Codes></CodeBook>", "", "", &base);
  REQUIRE(entity.imported.loaded);
  CHECK(entity.dataset().topics.back().label == "&a;b");
}

TEST_CASE("XML and JSON of millions of small things are refused before a tree is made",
          "[exchange][hostile]") {
  const std::string xml = "<Project>" + Times(4'100'000, "<a/>") + "</Project>";
  CHECK(Import("qdc", xml).problem.code == "limit");
  CHECK(Import("csl", "[" + Times(3'100'000, "0,") + "0]").problem.code == "limit");
  CHECK(Import("csl", Times(1'000'000, "[")).problem.code != "");
  std::string keys = "[{\"a\":0";
  for (int i = 0; i < 11'000; ++i) keys += ",\"k" + std::to_string(i) + "\":0";
  const Got many = Import("csl", keys + "}]");
  CHECK(many.problem.code == "limit");
  CHECK(many.problem.column > 1);
  // Nine thousand members may be; forty such objects are too many look-ups.
  std::string object = "{\"a\":0";
  for (int i = 0; i < 9'000; ++i) object += ",\"k" + std::to_string(i) + "\":0";
  CHECK(Import("csl", "[" + Times(40, object + "},") + "0]").problem.code == "limit");
}

TEST_CASE("an archive that unpacks to more than is read, or leads elsewhere, is refused",
          "[exchange][hostile]") {
  CHECK(Import("qdpx", sheets::WriteZip({{"../project.qde", "<Project/>"}})).problem.code ==
        "call");
  // A project with hundreds of texts and large pictures is none of these.
  std::vector<sheets::ZipEntry> many{{"project.qde", "<Project name=\"x\"/>"}};
  for (int i = 0; i < 500; ++i) many.push_back({"sources/" + std::to_string(i) + ".txt", "a"});
  many.push_back({"sources/a.jpg", std::string(66'000'000, 'x')});
  CHECK(Import("qdpx", sheets::WriteZip(many)).taken);
  std::string grown = sheets::WriteZip({{"project.qde", std::string(2'000'000, ' ')}});
  const std::size_t entry = grown.find("PK\x01\x02");
  grown[entry + 27] = '\x7F';  // Unpacked: two thousand million bytes.
  CHECK(!Import("qdpx", grown).problem.rule.empty());
  const std::string source = "<TextSource name=\"t\" plainTextPath=\"internal://a.txt\"/>";
  const Got large = Import("qdpx", Project("", source, Times(34'000'000, "a")));
  REQUIRE(large.taken);
  CHECK(ProblemsOf(large).find("longer than 32 MiB") != std::string::npos);
}

TEST_CASE("what repeats without end takes no time without end", "[exchange][hostile]") {
  // Each selection has words that are everywhere, but for the last letter.
  const std::string selection = "<PlainTextSelection name=\"" + Times(500, "a") +
                                "b\" startPosition=\"0\" endPosition=\"9\"/>";
  CHECK(Seconds([&] {
          CheckEnds(
              Import("qdpx", Project("",
                                     "<TextSource name=\"t\" plainTextPath=\"internal://a.txt\">" +
                                         Times(100, selection) + "</TextSource>",
                                     Times(200'000, "a"))));
        }) < kMostSeconds);
  // Names in another alphabet, which all make the same id.
  std::string items = "[";
  for (int i = 0; i < 2'000; ++i)
    items += (i == 0 ? "" : ",") + std::string("{\"title\":\"线路") + std::to_string(i) + "路\"}";
  CHECK(Seconds([&] { CheckEnds(Import("csl", items + "]")); }) < kMostSeconds);
  // An inference with ten thousand premises and as many conclusions.
  std::string nodes = R"({"nodes":[{"nodeID":"r","type":"RA","text":"r"})", edges;
  for (int i = 0; i < 2'000; ++i) {
    const std::string n = std::to_string(i);
    nodes += ",{\"nodeID\":\"" + n + "\",\"type\":\"I\",\"text\":\"Word " + n + "\"}";
    edges += std::string(i == 0 ? "" : ",") + "{\"fromID\":\"" + n +
             "\",\"toID\":\"r\"},{\"fromID\":\"r\",\"toID\":\"" + n + "\"}";
  }
  CHECK(Seconds([&] {
          const Got got = Import("aif", nodes + "],\"edges\":[" + edges + "]}");
          CheckEnds(got);
          REQUIRE(got.taken);
          CHECK(got.Left("inferences and conflicts between too many nodes") == 1);
        }) < kMostSeconds);
  // Codes in sixty levels with long names.
  std::string codes = Times(40, "<Code name=\"" + Times(390, "x") + "\">");
  codes += Times(1'000, "<Code guid=\"1\" name=\"y\"/>") + Times(40, "</Code>");
  CHECK(Seconds([&] { CheckEnds(Import("qdpx", Project(codes, ""))); }) < kMostSeconds);
  CHECK(Seconds([&] { CHECK(PlainText(Times(300'000, "&"), "a.html").ok()); }) < kMostSeconds);
  CHECK(Seconds([&] { static_cast<void>(PlainText(Times(100'000, "<a \""), "a.html")); }) <
        kMostSeconds);
}

TEST_CASE("huge numbers and broken UTF-8 are no places and no words", "[exchange][hostile]") {
  for (const char* number :
       {"-1", "4294967295", "4294967296", "99999999999999999999", "1e9", "x", ""}) {
    CAPTURE(number);
    CheckEnds(Import(
        "qdpx", Project("", std::string("<TextSource name=\"t\" plainTextPath=\"internal://a.txt\">"
                                        "<PlainTextSelection startPosition=\"") +
                                number + "\" endPosition=\"" + number + "\"/></TextSource>")));
    CheckEnds(
        Import("dna",
               std::string("\"statement_id\";\"concept\";\"start_position\";\"stop_position\"\n"
                           "\"1\";\"x\";\"0\";\"") +
                   number + "\"\n",
               "Some words."));
  }
  CheckEnds(Import("annotations",
                   R"([{"uri":"u","target":[{"selector":[{"type":"TextPositionSelector",)"
                   R"("start":-1e300,"end":1e300}]}]}])",
                   "Some words."));
  CheckEnds(Import("csl", "[{\"title\":\"\xFF\xFE\xC0\x80\"}]", "Some words."));
  CheckEnds(
      Import("qdpx", Project("", "<TextSource name=\"\xC3\" plainTextPath=\"internal://a.txt\"/>",
                             "Bad \xED\xA0\x80 text")));
  CheckEnds(Import("csl",
                   R"([{"title":"a","issued":{"date-parts":[[99999999999999999999,13,45]]}}])",
                   "Some words."));
}

TEST_CASE("a page keeps its words whatever its scripts and its head say", "[exchange][texts]") {
  const auto plain = [](const std::string& page) {
    const auto text = PlainText(page, "a.html");
    return text.ok() ? *text : text.problems()[0].rule;
  };
  CHECK(plain("<head><title>x</title><body><p>One") == "One\n");
  CHECK(plain("<p>One</p><script>if (a<b) x = \"don't</p>\";</script><p>Two</p>") ==
        "One\n\nTwo\n");
  CHECK(plain("<style>a>b{content:'</styl'}</style><p>One") == "One\n");
  CHECK(plain("<p>&agrave; la carte &#150; &#x2019;&bogus; &amp &;</p>") ==
        "à la carte – ’&bogus; &amp &;\n");
}

TEST_CASE("two articles with one title are two texts", "[exchange][dna]") {
  const std::string head =
      "\"statement_id\";\"person\";\"concept\";\"agreement\";\"document_id\";\"document_title\"\n";
  const Got got = Import("dna",
                         head +
                             "\"1\";\"Ann\";\"It closes\";\"1\";\"1\";\"News\"\n"
                             "\"2\";\"Bob\";\"It closes\";\"0\";\"2\";\"News\"\n",
                         "Some words.");
  REQUIRE(got.taken);
  CHECK(got.taken->texts.size() == 2);
}

TEST_CASE("an annotation that was changed elsewhere is told, and its record stays",
          "[exchange][annotations]") {
  const Dataset bus = NightBus();
  const std::string json = Exported("annotations", bus, BusText());
  const std::string gloss(bus.claims[0].gloss);
  const Got got =
      Import("annotations", Replaced(json, "\"value\": \"" + gloss, "\"value\": \"Else"));
  REQUIRE(got.imported.loaded);
  CHECK(got.imported.bytes == io::Save(bus));
  CHECK(std::any_of(got.imported.problems.begin(), got.imported.problems.end(),
                    [](const sheets::CellProblem& one) {
                      return one.problem.rule.find("something else") != std::string::npos;
                    }));
}

}  // namespace proviso::exchange
