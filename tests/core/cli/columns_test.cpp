#include "core/cli/columns.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/cli/console.h"
#include "core/cli/messages.h"

namespace proviso::cli {
namespace {

/// What is printed on a terminal so wide; 0: into a file.
std::string Printed(std::size_t width, const std::vector<std::string>& headings,
                    const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  Console console;
  console.out = [&out](std::string_view text) { out += text; };
  console.width = width;
  Columns columns(headings);
  for (const auto& row : rows) columns.Add(row);
  columns.Print(console);
  return out;
}

}  // namespace

TEST_CASE("columns are as wide as their widest cell, numbers stand at the right", "[cli]") {
  CHECK(Printed(0, {"a", ">n", "words"}, {{"x", "5", "one"}, {"long", "12345", "two words"}}) ==
        "a         n  words\n"
        "x         5  one\n"
        "long  12345  two words\n");
  CHECK(Printed(0, {"name", ">n"}, {{"\xC3\xA9\xC3\xA9", "5"}, {"abc", "12"}}) ==
        "name   n\n"
        "\xC3\xA9\xC3\xA9     5\n"
        "abc   12\n");
}

TEST_CASE("a cell is one line, whatever stands in it", "[cli]") {
  CHECK(Printed(0, {"a", "b"}, {{"x\ny", "1\t2"}}) == "a    b\nx y  1 2\n");
}

TEST_CASE("the last column is wrapped to the terminal, and stands below where that is narrow",
          "[cli]") {
  // Five letters and a gap of two before; 24 is the least that the last column wants.
  const std::vector<std::vector<std::string>> rows{{"abcde", "one two three four five six seven"}};
  CHECK(Printed(31, {"abcde", "words"}, rows) ==
        "abcde  words\n"
        "abcde  one two three four five\n"
        "       six seven\n");
  CHECK(Printed(30, {"abcde", "words"}, rows) ==
        "abcde\n    words\n"
        "abcde\n    one two three four five\n    six seven\n");
}

TEST_CASE("words are wrapped where the next no longer fits, and never within one", "[cli]") {
  CHECK(Wrap("one two three", 7, 2) == "one two\n  three");
  CHECK(Wrap("one two three", 6, 2) == "one\n  two\n  three");
  CHECK(Wrap("one two three", 13, 2) == "one two three");
  CHECK(Wrap("one two three", 12, 2) == "one two\n  three");
  CHECK(Wrap("one two three", 0, 2) == "one two three");
  CHECK(Wrap("incomprehensible", 5, 2) == "incomprehensible");
  CHECK(Wrap("an incomprehensible one", 5, 1) == "an\n incomprehensible\n one");
  CHECK(Wrap("\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9", 5, 1) == "\xC3\xA9\xC3\xA9 \xC3\xA9\xC3\xA9");
  CHECK(Wrap("", 5, 1).empty());
}

TEST_CASE("the nearest word is the one with the fewest changes, of equals the first", "[cli]") {
  CHECK(Nearest("clams", {"claims", "actors"}) == "claims");
  CHECK(Nearest("cliams", {"claims"}) == "claims");  // Two exchanged.
  CHECK(Nearest("claimss", {"claims"}) == "claims");
  CHECK(Nearest("xlaims", {"claims"}) == "claims");
  CHECK(Nearest("clxxms", {"claims"}) == "claims");  // Two changes.
  CHECK(Nearest("cxxxms", {"claims"}).empty());      // Three of six letters.
  CHECK(Nearest("cat", {"bat", "car"}) == "bat");
  CHECK(Nearest("cat", {"bat", "cat"}) == "cat");
  CHECK(Nearest("ab", {"xy"}).empty());  // As many changes as letters.
  CHECK(Nearest("word", {}).empty());
  // A third of a long word may be wrong.
  CHECK(Nearest("abcdefxxx", {"abcdefghi"}) == "abcdefghi");
  CHECK(Nearest("abcdexxxx", {"abcdefghi"}).empty());
}

TEST_CASE("up to fifteen words are all named, of more the nearest alone", "[cli]") {
  std::vector<std::string> words;
  for (int i = 0; i < 15; ++i) words.push_back("word" + std::to_string(i));
  CHECK(MeantWords("wurd3", words).find("word14") != std::string::npos);
  CHECK(MeantWords("wurd3", words).find("word3") != std::string::npos);
  words.push_back("word15");
  CHECK(MeantWords("wurd3", words).find("word14") == std::string::npos);
  CHECK(MeantWords("wurd3", words).find("word3") != std::string::npos);
  CHECK(MeantWords("else", words).empty());
}

TEST_CASE("colour is put around words only on a terminal that has it", "[cli]") {
  Console console;
  CHECK(Paint(console, "1", "x") == "x");
  console.color = true;
  CHECK(Paint(console, "1", "x") == "\x1b[1mx\x1b[0m");
}

}  // namespace proviso::cli
