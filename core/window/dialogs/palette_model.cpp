#include "core/window/dialogs/palette_model.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/base/text.h"
#include "core/state/change_words.h"
#include "core/state/cite.h"
#include "core/views/questions/model.h"
#include "core/window/around/top_model.h"
#include "core/window/dialogs/share_model.h"
#include "core/words/labels.h"

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

/// Says by which keywords `words` find the record of `row`.
PaletteRow WithKeywords(const Library& library, RecordRef record, std::string_view words,
                        PaletteRow row) {
  const std::string keywords = KeywordWords(library, record, words);
  if (!keywords.empty()) row.note += (row.note.empty() ? "" : " · ") + keywords;
  return row;
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
  // It opens like all that is found; what switches it stands among what can be done.
  const Lever now = LeverOf(state, row.key);
  row.note = say(now == Lever::kOpen ? "open"
                 : now == Lever::kOn ? "supposed: on"
                                     : "supposed: off");
  return row;
}

/// What switches a condition that was found.
PaletteRow SwitchRow(const Library& library, const ViewState& state, PropositionId id,
                     std::string_view words) {
  const Proposition& p = library.dataset[id];
  const Say& say = library.say;
  const Lever now = LeverOf(state, p.id);
  PaletteRow row;
  row.key = "suppose/" + std::string(p.id);
  row.text = MarkBeginnings(say(now == Lever::kOpen ? Key("Suppose: {0}")
                                : now == Lever::kOn ? Key("Suppose: {0}, off")
                                                    : Key("Suppose: {0}, open"),
                                {p.label}),
                            words);
  row.command = CycleLever{std::string(p.id)};
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

/// Collects what can be done.
class Doings {
 public:
  explicit Doings(const Say& words) : say_(words) {}

  void Add(std::string key, std::string words, Command command, std::string shortcut = {}) {
    PaletteRow row;
    row.key = std::move(key);
    row.text = {{std::move(words), false}};
    row.enter = say_("go");
    row.shortcut = std::move(shortcut);
    row.command = std::move(command);
    rows_.push_back(std::move(row));
  }
  /// One for each value of an enumeration: "Sort by strength".
  template <class E, class Make>
  void AddEach(const std::string& key, const std::string& words, const Make& make) {
    for (std::size_t i = 0; i < kWords<E>.size(); ++i) {
      const auto value = static_cast<E>(i);
      Add(key + "-" + std::string(Word(value)), say_("{0}: {1}", {words, say_(Label(value))}),
          make(value));
    }
  }
  std::vector<PaletteRow> Take() { return std::move(rows_); }

 private:
  const Say& say_;
  std::vector<PaletteRow> rows_;
};

/// What concerns the record that is selected.
void AddForSelection(const Library& library, const Session& session, Doings* doings) {
  const std::string& id = session.state.selection;
  const RecordRef record = library.dataset.Find(id);
  if (!record) return;
  const Say& say = library.say;
  doings->Add("do/open-place", say("The original place of what is selected"), OpenPlace{id}, "O");
  if (const PropositionId p = Supposable(library, record))
    doings->Add("do/suppose", say("Suppose what is selected"),
                CycleLever{std::string(library.dataset[p].id)}, "S");
  doings->Add("do/cite", say("Cite what is selected"),
              CopyText{CiteWords(library, session, record), say("a citation")});
  doings->Add("do/report", say("Report a coding error in what is selected"), ReportError{id});
  doings->Add("do/deselect", say("Close what is selected"), Select{}, "Esc");
}

/// What makes a dataset, where the page lets it be made.
void AddEditing(const Library& library, const Session& session, Doings* doings) {
  const Say& say = library.say;
  if (session.edited_elsewhere)
    doings->Add("do/take-over", say("Edit here instead of in the other tab"), TakeOver{});
  if (!session.editing_allowed) return;
  if (library.dataset.Find(session.state.selection))
    doings->Add("do/edit", say("Edit what is selected"), ShowForm{session.state.selection}, "E");
  doings->Add("do/code", say("Code a text"), ShowCode{true});
  doings->Add("do/begin", say("New from a text…"), ShowBegin{true});
  doings->Add("do/merge", say("Merge with another coding…"), PickFile{Wanted::kCoding});
  if (library.dataset.extensions.find("\"x-merge\"") != Text::npos)
    doings->Add("do/codings", say("Two codings, place by place"), ShowCodings{true});
  for (const KeptWork& work : session.works)
    if (work.key != library.dataset.info.id)
      doings->Add("do/work-" + work.key, say("Go on with “{0}”", {work.title}), OpenWork{work.key});
  // Texts come with their words, passages and claims with a mark in them.
  for (const Table table :
       {Table::kActors, Table::kPropositions, Table::kConditions, Table::kRelations, Table::kEvents,
        Table::kQuantities, Table::kTopics, Table::kQuestions})
    doings->Add("do/add-" + std::string(Word(table)), say("Add: {0}", {say(Label(table))}),
                AddRecord{table});
}

/// Everything that can be done from here, in the order in which it is listed.
std::vector<PaletteRow> AllDoings(const Library& library, const Session& session) {
  const ViewState& state = session.state;
  const Say& say = library.say;
  Doings doings(say);
  std::size_t number = 0;
  for (const ViewRow& row : kViewRows)
    doings.Add("view/" + std::string(row.word), say("Go to {0}", {say(row.label)}),
               ShowView{row.view}, std::to_string(++number));
  AddForSelection(library, session, &doings);
  AddEditing(library, session, &doings);
  doings.Add("do/undo", say("Undo"), Undo{}, "Ctrl+Z");
  doings.Add("do/redo", say("Redo"), Redo{}, "Ctrl+Shift+Z");
  doings.Add("do/back", say("Back to where you were"), Back{});
  doings.Add("do/forward", say("Forward again"), Forward{});
  doings.Add("do/clear-suppositions", say("Clear what is supposed"), ClearSuppositions{}, "X");
  doings.Add("do/clear-filters", say("Clear filters, words and dates"), ClearFilters{});
  doings.Add("do/words", say("Filter the claims by words"), ShowDialog{Dialog::kFilters}, "F");
  if (state.beside) {
    doings.Add("do/swap-beside", say("Exchange the two scenarios"), SwapBeside{});
    doings.Add("do/drop-beside", say("Close the scenario beside"), DropBeside{});
  } else {
    doings.Add("do/keep-beside", say("Keep this scenario and compare another with it"),
               KeepBeside{});
  }
  if (std::string link = LinkTo(session, state); !link.empty())
    doings.Add("do/link", say("Copy the link to this view"),
               CopyText{std::move(link), say("the link to this view")});
  ShareChoices share = session.share;
  constexpr std::array<std::string_view, 4> kShareLabels{"Share: link", "Cite this view",
                                                         "Share: embed", "Share: export"};
  for (std::size_t i = 0; i < kShareLabels.size(); ++i) {
    share.tab = static_cast<ShareTab>(i);
    doings.Add("do/share-" + std::to_string(i), say(kShareLabels[i]), view::Share{share});
  }
  doings.Add("do/formats", say("Export for other tools…"), AskFormats{});
  doings.Add("do/save-svg", say("Save the picture as SVG"), Save{Saved::kSvg});
  if (session.host.draws_png)
    doings.Add("do/save-png", say("Save the picture as PNG"), Save{Saved::kPng});
  if (session.host.draws_png)
    doings.Add("do/save-page", say("Save the explorer with this dataset as one file"),
               Save{Saved::kOneFile});
  if (session.host.prints) doings.Add("do/print", say("Print this view"), view::Print{});
  doings.Add("do/publish", say("Publish…"), Publish{session.publishing});
  doings.Add("do/save-state", say("Save a state file"), Save{Saved::kState});
  doings.Add("do/save-dataset", say("Save the dataset"), Save{Saved::kDataset});
  doings.Add("do/notes", say("Notes and bookmarks"), ShowDialog{Dialog::kNotes});
  doings.Add("do/bookmark", say("Bookmark this view"), AddBookmark{});
  doings.Add("do/save-notes", say("Save notes and bookmarks to a file"), Save{Saved::kNotes});
  doings.Add("do/read-notes", say("Read notes and bookmarks from a file…"),
             PickFile{Wanted::kNotes});
  if (!session.notes->empty())
    doings.Add("do/remove-notes", say("Remove all notes and bookmarks"), RemoveNotes{});
  doings.AddEach<ClaimSort>("do/sort", say("Sort claims"), [](ClaimSort to) {
    return SetField{"sort", std::string(Word(to)), true};
  });
  doings.AddEach<ClaimGroup>("do/group", say("Group claims"), [](ClaimGroup to) {
    return SetField{"group", std::string(Word(to)), true};
  });
  doings.Add("do/strict",
             say(state.strict ? "Read with the coders’ reading of “if”" : "Read strictly"),
             SetStrict{!state.strict});
  for (int i = 0; i < 4; ++i) {
    const auto theme = static_cast<ThemeId>(i);
    doings.Add("do/theme-" + std::to_string(i), say("Theme: {0}", {say(Label(theme))}),
               SetTheme{theme});
  }
  for (const int percent : {100, 125, 150, 175, 200})
    doings.Add("do/text-" + std::to_string(percent),
               say("Text at {0} %", {std::to_string(percent)}), SetTextPercent{percent});
  doings.Add("do/single-keys", say(session.single_keys ? "Single keys off" : "Single keys on"),
             SetSingleKeys{!session.single_keys});
  doings.Add("do/motion",
             say(session.reduced_motion ? "Motion as the system has it" : "Reduced motion"),
             SetReducedMotion{!session.reduced_motion});
  doings.Add("do/language", say("Language…"), ShowDialog{Dialog::kLanguage});
  doings.Add("do/settings", say("Settings"), ShowDialog{Dialog::kSettings});
  doings.Add("do/open", say("Open a dataset…"), ShowDialog{Dialog::kOpen});
  doings.Add("do/pick", say("Choose the file of a dataset…"), PickFile{Wanted::kDataset});
  doings.Add("do/versions", say("Compare with another version…"), PickFile{Wanted::kVersion});
  if (session.versions.other != nullptr)
    doings.Add("do/versions-again", say("Compare versions: {0}", {session.versions.name}),
               ShowDialog{Dialog::kVersions});
  if (session.opening.stage == Opening::Stage::kWarned)
    doings.Add("do/open-anyway", say("Open the dataset that has warnings"), OpenAnyway{});
  if (!session.previous.empty())
    doings.Add("do/back-to-dataset", say("Go back to “{0}”", {session.previous}),
               ReturnToDataset{});
  doings.Add("do/copy", say("Load your copy of a text…"), PickFile{Wanted::kCopy});
  if (!session.notices.empty())
    doings.Add("do/dismiss", say("Dismiss the notices"), DismissNotices{}, "Esc");
  doings.Add("do/about", say("About this dataset"), ShowDialog{Dialog::kAbout});
  doings.Add("do/menu", say("Menu"), ShowDialog{Dialog::kMenu});
  doings.Add("do/keys", say("All keys"), ShowDialog{Dialog::kKeys}, "?");
  return doings.Take();
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
  const Outcome outcome = FindOutcome(library, session.state.target);
  const std::vector<PropositionId> levers = Levers(dataset, outcome.target);
  PaletteGroup& conditions = (*groups)[0];
  PaletteGroup& claims = (*groups)[1];
  PaletteGroup& actors = (*groups)[2];
  PaletteGroup& places = (*groups)[3];
  PaletteGroup& doings = (*groups)[4];
  std::vector<std::string> levers_found;
  const auto filter_row = [&](query::Facet facet, RecordRef record) {
    const std::string id(dataset.IdOf(record));
    PaletteRow row;
    row.key = "filter/" + id;
    row.text = MarkBeginnings(
        library.say(facet == query::Facet::kTopic ? "Filter by topic: {0}" : "Filter by voice: {0}",
                    {NameOf(library, record)}),
        asked.words);
    row.enter = library.say("filter");
    row.command = ToggleFilter{facet, id};
    doings.rows.push_back(std::move(row));
  };
  for (const query::Hit& hit : library.everything().Find(asked.words, kHits)) {
    const RecordRef record = hit.record;
    if (record.table == Table::kPropositions && asked.wants('#')) {
      const PropositionId id(record.index);
      const bool lever = std::binary_search(levers.begin(), levers.end(), id);
      conditions.rows.push_back(
          WithKeywords(library, record, asked.words,
                       ConditionRow(library, session.state, id, lever, asked.words)));
      if (lever) {
        levers_found.push_back(conditions.rows.back().key);
        doings.rows.push_back(SwitchRow(library, session.state, id, asked.words));
      }
    } else if (record.table == Table::kClaims && asked.prefix == 0) {
      if (claims.rows.size() < asked.rows())
        claims.rows.push_back(
            WithKeywords(library, record, asked.words,
                         ClaimRowOf(library, outcome, ClaimId(record.index), asked.words)));
    } else if (record.table == Table::kActors && asked.wants('@')) {
      const Actor& actor = dataset.actors[record.index];
      PaletteRow row;
      row.key = actor.id;
      row.text = MarkBeginnings(actor.name, asked.words);
      row.note = library.say(Label(actor.kind));
      row.enter = library.say("open##verb");
      row.command = Select{row.key};
      actors.rows.push_back(WithKeywords(library, record, asked.words, std::move(row)));
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
  std::stable_partition(
      conditions.rows.begin(), conditions.rows.end(), [&levers_found](const PaletteRow& row) {
        return std::find(levers_found.begin(), levers_found.end(), row.key) != levers_found.end();
      });
}

}  // namespace

PaletteModel BuildPaletteModel(const Library& library, const Session& session) {
  const Say& say = library.say;
  PaletteModel model;
  model.words = session.palette_words;
  model.placeholder = say("Conditions, claims, actors, places like B 11");
  model.hints = {say("↑ ↓ choose"), say("Enter opens##in search"), say("> do"),
                 say("@ actors"),   say("# conditions"),           say("Esc closes")};
  const Asked asked = Parse(session.palette_words);
  std::array<PaletteGroup, 6> groups;
  constexpr std::array<std::string_view, 6> kLabels{"Conditions", "Claims",       "Actors",
                                                    "Places",     "Go to and do", "Questions"};
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].label = say(kLabels[i]);

  if (asked.prefix == 0) AddPlaces(library, asked.words, &groups[3]);
  if (asked.wants('>'))
    for (PaletteRow& row : AllDoings(library, session))
      if (const std::string words = row.text[0].text; Fits(words, asked.words)) {
        row.text = MarkBeginnings(words, asked.words);
        groups[4].rows.push_back(std::move(row));
      }
  if (asked.wants('>')) AddQuestions(library, session.state, asked.words, &groups[5]);
  if (!asked.words.empty()) {
    AddHits(library, session, asked, &groups);
  } else if (asked.prefix == '#') {
    for (const PropositionId id :
         Levers(library.dataset, FindOutcome(library, session.state.target).target))
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
  const std::string nearest = library.everything().Nearest(asked.words);
  model.empty = say(nearest.empty() ? "No match for “{0}”." : "No match for “{0}”. Nearest: {1}.",
                    {asked.words, nearest});
  if (nearest.empty()) return model;
  model.nearest =
      Action{"nearest", say("Search for “{0}”", {nearest}), SetPaletteWords{nearest}, "", false};
  return model;
}

}  // namespace proviso::view
