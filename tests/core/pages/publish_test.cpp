#include "core/pages/publish.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "core/io/load.h"
#include "core/io/save.h"
#include "tests/support/files.h"
#include "tests/support/hostile.h"
#include "tests/support/html_reader.h"
#include "tests/support/unpacked.h"

using namespace proviso;

namespace {

view::Library Read(const std::string& name) {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/samples/" + name + ".json"));
  REQUIRE(loaded.ok());
  return view::Library(std::move(loaded).value().dataset);
}

const view::ProgramPages kProgram{
    "<head><!--[head-->old<!--head]--></head><main><!--[text--><!--text]--></main>"
    "<!--[explorer--><x src=\"old.json\"></x><!--explorer]-->",
    "<head><!--[head--><!--head]--></head><main><!--[text--><!--text]--></main>"
    "<!--[data-->old<!--data]--><script>program</script>",
    "self.DATASET=[\"old.json\",\"0\"];\nrest"};

std::string File(const std::vector<view::ExportedFile>& files, const std::string& path) {
  const auto at =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
  REQUIRE(at != files.end());
  return at->bytes;
}

}  // namespace

TEST_CASE("a place is filled, again and again, and what stands around it stays", "[pages]") {
  const std::string page = "a<!--[text-->old<!--text]-->b";
  const auto once = view::FillPlace(page, "text", "new");
  REQUIRE(once);
  CHECK(*once == "a<!--[text-->new<!--text]-->b");
  CHECK(view::FillPlace(*once, "text", "old") == page);
  CHECK_FALSE(view::FillPlace(page, "head", ""));
  CHECK_FALSE(view::FillPlace("a<!--[text-->b", "text", ""));
}

TEST_CASE("the outline has every claim and link, and nothing of the data becomes markup",
          "[pages]") {
  for (const char* name : {"worked-example", "everything", "minimal"}) {
    const view::Library library = Read(name);
    const test::Page page = test::ReadHtml("<main>" + view::ExportOutline(library) + "</main>");
    std::set<std::string> ids;
    for (const test::Element& element : page.elements)
      if (const auto id = element.attributes.find("id"); id != element.attributes.end())
        ids.insert(id->second);
    for (const Claim& claim : library.dataset.claims) CHECK(ids.count(std::string(claim.id)) == 1);
    for (const Condition& condition : library.dataset.conditions)
      CHECK(ids.count(std::string(condition.id)) == 1);
  }
}

TEST_CASE("one page holds the dataset itself, title and outline", "[pages]") {
  const view::Library library = Read("worked-example");
  const auto page = view::ExportSingle(library, kProgram.single,
                                       view::ExportHead(library, {"", "v=map"}), "outline");
  REQUIRE(page);
  // Packed without its indentation, for which nobody looks there; nothing else is otherwise.
  const std::string before = "data-file=\"dataset.json\">";
  const std::size_t at = page->find(before);
  REQUIRE(at != std::string::npos);
  const std::size_t from = at + before.size();
  const std::string packed =
      test::Unpacked(test::FromBase91(page->substr(from, page->find('<', from) - from)));
  CHECK(packed.find('\n') == std::string::npos);
  const Result<io::Loaded> held = io::Load(packed);
  REQUIRE(held.ok());
  CHECK(io::Save(held.value().dataset) == io::Save(library.dataset));
  CHECK(page->find("<title>" + std::string(library.dataset.info.title) + "</title>") !=
        std::string::npos);
  CHECK(page->find("name=\"proviso-state\" content=\"v=map\"") != std::string::npos);
  CHECK(page->find("outline") != std::string::npos);
  CHECK(page->find("old") == std::string::npos);
  CHECK_FALSE(view::ExportSingle(library, "no places", "", ""));
}

TEST_CASE("a site names its dataset everywhere, and a preview only with an address", "[pages]") {
  const view::Library library = Read("worked-example");
  const std::string dataset = view::DatasetFile(library);
  const auto site = view::ExportSite(library, kProgram, {"https://example.org/x", ""});
  REQUIRE(site);
  const std::string index = File(*site, "index.html");
  CHECK(index.find("src=\"" + dataset + "\"") != std::string::npos);
  CHECK(index.find("href=\"" + dataset + "\"") != std::string::npos);
  CHECK(index.find("https://example.org/x/preview.png") != std::string::npos);
  CHECK(index.find("old.json") == std::string::npos);
  CHECK(File(*site, dataset) == io::Save(library.dataset));
  CHECK(File(*site, "worker.js") ==
        "self.DATASET=[\"" + dataset + "\",\"" + library.digest() + "\"];\nrest");
  File(*site, "text/index.html");
  File(*site, "embed.html");
  const auto plain = view::ExportSite(library, kProgram, {});
  REQUIRE(plain);
  CHECK(File(*plain, "index.html").find("og:image") == std::string::npos);
}

TEST_CASE("the preview is a picture of another kind for another dataset, the same for the same",
          "[pages]") {
  const std::string one = view::PreviewPng(Read("worked-example"));
  CHECK(one.substr(0, 8) == std::string_view("\x89PNG\r\n\x1a\n", 8));
  CHECK(one == view::PreviewPng(Read("worked-example")));
  CHECK(one != view::PreviewPng(Read("everything")));
  CHECK(view::PreviewPng(Read("minimal")).size() > 100);
}
