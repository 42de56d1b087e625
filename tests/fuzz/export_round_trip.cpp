// Any dataset that loads: its pages and its picture read back as well-formed markup with nothing in
// it that runs, and a link in them never leaves the three schemes.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/safe_text.h"
#include "core/canvas/picture.h"
#include "core/io/load.h"
#include "core/pages/page.h"
#include "core/window/build_frame.h"
#include "tests/support/html_reader.h"

namespace {

using namespace proviso;

constexpr std::array<std::string_view, 12> kNever{"script",        "iframe", "object",  "embed",
                                                  "form",          "base",   "image",   "math",
                                                  "foreignObject", "use",    "animate", "set"};

[[noreturn]] void Fail(const std::string& path, const std::string& what) {
  std::fprintf(stderr, "%s: %s\n", path.c_str(), what.c_str());
  std::abort();
}

/// Data for programs, which no browser runs; nothing in it can end it or begin a comment.
bool IsData(const test::Element& element) {
  return element.attributes.size() == 1 && element.attributes.count("type") != 0 &&
         element.attributes.at("type") == "application/ld+json" &&
         element.text.find('<') == std::string::npos;
}

void CheckPage(const view::ExportedFile& file) {
  const test::Page page = test::HtmlReader(file.bytes).Read();
  if (!page.faults.empty()) Fail(file.path, page.faults.front());
  for (const test::Element& element : page.elements) {
    for (const std::string_view name : kNever)
      if (element.name == name && !(name == "script" && IsData(element)))
        Fail(file.path, "an element " + element.name);
    for (const auto& [name, value] : element.attributes) {
      if (name.substr(0, 2) == "on") Fail(file.path, "an attribute " + name);
      if (name != "href" || value.find(':') == std::string::npos) continue;
      const std::size_t colon = value.find(':');
      if (value.find_first_of("/#?") > colon && !SafeUrl(value))
        Fail(file.path, "an address " + value);
    }
  }
}

/// Every mark of markup in a picture begins one of the elements that pictures are made of.
void CheckPicture(const std::string& picture) {
  constexpr std::array<std::string_view, 10> kElements{
      "svg", "title", "desc", "style", "g", "rect", "clipPath", "path", "text", "circle"};
  for (std::size_t at = picture.find('<'); at != std::string::npos;
       at = picture.find('<', at + 1)) {
    const std::size_t name = picture[at + 1] == '/' ? at + 2 : at + 1;
    const std::size_t end = picture.find_first_of(" />\n", name);
    const std::string_view element = std::string_view(picture).substr(name, end - name);
    bool known = false;
    for (const std::string_view one : kElements) known = known || element == one;
    if (!known) Fail("picture", "an element " + std::string(element));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Result<io::Loaded> loaded = io::Load({reinterpret_cast<const char*>(data), size});
  if (!loaded) return 0;
  const view::Library library(std::move(loaded->dataset));
  for (const view::ExportedFile& file : view::ExportPages(library))
    if (file.path.size() > 5 && file.path.substr(file.path.size() - 5) == ".html") CheckPage(file);
  view::Session session;
  const view::TableMeasure measure;
  for (std::size_t i = 0; i < kWords<view::ViewId>.size() - 1; ++i) {
    session.state.view = static_cast<view::ViewId>(i);
    const view::Frame frame = view::BuildFrame(library, session, {}, measure);
    const std::string picture = view::FrameToSvg(frame, view::Palette::kLight, measure);
    CheckPicture(picture);
  }
  return 0;
}
