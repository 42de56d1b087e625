// How long it takes to look passages up in a text, and how that grows:
//   proviso_locate_bench
// Prints one line a size, with how many times longer it takes to look for each passage by itself
// (letter for letter, which finds only what is unchanged), and how the cost grows: with twice the
// text, twice the passages, twice both. Were it that of text times passages, the first two would
// be 2 and the last one 4.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/locate/locate.h"

namespace {

using namespace proviso;

/// Invented words in an invented order; the same on every machine.
class Words {
 public:
  std::string Text(std::size_t bytes) {
    std::string text;
    text.reserve(bytes + 16);
    while (text.size() < bytes) {
      for (std::uint32_t k = 1 + Random(4); k > 0; --k) {
        text += "bdfgklmnprstvz"[Random(14)];
        text += "aeiou"[Random(5)];
      }
      text += Random(14) == 0 ? ". " : " ";
    }
    return text;
  }
  std::uint32_t Random(std::uint32_t below) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((std::uint64_t{state_} * below) >> 32);
  }

 private:
  std::uint32_t state_ = 20230324;
};

/// A dataset of one document with `count` passages, spread evenly over `text`.
Dataset Code(const locate::ReaderText& text, std::size_t count) {
  Dataset dataset;
  Document document;
  document.id = "d";
  document.text.sha256 = dataset.arena.Keep(locate::TextDigest(text));
  dataset.documents.push_back(document);
  const std::size_t step = text.norm1.size() / count;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t from = i * step;
    while (from > 0 && text.norm1[from - 1] != U' ') --from;
    const auto start = static_cast<std::uint32_t>(from);
    const auto locator = locate::MakeLocator(
        text, start, start + static_cast<std::uint32_t>(std::min<std::size_t>(step, 120)));
    if (!locator) continue;
    Passage passage;
    passage.document = DocumentId(0);
    passage.start = locator->start;
    passage.end = locator->end;
    passage.letters = locator->letters;
    passage.sha256 = dataset.arena.Keep(locator->sha256);
    std::vector<Text> sketch;
    for (const std::string& hash : locator->sketch) sketch.push_back(dataset.arena.Keep(hash));
    passage.sketch = dataset.arena.Keep(sketch);
    dataset.passages.push_back(passage);
  }
  return dataset;
}

/// The passages as they stand in the text, which is plain ASCII.
std::vector<std::string> Spelled(const std::string& text, const Dataset& dataset) {
  std::vector<std::string> spelled;
  for (const Passage& passage : dataset.passages)
    spelled.push_back(text.substr(passage.start, passage.end - passage.start));
  return spelled;
}

/// Milliseconds to read a copy and look all passages up, at best of three. Every fortieth word of
/// the copy is another, and a page stands in front: nothing is at its place, much is altered.
double Measure(std::size_t bytes, std::size_t passages) {
  Words words;
  const std::string text = words.Text(bytes);
  const Dataset dataset = Code(*locate::ReadText(text), passages);
  std::string copy = words.Text(2000) + text;
  for (std::size_t i = 2000; i + 1 < copy.size(); ++i)
    if (copy[i] == ' ' && copy[i + 1] != ' ' && words.Random(40) == 0) copy[i + 1] = 'x';
  double best = 1e9;
  std::uint32_t there = 0;
  for (int run = 0; run < 3; ++run) {
    const auto start = std::chrono::steady_clock::now();
    const auto read = locate::ReadText(copy);
    const locate::Report report = locate::Locate(dataset, DocumentId(0), *read);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
    there = report.count(locate::Verdict::kMoved);
  }
  const auto start = std::chrono::steady_clock::now();
  std::size_t found = 0;
  for (const std::string& one : Spelled(text, dataset))
    found += copy.find(one) != std::string::npos ? 1u : 0u;
  const std::chrono::duration<double, std::milli> singly = std::chrono::steady_clock::now() - start;
  std::printf(
      "%8zu bytes, %5zu passages: %8.1f ms (%u moved, the rest altered or missing); "
      "each by itself / ours %.2f (%zu found)\n",
      bytes, dataset.passages.size(), best, there, singly.count() / best, found);
  return best;
}

}  // namespace

int main() {
  constexpr std::size_t kMegabyte = 1'000'000;
  const double one = Measure(kMegabyte, 2500);
  const double passages = Measure(kMegabyte, 5000);
  const double text = Measure(2 * kMegabyte, 2500);
  const double both = Measure(2 * kMegabyte, 5000);
  std::printf("twice the passages: x %.2f; twice the text: x %.2f; twice both: x %.2f\n",
              passages / one, text / one, both / one);
  return 0;
}
