#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/exchange/taken.h"

namespace proviso::exchange {

/// A coded statement of DNA, from its event list or from its database.
struct DnaStatement {
  std::string id, time, person, organization, concept_name, text, coder;
  std::optional<bool> agreement;
  std::optional<std::uint32_t> start, stop;  ///< Units of UTF-16, as Java counts.
  std::string document_id, document, author, source, section, type;
  std::size_t row = 0;  ///< In the file, from 1.
};

/// Takes statements over: persons and organisations as voices, concepts as statements, agreement as
/// side. `documents`: the texts by the documents' ids, where the file has them. Source: DNA 2 and
/// 3, manual.
Taken TakeDna(const std::vector<DnaStatement>& statements,
              const std::map<std::string, std::string>& documents, const TakeOptions& options,
              std::string_view kind);

}  // namespace proviso::exchange
