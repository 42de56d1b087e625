#include "web/bridge.h"

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "imgui.h"
#include "shell/app.h"
#include "tests/support/files.h"
#include "web/graphics.h"

namespace proviso::web {
namespace {

/// Graphics that show nothing and take every texture.
class NoGraphics final : public Graphics {
 public:
  bool Start(const shell::App& app) override {
    app.MakeCurrent();
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    return true;
  }
  void Render(int, int) override {
    for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
      const bool goes = texture->Status == ImTextureStatus_WantDestroy;
      texture->SetTexID(goes ? ImTextureID_Invalid : ImTextureID{1});
      texture->SetStatus(goes ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
    }
  }
  void Restore() override {}
};

}  // namespace

Graphics* MakeGraphics() { return new NoGraphics(); }

}  // namespace proviso::web

namespace proviso {
namespace {

/// What the page's core_link.js does, in C++.
class Page {
 public:
  Page() : self_(proviso_create()) {
    int face = 0;
    for (const char* file : {"sans-400", "sans-600", "serif-400", "serif-600"}) {
      Give(test::ReadFile(std::string("build/fonts/") + file + ".ttf"));
      fonts += proviso_font(self_, face++);
    }
    proviso_resize(self_, 1200, 800, 2, 0);
  }
  ~Page() { proviso_destroy(self_); }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  void Give(std::string_view bytes) {
    std::uint8_t* room = proviso_input(self_, bytes.size());
    REQUIRE(room != nullptr);
    std::memcpy(room, bytes.data(), bytes.size());
  }
  bool Open(std::string_view bytes) {
    Give(bytes);
    return proviso_open(self_) == 1;
  }
  bool Send(std::string_view json) {
    Give(json);
    return proviso_send(self_) == 1;
  }
  std::string Take(int what) {
    const std::size_t size = proviso_take(self_, what);
    const std::uint8_t* at = proviso_output(self_);
    return {at, at + size};
  }
  double Frame() { return proviso_frame(self_, now_ms += 16); }

  Proviso* self_;
  int fonts = 0;
  double now_ms = 1000;
};

const std::string& Data() {
  static const std::string bytes = test::ReadFile("data/china-military-aid.json");
  return bytes;
}

TEST_CASE("a page opens a dataset, presses an item and hears the new link", "[bridge]") {
  Page page;
  REQUIRE(page.fonts == 4);
  REQUIRE(page.Open(Data()));
  CHECK(page.Take(-1).find("\"errors\":[]") != std::string::npos);
  page.Frame();
  page.Take(0);
  const std::string tree = page.Take(1);
  REQUIRE(tree.find("\"landmark\":\"main\"") != std::string::npos);
  CHECK(page.Take(1).empty());  // Nothing has changed since.
  REQUIRE(page.Send(R"({"do":"link","text":"v=claims"})"));
  page.Frame();
  CHECK(page.Take(0).find("\"text\":\"v=claims\",\"place\":true") != std::string::npos);
  CHECK(page.Take(2) == "v=claims");
  CHECK_FALSE(page.Take(1).empty());
}

TEST_CASE("a filter is no new place for the browser's history", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"v=claims"})");
  page.Frame();
  page.Take(0);
  page.Send(R"({"do":"link","text":"modality=likely&v=claims"})");
  page.Frame();
  CHECK(page.Take(0).find("\"place\":false") != std::string::npos);
}

TEST_CASE("an idle explorer wants no frame", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  for (int i = 0; i < 8; ++i) page.Frame();
  CHECK(page.Frame() == -1);
}

TEST_CASE("messages that are not exactly of the form do nothing", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  page.Frame();
  const std::string link = page.Take(2);
  for (const char* message :
       {"", "{", "[]", "null", "{}", R"({"do":"explode"})", R"({"do":5})", R"({"do":["press"]})",
        R"({"do":"press"})", R"({"do":"press","item":7})", R"({"do":"press","item":"nothing"})",
        R"({"do":"text","item":"top/search"})", R"({"do":"palette","text":"pink"})",
        R"({"do":"key","key":""})", R"({"do":"key"})", R"({"do":"scroll","item":"x","y":"far"})",
        R"({"do":"focus","item":{"__proto__":1}})", "{\"do\":\"key\",\"key\":\"\xff\"}"}) {
    INFO(message);
    page.Send(message);
    page.Frame();
    CHECK(page.Take(2) == link);
  }
}

TEST_CASE("a dataset that is refused comes back with its problems, and the old one stays",
          "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  CHECK_FALSE(page.Open("{\"format\": 3}"));
  const std::string report = page.Take(-1);
  CHECK(report.find("\"pointer\":\"/format\"") != std::string::npos);
  page.Frame();
  CHECK(page.Take(1).find("China sends weapons") != std::string::npos);
}

TEST_CASE("what is no font is refused and changes nothing", "[bridge]") {
  Page page;
  page.Give("not a font at all");
  CHECK(proviso_font(page.self_, 0) == 0);
  page.Give("");
  CHECK(proviso_font(page.self_, -1) == 0);
  CHECK(proviso_font(page.self_, 9) == 0);
}

TEST_CASE("an input beyond the hard bound is refused before memory is taken", "[bridge]") {
  Page page;
  CHECK(proviso_input(page.self_, std::size_t{1} << 40) == nullptr);
  CHECK(proviso_input(page.self_, 0) != nullptr);
}

TEST_CASE("an unknown part of a link is ignored with a notice", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"v=claims&wat=1"})");
  page.Frame();
  CHECK(page.Take(2) == "v=claims");
  CHECK(page.Take(1).find("wat") != std::string::npos);
}

}  // namespace
}  // namespace proviso
