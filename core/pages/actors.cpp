// Who speaks: a table, and a profile for each.

#include <algorithm>

#include "core/base/sort.h"
#include "core/pages/lists.h"
#include "core/pages/parts.h"
#include "core/state/cite.h"
#include "core/views/actors/rows.h"
#include "core/voice/order.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

void PutActor(const Site& site, ActorId id, std::vector<ExportedFile>* files) {
  const RecordRef record{Table::kActors, id.index()};
  const Actor& actor = site.dataset[id];
  const query::Index& index = site.library.index;
  Sheet sheet(site, site.AddressOf(record), actor.name, "actors.html");
  const InspectorModel model = Inspect(site.library, record);
  sheet.html.Leaf("p", model.kind, {{"class", "kind"}});
  sheet.Title(model.title, model.lead);
  {
    Facts facts(sheet);
    facts.Put(model.facts);
    Fact same{"The same as", {}};
    for (const Text url : actor.same_as)
      same.values.push_back({std::string(url), OpenUrl{std::string(url)}});
    facts.Put({same});
  }
  std::vector<ClaimId> passed_on;
  for (const ClaimId claim : index.claims_mentioning[id])
    if (site.dataset[claim].holder() != id) passed_on.push_back(claim);
  PutClaims(sheet, "Says, or is said to say", "h2", index.claims_held[id]);
  PutClaims(sheet, "Passes on, for others", "h2", passed_on);
  if (index.claims_held[id].empty() && passed_on.empty())
    sheet.html.Leaf("p", "Speaks in no claim; it is only spoken of.");
  const auto acts_in = index.propositions_of_actor[id];
  if (!acts_in.empty()) {
    sheet.html.Leaf("h2", "Spoken of in (" + std::to_string(acts_in.size()) + ")");
    const Within list(sheet.html, "ul", {{"class", "plain"}});
    for (const PropositionId p : acts_in) {
      const Within item(sheet.html, "li");
      sheet.LinkTo({Table::kPropositions, p.index()});
    }
  }
  ViewState state;
  state.view = ViewId::kActors;
  state.selection = actor.id;
  {
    const Within foot(sheet.html, "p", {{"class", "meta"}});
    sheet.html.Leaf("span", actor.id, {{"class", "id"}});
    sheet.html.Text(" · ");
    sheet.ExplorerLink(state, "Open in the explorer");
  }
  files->push_back(sheet.Finish());
}

}  // namespace

void ExportActors(const Site& site, std::vector<ExportedFile>* files) {
  const Dataset& dataset = site.dataset;
  const query::Index& index = site.library.index;
  std::vector<ActorId> actors;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i) actors.emplace_back(i);
  SortList(&actors, [&](ActorId a, ActorId b) {
    const bool silent_a = index.claims_held[a].empty(), silent_b = index.claims_held[b].empty();
    if (silent_a != silent_b) return silent_b;
    return OrderOf(site.library, a) < OrderOf(site.library, b);
  });
  Sheet sheet(site, "actors.html", "Actors", "actors.html");
  sheet.Title(
      Counted(actors.size(), "actor", "actors"),
      "Everyone who speaks or is spoken for, by the order of voices: authors, who is quoted, "
      "who is passed on. A number counts claims; it weighs nothing.");
  {
    const Within frame(sheet.html, "div",
                       {{"class", "wide"},
                        {"role", "region"},
                        {"aria-label", "Table of actors"},
                        {"tabindex", "0"}});
    const Within table(sheet.html, "table");
    {
      const Within head(sheet.html, "thead");
      const Within row(sheet.html, "tr");
      for (const std::string_view column :
           {"Actor", "Kind", "Claims", "Stands in", "How it reaches us"})
        sheet.html.Leaf("th", column,
                        {{"scope", "col"},
                         {"class", column == "Claims" || column == "Stands in" ? "number" : ""}});
    }
    const Within body(sheet.html, "tbody");
    for (const ActorId id : actors) {
      const Within row(sheet.html, "tr");
      {
        const Within name(sheet.html, "th", {{"scope", "row"}});
        sheet.LinkTo({Table::kActors, id.index()});
      }
      sheet.html.Leaf("td", Label(dataset[id].kind));
      sheet.html.Leaf("td", std::to_string(index.claims_held[id].size()), {{"class", "number"}});
      sheet.html.Leaf("td", std::to_string(index.claims_mentioning[id].size()),
                      {{"class", "number"}});
      sheet.html.Leaf("td", HeardWords(site.library, id));
      sheet.html.Line();
    }
  }
  files->push_back(sheet.Finish());
  for (const ActorId id : actors) PutActor(site, id, files);
}

}  // namespace proviso::view
