#include "core/view/palette_model.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/text.h"
#include "core/view/change_words.h"
#include "core/view/questions_model.h"
#include "core/view/top_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::size_t kHits = 400;  ///< Looked at, so that a group is not crowded out by another.
constexpr std::size_t kRowsOfMany = 6;  ///< In one group among others.
constexpr std::size_t kRowsOfOne = 20;  ///< Where a prefix asks for one group alone.

std::string_view Trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(' ') + 1 - from);
}

struct Asked {
  char prefix = 0;  ///< '>', '@', '#', or 0.
  std::string_view words;

  bool wants(char group) const { return prefix == 0 || prefix == group; }
  std::size_t rows() const { return prefix == 0 ? kRowsOfMany : kRowsOfOne; }
};

Asked Parse(std::string_view text) {
  text = Trimmed(text);
  if (!text.empty() && std::string_view(">@#").find(text[0]) != std::string_view::npos)
    return {text[0], Trimmed(text.substr(1))};
  return {0, text};
}

PaletteRow ConditionRow(const Library& library, const ViewState& state, PropositionId id,
                        bool lever, std::string_view words) {
  const Proposition& p = library.dataset[id];
  const Say& say = library.say;
  PaletteRow row;
  row.key = p.id;
  row.text = MarkBeginnings(p.label, words);
  row.command = Select{row.key};
  row.enter = say("open##verb");
  if (!lever) {
    row.note = say(Label(p.kind));
    return row;
  }
  row.command = CycleLever{row.key};
  const Lever now = LeverOf(state, row.key);
  row.note = say(now == Lever::kOpen ? "open"
                 : now == Lever::kOn ? "supposed: on"
                                     : "supposed: off");
  row.enter = say(now == Lever::kOpen ? "switch on"
                  : now == Lever::kOn ? "switch off"
                                      : "leave open");
  return row;
}

PaletteRow ClaimRowOf(const Library& library, const Outcome& outcome, ClaimId id,
                      std::string_view words) {
  const Claim& claim = library.dataset[id];
  PaletteRow row;
  row.key = claim.id;
  row.text = MarkBeginnings(GlossOf(library, claim).plain(), words);
  row.note = library.dataset[claim.holder()].name;
  row.sign = SignOf(library, outcome, claim);
  row.refs = RefsOf(library, claim);
  row.enter = library.say("open##verb");
  row.command = Select{row.key};
  return row;
}

/// "B 11", "b11", "B ¶11": a text and a paragraph of it.
std::optional<std::pair<DocumentId, std::uint32_t>> ParsePlace(const Dataset& dataset,
                                                               std::string_view words) {
  std::string letter;
  std::uint32_t number = 0;
  for (const char c : words) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper >= 'A' && upper <= 'Z' && number == 0)
      letter.push_back(upper);
    else if (c >= '0' && c <= '9' && !letter.empty() && number < 100'000)
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    else if (c != ' ' && static_cast<unsigned char>(c) < 0x80)
      return std::nullopt;
  }
  if (number == 0 || letter.size() > 2) return std::nullopt;
  for (std::uint32_t i = 0; i < dataset.documents.size(); ++i)
    if (LetterOf(DocumentId(i)) == letter) return std::pair(DocumentId(i), number);
  return std::nullopt;
}

void AddPlaces(const Library& library, std::string_view words, PaletteGroup* group) {
  const auto place = ParsePlace(library.dataset, words);
  if (!place) return;
  for (const PassageId id : library.index.passages_of_document[place->first]) {
    const Passage& passage = library.dataset[id];
    if (passage.paragraph != place->second) continue;
    PaletteRow row;
    row.key = passage.id;
    row.text = {{library.say.Capital(RefOf(library, id).words), false}};
    row.note = std::string(library.dataset[place->first].title);
    row.refs = {RefOf(library, id)};
    row.enter = library.say("open##verb");
    row.command = OpenPlace{row.key};
    group->rows.push_back(std::move(row));
    return;
  }
}

