#pragma once

namespace proviso {

/// What norm-1 makes of a character before NFKC: 0 if it is dropped, a plain quotation mark or
/// hyphen for its many forms, else the character itself.
///
/// Source: core/base/README.md, "norm-1".
char32_t FoldMark(char32_t c);

}  // namespace proviso
