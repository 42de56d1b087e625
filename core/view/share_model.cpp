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

Action CopyAction(const Say& say, const char* key, std::string_view words, std::string text,
                  std::string_view what, bool main) {
  return {key, say(words), CopyText{std::move(text), say(what)}, "", main};
}

void FillLink(const Say& say, const Session& session, ShareModel* model) {
  const std::string link = LinkTo(session.host, session.state);
  const bool long_one = link.size() > kLongestLink;
  model->texts = {{say("Link to this view"), link}};
  model->note = say(
      "It opens this same view: what is supposed, the filters, what is selected. Your notes and "
      "your copies of the texts are not in it.");
  if (long_one)
    model->warning =
        say("This link has {0} characters. Some programs cut links over 2,000: send a state file "
            "instead.",
            {std::to_string(link.size())});
  model->actions = {
      CopyAction(say, "link", Key("Copy the link"), link, Key("the link to this view"), !long_one),
      {"state", say("Save a state file"), Save{Saved::kState}, "", long_one}};
  if (long_one) std::swap(model->actions[0], model->actions[1]);
}

void FillCite(const Library& library, const Session& session, ShareModel* model) {
  const Say& say = library.say;
  const RecordRef record = library.dataset.Find(session.state.selection);
  const std::string sentence = CiteWords(library, session, record);
  const std::string full = Citation(library, session, session.share.form);
  model->texts = {{say("In a sentence"), sentence}, {say("In full"), full}};
  model->note =
      say("The digest fixes the data. The link opens this same view, also in later versions.");
  model->actions = {
      CopyAction(say, "cite", Key("Copy the sentence"), sentence, Key("a citation"), true),
      CopyAction(say, "full", Key("Copy the full citation"), full, Key("the full citation"), false),
      {"svg", say("Save as picture"), Save{Saved::kSvg}, "", false}};
}

void FillEmbed(const Library& library, const Session& session, ShareModel* model) {
  const Say& say = library.say;
  const std::string frame = FrameTag(library, session);
  if (frame.empty()) {
    model->warning =
        say("An embed needs the address of a page that serves the explorer, and this one has none. "
            "Open it in a browser to get the tag.");
    return;
  }
  const std::string element = ElementTag(library, session);
  model->texts = {{say("In a frame of its own"), frame},
                  {say("As an element of your page"), element}};
  model->note =
      say(session.share.frozen
              ? "Frozen: it shows this view and nothing in it can be used but the link to it."
              : "Live: readers can suppose, filter and open what it shows.");
  if (!session.previous.empty())
    model->warning = say(
        "This dataset came from your file, which no link brings along: the tag opens the dataset "
        "that the page itself has.");
  model->actions = {
      CopyAction(say, "frame", Key("Copy the frame"), frame, Key("a tag for a frame"), true),
      CopyAction(say, "element", Key("Copy the element"), element, Key("a tag for an element"),
                 false)};
}

void FillExport(const Say& say, const Session& session, ShareModel* model) {
  const auto add = [&](const char* key, std::string_view name, std::string_view lost,
                       std::string_view words, Command command) {
    model->rows.push_back({key, say(name), say(lost), say(words), std::move(command)});
  };
  add("dataset", Key("Dataset, JSON"),
      Key("Nothing is lost. These are the bytes that the digest is of."), Key("Save"),
      Save{Saved::kDataset});
  add("state", Key("This view, state file"),
      Key("Only what is looked at and supposed; whoever opens it needs the dataset as well."),
      Key("Save"), Save{Saved::kState});
  add("svg", Key("Picture, SVG"),
      Key("What is on screen, sharp at any size. What scrolls out of sight is not in it; the fonts "
          "are named, not included."),
      Key("Save"), Save{Saved::kSvg});
  const bool png = session.host.draws_png, print = session.host.prints;
  add("png", Key("Picture, PNG"),
      png ? Key("What is on screen, twice as fine. Its words cannot be selected or read aloud.")
          : Key("This program does not draw it; the explorer in a browser does. SVG is at hand "
                "here."),
      png ? Key("Save") : "", Save{Saved::kPng});
  add("print", Key("On paper"),
      print ? Key("One page of what is on screen, then what is supposed and filtered, sources and "
                  "link.")
            : Key("This program does not print. Save a picture and print that."),
      print ? Key("Print") : "", view::Print{});
  add("pages", Key("Text version, HTML"),
      Key("All that is coded, without what-if. The command line writes it: proviso page FILE."), "",
      ShowDialog{Dialog::kShare});
  model->rows_note = say("Your notes and your copies of the texts are in none of these.");
}

}  // namespace

