#pragma once

#include <string>

namespace proviso {

/// True for the categories L*, M* and N* of Unicode 15.0.
bool IsLetterMarkOrNumber(char32_t c);

/// True for the categories Mn, Mc and Me.
bool IsMark(char32_t c);

/// True for the category Pd.
bool IsDash(char32_t c);

/// The canonical combining class, 0 for what starts a sequence.
unsigned CombiningClass(char32_t c);

/// How far characters are taken apart.
enum class Parts {
  kCanonical,   ///< As for NFD.
  kCompatible,  ///< As for NFKD.
  kFolded,      ///< As for NFKD, each character case folded before it is taken apart and after.
};

/// Appends the full decomposition of `c`, in no other order than the tables'.
void AppendParts(char32_t c, Parts parts, std::u32string* out);

/// Appends the full case folding of `c`: status C and F, one to three characters.
void AppendFolded(char32_t c, std::u32string* out);

/// The primary composite of two characters that follow each other, or 0.
char32_t Composed(char32_t first, char32_t second);

/// Brings `run` into a composed normal form: NFC for the canonical parts, NFKC for the compatible
/// ones. `scratch` is memory to reuse from run to run.
///
/// Cost: that of sorting, however long a run of marks a reader's text may hold.
/// Source: Unicode Standard Annex 15.
void Compose(Parts parts, std::u32string* run, std::u32string* scratch);

}  // namespace proviso