/// Everything that can be done from here, in the order in which it is listed.
std::vector<PaletteRow> Doings(const Say& say, const Session& session) {
  const ViewState& state = session.state;
  std::vector<PaletteRow> rows;
  const auto add = [&rows, &say](std::string key, std::string words, Command command,
                                 std::string shortcut = {}) {
    PaletteRow row;
    row.key = std::move(key);
    row.text = {{std::move(words), false}};
    row.enter = say("go");
    row.shortcut = std::move(shortcut);
    row.command = std::move(command);
    rows.push_back(std::move(row));
  };
  std::size_t number = 0;
  for (const ViewId view : PresentViews())
    add("view/" + std::string(Word(view)), say("Go to {0}", {say(Label(view))}), ShowView{view},
        std::to_string(++number));
  add("do/undo", say("Undo"), Undo{}, "Ctrl+Z");
  add("do/redo", say("Redo"), Redo{}, "Ctrl+Shift+Z");
  add("do/clear-suppositions", say("Clear what is supposed"), ClearSuppositions{}, "X");
  add("do/clear-filters", say("Clear filters, words and dates"), ClearFilters{});
  add("do/link", say("Copy the link to this view"),
      CopyText{"#" + EncodeLink(state), say("the link to this view")});
  add("do/strict", say(state.strict ? "Read with the coder’s reading of “if”" : "Read strictly"),
      SetStrict{!state.strict});
  for (int i = 0; i < 4; ++i) {
    const auto theme = static_cast<ThemeId>(i);
    add("do/theme-" + std::to_string(i), say("Theme: {0}", {say(Label(theme))}), SetTheme{theme});
  }
  for (const int percent : {100, 125, 150, 175, 200})
    add("do/text-" + std::to_string(percent), say("Text at {0} %", {std::to_string(percent)}),
        SetTextPercent{static_cast<std::uint16_t>(percent)});
  add("do/open", say("Open a dataset…"), ShowDialog{Dialog::kOpen});
  if (!session.previous.empty())
    add("do/back-to-dataset", say("Go back to “{0}”", {session.previous}), ReturnToDataset{});
  add("do/copy", say("Load your copy of a text…"), PickFile{Wanted::kCopy});
  add("do/language", say("Language…"), ShowDialog{Dialog::kLanguage});
  add("do/keys", say("All keys"), ShowDialog{Dialog::kKeys}, "?");
  return rows;
}

/// True if each word of `query` begins a word of `text`.
bool Fits(std::string_view text, std::string_view query) {
  const std::string hay = " " + FoldForSearch(text);
  std::string words = FoldForSearch(query);
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t end = std::min(words.find(' ', from), words.size());
    const std::string word = words.substr(from, end - from);
    if (!word.empty() && hay.find(" " + word) == std::string::npos) return false;
    from = end + 1;
  }
  return true;
}

/// The questions that a reader of this dataset would ask, each opening the state that answers it.
void AddQuestions(const Library& library, const ViewState& state, std::string_view words,
                  PaletteGroup* group) {
  for (const QuestionId id : QuestionsInOrder(library.dataset)) {
    const Question& question = library.dataset[id];
    if (!Fits(question.title, words) || !CanOpen(library, id)) continue;
    PaletteRow row;
    row.key = question.id;
    row.text = MarkBeginnings(question.title, words);
    if (question.tour != 0) row.note = library.say("question {0}", {std::to_string(question.tour)});
    row.enter = library.say("go");
    row.command = SetState{StateOfQuestion(library, id, state)};
    group->rows.push_back(std::move(row));
  }
}

