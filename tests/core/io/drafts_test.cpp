#include "core/io/drafts.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/base/sha256.h"
#include "core/io/check_text.h"
#include "core/io/json_value.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "tests/support/files.h"

namespace proviso::io {
namespace {

using test::ReadFile;

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string NightBus() { return ReadFile("tests/golden/night-bus/night-bus.json"); }

/// The worked example with these drafts.
std::string With(const std::string& drafts) {
  std::string bytes = NightBus();
  bytes.resize(bytes.rfind('}'));
  return bytes + ",\"x-drafts\":" + drafts + "}";
}

Loaded Open(const std::string& bytes) {
  auto loaded = Load(bytes);
  if (!loaded.ok()) INFO(loaded.problems()[0].rule);
  REQUIRE(loaded.ok());
  return std::move(*loaded);
}

}  // namespace

TEST_CASE("what is published has no draft, and no passage that only a draft has marked",
          "[io][drafts]") {
  auto root = ReadJson(
      With(R"([{"id":"c-d","table":"claims","record":{"passages":["p-draft","p-lm-1"]}}])"));
  REQUIRE(root.has_value());
  JsonValue* passages = root->Find("passages");
  REQUIRE(passages != nullptr);
  const JsonValue& first = passages->items().front();
  REQUIRE(first.TextOf("id") == "p-lm-1");
  JsonValue marked = first;
  marked.Set("id", "p-draft");
  passages->items().push_back(std::move(marked));
  const Loaded with = Open(root->Write());
  CHECK(with.dataset.Find("p-draft"));
  const auto without = LoadWithoutDrafts(with.dataset);
  REQUIRE(without.ok());
  CHECK_FALSE(without->dataset.Find("p-draft"));
  CHECK(without->dataset.Find("p-lm-1"));  // A claim stands on it as well.
  CHECK(Save(without->dataset) == Save(Open(NightBus()).dataset));
  // An empty list is none either.
  const auto empty = LoadWithoutDrafts(Open(With("[]")).dataset);
  REQUIRE(empty.ok());
  CHECK(Save(empty->dataset).find("x-drafts") == std::string::npos);
}

TEST_CASE("what only an undecided reading has marked is not published", "[io][drafts]") {
  auto root = ReadJson(With(
      R"([{"id":"c-d","table":"claims","choice":{"a":{"passages":["p-a","p-lm-1"]},"b":{"passages":["p-b"]}}}])"));
  REQUIRE(root.has_value());
  JsonValue* passages = root->Find("passages");
  const JsonValue first = passages->items().front();
  for (const char* id : {"p-a", "p-b"}) passages->Add(first).Set("id", id);
  const auto without = LoadWithoutDrafts(Open(root->Write()).dataset);
  REQUIRE(without.ok());
  CHECK(Save(without->dataset) == Save(Open(NightBus()).dataset));
}

TEST_CASE("drafts that cannot be taken out are not published", "[io][drafts]") {
  std::string deep(200, '[');
  deep += std::string(200, ']');
  std::string bytes = With(R"([{"id":"c-d","table":"claims","record":{}}])");
  bytes.resize(bytes.rfind('}'));
  auto loaded = Load(bytes + ",\"x-deep\":" + deep + "}", Limits::None());
  REQUIRE(loaded.ok());
  CHECK(HasDrafts(loaded->dataset));
  const auto without = LoadWithoutDrafts(loaded->dataset);
  REQUIRE_FALSE(without.ok());
  CHECK(without.problems()[0].code == "limit");
}

TEST_CASE("drafts are kept, counted and in no table", "[io][drafts]") {
  const std::string drafts =
      R"([{"id":"c-lm-12","record":{"modality":"likely","passages":["p-lm-1"]},)"
      R"("table":"claims","typed":{"about":"if the state mov"}},)"
      R"({"of":"c-lm-1","record":{"modality":"likely"},"table":"claims"}])";
  const Loaded loaded = Open(With(drafts));
  CHECK(loaded.warnings.empty());
  CHECK(loaded.dataset.claims.size() == 10);
  CHECK(CountDrafts(loaded.dataset) == 2);
  const auto list = Drafts(loaded.dataset);
  CHECK(list[0].id == "c-lm-12");
  CHECK(list[0].typed.TextOf("about") == "if the state mov");
  CHECK(list[1].of == "c-lm-1");
  const std::string saved = Save(loaded.dataset);
  CHECK(saved == Save(Open(saved).dataset));
  // Of nothing in 1.1, so a 1.0 reader keeps them.
  CHECK(saved.find("\"formatVersion\": \"1.0\"") != std::string::npos);
  CHECK(CountDrafts(Open(NightBus()).dataset) == 0);
}

TEST_CASE("damaged drafts warn with their place, and never refuse a file", "[io][drafts]") {
  const char* damaged[] = {R"([{"table":"claims","record":{}}])",
                           R"([{"id":"c-lm-1","table":"claims","record":{}}])",
                           R"([{"id":"c-x","table":"nothing","record":{}}])",
                           R"([{"id":"C!","table":"claims","record":{}}])",
                           R"([{"id":"c-x","of":"c-lm-1","table":"claims","record":{}}])",
                           R"([{"of":"c-nowhere","table":"claims","record":{}}])",
                           R"([{"of":"c-lm-1","table":"actors","record":{}}])",
                           R"([{"id":"c-x","table":"claims","record":[]}])",
                           R"([{"id":"c-x","table":"claims","record":{},"typed":{"about":1}}])",
                           R"([7])",
                           R"({"a":1})"};
  for (const char* drafts : damaged) {
    INFO(drafts);
    const Loaded loaded = Open(With(drafts));
    REQUIRE(loaded.warnings.size() == 1);
    CHECK(loaded.warnings[0].code == "draft");
    CHECK(loaded.warnings[0].pointer.find("/x-drafts") == 0);
    CHECK(loaded.warnings[0].line > 0);
    CHECK(CountDrafts(loaded.dataset) == 1);
    CHECK(Save(loaded.dataset) == Save(Open(Save(loaded.dataset)).dataset));
  }
  const Loaded twice = Open(With(
      R"([{"id":"c-x","table":"claims","record":{}},{"id":"c-x","table":"claims","record":{}}])"));
  CHECK(twice.warnings.size() == 1);
}

TEST_CASE("words stand in a dataset only where they may, and are those of their place (I16)",
          "[io][quoting]") {
  const std::string sketch = "\"paragraph\": 2";  // Of p-lm-1, the last of its members.
  const std::string quote =
      "The town will keep its night bus next year if the region pays half of the cost, Mayor Ilse "
      "Brandt told the council on 5 March, unless the drivers go on strike";
  const auto quoting = [](std::string bytes, const std::string& how) {
    return Replaced(std::move(bytes), "\"coded\": \"complete\"",
                    "\"coded\": \"complete\",\"quoting\":\"" + how + "\"");
  };
  const auto quoted = [&](const std::string& words) {
    return Replaced(NightBus(), sketch, sketch + ",\"quote\":\"" + words + "\"");
  };
  const auto code = [](const std::string& bytes) {
    const auto loaded = Load(bytes);
    return loaded.ok() ? std::string("fine")
                       : loaded.problems()[0].code + " " + loaded.problems()[0].pointer;
  };
  CHECK(code(quoted(quote)) == "I16 /passages/0/quote");
  CHECK(code(quoting(quoted(quote), "none")) == "I16 /passages/0/quote");
  CHECK(code(quoting(quoted(quote), "passages")) == "fine");
  CHECK(code(quoting(quoted("“" + quote + "”!"), "all")) == "fine");  // Letters count.
  CHECK(code(quoting(quoted(Replaced(quote, "half", "halt")), "all")) == "I16 /passages/0/quote");

  std::string content;
  const std::string text = ReadFile("tests/golden/night-bus/night-bus.txt");
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find("\n\n", at);
    if (end == std::string::npos) end = text.size();
    std::string paragraph = text.substr(at, end - at);
    while (!paragraph.empty() && paragraph.back() == '\n') paragraph.pop_back();
    content += (content.empty() ? "\"" : ",\"") + paragraph + "\"";
    at = end + 2;
  }
  const std::string digest = "d1904f49e3d9a647d7494cd5bc0225a44a7fbf6118ddbfec2ff3540cb88b728f\"";
  const auto whole = [&](const std::string& words) {
    return Replaced(NightBus(), digest, digest + ",\"content\":[" + words + "]");
  };
  CHECK(code(quoting(whole(content), "all")) == "fine");
  CHECK(code(quoting(whole(content), "passages")) == "I16 /documents/0/text/content");
  CHECK(code(quoting(whole(Replaced(content, "noise", "nose")), "all")) ==
        "I16 /documents/0/text/content");

