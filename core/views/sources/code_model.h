#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/state/coded_text.h"
#include "core/views/sources/copy_model.h"

namespace proviso::view {

/// A draft, or a text, in the list beside the text.
struct CodeRow {
  std::string id, words;
  Command open;
  bool current = false;
};

/// A sentence of the text, as a button for whoever does not use the pointer.
struct CodeSentence {
  locate::Place place;
  std::string words, note;  ///< "Not coded", "Claim c-lm-2"
  bool coded = false, marked = false;
};

/// One of the four fields.
struct CodeFieldModel {
  CodeField field = CodeField::kWho;
  std::string name;
  std::vector<LinePart> parts;  ///< Of what is taken: chips and pills.
  std::string typed, hint, problem;
  std::vector<CodeMatch> matches;
};

/// A level that can be chosen.
struct CodeLevel {
  std::string word, label;
  bool chosen = false, allowed = true;
};

/// One voice's answer with the claim in the dataset, and before.
struct CodeAnswer {
  std::string voice, now, before;
  bool holder = false;
};

/// One line of what is looked at while the claim is written.
struct CodeCheck {
  std::string words;
  bool fine = true;
};

/// All that is said while a text is coded.
struct CodeModel {
  CopyPtr copy;  ///< Null: the text is not at hand; then `missing` says what to do.
  std::shared_ptr<const CodeText> text;
  CopyModel marks;  ///< Coded passages where they stand.
  std::string title, facts, missing;
  std::string teach;  ///< The address of the page that teaches coding; or empty.
  std::string coder;  ///< Whose initials numbered ids carry.
  std::vector<CodeSentence> sentences;
  std::size_t coded = 0;
  std::vector<CodeRow> texts, drafts;
  std::optional<locate::Place> mark;
  std::vector<locate::Place> more;     ///< Further passages of the claim.
  std::vector<locate::Place> unsaved;  ///< Passages of drafts.
  bool writing = false;
  CodeField field = CodeField::kWho;
  std::array<CodeFieldModel, kCodeFieldCount> fields;
  std::vector<CodeLevel> levels;
  std::string level_note;  ///< "proposed from “cannot”"
  std::string words_note;  ///< "4 words in a row are the text's own"
  bool words_warned = false;
  std::string outcome;  ///< What is asked; empty: nothing can be shown yet.
  std::vector<CodeAnswer> answers;
  std::vector<CodeCheck> checks;
};

/// What is kept from frame to frame: the text taken apart, and the claim made aside.
struct CodeKept {
  std::uint32_t copy = 0;
  std::shared_ptr<const CodeText> text;
  std::string claim;  ///< What is written; of it are the others.
  ClaimSteps made;
  std::shared_ptr<const Library> aside;
};

CodeModel BuildCodeModel(const Library& library, const Session& session, CodeKept* kept);

}  // namespace proviso::view
