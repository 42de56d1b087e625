#include "web/core_bridge.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/io/json_value.h"
#include "core/wire/service.h"
#include "core/wire/wire.h"
#ifdef PROVISO_READS_TEXTS
#include "core/exchange/formats.h"
#include "core/exchange/import_file.h"
#include "core/io/load.h"
#endif

struct ProvisoCore {
  proviso::view::Service service;
  std::vector<std::uint8_t> input;
  std::string output;
};

namespace {

/// A hard bound over the loader's own: what may be copied in at all.
constexpr std::size_t kMostInput = std::size_t{1} << 30;

/// Of input and output this much stays for the next call; the rest is given back.
constexpr std::size_t kKept = std::size_t{1} << 20;

/// What is asked for that needs no open dataset, or none: that is something else.
std::optional<proviso::io::JsonValue> OfFile(std::string_view request) {
  auto json = proviso::io::ReadJson(request);
  if (!json) return std::nullopt;
  const std::string_view asked = json->TextOf("do");
  for (const char* known : {"text", "import", "export", "formats"})
    if (asked == known) return json;
  return std::nullopt;
}

using proviso::Result;
using proviso::view::ProblemsJson;

/// The result, or what is wrong.
bool Give(Result<std::string> result, std::string* output) {
  *output = result.ok() ? std::move(*result) : ProblemsJson(result.problems(), {});
  return result.ok();
}

#ifdef PROVISO_READS_TEXTS
namespace exchange = proviso::exchange;

Result<std::string> Import(std::string_view bytes, const proviso::io::JsonValue& request) {
  const proviso::io::JsonValue* help = request.Find("help");
  Result<exchange::ImportedFile> file = exchange::ImportFile(
      bytes, request.TextOf("name"), help != nullptr ? *help : proviso::io::JsonValue());
  if (!file.ok()) return file.problems();
  return exchange::ImportedJson(*file);
}

Result<std::string> Export(std::string_view bytes, std::string_view format) {
  Result<proviso::io::Loaded> loaded = proviso::io::Load(bytes);
  if (!loaded.ok()) return loaded.problems();
  return exchange::ExportFile(format, loaded->dataset);
}

bool Carry(const proviso::io::JsonValue& request, std::string_view bytes, std::string* output) {
  const std::string_view asked = request.TextOf("do");
  if (asked == "formats") return Give(exchange::FormatsJson(), output);
  if (asked == "import") return Give(Import(bytes, request), output);
  if (asked == "export") return Give(Export(bytes, request.TextOf("format")), output);
  return Give(exchange::PlainText(bytes, request.TextOf("name")), output);
}
#else
bool Carry(const proviso::io::JsonValue&, std::string_view bytes, std::string* output) {
  return Give(std::string(bytes), output);
}
#endif

}  // namespace

extern "C" {

ProvisoCore* proviso_core_create(void) { return new ProvisoCore; }

void proviso_core_destroy(ProvisoCore* self) { delete self; }

uint8_t* proviso_core_input(ProvisoCore* self, size_t size) {
  if (size > kMostInput) return nullptr;
  if (self->output.capacity() > kKept) self->output = {};
  self->input.resize(size);
  // A vector of nothing may have no address, and NULL means failure here.
  if (size == 0) self->input.reserve(1);
  return self->input.data();
}

int proviso_core_call(ProvisoCore* self, size_t request) {
  const std::string_view all(reinterpret_cast<const char*>(self->input.data()), self->input.size());
  request = std::min(request, all.size());
  const std::string_view rest = all.substr(request);
  const auto of_file = OfFile(all.substr(0, request));
  const bool done = of_file ? Carry(*of_file, rest, &self->output)
                            : self->service.Call(all.substr(0, request), rest, &self->output);
  if (self->input.capacity() > kKept) self->input = {};
  return done ? 1 : 0;
}

const uint8_t* proviso_core_output(ProvisoCore* self) {
  return reinterpret_cast<const uint8_t*>(self->output.data());
}

size_t proviso_core_output_size(ProvisoCore* self) { return self->output.size(); }

}  // extern "C"
