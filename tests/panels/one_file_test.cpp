#include <catch2/catch_test_macros.hpp>
#include <string>

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
  CHECK(explorer.platform.pages == 1);
  CHECK(explorer.platform.saved.empty());
  explorer.app.TakePage(kPage);
  REQUIRE(explorer.platform.saved.size() == 1);
  CHECK(explorer.platform.saved[0].name == "china-military-aid.html");
  CHECK(explorer.platform.saved[0].type == "text/html");
  CHECK(explorer.platform.saved[0].bytes ==
        view::PageInOneFile(*explorer.app.library(), kPage, {}).value());
  // One that nobody asked for is no file.
  explorer.app.TakePage(kPage);
  CHECK(explorer.platform.saved.size() == 1);
}

TEST_CASE("where the page does not come, or is another version’s, the reader is told",
          "[panels][share]") {
  for (const std::string_view page : {"", "<!doctype html>"}) {
    HeadlessExplorer explorer;
    explorer.platform.has_page = true;
    explorer.app.Apply({view::Save{view::Saved::kOneFile}});
    explorer.app.TakePage(page);
    CHECK(explorer.platform.saved.empty());
    REQUIRE(explorer.app.session().notices.size() == 1);
    CHECK(explorer.app.session().notices[0].rfind("Not saved", 0) == 0);
  }
  HeadlessExplorer without;
  without.app.Apply({view::Save{view::Saved::kOneFile}});
  REQUIRE(without.app.session().notices.size() == 1);
  CHECK(without.app.session().notices[0].find("proviso publish") != std::string::npos);
}

}  // namespace
}  // namespace proviso
