#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/state/action.h"
#include "core/state/copy_check.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// Facts that others than the inspector look for; their labels are words in a reader's language.
enum class FactKey : std::uint8_t {
  kNone,
  kCopy,   ///< What checking the reader's copy came to.
  kAmount  ///< Of a quantity, as it is given.
};

/// A line "Voice: in own voice".
struct Fact {
  std::string label;
  std::vector<Link> values;
  FactKey key = FactKey::kNone;
};

/// The field for a note on what is selected.
struct NoteField {
  std::string text;
  std::string hint;  ///< Where it is kept.
  Command typed;     ///< With any text; see `WithText`.
};

/// A record beside the one that is looked at.
struct RelatedRow {
  std::string id;
  std::optional<SignMark> sign;
  HedgedText text;
  std::string note;  ///< "The news author reports it"; or empty.
  std::vector<Ref> refs;
  Command open;
};

struct RelatedList {
  std::string title;  ///< With its count: "Said to hold (5)".
  std::vector<RelatedRow> rows;
  std::optional<Action> more;  ///< Where the list is cut: leads to all of them.
};

/// One layout for whatever is selected, in this order from top to bottom. An actor's profile is
/// this as well.
struct InspectorModel {
  std::string id;
  std::string kind;              ///< "Claim · assessment"
  std::string title;             ///< Empty where the gloss is the title.
  std::string lead;              ///< A sentence under the title: how an actor is heard; or empty.
  std::optional<Action> hidden;  ///< "Hidden by filters": what shows it.
  std::optional<CheckQuestion> check;  ///< What a reader is asked about its place in the copy.
  std::optional<SignMark> sign;
  std::optional<Strength> strength;
  HedgedText gloss;
  std::vector<ChainStep> chain;
  std::vector<Fact> facts;
  std::vector<Ref> refs;
  std::vector<Action> actions;
  std::vector<RelatedList> related;
  std::string note;                     ///< A coder's note; or empty.
  std::optional<NoteField> note_field;  ///< The reader's own, on a record that the dataset has.
  Command close;
};

/// What is selected, or none. An id that the dataset lacks gives a model that says so.
std::optional<InspectorModel> BuildInspectorModel(const Library& library, const Session& session);

/// What the inspector says of an actor.
InspectorModel BuildActorProfile(const Library& library, const Session& session, ActorId actor);

}  // namespace proviso::view
