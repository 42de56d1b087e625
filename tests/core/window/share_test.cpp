#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/canvas/picture.h"
#include "core/io/load.h"
#include "core/state/cite.h"
#include "core/state/state_file.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/dialogs/share_model.h"
#include "core/window/dialogs/title.h"
#include "core/wire/paper.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

using Json = nlohmann::json;

struct Desk {
  Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;

  Desk() {
    session.host = {
        "https://example.org/p/", "https://example.org/p/d.json", "2026-11-25", {}, true, true};
  }
  Desk& Do(const Command& command) {
    Update(library, command, session, effects);
    return *this;
  }
  ShareModel Tab(ShareTab tab) {
    ShareChoices choices = session.share;
    choices.tab = tab;
    Do(Share{choices});
    return BuildShareModel(library, session);
  }
};

bool Holds(const std::string& text, std::string_view words) {
  return text.find(words) != std::string::npos;
}

/// Attribute values of the first tag in `html`, by name.
std::vector<std::pair<std::string, std::string>> Attributes(const std::string& html) {
  std::vector<std::pair<std::string, std::string>> list;
  const std::string tag = html.substr(0, html.find('>'));
  for (std::size_t at = tag.find("=\""); at != std::string::npos; at = tag.find("=\"", at + 2)) {
    const std::size_t from = tag.rfind(' ', at) + 1, end = tag.find('"', at + 2);
    list.emplace_back(tag.substr(from, at - from), tag.substr(at + 2, end - at - 2));
    at = end;
  }
  return list;
}

}  // namespace

TEST_CASE("the link tab copies the whole address", "[view][share]") {
  Desk desk;
  desk.Do(Suppose{"storm-ends", Lever::kOn});
  const ShareModel model = desk.Tab(ShareTab::kLink);
  CHECK(desk.session.dialog == Dialog::kShare);
  CHECK(model.texts[0].text == "https://example.org/p/#on=storm-ends");
  CHECK(model.warning.empty());
  REQUIRE(model.actions[0].main);
  CHECK((model.actions[0].command).As<CopyText>()->text == model.texts[0].text);
}

