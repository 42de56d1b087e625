#include "core/views/timeline/model.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/state/change_words.h"
#include "core/state/passing.h"
#include "core/voice/ahead.h"
#include "core/voice/clause.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

// More marks would be a line of them; the Claims view lists what they stand for.
constexpr std::size_t kMarksAtMost = 250;
constexpr std::size_t kRowsAtMost = 12;
constexpr std::size_t kPlacesAtMost = 3;

bool Has(std::span<const Inferred> all, Inferred what) {
  return std::find(all.begin(), all.end(), what) != all.end();
}

/// "A ¶18, B ¶3": each place once.
std::string PlacesOf(const Library& library, std::span<const PassageId> passages) {
  std::vector<std::string> words;
  for (const PassageId id : passages) {
    std::string place = RefOf(library, id).short_words;
    if (std::find(words.begin(), words.end(), place) == words.end())
      words.push_back(std::move(place));
  }
  const bool cut = words.size() > kPlacesAtMost;
  if (cut) words.resize(kPlacesAtMost);
  const std::string all = library.say.Chain(Key("{0}, {1}##of a list"), words);
  return cut ? all + " …" : all;
}

class Maker {
 public:
  Maker(const Library& library, const ViewState& state)
      : library_(library),
        dataset_(library.dataset),
        say_(library.say),
        state_(state),
        brush_(BrushOf(state)) {
    ViewState all_dates = state;
    all_dates.claims.from.clear();
    all_dates.claims.to.clear();
    filtered_ = !all_dates.claims.empty();
    passes_.assign(dataset_.claims.size(), 0);
    for (const ClaimId id : PassingClaims(library, all_dates)) passes_[id.index()] = 1;
    const RecordRef selected = dataset_.Find(state.selection);
    if (selected) selected_ = state.selection;
  }

  TimelineModel Make() {
    model_.title = say_("What is said to happen, and how exactly it is dated");
    AddEvents();
    AddTexts();
    AddClaims();
    AddWindows();
    model_.axis = TimeAxis(dates_);
    AddLists();
    AddBrush();
    if (model_.lanes.empty() && model_.lists.empty()) {
      model_.empty = say_("This dataset has no events and no claims.");
      if (filtered_) {
        model_.empty = say_("No event and no claim fits these filters.");
        model_.empty_remedy =
            Action{"clear-filters", say_("Clear filters"), ClearFilters{}, "", true};
      }
    }
    return std::move(model_);
  }

 private:
  bool Passes(ClaimId id) const { return passes_[id.index()] != 0; }
  template <class Claims>
  bool AnyPasses(const Claims& claims) const {
    return std::any_of(claims.begin(), claims.end(), [this](ClaimId id) { return Passes(id); });
  }
  bool Passes(const Event& event) const {
    return !filtered_ || AnyPasses(library_.index.claims_about_proposition[event.proposition]) ||
           std::any_of(event.passages.begin(), event.passages.end(), [this](PassageId passage) {
             return AnyPasses(library_.index.claims_at_passage[passage]);
           });
  }

  /// Sets what all marks of `date` have but its words; false, and nothing else happens, if it
  /// cannot be read.
  bool SetDate(Date date, bool inferred, TimeMark* mark) const {
    return SetDate(date, ParseDate(date), inferred, mark);
  }
  template <class Mark>
  bool SetDate(Date date, const std::optional<DateRange>& range, bool inferred, Mark* mark) const {
    if (!range) return false;
    mark->date = Drawn(*range);
    mark->inferred = inferred;
    const std::optional<Days> days = brush_ ? DaysOf(date) : std::nullopt;
    mark->outside = brush_ && !(days && days->Meets(*brush_));
    return true;
  }
  std::string WhenWords(Date date, bool inferred) const {
    const std::string words = DateWords(date, say_);
    return inferred ? say_("{0}, inferred", {words}) : words;
  }

  /// Gives the axis a date, whether or not its mark passes.
  void Keep(Date date) {
    if (const std::optional<DateRange> range = ParseDate(date)) dates_.push_back(*range);
  }

