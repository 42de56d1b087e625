#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "core/author/readings.h"
#include "core/base/safe_text.h"
#include "core/io/drafts.h"
#include "core/merge/agree.h"
#include "core/views/compare/codings.h"
#include "core/voice/chain_words.h"

namespace proviso::view {
namespace {

using io::JsonValue;

CodingSide SideOf(const Library* library, std::string_view id,
                  const std::vector<std::string>& differs) {
  CodingSide side;
  const Claim* claim = ClaimIn(library, id);
  if (claim == nullptr) return side;
  const Say& say = library->say;
  side.there = true;
  side.voices = ChainWords(say, ChainOf(*library, *claim));
  side.gloss = GlossOf(*library, *claim);
  for (const std::string& field : differs) {
    if (field == "gloss") continue;
    const std::string words = ClaimFieldWords(*library, *claim, field);
    side.fields.push_back(
        {FieldName(say, field), words.empty() ? say("not given##of a field") : words});
  }
  return side;
}

/// A reading that cannot be made a claim, in the words that it has.
CodingSide RawSide(const JsonValue& reading, const Say& say) {
  CodingSide side;
  side.there = true;
  side.gloss.runs.push_back({CutText(VisibleText(reading.TextOf("gloss")), 400)});
  side.voices = say("This reading names what is not there.");
  return side;
}

void SetPlace(const Dataset& dataset, const JsonValue* reading, CodingRow* row, const Say& say) {
  for (const std::string& id :
       TextItems(reading != nullptr ? reading->Find("passages") : nullptr)) {
    const RecordRef record = dataset.Find(id);
    if (!record || record.table != Table::kPassages) continue;
    const PassageId passage(record.index);
    if (row->refs.empty()) {
      row->document = dataset[passage].document.index();
      row->start = dataset[passage].start;
    }
    row->refs.push_back(RefOf(dataset, passage, say));
  }
}

class CodingsBuilder {
 public:
  CodingsBuilder(const Library& library, const Session& session)
      : library_(library),
        session_(session),
        say_(library.say),
        note_(MergeNoteOf(library.dataset)) {}

  CodingsModel Build() {
    CodingsModel model;
    model.merged = note_.there;
    model.side_a = note_.side_a;
    model.side_b = note_.side_b;
    if (!note_.there) {
      model.empty = say_("Nothing is merged here.");
      model.actions = {
          {"merge", say_("Merge with another coding…"), PickFile{Wanted::kCoding}, "", true},
          {"texts", say_("Compare texts and voices"), ShowCodings{false}, "", false}};
      return model;
    }
    AddDrafts();
    AddClaims();
    AddLeft();
    std::stable_sort(rows_.begin(), rows_.end(), [](const CodingRow& x, const CodingRow& y) {
      return std::pair(x.document, x.start) < std::pair(y.document, y.start);
    });
    AddTabs(&model);
    AddFigures(&model);
    if (model.hidden > 0)
      model.actions.push_back(
          {"more", say_("Show {0} more", {std::to_string(std::min<std::size_t>(model.hidden, 60))}),
           ShowCodings{true, session_.codings.tab, session_.codings.most + 60}, "", false});
    model.actions.push_back({"report", say_("Save a report…"), SaveReport{}, "", false});
    model.actions.push_back(
        {"texts", say_("Compare texts and voices"), ShowCodings{false}, "", false});
    return model;
  }

