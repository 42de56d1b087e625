#include "core/state/state_file.h"

#include "core/io/json_out.h"
#include "core/io/reader_file.h"

namespace proviso::view {
namespace {

constexpr std::size_t kLargest = 1 << 20;
constexpr std::size_t kLongestWord = 200;

}  // namespace

std::string WriteState(const StateFile& file) {
  io::JsonOut json;
  json.Open('{');
  json.Text("format", kStateFormat);
  json.Text("formatVersion", "1.0");
  json.Object("dataset");
  json.Text("id", file.dataset);
  json.TextIfAny("version", file.version);
  json.Text("sha256", file.digest);
  json.Close('}');
  json.Text("state", file.state);
  json.Close('}');
  return json.TakeIndented();
}

Result<StateFile> ReadState(std::string_view bytes) {
  io::ReaderFile in(bytes, kLargest);
  StateFile file;
  bool state = false, dataset = false;
  const auto in_dataset = [&](const std::string& key) {
    if (key == "id") return in.String(&file.dataset, kLongestWord);
    if (key == "version") return in.String(&file.version, kLongestWord);
    if (key == "sha256") return in.String(&file.digest, kLongestWord);
    return in.Unknown(key);
  };
  const bool read = in.Object([&](const std::string& key) {
    if (key == "format") return in.Exactly(kStateFormat);
    if (key == "formatVersion") return in.Exactly("1.0");
    if (key == "dataset") return dataset = in.Object(in_dataset);
    if (key == "state") return state = in.String(&file.state, kLargest, false);
    return in.Unknown(key);
  });
  if (read && in.Finish()) {
    if (!dataset) in.Lacks("dataset");
    if (!state) in.Lacks("state");
  }
  if (!in.ok()) return in.problem();
  return file;
}

std::string FormatOf(std::string_view bytes) {
  io::JsonCursor cursor(bytes.substr(0, 256));
  std::string_view text;
  bool first = true;
  if (!cursor.Opens('{')) return {};
  cursor.Enter();
  if (!cursor.NextKey(&first) || !cursor.ReadKey(&text) || text != "format" || !cursor.Opens('"') ||
      !cursor.String(&text))
    return {};
  return std::string(text);
}

}  // namespace proviso::view
