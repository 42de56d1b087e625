#include "core/pages/parts.h"

#include <algorithm>
#include <string>

#include "core/base/safe_text.h"
#include "core/state/cite.h"
#include "core/voice/phrases.h"
#include "core/window/around/inspector_facts.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

void Rest(Html& html, std::size_t count) {
  if (count <= kRowsUnder) return;
  html.Leaf("p", "And " + std::to_string(count - kRowsUnder) + " more, which are in the full list.",
            {{"class", "meta"}});
}

/// Where a command of a model leads on these pages, or nothing.
std::string AddressOf(const Sheet& sheet, const Command& command) {
  RecordRef record;
  if (const auto* select = command.As<Select>()) record = sheet.dataset.Find(select->id);
  if (const auto* place = command.As<OpenPlace>()) {
    const PassageId passage = FirstPassage(sheet.library, sheet.dataset.Find(place->id));
    if (passage) record = {Table::kPassages, passage.index()};
  }
  return record ? sheet.site.AddressOf(record) : std::string();
}

void PutLink(Sheet& sheet, const Link& link) {
  const std::string address = link.go ? AddressOf(sheet, *link.go) : std::string();
  const auto* url = link.go ? link.go->As<OpenUrl>() : nullptr;
  if (!address.empty())
    sheet.LinkTo(address, link.text);
  else if (url != nullptr)
    PutUrl(sheet.html, url->url);
  else
    sheet.html.Text(link.text);
}

}  // namespace

void PutUrl(Html& html, std::string_view url) {
  if (SafeUrl(url))
    html.Leaf("a", url, {{"href", url}, {"rel", "noopener noreferrer nofollow external"}});
  else
    html.Text(url);
}

void PutHedged(Html& html, const HedgedText& text) {
  for (const WordRun& run : text.runs) {
    if (run.hedge)
      html.Leaf("em", run.text, {{"class", "hedge"}});
    else
      html.Text(run.text);
  }
}

void PutChain(Sheet& sheet, const Claim& claim) {
  const std::vector<ChainStep> chain = ChainOf(sheet.library, claim);
  const Within line(sheet.html, "p", {{"class", "chain"}});
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const ChainStep& step = chain[i];
    {
      const Within box(sheet.html, "span", {{"class", step.holder ? "voice holder" : "voice"}});
      sheet.LinkTo({Table::kActors, claim.attribution[i].actor.index()});
    }
    const std::string_view kind = step.line == LineStyle::kDashed   ? "stance kept-apart"
                                  : step.line == LineStyle::kDotted ? "stance imputed"
                                                                    : "stance";
    std::string words = step.link;
    if (!step.hedge.empty()) words += (words.empty() ? "" : ", ") + Quoted(step.hedge);
    if (words.empty() && chain.size() == 1) words = "own words";
    sheet.html.Text(" ");
    if (words.empty()) continue;
    sheet.html.Leaf("span", words, {{"class", step.holder ? "own" : kind}, {"dir", "auto"}});
    sheet.html.Text(" ");
  }
}

void PutRefs(Sheet& sheet, std::span<const PassageId> passages) {
  bool first = true;
  for (const PassageId passage : passages) {
    if (!first) sheet.html.Text(" ");
    first = false;
    const Ref ref = RefOf(sheet.library, passage);
    sheet.html.Leaf(
        "a", ref.short_words,
        {{"class", ref.document == 0 ? "ref first" : "ref"},
         {"href", sheet.From(sheet.site.AddressOf({Table::kPassages, passage.index()}))},
         {"aria-label", Capital(ref.words)}});
  }
}

void PutClaimRow(Sheet& sheet, ClaimId id) {
  const Claim& claim = sheet.dataset[id];
  const Within row(sheet.html, "li", {{"class", "row"}});
  PutSignShape(sheet.html, SignOf(sheet.library, sheet.site.outcome, claim));
  const Within body(sheet.html, "div");
  {
    const Within gloss(sheet.html, "p", {{"class", "gloss"}, {"dir", "auto"}});
    const Within link(sheet.html, "a",
                      {{"href", sheet.From(sheet.site.AddressOf({Table::kClaims, id.index()}))}});
    PutHedged(sheet.html, GlossOf(sheet.library, claim));
  }
  PutChain(sheet, claim);
  const Within foot(sheet.html, "p", {{"class", "foot"}});
  const SignMark sign = SignOf(sheet.library, sheet.site.outcome, claim);
  if (!sign.words.empty()) {
    sheet.html.Leaf("span", sign.words, {{"dir", "auto"}});
    sheet.html.Text(" · ");
  }
  sheet.html.Leaf("span", StrengthOf(sheet.library, claim).words);
  if (claim.act != Act::kAssertive) {
    sheet.html.Text(" · ");
    sheet.html.Leaf("strong", Label(claim.act));
  }
  if (const std::string disputed = DisputedWords(sheet.library, id); !disputed.empty()) {
    sheet.html.Text(" · ");
    sheet.html.Leaf("span", disputed, {{"dir", "auto"}});
  }
  sheet.html.Text(" ");
  PutRefs(sheet, claim.passages);
}