  /// What pressing does, once the records are known.
  void Finish(TimeMark* mark) const {
    const auto at = std::find(mark->records.begin(), mark->records.end(), selected_);
    mark->selected = at != mark->records.end();
    const bool next = mark->selected && at + 1 != mark->records.end();
    const std::string& shown = next ? *(at + 1) : mark->records.front();
    mark->press = Select{shown};
    mark->open = OpenPlace{mark->selected ? *at : mark->records.front()};
  }

  /// What a mark is sorted by: of very many few are shown, and only these are made.
  struct Dated {
    DrawnDate date;
    bool inferred = false, outside = false;
    std::string_view title;
    std::uint32_t record = 0;  ///< Whatever `id` and `word` know it by.
  };
  /// `id` of what is dated; `word` says what its mark has besides.
  template <class Id, class Word>
  void AddDated(std::string key, std::string label, std::string note, std::vector<Dated> dated,
                const Id& id, const Word& word) {
    const std::size_t all = dated.size(), shown = std::min(all, kMarksAtMost);
    std::partial_sort(dated.begin(), dated.begin() + static_cast<std::ptrdiff_t>(shown),
                      dated.end(), [&](const Dated& a, const Dated& b) {
                        const auto x = std::tie(a.date.first, a.date.last, a.title);
                        const auto y = std::tie(b.date.first, b.date.last, b.title);
                        return x != y ? x < y : id(a) < id(b);
                      });
    dated.resize(shown);
    std::vector<TimeMark> marks(dated.size());
    for (std::size_t i = 0; i < dated.size(); ++i) {
      TimeMark& mark = marks[i];
      mark.id = id(dated[i]);
      mark.date = dated[i].date;
      mark.inferred = dated[i].inferred;
      mark.outside = dated[i].outside;
      word(dated[i].record, &mark);
    }
    AddSorted(std::move(key), std::move(label), std::move(note), std::move(marks), all);
  }

  void AddLane(std::string key, std::string label, std::string note, std::vector<TimeMark> marks) {
    SortList(&marks, [](const TimeMark& a, const TimeMark& b) {
      return std::tie(a.date.first, a.date.last, a.title, a.id) <
             std::tie(b.date.first, b.date.last, b.title, b.id);
    });
    const std::size_t all = marks.size();
    if (marks.size() > kMarksAtMost) marks.resize(kMarksAtMost);
    AddSorted(std::move(key), std::move(label), std::move(note), std::move(marks), all);
  }

  /// `all`: how many there are with those that are left out.
  void AddSorted(std::string key, std::string label, std::string note, std::vector<TimeMark> marks,
                 std::size_t all) {
    if (marks.empty()) return;
    TimeLane lane{std::move(key), std::move(label), std::move(note), std::move(marks), 0};
    if (all > lane.marks.size()) {
      lane.more = static_cast<std::uint32_t>(all - lane.marks.size());
      lane.note = say_.Chain(
          Key("{0}. {1}"), {lane.note, say_("The first {0} of {1}",
                                            {std::to_string(kMarksAtMost), std::to_string(all)})});
    }
    for (TimeMark& mark : lane.marks) Finish(&mark);
    model_.lanes.push_back(std::move(lane));
  }

  TimeRow RowOf(std::string id, std::string title, std::string note) const {
    TimeRow row;
    row.selected = id == selected_;
    row.title = std::move(title);
    row.note = std::move(note);
    row.press = Select{id};
    row.open = OpenPlace{id};
    row.id = std::move(id);
    return row;
  }

  /// The state that an actor belongs to, or none.
  ActorId StateOf(ActorId actor) const {
    for (std::size_t depth = 0; actor && depth < 8; ++depth) {
      if (dataset_[actor].kind == ActorKind::kState) return actor;
      actor = dataset_[actor].part_of;
    }
    return {};
  }

  /// Who acts in an event: a state, `kMany` of them, or none that is known.
  static constexpr std::uint32_t kMany = 0xFFFFFFFEu, kNobody = 0xFFFFFFFFu;
  std::uint32_t ActingIn(const Event& event) const {
    std::uint32_t acting = kNobody;
    const auto add = [&](ActorId actor) {
      const ActorId state = StateOf(actor);
      if (!state || state.index() == acting) return;
      acting = acting == kNobody ? state.index() : kMany;
    };
    for (const ActorId actor : dataset_[event.proposition].actors) add(actor);
    if (acting == kNobody)
      for (const Participant& part : event.participants) add(part.actor);
    return acting;
  }