void AddHits(const Library& library, const Session& session, const Asked& asked,
             std::array<PaletteGroup, 6>* groups) {
  const Dataset& dataset = library.dataset;
  const Outcome outcome = FindOutcome(library, session.state);
  const std::vector<PropositionId> levers = Levers(dataset, outcome.target);
  PaletteGroup& conditions = (*groups)[0];
  PaletteGroup& claims = (*groups)[1];
  PaletteGroup& actors = (*groups)[2];
  PaletteGroup& places = (*groups)[3];
  PaletteGroup& doings = (*groups)[4];
  const auto filter_row = [&](query::Facet facet, RecordRef record) {
    const std::string id(dataset.IdOf(record));
    PaletteRow row;
    row.key = "filter/" + id;
    row.text = MarkBeginnings(library.say(facet == query::Facet::kTopic ? "Filter by topic: {0}"
                                                                        : "Filter by holder: {0}",
                                          {NameOf(library, record)}),
                              asked.words);
    row.enter = library.say("filter");
    row.command = ToggleFilter{facet, id};
    doings.rows.push_back(std::move(row));
  };
  for (const query::Hit& hit : library.everything.Find(asked.words, kHits)) {
    const RecordRef record = hit.record;
    if (record.table == Table::kPropositions && asked.wants('#')) {
      const PropositionId id(record.index);
      const bool lever = std::binary_search(levers.begin(), levers.end(), id);
      conditions.rows.push_back(ConditionRow(library, session.state, id, lever, asked.words));
    } else if (record.table == Table::kClaims && asked.prefix == 0) {
      if (claims.rows.size() < asked.rows())
        claims.rows.push_back(ClaimRowOf(library, outcome, ClaimId(record.index), asked.words));
    } else if (record.table == Table::kActors && asked.wants('@')) {
      const Actor& actor = dataset.actors[record.index];
      PaletteRow row;
      row.key = actor.id;
      row.text = MarkBeginnings(actor.name, asked.words);
      row.note = library.say(Label(actor.kind));
      row.enter = library.say("open##verb");
      row.command = Select{row.key};
      actors.rows.push_back(std::move(row));
      if (asked.prefix == 0 && !library.index.claims_held[ActorId(record.index)].empty())
        filter_row(query::Facet::kHolder, record);
    } else if (record.table == Table::kTopics && asked.wants('>')) {
      filter_row(query::Facet::kTopic, record);
    } else if (record.table == Table::kDocuments && asked.prefix == 0) {
      PaletteRow row;
      row.key = std::string(dataset.IdOf(record));
      row.text = MarkBeginnings(NameOf(library, record), asked.words);
      row.note = library.say("Text {0}", {LetterOf(DocumentId(record.index))});
      row.enter = library.say("open##verb");
      row.command = ShowDocument{row.key};
      places.rows.push_back(std::move(row));
    }
  }
  // Levers first: they are what a reader comes to switch.
  std::stable_partition(conditions.rows.begin(), conditions.rows.end(), [](const PaletteRow& row) {
    return std::holds_alternative<CycleLever>(row.command);
  });
}

}  // namespace

PaletteModel BuildPaletteModel(const Library& library, const Session& session) {
  const Say& say = library.say;
  PaletteModel model;
  model.words = session.palette_words;
  model.placeholder = say("Conditions, claims, actors, places like B 11");
  model.hints = {say("↑ ↓ choose"),   say("Enter opens or switches"),
                 say("> do"),         say("@ actors"),
                 say("# conditions"), say("Esc closes")};
  const Asked asked = Parse(session.palette_words);
  std::array<PaletteGroup, 6> groups;
  constexpr std::array<std::string_view, 6> kLabels{"Conditions", "Claims",       "Actors",
                                                    "Places",     "Go to and do", "Questions"};
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].label = say(kLabels[i]);

  if (asked.prefix == 0) AddPlaces(library, asked.words, &groups[3]);
  if (asked.wants('>'))
    for (PaletteRow& row : Doings(say, session))
      if (const std::string words = row.text[0].text; Fits(words, asked.words)) {
        row.text = MarkBeginnings(words, asked.words);
        groups[4].rows.push_back(std::move(row));
      }
  if (asked.wants('>')) AddQuestions(library, session.state, asked.words, &groups[5]);
  if (!asked.words.empty()) {
    AddHits(library, session, asked, &groups);
  } else if (asked.prefix == '#') {
    for (const PropositionId id :
         Levers(library.dataset, FindOutcome(library, session.state).target))
      groups[0].rows.push_back(ConditionRow(library, session.state, id, true, {}));
  } else if (asked.prefix == '@') {
    model.hints.front() = say("Type a name");
  }
  std::size_t count = 0;
  for (PaletteGroup& group : groups) {
    if (!asked.words.empty() && group.rows.size() > asked.rows()) group.rows.resize(asked.rows());
    count += group.rows.size();
    if (!group.rows.empty()) model.groups.push_back(std::move(group));
  }
  model.count = say.Counted(count, "{0} result", "{0} results");
  if (count > 0 || asked.words.empty()) return model;
  const std::string nearest = library.everything.Nearest(asked.words);
  model.empty = say(nearest.empty() ? "No match for “{0}”." : "No match for “{0}”. Nearest: {1}.",
                    {asked.words, nearest});
  if (nearest.empty()) return model;
  model.nearest =
      Action{"nearest", say("Search for “{0}”", {nearest}), SetPaletteWords{nearest}, "", false};
  return model;
}

}  // namespace proviso::view