void PutConditionRow(Sheet& sheet, ConditionId id) {
  const Condition& condition = sheet.dataset[id];
  const Within row(sheet.html, "li", {{"class", "row"}});
  SignMark sign;
  sign.sign = SignOf(condition);
  sign.words = Label(sign.sign);
  PutSignShape(sheet.html, sign);
  const Within body(sheet.html, "div");
  {
    const Within gloss(sheet.html, "p", {{"class", "gloss"}, {"dir", "auto"}});
    sheet.LinkTo({Table::kConditions, id.index()},
                 LinkSentence(sheet.dataset, condition, sheet.library.say));
  }
  const Within said(sheet.html, "ul", {{"class", "said-by"}});
  const auto claims = sheet.library.index.claims_about_condition[id];
  for (std::size_t i = 0; i < claims.size() && i < kRowsUnder; ++i) {
    const Claim& claim = sheet.dataset[claims[i]];
    const Within item(sheet.html, "li");
    PutChain(sheet, claim);
    const Within foot(sheet.html, "p", {{"class", "foot"}});
    sheet.LinkTo({Table::kClaims, claims[i].index()}, StrengthOf(sheet.library, claim).words);
    sheet.html.Text(" ");
    PutRefs(sheet, claim.passages);
  }
  if (!claims.empty()) return;
  sheet.html.Leaf("li", "Nobody says it by itself.", {{"class", "meta"}});
}

void PutClaims(Sheet& sheet, std::string_view heading, std::string_view level,
               std::span<const ClaimId> claims) {
  if (claims.empty()) return;
  sheet.html.Leaf(level, std::string(heading) + " (" + std::to_string(claims.size()) + ")");
  {
    const Within list(sheet.html, "ul", {{"class", "rows"}});
    const std::vector<ClaimId> sorted = sheet.site.Sorted(claims);
    for (std::size_t i = 0; i < sorted.size() && i < kRowsUnder; ++i) PutClaimRow(sheet, sorted[i]);
  }
  Rest(sheet.html, claims.size());
  sheet.html.Line();
}

void PutConditions(Sheet& sheet, std::string_view heading, std::string_view level,
                   std::span<const ConditionId> conditions) {
  if (conditions.empty()) return;
  sheet.html.Leaf(level, std::string(heading) + " (" + std::to_string(conditions.size()) + ")");
  {
    const Within list(sheet.html, "ul", {{"class", "rows"}});
    for (std::size_t i = 0; i < conditions.size() && i < kRowsUnder; ++i)
      PutConditionRow(sheet, conditions[i]);
  }
  Rest(sheet.html, conditions.size());
  sheet.html.Line();
}

void Facts::Put(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    // Whether a reader's copy was checked is no fact of a page that nobody gave a copy.
    if (fact.key == FactKey::kCopy || fact.values.empty()) continue;
    const Within line(sheet_.html, "div");
    sheet_.html.Leaf("dt", fact.label, {{"dir", "auto"}});
    for (const Link& value : fact.values) {
      const Within one(sheet_.html, "dd", {{"dir", "auto"}});
      PutLink(sheet_, value);
    }
  }
}

void Facts::Line(std::string_view label, std::string_view words) {
  if (words.empty()) return;
  Put({{std::string(label), {{std::string(words), std::nullopt}}}});
}

void Facts::Places(std::span<const PassageId> passages) {
  if (passages.empty()) return;
  const Within line(sheet_.html, "div");
  sheet_.html.Leaf("dt", "In the text");
  for (const PassageId id : passages) {
    const Passage& passage = sheet_.dataset[id];
    const Within place(sheet_.html, "dd");
    PutRefs(sheet_, {&id, 1});
    sheet_.html.Text(" characters " + std::to_string(passage.start) + "–" +
                     std::to_string(passage.end));
  }
}

InspectorModel Inspect(const Library& library, RecordRef record) {
  const Session session;
  InspectorModel model;
  model.id = library.dataset.IdOf(record);
  model.kind = Label(record.table);
  InspectRecord(library, session, record, &model);
  return model;
}

}  // namespace proviso::view