  void AddEvents() {
    // By who acts: several states, nobody that is known, then states as the events come.
    std::vector<std::pair<std::uint32_t, std::vector<TimeMark>>> lanes(2);
    lanes[0].first = kMany;
    lanes[1].first = kNobody;
    for (const Event& event : dataset_.events) {
      const bool supposed = event.status == EventStatus::kHypothetical;
      if (!supposed) Keep(event.when);
      const bool passes = Passes(event);
      if (!supposed) {
        ++(passes ? events_ : hidden_events_);
      }
      if (!passes) continue;
      const std::string title(dataset_[event.proposition].label);
      const std::string places = PlacesOf(library_, event.passages);
      TimeMark mark;
      if (supposed || !SetDate(event.when, false, &mark)) {
        std::string note = supposed
                               ? (event.when.empty() ? std::string() : DateWords(event.when, say_))
                               : say_(Label(event.status));
        if (!places.empty()) note += (note.empty() ? "" : " · ") + places;
        (supposed ? supposed_ : undated_)
            .push_back(RowOf(std::string(event.id), title, std::move(note)));
        continue;
      }
      ++dated_events_;
      mark.when = WhenWords(event.when, false);
      mark.id = "event/" + std::string(event.id);
      mark.title = title;
      mark.places = places;
      if (event.status != EventStatus::kHappened)
        mark.when = say_("{0}, {1}##date, status", {mark.when, say_.Inside(Label(event.status))});
      mark.expected = event.status == EventStatus::kExpected;
      mark.records.emplace_back(event.id);
      const std::uint32_t acting = ActingIn(event);
      auto lane = lanes.begin();
      while (lane != lanes.end() && lane->first != acting) ++lane;
      if (lane == lanes.end()) lane = lanes.insert(lane, {acting, {}});
      lane->second.push_back(std::move(mark));
    }
    AddLane("meetings", say_("Meetings"), say_("Of more than one state"),
            std::move(lanes[0].second));
    for (std::size_t i = 2; i < lanes.size(); ++i) {
      auto& [state, marks] = lanes[i];
      // A single event makes no lane.
      if (marks.size() < 2) {
        for (TimeMark& mark : marks) lanes[1].second.push_back(std::move(mark));
        continue;
      }
      AddLane("acts/" + std::string(dataset_.actors[state].id),
              std::string(dataset_.actors[state].name), "", std::move(marks));
    }
    AddLane("others", say_(model_.lanes.empty() ? "Events" : "Others"), "",
            std::move(lanes[1].second));
  }

  void AddClaims() {
    const ClaimDates& dates = DatesOfClaims(library_);
    for (const Date date : dates.dates) Keep(date);
    dated_groups_.resize(2 * dates.dates.size());
    for (std::uint32_t i = 0; i < dataset_.claims.size(); ++i) {
      const ClaimId id(i);
      if (!Passes(id)) continue;
      ++claims_;
      if (brush_) {
        const std::optional<Days> days = DaysOf(DateOf(dataset_, dataset_[id]));
        if (days && days->Meets(*brush_)) ++brushed_;
      }
      if (const std::uint32_t group = dates.of_claim[i]; group != ClaimDates::kNone) {
        ++dated_claims_;
        dated_groups_[group].push_back(id);
      } else if (undated_claims_.size() < kRowsAtMost) {
        undated_claims_.push_back(id);
      }
    }
    std::vector<Dated> dated;
    for (std::uint32_t group = 0; group < dated_groups_.size(); ++group) {
      const std::vector<ClaimId>& claims = dated_groups_[group];
      if (claims.empty()) continue;
      const Claim& first = dataset_[claims.front()];
      Dated one;
      one.record = group;
      if (!SetDate(first.as_of, ParseDate(first.as_of), Has(first.inferred, Inferred::kDate), &one))
        continue;
      AddShared(first, one.inferred, claims);
      dated.push_back(one);
    }
    AddDated(
        "claims", say_("Claims"), say_("A square each, at the date it speaks of"), std::move(dated),
        [this](const Dated& one) { return IdOfClaims(one); },
        [this](std::uint32_t group, TimeMark* mark) { WordClaims(group, mark); });
  }

