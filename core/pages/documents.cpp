// The texts: a list, and for each text its paragraphs with what is coded in them.

#include <algorithm>
#include <map>

#include "core/pages/lists.h"
#include "core/pages/parts.h"
#include "core/state/cite.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

void PutPassage(Sheet& sheet, PassageId id) {
  const Passage& passage = sheet.dataset[id];
  const Within block(sheet.html, "div", {{"class", "passage"}, {"id", passage.id}});
  {
    const Within head(sheet.html, "p", {{"class", "foot"}});
    sheet.html.Leaf("a", passage.id, {{"href", "#" + std::string(passage.id)}, {"class", "id"}});
    sheet.html.Text(" characters " + std::to_string(passage.start) + "–" +
                    std::to_string(passage.end) + ", " +
                    Counted(passage.letters, "letter", "letters"));
    if (!passage.section.empty() && passage.section != Label(passage.role))
      sheet.html.Text(" · " + std::string(passage.section));
    if (passage.role != PassageRole::kBody && !passage.repeats)
      sheet.html.Text(" · " + std::string(Label(passage.role)));
    if (passage.quality != Quality::kSound)
      sheet.html.Text(" · " + std::string(Label(passage.quality)));
    if (passage.repeats) {
      sheet.html.Text(" · Repeats ");
      sheet.LinkTo({Table::kPassages, passage.repeats.index()}, sheet.dataset[passage.repeats].id);
    }
  }
  if (!passage.note.empty())
    sheet.html.Leaf("p", passage.note, {{"class", "meta"}, {"dir", "auto"}});
  const auto claims = sheet.library.index.claims_at_passage[id];
  if (claims.empty()) {
    sheet.html.Leaf("p", "No claim stands here by itself.", {{"class", "meta"}});
    return;
  }
  const Within rows(sheet.html, "ul", {{"class", "rows"}});
  for (const ClaimId claim : claims) PutClaimRow(sheet, claim);
}

std::string ParagraphHeading(const Document& document, std::uint32_t number, bool coded) {
  if (number == 0) return "Without a paragraph";
  std::string words = "Paragraph " + std::to_string(number);
  const auto paragraphs = document.text.paragraphs;
  if (number <= paragraphs.size() && paragraphs[number - 1].role != PassageRole::kBody)
    words += " · " + std::string(Label(paragraphs[number - 1].role));
  return coded ? words : words + " · nothing coded";
}

void PutDocument(const Site& site, DocumentId id, std::vector<ExportedFile>* files) {
  const RecordRef record{Table::kDocuments, id.index()};
  const Document& document = site.dataset[id];
  Sheet sheet(site, site.AddressOf(record), "Text " + LetterOf(id), "documents.html");
  const InspectorModel model = Inspect(site.library, record);
  sheet.html.Leaf("p", model.kind, {{"class", "kind"}});
  sheet.Title(document.title, {}, document.language);
  Facts(sheet).Put(model.facts);

  std::map<std::uint32_t, std::vector<PassageId>> by_paragraph;
  for (std::uint32_t i = 1; i <= document.text.paragraphs.size(); ++i) by_paragraph[i];
  for (const PassageId passage : site.library.index.passages_of_document[id])
    by_paragraph[site.dataset[passage].paragraph].push_back(passage);
  sheet.html.Leaf("h2", "Paragraph by paragraph");
  sheet.html.Leaf("p",
                  "What is coded of each paragraph, in paraphrase. The words of the text are not "
                  "here: load your own copy in the explorer to read them side by side.",
                  {{"class", "meta"}});
  for (const auto& [number, passages] : by_paragraph) {
    const std::string anchor = "Paragraph-" + std::to_string(number);
    const Within section(sheet.html, "section",
                         {{"class", passages.empty() ? "paragraph bare" : "paragraph"}});
    sheet.html.Leaf("h3", ParagraphHeading(document, number, !passages.empty()), {{"id", anchor}});
    for (const PassageId passage : passages) PutPassage(sheet, passage);
    sheet.html.Line();
  }
  sheet.html.Data("application/ld+json", LinkedData(site, id));
  files->push_back(sheet.Finish());
}

}  // namespace

void ExportDocuments(const Site& site, std::vector<ExportedFile>* files) {
  const Dataset& dataset = site.dataset;
  Sheet sheet(site, "documents.html", "Texts", "documents.html");
  sheet.Title(Counted(dataset.documents.size(), "text", "texts"),
              "What was coded, and what is known of it. The words themselves are not here.");
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i) {
    const RecordRef record{Table::kDocuments, i};
    const Within article(sheet.html, "article", {{"class", "record"}});
    {
      const Within heading(sheet.html, "h2");
      sheet.html.Text("Text " + LetterOf(DocumentId(i)) + ": ");
      const Within link(sheet.html, "a",
                        {{"href", sheet.From(site.AddressOf(record))},
                         {"lang", dataset.documents[i].language},
                         {"dir", "auto"}});
      sheet.html.Text(dataset.documents[i].title);
    }
    Facts facts(sheet);
    facts.Put(Inspect(site.library, record).facts);
    facts.Line("Coded", Counted(site.library.index.passages_of_document[DocumentId(i)].size(),
                                "passage", "passages") +
                            ", " +
                            Counted(site.library.index.claims_in_document[DocumentId(i)].size(),
                                    "claim", "claims"));
  }
  files->push_back(sheet.Finish());
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    PutDocument(site, DocumentId(i), files);
}

}  // namespace proviso::view