 private:
  void AddDrafts() {
    std::vector<io::Draft> drafts = io::Drafts(library_.dataset);
    std::erase_if(drafts, [](const io::Draft& draft) {
      return !draft.choice.is_object() || draft.table != Word(Table::kClaims);
    });
    const std::shared_ptr<Library> with_a = WithReadings(library_, drafts, "a"),
                                   with_b = WithReadings(library_, drafts, "b");
    for (const io::Draft& draft : drafts) {
      const JsonValue *a = draft.choice.Find("a"), *b = draft.choice.Find("b");
      const std::vector<std::string> differs = TextItems(draft.choice.Find("differs"));
      CodingRow row;
      row.id = draft.id;
      if (a != nullptr) row.a = SideOf(with_a.get(), draft.id, differs);
      if (b != nullptr) row.b = SideOf(with_b.get(), draft.id, differs);
      if (a != nullptr && !row.a.there) row.a = RawSide(*a, say_);
      if (const JsonValue* written = draft.choice.Find("written"); written != nullptr)
        row.own = VisibleText(written->TextOf("gloss"));
      row.note = row.why = VisibleText(draft.choice.TextOf("note"));
      if (b != nullptr && !row.b.there) row.b = RawSide(*b, say_);
      SetPlace(library_.dataset, a != nullptr ? a : b, &row, say_);
      row.alone = a == nullptr || b == nullptr;
      const auto decide = [&](const char* key, std::string words, CodingTaken took,
                              const char* shortcut) {
        row.actions.push_back({key, std::move(words), DecidePair{draft.id, took}, shortcut, false});
      };
      if (row.alone) {
        row.verdict = say_("only {0}##a coder", {a != nullptr ? note_.side_a : note_.side_b});
        decide("keep", say_("Keep it"), a != nullptr ? CodingTaken::kA : CodingTaken::kB,
               a != nullptr ? "A" : "B");
      } else {
        std::vector<std::string> names;
        for (const std::string& field : differs) names.push_back(FieldName(say_, field));
        row.verdict = say_("differs: {0}", {say_.Chain(Key("{0}, {1}##of a list"), names)});
        decide("a", say_("Take {0}##a coding", {note_.side_a}), CodingTaken::kA, "A");
        decide("b", say_("Take {0}##a coding", {note_.side_b}), CodingTaken::kB, "B");
        decide("both", say_("Keep both"), CodingTaken::kBoth, "K");
      }
      if (!row.own.empty()) decide("own", say_("Take your own"), CodingTaken::kWritten, "");
      row.actions.push_back({"write", say_(row.own.empty() ? Key("Write…") : Key("Go on writing…")),
                             WritePair{draft.id}, "W", false});
      decide("out", say_("Leave it out"), CodingTaken::kLeftOut, "");
      AddNoteButton(&row);
      rows_.push_back(std::move(row));
    }
  }

  /// Why it is decided so can be said before and after.
  void AddNoteButton(CodingRow* row) const {
    row->actions.push_back(
        {"note", say_(row->why.empty() ? Key("Why…##a decision") : Key("Change why…##a decision")),
         NotePair{row->id}, "", false});
  }

  void AddClaims() {
    for (std::uint32_t i = 0; i < library_.dataset.claims.size(); ++i) {
      const Claim& claim = library_.dataset.claims[i];
      CodingRow row;
      row.id = claim.id;
      row.state = CodingRow::State::kSame;
      row.refs = RefsOf(library_, claim);
      if (!claim.passages.empty()) {
        row.document = library_.dataset[claim.passages[0]].document.index();
        row.start = library_.dataset[claim.passages[0]].start;
      }
      row.a = SideOf(&library_, claim.id, {});
      row.verdict = say_("the same");
      const std::optional<JsonValue> members = io::ReadJson(claim.extensions);
      if (const JsonValue* decided = members ? members->Find("x-decided") : nullptr)
        SetDecided(*decided, &row);
      row.a.taken = row.a.there && row.state != CodingRow::State::kDecided ? true : row.a.taken;
      rows_.push_back(std::move(row));
    }
  }

  void SetDecided(const JsonValue& decided, CodingRow* row) {
    const std::string took(decided.TextOf("took"));
    const JsonValue* differs = decided.Find("differs");
    const std::vector<std::string> from = TextItems(decided.Find("from"));
    const bool alone = from.size() == 1;
    std::vector<std::string> fields;
    std::string gloss_a, gloss_b;
    if (differs != nullptr)
      for (const JsonValue::Member& member : differs->members()) {
        if (member.first != "gloss")
          fields.push_back(member.first);
        else if (member.second.items().size() == 2)
          gloss_a = TextOf(member.second.items()[0]), gloss_b = TextOf(member.second.items()[1]);
      }
    if (fields.empty() && !alone && took != "written")
      return;  // Both said the same, in other words perhaps.
    row->state = CodingRow::State::kDecided;
    row->alone = alone;
    std::vector<std::string> names;
    for (const std::string& field : fields) names.push_back(FieldName(say_, field));
    if (took == "written") {
      SetWritten(gloss_a, gloss_b, names, row);
      return SetBy(decided, row);
    }
    // Of two that were both kept, the second is B's.
    row->second = took == "both" && from.size() == 2 && row->id != from[0];
    const bool of_b = took == "b" || row->second;
    if (of_b) std::swap(row->a, row->b);
    (of_b ? row->b : row->a).taken = true;
    CodingSide& other = of_b ? row->a : row->b;
    const std::string& gloss = of_b ? gloss_a : gloss_b;
    if (!alone && took != "both") {
      other.there = true;
      other.gloss.runs.push_back({gloss.empty() ? (of_b ? row->b : row->a).gloss.plain()
                                                : CutText(VisibleText(gloss), 400)});
      other.fields.push_back({say_("Said otherwise"), say_.Join(names)});
    }
    row->verdict = took == "both"
                       ? say_("both kept")
                       : say_("{0} taken##a coding", {of_b ? note_.side_b : note_.side_a});
    SetBy(decided, row);
  }

