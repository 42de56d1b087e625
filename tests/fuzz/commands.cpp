// Any doings of a reader: every frame is whole, every state has its link, and undo leads back.
//
// The bytes are read as a list of doings: press an item, type, a key, a message of the page, a size
// of window. The dataset is the sample with one of everything, read from the working folder.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "core/wire/wire.h"

namespace {

using namespace proviso;
using namespace proviso::view;

constexpr std::array<std::string_view, 26> kKeys{
    "Enter", " ", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End",
    "/",     "?", "1",      "2",         "3",       "4",         "5",          "6",    "7",
    "8",     "9", "o",      "s",         "x",       "c",         "w",          "z"};
constexpr std::array<std::pair<float, float>, 4> kSizes{
    {{1440, 900}, {390, 844}, {844, 390}, {320, 256}}};
// A frame with its checks takes milliseconds here: many short visits find more than few long ones.
constexpr std::size_t kMostDoings = 24;

Library ReadSample() {
  std::ifstream file("data/samples/everything.json", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  Result<io::Loaded> loaded = io::Load(bytes);
  if (!loaded) {
    std::fputs("Run it where data/samples/everything.json lies.\n", stderr);
    std::exit(1);
  }
  return Library(std::move(loaded->dataset));
}

const Library& Sample() {
  static const Library* const library = new Library(ReadSample());
  return *library;
}

class Doings {
 public:
  Doings(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  bool more() const { return at_ < size_; }
  std::size_t Byte() { return at_ < size_ ? data_[at_++] : 0; }
  std::string Words() {
    const std::size_t length = std::min(Byte() & 31u, size_ - at_);
    std::string words(reinterpret_cast<const char*>(data_ + at_), length);
    at_ += length;
    return words;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

void Check(const Frame& frame, const Session& session) {
  for (const Panel& panel : frame.panels) {
    if (!(panel.rect.w >= 0) || !(panel.rect.h >= 0) || !(panel.scroll_y >= 0)) std::abort();
    std::int32_t index = 0;
    for (const Item& item : panel.scene.items) {
      if (item.parent >= index++ || item.id.empty()) std::abort();
      if (!(item.rect.w >= 0) || !(item.rect.h >= 0)) std::abort();
    }
  }
  const std::string tree = SemanticsJson(frame, session);
  if (!nlohmann::json::accept(tree)) std::abort();
  const DecodedLink link = DecodeLink(EncodeLink(session.state));
  if (!link.notices.empty() || !(link.state == session.state)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Library& library = Sample();
  const TableMeasure measure;
  Doings doings(data, size);
  Session session;
  FrameCache cache;
  Viewport viewport;
  std::vector<Effect> effects;
  for (std::size_t i = 0; i < kMostDoings && doings.more(); ++i) {
    const Frame frame = BuildFrame(library, session, viewport, measure, &cache);
    Check(frame, session);
    Commands commands;
    switch (doings.Byte() % 6) {
      case 0: {  // A press somewhere.
        const Panel& panel = frame.panels[doings.Byte() % frame.panels.size()];
        if (panel.scene.items.empty()) break;
        const std::size_t which = doings.Byte() * 256 + doings.Byte();
        const Item& item = panel.scene.items[which % panel.scene.items.size()];
        if (item.press && !item.disabled)
          commands.push_back(item.editable() ? WithText(*item.press, doings.Words()) : *item.press);
        break;
      }
      case 1: {
        KeyPress key;
        key.key = kKeys[doings.Byte() % kKeys.size()];
        const std::size_t held = doings.Byte();
        key.shift = (held & 1u) != 0;
        key.ctrl = (held & 6u) == 6;
        commands = OnKey(library, session, frame, key);
        break;
      }
      case 2:
        OpenLink(library, doings.Words(), session, effects);
        break;
      case 3:
        commands.push_back(OfferCopy{"", "copy.txt", doings.Words()});
        break;
      case 4: {
        const auto& window = kSizes[doings.Byte() % kSizes.size()];
        viewport.width = window.first;
        viewport.height = window.second;
        viewport.coarse_pointer = window.first < 700;
        viewport.bars = static_cast<Bars>(doings.Byte() % 3);
        break;
      }
      default: {  // Something with a place: a finger, a wheel.
        const auto x = static_cast<float>(doings.Byte() * 8),
                   y = static_cast<float>(doings.Byte() * 4);
        if (const Found found = ItemAt(frame, x, y); found.item != nullptr && found.item->press)
          commands.push_back(*found.item->press);
      }
    }
    for (const Command& command : commands) Update(library, command, session, effects);
    effects.clear();
  }
  Check(BuildFrame(library, session, viewport, measure), session);
  while (!session.undo.empty()) Update(library, Undo{}, session, effects);
  if (!(session.state == ViewState{})) std::abort();
  return 0;
}
