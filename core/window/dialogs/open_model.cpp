#include "core/window/dialogs/open_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// The next part of a JSON Pointer, with `~1` and `~0` read; `*rest` moves past it.
std::string NextPart(std::string_view* rest) {
  rest->remove_prefix(1);
  const std::size_t end = std::min(rest->find('/'), rest->size());
  std::string part;
  for (std::size_t i = 0; i < end; ++i) {
    const char c = (*rest)[i];
    const bool escape = c == '~' && i + 1 < end;
    if (escape) ++i;
    part.push_back(!escape ? c : (*rest)[i] == '1' ? '/' : '~');
  }
  rest->remove_prefix(end);
  return part;
}

/// "claims, record 18", from "/claims/17/modality".
std::string RecordWords(const Say& say, std::string_view pointer) {
  if (pointer.empty()) return say("the file");
  if (pointer[0] != '/') return std::string(pointer);  // A place in another tool's file.
  std::string words = NextPart(&pointer);
  if (pointer.empty()) return words;
  const std::string number = NextPart(&pointer);
  if (number.empty() || number.size() > 9 ||
      number.find_first_not_of("0123456789") != std::string::npos)
    return words;
  return say("{0}, record {1}", {words, std::to_string(std::stoul(number) + 1)});
}

ProblemLine LineOf(const Say& say, const Problem& problem, bool error) {
  ProblemLine line;
  line.error = error;
  line.record = RecordWords(say, problem.pointer);
  if (problem.line > 0)
    line.place = say(problem.column > 0 ? "line {0}, column {1}" : "line {0}",
                     {std::to_string(problem.line), std::to_string(problem.column)});
  if (!problem.pointer.empty() && problem.pointer[0] == '/')
    line.place += (line.place.empty() ? "" : " · ") + problem.pointer;
  line.rule = problem.rule;
  line.remedy = problem.remedy;
  return line;
}

/// A cell of a sheet can be corrected where it is told of.
ProblemLine CellLine(const Say& say, const Opening& opening, const Problem& problem, bool error) {
  ProblemLine line = LineOf(say, problem, error);
  if (opening.correcting == nullptr) return line;
  const Correcting& told = *opening.correcting;
  const auto cell = told.cells.find(problem.pointer);
  if (cell == told.cells.end()) return line;
  line.cell = problem.pointer;
  const auto fix = told.fixes.find(problem.pointer);
  line.words = fix == told.fixes.end() ? cell->second : fix->second;
  return line;
}

void AddCodes(const Say& say, const Correcting& told, OpenModel* model) {
  constexpr std::array<std::pair<const char*, std::string_view>, 6> kUses{
      {{"topic", Key("Topic##of a code")},
       {"about", Key("Statement##of a code")},
       {"holder", Key("Voice##of a code")},
       {"level", Key("How firmly##of a code")},
       {"act", Key("Act##of a code")},
       {"skip", Key("Nothing##of a code")}}};
  for (const Correcting::Code& code : told.codes) {
    if (model->codes.size() == kProblemsShown) {
      model->codes_more =
          say("and {0} more", {std::to_string(told.codes.size() - model->codes.size())});
      return;
    }
    CodeChoice choice;
    choice.path = code.path;
    const auto entry = io::ReadJson(code.entry), given = io::ReadJson(code.given);
    for (const auto& [kind, label] : kUses) {
      const bool chosen = entry && entry->Find(kind) != nullptr;
      // What it stands for stays, where it is more than its name, or comes back.
      const bool back = given && given->Find(kind) != nullptr;
      choice.uses.push_back({kind, say(label), chosen,
                             SetImport{code.path,
                                       chosen ? code.entry
                                       : back ? code.given
                                              : "{\"" + std::string(kind) + "\": true}",
                                       true}});
    }
    model->codes.push_back(std::move(choice));
  }
}

