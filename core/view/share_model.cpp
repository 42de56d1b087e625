#include "core/view/share_model.h"

#include <utility>

#include "core/io/save.h"
#include "core/view/brush.h"
#include "core/view/change_words.h"
#include "core/view/safe_text.h"
#include "core/view/state_file.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

std::string FileName(const Library& library, std::string_view tail) {
  return std::string(library.dataset.info.id) + std::string(tail);
}

Action CopyAction(const char* key, const char* words, std::string text, const char* what,
                  bool main) {
  return {key, words, CopyText{std::move(text), what}, "", main};
}

void FillLink(const Session& session, ShareModel* model) {
  const std::string link = LinkTo(session.host, session.state);
  const bool long_one = link.size() > kLongestLink;
  model->texts = {{"Link to this view", link}};
  model->note =
      "It opens this same view: what is supposed, the filters, what is selected. Your notes and "
      "your copies of the texts are not in it.";
  if (long_one)
    model->warning = "This link has " + std::to_string(link.size()) +
                     " characters. Some programs cut links over 2,000: send a state file instead.";
  model->actions = {CopyAction("link", "Copy the link", link, "the link to this view", !long_one),
                    {"state", "Save a state file", Save{Saved::kState}, "", long_one}};
  if (long_one) std::swap(model->actions[0], model->actions[1]);
}

void FillCite(const Library& library, const Session& session, ShareModel* model) {
  const RecordRef record = library.dataset.Find(session.state.selection);
  const std::string sentence = CiteWords(library, session, record);
  const std::string full = Citation(library, session, session.share.form);
  model->texts = {{"In a sentence", sentence}, {"In full", full}};
  model->note = "The digest fixes the data. The link opens this same view, also in later versions.";
  model->actions = {CopyAction("cite", "Copy the sentence", sentence, "a citation", true),
                    CopyAction("full", "Copy the full citation", full, "the full citation", false),
                    {"svg", "Save as picture", Save{Saved::kSvg}, "", false}};
}

void FillEmbed(const Library& library, const Session& session, ShareModel* model) {
  const std::string frame = FrameTag(library, session);
  if (frame.empty()) {
    model->warning =
        "An embed needs the address of a page that serves the explorer, and this one has none. "
        "Open it in a browser to get the tag.";
    return;
  }
  const std::string element = ElementTag(library, session);
  model->texts = {{"In a frame of its own", frame}, {"As an element of your page", element}};
  model->note = session.share.frozen
                    ? "Frozen: it shows this view and nothing in it can be used but the link to it."
                    : "Live: readers can suppose, filter and open what it shows.";
  if (!session.previous.empty())
    model->warning =
        "This dataset came from your file, which no link brings along: the tag opens the dataset "
        "that the page itself has.";
  model->actions = {
      CopyAction("frame", "Copy the frame", frame, "a tag for a frame", true),
      CopyAction("element", "Copy the element", element, "a tag for an element", false)};
}

void FillExport(const Session& session, ShareModel* model) {
  model->rows = {
      {"dataset", "Dataset, JSON", "Nothing is lost. These are the bytes that the digest is of.",
       "Save", Save{Saved::kDataset}},
      {"state", "This view, state file",
       "Only what is looked at and supposed; whoever opens it needs the dataset as well.", "Save",
       Save{Saved::kState}},
      {"svg", "Picture, SVG",
       "What is on screen, sharp at any size. What scrolls out of sight is not in it; the fonts "
       "are "
       "named, not included.",
       "Save", Save{Saved::kSvg}},
      {"png", "Picture, PNG",
       session.host.draws_png
           ? "What is on screen, twice as fine. Its words cannot be selected or read aloud."
           : "This program does not draw it; the explorer in a browser does. SVG is at hand here.",
       session.host.draws_png ? "Save" : "", Save{Saved::kPng}},
      {"print", "On paper",
       session.host.prints
           ? "One page of what is on screen, then what is supposed and filtered, sources and link."
           : "This program does not print. Save a picture and print that.",
       session.host.prints ? "Print" : "", view::Print{}},
      {"pages", "Text version, HTML",
       "All that is coded, without what-if. The command line writes it: proviso page FILE.", "",
       ShowDialog{Dialog::kShare}},
  };
  model->rows_note = "Your notes and your copies of the texts are in none of these.";
}

}  // namespace

std::string LinkTo(const Host& host, const ViewState& state) {
  return host.page + "#" + EncodeLink(state);
}

