#include "core/state/update.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

#include "core/state/update_author.h"
#include "core/state/update_copies.h"
#include "core/state/update_notes.h"
#include "core/state/update_screen.h"
#include "core/state/update_state.h"

namespace proviso::view {
namespace {

/// One overload a command, from all parts.
struct Updater : StateUpdater, NotesUpdater, CopiesUpdater, ScreenUpdater {
  explicit Updater(const Updating& with)
      : StateUpdater{with}, NotesUpdater{with}, CopiesUpdater{with}, ScreenUpdater{with} {}
  using CopiesUpdater::operator();
  using NotesUpdater::operator();
  using ScreenUpdater::operator();
  using StateUpdater::operator();
};

/// Commands after which the palette, or a list of choices, has done its work.
template <class C>
constexpr bool kClosesPalette = !kIsOneOf<
    C, TypeList<SetPaletteWords, Focus, KeepFocus, ScrollTo, ShowDialog, CycleLever, Suppose, Tell,
                Announce, Copied, Happened, DismissNotices, Share, ShowChoices, Publish, AskFormats,
                TakeFormats, OfferTour, SetOpening, SetHost, UseLanguage, ShowItemMenu,
                ForgetCopied, AllowEditing, SetCoder, TakeWork, FileMade, SetWorks>>;

/// Carries out `what`, and closes the dialog whose work it has done.
template <class C>
void CarryOut(const C& what, const Updater& updater, Session& session) {
  updater(what);
  const bool brief = session.dialog == Dialog::kPalette || session.dialog == Dialog::kChoices ||
                     session.dialog == Dialog::kItemMenu;
  const bool closes =
      brief                              ? kClosesPalette<C>
      : session.dialog == Dialog::kNotes ? kIsOneOf<C, TypeList<Select, OpenBookmark>>
      : session.dialog == Dialog::kVersions
          ? kIsOneOf<C, TypeList<Select, SetState>>
          : session.dialog != Dialog::kNone &&
                kIsOneOf<C, TypeList<ShowView, ShowCode, ShowBegin, ShowForm, OpenWork>>;
  if (!closes) return;
  const std::string said = session.announcement;
  updater(ShowDialog{Dialog::kNone});
  session.announcement = said;
}

template <class... C>
void CarryOut(const Command& command, const Updater& updater, Session& session, TypeList<C...>) {
  const auto try_one = [&](const auto* what) {
    if (what != nullptr) CarryOut(*what, updater, session);
    return what != nullptr;
  };
  (void)(try_one(command.As<C>()) || ...);
}

/// By way of a pointer that may change: what is put into its caller would be no part of its own.
void Author(const Updating& with, const Command& command) {
  decltype(&UpdateAuthor) volatile update = UpdateAuthor;
  update(with, command);
}

/// A field of a form is taken when it is left, whatever is done next.
void TakeTyped(const Command& command, const Updating& with) {
  const Editing& editing = with.session.editing;
  if (editing.typing.empty()) return;
  const auto* focus = command.As<Focus>();
  const std::string item = FieldItem(editing.typing);
  // Nor is it left for one of its matches.
  const bool leaves =
      focus != nullptr
          ? focus->item != item && focus->item.compare(0, item.size() + 1, item + ".") != 0
          : command.Is<Select>() || command.Is<ShowForm>() || command.Is<ShowView>() ||
                command.Is<AddRecord>() || command.Is<Save>() || command.Is<ShowDialog>() ||
                command.Is<Share>() || command.Is<Publish>() || command.Is<Undo>() ||
                command.Is<DecidePair>() || command.Is<WritePair>() || command.Is<NotePair>() ||
                command.Is<SaveReport>();
  if (!leaves) return;
  const std::string path = editing.typing;
  const auto typed = editing.typed.find(path);
  if (typed != editing.typed.end()) Author(with, EditField{path, typed->second});
  with.session.editing.typing.clear();
}

/// What was done is shown until the reader goes on; that the focus or a list moves is no step.
void ForgetWhatHappened(const Command& command, Session& session) {
  const bool stays = command.Is<KeepFocus>() || command.Is<Focus>() || command.Is<ScrollTo>() ||
                     command.Is<Tell>() || command.Is<Announce>() || command.Is<SetHost>();
  if (stays || session.happened.empty()) return;
  std::vector<std::string>& notices = session.notices;
  const auto at = std::find(notices.begin(), notices.end(), session.happened);
  if (at != notices.end()) notices.erase(at);
  session.happened.clear();
}

}  // namespace

void LeaveField(const Library& library, const Command& command, Session& session,
                std::vector<Effect>& effects) {
  TakeTyped(command, {library, session, effects});
}

void Update(const Library& library, const Command& command, Session& session,
            std::vector<Effect>& effects) {
  // What was announced is said, but for what comes behind it.
  if (!command.Is<KeepFocus>() && !command.Is<Tell>() && !command.Is<ForgetCopied>() &&
      !command.Is<TakeLibrary>())
    session.announcement.clear();
  ForgetWhatHappened(command, session);
  const NotesPtr notes = session.notes;
  const Updating with{library, session, effects};
  TakeTyped(command, with);
  if (IsOneOf(command, AuthorTypes())) {
    const bool for_all = command.Is<TakeLibrary>() || command.Is<TakeEdit>() ||
                         command.Is<TakeVersion>() || command.Is<SetVersions>() ||
                         command.Is<OpenOther>() || command.Is<SetImport>() ||
                         command.Is<ReadAgain>();
    if (session.editing_allowed || for_all) Author(with, command);
    return;
  }
  if (command.Is<ShowView>() || command.Is<FollowLink>() || command.Is<ShowCode>())
    session.beginning.shown = false;
  const Updater updater(with);
  CarryOut(command, updater, session, CommandTypes());
  if (!(*session.notes == *notes) && !session.notes_locked && !command.Is<RecallNotes>())
    effects.push_back(StoreNotesEffect(library, session));
}

void OpenLink(const Library& library, std::string_view fragment, Session& session,
              std::vector<Effect>& effects) {
  Update(library, FollowLink{std::string(fragment)}, session, effects);
}

}  // namespace proviso::view