TEST_CASE("a link over two thousand characters is offered as a state file, which opens the same",
          "[view][share]") {
  Desk desk;
  desk.Do(SetWords{std::string(2'100, 'x')});
  const ShareModel model = desk.Tab(ShareTab::kLink);
  CHECK(Holds(model.warning, "characters"));
  REQUIRE(model.actions[0].main);
  CHECK(model.actions[0].command.As<Save>()->what == Saved::kState);
  desk.Do(model.actions[0].command);
  REQUIRE(desk.effects.back().kind == Effect::Kind::kSaveFile);
  CHECK(Holds(desk.effects.back().name, "-state.json"));
  const std::string& bytes = desk.effects.back().text;
  CHECK(FormatOf(bytes) == kStateFormat);
  const Result<StateFile> file = ReadState(bytes);
  REQUIRE(file.ok());
  CHECK(DecodeLink(file->state).state == desk.session.state);
  CHECK(file->dataset == desk.library.dataset.info.id);
  CHECK(file->digest == desk.library.digest());
}

TEST_CASE("a state file that is not one says what, where and what to do", "[view][share]") {
  struct Bad {
    const char *bytes, *code, *rule;
  };
  const std::vector<Bad> bad{
      {"", "schema", ""},
      {"{\"format\":\"proviso-state\"", "syntax", ""},
      {"[]", "schema", "an object"},
      {"{\"format\":\"other\"}", "version", "“other”"},
      {"{\"format\":\"proviso-state\",\"formatVersion\":\"2.0\"}", "version", "“2.0”"},
      {"{\"format\":\"proviso-state\",\"formatVersion\":\"1.0\",\"dataset\":{\"id\":7}}", "schema",
       "a text"},
      {"{\"format\":\"proviso-state\",\"formatVersion\":\"1.0\",\"dataset\":{\"id\":\"d\"}}",
       "schema", "“state” is missing"},
      {"{\"format\":\"proviso-state\",\"evil\":1}", "schema", "“evil”"},
      {"{\"format\":\"proviso-state\",\"dataset\":{\"id\":\"\xFF\"}}", "syntax", ""},
  };
  for (const Bad& one : bad) {
    INFO(one.bytes);
    const Result<StateFile> file = ReadState(one.bytes);
    REQUIRE_FALSE(file.ok());
    CHECK(file.problems()[0].code == one.code);
    CHECK(Holds(file.problems()[0].rule, one.rule));
    CHECK_FALSE(file.problems()[0].remedy.empty());
    if (*one.bytes != '\0') CHECK(file.problems()[0].line == 1);
  }
  CHECK(ReadState(std::string(2 << 20, ' ')).problems()[0].code == "limit");
}

TEST_CASE("a citation has title, version, digest, date and link in each form", "[view][share]") {
  Desk desk;
  desk.Do(ShowView{ViewId::kClaims}).Do(Select{"c-1"});
  const std::string link = "https://example.org/p/#sel=c-1&v=claims";
  const std::string plain = CitationAs(desk.library, desk.session, CiteForm::kPlain);
  for (const std::string& part :
       {std::string(desk.library.dataset.info.title), desk.library.digest(),
        std::string("Seen on 25 November 2026."), link})
    CHECK(Holds(plain, part));
  const std::string tex = CitationAs(desk.library, desk.session, CiteForm::kBibTex);
  CHECK(std::count(tex.begin(), tex.end(), '{') == std::count(tex.begin(), tex.end(), '}'));
  CHECK(Holds(tex, "urldate = {2026-11-25}"));
  CHECK(Holds(tex, "url = {" + link + "}"));
  const Json csl = Json::parse(CitationAs(desk.library, desk.session, CiteForm::kCsl));
  CHECK(csl[0]["URL"] == link);
  CHECK(csl[0]["accessed"]["date-parts"] == Json::parse("[[2026, 11, 25]]"));
  CHECK(Holds(csl[0]["note"].get<std::string>(), desk.library.digest()));

  SECTION("and without a date none is made up") {
    desk.session.host.today.clear();
    CHECK_FALSE(Holds(CitationAs(desk.library, desk.session, CiteForm::kPlain), "Seen on"));
    CHECK_FALSE(Json::parse(CitationAs(desk.library, desk.session, CiteForm::kCsl))[0].contains(
        "accessed"));
  }
}

TEST_CASE("the sentence says what is supposed and how it is filtered", "[view][share]") {
  Desk desk;
  desk.Do(Suppose{"storm-ends", Lever::kOn}).Do(ToggleFilter{query::Facet::kHolder, "a-clerk"});
  const std::string words = CiteWords(desk.library, desk.session, {});
  CHECK(Holds(words, "“The storm ends”"));
  CHECK(Holds(words, "Filter, "));
  CHECK(Holds(words, "sha256 " + desk.library.digest()));
}

TEST_CASE("an embed has all that keeps it harmless, and follows the choices", "[view][share]") {
  Desk desk;
  desk.Do(Suppose{"storm-ends", Lever::kOn}).Do(SetWords{"\"><script>'&"});
  ShareChoices choices;
  choices.tab = ShareTab::kEmbed;
  choices.frozen = true;
  choices.size = EmbedSize::kSmall;
  choices.theme = ThemeId::kDark;
  desk.Do(Share{choices});
  const ShareModel model = BuildShareModel(desk.library, desk.session);
  REQUIRE(model.texts.size() == 2);
  const std::string& tag = model.texts[0].text;
  CHECK(tag.rfind("<iframe ", 0) == 0);
  CHECK_FALSE(Holds(tag, "<script"));
  const auto attributes = Attributes(tag);
  const auto value = [&](std::string_view name) -> std::string {
    for (const auto& [key, text] : attributes)
      if (key == name) return text;
    return "none";
  };
  CHECK(value("src") ==
        "https://example.org/p/embed.html?theme=dark&amp;controls=none#on=storm-ends&amp;q=" +
            EncodedText("\"><script>'&"));
  CHECK(value("title") != "none");
  CHECK(value("loading") == "lazy");
  CHECK(value("sandbox") == "allow-scripts allow-popups allow-downloads");
  CHECK(value("allow") == "clipboard-write; fullscreen");
  CHECK(value("width") == "480");
  CHECK(value("height") == "360");
  const std::string& element = model.texts[1].text;
  CHECK(Holds(element, "<proviso-explorer src=\"https://example.org/p/d.json\""));
  CHECK(Holds(element, " theme=\"dark\" controls=\"none\""));

  SECTION("and without an address there is none, which is said") {
    desk.session.host.page.clear();
    CHECK(BuildShareModel(desk.library, desk.session).texts.empty());
    CHECK_FALSE(BuildShareModel(desk.library, desk.session).warning.empty());
    desk.session.host.page = "javascript:alert(1)//";
    CHECK(BuildShareModel(desk.library, desk.session).texts.empty());
  }
}

TEST_CASE("each format says what it leaves out; the dataset’s is read again", "[view][share]") {
  Desk desk;
  const ShareModel model = desk.Tab(ShareTab::kExport);
  CHECK(model.rows.size() >= 5);
  for (const ExportRow& row : model.rows) CHECK_FALSE(row.lost.empty());
  desk.Do(Save{Saved::kDataset});
  const Effect& effect = desk.effects.back();
  CHECK(effect.type == "application/json");
  Result<io::Loaded> loaded = io::Load(effect.text);
  REQUIRE(loaded.ok());
  CHECK(Library(std::move(loaded).value().dataset).digest() == desk.library.digest());
}

TEST_CASE("a picture is taken without the dialog that it was asked for in", "[view][share]") {
  Desk desk;
  desk.Tab(ShareTab::kExport);
  desk.Do(Save{Saved::kSvg});
  CHECK(desk.session.dialog == Dialog::kNone);
  CHECK(desk.effects.back().kind == Effect::Kind::kSavePicture);
  CHECK(Holds(desk.effects.back().name, ".svg"));
  const TableMeasure measure;
  const Frame frame = BuildFrame(desk.library, desk.session, Viewport{}, measure);
  const std::string svg =
      FrameToSvg(frame, Palette::kLight, measure, PictureOf(desk.library, desk.session));
  CHECK(Holds(svg, "<desc>"));
  CHECK(Holds(svg, desk.library.digest()));
  for (const Panel& panel : frame.panels)
    for (const Shape& shape : panel.scene.shapes)
      if (shape.kind == ShapeKind::kText && shape.text.find_first_of("&<>") == std::string::npos)
        CHECK(Holds(svg, ">" + shape.text + "</text>"));
}

TEST_CASE("a sheet for printing has the picture, filters, sources, digest and link",
          "[view][share]") {
  Desk desk;
  desk.Do(ShowView{ViewId::kClaims})
      .Do(Suppose{"storm-ends", Lever::kOn})
      .Do(ToggleFilter{query::Facet::kHolder, "a-clerk"});
  const TableMeasure measure;
  const Json sheet = Json::parse(PrintJson(desk.library, desk.session, measure));
  CHECK(sheet["title"] == std::string(desk.library.dataset.info.title));
  CHECK(sheet["view"] == "Claims");
  CHECK(sheet["link"] == LinkTo(desk.session, desk.session.state));
  CHECK(sheet["svg"].get<std::string>().rfind("<svg ", 0) == 0);
  std::string lines;
  for (const Json& line : sheet["lines"])
    lines += line["label"].get<std::string>() + ": " + line["words"].get<std::string>() + "\n";
  for (const char* words : {"Supposed: “The storm ends”", "Filter, ", "Text A: ", "Digest: sha256 ",
                            "Printed on: 25 November 2026"}) {
    INFO(lines);
    CHECK(Holds(lines, words));
  }
}

TEST_CASE("a report to the coders names claim, place, version and digest", "[view][share]") {
  Desk desk;
  desk.Do(ReportError{"c-1"});
  REQUIRE(desk.effects.back().kind == Effect::Kind::kCopy);
  const std::string& text = desk.effects.back().text;
  CHECK(Holds(text, "c-1"));
  CHECK(Holds(text, desk.library.digest()));
  CHECK(Holds(text, "Locator: passage "));
  CHECK(Holds(text, "characters "));
}

TEST_CASE("settings are kept over another dataset, and nothing else is", "[view][share]") {
  Desk desk;
  desk.Do(SetSingleKeys{false}).Do(SetReducedMotion{true}).Do(SetTheme{ThemeId::kDark});
  desk.Do(SetWords{"storm"});
  const Session fresh = FreshSession(desk.session);
  CHECK_FALSE(fresh.single_keys);
  CHECK(fresh.reduced_motion);
  CHECK(fresh.theme == ThemeId::kDark);
  CHECK(fresh.host == desk.session.host);
  CHECK(fresh.state == ViewState{});
  const TableMeasure measure;
  CHECK(BuildFrame(desk.library, desk.session, Viewport{}, measure).viewport.reduced_motion);
}

TEST_CASE("of a reader's own file there is no link and no tag, and it is said what to do instead",
          "[view][share]") {
  Desk desk;
  const auto names_the_page = [](const std::string& text) { return Holds(text, "example.org"); };
  for (const ShareTab tab : {ShareTab::kLink, ShareTab::kEmbed, ShareTab::kCite})
    CHECK(names_the_page(desk.Tab(tab).texts.at(0).text));

  desk.session.previous = "The bundled one";
  for (const ShareTab tab : {ShareTab::kLink, ShareTab::kEmbed}) {
    const ShareModel model = desk.Tab(tab);
    CHECK(model.texts.empty());
    CHECK(Holds(model.warning, "proviso publish FILE"));
    REQUIRE_FALSE(model.actions.empty());
    for (const Action& action : model.actions) CHECK(action.command.Is<Save>());
  }
  for (const CiteForm form : {CiteForm::kPlain, CiteForm::kBibTex, CiteForm::kCsl}) {
    const std::string citation = CitationAs(desk.library, desk.session, form);
    CHECK(Holds(citation, desk.library.digest()));
    CHECK_FALSE(names_the_page(citation));
  }
  const RecordRef claim = desk.library.dataset.Find("c-1");
  CHECK_FALSE(names_the_page(CiteWords(desk.library, desk.session, claim)));
  CHECK_FALSE(names_the_page(ErrorReport(desk.library, desk.session, claim)));
}

}  // namespace proviso::view
