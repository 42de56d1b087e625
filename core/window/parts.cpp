#include "core/window/parts.h"

#include "core/window/views.h"

namespace proviso::view {
namespace {

constexpr std::string_view kDialogs = "dialogs";

constexpr std::string_view PartOf(Dialog dialog) {
  return dialog == Dialog::kNone ? std::string_view() : kDialogs;
}

}  // namespace

Parts PartsFor(const Session& session) {
  const bool coding = session.coding.shown && session.state.view == ViewId::kSources;
  return {ViewOf(session.state.view).part, PartOf(session.dialog),
          session.editing.shown() || coding ? kAuthorPart : std::string_view()};
}

Parts PartsAfter(const Command& command) {
  if (const auto* show = command.As<ShowView>()) return {ViewOf(show->view).part};
  if (const auto* show = command.As<ShowDialog>()) return {PartOf(show->dialog)};
  if (command.Is<ShowChoices>() || command.Is<Share>()) return {kDialogs};
  if (command.Is<ShowForm>() || command.Is<AddRecord>()) return {kAuthorPart};
  if (command.Is<ShowCode>()) return {ViewOf(ViewId::kSources).part, kAuthorPart};
  if (command.Is<OpenPlace>()) return {ViewOf(ViewId::kSources).part};
  return {};
}

Commands WithoutPart(const Session& session, std::string_view part, ViewId shown) {
  Commands commands;
  if (PartOf(session.dialog) == part) commands.push_back(ShowDialog{Dialog::kNone});
  if (part == kAuthorPart && session.editing.shown()) commands.push_back(ShowForm{});
  if (part == kAuthorPart && session.coding.shown) commands.push_back(ShowCode{false});
  if (ViewOf(session.state.view).part == part)
    commands.push_back(ShowView{ViewOf(shown).part == part ? ViewId::kWhatIf : shown});
  return commands;
}

}  // namespace proviso::view