  std::string IdOfClaims(const Dated& dated) const {
    return "asof/" + std::string(dataset_[dated_groups_[dated.record].front()].as_of) +
           (dated.inferred ? "/inferred" : "");
  }

  void WordClaims(std::uint32_t group, TimeMark* mark) const {
    const Claim& first = dataset_[dated_groups_[group].front()];
    mark->when = WhenWords(first.as_of, mark->inferred);
    std::vector<PassageId> passages;
    for (const ClaimId id : dated_groups_[group]) {
      const Claim& claim = dataset_[id];
      mark->records.emplace_back(claim.id);
      mark->texts.push_back(DocumentOf(dataset_, claim).index());
      if (passages.size() <= 4 * kPlacesAtMost)
        passages.insert(passages.end(), claim.passages.begin(), claim.passages.end());
    }
    mark->title = mark->records.size() > 1
                      ? say_.Counted(mark->records.size(), "{0} claim", "{0} claims")
                      : GlossOf(library_, first).plain();
    mark->places = PlacesOf(library_, passages);
  }

  /// Where one claim of a date is looked at, all claims of that date are listed.
  void AddShared(const Claim& first, bool inferred, const std::vector<ClaimId>& claims) {
    if (claims.size() < 2 || selected_.empty() ||
        std::none_of(claims.begin(), claims.end(),
                     [this](ClaimId id) { return dataset_[id].id == selected_; }))
      return;
    TimeList list;
    list.key = "shared";
    list.title = say_("As of {0}", {WhenWords(first.as_of, inferred)});
    list.note = say_.Counted(claims.size(), "{0} claim", "{0} claims");
    AddClaimRows(claims, &list);
    model_.lists.push_back(std::move(list));
  }

  void AddClaimRows(const std::vector<ClaimId>& claims, TimeList* list) const {
    std::size_t first = 0;  // The one that is looked at is among those listed.
    for (std::size_t i = 0; i < claims.size(); ++i)
      if (dataset_[claims[i]].id == selected_ && i >= kRowsAtMost) first = i - kRowsAtMost + 1;
    const std::size_t last = std::min(claims.size(), first + kRowsAtMost);
    for (std::size_t i = first; i < last; ++i) {
      const Claim& claim = dataset_[claims[i]];
      std::string note(dataset_[claim.holder()].name);
      if (const std::string places = PlacesOf(library_, claim.passages); !places.empty())
        note += " · " + places;
      list->rows.push_back(
          RowOf(std::string(claim.id), GlossOf(library_, claim).plain(), std::move(note)));
    }
    if (last - first < claims.size())
      list->note = say_("{0}, here {1} to {2}",
                        {list->note, std::to_string(first + 1), std::to_string(last)});
  }

  /// A matter as what is asked: its window says when, and nothing that it is so.
  std::string Asked(PropositionId id) const {
    return say_("Whether {0}##a statement", {ClauseOf(library_, Literal(id))});
  }

