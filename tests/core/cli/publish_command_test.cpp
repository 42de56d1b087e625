#include <catch2/catch_test_macros.hpp>

#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"

using namespace proviso;

namespace {

test::Program Built() {
  test::Program program;
  program.files["mine.json"] = test::ReadFile("data/samples/worked-example.json");
  program.files["bad.json"] = "{";
  program.files["dist/program.json"] =
      R"({"index.html": "site/index.html", "embed.html": "embed.html", "worker.js": "worker.js",
          "fonts/a.ttf": "fonts/a.ttf"})";
  program.files["dist/site/index.html"] =
      "<!--[head--><!--head]--><!--[text--><!--text]--><!--[explorer--><!--explorer]-->";
  program.files["dist/embed.html"] =
      "<!--[head--><!--head]--><!--[text--><!--text]--><!--[data--><!--data]-->";
  program.files["dist/worker.js"] = "self.DATASET=[];\nrest";
  program.files["dist/fonts/a.ttf"] = "font";
  return program;
}

}  // namespace

TEST_CASE("publish writes a site into a folder that it makes", "[cli][publish]") {
  test::Program program = Built();
  CHECK(program.Run({"publish", "mine.json", "-o", "site", "--program", "dist", "--json"}) == 0);
  for (const char* path : {"site/index.html", "site/embed.html", "site/worker.js",
                           "site/preview.png", "site/text/index.html"})
    CHECK(program.written.count(path) == 1);
  CHECK(program.written["site/fonts/a.ttf"] == "font");
  CHECK(program.json()["files"].size() == program.written.size());
}

TEST_CASE("publish --single writes one file and nothing else", "[cli][publish]") {
  test::Program program = Built();
  CHECK(program.Run({"publish", "mine.json", "--single", "one.html", "--program", "dist"}) == 0);
  REQUIRE(program.written.size() == 1);
  CHECK(program.written["one.html"].find("data-file=\"dataset.json\"") != std::string::npos);
  CHECK(program.folders.empty());
}

TEST_CASE("publish refuses, says what to do, and writes nothing", "[cli][publish]") {
  test::Program program = Built();
  CHECK(program.Run({"publish", "mine.json"}) == 2);
  CHECK(program.err.find("-o DIR") != std::string::npos);
  CHECK(program.Run({"publish", "mine.json", "--single", "one.html"}) == 2);
  CHECK(program.err.find("--program") != std::string::npos);
  CHECK(program.Run({"publish", "bad.json", "--single", "one.html", "--program", "dist"}) == 1);
  program.files["one.html"] = "<p>Somebody’s own page</p>";
  CHECK(program.Run({"publish", "mine.json", "--single", "one.html", "--program", "dist"}) == 2);
  CHECK(program.err.find("--replace") != std::string::npos);
  program.files.erase("dist/worker.js");
  CHECK(program.Run({"publish", "mine.json", "-o", "site", "--program", "dist"}) == 2);
  CHECK(program.written.empty());
  CHECK(program.Run({"publish", "mine.json", "--single", "one.html", "--program", "dist",
                     "--replace"}) == 0);
}