  static std::string TextOf(const JsonValue& value) {
    return value.is_text() ? value.text() : std::string();
  }

  /// Neither is taken: what stands is written anew, and both are told as far as they said
  /// otherwise.
  void SetWritten(const std::string& gloss_a, const std::string& gloss_b,
                  const std::vector<std::string>& names, CodingRow* row) const {
    row->written = std::exchange(row->a, {});
    row->written.taken = true;
    for (const auto& [side, gloss] : {std::pair(&row->a, &gloss_a), std::pair(&row->b, &gloss_b)}) {
      side->there = !row->alone || !gloss->empty();
      if (!side->there) continue;
      side->gloss.runs.push_back(
          {gloss->empty() ? row->written.gloss.plain() : CutText(VisibleText(*gloss), 400)});
      if (!names.empty()) side->fields.push_back({say_("Said otherwise"), say_.Join(names)});
    }
    row->verdict = say_("written anew");
  }

  void SetBy(const JsonValue& decided, CodingRow* row) const {
    const std::string_view by = decided.TextOf("by");
    row->note = by == "rule" ? say_("by rule")
                             : (by.empty() ? std::string() : say_("by {0}", {VisibleText(by)}));
    if (const std::string_view why = decided.TextOf("note"); !why.empty())
      row->note =
          row->note.empty() ? VisibleText(why) : say_("{0}: {1}", {row->note, VisibleText(why)});
    row->why = VisibleText(decided.TextOf("note"));
    AddNoteButton(row);
  }

  void AddLeft() {
    std::size_t number = 0;
    const JsonValue* left = note_.root->Find("x-merge")->Find("left");
    if (left == nullptr) return;
    for (const JsonValue& one : left->items()) {
      const JsonValue* record = one.Find("record");
      if (record == nullptr || !record->is_object()) continue;
      CodingRow row;
      row.id = "left/" + std::to_string(++number);
      row.state = CodingRow::State::kLeftOut;
      row.second = !one.TextOf("with").empty();
      row.a.there = true;
      row.a.gloss.runs.push_back({CutText(VisibleText(record->TextOf("gloss")), 400)});
      SetPlace(library_.dataset, record, &row, say_);
      row.verdict = say_("left out##of a claim");
      row.note = row.why = VisibleText(one.TextOf("note"));
      AddNoteButton(&row);
      rows_.push_back(std::move(row));
    }
  }

  static bool IsIn(CodingsTab tab, CodingRow::State state) {
    switch (tab) {
      case CodingsTab::kToDecide:
        return state == CodingRow::State::kToDecide;
      case CodingsTab::kDecided:
        return state == CodingRow::State::kDecided || state == CodingRow::State::kLeftOut;
      case CodingsTab::kSame:
        return state == CodingRow::State::kSame;
      case CodingsTab::kAll:
        break;
    }
    return true;
  }

