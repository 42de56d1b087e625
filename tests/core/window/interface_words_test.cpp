// What is on screen in another language: nothing of it stays in English, and nothing is cut.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/canvas/kept.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/words/languages.h"
#include "core/words/say.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"
#include "tests/support/frames.h"

namespace proviso::view {
namespace {

using nlohmann::json;

// The words of a person in a dataset, by the last part of where they stand. What is not here is an
// id, a date, a word of the format, an address or a digest.
bool IsFree(const std::string& key, const std::string& table) {
  static const std::set<std::string> free{
      "as",       "aliases", "name",   "cue",     "hedge",    "hedges",    "note",
      "notes",    "gloss",   "label",  "title",   "text",     "place",     "unit",
      "genre",    "measure", "rights", "section", "baseline", "container", "dateBasis",
      "protocol", "coders",  "short",  "negated", "ifTrue",   "ifFalse",   "keywords"};
  return free.count(key) != 0 || (key == "basis" && table == "events") ||
         (key == "role" && table == "participants");
}

/// The dataset in letters that the interface never has: what is read in Latin letters then is the
/// interface's own.
void Turn(json& value, const std::string& key, const std::string& table) {
  if (value.is_object()) {
    for (auto& [name, member] : value.items())
      Turn(member, name,
           member.is_array() && !member.empty() && member[0].is_object() ? name : table);
  } else if (value.is_array()) {
    for (json& element : value) Turn(element, key, table);
  } else if (value.is_string() && IsFree(key, table)) {
    std::string turned;
    for (const char c : value.get<std::string>()) {
      if (std::isalpha(static_cast<unsigned char>(c)) == 0)
        turned += c;
      else
        AppendUtf8(U'а' + static_cast<char32_t>(std::tolower(c) - 'a'), &turned);
    }
    value = turned;
  }
}

Library Foreign(const char* path) {
  json data = json::parse(test::ReadFile(path));
  const json sha = data;
  for (auto& [table, records] : data.items()) Turn(records, table, table);
  for (std::size_t i = 0; data.contains("documents") && i < data["documents"].size(); ++i)
    data["documents"][i]["text"] = sha["documents"][i]["text"];
  auto loaded = io::Load(data.dump());
  INFO((loaded.ok() ? std::string()
                    : loaded.problems().front().pointer + loaded.problems().front().rule));
  REQUIRE(loaded.ok());
  return Library(std::move(loaded->dataset));
}

/// "⟦Üñđó öñé⟧": the English in other letters, longer by two fifths.
std::string Pseudo(std::string_view english) {
  static const std::map<char, std::string> letters{
      {'a', "á"}, {'b', "þ"}, {'c', "ç"}, {'d', "đ"}, {'e', "é"}, {'f', "ƒ"}, {'g', "ğ"},
      {'h', "ħ"}, {'i', "í"}, {'j', "ĵ"}, {'k', "ķ"}, {'l', "ł"}, {'m', "ḿ"}, {'n', "ñ"},
      {'o', "ó"}, {'p', "þ"}, {'q', "ĸ"}, {'r', "ř"}, {'s', "š"}, {'t', "ŧ"}, {'u', "ü"},
      {'v', "ṽ"}, {'w', "ŵ"}, {'x', "ẋ"}, {'y', "ý"}, {'z', "ź"}};
  std::string out;
  std::size_t count = 0;
  for (const char c : english) {
    const auto found = letters.find(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    count += found == letters.end() ? 0u : 1u;
    out += found == letters.end() ? std::string(1, c) : found->second;
  }
  if (count == 0) return out;
  for (std::size_t more = 0; more * 5 < count * 2; more += 4) out += more == 0 ? " öñé" : " ŧŵó";
  return "⟦" + out + "⟧";
}

/// The keys are those of a real catalogue, which web/words_test.mjs holds against the source.
Say PseudoSay() {
  json words = json::parse(test::ReadFile("web/words/de.json"));
  for (auto& [key, value] : words["words"].items()) {
    const std::string shown = key.substr(0, key.find("##"));
    const std::size_t bar = shown.find('|');
    if (bar == std::string::npos)
      value = Pseudo(shown);
    else
      value = {Pseudo(shown.substr(0, bar)), Pseudo(shown.substr(bar + 1))};
  }
  words["language"] = "xx";
  words["plural"] = "one";
  const auto read = Catalogue::Read(words.dump());
  REQUIRE(read.ok());
  return Say(*read);
}

/// The runs of Latin letters in `text`, two at least, that are neither names of keys and of the
/// program nor ids and links.
std::vector<std::string> English(const std::string& text, const std::set<std::string>& ids) {
  static const std::set<std::string> allowed{
      "Proviso", "Ctrl", "Shift", "Tab", "Enter", "Esc", "Escape", "Page", "Up", "Down", "Cmd",
      "Home", "End", "English", "Deutsch", "SHA", "UTF", "Windows",
      // Of a command to copy, and of files and licences by their names.
      "npx", "proviso", "publish", "single", "data", "html", "json", "zip", "CC", "BY", "SA"};
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    const std::string word = text.substr(i, end - i);
    i = end + 1;
    // Links, addresses and digests, which break over lines.
    const bool link = word.find_first_of("#=&?/") != std::string::npos;
    const bool digest = word.find_first_not_of("0123456789abcdef.") == std::string::npos;
    if (link || digest || word.size() >= 40) continue;
    for (std::size_t at = 0; at < word.size();) {
      std::size_t stop = at;
      while (stop < word.size() && std::isalpha(static_cast<unsigned char>(word[stop])) != 0)
        ++stop;
      const std::string run = word.substr(at, stop - at);
      if (run.size() > 1 && allowed.count(run) == 0 && ids.count(run) == 0) found.push_back(run);
      at = stop + 1;
    }
  }
  return found;
}

/// The parts of ids, which are read where a link names what is not there, and of the dataset's
/// codes: languages, versions, vocabularies.
std::set<std::string> IdsOf(const char* path) {
  std::set<std::string> ids{"gone", "none", "outline", "what",   "is",       "nothing", "fits",
                            "this", "Calm", "the",     "qqqqqq", "modality", "xx"};
  std::string word;
  const json data = json::parse(test::ReadFile(path));
  const auto add = [&](const std::string& text) {
    for (const char c : text + " ") {
      if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
        word += c;
      } else {
        ids.insert(word);
        word.clear();
      }
    }
  };
  add(data["dataset"]["id"].get<std::string>());  // What is saved is called after it.
  for (const auto& [table, records] : data.items())
    if (records.is_array())
      for (const json& record : records) {
        if (record.contains("id")) add(record["id"].get<std::string>());
        if (record.contains("language")) add(record["language"].get<std::string>());
      }
  return ids;
}

constexpr float kWidths[] = {1440, 900, 390};

Frame Build(const Library& library, const Session& session, float width) {
  Viewport viewport;
  viewport.width = width;
  viewport.height = width < 500 ? 844 : 900;
  viewport.coarse_pointer = width < 500;
  return BuildFrame(library, session, viewport, TableMeasure());
}

/// All that a reader can read or hear of a frame.
std::vector<std::string> Texts(const Frame& frame, const test::Shot& shot) {
  const Session& session = shot.session;
  std::vector<std::string> texts{session.announcement};
  texts.insert(texts.end(), session.notices.begin(), session.notices.end());
  for (const PastState& past : session.undo) texts.push_back(past.done);
  for (const Panel& panel : frame.panels) {
    texts.push_back(panel.name);
    for (const Item& item : panel.scene.items) {
      // A language says in English as well what it is.
      if (item.id.find("language/") == 0) continue;
      if (shot.code && item.id.find("share/text.") == 0) continue;
      texts.insert(texts.end(), {item.name, item.description, item.placeholder});
      if (const auto* copy = item.press ? item.press->As<CopyText>() : nullptr) {
        texts.push_back(copy->what);
        if (!shot.code) texts.push_back(copy->text);
      }
    }
    if ((session.dialog == Dialog::kLanguage || shot.code) && panel.modal) continue;
    for (const Shape& shape : panel.scene.shapes) texts.push_back(shape.text);
  }
  return texts;
}

void CheckAllIsSaid(const char* path) {
  Library library = Foreign(path);
  library.say = PseudoSay();
  const std::set<std::string> ids = IdsOf(path);
  std::map<std::string, std::string> english, faulty;
  for (const test::Shot& shot : test::Shots(library))
    for (const float width : kWidths) {
      const Frame frame = Build(library, shot.session, width);
      const std::string where = shot.where + " " + std::to_string(static_cast<int>(width));
      for (const std::string& text : Texts(frame, shot))
        for (const std::string& run : English(text, ids)) english.emplace(run + ": " + text, where);
      for (const std::string& fault : test::Faults(frame, TableMeasure()))
        faulty.emplace(fault, where);
    }
  for (const auto& [text, where] : english) {
    INFO(where);
    INFO(text);
    CHECK(false);
  }
  for (const auto& [fault, where] : faulty) {
    INFO(where);
    INFO(fault);
    CHECK(false);
  }
}

TEST_CASE("in a pseudo-language nothing of the interface stays English, and nothing overflows",
          "[view][words][looks]") {
  CheckAllIsSaid("data/china-military-aid.json");
}

TEST_CASE("the same of a dataset that has every field once", "[view][words]") {
  CheckAllIsSaid("data/samples/everything.json");
}

TEST_CASE("a pseudo-language is what it is said to be", "[view][words]") {
  CHECK(Pseudo("Undo: {0}") == "⟦üñđó: {0} öñé⟧");
  CHECK(Pseudo("{0}, {1}") == "{0}, {1}");
  CHECK(English("⟦üñđó⟧ Undo it", {"it"}) == std::vector<std::string>{"Undo"});
}

/// Titles and buttons of the interface whose words are cut off, as "Zurückgängi…".
std::set<std::string> Cut(const Frame& frame, const std::set<std::string>& whole) {
  constexpr ItemRole kMustBeWhole[] = {ItemRole::kHeading, ItemRole::kButton, ItemRole::kTab,
                                       ItemRole::kMenuItem, ItemRole::kRadio};
  std::set<std::string> cut;
  for (const Panel& panel : frame.panels)
    for (const Shape& shape : panel.scene.shapes) {
      const std::string& text = shape.text;
      if (text.size() < 6 || text.compare(text.size() - 3, 3, "…") != 0 || whole.count(text) != 0)
        continue;
      const std::string begin = text.substr(0, text.size() - 3);
      const auto at = whole.lower_bound(begin);
      if (at == whole.end() || at->compare(0, begin.size(), begin) != 0) continue;
      const float x = shape.rect.x + shape.rect.w / 2, y = shape.rect.y + shape.rect.h / 2;
      for (const Item& item : panel.scene.items)
        if (item.rect.Contains(x, y) && std::find(std::begin(kMustBeWhole), std::end(kMustBeWhole),
                                                  item.role) != std::end(kMustBeWhole))
          cut.insert(text);
    }
  return cut;
}

TEST_CASE("German, Russian and Chinese fit on a desk and a phone; German titles are whole",
          "[view][words][looks]") {
  std::map<std::string, std::string> faulty;
  for (const Language& language : Languages()) {
    if (language.code == "en") continue;
    const std::string file = "web/words/" + std::string(language.code) + ".json";
    const auto read = Catalogue::Read(test::ReadFile(file));
    REQUIRE(read.ok());
    std::set<std::string> whole;
    const json words = json::parse(test::ReadFile(file))["words"];
    for (const auto& [key, value] : words.items())
      if (value.is_string()) whole.insert(value.get<std::string>());
    auto loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    Library library(std::move(loaded->dataset));
    library.say = Say(*read);
    for (const test::Shot& shot : test::Shots(library))
      for (const float width : {1440.0f, 390.0f}) {
        const Frame frame = Build(library, shot.session, width);
        CHECK(frame.language == language.code);
        const std::string where =
            std::string(language.code) + " " + shot.where + " " + std::to_string(width);
        for (const std::string& fault : test::Faults(frame, TableMeasure()))
          faulty.emplace(fault, where);
        // Of other scripts the table knows no widths: every letter counts one em.
        if (language.code == "de")
          for (const std::string& text : Cut(frame, whole)) faulty.emplace("cut: " + text, where);
      }
  }
  for (const auto& [fault, where] : faulty) {
    INFO(where);
    INFO(fault);
    CHECK(false);
  }
}

TEST_CASE("a change of language renews what a cache has kept", "[view][words]") {
  auto loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
  Library library(std::move(loaded->dataset));
  FrameCache cache;
  const TableMeasure measure;
  for (const std::string_view link :
       {"v=timeline", "v=matrix&rows=kind", "v=claims&group=topic", "v=actors", "v=map"}) {
    Session session;
    std::vector<Effect> effects;
    OpenLink(library, link, session, effects);
    library.say = Say();
    BuildFrame(library, session, Viewport(), measure, &cache);
    library.say = PseudoSay();
    const Frame kept = BuildFrame(library, session, Viewport(), measure, &cache);
    const Frame made = BuildFrame(library, session, Viewport(), measure);
    REQUIRE(kept.panels.size() == made.panels.size());
    for (std::size_t p = 0; p < kept.panels.size(); ++p) {
      REQUIRE(kept.panels[p].scene.items.size() == made.panels[p].scene.items.size());
      for (std::size_t i = 0; i < kept.panels[p].scene.items.size(); ++i)
        CHECK(kept.panels[p].scene.items[i].name == made.panels[p].scene.items[i].name);
    }
  }
}

TEST_CASE("a language is asked for, and neither linked nor undone", "[view][words]") {
  auto loaded = io::Load(test::ReadFile("data/samples/everything.json"));
  const Library library(std::move(loaded->dataset));
  Session session;
  std::vector<Effect> effects;
  Update(library, SetLanguage{"de"}, session, effects);
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == Effect::Kind::kLanguage);
  CHECK(effects[0].text == "de");
  CHECK(session.language == "de");
  CHECK(session.undo.empty());
  CHECK(EncodeLink(session.state).empty());
  Update(library, SetLanguage{"nonsense"}, session, effects);
  CHECK(effects.size() == 1);
  session.dialog = Dialog::kLanguage;
  const Frame frame = Build(library, session, 1440);
  const Found german = FindItem(frame, "language/de");
  REQUIRE(german.item != nullptr);
  CHECK(german.item->checked == Tri::kYes);
  CHECK(german.item->name == "Deutsch");
  CHECK(german.item->description.find("geprüft") != std::string::npos);
  CHECK(german.item->description.find("not yet reviewed by a speaker") != std::string::npos);
  CHECK(FindItem(frame, "language/en").item->description.empty());
}

}  // namespace
}  // namespace proviso::view
