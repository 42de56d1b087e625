#include "core/pages/html.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/safe_text.h"
#include "tests/support/html_reader.h"

using proviso::EncodeHtml;
using proviso::SafeUrl;
using proviso::VisibleText;
using proviso::test::Page;
using proviso::test::ReadHtml;
using proviso::view::Html;
using proviso::view::Within;

TEST_CASE("whatever is written as text or as an attribute is read back as it was", "[export]") {
  for (const std::string text :
       {"<script>alert(1)</script>", "&amp; is not &", "\"quoted\" 'and' so on", "</p><p>",
        "a=b onclick=\"x\"", "<!-- -->", "]]>", "&lt;b&gt;", "漢字 и буквы", "&#x3c;",
        "line\nfeed"}) {
    Html html;
    {
      const Within p(html, "p", {{"title", text}});
      html.Text(text);
    }
    const Page page = ReadHtml(html.str());
    CAPTURE(html.str());
    CHECK(page.faults.empty());
    REQUIRE(page.elements.size() == 1);
    CHECK(page.elements[0].text == text);
    CHECK(page.elements[0].attributes.at("title") == text);
  }
}

TEST_CASE("a direction is written where something runs from right to left", "[pages]") {
  for (const std::string_view text : {"", "“Čeština — 中文”", "Русский"})
    CHECK(proviso::view::DirectionOf(text).empty());
  for (const std::string_view text : {"He said שלום.", "مرحبا", "\xf0\x9e\xa4\x80"})
    CHECK(proviso::view::DirectionOf(text) == "auto");
}

TEST_CASE("an attribute without a value is left out", "[export]") {
  Html html;
  html.Leaf("p", "x", {{"id", ""}, {"class", "a"}});
  CHECK(html.str() == "<p class=\"a\">x</p>");
}

TEST_CASE("a label cannot turn or hide what stands around it", "[export]") {
  CHECK(VisibleText("a\xE2\x80\xAE"
                    "b") == "a[U+202E]b");
  CHECK(VisibleText("a\xE2\x81\xA6"
                    "b\xE2\x81\xA9") == "a[U+2066]b[U+2069]");
  CHECK(VisibleText("\x1B[31mred") == "[U+001B][31mred");
  CHECK(VisibleText(std::string_view("nul\0", 4)) == "nul[U+0000]");
  CHECK(VisibleText("tab\tand\nfeed") == "tab\tand\nfeed");
  CHECK(VisibleText("not \xFF utf-8 \xC3") == "not \uFFFD utf-8 \uFFFD");
  CHECK(VisibleText("naïve 中文 👩‍👧") == "naïve 中文 👩‍👧");
}

TEST_CASE("only addresses by http, https and mailto become links", "[export]") {
  for (const std::string_view url : {"https://example.org/a?b=c#d", "http://example.org",
                                     "mailto:a@example.org", "https://example.org/ü"})
    CHECK(SafeUrl(url));
  for (const std::string_view url : {"",
                                     "javascript:alert(1)",
                                     "JavaScript:alert(1)",
                                     " javascript:alert(1)",
                                     "data:text/html,x",
                                     "vbscript:x",
                                     "//example.org",
                                     "/path",
                                     "https://",
                                     "https:example.org",
                                     "HTTPS://example.org",
                                     "java\nscript:alert(1)",
                                     "https://example.org/\nx",
                                     "https://example.org/ x",
                                     "https://example.org/\xE2\x80\xAEx",
                                     "https://example.org/\xFF",
                                     "http://example.org/{\"a\":{",
                                     "https://example.org/a\"b",
                                     "https://example.org/<b>",
                                     "https://example.org\\@other.org",
                                     "https://example.org/`",
                                     "file:///etc/passwd",
                                     "blob:https://example.org/x",
                                     "\x01https://example.org"}) {
    CAPTURE(url);
    CHECK_FALSE(SafeUrl(url));
  }
}
