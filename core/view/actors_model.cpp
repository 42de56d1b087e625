#include "core/view/actors_model.h"

#include <string>
#include <vector>

#include "core/view/wording.h"

namespace proviso::view {
namespace {

/// "A and B", of the documents marked.
std::string Letters(const std::vector<std::uint8_t>& marked) {
  std::vector<std::string> letters;
  for (std::uint32_t i = 0; i < marked.size(); ++i)
    if (marked[i] != 0) letters.push_back(LetterOf(DocumentId(i)));
  return JoinWords(letters);
}

}  // namespace

std::string HeardWords(const Library& library, ActorId actor) {
  const Dataset& dataset = library.dataset;
  std::vector<std::uint8_t> author(dataset.documents.size(), 0);
  std::vector<std::uint8_t> own = author, through = author, passes_on = author;
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    for (const ActorId creator : dataset.documents[i].creators)
      if (creator == actor) author[i] = 1;
  for (const ClaimId id : library.index.claims_mentioning[actor]) {
    const Claim& claim = dataset[id];
    const std::uint32_t document = DocumentOf(dataset, claim).index();
    if (claim.holder() != actor)
      passes_on[document] = 1;
    else
      (claim.attribution.size() == 1 ? own : through)[document] = 1;
  }
  std::vector<std::string> parts;
  if (!Letters(author).empty()) parts.push_back("Author of " + Letters(author));
  if (Letters(author) != Letters(own) && !Letters(own).empty())
    parts.push_back("In own voice in " + Letters(own));
  if (!Letters(through).empty())
    parts.push_back((parts.empty() ? "Heard only through others, in " : "through others in ") +
                    Letters(through));
  if (parts.empty() && !Letters(passes_on).empty())
    parts.push_back("Passes on what others say, in " + Letters(passes_on));
  if (parts.empty()) return "Spoken of, never heard";
  return JoinWords(parts);
}

InspectorModel BuildActorProfile(const Library& library, const Session& session, ActorId actor) {
  Session on_actor;
  on_actor.state = session.state;
  on_actor.state.selection = library.dataset[actor].id;
  return *BuildInspectorModel(library, on_actor);
}

ActorRow RowOfActor(const Library& library, const ViewState& state, ActorId id, std::uint32_t held,
                    std::uint32_t mentioned) {
  const Actor& actor = library.dataset[id];
  ActorRow row;
  row.id = actor.id;
  row.name = actor.name;
  row.kind = actor.kind;
  row.kind_words = Label(actor.kind);
  row.held = held;
  row.mentioned = mentioned;
  row.counts = "Holds " + Counted(held, "claim", "claims");
  if (mentioned != held) row.counts += ", stands in " + std::to_string(mentioned);
  row.heard = HeardWords(library, id);
  row.selected = actor.id == state.selection;
  row.select = Select{row.id};
  return row;
}

}  // namespace proviso::view
