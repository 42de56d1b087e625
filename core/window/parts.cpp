#include "core/window/parts.h"

#include <algorithm>

#include "core/canvas/stage_builder.h"
#include "core/window/views.h"

namespace proviso::view {
namespace {

constexpr std::string_view kDialogs = "dialogs";

constexpr std::string_view PartOf(Dialog dialog) {
  return dialog == Dialog::kNone ? std::string_view() : kDialogs;
}

// The filters are those beside the claims.
constexpr std::string_view PartUnder(Dialog dialog) {
  return dialog == Dialog::kFilters    ? ViewOf(ViewId::kClaims).part
         : dialog == Dialog::kPublish  ? kPublishPart
         : dialog == Dialog::kVersions ? kCodingsPart
                                       : std::string_view();
}

std::string_view FurtherPart(const ViewState& state) {
  const Further* further = ViewOf(state.view).further;
  return further != nullptr && further->needed(state) ? further->part : std::string_view();
}

std::string_view InspectorPart(const ViewState& state) {
  return state.selection.empty() ? std::string_view() : kDetailsPart;
}

bool IsMaking(const Session& session) {
  return session.editing.shown() || session.beginning.shown || session.editing.info ||
         (session.coding.shown && session.state.view == ViewId::kSources);
}

bool IsMakers(std::string_view part) {
  return std::find(kMakersParts.begin(), kMakersParts.end(), part) != kMakersParts.end();
}

/// Two codings stand side by side, or two versions do.
bool IsSideBySide(const Session& session) {
  return session.dialog == Dialog::kVersions || session.editing.own != nullptr ||
         (session.codings.shown && session.state.view == ViewId::kCompare);
}

}  // namespace

Parts PartsFor(const ViewState& state) {
  return {ViewOf(state.view).part, FurtherPart(state), InspectorPart(state)};
}

Parts PartsFor(const Library& library, const Session& session, const Viewport& viewport) {
  Parts parts = PartsFor(session.state);
  parts[3] = PartOf(session.dialog);
  parts[4] = PartUnder(session.dialog);
  if (CardSizeOf(session.state, viewport) != CardSize::kNone) parts[5] = kEmbedPart;
  if (WidthClassOf(session.state, viewport) == WidthClass::kPhone)
    parts[6] = ViewOf(session.state.view).phone_part;
  if (!session.state.step.empty()) parts[7] = ViewOf(ViewId::kQuestions).part;
  if (IsMaking(session) || IsSideBySide(session))
    std::copy_n(kMakersParts.begin(), 6, parts.begin() + 8);
  if (IsSideBySide(session)) parts[14] = kCodingsPart;
  if (const auto asks = ViewOf(session.state.view).asks) {
    const View& asked = ViewOf(asks(library, session.state));
    if (asked.behind != PassingClaims) parts[15] = asked.part;
  }
  return parts;
}

Parts PartsOfFigure(const ViewState& state) {
  Parts parts = PartsFor(state);
  parts[3] = kFigurePart;
  parts[4] = ViewOf(state.view).figure_part;
  parts[5] = kPackingPart;
  parts[6] = kPaperPart;
  return parts;
}

Parts PartsOf(const Command& command) {
  // What was being written may be a version of a pair.
  if (IsOneOf(command,
              TypeList<MergeCoding, DecidePair, WritePair, BeginFrom, SaveReport, TakeTyping>()))
    return kCodingsParts;
  if (IsOneOf(command, AuthorTypes())) return kMakersParts;
  if (const auto* save = command.As<Save>())
    return save->what == Saved::kData || save->what == Saved::kClaims ? kPublishParts
           : save->what == Saved::kSvg                                ? Parts{kDialogs, kPaperPart}
                                                                      : Parts{kDialogs};
  if (command.Is<ReportError>()) return {kDetailsPart};
  return {command.Is<OfferCopy>() || command.Is<AnswerCopy>() ? kCopiesPart : std::string_view()};
}

Parts PartsAfter(const Session& session, const Command& command) {
  if (const auto* show = command.As<ShowDialog>())
    return {PartOf(show->dialog), PartUnder(show->dialog)};
  if (command.Is<Publish>()) return kPublishParts;
  if (command.Is<ShowCodings>() || command.Is<TakeVersion>()) return kCodingsParts;
  if (command.Is<ShowChoices>() || command.Is<Share>() || command.Is<ShowItemMenu>())
    return {kDialogs};
  if (command.Is<ShowForm>() || command.Is<AddRecord>() || command.Is<ShowCode>() ||
      command.Is<ShowBegin>())
    return kMakersParts;
  if (const auto* pick = command.As<PickFile>(); pick && pick->what == Wanted::kCopy)
    return {kCopiesPart};
  else if (pick && (pick->what == Wanted::kVersion || pick->what == Wanted::kCoding))
    return kCodingsParts;
  if (command.Is<OpenPlace>()) return {ViewOf(ViewId::kSources).part, kDetailsPart};
  if (const auto* set = command.As<SetState>()) return PartsFor(set->state);
  ViewState next = session.state;
  if (const auto* show = command.As<ShowView>()) next.view = show->view;
  if (const auto* select = command.As<Select>()) next.selection = select->id;
  if (const auto* set = command.As<SetField>()) ReadField(set->key, set->value, &next);
  return PartsFor(next);
}

Commands WithoutPart(const Library& library, const Session& session, std::string_view part,
                     ViewId shown) {
  const ViewState& state = session.state;
  Commands commands;
  if (PartOf(session.dialog) == part || PartUnder(session.dialog) == part)
    commands.push_back(ShowDialog{Dialog::kNone});
  const auto takes = [part](ViewId view) {
    return ViewOf(view).part == part || ViewOf(view).phone_part == part;
  };
  if (IsMakers(part)) {
    if (session.editing.shown()) commands.push_back(ShowForm{});
    if (session.editing.info) commands.push_back(ShowDialog{Dialog::kNone});
    if (session.coding.shown) commands.push_back(ShowCode{false});
    if (session.beginning.shown) commands.push_back(ShowBegin{false});
  }
  if (IsMakers(part) || part == kCodingsPart) {
    if (session.dialog == Dialog::kVersions) commands.push_back(ShowDialog{Dialog::kNone});
    if (session.codings.shown) commands.push_back(ShowCodings{false});
    if (session.editing.own != nullptr && !IsMakers(part)) commands.push_back(ShowForm{});
  }
  // What it asks may be shown in another view, and itself be where one cannot stay.
  const auto asks = ViewOf(state.view).asks;
  const bool asked = asks != nullptr && ViewOf(asks(library, state)).part == part;
  if (takes(state.view) || asked)
    commands.push_back(ShowView{takes(shown) || shown == state.view ? ViewId::kWhatIf : shown});
  if (!state.step.empty() && ViewOf(ViewId::kQuestions).part == part)
    commands.push_back(SetField{"step", "", true});
  if (InspectorPart(state) == part) commands.push_back(Select{});
  if (FurtherPart(state) == part) {
    const Further& further = *ViewOf(state.view).further;
    commands.push_back(SetField{std::string(further.key), std::string(further.value), true});
  }
  return commands;
}

}  // namespace proviso::view
