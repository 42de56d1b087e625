// Times the what-if engine natively: whatif_native DATASET SETTINGS [PASSES]
//
// SETTINGS has one setting of the levers a line: literals ("id", "!id") between spaces, none for
// nothing supposed. Each pass goes through them in order; a setting is timed from its spelling to
// the answer of every view on the dataset's outcome. Prints one JSON object.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "core/io/load.h"
#include "core/reason/live.h"
#include "core/reason/scenario.h"
#include "core/reason/views.h"

namespace {

using namespace proviso;

double NowMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

double CpuMs() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Counts {
  std::size_t answered = 0, directed = 0;
};

/// Views with a level, and with a direction, as the peer counts them.
Counts CountAnswers(const reason::LiveAnswers& live) {
  Counts counts;
  for (const reason::Verdict& verdict : live.verdicts()) {
    counts.answered +=
        verdict.status != reason::Status::kSilent && verdict.status != reason::Status::kUncommitted;
    counts.directed += verdict.direction != reason::Direction::kNone &&
                       verdict.direction != reason::Direction::kZero;
  }
  return counts;
}

[[noreturn]] void Fail(const std::string& why) {
  std::fprintf(stderr, "whatif_native: %s\n", why.c_str());
  std::exit(1);
}

void PrintList(const char* name, const std::vector<std::size_t>& numbers) {
  std::printf("\"%s\":[", name);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    std::printf("%s%zu", i == 0 ? "" : ",", numbers[i]);
  std::printf("]");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) Fail("DATASET SETTINGS [PASSES]");
  std::ifstream file(argv[1], std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::vector<std::vector<std::string>> settings;
  std::ifstream lines(argv[2]);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    settings.emplace_back(std::istream_iterator<std::string>(words),
                          std::istream_iterator<std::string>());
  }
  if (settings.empty()) Fail("no settings");
  const int passes = argc > 3 ? std::atoi(argv[3]) : 5;

  const double start = NowMs();
  Result<io::Loaded> loaded = io::Load(bytes, io::Limits::None());
  if (!loaded.ok()) Fail(loaded.problems()[0].rule);
  const Dataset& dataset = loaded->dataset;
  if (!dataset.info.start) Fail("the dataset names no outcome");
  const double parsed = NowMs();
  const reason::Views views = reason::BuildViews(dataset);
  reason::LiveAnswers live(dataset, views, dataset.info.start);
  const double ready = NowMs();

  std::vector<double> best(settings.size(), 1e300);
  std::vector<std::size_t> answered, directed;
  double cpu = 1e300;
  for (int pass = 0; pass < passes; ++pass) {
    const double cpu_start = CpuMs();
    for (std::size_t i = 0; i < settings.size(); ++i) {
      const double from = NowMs();
      std::vector<Literal> supposed;
      for (const std::string& word : settings[i]) {
        const Result<Literal> literal = reason::ReadLiteral(dataset, word);
        if (!literal.ok()) Fail(literal.problems()[0].rule);
        supposed.push_back(*literal);
      }
      const Result<reason::Scenario> scenario = reason::MakeScenario(dataset, supposed);
      if (!scenario.ok()) Fail(scenario.problems()[0].rule);
      live.Suppose(*scenario);
      const Counts counts = CountAnswers(live);
      best[i] = std::min(best[i], NowMs() - from);
      if (pass > 0) continue;
      answered.push_back(counts.answered);
      directed.push_back(counts.directed);
    }
    cpu = std::min(cpu, (CpuMs() - cpu_start) / static_cast<double>(settings.size()));
  }
  double sum = 0;
  for (const double ms : best) sum += ms;
  std::printf("{\"views\":%u,\"load_ms\":%.4g,\"ready_ms\":%.4g,", views.size(), ready - start,
              ready - parsed);
  std::printf("\"toggle_ms\":{\"mean\":%.4g,\"first\":%.4g,\"worst\":%.4g},",
              sum / static_cast<double>(best.size()), best[0],
              *std::max_element(best.begin(), best.end()));
  std::printf("\"cpu_ms_per_toggle\":%.4g,", cpu);
  PrintList("answered", answered);
  std::printf(",");
  PrintList("directed", directed);
  std::printf("}\n");
  return 0;
}