  void AddWindows() {
    // What happens on a date has its mark already; here stands what is limited to a stretch.
    std::map<Date, std::vector<PropositionId>> groups;
    for (std::uint32_t i = 0; i < dataset_.propositions.size(); ++i) {
      const PropositionId id(i);
      const Proposition& proposition = dataset_.propositions[i];
      if (proposition.window.empty()) continue;
      const auto events = library_.index.events_of_proposition[id];
      if (std::any_of(events.begin(), events.end(),
                      [this](EventId event) { return !dataset_[event].when.empty(); }))
        continue;
      Keep(proposition.window);
      if (filtered_ && !AnyPasses(library_.index.claims_about_proposition[id])) continue;
      groups[proposition.window].push_back(id);
    }
    std::vector<TimeMark> marks;
    for (const auto& [window, propositions] : groups) {
      TimeMark mark;
      if (!SetDate(window, false, &mark)) continue;
      mark.when = WhenWords(window, false);
      mark.id = "window/" + std::string(window);
      mark.title = Asked(propositions[0]);
      if (propositions.size() > 1)
        mark.title =
            say_("{0} and {1} more", {mark.title, std::to_string(propositions.size() - 1)});
      for (const PropositionId id : propositions) mark.records.emplace_back(dataset_[id].id);
      if (propositions.size() > 1 &&
          std::find(mark.records.begin(), mark.records.end(), selected_) != mark.records.end()) {
        TimeList list{
            "shared", say_.Capital(mark.when), say_("What is meant for this time alone"), {}};
        for (const PropositionId id : propositions)
          list.rows.push_back(RowOf(std::string(dataset_[id].id), Asked(id), ""));
        if (list.rows.size() > kRowsAtMost) list.rows.resize(kRowsAtMost);
        model_.lists.push_back(std::move(list));
      }
      marks.push_back(std::move(mark));
    }
    AddLane("windows", say_("Time windows"),
            say_("Matters that are meant for a stretch of time alone"), std::move(marks));
  }

  void AddTexts() {
    std::vector<Dated> dated;
    for (std::uint32_t i = 0; i < dataset_.documents.size(); ++i) {
      const Document& document = dataset_.documents[i];
      const DocumentId id(i);
      const std::optional<DateRange> range = ParseDate(document.published);
      if (range) dates_.push_back(*range);
      if (filtered_ && !AnyPasses(library_.index.claims_in_document[id])) continue;
      Dated one;
      one.title = document.title;
      one.record = i;
      if (SetDate(document.published, range, !document.date_basis.empty(), &one))
        dated.push_back(one);
      else
        undated_.push_back(RowOf(std::string(document.id), std::string(document.title),
                                 say_("Text {0}", {LetterOf(id)})));
    }
    AddDated(
        "texts", say_("The texts"), say_("When each was published"), std::move(dated),
        [this](const Dated& one) { return IdOfText(one); },
        [this](std::uint32_t index, TimeMark* mark) { WordText(index, mark); });
  }
  std::string IdOfText(const Dated& dated) const {
    return "text/" + std::string(dataset_.documents[dated.record].id);
  }
  void WordText(std::uint32_t index, TimeMark* mark) const {
    const Document& document = dataset_.documents[index];
    mark->document = index;
    mark->title = document.title;
    mark->when = WhenWords(document.published, mark->inferred);
    mark->letter = LetterOf(DocumentId(index));
    mark->records.emplace_back(document.id);
  }

  void AddLists() {
    if (!undated_.empty())
      model_.lists.push_back({"undated", say_("Not on the line"),
                              say_("{0}, with no date given", {std::to_string(undated_.size())}),
                              Cut(std::move(undated_))});
    if (!supposed_.empty())
      model_.lists.push_back(
          {"supposed", say_("Only supposed"),
           say_("{0}, never said to have happened", {std::to_string(supposed_.size())}),
           Cut(std::move(supposed_))});
    if (!undated_claims_.empty()) {
      const std::size_t all = claims_ - dated_claims_;
      TimeList list{"undated-claims", say_("Claims without a date"), {}, {}};
      list.note = say_(all > undated_claims_.size()
                           ? "{0}, of which the first {1}; Claims has them all. Their text’s date "
                             "counts when dates are filtered."
                           : "{0}. Their text’s date counts when dates are filtered.",
                       {std::to_string(all), std::to_string(undated_claims_.size())});
      AddClaimRows(undated_claims_, &list);
      model_.lists.push_back(std::move(list));
    }
  }
  static std::vector<TimeRow> Cut(std::vector<TimeRow> rows) {
    constexpr std::size_t kSupposedAtMost = 100;
    if (rows.size() > kSupposedAtMost) rows.resize(kSupposedAtMost);
    return rows;
  }