std::string LinkTo(const Host& host, const ViewState& state) {
  return host.page + "#" + EncodeLink(state);
}

std::string StateWords(const Library& library, const ViewState& state) {
  const Say& say = library.say;
  std::vector<std::string> more;
  const std::size_t supposed = state.on.size() + state.off.size();
  if (supposed > 0)
    more.push_back(say.Counted(supposed, "{0} condition supposed", "{0} conditions supposed"));
  if (!state.filter.empty() || !state.words.empty() || !BrushWords(state, say).empty())
    more.push_back(say("filters"));
  const bool at = !state.selection.empty();
  return say(more.empty() ? (at ? "View “{0}”, at “{2}”" : "View “{0}”")
                          : (at ? "View “{0}”, with {1}, at “{2}”" : "View “{0}”, with {1}"),
             {say(Label(state.view)), say.Join(more), NameOfId(library, state.selection)});
}

std::vector<StateLine> StateLines(const Library& library, const ViewState& state) {
  const Say& say = library.say;
  std::vector<StateLine> lines;
  const auto names = [&](const std::vector<std::string>& ids) {
    std::vector<std::string> list;
    for (const std::string& id : ids) list.push_back(say.Quoted(NameOfId(library, id)));
    return say.Join(list);
  };
  const auto add = [&](std::string_view label, std::string words, std::string_view of = {}) {
    if (!words.empty()) lines.push_back({say(label, {of}), std::move(words)});
  };
  const PropositionId target = FindOutcome(library, state).target;
  if (target) add(Key("Asked about"), say.Quoted(library.dataset[target].label));
  add(Key("Supposed"), names(state.on));
  add(Key("Supposed not"), names(state.off));
  if (state.on.empty() && state.off.empty()) add("Supposed", say("nothing##supposed"));
  if (state.strict) add(Key("Reading"), say("strict: “if” is not taken to make a difference"));
  for (std::size_t i = 0; i < query::kFacetCount; ++i) {
    const auto facet = static_cast<query::Facet>(i);
    std::vector<std::string> values;
    for (const std::string& value : state.filter.values[i])
      values.push_back(FacetValueWords(library.dataset, facet, value, say));
    add(Key("Filter, {0}"), say.Join(values, "{0} or {1}"), say(Label(facet)));
  }
  if (!state.words.empty()) add(Key("Filter, words"), say.Quoted(state.words));
  add(Key("Filter, dates"), BrushWords(state, say));
  return lines;
}

std::string ErrorReport(const Library& library, const Session& session, RecordRef record) {
  const Dataset& dataset = library.dataset;
  const DatasetInfo& info = dataset.info;
  const Say& say = library.say;
  std::string words =
      say("Coding error in {0} {1}", {say(Label(record.table)), dataset.IdOf(record)}) + "\n" +
      say("Dataset: {0} ({1}), version {2}", {info.title, info.id, info.version}) + "\n" +
      say("{0}: {1}", {say("Digest (SHA-256)"), library.digest}) + "\n";
  if (const PassageId id = FirstPassage(library, record)) {
    const Passage& passage = dataset[id];
    words += say("Locator: passage {0}, {1}, characters {2} to {3} of the norm-1 text of {4}",
                 {passage.id, RefOf(library, id).words, std::to_string(passage.start),
                  std::to_string(passage.end), dataset[passage.document].id}) +
             "\n";
  }
  return words + say("Link: {0}##address", {LinkTo(session.host, session.state)}) + "\n" +
         say("What is wrong: ");
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
      FillLink(library.say, session, &model);
      break;
    case ShareTab::kCite:
      FillCite(library, session, &model);
      break;
    case ShareTab::kEmbed:
      FillEmbed(library, session, &model);
      break;
    case ShareTab::kExport:
      FillExport(library.say, session, &model);
      break;
  }
  return model;
}

}  // namespace proviso::view
