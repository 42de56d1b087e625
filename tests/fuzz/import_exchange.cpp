// Any bytes as another tool's file: no crash, no endless loop; what is taken is a dataset that
// loads.
//
// The first byte chooses the format. A project of REFI-QDA is an archive, which chance never makes,
// so one choice takes the bytes for what lies in it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/exchange/formats.h"
#include "core/io/load.h"
#include "core/sheets/import.h"
#include "core/sheets/zip.h"

namespace {

using namespace proviso;

constexpr std::string_view kText =
    "The bridge will close in May. Nobody paid.\n\nThe line stays, the council said.\n";

void Take(std::string_view format, const std::string& bytes) {
  exchange::TakeOptions options;
  options.text = [](const std::string&) -> std::optional<std::string> {
    return std::string(kText);
  };
  const Result<exchange::Taken> taken = exchange::Read(format, bytes, options);
  if (!taken) {
    if (taken.problems().empty() || taken.problems()[0].rule.empty()) std::abort();
    return;
  }
  sheets::ImportOptions into;
  into.base = taken->base ? &*taken->base : nullptr;
  into.text = [&](const std::string& name, const std::string&) -> std::optional<std::string> {
    for (const auto& [document, words] : taken->texts)
      if (document == name) return words;
    return std::nullopt;
  };
  const sheets::Imported imported = sheets::ImportBook(taken->book, into);
  if (imported.loaded && !io::Load(imported.bytes)) std::abort();
  if (!imported.loaded && imported.problems.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 8) {
    case 0:
      Take("qdpx", bytes);
      break;
    case 1:
      Take("qdpx",
           sheets::WriteZip({{"project.qde", bytes}, {"sources/a.txt", std::string(kText)}}));
      break;
    case 2:
      Take("annotations", bytes);
      break;
    case 3:
      Take("csl", bytes);
      break;
    case 4:
      Take("dna", bytes);
      break;
    case 5:
      Take("aif", bytes);
      break;
    case 6:
      exchange::PlainText(bytes, "a.html");
      break;
    default:
      exchange::PlainText(sheets::WriteZip({{"word/document.xml", bytes}, {"content.xml", bytes}}),
                          (size & 1u) != 0 ? "a.docx" : "a.odt");
  }
  return 0;
}
