// What a program that calls this one goes by: the code of a call with several inputs at once.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/core/cli/fake_console.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

using proviso::test::kHarbour;
using proviso::test::Program;
using proviso::test::ReadFile;

namespace {

Program WithFiles() {
  Program program;
  program.files["good"] = kHarbour;
  program.files["bad"] = ReadFile("data/bad/i02-unknown-actor.json");
  program.files["warned"] = ReadFile("data/bad/warnings/i09-unused-proposition.json");
  program.files["e.json"] = ReadFile("data/samples/worked-example.json");
  program.files["e.txt"] = ReadFile("data/samples/worked-example.txt");
  program.files["other.txt"] = "Quite another text, in which nothing of it stands.";
  program.files["broken.txt"] = "\xff\xfe";
  return program;
}

}  // namespace

TEST_CASE("check exits with the worst of its files, in whatever order they come", "[cli]") {
  Program program = WithFiles();
  const auto check = [&](std::vector<std::string> files) {
    files.insert(files.begin(), "check");
    return program.Run(files);
  };
  CHECK(check({"good", "good"}) == 0);
  CHECK(check({"bad", "good"}) == 1);
  CHECK(check({"good", "bad"}) == 1);
  CHECK(check({"bad", "good", "good"}) == 1);
  CHECK(check({"gone", "good"}) == 2);
  CHECK(check({"gone", "bad"}) == 2);
  CHECK(check({"bad", "gone"}) == 2);
  CHECK(check({"good", "gone", "bad", "good"}) == 2);
  CHECK(check({"warned", "good"}) == 0);
  CHECK(check({"warned", "good", "--strict"}) == 1);
  CHECK(check({"good", "warned", "--strict"}) == 1);
  CHECK(check({"good", "good", "--strict"}) == 0);
}

TEST_CASE("what cannot be read is left out of a report, and all others are in it", "[cli]") {
  Program program = WithFiles();
  CHECK(program.Run({"check", "bad", "gone", "good", "--json"}) == 2);
  const auto report = program.json();
  REQUIRE(report.size() == 2);
  CHECK(report[0]["file"] == "bad");
  CHECK(report[1]["file"] == "good");
  CHECK(program.err.find("gone") != std::string::npos);
  // One file alone is no list, and has no name.
  CHECK(program.Run({"check", "good", "--json"}) == 0);
  CHECK(program.json().is_object());
  CHECK_FALSE(program.json().contains("file"));
}

TEST_CASE("check of a text that cannot be read is the call's fault, of another the data's",
          "[cli]") {
  Program program = WithFiles();
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=e.txt"}) == 0);
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=gone.txt"}) == 2);
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=other.txt"}) == 1);
  CHECK(program.Run({"check", "e.json", "--text", "d-brief=broken.txt"}) == 1);
  CHECK(program.Run({"check", "e.json", "--text", "d-brief="}) == 2);
  CHECK(program.Run({"check", "e.json", "--text", "=e.txt"}) == 2);
  CHECK(program.Run({"check", "e.json", "--text", "p-1=e.txt"}) == 2);
  CHECK(program.Run({"check", "bad", "--text", "d-brief=e.txt"}) == 1);
}

TEST_CASE("locate exits with 1 for what is missing or altered, and not for what has moved",
          "[cli]") {
  Program program = WithFiles();
  const auto locate = [&](const std::string& text) {
    program.files["t"] = text;
    return program.Run({"locate", "e.json", "--text", "d-brief=t"});
  };
  const std::string text = program.files["e.txt"];
  CHECK(locate(text) == 0);
  CHECK(locate("New words before it. " + text) == 0);
  CHECK(locate(text + text) == 0);
  CHECK(locate(program.files["other.txt"]) == 1);
  CHECK(locate(program.files["broken.txt"]) == 1);
  // One word of one passage is another.
  std::string edited = text;
  const std::size_t at = edited.find(' ', edited.size() / 2);
  edited.insert(at, " not");
  CHECK(locate(edited) == 1);
}

TEST_CASE("what cannot be written is the call's fault", "[cli]") {
  Program program = WithFiles();
  program.full_disk = true;
  CHECK(program.Run({"canon", "good", "-o", "out.json"}) == 2);
  CHECK(program.out.empty());
  CHECK_FALSE(program.err.empty());
  program.full_disk = false;
  CHECK(program.Run({"canon", "good", "-o", "out.json"}) == 0);
  CHECK(program.out.empty());
  CHECK(program.written.at("out.json").front() == '{');
  CHECK(program.Run({"canon", "good"}) == 0);
  CHECK(program.out == program.written.at("out.json"));
}

TEST_CASE("list of what no claim needs is empty and no fault, but for questions", "[cli]") {
  Program program = WithFiles();
  program.files["all"] = ReadFile("data/samples/everything.json");
  CHECK(program.Run({"list", "all", "questions", "--json"}) == 0);
  CHECK(program.json().size() > 0);
  CHECK(program.Run({"list", "all", "questions", "--where", "act=threat"}) == 2);
  CHECK(program.Run({"list", "all", "claims", "--where", "act=threat", "--json"}) == 0);
}
