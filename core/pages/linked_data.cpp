// What search engines and archives read of a text's page: a dataset, and claims with who makes
// them. Source: schema.org, Dataset and Claim. Never ClaimReview: that would rate.

#include "core/base/safe_text.h"
#include "core/io/json_out.h"
#include "core/pages/lists.h"

namespace proviso::view {
namespace {

/// A date as schema.org knows it: no sign of doubt, no interval.
bool IsPlainDate(std::string_view date) {
  return !date.empty() && date.find_first_of("~?%/") == date.npos;
}

std::string_view PartyType(ActorKind kind) {
  return kind == ActorKind::kPerson || kind == ActorKind::kUnnamed ? "Person" : "Organization";
}

void PutDataset(const Library& library, io::JsonOut* out) {
  const DatasetInfo& info = library.dataset.info;
  out->Open('{');
  out->Text("@type", "Dataset");
  out->Text("name", info.title);
  out->TextIfAny("description", info.note);
  out->TextIfAny("version", info.version);
  out->TextIfAny("license", info.licence);
  out->Text("identifier", info.doi.empty() ? "sha256:" + library.digest()
                                           : "https://doi.org/" + std::string(info.doi));
  if (!info.creators.empty()) {
    out->List("creator");
    for (const Maker& one : info.creators) {
      out->Open('{');
      out->Text("@type", "Person");
      out->Text("name", one.name);
      out->TextIfAny("identifier", one.orcid);
      if (!one.affiliation.empty()) {
        out->Object("affiliation");
        out->Text("@type", "Organization");
        out->Text("name", one.affiliation);
        out->Close('}');
      }
      out->Close('}');
    }
    out->Close(']');
  }
  if (!info.keywords.empty()) {
    out->List("keywords");
    for (const Text word : info.keywords) out->String(word);
    out->Close(']');
  }
  out->Close('}');
}

}  // namespace

std::string LinkedData(const Site& site, DocumentId id) {
  const Dataset& dataset = site.dataset;
  const Document& document = dataset[id];
  io::JsonOut out;
  out.Open('{');
  out.Text("@context", "https://schema.org");
  out.List("@graph");
  PutDataset(site.library, &out);
  for (const ClaimId claim_id : site.library.index.claims_in_document[id]) {
    const Claim& claim = dataset[claim_id];
    const Actor& holder = dataset[claim.holder()];
    out.Open('{');
    out.Text("@type", "Claim");
    out.Text("@id", "../" + site.AddressOf({Table::kClaims, claim_id.index()}));
    out.Text("text", claim.gloss);
    out.Object("author");
    out.Text("@type", PartyType(holder.kind));
    out.Text("name", holder.name);
    out.Close('}');
    if (IsPlainDate(document.published)) out.Text("datePublished", document.published);
    out.Object("appearance");
    out.Text("@type", "CreativeWork");
    out.Text("name", document.title);
    if (SafeUrl(document.url)) out.Text("url", document.url);
    out.Close('}');
    out.Close('}');
  }
  out.Close(']');
  out.Close('}');
  return out.Take();
}

}  // namespace proviso::view