  /// The date of what is selected, empty if it has none.
  Date SelectedDate() const {
    const RecordRef record = dataset_.Find(state_.selection);
    if (!record) return {};
    switch (record.table) {
      case Table::kEvents:
        return dataset_.events[record.index].when;
      case Table::kClaims:
        return DateOf(dataset_, dataset_.claims[record.index]);
      case Table::kPropositions:
        return dataset_.propositions[record.index].window;
      case Table::kDocuments:
        return dataset_.documents[record.index].published;
      default:
        return {};
    }
  }

  void AddBrush() {
    model_.from = DateWords(state_.claims.from, say_);
    model_.to = DateWords(state_.claims.to, say_);
    model_.brush = brush_;
    model_.subtitle = say_("{0} and {1} have a date of their own.",
                           {say_.Counted(events_, "{1} of {0} event", "{1} of {0} events",
                                         {std::to_string(dated_events_)}),
                            say_.Counted(claims_, "{1} of {0} claim", "{1} of {0} claims",
                                         {std::to_string(dated_claims_)})});
    if (hidden_events_ > 0)
      model_.subtitle =
          say_("{0} {1}##sentences",
               {model_.subtitle, say_.Counted(hidden_events_, "Filters hide {0} further event.",
                                              "Filters hide {0} further events.")});
    model_.brush_words = BrushFault(state_, say_);
    model_.fault = !model_.brush_words.empty();
    const std::string words = BrushWords(state_, say_);
    if (model_.brush_words.empty() && !words.empty())
      model_.brush_words = say_.Counted(brushed_, "{0} claim can lie here: {1}.",
                                        "{0} claims can lie here: {1}.", {words});
    if (model_.brush_words.empty())
      model_.brush_words = say_("Write a day, a month or a year: {0}, {1}, 2023-03.",
                                {DateWords("2023-03-07", say_), DateWords("2023-03", say_)});
    const BrushEnds ends = EndsOf(SelectedDate());
    const auto days = [](const std::string& end) { return DaysOf(end); };
    if (!ends.from.empty() && ends.from != state_.claims.from) {
      // An end before the new beginning would leave nothing.
      const auto to = days(state_.claims.to);
      const bool keep = to && to->last >= days(ends.from)->first;
      model_.brushes.push_back({"from-here", say_("From here on"),
                                SetBrush{ends.from, keep ? state_.claims.to : std::string()}, "",
                                false});
    }
    if (!ends.to.empty() && ends.to != state_.claims.to) {
      const auto from = days(state_.claims.from);
      const bool keep = from && from->first <= days(ends.to)->last;
      model_.brushes.push_back({"up-to-here", say_("Up to here"),
                                SetBrush{keep ? state_.claims.from : std::string(), ends.to}, "",
                                false});
    }
    if (state_.claims.dated())
      model_.brushes.push_back({"all-dates", say_("Whole span"), SetBrush{}, "", false});
  }

  const Library& library_;
  const Dataset& dataset_;
  const Say& say_;
  const ViewState& state_;
  const std::optional<Days> brush_;
  TimelineModel model_;
  std::vector<std::uint8_t> passes_;  ///< By claim: passes filters and words, whatever the dates.
  bool filtered_ = false;
  std::string selected_;
  std::vector<DateRange> dates_;
  std::vector<std::vector<ClaimId>> dated_groups_;  ///< Two a date: said, inferred by the coder.
  std::vector<TimeRow> undated_, supposed_;
  std::vector<ClaimId> undated_claims_;  ///< The first of them.
  std::size_t events_ = 0, hidden_events_ = 0, dated_events_ = 0;
  std::size_t claims_ = 0, dated_claims_ = 0, brushed_ = 0;
};

}  // namespace

std::string TimeMark::name(const Say& say) const {
  std::string words =
      say(title.ends_with('.') ? "{0} {1}##sentences" : "{0}. {1}", {title, say.Capital(when)});
  words = say.Chain(Key("{0}. {1}"), {words, places});
  return outside ? say("{0}. Outside the dates chosen", {words}) : words;
}

TimelineModel BuildTimelineModel(const Library& library, const ViewState& state) {
  return Maker(library, state).Make();
}

bool SameTimeline(const ViewState& a, const ViewState& b) {
  return a.claims == b.claims && a.selection == b.selection;
}

}  // namespace proviso::view
