#include "core/window/dialogs/share_model.h"

#include <optional>
#include <utility>

#include "core/base/safe_text.h"
#include "core/io/json_value.h"
#include "core/io/save.h"
#include "core/state/brush.h"
#include "core/state/change_words.h"
#include "core/state/cite.h"
#include "core/state/state_file.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

Action CopyAction(const Say& say, const char* key, std::string_view words, std::string text,
                  std::string_view what, bool main) {
  return {key, say(words), CopyText{std::move(text), say(what)}, "", main};
}

void FillLink(const Say& say, const Session& session, ShareModel* model) {
  const std::string link = LinkTo(session, session.state);
  if (link.empty()) {
    model->warning = say(
        "This dataset came from your file, and no link brings a file along. Send the file with a "
        "state file, or publish it: “proviso publish FILE” makes a page of it that has links.");
    model->actions = {{"state", say("Save a state file"), Save{Saved::kState}, "", true},
                      {"dataset", say("Save the dataset"), Save{Saved::kDataset}, "", false},
                      {"picture", say("Save a picture"), Save{Saved::kFigurePng}, "", false}};
    return;
  }
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
      {"state", say("Save a state file"), Save{Saved::kState}, "", long_one},
      {"picture", say("Save a picture"), Save{Saved::kFigurePng}, "", false}};
  if (long_one) std::swap(model->actions[0], model->actions[1]);
}

void FillCite(const Library& library, const Session& session, ShareModel* model) {
  const Say& say = library.say;
  const RecordRef record = library.dataset.Find(session.state.selection);
  const std::string sentence = CiteWords(library, session, record);
  const std::string full = CitationAs(library, session, session.share.form);
  model->texts = {{say("In a sentence"), sentence}, {say("In full"), full}};
  model->note =
      say(session.previous.empty()
              ? "The digest fixes the data. The link opens this same view, also in later versions."
              : "The digest fixes the data. There is no link: the dataset came from your file.");
  model->actions = {
      CopyAction(say, "cite", Key("Copy the sentence"), sentence, Key("a citation"), true),
      CopyAction(say, "full", Key("Copy the full citation"), full, Key("the full citation"), false),
      {"svg", say("Save as picture"), Save{Saved::kSvg}, "", false}};
}

void FillEmbed(const Library& library, const Session& session, ShareModel* model) {
  const Say& say = library.say;
  if (!session.previous.empty()) {
    model->warning = say(
        "This dataset came from your file, and no tag brings a file along. Publish it: “proviso "
        "publish FILE” makes a page of it, whose own Share has the tags.");
    model->actions = {{"dataset", say("Save the dataset"), Save{Saved::kDataset}, "", true}};
    return;
  }
  const std::string frame = FrameTag(library, session);
  if (frame.empty()) {
    model->warning =
        say("An embed needs the address of a page that serves the explorer, and this one has none. "
            "Open it in a browser to get the tag.");
    return;
  }
  const std::string element = ElementTag(library, session);
  model->texts = {{say("In a frame of its own"), frame}};
  if (!element.empty()) model->texts.push_back({say("As an element of your page"), element});
  model->note =
      say(session.share.frozen
              ? "Frozen: it shows this view and nothing in it can be used but the link to it."
              : "Live: readers can suppose, filter and open what it shows.");
  model->actions = {
      CopyAction(say, "frame", Key("Copy the frame"), frame, Key("a tag for a frame"), true)};
  if (!element.empty())
    model->actions.push_back(CopyAction(say, "element", Key("Copy the element"), element,
                                        Key("a tag for an element"), false));
}

/// What other tools open, each with what is lost on the way, in the words of the command line's
/// help; the page tells them when somebody asks.
void AddFormats(const Say& say, const Session& session, ShareModel* model) {
  const std::optional<io::JsonValue> list = io::ReadJson(session.formats);
  if (!list || !list->is_list()) {
    const bool here = session.host.draws_png;
    model->rows.push_back({"tools", say("For other tools"),
                           here ? say("Each format says what is lost.")
                                : say("The command line writes it: proviso export FILE."),
                           here ? say("Show them") : "", AskFormats{}});
    return;
  }
  for (const io::JsonValue& one : list->items())
    model->rows.push_back(
        {"for-" + std::string(one.TextOf("name")), say.Capital(VisibleText(one.TextOf("about"))),
         VisibleText(one.TextOf("lost")), say("Save"), ExportFor{std::string(one.TextOf("name"))}});
}

void FillExport(const Say& say, const Session& session, ShareModel* model) {
  const auto add = [&](const char* key, std::string_view name, std::string_view lost,
                       std::string_view words, Command command) {
    model->rows.push_back({key, say(name), say(lost), say(words), std::move(command)});
  };
  add("dataset", Key("Dataset, JSON"), Key("Complete. The digest is of this file."), Key("Save"),
      Save{Saved::kDataset});
  if (session.host.draws_png)
    add("page", Key("One file, HTML"),
        Key("The whole explorer with this dataset. It opens by double click, also without a "
            "network. Your notes are not in it."),
        Key("Save"), Save{Saved::kOneFile});
  add("publish", Key("For others: a file, a site, an archive"),
      Key("With title, authors and licence. Drafts are left out."), Key("Publish…"),
      Publish{session.publishing});
  add("state", Key("This view, state file"),
      Key("Only what is looked at and supposed; whoever opens it needs the dataset as well."),
      Key("Save"), Save{Saved::kState});
  add("figure-svg", Key("Picture for an article, SVG"),
      Key("With headline, legend and sources, 1200 × 675, letters as shapes: it needs no font. "
          "What "
          "has no room is counted in it."),
      Key("Save"), Save{Saved::kFigureSvg});
  add("figure-png", Key("Picture for an article, PNG"), Key("The same, 2400 × 1350 points."),
      Key("Save"), Save{Saved::kFigurePng});
  add("figure-square", Key("Square picture, PNG"), Key("The same, 2160 × 2160 points."),
      Key("Save"), Save{Saved::kFigureSquare});
  add("figure-column", Key("Narrow picture, PNG"),
      Key("The same for a column, 1280 × 1600 points."), Key("Save"), Save{Saved::kFigureColumn});
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
  AddFormats(say, session, model);
  model->rows_note = say("Your notes and your copies of the texts are in none of these.");
}

}  // namespace

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
