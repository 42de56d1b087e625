#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "core/pages/publish.h"
#include "tests/support/headless.h"

namespace proviso {
namespace {

using test::HeadlessExplorer;

constexpr std::string_view kPage =
    "<!doctype html><!--[head--><!--head]--><main><!--[text--><!--text]--></main>"
    "<!--[data--><!--data]-->";

TEST_CASE("a dataset goes into a page of its own, as the command line writes it",
          "[panels][share]") {
  HeadlessExplorer explorer;
  explorer.platform.has_page = true;
  explorer.app.Apply({view::Save{view::Saved::kOneFile}});
  REQUIRE(explorer.platform.pages.size() == 1);
  CHECK(explorer.platform.pages[0] ==
        std::pair<std::string, std::string>{"china-military-aid.html", ""});
  CHECK(explorer.app.Page(kPage, "") ==
        view::PageInOneFile(*explorer.app.library(), kPage, {}).value());
  CHECK(explorer.app.Page(kPage, "v=map") ==
        view::PageInOneFile(*explorer.app.library(), kPage, {{}, "v=map"}).value());
  explorer.app.Saved("china-military-aid.html", shell::App::SavedAs::kFile);
  CHECK(explorer.app.session().happened.find("china-military-aid.html") != std::string::npos);
  // Nothing where what fills it is on its way.
  explorer.platform.absent = "publish";
  CHECK(explorer.app.Page(kPage, "").empty());
}

TEST_CASE("where the page does not come, or is another version’s, the reader is told",
          "[panels][share]") {
  HeadlessExplorer explorer;
  for (const std::string_view page : {"", "<!doctype html>"})
    CHECK(explorer.app.Page(page, "").empty());
  explorer.app.Saved("a.html", shell::App::SavedAs::kNoPage);
  REQUIRE(explorer.app.session().notices.size() == 1);
  CHECK(explorer.app.session().notices[0].rfind("Not saved", 0) == 0);
  HeadlessExplorer without;
  without.app.Apply({view::Save{view::Saved::kOneFile}});
  REQUIRE(without.app.session().notices.size() == 1);
  CHECK(without.app.session().notices[0].find("proviso publish") != std::string::npos);
}

TEST_CASE("what is published as data is a file of its own", "[panels][share]") {
  HeadlessExplorer explorer;
  explorer.app.Apply({view::Save{view::Saved::kData}, view::Save{view::Saved::kClaims}});
  REQUIRE(explorer.platform.saved.size() == 2);
  CHECK(explorer.platform.saved[0].bytes == view::DataToPublish(*explorer.app.library(), "json"));
  CHECK(explorer.platform.saved[1].name == "china-military-aid-claims.csv");
}

TEST_CASE("a file’s text stands where a dataset is begun, and nowhere else", "[panels][begin]") {
  using Purpose = shell::App::Purpose;
  HeadlessExplorer explorer;
  const auto text = [&] {
    return explorer.app.session()
        .beginning.words[static_cast<std::size_t>(view::BeginField::kText)];
  };
  explorer.app.Apply({view::AllowEditing{true}});
  explorer.app.Offer(Purpose::kText, "a.txt", "Nobody asked for it.");
  CHECK(text().empty());
  explorer.app.Apply({view::ShowBegin{true}});
  CHECK(explorer.app.Expect(Purpose::kText, "a.txt", 12));
  explorer.app.Offer(Purpose::kText, "a.txt", "One.\n\nTwo.\n");
  CHECK(text() == "One.\n\nTwo.\n");
  // What is dropped there is meant for it too.
  explorer.app.Offer(Purpose::kAsItLooks, "b.txt", "Three.\n");
  CHECK(text() == "Three.\n");
  explorer.app.Offer(Purpose::kText, "c.txt", "\xFF\xFE\xFF");
  CHECK(text().empty());
  CHECK_FALSE(explorer.app.session().beginning.problem.empty());
  const std::size_t told = explorer.app.session().notices.size();
  explorer.app.Offer(Purpose::kRefused, "d.docx", "It is no archive.");
  REQUIRE(explorer.app.session().notices.size() == told + 1);
  CHECK(explorer.app.session().notices.back() == "d.docx: It is no archive.");
}

}  // namespace
}  // namespace proviso
