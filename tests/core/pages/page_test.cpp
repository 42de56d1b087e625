#include "core/pages/page.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/io/json_value.h"
#include "core/pages/site.h"
#include "core/voice/voice.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"
#include "tests/support/hostile.h"
#include "tests/support/html_reader.h"

using namespace proviso;
using proviso::test::Element;
using proviso::test::Page;

namespace {

/// The text version of a library, read back.
struct Exported {
  explicit Exported(const view::Library& library) : files(view::ExportPages(library)) {
    for (const view::ExportedFile& file : files)
      if (file.path != "style.css") pages.emplace(file.path, test::ReadHtml(file.bytes));
  }

  const std::string& bytes(const std::string& path) const {
    const auto at = std::find_if(files.begin(), files.end(),
                                 [&path](const auto& file) { return file.path == path; });
    REQUIRE(at != files.end());
    return at->bytes;
  }

  std::vector<view::ExportedFile> files;
  std::map<std::string, Page> pages;
};

view::Library Everything() {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/samples/everything.json"));
  REQUIRE(loaded.ok());
  return view::Library(std::move(loaded).value().dataset);
}

std::set<std::string> IdsOf(const Page& page) {
  std::set<std::string> ids;
  for (const Element& element : page.elements) {
    const auto id = element.attributes.find("id");
    if (id == element.attributes.end()) continue;
    INFO(id->second);
    CHECK(ids.insert(id->second).second);
  }
  return ids;
}

/// `href` as seen from `page`, as a path from the top; empty for what leads out.
std::string Resolve(const std::string& page, std::string href) {
  if (href[0] == '#') return page + href;
  std::string folder =
      page.find('/') == std::string::npos ? "" : page.substr(0, page.find('/') + 1);
  while (href.rfind("../", 0) == 0) {
    if (folder.empty()) return "";
    folder.clear();
    href.erase(0, 3);
  }
  return folder + href;
}

void CheckLinks(const Exported& exported) {
  std::map<std::string, std::set<std::string>> ids;
  for (const auto& [path, page] : exported.pages) ids[path] = IdsOf(page);
  for (const auto& [path, page] : exported.pages) {
    for (const Element& element : page.elements) {
      if (element.name != "a") continue;
      const std::string& href = element.attributes.at("href");
      CAPTURE(path, href, element.text);
      CHECK_FALSE(element.text.empty());
      if (href.rfind("http", 0) == 0) {
        CHECK(element.attributes.at("rel").find("noopener") != std::string::npos);
        continue;
      }
      const std::string target = Resolve(path, href);
      if (target.empty()) {
        CHECK(href.find("../index.html") != std::string::npos);
        continue;
      }
      const std::size_t hash = target.find('#');
      const std::string file = target.substr(0, hash);
      REQUIRE(ids.count(file) == 1);
      if (hash != std::string::npos) CHECK(ids[file].count(target.substr(hash + 1)) == 1);
    }
  }
}

void CheckPages(const Exported& exported) {
  for (const auto& [path, page] : exported.pages) {
    CAPTURE(path, page.faults);
    CHECK(page.faults.empty());
    CHECK(page.Count("h1") == 1);
    CHECK(page.Count("main") == 1);
    CHECK(page.Count("header") == 1);
    CHECK(page.Count("footer") == 1);
    REQUIRE(page.First("html") != nullptr);
    CHECK(page.First("html")->attributes.at("lang") == "en");
    REQUIRE(page.First("a") != nullptr);
    CHECK(page.First("a")->attributes.at("href") == "#Content");
    int level = 0;
    for (const Element& element : page.elements) {
      if (element.name == "script") {  // One that nothing runs.
        CHECK(element.attributes.at("type") == "application/ld+json");
        CHECK(io::ReadJson(element.text).has_value());
      }
      CHECK(element.name != "style");
      CHECK(element.name != "img");
      CHECK(element.name != "iframe");
      for (const auto& [name, value] : element.attributes) {
        CAPTURE(element.name, name, value);
        CHECK(name != "style");
        CHECK(name != "src");
        CHECK(name.rfind("on", 0) != 0);
      }
      if (element.name == "link")
        CHECK(element.attributes.at("href").find("style.css") != std::string::npos);
      if (element.name == "th") CHECK(element.attributes.count("scope") == 1);
      if (element.name == "svg") CHECK(element.attributes.at("aria-hidden") == "true");
      if (element.name.size() == 2 && element.name[0] == 'h' && element.name[1] != 'r') {
        CHECK(element.name[1] - '0' <= level + 1);
        CHECK_FALSE(element.text.empty());
        level = element.name[1] - '0';
      }
    }
  }
}

/// Every record is told exactly where `AddressOf` says.
void CheckRecords(const view::Library& library, const Exported& exported) {
  const view::Site site(library);
  std::map<std::string, std::set<std::string>> ids;
  for (const auto& [path, page] : exported.pages) ids[path] = IdsOf(page);
  for (std::size_t t = 0; t < kTableCount; ++t) {
    const Table table = static_cast<Table>(t);
    for (std::uint32_t i = 0; i < library.dataset.count(table); ++i) {
      const std::string address = site.AddressOf({table, i});
      const std::size_t hash = address.find('#');
      CAPTURE(address);
      REQUIRE(ids.count(address.substr(0, hash)) == 1);
      if (hash != std::string::npos)
        CHECK(ids[address.substr(0, hash)].count(address.substr(hash + 1)) == 1);
    }
  }
}

}  // namespace

