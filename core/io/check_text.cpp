#include "core/io/check_text.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/io/fields.h"
#include "core/io/report.h"

namespace proviso::io {
namespace {

constexpr std::size_t kMostProblems = 100;
constexpr std::size_t kRun = 7;  ///< Words in a row that are too many to share with a source.

std::string PointerTo(Table table, std::uint32_t index, std::string_view path) {
  return "/" + std::string(Word(table)) + "/" + std::to_string(index) + std::string(path);
}

void Add(std::string code, std::string pointer, std::string rule, std::string remedy,
         std::vector<Problem>* problems) {
  if (problems->size() < kMostProblems)
    problems->push_back(
        {std::move(code), std::move(pointer), 0, 0, std::move(rule), std::move(remedy)});
}

// --- I7: the locators --------------------------------------------------------------------------

class Locators {
 public:
  Locators(const Dataset& dataset, DocumentId document, std::u32string_view norm1, TextCheck* out)
      : dataset_(dataset),
        document_(document),
        norm1_(norm1),
        skeleton_(MakeSkeleton(norm1)),
        out_(*out) {}

  void Check() {
    const DocumentText& text = dataset_[document_].text;
    if (Sha256Hex(ToUtf8(skeleton_.letters)) != text.sha256) {
      return Error("/text/sha256",
                   "The text has another digest; it is not the text that was coded.",
                   "Give the text that was coded, or make the locators again from this one.");
    }
    if (norm1_.size() != text.code_points) {
      return Error("/text/codePoints",
                   "The text has " + Count(norm1_.size()) + " code points in norm-1, not " +
                       Count(text.code_points) + "; its letters are the same, its layout is not.",
                   "Give the copy that was coded, or correct `codePoints` and the offsets.");
    }
    CheckParagraphs(text);
    for (std::uint32_t i = 0; i < dataset_.passages.size(); ++i)
      if (dataset_.passages[i].document == document_) CheckPassage(i);
  }

 private:
  void Error(std::string_view path, std::string rule, std::string remedy) {
    Add("I7", PointerTo(Table::kDocuments, document_.index(), path), std::move(rule),
        std::move(remedy), &out_.errors);
  }

  void CheckParagraphs(const DocumentText& text) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < text.paragraphs.size(); ++i) {
      const Paragraph& paragraph = text.paragraphs[i];
      if (std::any_of(norm1_.begin() + at, norm1_.begin() + paragraph.start,
                      [](char32_t c) { return c != U' '; }))
        Error("/text/paragraphs/" + std::to_string(i) + "/start",
              "The character before this paragraph is no space; paragraphs cover the text.",
              "Correct `start`, or the end of the paragraph before.");
      at = paragraph.end;
    }
  }

  void CheckPassage(std::uint32_t i) {
    const Passage& passage = dataset_.passages[i];
    const auto error = [&](std::string_view path, std::string rule, std::string remedy) {
      Add("I7", PointerTo(Table::kPassages, i, path), std::move(rule), std::move(remedy),
          &out_.errors);
    };
    const auto warn = [&](std::string_view path, std::string rule, std::string remedy) {
      Add("I7", PointerTo(Table::kPassages, i, path), std::move(rule), std::move(remedy),
          &out_.warnings);
    };
    constexpr char kMakeAgain[] = "Make the locator again from the text.";
    constexpr char kTrim[] = "Trim the passage to its first and last letter or digit.";
    if (!IsWordCharacter(norm1_[passage.start]))
      warn("/start", "The passage does not start at a letter or digit.", kTrim);
    if (!IsWordCharacter(norm1_[passage.end - 1]))
      warn("/end", "The passage does not end at a letter or digit.", kTrim);
    const auto& origin = skeleton_.origin;
    const auto first = std::lower_bound(origin.begin(), origin.end(), passage.start);
    const auto last = std::lower_bound(first, origin.end(), passage.end);
    const std::u32string_view letters =
        std::u32string_view(skeleton_.letters)
            .substr(static_cast<std::size_t>(first - origin.begin()),
                    static_cast<std::size_t>(last - first));
    if (Sha256Hex(ToUtf8(letters)) != passage.sha256) {
      return error("/sha256", "The text between `start` and `end` has another digest.", kMakeAgain);
    }
    if (letters.size() != passage.letters)
      error("/letters",
            "The passage has " + Count(letters.size()) + " letters and digits, not " +
                Count(passage.letters) + ".",
            kMakeAgain);
    if (!Marked(i) && StandsTwice(letters))
      warn("/sha256",
           "The words of this passage stand more than once in the text; a reader may be led to the "
           "other place.",
           "Take in more of the sentence, or mark the repeated place with `repeats`.");
  }

  bool Marked(std::uint32_t i) const {
    const Passage& passage = dataset_.passages[i];
    if (passage.repeats || passage.role == PassageRole::kRepeat) return true;
    return std::any_of(dataset_.passages.begin(), dataset_.passages.end(),
                       [i](const Passage& other) { return other.repeats == PassageId(i); });
  }

  bool StandsTwice(std::u32string_view letters) const {
    const std::u32string_view all = skeleton_.letters;
    int times = 0;
    for (std::size_t at = all.find(letters); at != all.npos; at = all.find(letters, at + 1)) {
      const std::uint32_t start = skeleton_.origin[at];
      const bool word_start = start == 0 || !IsWordCharacter(norm1_[start - 1]);
      if (word_start && ++times == 2) return true;
    }
    return false;
  }