std::string ReportWords(const Say& say, const Opening& opening, const OpenModel& model) {
  std::string words = say("{0}: {1}", {opening.name, model.title}) + "\n";
  const auto add = [&words, &say](const std::vector<Problem>& problems, bool error) {
    for (const Problem& problem : problems) {
      const ProblemLine line = LineOf(say, problem, error);
      words += say(error ? "Error" : "Warning") + " · " + line.record +
               (line.place.empty() ? "" : " · " + line.place) + "\n  " + line.rule + " " +
               line.remedy + "\n";
    }
  };
  add(opening.errors, true);
  add(opening.warnings, false);
  return words;
}

Action Choose(const Opening& opening, std::string words, bool main) {
  return {"choose", std::move(words), PickFile{opening.wanted}, "", main};
}

}  // namespace

Opening OpeningOf(const io::JsonValue& report, const Opening* before) {
  Opening opening;
  auto told = std::make_shared<Correcting>();
  // What was said of it stays said.
  if (before != nullptr && before->correcting != nullptr) told->fixes = before->correcting->fixes;
  opening.stage = Opening::Stage::kRefused;
  opening.kind = report.TextOf("kind");
  const auto tell = [&opening](std::string_view key, std::string_view words) {
    if (!words.empty()) opening.told.push_back(std::string(key) + std::string(words) + ".");
  };
  tell("Taken: ", report.TextOf("taken"));
  tell("Left out: ", report.TextOf("left"));
  if (const io::JsonValue* drafts = report.Find("drafts"))
    for (const io::JsonValue& one : drafts->items()) tell("Drafts: ", one.text());
  if (const io::JsonValue* problems = report.Find("problems"))
    for (const io::JsonValue& one : problems->items()) {
      Problem problem;
      problem.pointer = one.TextOf("where");
      problem.rule = one.TextOf("rule");
      problem.remedy = one.TextOf("remedy");
      if (const io::JsonValue* cell = one.Find("cell")) told->cells[problem.pointer] = cell->text();
      const io::JsonValue* error = one.Find("error");
      (error != nullptr && error->text() == "true" ? opening.errors : opening.warnings)
          .push_back(std::move(problem));
    }
  if (const io::JsonValue* codes = report.Find("codes"))
    for (const io::JsonValue::Member& one : codes->members()) {
      Correcting::Code code{one.first, one.second.Write(), one.second.Write()};
      if (before != nullptr && before->correcting != nullptr)
        for (const Correcting::Code& had : before->correcting->codes)
          if (had.path == code.path) code.given = had.given;
      told->codes.push_back(std::move(code));
    }
  const io::JsonValue* sheet = report.Find("sheet");
  opening.sheet = sheet != nullptr && sheet->text() == "true";
  opening.correcting = std::move(told);
  return opening;
}

std::string CountsWords(const Dataset& dataset, const Say& say) {
  return say.Join({say.Counted(dataset.claims.size(), "{0} claim", "{0} claims"),
                   say.Counted(dataset.conditions.size(), "{0} link", "{0} links"),
                   say.Counted(dataset.actors.size(), "{0} actor", "{0} actors"),
                   say.Counted(dataset.documents.size(), "{0} text", "{0} texts")});
}

