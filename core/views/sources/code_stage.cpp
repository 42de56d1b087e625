#include <algorithm>
#include <cmath>
#include <utility>

#include "core/edit/line.h"
#include "core/state/update_author.h"
#include "core/views/sources/code.h"
#include "core/views/sources/code_scene.h"

namespace proviso::view {
namespace {

bool Starts(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

/// The field that has the focus, or none.
std::optional<CodeField> FocusedField(const Session& session) {
  for (std::size_t i = 0; i < kCodeFieldCount; ++i)
    if (session.focus == CodeItem(static_cast<CodeField>(i))) return static_cast<CodeField>(i);
  return std::nullopt;
}

/// Keys in one of the fields.
Commands InCodeField(const Library& library, const Session& session, const Frame& frame,
                     CodeField field, const KeyPress& key) {
  const CodeLine& line = session.coding.lines[static_cast<std::size_t>(field)];
  const bool names = field == CodeField::kWho || field == CodeField::kAbout;
  if (key.key == "Escape") return {KeepDraft{}};
  if (key.key == "Backspace" && names && line.typed.empty() && !line.taken.empty())
    return {TakeBack{field}};
  if (key.key == "ArrowDown" && names) {
    const std::string first = std::string(CodeItem(field)) + ".match/0";
    if (FindItem(frame, first).item != nullptr) return {Focus{first}};
  }
  if (key.key != "Enter") return {};
  if (names && !line.typed.empty()) {
    const Names known(library, session.coding.coder);
    const auto about = edit::ReadAbout(line.typed, known.known());
    if (field == CodeField::kAbout && about && about->kind == edit::AboutWords::Kind::kNumber)
      return {TakeMatch{field, line.typed}};
    const std::vector<CodeMatch> matches = CodeMatches(library, field, line.typed);
    // A new voice is taken by Enter, where nobody is called so; a new statement is a decision, and
    // Shift is that.
    for (const CodeMatch& match : matches)
      if (match.fresh == key.shift || (matches.size() == 1 && field == CodeField::kWho))
        return {TakeMatch{field, match.words}};
    const auto parts = PartsOf(field, line.typed, known.known());
    if (matches.empty() && !parts.empty() && parts.back().keyword) return {TakeMatch{field, {}}};
    return {
        Announce{library.say("Choose what it means, or press Shift Enter for a new statement.")}};
  }
  return {SaveClaim{!key.shift}};
}

/// True if the mark is one word.
bool IsOneWord(const Session& session, const Copy& copy) {
  const locate::Place mark = *session.coding.mark;
  return copy.text.substr(mark.start, mark.end - mark.start).find(U' ') == std::u32string::npos;
}

Commands MarkKey(const Library& library, const Session& session, const KeyPress& key) {
  const CopyPtr copy = CodedCopy(library, session);
  const bool left = key.key == "ArrowLeft", right = key.key == "ArrowRight";
  if (copy == nullptr || (!left && !right) || !session.coding.mark) return {};
  if (!IsMarkedShown(library, session)) return {};
  const MarkBy unit = key.alt ? MarkBy::kLetter : key.ctrl ? MarkBy::kSentence : MarkBy::kWord;
  const int by = left ? -1 : 1;
  const bool one = IsOneWord(session, *copy);
  // The end that moved last moves on; a single word grows to either side.
  const bool end = one ? right : !session.coding.from_end;
  if (key.shift) return {MoveMark{end, unit, by}};
  if (key.ctrl || key.alt) return {};
  // Without Shift the mark becomes one word and goes on by one.
  const locate::Place mark = *session.coding.mark;
  const std::uint32_t at = left ? mark.start : mark.end - 1;
  if (!one) return {MarkStretch{at, at}};
  const auto size = static_cast<std::uint32_t>(copy->text.size());
  if (left)
    return mark.start < 2 ? Commands{} : Commands{MarkStretch{mark.start - 2, mark.start - 2}};
  return mark.end + 1 >= size ? Commands{} : Commands{MarkStretch{mark.end + 1, mark.end + 1}};
}

/// The room below the text.
struct Dock {
  Rect fields, foot;
  float h() const { return fields.h + foot.h; }
};

/// Of the room of the text as much as the fields take while they are written in, else as much as
/// what stands there needs; the buttons are always in sight where that leaves the fields the
/// greater part.
Dock DockIn(Rect stage, const CodeModel& model, const StageBuilder& builder) {
  Dock dock{stage, stage};
  dock.fields.h = dock.foot.h = 0;
  if (model.copy == nullptr) return dock;
  const Space space = builder.SpaceFor(stage);
  float height = builder.S(builder.phone() ? 372 : 330);
  if (!model.writing)
    height = std::max(builder.S(builder.phone() ? 132 : 56),
                      BuildCodeDock(model, space, false).scene.height);
  height = std::min(height, std::round(stage.h * 0.62f));
  if (model.writing) dock.foot.h = BuildCodeFoot(space).height;
  if (dock.foot.h > height / 2) dock.foot.h = 0;
  dock.fields.h = height - dock.foot.h;
  dock.fields.y = stage.bottom() - height;
  dock.foot.y = dock.fields.bottom();
  return dock;
}

void AddDock(StageBuilder& builder, const CodeModel& model, const Dock& dock) {
  CodeDockScene drawn;
  Panel& panel = builder.Add("dock", Landmark::kRegion, builder.Say("The claim"), dock.fields,
                             Ink::kSurface, [&](const Space& space) {
                               drawn = BuildCodeDock(model, space, dock.foot.h == 0);
                               return drawn.scene;
                             });
  // Until it is scrolled, the field that is written in is in sight with what its words may mean.
  if (builder.session().scroll.count(panel.id) == 0)
    panel.scroll_y = std::clamp(
        std::ceil(std::min(drawn.field.bottom() - panel.rect.h, drawn.field.y - builder.S(16))),
        0.0f, MostScroll(panel));
  // Its edge stays while it scrolls.
  panel.scene.shapes.push_back(FillShape({0, panel.scroll_y, panel.rect.w, 2}, Ink::kInk));
  if (dock.foot.h > 0)
    builder.Add("dock-foot", Landmark::kRegion, builder.Say("What can be done with it"), dock.foot,
                Ink::kSurface, BuildCodeFoot);
}

}  // namespace

void CodeStage(StageBuilder& builder, Rect rect) {
  const SourcesModel sources = BuildSourcesModel(builder.library(), builder.session());
  const CodeModel model =
      BuildCodeModel(builder.library(), builder.session(), &builder.cache().Kept<CodeKept>());
  Rect stage = rect;
  if (builder.wide()) {
    Rect side = rect;
    side.w = builder.S(260);
    stage.x += side.w;
    stage.w -= side.w;
    builder.Add("side", Landmark::kComplementary, builder.Say("Texts"), side, Ink::kPaper,
                [&](const Space& space) { return BuildCodeSide(model, space); });
  }
  const bool beside = model.writing && !builder.session().editing.shown() && !builder.phone() &&
                      stage.w > builder.S(760);
  if (beside) stage.w -= builder.S(300);
  const Dock dock = DockIn(stage, model, builder);
  stage.h -= dock.h();
  CodeTextScene text;
  Panel& panel = builder.Add(
      "stage", Landmark::kMain, builder.Say("Code"), stage, Ink::kPaper, [&](const Space& space) {
        text = BuildCodeText(sources, model, space, &builder.cache().Kept<CopyFlow>(),
                             builder.selected_y());
        return text.scene;
      });
  panel.drag = model.copy == nullptr ? DragKind::kNone : DragKind::kMark;
  panel.spots = std::move(text.spots);
  panel.mark = text.mark;
  if (dock.fields.h > 0) AddDock(builder, model, dock);
  if (!beside) return;
  const Rect aside{stage.right(), rect.y, builder.S(300), rect.h};
  builder.Add("inspector", Landmark::kComplementary, builder.Say("What this claim changes"), aside,
              Ink::kSurface, [&](const Space& space) { return BuildCodeAside(model, space); });
}

Commands CodeKey(const Library& library, const Session& session, const Frame& frame,
                 const KeyPress& key) {
  const Coding& coding = session.coding;
  const bool here = IsMarkedShown(library, session);
  const bool writing = here && coding.writing, marked = here && coding.mark;
  const bool modal = std::any_of(frame.panels.begin(), frame.panels.end(),
                                 [](const Panel& panel) { return panel.modal; });
  if (modal || CodedCopy(library, session) == nullptr) return {};
  if (const auto field = FocusedField(session))
    return key.in_text_field && !key.ctrl && !key.alt
               ? InCodeField(library, session, frame, *field, key)
               : Commands{};
  if (key.key == "Escape" && writing) return {KeepDraft{}};
  if (key.key == "Escape" && marked) return {DropMark{}};
  if (key.in_text_field) return {};
  if (Commands marks = MarkKey(library, session, key); !marks.empty()) return marks;
  if (key.ctrl || key.alt) return {};
  const bool in_text = session.focus.empty() || Starts(session.focus, "code/s/");
  if (in_text && (key.key == "ArrowUp" || key.key == "ArrowDown"))
    return {StepSentence{key.key == "ArrowUp" ? -1 : 1, false}};
  if (key.key == "Enter" && in_text && marked && !writing) {
    const Item* sentence = FindItem(frame, session.focus).item;
    if (sentence == nullptr || sentence->selected == Tri::kYes) return {BeginClaim{}};
    return {};
  }
  if (!session.single_keys || key.key.size() != 1) return {};
  const char letter = key.key[0];
  if (writing && letter >= '1' && letter <= '7' && Starts(session.focus, "code/firm"))
    return {SetCodeField{CodeField::kFirm,
                         std::string(kWords<Modality>[static_cast<std::size_t>(letter - '1')])}};
  if (letter == 's' || letter == 'S') return {StepSentence{key.shift ? -1 : 1, true}};
  if (letter == 'c' || letter == 'C') return {BeginClaim{}};
  if ((letter == 'a' || letter == 'A') && writing) return {AddPassage{}};
  return {};
}

}  // namespace proviso::view