  const Dataset& dataset_;
  const DocumentId document_;
  const std::u32string_view norm1_;
  const Skeleton skeleton_;
  TextCheck& out_;
};

// --- I14: words taken over ---------------------------------------------------------------------

/// Finds the longest run of words that a string shares with the source.
class SourceWords {
 public:
  explicit SourceWords(std::u32string_view norm1) {
    for (std::u32string& word : Words(norm1)) {
      const auto number = static_cast<std::uint32_t>(numbers_.size());
      source_.push_back(numbers_.try_emplace(std::move(word), number).first->second);
    }
    for (std::uint32_t i = 0; i + kRun <= source_.size(); ++i)
      runs_.emplace(HashOf(&source_[i]), i);
  }

  /// The words of the longest shared run, or 0 if it has fewer than `kRun`.
  std::size_t LongestRun(Text text) const {
    std::vector<std::uint32_t> words;
    for (const std::u32string& word : Words(Norm1(text))) {
      const auto known = numbers_.find(word);
      words.push_back(known == numbers_.end() ? kUnknown : known->second);
    }
    std::size_t longest = 0;
    for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
      const auto [begin, end] = runs_.equal_range(HashOf(&words[i]));
      for (auto run = begin; run != end; ++run) {
        std::size_t shared = 0;
        while (i + shared < words.size() && run->second + shared < source_.size() &&
               words[i + shared] == source_[run->second + shared])
          ++shared;
        if (shared >= kRun) longest = std::max(longest, shared);
      }
    }
    return longest;
  }

 private:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFFu;

  static std::uint64_t HashOf(const std::uint32_t* words) {
    std::uint64_t hash = 0;
    for (std::size_t i = 0; i < kRun; ++i) hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15u;
    return hash;
  }

  std::unordered_map<std::u32string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> source_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> runs_;
};

/// Visits a dataset and tests every text in which a coder writes sentences.
class Paraphrases {
 public:
  Paraphrases(const SourceWords& source, Warnings* warnings)
      : source_(source), warnings_(*warnings) {}

  template <class T>
  void Field(std::string_view name, const T& member, const Rule&) {
    const std::size_t before = pointer_.size();
    pointer_ += '/';
    pointer_ += name;
    if constexpr (IsObject<T>) {
      Fields(*this, member);
    } else if constexpr (std::is_same_v<T, Text>) {
      if (Prose(name)) Test(name, member);
    } else if constexpr (requires { member.data(); }) {
      Items(name, member);
    }
    pointer_.resize(before);
  }
  template <class R>
  void Records(std::string_view name, Table, const std::vector<R>& records, const Rule&) {
    pointer_ = "/" + std::string(name);
    Items(name, std::span<const R>(records));
    pointer_.clear();
  }
  void Format(std::string_view) {}
  void FormatVersion(std::string_view, const Text&) {}
  void Extensions(const Text&) {}

 private:
  /// Names, titles and places are set phrases: they are what the source says, and may be.
  static bool Prose(std::string_view name) {
    constexpr std::string_view kProse[] = {"gloss", "label",   "hedges",  "hedge", "cue",
                                           "note",  "notes",   "text",    "basis", "dateBasis",
                                           "as",    "measure", "baseline"};
    return std::find(std::begin(kProse), std::end(kProse), name) != std::end(kProse);
  }

  template <class T>
  void Items(std::string_view name, std::span<const T> items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::size_t before = pointer_.size();
      pointer_ += '/' + std::to_string(i);
      if constexpr (IsObject<T>) {
        Fields(*this, items[i]);
      } else if constexpr (std::is_same_v<T, Text>) {
        if (Prose(name)) Test(name, items[i]);
      }
      pointer_.resize(before);
    }
  }

  void Test(std::string_view name, Text text) {
    const std::size_t run = source_.LongestRun(text);
    if (run == 0) return;
    Add("I14", pointer_,
        "`" + std::string(name) + "` shares a run of " + Count(run) +
            " words with the text; at most " + Count(kRun - 1) + " may follow as in the source.",
        "Say it in other words.", &warnings_);
  }

  const SourceWords& source_;
  Warnings& warnings_;
  std::string pointer_;
};

}  // namespace

TextCheck CheckAgainstText(const Dataset& dataset, DocumentId document, std::string_view text) {
  TextCheck check;
  if (const auto invalid = FirstInvalidUtf8(text)) {
    Add("syntax", PointerTo(Table::kDocuments, document.index(), "/text"),
        "The text is not UTF-8 from byte " + Count(*invalid) + " on.", "Save the text as UTF-8.",
        &check.errors);
    return check;
  }
  const std::u32string norm1 = Norm1(text);
  Locators(dataset, document, norm1, &check).Check();
  // Where the words themselves may stand in the file, a shared run gives nothing away.
  if (dataset[document].quoting != Quoting::kNone) return check;
  const SourceWords source(norm1);
  Paraphrases paraphrases(source, &check.warnings);
  Fields(paraphrases, dataset);
  return check;
}

}  // namespace proviso::io
