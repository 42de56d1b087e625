#include "core/view/actors_model.h"

#include <string>
#include <vector>

#include "core/view/wording.h"

namespace proviso::view {
namespace {

/// "A and B", of the documents marked.
std::string Letters(const Say& say, const std::vector<std::uint8_t>& marked) {
  std::vector<std::string> letters;
  for (std::uint32_t i = 0; i < marked.size(); ++i)
    if (marked[i] != 0) letters.push_back(LetterOf(DocumentId(i)));
  return say.Join(letters);
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
  const Say& say = library.say;
  std::vector<std::string> parts;
  const std::string of = Letters(say, author), in = Letters(say, own);
  const std::string told = Letters(say, through), passed = Letters(say, passes_on);
  if (!of.empty()) parts.push_back(say("Author of {0}", {of}));
  if (of != in && !in.empty()) parts.push_back(say("In own voice in {0}", {in}));
  if (!told.empty())
    parts.push_back(
        say(parts.empty() ? "Heard only through others, in {0}" : "through others in {0}", {told}));
  if (parts.empty() && !passed.empty())
    parts.push_back(say("Passes on what others say, in {0}", {passed}));
  if (parts.empty()) return say("Spoken of, never heard");
  return say.Join(parts);
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
  const Say& say = library.say;
  ActorRow row;
  row.id = actor.id;
  row.name = actor.name;
  row.kind = actor.kind;
  row.kind_words = say(Label(actor.kind));
  row.held = held;
  row.mentioned = mentioned;
  row.counts = mentioned == held
                   ? say.Counted(held, "Holds {0} claim", "Holds {0} claims")
                   : say.Counted(held, "Holds {0} claim, stands in {1}",
                                 "Holds {0} claims, stands in {1}", {std::to_string(mentioned)});
  row.heard = HeardWords(library, id);
  row.selected = actor.id == state.selection;
  row.select = Select{row.id};
  return row;
}

}  // namespace proviso::view
