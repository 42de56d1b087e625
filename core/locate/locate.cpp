#include "core/locate/locate.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/locate/passage_search.h"

namespace proviso::locate {
namespace {

constexpr double kAlteredShare = 0.5;

// A passage that stands in the text but at no place that its sketch speaks for has its words
// divided otherwise in each sampled shingle. With so many samples that does not happen by line
// ends.
constexpr std::size_t kTrustedSketch = 4;

std::optional<unsigned> HexDigit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return std::nullopt;
}

/// Reads as many bytes as `digits` spells; false unless it is just so many lower-case digits.
template <std::size_t kBytes>
bool ReadHex(Text digits, std::array<std::uint8_t, kBytes>* bytes) {
  if (digits.size() != 2 * kBytes) return false;
  for (std::size_t i = 0; i < kBytes; ++i) {
    const auto high = HexDigit(digits[2 * i]);
    const auto low = HexDigit(digits[2 * i + 1]);
    if (!high || !low) return false;
    (*bytes)[i] = static_cast<std::uint8_t>(*high << 4 | *low);
  }
  return true;
}

std::vector<Wanted> PassagesOf(const Dataset& dataset, DocumentId document) {
  std::vector<Wanted> all;
  for (const Passage& passage : dataset.passages) {
    if (passage.document != document) continue;
    Wanted& wanted = all.emplace_back();
    wanted.passage = &passage;
    ReadHex(passage.sha256, &wanted.digest);
    for (const Text hash : passage.sketch)
      if (std::array<std::uint8_t, 2> bytes; ReadHex(hash, &bytes))
        wanted.sketch.push_back(static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]));
  }
  return all;
}

Finding Judge(const Wanted& wanted, bool same_text, const PassageSearch& search) {
  Finding finding;
  const std::uint32_t letters = wanted.passage->letters;
  const std::uint32_t start = wanted.passage->start;
  for (const std::uint32_t place : wanted.places)
    finding.places.push_back(search.PlaceOf(place, letters));
  if (!wanted.places.empty()) {
    if (same_text) {
      const auto away = [start](const Place& place) {
        return place.start > start ? place.start - start : start - place.start;
      };
      const Place nearest =
          *std::min_element(finding.places.begin(), finding.places.end(),
                            [away](const Place& a, const Place& b) { return away(a) < away(b); });
      finding.places = {nearest};
    }
    finding.verdict = finding.places.size() > 1                       ? Verdict::kAmbiguous
                      : same_text || finding.places[0].start == start ? Verdict::kFound
                                                                      : Verdict::kMoved;
    return finding;
  }
  // A sketch of one is that of four words or fewer: if it stood there, so would the passage.
  const std::size_t sketch = wanted.sketch.size();
  finding.share =
      sketch < 2 ? 0.0 : static_cast<double>(wanted.best_hits) / static_cast<double>(sketch);
  if (finding.share >= kAlteredShare) {
    finding.verdict = Verdict::kAltered;
    finding.places = {search.AlteredPlace(wanted)};
  } else {
    finding.verdict =
        wanted.given_up && sketch < kTrustedSketch ? Verdict::kUnchecked : Verdict::kMissing;
  }
  return finding;
}

}  // namespace

std::uint32_t Report::count(Verdict verdict) const {
  return static_cast<std::uint32_t>(
      std::count_if(findings.begin(), findings.end(),
                    [verdict](const Finding& finding) { return finding.verdict == verdict; }));
}

Report Locate(const Dataset& dataset, DocumentId document, const ReaderText& text) {
  Report report;
  report.same_text = dataset[document].text.sha256 == TextDigest(text);
  std::vector<Wanted> all = PassagesOf(dataset, document);
  PassageSearch search(text, all.size());
  // Those with a sketch come first, since they tell how far the others have moved.
  std::vector<Wanted*> lost;
  for (Wanted& wanted : all)
    if (wanted.passage->letters != 0) lost.push_back(&wanted);
  std::stable_partition(lost.begin(), lost.end(),
                        [](const Wanted* w) { return !w->sketch.empty(); });
  const auto found = [&search](Wanted* w) { return search.Near(w) || search.BySketch(w); };
  lost.erase(std::remove_if(lost.begin(), lost.end(), found), lost.end());
  search.Everywhere(std::move(lost));
  for (Wanted& wanted : all) {
    if (!wanted.places.empty() && !(report.same_text && wanted.exact)) search.AddRepeats(&wanted);
    Finding& finding = report.findings.emplace_back(Judge(wanted, report.same_text, search));
    const auto index = static_cast<std::uint32_t>(wanted.passage - dataset.passages.data());
    finding.passage = PassageId(index);
  }
  return report;
}

}  // namespace proviso::locate
