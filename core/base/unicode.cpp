#include "core/base/unicode.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "core/base/sort.h"

namespace proviso {
namespace {

// What unicode_tables.py wrote. k…Block says for each stretch of characters which stretch of k…Leaf
// is theirs; from k…End on all is 0.
//   kKind             a combining class, or 0 or kLetterOrNumber, kMark, kDash
//   kParts            the length of a decomposition in UTF-16, and 0x80 if it is no canonical one
//   kPartsStart       where in kPartsText the decompositions of a block begin
//   kSecond           the second parts of composites
//   kSecondStart      where theirs begin in kComposite
//   kFold             which of kFoldDifference to add, or kFullFold: then kFoldFull, in fours
#include "core/base/unicode_tables.inc"

/// No character has these numbers as its combining class.
constexpr unsigned kLetterOrNumber = 2, kMark = 3, kDash = 4;

constexpr char32_t kFirstSelector = 0xE0100;  ///< Marks far behind all else, in no table.
constexpr char32_t kLastSelector = 0xE01EF;

/// The arithmetic of Hangul, section 3.12 of the standard.
constexpr char32_t kSyllable = 0xAC00, kLead = 0x1100, kVowel = 0x1161, kTail = 0x11A7;
constexpr char32_t kLeads = 19, kVowels = 21, kTails = 28;
constexpr char32_t kSyllables = kLeads * kVowels * kTails;

constexpr bool IsWithin(char32_t c, char32_t first, char32_t count) {
  return c >= first && c - first < count;
}

template <typename Block, std::size_t kBlocks, std::size_t kLeaves>
constexpr unsigned LookUp(const Block (&blocks)[kBlocks], const std::uint8_t (&leaves)[kLeaves],
                          char32_t shift, char32_t c) {
  const std::size_t block = blocks[c >> shift];
  return leaves[(block << shift) + (c & ((char32_t{1} << shift) - 1))];
}

unsigned KindOf(char32_t c) {
  if (c < kKindEnd) return LookUp(kKindBlock, kKindLeaf, kKindShift, c);
  return c >= kFirstSelector && c <= kLastSelector ? kMark : 0u;
}

/// The decomposition of one character by one step.
struct Step {
  const std::uint16_t* text = kPartsText;
  std::size_t length = 0;  ///< In UTF-16; 0 if there is none.
  bool compatible = false;
};

Step StepOf(char32_t c) {
  Step step;
  if (c >= kPartsEnd) return step;
  const unsigned found = LookUp(kPartsBlock, kPartsLeaf, kPartsShift, c);
  if (found == 0) return step;
  step.length = found & 0x7F;
  step.compatible = (found & 0x80) != 0;
  const std::size_t block = c >> kPartsShift;
  const std::uint8_t* leaf = kPartsLeaf + (std::size_t{kPartsBlock[block]} << kPartsShift);
  std::size_t start = kPartsStart[block];
  for (std::size_t i = c & ((char32_t{1} << kPartsShift) - 1); i > 0; --i)
    start += leaf[i - 1] & 0x7Fu;
  step.text += start;
  return step;
}

/// Reads a character of UTF-16 and moves past it.
char32_t Next(const std::uint16_t** at) {
  const char32_t unit = *(*at)++;
  if (!IsWithin(unit, 0xD800, 0x400)) return unit;
  return 0x10000 + ((unit - 0xD800) << 10) + (char32_t{*(*at)++} - 0xDC00);
}

unsigned FoldOf(char32_t c) {
  return c < kFoldEnd ? LookUp(kFoldBlock, kFoldLeaf, kFoldShift, c) : 0u;
}

/// The row of kFoldFull for `c`, which has one.
const std::uint16_t* FullFold(char32_t c) {
  std::size_t low = 0;
  std::size_t high = std::size(kFoldFull) / 4;
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (kFoldFull[middle * 4] <= c ? low : high) = middle;
  }
  return kFoldFull + low * 4;
}

/// Moves what follows each starter into the order of combining classes.
void Reorder(std::u32string* text) {
  const auto starter = [](char32_t c) { return CombiningClass(c) == 0; };
  char32_t* const end = text->data() + text->size();
  for (char32_t* from = text->data(); from != end;) {
    char32_t* const to = std::find_if(from, end, starter);
    if (to - from > 1)
      SortRange(from, to,
                [](char32_t a, char32_t b) { return CombiningClass(a) < CombiningClass(b); });
    from = to == end ? to : to + 1;
  }
}

}  // namespace