  void AddTabs(CodingsModel* model) {
    constexpr std::array<std::string_view, 4> kTabLabels{"To decide", "Decided", "The same", "All"};
    std::array<std::size_t, 4> counts{};
    for (std::size_t i = 0; i < 4; ++i) {
      const auto tab = static_cast<CodingsTab>(i);
      counts[i] = static_cast<std::size_t>(
          std::count_if(rows_.begin(), rows_.end(),
                        [tab](const CodingRow& row) { return IsIn(tab, row.state); }));
      model->tabs.push_back({tab, say_(kTabLabels[i]), counts[i], session_.codings.tab == tab});
    }
    // Of two claims that one decision kept, or left out, only one counts.
    const auto decided = static_cast<std::size_t>(std::count_if(
        rows_.begin(), rows_.end(),
        [](const CodingRow& row) { return IsIn(CodingsTab::kDecided, row.state) && !row.second; }));
    model->lead = counts[0] == 0
                      ? say_("All is decided.")
                      : say_("{0} of {1} decided. What is not decided is in no answer.",
                             {std::to_string(decided), std::to_string(counts[0] + decided)});
    for (CodingRow& row : rows_)
      if (IsIn(session_.codings.tab, row.state)) model->rows.push_back(std::move(row));
    if (model->rows.size() > session_.codings.most) {
      model->hidden = model->rows.size() - session_.codings.most;
      model->rows.resize(session_.codings.most);
    }
    if (model->rows.empty())
      model->empty =
          session_.codings.tab == CodingsTab::kToDecide
              ? say_(
                    "Nothing is left to decide. Save the dataset: every decision is kept "
                    "in it.")
              : say_("There is none.");
  }

  std::string AlphaWords(const merge::FieldAgreement& field) const {
    if (!field.alpha)
      return field.always.empty() ? say_("alpha cannot be said")
                                  : say_("alpha cannot be said: both always say the same");
    std::string words = say_("alpha {0}", {PlacesWords(*field.alpha, 2)});
    if (field.mostly_share >= 0.9)
      words = say_("{0}; easy here: {1} % are alike",
                   {words, std::to_string(std::lround(field.mostly_share * 100))});
    return words;
  }

  void AddFigures(CodingsModel* model) {
    const Codings& codings = session_.codings;
    if (codings.a == nullptr || codings.b == nullptr || codings.a->digest() != note_.digest_a ||
        codings.b->digest() != note_.digest_b) {
      model->figures_note = say_(
          "How far the codings agree is said right after a merge. “proviso agree A B” says it at "
          "any time.");
      return;
    }
    const auto agreement = merge::Agree(codings.a->dataset, codings.b->dataset, 0);
    if (!agreement.ok()) return;
    const merge::Matching& m = agreement->matching;
    const std::size_t all = codings.a->dataset.claims.size() + codings.b->dataset.claims.size();
    const std::size_t lone = m.only_a.size() + m.only_b.size();
    model->figures.push_back(
        {say_("Matched"), say_.Counted(m.pairs.size(), "{0} pair", "{0} pairs"),
         say_("{0} only {1}, {2} only {3}: {4} % unmatched",
              {std::to_string(m.only_a.size()), note_.side_a, std::to_string(m.only_b.size()),
               note_.side_b,
               std::to_string(all == 0 ? 0
                                       : std::lround(100.0 * static_cast<double>(lone) /
                                                     static_cast<double>(all)))})});
    struct Named {
      std::string_view field, label;
    };
    constexpr std::array<Named, 9> kFigures{{{"holder", Key("Voice")},
                                             {"kind of link", Key("Kind of link")},
                                             {"how firmly", Key("How firmly")},
                                             {"so or not so", Key("So or not so")},
                                             {"act", Key("Act")},
                                             {"conditions", Key("Conditions")},
                                             {"kind", Key("Kind")},
                                             {"evidence", Key("Evidence")},
                                             {"topics", Key("Topics")}}};
    for (const Named& named : kFigures)
      for (const merge::FieldAgreement& field : agreement->fields)
        if (field.field == named.field)
          model->figures.push_back(
              {say_(named.label),
               say_("{0} of {1}", {std::to_string(field.same), std::to_string(field.pairs)}),
               AlphaWords(field)});
    model->figures_note =
        say_("Of the codings, not of the merge: they stay as you decide. Alpha is Krippendorff’s.");
  }

  const Library& library_;
  const Session& session_;
  const Say& say_;
  MergeNote note_;
  std::vector<CodingRow> rows_;
};

}  // namespace

std::string PlacesWords(double value, int places) {
  long unit = 1;
  for (int i = 0; i < places; ++i) unit *= 10;
  const long all = std::lround(std::abs(value) * static_cast<double>(unit));
  const std::string digits = std::to_string(unit + all % unit).substr(1);
  return (value < 0 && all > 0 ? "−" : "") + std::to_string(all / unit) + "." + digits;
}

CodingsModel BuildCodingsModel(const Library& library, const Session& session) {
  return CodingsBuilder(library, session).Build();
}

}  // namespace proviso::view
