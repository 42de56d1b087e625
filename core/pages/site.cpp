#include "core/pages/site.h"

#include <algorithm>
#include <utility>

#include "core/base/sort.h"
#include "core/base/version.h"
#include "core/state/cite.h"
#include "core/voice/order.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

struct Section {
  std::string_view path, words;
};
constexpr std::array<Section, 10> kSections{{{"index.html", "Overview"},
                                             {"documents.html", "Texts"},
                                             {"claims.html", "Claims"},
                                             {"actors.html", "Actors"},
                                             {"propositions.html", "Conditions"},
                                             {"conditions.html", "Links"},
                                             {"events.html", "Events"},
                                             {"quantities.html", "Figures"},
                                             {"topics.html", "Topics"},
                                             {"about.html", "About"}}};

}  // namespace

Site::Site(const Library& from)
    : library(from), dataset(from.dataset), outcome(FindOutcome(from, {})) {
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    order_.emplace_back(i);
    bearing_.push_back(BearingOf(library, outcome, dataset.claims[i]));
    const About& about = dataset.claims[i].about;
    if (about.kind != AboutKind::kComparison) continue;
    if (about.more) compared_.emplace_back(about.more, ClaimId(i));
    if (about.less) compared_.emplace_back(about.less, ClaimId(i));
  }
  SortList(&compared_);
  const auto place = [this](ClaimId id) {
    const Passage& passage = dataset[dataset[id].passages[0]];
    return std::make_pair(passage.document, passage.start);
  };
  SortList(&order_, [&place](ClaimId a, ClaimId b) { return place(a) < place(b); });
  rank_.resize(order_.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) rank_[order_[i].index()] = i;
}

std::vector<ClaimId> Site::Sorted(std::span<const ClaimId> claims) const {
  std::vector<ClaimId> sorted(claims.begin(), claims.end());
  SortList(&sorted, [this](ClaimId a, ClaimId b) {
    const Bearing of_a = bearing_[a.index()], of_b = bearing_[b.index()];
    if (of_a != of_b) return of_a < of_b;
    const Distance x = DistanceOf(dataset[a]), y = DistanceOf(dataset[b]);
    return x != y ? x < y : rank_[a.index()] < rank_[b.index()];
  });
  return sorted;
}

std::vector<ClaimId> Site::ComparisonsOf(RecordRef record) const {
  std::vector<ClaimId> claims;
  for (auto at =
           std::lower_bound(compared_.begin(), compared_.end(), std::make_pair(record, ClaimId(0)));
       at != compared_.end() && at->first == record; ++at)
    if (claims.empty() || claims.back() != at->second) claims.push_back(at->second);
  return claims;
}

std::string ListPath(std::string_view list, std::size_t first) {
  const std::size_t page = first / kRecordsAPage;
  return std::string(list) + (page > 0 ? "-" + std::to_string(page + 1) : "") + ".html";
}

std::string Site::AddressOf(RecordRef record) const {
  const std::string id(dataset.IdOf(record));
  switch (record.table) {
    case Table::kDocuments:
      return "documents/" + id + ".html";
    case Table::kActors:
      return "actors/" + id + ".html";
    case Table::kPassages:
      return AddressOf({Table::kDocuments, dataset.passages[record.index].document.index()}) + "#" +
             id;
    case Table::kClaims:
      return ListPath("claims", rank_[record.index]) + "#" + id;
    case Table::kRelations:
      return ListPath("claims", rank_[dataset.relations[record.index].from.index()]) + "#" + id;
    case Table::kQuestions:
      return "index.html#" + id;
    case Table::kPropositions:
    case Table::kConditions:
    case Table::kEvents:
    case Table::kQuantities:
    case Table::kTopics:
      break;
  }
  return ListPath(Word(record.table), record.index) + "#" + id;
}

Sheet::Sheet(const Site& on, std::string path, std::string_view title, std::string_view section)
    : site(on), library(on.library), dataset(on.dataset), path_(std::move(path)) {
  if (path_.find('/') != std::string::npos) up_ = "../";
  Head(title);
  html.Open("body");
  html.Leaf("a", "Skip to the content", {{"class", "skip"}, {"href", "#Content"}});
  html.Line();
  Navigation(section);
  html.Open("main", {{"id", "Content"}, {"tabindex", "-1"}});
  html.Line();
}