  // Written as 1.1 as soon as anything of it is used, and the same again.
  const std::string saved = Save(Open(quoting(whole(content), "all")).dataset);
  CHECK(saved.find("\"formatVersion\": \"1.1\"") != std::string::npos);
  CHECK(Save(Open(saved).dataset) == saved);
}

TEST_CASE("a shared run of words warns only where the text is not to be quoted (I14)",
          "[io][quoting]") {
  const std::string text = ReadFile("tests/golden/night-bus/night-bus.txt");
  std::string bytes = Replaced(NightBus(), "Nothing is signed yet.",
                               "No contract has been signed so far, they say.");
  const auto warnings = [&](const std::string& json) {
    const Loaded loaded = Open(json);
    return CheckAgainstText(loaded.dataset, DocumentId(0), text).warnings.size();
  };
  CHECK(warnings(bytes) == 1);
  CHECK(warnings(Replaced(bytes, "\"coded\": \"complete\"",
                          "\"coded\": \"complete\",\"quoting\":\"passages\"")) == 0);
}

TEST_CASE("what archives ask for is kept", "[io]") {
  const std::string bytes =
      Replaced(NightBus(), "\"version\": \"1.0\"",
               R"("version": "1.0","creators":[{"name":"Lee Moss","orcid":"0000-0002-1825-0097"}],)"
               R"("licence":"CC-BY-4.0","doi":"10.1234/x","keywords":["bus","night"])");
  const Loaded loaded = Open(bytes);
  REQUIRE(loaded.dataset.info.creators.size() == 1);
  CHECK(loaded.dataset.info.creators[0].orcid == "0000-0002-1825-0097");
  const std::string saved = Save(loaded.dataset);
  CHECK(saved.find("\"formatVersion\": \"1.1\"") != std::string::npos);
  CHECK(saved.find("\"licence\": \"CC-BY-4.0\"") != std::string::npos);
  CHECK(Save(Open(saved).dataset) == saved);
}

}  // namespace proviso::io