TEST_CASE(
    "every page of the text version is well formed, without script, style or anything fetched",
    "[export]") {
  CheckPages(Exported(test::Harbour()));
  CheckPages(Exported(Everything()));
}

TEST_CASE("a text's page tells programs who claims what where, and never whether it is so",
          "[export]") {
  const Exported exported(Everything());
  for (const auto& [path, page] : exported.pages) {
    if (path.rfind("documents/", 0) != 0) {
      CHECK(page.Count("script") == 0);
      continue;
    }
    REQUIRE(page.Count("script") == 1);
    const std::optional<io::JsonValue> block = io::ReadJson(page.First("script")->text);
    REQUIRE(block.has_value());
    CHECK(block->TextOf("@context") == "https://schema.org");
    std::map<std::string, int> types;
    for (const io::JsonValue& one : block->Find("@graph")->items()) {
      ++types[std::string(one.TextOf("@type"))];
      if (one.TextOf("@type") != "Claim") continue;
      CHECK(!one.TextOf("text").empty());
      CHECK(!one.Find("author")->TextOf("name").empty());
      CHECK(!one.Find("appearance")->TextOf("name").empty());
    }
    CHECK(types["Dataset"] == 1);
    CHECK(types["Claim"] == 15);
    CHECK(types.size() == 2);
    CHECK(page.First("script")->text.find("ating") == std::string::npos);
  }
}

TEST_CASE("pages of hostile words are as well formed as any", "[export]") {
  const Exported exported(test::HostileLibrary(60));
  CheckPages(exported);
  CheckLinks(exported);
}

TEST_CASE("every record has its place in the text version and every link leads to one",
          "[export]") {
  const view::Library harbour = test::Harbour();
  const Exported of_harbour(harbour);
  CheckLinks(of_harbour);
  CheckRecords(harbour, of_harbour);
  const view::Library everything = Everything();
  const Exported of_everything(everything);
  CheckLinks(of_everything);
  CheckRecords(everything, of_everything);
}

TEST_CASE("long lists go over several pages and lose nothing", "[export]") {
  const view::Library library = test::HostileLibrary(view::kRecordsAPage * 2 + 3);
  const Exported exported(library);
  CHECK(exported.pages.count("claims.html") == 1);
  CHECK(exported.pages.count("claims-2.html") == 1);
  CHECK(exported.pages.count("claims-3.html") == 1);
  CHECK(exported.pages.count("claims-4.html") == 0);
  CheckRecords(library, exported);
  CheckLinks(exported);
}

TEST_CASE("a claim is told with its hedges, its chain, its strength, its place and its evidence",
          "[export]") {
  const Exported exported(test::Harbour());
  const Page& claims = exported.pages.at("claims.html");
  const auto article =
      std::find_if(claims.elements.begin(), claims.elements.end(), [](const Element& element) {
        const auto id = element.attributes.find("id");
        return id != element.attributes.end() && id->second == "c-1";
      });
  REQUIRE(article != claims.elements.end());
  CHECK(article->name == "article");
  for (const std::string_view words :
       {"Once the storm is over", "The clerk", "own words", "Very likely", "A ¶2",
        "characters 40–120", "Low", "kk", "Water", "More likely", "Speaks against"}) {
    CAPTURE(words);
    CHECK(article->text.find(words) != std::string::npos);
  }
  const std::string& bytes = exported.bytes("claims.html");
  CHECK(bytes.find("<em class=\"hedge\">Almost Certainly</em>") != std::string::npos);
  CHECK(bytes.find("No evidence so far") != std::string::npos);
  CHECK(bytes.find("“may believe”") != std::string::npos);
  CHECK(bytes.find("load your copy") == std::string::npos);
}

