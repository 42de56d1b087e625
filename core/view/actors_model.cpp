#include "core/view/actors_model.h"

#include <algorithm>

#include "core/view/claims_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

struct Counts {
  ActorId actor;
  std::uint32_t held = 0, mentioned = 0;
};

/// How many of the claims that pass each actor holds and stands in; actors in the order of the
/// list.
std::vector<Counts> CountAll(const Library& library, const ViewState& state) {
  const Dataset& dataset = library.dataset;
  std::vector<Counts> counts(dataset.actors.size());
  for (std::uint32_t i = 0; i < counts.size(); ++i) counts[i].actor = ActorId(i);
  for (const ClaimId id : PassingClaims(library, state)) {
    const Claim& claim = dataset[id];
    ++counts[claim.holder().index()].held;
    for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
      const ActorId actor = claim.attribution[i].actor;
      const bool again = std::any_of(claim.attribution.begin(),
                                     claim.attribution.begin() + static_cast<std::ptrdiff_t>(i),
                                     [actor](const Step& step) { return step.actor == actor; });
      if (!again) ++counts[actor.index()].mentioned;
    }
  }
  std::sort(counts.begin(), counts.end(), [&dataset](const Counts& a, const Counts& b) {
    if (a.held != b.held) return a.held > b.held;
    if (a.mentioned != b.mentioned) return a.mentioned > b.mentioned;
    const Text name_a = dataset[a.actor].name;
    const Text name_b = dataset[b.actor].name;
    return name_a != name_b ? name_a < name_b : a.actor < b.actor;
  });
  return counts;
}

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

ActorsModel BuildActorsModel(const Library& library, const Session& session, std::uint32_t first,
                             std::uint32_t last) {
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  ActorsModel model;
  model.title = say("Who lets whom speak");
  model.total = static_cast<std::uint32_t>(dataset.actors.size());
  model.subtitle = say.Counted(model.total,
                               "{0} actor. A number counts the claims that a voice holds; voices "
                               "are never added up.",
                               "{0} actors. A number counts the claims that a voice holds; voices "
                               "are never added up.");
  if (model.total == 0) {
    model.empty = say("This dataset has no actors.");
    return model;
  }
  const std::vector<Counts> counts = CountAll(library, session.state);
  const RecordRef selected = dataset.Find(session.state.selection);
  ActorId shown = counts[0].actor;
  if (selected && selected.table == Table::kActors) shown = ActorId(selected.index);
  for (std::uint32_t i = first; i < std::min(last, model.total); ++i) {
    const Actor& actor = dataset[counts[i].actor];
    ActorRow row;
    row.id = actor.id;
    row.name = actor.name;
    row.kind = actor.kind;
    row.kind_words = say(Label(actor.kind));
    row.held = counts[i].held;
    row.mentioned = counts[i].mentioned;
    row.counts =
        row.mentioned == row.held
            ? say.Counted(row.held, "Holds {0} claim", "Holds {0} claims")
            : say.Counted(row.held, "Holds {0} claim, stands in {1}",
                          "Holds {0} claims, stands in {1}", {std::to_string(row.mentioned)});
    row.heard = HeardWords(library, counts[i].actor);
    row.selected = actor.id == session.state.selection;
    row.select = Select{row.id};
    model.rows.push_back(std::move(row));
  }
  model.profile = BuildActorProfile(library, session, shown);
  return model;
}

}  // namespace proviso::view
