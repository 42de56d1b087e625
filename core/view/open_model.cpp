#include "core/view/open_model.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/view/wording.h"

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
std::string RecordWords(std::string_view pointer) {
  if (pointer.empty() || pointer[0] != '/') return "the file";
  std::string words = NextPart(&pointer);
  if (pointer.empty()) return words;
  const std::string number = NextPart(&pointer);
  if (number.empty() || number.size() > 9 ||
      number.find_first_not_of("0123456789") != std::string::npos)
    return words;
  return words + ", record " + std::to_string(std::stoul(number) + 1);
}

ProblemLine LineOf(const Problem& problem, bool error) {
  ProblemLine line;
  line.error = error;
  line.record = RecordWords(problem.pointer);
  if (problem.line > 0) line.place = "line " + std::to_string(problem.line);
  if (problem.column > 0) line.place += ", column " + std::to_string(problem.column);
  if (!problem.pointer.empty()) line.place += (line.place.empty() ? "" : " · ") + problem.pointer;
  line.rule = problem.rule;
  line.remedy = problem.remedy;
  return line;
}

std::string ReportWords(const Opening& opening, const OpenModel& model) {
  std::string words = opening.name + ": " + model.title + "\n";
  const auto add = [&words](const std::vector<Problem>& problems, bool error) {
    for (const Problem& problem : problems) {
      const ProblemLine line = LineOf(problem, error);
      words += std::string(error ? "Error" : "Warning") + " · " + line.record +
               (line.place.empty() ? "" : " · " + line.place) + "\n  " + line.rule + " " +
               line.remedy + "\n";
    }
  };
  add(opening.errors, true);
  add(opening.warnings, false);
  return words;
}

Action Choose(const char* words, bool main) {
  return {"choose", words, PickFile{Wanted::kDataset}, "", main};
}

}  // namespace

std::string CountsWords(const Dataset& dataset) {
  return JoinWords({Counted(dataset.claims.size(), "claim", "claims"),
                    Counted(dataset.conditions.size(), "link", "links"),
                    Counted(dataset.actors.size(), "actor", "actors"),
                    Counted(dataset.documents.size(), "text", "texts")});
}

OpenModel BuildOpenModel(const Library& library, const Session& session) {
  const Opening& opening = session.opening;
  OpenModel model;
  const Action close{"close", "Close", ShowDialog{Dialog::kNone}, "", false};
  const Action back{"back", "Go back to " + Quoted(session.previous), ReturnToDataset{}, "", false};
  switch (opening.stage) {
    case Opening::Stage::kAsk:
      model.title = "Open a dataset";
      model.lead =
          "Drop a file here, paste its text, or choose it. It is read on this machine and sent "
          "nowhere. " +
          Quoted(library.dataset.info.title) + " stays until the new one is read without an error.";
      model.actions = {Choose("Choose a file…", true)};
      if (!session.previous.empty()) model.actions.push_back(back);
      return model;
    case Opening::Stage::kReading:
      model.title = "Reading " + opening.name;
      model.share = opening.share;
      model.lead = std::to_string(std::lround(opening.share * 100)) +
                   " % is here. What you were looking at stays until it is read.";
      return model;
    case Opening::Stage::kRefused:
      model.title = "Not opened: " + Counted(opening.errors.size(), "error", "errors");
      model.lead = opening.name + " cannot be used as it is. What you were looking at is " +
                   "unchanged. Nothing has left this machine.";
      model.actions = {Choose("Choose another file…", true)};
      break;
    case Opening::Stage::kWarned:
      model.title = "Open with " + Counted(opening.warnings.size(), "warning", "warnings") + "?";
      model.lead = opening.name + " can be used: " + opening.counts +
                   ". What you were looking at is unchanged so far.";
      model.actions = {
          {"open-anyway", "Open with " + Counted(opening.warnings.size(), "warning", "warnings"),
           OpenAnyway{}, "", true},
          Choose("Choose another file…", false)};
      break;
    case Opening::Stage::kOpened:
      model.title = "Opened: " + std::string(library.dataset.info.title);
      model.lead = opening.name + " has " + opening.counts +
                   ". It stays on this machine: a link to a view of it needs the file as well.";
      model.actions = {{"close", "Look at it", ShowDialog{Dialog::kNone}, "", true}};
      if (!session.previous.empty()) model.actions.push_back(back);
      model.actions.push_back(Choose("Open another…", false));
      return model;
  }
  const std::size_t all = opening.errors.size() + opening.warnings.size();
  for (const Problem& problem : opening.errors)
    if (model.lines.size() < kProblemsShown) model.lines.push_back(LineOf(problem, true));
  for (const Problem& problem : opening.warnings)
    if (model.lines.size() < kProblemsShown) model.lines.push_back(LineOf(problem, false));
  if (all > model.lines.size())
    model.more = "and " + std::to_string(all - model.lines.size()) + " more";
  model.actions.push_back({"copy-report", "Copy the report",
                           CopyText{ReportWords(opening, model), "the report"}, "", false});
  model.actions.push_back(close);
  return model;
}

}  // namespace proviso::view
