#include "core/window/dialogs/publish_named.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/safe_text.h"
#include "core/canvas/blocks.h"
#include "core/state/update_author.h"

namespace proviso::view {
namespace {

/// The fields and the citation of the dataset.
class NamedDrawer {
 public:
  NamedDrawer(const Library& library, const Session& session, const std::string& digest,
              Sketch& sketch)
      : library_(library),
        session_(session),
        info_(library.dataset.info),
        digest_(digest),
        sketch_(sketch) {}

  void Draw(Column& column) {
    DrawHead(column, Say("How it is named and cited"));
    if (session_.editing.info) {
      Field(column, Say("Title"), "/title", std::string(info_.title));
      Area(column, Say("Description"), "/note", std::string(info_.note));
      DrawMakers(column);
      Field(column, Say("Version"), "/version", std::string(info_.version), "1.0.0");
      DrawLicence(column);
      Field(column, Say("DOI, if there is one"), "/doi", std::string(info_.doi), "10.…");
    }
    column.Gap(16);
    view::Draw(column, {Quote{CitedAs(), Type::kReading, "publish/citation"}});
    column.Gap(6);
    column.Words(Say("The digest is of the data that goes in. Whoever has the file can check it."),
                 Type::kCaption, Ink::kInkMute);
  }

 private:
  const view::Say& say() const { return library_.say; }
  std::string Say(std::string_view key, view::Say::Args args = {}) const {
    return library_.say(key, args);
  }

  std::string Typed(const std::string& path, std::string words) const {
    const auto typed = session_.editing.typed.find(path);
    return typed == session_.editing.typed.end() ? std::move(words) : typed->second;
  }

  void Problem(Column& column, const std::string& path) {
    const auto problem = session_.editing.problems.find(path);
    if (problem == session_.editing.problems.end()) return;
    sketch_.scene().items.back().description = problem->second;
    column.Gap(4);
    column.Signed(Glyph::kWarning, 16, 22, problem->second, Type::kMeta,
                  FieldItem(path) + ".problem");
  }

  void Field(Column& column, const std::string& name, const std::string& path, std::string words,
             const std::string& hint = {}) {
    column.Gap(10);
    column.Line(name, Type::kLabel, Ink::kInkSoft);
    column.Gap(4);
    column.Field({FieldItem(path), name, Typed(path, std::move(words)), hint, "",
                  TypeField{path, {}}, ItemRole::kTextField});
    Problem(column, path);
  }

  // As high as its words, at least two lines.
  void Area(Column& column, const std::string& name, const std::string& path, std::string words) {
    column.Gap(10);
    column.Line(name, Type::kLabel, Ink::kInkSoft);
    column.Gap(4);
    words = Typed(path, std::move(words));
    const std::vector<Run> runs{{words, Type::kControl}};
    const float pad = column.S(9), side = column.S(11), room = column.width - 2 * side;
    const float height =
        std::max(sketch_.FlowHeight(runs, room), 2 * sketch_.LineOf(Type::kControl));
    const Rect box{column.x, column.y, column.width, height + 2 * pad};
    sketch_.Fill(box, Ink::kSurface, 6);
    sketch_.Stroke(box, Ink::kControlLine, 1, 6);
    sketch_.Flowed(box.x + side, box.y + pad, runs, room);
    Item item = MakeItem(ItemRole::kTextArea, FieldItem(path), name, box);
    item.value = words;
    item.press = TypeField{path, {}};
    sketch_.Add(std::move(item));
    column.y = box.bottom();
    Problem(column, path);
  }

  /// Who made it: a name and an ORCID each.
  void DrawMakers(Column& column) {
    const std::size_t count = info_.creators.size();
    for (std::size_t i = 0; i < count; ++i)
      Maker(column, "/creators/" + std::to_string(i), std::string(info_.creators[i].name),
            std::string(info_.creators[i].orcid));
    if (count == 0 || session_.editing.added == "/creators")
      return Maker(column, "/creators/-", {}, {});
    column.Gap(8);
    column.Button(
        {"publish/add-maker", Say("Add a name"), "", AddItem{"/creators"}, ButtonKind::kSmall});
  }
  void Maker(Column& column, const std::string& path, std::string name, std::string orcid) {
    const float gap = column.S(12), right = std::round(column.width * 0.4f);
    Column left = column.Part(0, column.width - right - gap);
    Column beside = column.Inset(column.width - right);
    Field(left, Say("By##a maker"), path + "/name", std::move(name));
    Field(beside, Say("ORCID"), path + "/orcid", std::move(orcid), "0000-0002-1825-0097");
    column.Past(left);
    column.Past(beside);
  }

  void DrawLicence(Column& column) {
    const std::string now(info_.licence);
    std::vector<SegmentChoice> choices{
        {"none", Say("not given"), now.empty(), true, EditField{"/licence", {}}}};
    bool known = now.empty();
    for (const char* licence : {"CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"}) {
      known = known || now == licence;
      choices.push_back({licence, licence, now == licence, false, EditField{"/licence", licence}});
    }
    if (!known) choices.push_back({"own", now, true, false, EditField{"/licence", now}});
    column.Gap(12);
    view::Draw(column, {Choices{Say("May be used under"), "publish/licence", std::move(choices)}});
  }

  /// "Moor, L. (2026). Will the night bus run? Version 1.0.0, dataset for Proviso. SHA-256 5f66…"
  std::string CitedAs() const {
    std::vector<std::string> names;
    for (const proviso::Maker& one : info_.creators) names.emplace_back(one.name);
    if (names.empty())
      for (const Text coder : info_.coders) names.emplace_back(coder);
    std::string_view date = info_.finished;
    if (date.size() < 4) date = session_.host.today;
    std::string words = VisibleText(info_.title);
    const char last = words.empty() ? '.' : words.back();
    if (last != '.' && last != '?' && last != '!') words = Say("{0}.", {words});
    std::string by = say().Join(names);
    if (date.size() >= 4) by = Say("{0} ({1}).##names, year", {by, date.substr(0, 4)});
    return say().Chain(
        Key("{0} {1}##sentences"),
        {VisibleText(by), words, Say("Version {0}, dataset for Proviso.", {info_.version}),
         info_.doi.empty() ? std::string() : Say("DOI {0}.", {info_.doi}),
         Say("SHA-256 {0}.", {digest_})});
  }

  const Library& library_;
  const Session& session_;
  const DatasetInfo& info_;
  const std::string& digest_;
  Sketch& sketch_;
};

}  // namespace

void DrawHead(Column& column, const std::string& words) {
  column.Heading(words, Type::kLabel, 3, Ink::kInkSoft);
  column.Gap(5);
  column.Rule(Ink::kInk, 1);
}

void DrawNamed(const Library& library, const Session& session, const std::string& digest,
               Column& column) {
  NamedDrawer(library, session, digest, column.sketch).Draw(column);
}

}  // namespace proviso::view