OpenModel BuildOpenModel(const Library& library, const Session& session) {
  const Opening& opening = session.opening;
  const Say& say = library.say;
  OpenModel model;
  const Action close{"close", say("Close"), ShowDialog{Dialog::kNone}, "", false};
  const Action back{"back", say("Go back to “{0}”", {session.previous}), ReturnToDataset{}, "",
                    false};
  switch (opening.stage) {
    case Opening::Stage::kAsk:
      model.title = say("Open a dataset");
      model.lead =
          say("Drop a file here, paste its text, or choose it. It is read on this machine and sent "
              "nowhere. “{0}” stays until the new one is read without an error.",
              {library.dataset.info.title});
      model.actions = {Choose(opening, say("Choose a file…"), true)};
      for (const KeptWork& work : session.works)
        if (work.key != library.dataset.info.id && session.editing_allowed)
          model.actions.push_back({"work/" + work.key, say("Go on with “{0}”", {work.title}),
                                   OpenWork{work.key}, "", false});
      if (!session.previous.empty()) model.actions.push_back(back);
      return model;
    case Opening::Stage::kReading:
      model.title = say("Reading {0}", {opening.name});
      model.share = opening.share;
      model.lead = opening.share < 1
                       ? say("{0} % is here. What you were looking at stays until it is read.",
                             {std::to_string(std::lround(opening.share * 100))})
                       : say("All of it is here and is being read. You can close this and go on "
                             "with what you were looking at: it opens when it is read.");
      model.actions = {{"stop", say("Stop reading"), SetOpening{}, "", false},
                       {"aside", say("Close"), ShowDialog{Dialog::kNone}, "", false}};
      return model;
    case Opening::Stage::kRefused:
      model.title =
          say.Counted(opening.errors.size(), "Not opened: {0} error", "Not opened: {0} errors");
      model.lead =
          say("{0} cannot be used as it is. What you were looking at is unchanged. "
              "Nothing has left this machine.",
              {opening.name});
      model.told = opening.told;
      model.actions = {Choose(opening, say("Choose another file…"), true)};
      break;
    case Opening::Stage::kWarned:
      model.told = opening.told;
      if (!opening.kind.empty()) {
        const std::size_t all = opening.errors.size() + opening.warnings.size();
        model.title = all == 0 ? say("Open {0}?", {opening.name})
                               : say.Counted(all, "Open {1}? {0} place to look at",
                                             "Open {1}? {0} places to look at", {opening.name});
        model.lead =
            say("Read as {0}, of which a dataset can be made: {1}. Nothing has left this machine.",
                {opening.kind, opening.counts});
        model.actions = {
            {"open-anyway", say("Make the dataset and open it"), OpenAnyway{}, "", true},
            Choose(opening, say("Choose another file…"), false)};
        break;
      }
      model.title =
          say.Counted(opening.warnings.size(), "Open with {0} warning?", "Open with {0} warnings?");
      model.lead = say("{0} can be used: {1}. What you were looking at is unchanged so far.",
                       {opening.name, opening.counts});
      model.actions = {
          {"open-anyway",
           say.Counted(opening.warnings.size(), "Open with {0} warning", "Open with {0} warnings"),
           OpenAnyway{}, "", true},
          Choose(opening, say("Choose another file…"), false)};
      break;
    case Opening::Stage::kOpened:
      model.title = say("Opened: {0}", {library.dataset.info.title});
      model.lead =
          say("{0} has {1}. It stays on this machine: a link to a view of it needs the "
              "file as well.",
              {opening.name, opening.counts});
      model.actions = {{"close", say("Look at it"), ShowDialog{Dialog::kNone}, "", true}};
      if (!session.previous.empty()) model.actions.push_back(back);
      model.actions.push_back(Choose(opening, say("Open another…"), false));
      return model;
  }
  const std::size_t all = opening.errors.size() + opening.warnings.size();
  for (const Problem& problem : opening.errors)
    if (model.lines.size() < kProblemsShown)
      model.lines.push_back(CellLine(say, opening, problem, true));
  for (const Problem& problem : opening.warnings)
    if (model.lines.size() < kProblemsShown)
      model.lines.push_back(CellLine(say, opening, problem, false));
  if (all > model.lines.size())
    model.more = say("and {0} more", {std::to_string(all - model.lines.size())});
  static const Correcting kNone;
  const Correcting& told = opening.correcting == nullptr ? kNone : *opening.correcting;
  AddCodes(say, told, &model);
  if (!told.fixes.empty())
    model.corrected = say.Counted(told.fixes.size(),
                                  "{0} cell is corrected here. The file itself stays as it is.",
                                  "{0} cells are corrected here. The file itself stays as it is.");
  if (!told.cells.empty() || !told.fixes.empty())
    model.actions.push_back({"again", say("Read it again"), view::ReadAgain{}, "", false});
  if (opening.sheet)
    model.actions.push_back(
        {"beside", say("Give the text of a row…"), PickFile{Wanted::kBeside}, "", false});
  model.actions.push_back({"copy-report", say("Copy the report"),
                           CopyText{ReportWords(say, opening, model), say("the report")}, "",
                           false});
  model.actions.push_back(close);
  return model;
}

}  // namespace proviso::view
