// proviso compare: two texts or two holders, point by point.

#include "core/cli/compare_command.h"

#include <array>
#include <utility>

#include "core/cli/columns.h"
#include "core/cli/messages.h"
#include "core/cli/open.h"
#include "core/state/sides.h"
#include "core/views/compare/model.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

Problem NoSide(const Dataset& dataset, const std::string& id) {
  std::vector<std::string> ids;
  for (const Document& document : dataset.documents) ids.emplace_back(document.id);
  for (const Actor& actor : dataset.actors) ids.emplace_back(actor.id);
  Problem problem;
  problem.code = "call";
  problem.rule = id.empty() ? "This dataset has no second text to compare."
                            : "This dataset has no text or voice " + view::Quoted(id) + ".";
  problem.remedy = "Name two of them: proviso list FILE documents, proviso list FILE actors.";
  const std::string nearest = Nearest(id, ids);
  if (!id.empty() && !nearest.empty())
    problem.remedy = "Did you mean " + view::Quoted(nearest) + "? " + problem.remedy;
  return problem;
}

template <class Ids>
Json IdsOf(const Dataset& dataset, const Ids& ids) {
  Json json = Json::array();
  for (const auto id : ids) json.push_back(std::string(dataset[id].id));
  return json;
}

Json ToJson(const view::Library& library, const view::Comparison& comparison) {
  const Dataset& dataset = library.dataset;
  const view::CompareSides sides{comparison.a, comparison.b};
  Json json{{"a", std::string(dataset.IdOf(comparison.a))},
            {"b", std::string(dataset.IdOf(comparison.b))}};
  std::array<std::size_t, kWords<view::CompareClass>.size()> counts{};
  Json points = Json::array();
  for (const view::CompareUnit& unit : comparison.units) {
    ++counts[static_cast<std::size_t>(unit.verdict)];
    const view::PointWords words = view::WordsOf(library, sides, unit);
    points.push_back(
        Json{{"title", words.title},
             {"words", words.verdict},
             {"matters", IdsOf(dataset, unit.matters)},
             {"topic", unit.topic ? Json(std::string(dataset[unit.topic].id)) : Json()},
             {"verdict", std::string(Word(unit.verdict))},
             {"byCoder", unit.by_coder},
             {"bothCanBeTrue", unit.both_can_be_true},
             {"a", IdsOf(dataset, unit.a)},
             {"b", IdsOf(dataset, unit.b)},
             {"relations", IdsOf(dataset, unit.relations)}});
  }
  json["counts"] = Json::object();
  for (std::size_t i = 0; i < counts.size(); ++i)
    json["counts"][std::string(kWords<view::CompareClass>[i])] = counts[i];
  json["points"] = std::move(points);
  return json;
}

}  // namespace

int RunCompare(const CompareOptions& options, const Console& console) {
  Opened<Dataset> opened = OpenDataset(options.common, console);
  if (!opened.value) return opened.exit_code;
  const view::Library library(*std::move(opened.value));
  const Dataset& dataset = library.dataset;
  view::ViewState state;
  state.side_a = options.a;
  state.side_b = options.b;
  const view::CompareSides sides = view::SidesOf(library, state);
  if (!sides.a) return Refuse(console, NoSide(dataset, options.a), options.common.json);
  if (!sides.b) return Refuse(console, NoSide(dataset, options.b), options.common.json);
  if (sides.a == sides.b)
    return Refuse(
        console,
        CallProblem("Both sides are " + view::Quoted(std::string(dataset.IdOf(sides.a))) + ".",
                    "Name two different texts or voices."),
        options.common.json);
  const view::Comparison comparison = view::Compare(library, sides.a, sides.b);
  if (options.common.json) {
    Print(console, ToJson(library, comparison));
    return kFine;
  }
  Columns rows({"verdict", ">A", ">B", "point"});
  for (const view::CompareUnit& unit : comparison.units) {
    view::PointWords point = view::WordsOf(library, sides, unit);
    std::string words = std::move(point.verdict);
    if (unit.both_can_be_true) words += ", both can be true";
    if (unit.by_coder) words += ", the coders’ reading";
    std::string matter = std::move(point.title);
    if (!point.matter.empty()) matter += ". " + point.matter;
    rows.Add({words, std::to_string(unit.a.size()), std::to_string(unit.b.size()), matter});
  }
  rows.Print(console);
  return kFine;
}

}  // namespace proviso::cli