std::string StateWords(const Library& library, const ViewState& state) {
  std::string words = "View " + Quoted(Label(state.view));
  std::vector<std::string> more;
  const std::size_t supposed = state.on.size() + state.off.size();
  if (supposed > 0) more.push_back(Counted(supposed, "condition", "conditions") + " supposed");
  if (!state.filter.empty() || !state.words.empty() || !BrushWords(state).empty())
    more.push_back("filters");
  if (!more.empty()) words += ", with " + JoinWords(more);
  if (!state.selection.empty()) words += ", at " + Quoted(NameOfId(library, state.selection));
  return words;
}

std::vector<StateLine> StateLines(const Library& library, const ViewState& state) {
  std::vector<StateLine> lines;
  const auto names = [&](const std::vector<std::string>& ids) {
    std::vector<std::string> list;
    for (const std::string& id : ids) list.push_back(Quoted(NameOfId(library, id)));
    return JoinWords(list);
  };
  const auto add = [&lines](std::string label, std::string words) {
    if (!words.empty()) lines.push_back({std::move(label), std::move(words)});
  };
  const PropositionId target = FindOutcome(library, state).target;
  if (target) add("Asked about", Quoted(library.dataset[target].label));
  add("Supposed", names(state.on));
  add("Supposed not", names(state.off));
  if (state.on.empty() && state.off.empty()) add("Supposed", "nothing");
  if (state.strict) add("Reading", "strict: “if” is not taken to make a difference");
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    std::vector<std::string> values;
    for (const std::string& value : state.filter.values[i])
      values.push_back(FacetValueWords(library.dataset, facet, value));
    add("Filter, " + std::string(Label(facet)), JoinWords(values, "or"));
  }
  if (!state.words.empty()) add("Filter, words", Quoted(state.words));
  add("Filter, dates", BrushWords(state));
  return lines;
}

std::string ErrorReport(const Library& library, const Session& session, RecordRef record) {
  const Dataset& dataset = library.dataset;
  std::string words = "Coding error in " + std::string(Label(record.table)) + " " +
                      std::string(dataset.IdOf(record)) + "\n";
  words += "Dataset: " + std::string(dataset.info.title) + " (" + std::string(dataset.info.id) +
           "), version " + std::string(dataset.info.version) + "\n";
  words += "Digest (SHA-256): " + library.digest + "\n";
  if (const PassageId id = FirstPassage(library, record)) {
    const Passage& passage = dataset[id];
    words += "Locator: passage " + std::string(passage.id) + ", " + RefOf(library, id).words +
             ", characters " + std::to_string(passage.start) + " to " +
             std::to_string(passage.end) + " of the norm-1 text of " +
             std::string(dataset[passage.document].id) + "\n";
  }
  words += "Link: " + LinkTo(session.host, session.state) + "\n";
  return words + "What is wrong: ";
}

Effect SavedFile(const Library& library, const Session& session, Saved what) {
  using Kind = Effect::Kind;
  const std::string view = "-" + std::string(Word(session.state.view));
  constexpr const char* kJson = "application/json";
  const DatasetInfo& info = library.dataset.info;
  switch (what) {
    case Saved::kDataset:
      return {Kind::kSaveFile, io::Save(library.dataset), FileName(library, ".json"), kJson};
    case Saved::kState:
      return {Kind::kSaveFile,
              WriteState({std::string(info.id), std::string(info.version), library.digest,
                          EncodeLink(session.state)}),
              FileName(library, view + "-state.json"), kJson};
    case Saved::kNotes:
      return {Kind::kSaveFile, WriteNotes(*session.notes, info.id),
              FileName(library, "-notes.json"), kJson};
    case Saved::kSvg:
      return {Kind::kSavePicture, "svg", FileName(library, view + ".svg"), "image/svg+xml"};
    case Saved::kPng:
      break;
  }
  return {Kind::kSavePicture, "png", FileName(library, view + ".png"), "image/png"};
}

ShareModel BuildShareModel(const Library& library, const Session& session) {
  ShareModel model;
  model.choices = session.share;
  model.tab = session.share.tab;
  switch (model.tab) {
    case ShareTab::kLink:
      FillLink(session, &model);
      break;
    case ShareTab::kCite:
      FillCite(library, session, &model);
      break;
    case ShareTab::kEmbed:
      FillEmbed(library, session, &model);
      break;
    case ShareTab::kExport:
      FillExport(session, &model);
      break;
  }
  return model;
}

}  // namespace proviso::view
