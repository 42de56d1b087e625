// The report of a merge: a page that opens by double click and needs nothing else.

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/author/readings.h"
#include "core/base/safe_text.h"
#include "core/merge/agree.h"
#include "core/state/cite.h"
#include "core/views/compare/codings.h"

namespace proviso::view {
namespace {

/// Writes headings, sentences and tables; all words pass `EncodeHtml`.
class ReportPage {
 public:
  ReportPage(const Say& say, std::string_view title) : say_(say) {
    out_ = "<!doctype html>\n<html lang=\"" + EncodeHtml(say.language()) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">\n<title>" +
           EncodeHtml(title) +
           "</title>\n<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem "
           "auto;padding:0 1rem}table{border-collapse:collapse;margin:1rem "
           "0}td,th{border:1px solid #999;padding:.3rem .6rem;text-align:left;vertical-align:top}"
           "</style>\n</head>\n<body>\n";
    Heading(1, title);
  }
  void Heading(int level, std::string_view words) {
    const std::string tag = "h" + std::to_string(level);
    out_ += "<" + tag + ">" + EncodeHtml(words) + "</" + tag + ">\n";
  }
  void Words(std::string_view words) { out_ += "<p>" + EncodeHtml(words) + "</p>\n"; }
  void Table(const std::vector<std::string>& heads,
             const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return Words(say_("There is none."));
    out_ += "<table>\n";
    Row(heads, "th");
    for (const std::vector<std::string>& row : rows) Row(row, "td");
    out_ += "</table>\n";
  }
  std::string Take() { return std::move(out_) + "</body>\n</html>\n"; }

 private:
  void Row(const std::vector<std::string>& cells, const std::string& tag) {
    out_ += "<tr>";
    for (const std::string& cell : cells)
      out_ += "<" + tag + ">" + EncodeHtml(cell) + "</" + tag + ">";
    out_ += "</tr>\n";
  }

  const Say& say_;
  std::string out_;
};

std::string FieldWord(const Say& say, std::string_view field) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNames{
      {{"holder", Key("Voice")},
       {"kind of link", Key("Kind of link")},
       {"how firmly", Key("How firmly")},
       {"so or not so", Key("So or not so")},
       {"act", Key("Act")},
       {"conditions", Key("Conditions")},
       {"kind", Key("Kind")},
       {"evidence", Key("Evidence")},
       {"topics", Key("Topics")}}};
  for (const auto& [name, label] : kNames)
    if (name == field) return say(label);
  return std::string(field);
}

void AddAgreement(const Say& say, const Codings& codings, const CodingsModel& model,
                  ReportPage* page) {
  page->Heading(2, say("How far the two agree"));
  if (model.figures.empty()) return page->Words(model.figures_note);
  const auto agreement = merge::Agree(codings.a->dataset, codings.b->dataset, 1000);
  if (!agreement.ok()) return;
  const CodingFigure& matched = model.figures.front();
  page->Words(say("{0}: {1}, {2}##figure", {matched.label, matched.words, matched.note}));
  const merge::Matching& m = agreement->matching;
  page->Words(say("Of {0} characters that either marked, both marked {1}.",
                  {std::to_string(m.marked_a + m.marked_b - m.both), std::to_string(m.both)}));
  std::vector<std::vector<std::string>> rows;
  for (const merge::FieldAgreement& field : agreement->fields)
    rows.push_back({FieldWord(say, field.field), std::to_string(field.pairs),
                    std::to_string(field.same), field.alpha ? PlacesWords(*field.alpha, 3) : "–",
                    field.spread ? say("{0} to {1}##numbers", {PlacesWords(field.spread->low, 3),
                                                               PlacesWords(field.spread->high, 3)})
                                 : "",
                    field.always.empty() ? field.mostly : field.always});
  page->Table({say("Field##of a claim"), say("Pairs"), say("The same"), say("Alpha"),
               say("95 of 100 lie between"), say("Always, or in nine of ten")},
              rows);
  if (m.pairs.size() < 10)
    page->Words(say("Fewer than ten pairs: look at the interval before the figure."));
  page->Words(model.figures_note);
  rows.clear();
  const auto& one = codings.a->dataset;
  const auto& other = codings.b->dataset;
  for (const merge::FieldAgreement& field : agreement->fields)
    for (const merge::FieldAgreement::Cell& cell : field.cells) {
      std::string where;
      for (const auto& [x, y] : cell.pairs)
        where +=
            (where.empty() ? "" : ", ") + std::string(one[x].id) + "/" + std::string(other[y].id);
      rows.push_back({FieldWord(say, field.field), cell.a, cell.b, where});
    }
  page->Heading(2, say("Who says what against what"));
  page->Table({say("Field##of a claim"), model.side_a, model.side_b, say("Claims")}, rows);
}

std::string SideWords(const Say& say, const CodingSide& side) {
  if (!side.there) return say("Nothing is coded on these words.");
  std::string words =
      side.voices.empty() ? side.gloss.plain() : say("{0}: {1}", {side.voices, side.gloss.plain()});
  for (const CodingSide::Field& field : side.fields)
    words += " · " + say("{0}: {1}", {field.label, field.words});
  return words;
}

void AddPairs(const Say& say, const CodingsModel& model, ReportPage* page) {
  std::vector<std::vector<std::string>> rows;
  for (const CodingRow& row : model.rows) {
    const bool once =
        row.state == CodingRow::State::kSame || row.state == CodingRow::State::kLeftOut;
    std::string verdict = row.verdict;
    if (row.written.there) verdict += " · " + SideWords(say, row.written);
    if (!row.own.empty())
      verdict += " · " + say("{0}: {1}", {say("Your own version, not taken yet"), row.own});
    rows.push_back({row.refs.empty() ? "" : row.refs.front().words, SideWords(say, row.a),
                    once ? "" : SideWords(say, row.b), verdict, row.note});
  }
  page->Table({say("Place"), model.side_a, model.side_b, say("Decision"), say("By whom, and why")},
              rows);
}

}  // namespace

std::string MergeReport(const Library& library, const Session& session) {
  const Say& say = library.say;
  Session all = FreshSession(session);
  all.codings = session.codings;
  all.codings.most = static_cast<std::size_t>(-1);
  const auto of = [&](CodingsTab tab) {
    all.codings.tab = tab;
    return BuildCodingsModel(library, all);
  };
  CodingsModel model = of(CodingsTab::kToDecide);
  ReportPage page(say, say("Two codings of “{0}”", {library.dataset.info.title}));
  const MergeNote note = MergeNoteOf(library.dataset);
  page.Words(say("{0}: digest {1}", {note.side_a, note.digest_a}));
  page.Words(say("{0}: digest {1}", {note.side_b, note.digest_b}));
  page.Words(say("Of both, as it is now: digest {0}", {library.digest()}));
  page.Words(model.lead);
  AddAgreement(say, session.codings, model, &page);
  page.Heading(2, say("To decide"));
  AddPairs(say, model, &page);
  model = of(CodingsTab::kDecided);
  page.Heading(2, say("Decided"));
  AddPairs(say, model, &page);
  model = of(CodingsTab::kSame);
  page.Heading(2, say("The same"));
  AddPairs(say, model, &page);
  return page.Take();
}

}  // namespace proviso::view