void Sheet::Head(std::string_view title) {
  html.Doctype();
  html.Open("html", {{"lang", "en"}});
  html.Line();
  const Within head(html, "head");
  html.Empty("meta", {{"charset", "utf-8"}});
  html.Empty("meta", {{"http-equiv", "Content-Security-Policy"},
                      {"content",
                       "default-src 'none'; style-src 'self'; base-uri 'none'; "
                       "form-action 'none'"}});
  html.Empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.Empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  html.Leaf("title", std::string(title) + " · " + std::string(dataset.info.title) + " · Proviso");
  html.Empty("link", {{"rel", "stylesheet"}, {"href", From("style.css")}});
  html.Line();
}

void Sheet::Navigation(std::string_view section) {
  const Within header(html, "header", {{"class", "top"}});
  html.Open("p", {{"class", "brand"}});
  html.Leaf("a", dataset.info.title, {{"href", From("index.html")}, {"dir", "auto"}});
  html.Close();
  html.Open("p", {{"class", "explorer"}});
  html.Leaf("a", "Back to the explorer", {{"href", up_ + "../index.html"}});
  html.Close();
  const Within nav(html, "nav", {{"aria-label", "Pages"}});
  const Within list(html, "ul");
  for (const Section& entry : kSections) {
    const Within item(html, "li");
    html.Leaf("a", entry.words,
              {{"href", From(entry.path)}, {"aria-current", entry.path == section ? "page" : ""}});
  }
  html.Line();
}

std::string Sheet::From(std::string_view address) const {
  const std::size_t hash = address.find('#');
  if (hash != std::string_view::npos && address.substr(0, hash) == path_)
    return std::string(address.substr(hash));
  return up_ + std::string(address);
}

void Sheet::LinkTo(RecordRef record, std::string_view words) {
  LinkTo(site.AddressOf(record), words.empty() ? NameOf(library, record) : std::string(words));
}

void Sheet::LinkTo(std::string_view address, std::string_view words) {
  html.Leaf("a", words, {{"href", From(address)}, {"dir", "auto"}});
}

void Sheet::ExplorerLink(const ViewState& state, std::string_view words) {
  html.Leaf("a", words, {{"href", up_ + "../index.html#" + EncodeLink(state)}});
}

void Sheet::Title(std::string_view title, std::string_view lead, std::string_view language) {
  html.Leaf("h1", title, {{"dir", "auto"}, {"lang", language}});
  html.Line();
  if (lead.empty()) return;
  html.Leaf("p", lead, {{"class", "lead"}, {"dir", "auto"}});
  html.Line();
}

void Sheet::Pager(std::string_view list, std::size_t first, std::size_t count) {
  if (count <= kRecordsAPage) return;
  const Within nav(html, "nav", {{"class", "pager"}, {"aria-label", "Further pages of this list"}});
  const Within pages(html, "ol");
  for (std::size_t at = 0; at < count; at += kRecordsAPage) {
    const std::size_t last = std::min(at + kRecordsAPage, count);
    const Within item(html, "li");
    html.Leaf("a", std::to_string(at + 1) + "–" + std::to_string(last),
              {{"href", From(ListPath(list, at))}, {"aria-current", at == first ? "page" : ""}});
  }
  html.Line();
}

ExportedFile Sheet::Finish() {
  html.Line();
  html.Close();  // main
  html.Open("footer");
  html.Open("p");
  html.Text(
      "Proviso says who says what, never whether it is true. All wording is paraphrase; the "
      "texts themselves are not included.");
  html.Close();
  html.Open("p", {{"class", "meta"}});
  html.Text("Dataset " + std::string(dataset.info.id) + ", version " +
            std::string(dataset.info.version) + ", SHA-256 ");
  html.Leaf("code", library.digest());
  html.Text(". Written by Proviso " + std::string(Version()) + ".");
  html.Close();
  html.Close();  // footer
  html.Close();  // body
  html.Close();  // html
  html.Line();
  return {path_, html.Take()};
}

}  // namespace proviso::view
