// Any bytes: no crash, no endless loop; what loads is written in a form that loads again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/io/check_text.h"
#include "core/io/load.h"
#include "core/io/save.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto result = proviso::io::Load(bytes);
  if (!result) {
    if (result.problems().empty()) std::abort();
    return 0;
  }
  const std::string saved = proviso::io::Save(result->dataset);
  const auto again = proviso::io::Load(saved);
  if (!again || proviso::io::Save(again->dataset) != saved) std::abort();
  if (!again->dataset.documents.empty())
    proviso::io::CheckAgainstText(again->dataset, proviso::DocumentId(0), bytes);
  return 0;
}
