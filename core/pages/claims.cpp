// Every claim with all that is coded of it, in the order of the texts.

#include <algorithm>

#include "core/pages/lists.h"
#include "core/pages/parts.h"
#include "core/state/cite.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// Relations from and to the claim. The anchor of a relation stands at the claim that it is from.
void PutRelations(Sheet& sheet, ClaimId id, const InspectorModel& model) {
  for (const RelatedList& list : model.related) {
    sheet.html.Leaf("h4", list.title);
    const Within rows(sheet.html, "ul", {{"class", "beside"}});
    for (const RelatedRow& row : list.rows) {
      const RecordRef relation = sheet.dataset.Find(row.id);
      const Relation& record = sheet.dataset.relations[relation.index];
      const bool outgoing = record.from == id;
      const Within item(sheet.html, "li", {{"id", outgoing ? row.id : ""}});
      const ClaimId other = outgoing ? record.to : record.from;
      sheet.html.Leaf("span", row.note, {{"class", "note"}, {"dir", "auto"}});
      sheet.html.Text(" ");
      sheet.LinkTo({Table::kClaims, other.index()}, row.text.plain());
      sheet.html.Text(" ");
      PutRefs(sheet, record.passages.empty() ? sheet.dataset[other].passages
                                             : std::span<const PassageId>(record.passages));
    }
  }
}

void PutClaim(Sheet& sheet, ClaimId id) {
  const Claim& claim = sheet.dataset[id];
  const RecordRef record{Table::kClaims, id.index()};
  const InspectorModel model = Inspect(sheet.library, record);
  const Within article(sheet.html, "article", {{"class", "record"}, {"id", claim.id}});
  sheet.html.Leaf("p", model.kind, {{"class", "kind"}});
  {
    const Within gloss(sheet.html, "h3", {{"class", "gloss"}, {"dir", "auto"}});
    PutHedged(sheet.html, model.gloss);
  }
  PutChain(sheet, claim);
  {
    const Within marks(sheet.html, "p", {{"class", "marks"}});
    if (model.sign) PutSign(sheet, *model.sign);
    sheet.html.Text(" ");
    if (model.strength) PutStrength(sheet.html, *model.strength);
  }
  {
    Facts facts(sheet);
    facts.Places(claim.passages);
    facts.Put(model.facts);
    if (claim.has_evidence()) facts.Line("Evidence", Label(claim.evidence));
    facts.Line("Coded by", claim.coding.by);
    facts.Line("Coders’ note", model.note);
  }
  PutRelations(sheet, id, model);
  ViewState state;
  state.view = ViewId::kClaims;
  state.selection = claim.id;
  const Within foot(sheet.html, "p", {{"class", "meta"}});
  sheet.html.Leaf("a", claim.id, {{"href", "#" + std::string(claim.id)}, {"class", "id"}});
  sheet.html.Text(" · ");
  sheet.ExplorerLink(state, "Open in the explorer");
}

}  // namespace

void ExportClaims(const Site& site, std::vector<ExportedFile>* files) {
  const std::vector<ClaimId>& claims = site.claims_in_order();
  std::size_t first = 0;
  do {
    Sheet sheet(site, ListPath("claims", first), "Claims", "claims.html");
    sheet.Title(Counted(claims.size(), "claim", "claims"),
                "In the order of the texts. The chain under a claim reads outward in: who writes, "
                "who is cited, whose view it is; that voice has the heavy frame. Dotted underlines "
                "mark the words by which the text hedges.");
    sheet.Pager("claims", first, claims.size());
    const std::size_t last = std::min(first + kRecordsAPage, claims.size());
    DocumentId document;
    for (std::size_t i = first; i < last; ++i) {
      const DocumentId here = DocumentOf(site.dataset, site.dataset[claims[i]]);
      if (i == first || here != document) {
        document = here;
        const Within heading(sheet.html, "h2");
        sheet.html.Text("Text " + LetterOf(here) + ": ");
        const Within title(sheet.html, "a",
                           {{"href", sheet.From(site.AddressOf({Table::kDocuments, here.index()}))},
                            {"lang", site.dataset[here].language},
                            {"dir", "auto"}});
        sheet.html.Text(site.dataset[here].title);
      }
      PutClaim(sheet, claims[i]);
      sheet.html.Line();
    }
    sheet.Pager("claims", first, claims.size());
    files->push_back(sheet.Finish());
    first = last;
  } while (first < claims.size());
}

}  // namespace proviso::view