TEST_CASE("links go both ways: from a claim to its passage, voice and link, and back", "[export]") {
  const Exported exported(test::Harbour());
  const auto links = [&exported](const std::string& page, const std::string& href) {
    const Page& read = exported.pages.at(page);
    return std::any_of(read.elements.begin(), read.elements.end(), [&href](const Element& element) {
      const auto at = element.attributes.find("href");
      return at != element.attributes.end() && at->second == href;
    });
  };
  CHECK(links("claims.html", "documents/d-log.html#p-3"));
  CHECK(links("documents/d-log.html", "../claims.html#c-3"));
  CHECK(links("claims.html", "actors/a-vale.html"));
  CHECK(links("actors/a-vale.html", "../claims.html#c-3"));
  CHECK(links("actors/a-clerk.html", "../claims.html#c-3"));
  CHECK(links("claims.html", "conditions.html#k-3"));
  CHECK(links("conditions.html", "claims.html#c-3"));
  CHECK(links("conditions.html", "propositions.html#channel-deep"));
  CHECK(links("propositions.html", "conditions.html#k-3"));
  CHECK(links("propositions.html", "claims.html#c-9"));
  CHECK(links("quantities.html", "claims.html#c-12"));
  CHECK(links("events.html", "propositions.html#harbour-has-opened"));
  CHECK(links("index.html", "../index.html#on=storm-ends"));
}

TEST_CASE("the start page shows the links to the outcome with everyone who says them", "[export]") {
  const Exported exported(test::Harbour());
  const Element* main = exported.pages.at("index.html").First("main");
  REQUIRE(main != nullptr);
  for (const std::string_view words :
       {"What is linked to: The harbour opens", "More likely", "Less likely", "Harbour fees rise",
        "The clerk", "Dr Vale", "disputes", "What opens it?", "12 claims", "Port log"}) {
    CAPTURE(words);
    CHECK(main->text.find(words) != std::string::npos);
  }
}

TEST_CASE("every page names the dataset, its version and its digest", "[export]") {
  const view::Library library = test::Harbour();
  for (const auto& [path, page] : Exported(library).pages) {
    const Element* footer = page.First("footer");
    REQUIRE(footer != nullptr);
    CHECK(footer->text.find("version 0.3") != std::string::npos);
    CHECK(footer->text.find(library.digest()) != std::string::npos);
  }
}

TEST_CASE("an address in the data is a link only where it is safe to follow", "[export]") {
  test::DatasetMaker make;
  const ActorId actor = make.AddActor("Someone");
  make.dataset().actors[actor.index()].same_as = make.KeepTexts(
      {"javascript:alert(1)", "https://example.org/\"><script>", "https://example.org/a"});
  const view::Library library(std::move(make.dataset()));
  const Exported exported(library);
  const Page& page = exported.pages.at("actors/a1.html");
  CHECK(page.faults.empty());
  std::vector<std::string> out;
  for (const Element& element : page.elements)
    if (element.name == "a" && element.attributes.at("href").find(':') != std::string::npos)
      out.push_back(element.attributes.at("href"));
  CHECK(out == std::vector<std::string>{"https://example.org/a"});
  for (const char* words : {"javascript:alert(1)", "https://example.org/\"><script>"})
    CHECK(page.First("main")->text.find(words) != std::string::npos);
}

TEST_CASE("a dataset with nothing in it still gives pages that say so", "[export]") {
  test::DatasetMaker make;
  const view::Library library(std::move(make.dataset()));
  const Exported exported(library);
  for (const auto& [path, page] : exported.pages) {
    CAPTURE(path, page.faults);
    CHECK(page.faults.empty());
  }
  CHECK(exported.pages.at("claims.html").First("h1")->text == "0 claims");
}

TEST_CASE("the skeleton is a fragment with the links, their holders and ways on", "[export]") {
  const std::string skeleton = view::ExportSkeleton(test::Harbour(), "text/");
  const Page page = test::ReadHtml(skeleton);
  CHECK(page.faults.empty());
  CHECK(page.Count("html") == 0);
  CHECK(page.Count("h1") == 1);
  CHECK(skeleton.find("12 claims") != std::string::npos);
  CHECK(skeleton.find("href=\"text/conditions.html#k-1\"") != std::string::npos);
  CHECK(skeleton.find("The clerk") != std::string::npos);
  CHECK(skeleton.find("href=\"text/index.html\"") != std::string::npos);
}

TEST_CASE("the style sheet fetches nothing and has light, dark and printed colours", "[export]") {
  const Exported exported(test::Harbour());
  const std::string& style = exported.bytes("style.css");
  CHECK(style.find("url(") == std::string::npos);
  CHECK(style.find("@import") == std::string::npos);
  CHECK(style.find("--paper: #fbfaf6") != std::string::npos);
  CHECK(style.find("prefers-color-scheme: dark") != std::string::npos);
  CHECK(style.find("@media print") != std::string::npos);
}
