#include "core/cli/messages.h"

#include <algorithm>
#include <utility>

#include "core/base/safe_text.h"
#include "core/words/labels.h"

namespace proviso::cli {
namespace {

/// So many words are listed; of more, only the nearest is named.
constexpr std::size_t kListedAtMost = 15;

/// How many letters must be added, left out, changed or swapped with their neighbour.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

Problem CallProblem(std::string rule, std::string remedy) {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

void Tell(const Console& console, const std::vector<Problem>& problems, bool json) {
  if (json) {
    const Json report{{"errors", ProblemsJson(problems)}, {"warnings", Json::array()}};
    console.err(report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
    return;
  }
  for (const Problem& problem : problems)
    console.err(ProblemWords(console, "proviso", problem, false));
}

int Refuse(const Console& console, const Problem& problem, bool json) {
  Tell(console, {problem}, json);
  return kCallAtFault;
}

std::string ProblemWords(const Console& console, std::string_view file, const Problem& problem,
                         bool warning) {
  std::string words = VisibleText(file);
  if (problem.line > 0)
    words += ":" + std::to_string(problem.line) + ":" + std::to_string(problem.column);
  words += ": " + (warning ? Paint(console, "1;33", "warning") : Paint(console, "1;31", "error"));
  if (problem.code != "call") words += " " + problem.code;
  words += ": " + VisibleText(problem.rule) + "\n";
  if (!problem.pointer.empty()) words += "    at " + VisibleText(problem.pointer) + "\n";
  if (!problem.remedy.empty()) words += "    " + VisibleText(problem.remedy) + "\n";
  return words;
}

Json ProblemJson(const Problem& problem) {
  return Json{{"code", problem.code},     {"pointer", problem.pointer}, {"line", problem.line},
              {"column", problem.column}, {"rule", problem.rule},       {"remedy", problem.remedy}};
}

Json ProblemsJson(const std::vector<Problem>& problems) {
  Json list = Json::array();
  for (const Problem& problem : problems) list.push_back(ProblemJson(problem));
  return list;
}

void Print(const Console& console, const Json& json) {
  console.out(json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string Paint(const Console& console, std::string_view code, std::string_view text) {
  if (!console.color) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string Nearest(std::string_view word, const std::vector<std::string>& words) {
  std::string nearest;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& other : words) {
    const std::size_t shorter = std::min(word.size(), other.size());
    if (std::max(word.size(), other.size()) - shorter >= least) continue;
    const std::size_t distance = Distance(word, other);
    if (distance >= least || distance >= shorter) continue;
    least = distance;
    nearest = other;
  }
  return nearest;
}

std::string MeantWords(std::string_view word, const std::vector<std::string>& words) {
  const std::string nearest = Nearest(word, words);
  std::string out = nearest.empty() ? "" : "Did you mean " + view::Quoted(nearest) + "?";
  if (words.empty() || words.size() > kListedAtMost) return out;
  return out + (out.empty() ? "" : " ") + "It is one of " + view::JoinWords(words, "or") + ".";
}

}  // namespace proviso::cli
