#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/author/coding.h"
#include "core/state/session.h"

namespace proviso::view {

/// The copy in which the shown text can be coded: the coder's own, letter for letter. Null: there
/// is none.
CopyPtr CodedCopy(const Library& library, const Session& session);
/// The same of another text.
CopyPtr CodedCopy(const Library& library, const Session& session, DocumentId document);

/// The text in which something is marked or written, if all of it still stands there; or none.
std::optional<DocumentId> MarkedDocument(const Library& library, const Session& session);
/// Whether that is the shown one. If not, nothing is marked there and nothing written.
bool IsMarkedShown(const Library& library, const Session& session);

/// The same as words and sentences.
/// Cost: linear in the text.
CodeText ReadCoded(const Library& library, DocumentId document, const Copy& copy);

/// What is written of a claim, with everything that is still typed.
ClaimLines LinesOf(const Library& library, const Session& session);

/// A line as a whole: its chips and what is typed behind them.
std::string WholeLine(CodeField field, const CodeLine& line);

/// For each sentence of `text` whether a claim stands in it.
std::vector<bool> CodedSentences(const Library& library, DocumentId document, const CodeText& text);

/// Records that what is typed into a field may mean, and the words that stand for them in the line.
struct CodeMatch {
  std::string words, label;
  std::size_t uses = 0;
  bool fresh = false;  ///< What is typed, as a record of its own.
};
/// At most seven, and one more that is new. `typed`: only its last part is looked at.
std::vector<CodeMatch> CodeMatches(const Library& library, CodeField field, std::string_view typed);

}  // namespace proviso::view