bool IsLetterMarkOrNumber(char32_t c) {
  const unsigned kind = KindOf(c);
  return kind != 0 && kind != kDash;
}

bool IsMark(char32_t c) {
  const unsigned kind = KindOf(c);
  return kind != 0 && kind != kDash && kind != kLetterOrNumber;
}

bool IsDash(char32_t c) { return KindOf(c) == kDash; }

unsigned CombiningClass(char32_t c) {
  const unsigned kind = KindOf(c);
  return kind >= kLetterOrNumber && kind <= kDash ? 0u : kind;
}

void AppendFolded(char32_t c, std::u32string* out) {
  const unsigned fold = FoldOf(c);
  if (fold == kFullFold) {
    const std::uint16_t* row = FullFold(c);
    for (std::size_t i = 1; i < 4 && row[i] != 0; ++i) out->push_back(row[i]);
    return;
  }
  out->push_back((c & 0x1F0000) | ((c + kFoldDifference[fold]) & 0xFFFF));
}

void AppendParts(char32_t c, Parts parts, std::u32string* out) {
  if (parts == Parts::kFolded) {
    if (const unsigned fold = FoldOf(c); fold == kFullFold) {
      const std::uint16_t* row = FullFold(c);
      for (std::size_t i = 1; i < 4 && row[i] != 0; ++i) AppendParts(row[i], parts, out);
      return;
    } else {
      c = (c & 0x1F0000) | ((c + kFoldDifference[fold]) & 0xFFFF);
    }
  }
  if (IsWithin(c, kSyllable, kSyllables)) {
    const char32_t index = c - kSyllable;
    out->push_back(kLead + index / (kVowels * kTails));
    out->push_back(kVowel + index / kTails % kVowels);
    if (index % kTails != 0) out->push_back(kTail + index % kTails);
    return;
  }
  const Step step = StepOf(c);
  if (step.length == 0 || (step.compatible && parts == Parts::kCanonical)) {
    out->push_back(c);
    return;
  }
  const std::uint16_t* at = step.text;
  while (at != step.text + step.length) AppendParts(Next(&at), parts, out);
}

char32_t Composed(char32_t first, char32_t second) {
  if (IsWithin(first, kLead, kLeads))
    return IsWithin(second, kVowel, kVowels)
               ? kSyllable + ((first - kLead) * kVowels + (second - kVowel)) * kTails
               : 0;
  if (IsWithin(first, kSyllable, kSyllables))
    return (first - kSyllable) % kTails == 0 && IsWithin(second, kTail + 1, kTails - 1)
               ? first + (second - kTail)
               : 0;
  if (!IsMark(second)) return 0;
  const auto found = std::lower_bound(std::begin(kSecond), std::end(kSecond), second);
  if (found == std::end(kSecond) || *found != second) return 0;
  const std::uint16_t* start = kSecondStart + (found - std::begin(kSecond));
  std::size_t low = start[0];
  std::size_t high = start[1];
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const char32_t composite = (second & 0x1F0000) | kComposite[middle];
    const std::uint16_t* at = StepOf(composite).text;
    const char32_t its_first = Next(&at);
    if (its_first == first) return composite;
    if (its_first < first) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return 0;
}

void Compose(Parts parts, std::u32string* run, std::u32string* scratch) {
  scratch->clear();
  for (const char32_t c : *run) AppendParts(c, parts, scratch);
  Reorder(scratch);
  run->clear();
  std::size_t starter = 0;  // One past the last starter in `run`; 0 before there is one.
  unsigned before = 0;      // The combining class of the last of `run`.
  for (const char32_t c : *scratch) {
    const unsigned now = CombiningClass(c);
    // Blocked from its starter by what stands between with the same class or none.
    if (starter != 0 && (starter == run->size() || before < now)) {
      if (const char32_t composite = Composed((*run)[starter - 1], c); composite != 0) {
        (*run)[starter - 1] = composite;
        continue;
      }
    }
    run->push_back(c);
    before = now;
    if (now == 0) starter = run->size();
  }
}

}  // namespace proviso
