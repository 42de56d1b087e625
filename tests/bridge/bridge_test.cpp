#include "web/bridge.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "core/voice/prepare.h"
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
  bool Offer(const std::string& purpose, const std::string& name, std::string_view bytes) {
    Give(purpose + "\n" + name + "\n" + std::string(bytes));
    return proviso_offer(self_) == 1;
  }
  /// The semantic tree as it is now.
  std::string Tree() {
    Frame();
    const std::string tree = Take(1);
    if (!tree.empty()) tree_ = tree;
    return tree_;
  }
  bool Shows(std::string_view words) { return Tree().find(words) != std::string::npos; }
  bool Press(const std::string& item) {
    Frame();
    return Send(R"({"do":"press","item":")" + item + "\"}");
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
  std::string tree_;
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

TEST_CASE("limits that a page has lowered hold for it and for its reader", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  REQUIRE(page.Send(R"({"do":"limits","text":"records 50"})"));
  CHECK_FALSE(page.Open(Data()));
  CHECK(page.Take(-1).find("\"code\":\"limit\"") != std::string::npos);
  CHECK(page.Offer("dataset", "mine.json", Data()));
  CHECK(page.Shows("may have at most 50"));
}

TEST_CASE("a page has its own colours drawn, and as many bars as it wants", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  REQUIRE(page.Send(R"({"do":"palette","text":"light","item":"accent #7a1fa2"})"));
  page.Frame();
  CHECK(page.Take(5).find("#7a1fa2") != std::string::npos);
  CHECK(page.Shows(R"("id":"top")"));
  proviso_resize(page.self_, 1200, 800, 2, 4);
  CHECK_FALSE(page.Shows(R"("id":"top")"));
  CHECK(page.Shows(R"("id":"foot")"));
  proviso_resize(page.self_, 1200, 800, 2, 8);
  CHECK_FALSE(page.Shows(R"("id":"foot")"));
  CHECK(page.Shows(R"("id":"stage")"));
}

TEST_CASE("the page hears which ring can be seen, whatever it asked for", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  REQUIRE(page.Send(R"({"do":"palette","text":"light","item":"focus #b00020"})"));
  CHECK(page.Take(0).find(R"({"type":"ring","text":"#b00020"})") != std::string::npos);
  page.Send(R"({"do":"palette","text":"light","item":"focus #fefefe"})");
  CHECK(page.Take(0).find(R"({"type":"ring","text":"#0e5e58"})") != std::string::npos);
  CHECK(page.Take(0).find("ring") == std::string::npos);  // Told once.
}

TEST_CASE("the focus does not go behind a dialog", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  REQUIRE(page.Send(R"({"do":"focus","item":"tab/claims"})"));
  CHECK(page.Shows(R"("focus":"tab/claims")"));
  REQUIRE(page.Send(R"({"do":"key","key":"?"})"));
  page.Tree();
  page.Send(R"({"do":"focus","item":"tab/map"})");
  CHECK_FALSE(page.Shows(R"("focus":"tab/map")"));
  page.Send(R"({"do":"key","key":"Escape"})");
  page.Send(R"({"do":"focus","item":"tab/map"})");
  CHECK(page.Shows(R"("focus":"tab/map")"));
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

TEST_CASE("a reader’s copy of a text is checked, and leads to no message that carries it",
          "[bridge][sources]") {
  Page page;
  REQUIRE(page.Open(test::ReadFile("data/samples/worked-example.json")));
  page.Send(R"({"do":"link","text":"v=sources"})");
  REQUIRE(page.Shows("4 passages, not checked"));
  page.Take(0);
  REQUIRE(page.Press("documents/copy.choose-copy"));
  page.Frame();
  CHECK(page.Take(0).find(R"({"type":"pick","text":"copy"})") != std::string::npos);
  CHECK(page.Send(R"({"do":"expect","item":"copy","text":"mine.txt","size":394})"));
  CHECK(page.Offer("copy", "mine.txt", test::ReadFile("data/samples/worked-example.txt")));
  CHECK(page.Shows("Your copy of text A: 4 found."));
  CHECK(page.Shows("mine.txt"));
  const std::string events = page.Take(0);
  CHECK(events.find("Washington") == std::string::npos);
  CHECK(page.Take(2) == "v=sources");
  page.Give("no line feeds");
  CHECK(proviso_offer(page.self_) == 0);
}

TEST_CASE("another dataset opens beside the first, a bad one leaves both, and one can go back",
          "[bridge][open]") {
  Page page;
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"v=claims"})");
  page.Send(R"({"do":"key","key":"/"})");
  page.Send(R"({"do":"text","item":"palette-words","text":">open a dataset"})");
  page.Frame();
  page.Send(R"({"do":"key","key":"Enter","field":true})");
  REQUIRE(page.Shows("It is read on this machine"));

  CHECK(page.Send(R"({"do":"expect","text":"example.json","size":3000})"));
  CHECK(page.Shows("Reading example.json"));
  page.Send(R"({"do":"progress","y":0.5})");
  CHECK(page.Shows("50 % is here"));
  CHECK(page.Offer("", "example.json", test::ReadFile("data/samples/worked-example.json")));
  CHECK(page.Shows("Opened: Worked example"));
  CHECK(page.Shows("example.json has 4 claims"));
  REQUIRE(page.Press("open/close"));
  CHECK(page.Take(2).empty());  // A session of its own.

  CHECK(page.Offer("dataset", "bad.json", R"({"format": 3})"));
  CHECK(page.Shows("Not opened: "));
  CHECK(page.Shows("What you were looking at is unchanged."));
  CHECK(page.Shows("line 1, column 12 · /format"));
  page.Send(R"({"do":"key","key":"Escape"})");
  CHECK(page.Take(8).find("Worked example") != std::string::npos);

  page.Send(R"({"do":"key","key":"/"})");
  page.Send(R"({"do":"text","item":"palette-words","text":">go back to"})");
  page.Frame();
  page.Send(R"({"do":"key","key":"Enter","field":true})");
  CHECK(page.Take(2) == "v=claims");
  CHECK_FALSE(page.Shows("Worked example"));
}

TEST_CASE(
    "a page hears what it needs to give back what a reader opened, should the program begin anew",
    "[bridge][open]") {
  const auto heard = [](Page& page, const std::string& what) {
    return page.Take(0).find(what) != std::string::npos;
  };
  Page page;
  REQUIRE(page.Open(Data()));
  CHECK_FALSE(heard(page, R"({"type":"opened")"));  // The page knows what it opened itself.
  page.Send(R"({"do":"link","text":"v=sources"})");
  REQUIRE(
      page.Offer("dataset", "example.json", test::ReadFile("data/samples/worked-example.json")));
  CHECK(heard(page, R"({"type":"opened","text":"given")"));
  REQUIRE(page.Press("open/close"));
  const std::string text = test::ReadFile("data/samples/worked-example.txt");
  REQUIRE(page.Offer("copy", "example.txt", text));
  const std::string events = page.Take(0);
  CHECK(events.find(R"("type":"copy-held")") != std::string::npos);
  page.Give("d-brief");
  const std::string held = page.Take(12);
  CHECK(held.find(text.substr(0, 40)) != std::string::npos);
  CHECK(std::count(held.begin(), held.end(), '\n') + 2 >=
        std::count(text.begin(), text.end(), '\n'));
  // What is given back leads nobody away, and is asked about no more.
  page.Send(R"({"do":"link","text":"v=map"})");
  page.Send(R"({"do":"own","item":"worked-example","address":"d-brief","text":"Others."})");
  CHECK(page.Take(2) == "v=map");
  CHECK_FALSE(page.Shows("does not look like"));
  page.Send(R"({"do":"own","item":"worked-example","address":"d-none","text":"Others."})");
  CHECK(page.Take(2) == "v=map");
  page.Send(R"({"do":"link","text":"v=sources"})");
  page.Give("no document");
  CHECK(page.Take(12).empty());
  page.Send(R"({"do":"key","key":"/"})");
  page.Send(R"({"do":"text","item":"palette-words","text":">go back to"})");
  page.Frame();
  page.Send(R"({"do":"key","key":"Enter","field":true})");
  CHECK(heard(page, R"({"type":"opened","text":"first")"));
  page.Send(R"({"do":"restarted"})");
  CHECK(page.Shows("has begun anew"));
}

/// What a worker makes of `bytes`, and how many of those have ended.
int ended = 0;
ProvisoReady* Ready(std::string_view bytes) {
  return reinterpret_cast<ProvisoReady*>(new view::Prepared(view::Prepare(bytes, {})));
}
void End(ProvisoReady* ready) {
  ++ended;
  delete reinterpret_cast<view::Prepared*>(ready);
}

TEST_CASE("a dataset that was made ready elsewhere opens like its bytes, and is let go of once",
          "[bridge][open]") {
  ended = 0;
  {
    Page page;
    proviso_take_ready(page.self_, Ready(Data()), End);
    REQUIRE(page.Open(""));
    const std::string report = page.Take(-1);
    Page other;
    REQUIRE(other.Open(Data()));
    CHECK(report == other.Take(-1));
    CHECK(page.Take(8) == other.Take(8));
    CHECK(page.Tree() == other.Tree());
    // One that a reader gives: what was open waits behind it.
    const std::string example = test::ReadFile("data/samples/worked-example.json");
    proviso_take_ready(page.self_, Ready(example), End);
    CHECK(page.Offer("dataset", "example.json", ""));
    CHECK(other.Offer("dataset", "example.json", example));
    CHECK(page.Tree() == other.Tree());
    CHECK(ended == 0);
    // A third takes the place of the second, and nothing holds that any more.
    proviso_take_ready(page.self_, Ready(example), End);
    CHECK(page.Offer("dataset", "again.json", ""));
    CHECK(page.Shows("again.json has 4 claims"));
    page.Frame();
    CHECK(ended == 1);
    // What is wrong with one is said after it has gone.
    proviso_take_ready(page.self_, Ready(R"({"format": 3})"), End);
    CHECK(page.Offer("dataset", "bad.json", ""));
    CHECK(ended == 2);
    CHECK(page.Shows("line 1, column 12 · /format"));
    proviso_take_ready(page.self_, Ready(R"({"format": 3})"), End);
    CHECK_FALSE(page.Open(""));
    CHECK(page.Take(-1).find("/format") != std::string::npos);
    CHECK(ended == 3);
  }
  CHECK(ended == 5);
}

TEST_CASE("whoever no longer wants a file says so, and is asked for the next one",
          "[bridge][open]") {
  Page page;
  REQUIRE(page.Open(Data()));
  CHECK_FALSE(page.Send(R"({"do":"progress","y":0.5})"));  // Nobody waits for one.
  CHECK(page.Send(R"({"do":"expect","text":"example.json","size":3000})"));
  CHECK(page.Send(R"({"do":"progress","y":1})"));
  CHECK(page.Shows("All of it is here and is being read."));
  // Closed, it goes on.
  REQUIRE(page.Press("open/aside"));
  CHECK(page.Send(R"({"do":"progress","y":1})"));
  CHECK_FALSE(page.Shows("All of it is here"));
  CHECK(page.Send(R"({"do":"expect","text":"example.json","size":3000})"));
  REQUIRE(page.Press("open/stop"));
  CHECK_FALSE(page.Send(R"({"do":"progress","y":1})"));
  CHECK(page.Shows("Choose a file"));
}

TEST_CASE("a dataset with warnings waits for an answer", "[bridge][open]") {
  Page page;
  REQUIRE(page.Open(Data()));
  std::string bytes = test::ReadFile("data/samples/worked-example.json");
  const std::size_t at = bytes.find("\"propositions\"");
  const std::size_t list = bytes.find('[', at) + 1;
  bytes.insert(list, R"({"id":"aa-unused","label":"Nobody uses this","kind":"event"},)");
  REQUIRE(page.Offer("dataset", "example.json", bytes));
  CHECK(page.Shows("Open with 1 warning?"));
  CHECK(page.Take(0).find(R"("opened")") == std::string::npos);
  CHECK_FALSE(page.Shows("Opened: "));
  REQUIRE(page.Press("open/open-anyway"));
  CHECK(page.Take(0).find(R"({"type":"opened","text":"given")") != std::string::npos);
  CHECK(page.Shows("Opened: Worked example"));
  REQUIRE(page.Press("open/back"));
  CHECK(page.Shows("China sends weapons"));
}

TEST_CASE("a file that is too large is refused before anything of it is read", "[bridge][open]") {
  Page page;
  REQUIRE(page.Open(Data()));
  CHECK(page.Send(R"({"do":"expect","item":"dataset","text":"big.json","size":134217728})"));
  CHECK_FALSE(page.Send(R"({"do":"expect","item":"dataset","text":"big.json","size":134217729})"));
  CHECK(page.Shows("134217729 bytes; at most 134217728"));
  CHECK_FALSE(page.Send(R"({"do":"expect","item":"copy","text":"big.txt","size":67108865})"));
  // What is pasted without having been asked for stays the page's.
  page.Send(R"({"do":"key","key":"Escape"})");
  CHECK_FALSE(page.Send(R"({"do":"expect","size":1000})"));
  page.Send(R"({"do":"link","text":"v=sources"})");
  CHECK(page.Send(R"({"do":"expect","size":1000})"));
}

TEST_CASE("a swipe over the matrix of a phone shows the next holder, and back", "[bridge]") {
  Page page;
  REQUIRE(page.Open(Data()));
  proviso_resize(page.self_, 390, 844, 2, 1);
  REQUIRE(page.Send(R"({"do":"link","text":"v=matrix"})"));
  const auto holder = [&page] {
    const std::string tree = page.Tree();
    const std::size_t at = tree.find(R"("id":"matrix/title")");
    REQUIRE(at != std::string::npos);
    return tree.substr(at, tree.find('}', at) - at);
  };
  const std::string first = holder();
  proviso_pointer(page.self_, 7, 300, 500, -120, 0);
  CHECK(holder() != first);
  proviso_pointer(page.self_, 7, 100, 500, 120, 0);
  CHECK(holder() == first);
}

TEST_CASE("a saved state file is handed to the page, and opens where it is dropped",
          "[bridge][share]") {
  Page page;
  page.Send(
      R"({"do":"host","item":"2026-11-25","text":"https://example.org/","address":"d.json"})");
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"on=us-warns-china&v=claims"})");
  REQUIRE(page.Press("top/share"));
  CHECK(page.Shows("https://example.org/#on=us-warns-china&v=claims"));
  REQUIRE(page.Press("share/tab.cite"));
  CHECK(page.Shows("Seen on 25 November 2026."));
  REQUIRE(page.Press("share/tab.export"));
  page.Take(0);
  REQUIRE(page.Press("share/format.state"));
  page.Frame();
  const std::string events = page.Take(0);
  CHECK(events.find(R"("type":"save","name":"china-military-aid-claims-state.json")") !=
        std::string::npos);
  const std::string file =
      R"({"format":"proviso-state","formatVersion":"1.0","dataset":{"id":"china-military-aid"},"state":"v=map"})";
  CHECK(page.Send(R"({"do":"expect","item":"","text":"mine.json","size":100})"));
  CHECK(page.Offer("", "mine.json", file));
  CHECK(page.Take(2) == "v=map");
  CHECK_FALSE(page.Shows("Not opened"));
  CHECK(page.Offer("", "bad.json", file.substr(0, file.size() - 8) + ":7}"));
  CHECK(page.Shows("Not opened: 1 error"));
  CHECK(page.Take(2) == "v=map");
}

TEST_CASE("copied is said when the page has copied, and not before", "[bridge][share]") {
  Page page;
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"v=claims"})");
  CHECK(page.Send(R"({"do":"copied","text":"done"})"));
  CHECK_FALSE(page.Shows("Copied:"));  // Nothing was to be copied.
  REQUIRE(page.Press("top/share"));
  REQUIRE(page.Press("share/link"));
  page.Frame();
  CHECK(page.Take(0).find(R"("type":"copy")") != std::string::npos);
  CHECK_FALSE(page.Shows("Copied:"));
  CHECK(page.Send(R"({"do":"copied","text":"failed"})"));
  CHECK(page.Shows(R"("announcement":"Not copied: the link to this view. Copy it by hand.")"));
  CHECK_FALSE(page.Shows("Copied:"));
  CHECK(page.Send(R"({"do":"copied","text":"done"})"));
  CHECK(page.Shows(R"("announcement":"Copied: the link to this view.")"));
}

TEST_CASE("notes are asked for when a dataset opens, kept when written, and never in a link",
          "[bridge][notes]") {
  Page page;
  REQUIRE(page.Open(Data()));
  CHECK(page.Take(0).find(R"({"type":"recall","text":"china-military-aid"})") != std::string::npos);
  const std::string kept =
      R"({\"format\":\"proviso-notes\",\"formatVersion\":\"1.0\",\"dataset\":\"china-military-aid\",\"notes\":[{\"record\":\"a-raska\",\"text\":\"ask him\"}]})";
  CHECK_FALSE(page.Send(R"({"do":"notes","item":"another","text":""})"));
  CHECK(page.Send(R"({"do":"notes","item":"china-military-aid","text":")" + kept + "\"}"));
  page.Send(R"({"do":"link","text":"sel=a-raska&v=claims"})");
  CHECK(page.Shows("ask him"));
  page.Take(0);
  page.Send(R"({"do":"text","item":"inspector/your-note","text":"ask him again"})");
  page.Frame();
  const std::string events = page.Take(0);
  CHECK(events.find(R"("type":"notes","name":"china-military-aid")") != std::string::npos);
  CHECK(events.find("ask him again") != std::string::npos);
  CHECK(page.Take(2) == "sel=a-raska&v=claims");
  page.Send(R"({"do":"unkept"})");
  page.Send(R"({"do":"key","key":"Escape"})");
  REQUIRE(page.Press("top/menu"));
  REQUIRE(page.Press("menu/.notes"));
  CHECK(page.Shows("They last for this visit"));
}

TEST_CASE("pictures and paper: an SVG of what is on screen, and a sheet", "[bridge][share]") {
  Page page;
  page.Send(
      R"({"do":"host","item":"2026-11-25","text":"https://example.org/","address":"d.json"})");
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"v=claims"})");
  REQUIRE(page.Press("top/share"));
  REQUIRE(page.Press("share/tab.export"));
  page.Frame();
  page.Take(0);
  REQUIRE(page.Press("share/format.svg"));
  page.Frame();
  const std::string events = page.Take(0);
  CHECK(events.find(R"("media":"image/svg+xml","text":"<svg )") != std::string::npos);
  CHECK(events.find("Share this view") == std::string::npos);
  REQUIRE(page.Press("top/share"));
  REQUIRE(page.Press("share/format.png"));
  page.Frame();
  CHECK(page.Take(0).find(R"({"type":"png","text":"china-military-aid-claims.png"})") !=
        std::string::npos);
  CHECK(page.Take(3).find(R"("svg":"<svg )") != std::string::npos);
}

TEST_CASE("what a reader set before holds again", "[bridge][share]") {
  Page page;
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"setting","item":"keys","text":"off"})");
  page.Send(R"({"do":"setting","item":"motion","text":"on"})");
  page.Send(R"({"do":"setting","item":"theme","text":"dark"})");
  page.Send(R"({"do":"setting","item":"theme","text":"pink"})");
  page.Frame();
  const std::string events = page.Take(0);
  CHECK(events.find(R"({"type":"keys","text":"off"})") != std::string::npos);
  CHECK(events.find(R"({"type":"motion","text":"on"})") != std::string::npos);
  CHECK(events.find(R"({"type":"theme","text":"dark"})") != std::string::npos);
  CHECK_FALSE(page.Send(R"({"do":"key","key":"3"})"));
}

TEST_CASE("the words of a language are asked for, and taken while they are wanted",
          "[bridge][words]") {
  Page page;
  page.Send(R"({"do":"setting","item":"language","text":"de"})");  // Before there is a dataset.
  REQUIRE(page.Open(Data()));
  page.Frame();
  CHECK(page.Take(0).find(R"({"type":"language","text":"de"})") != std::string::npos);
  CHECK(page.Shows(R"("language":"en")"));
  const auto words = [&page](const char* language, const char* menu) {
    return page.Send(std::string(R"({"do":"words","text":"{\"language\":\")") + language +
                     R"(\",\"name\":\"x\",\"reviewed\":false,\"plural\":\"one\",)" +
                     R"(\"words\":{\"Search\":\")" + menu + R"(\"}}"})");
  };
  CHECK_FALSE(words("ru", "Поиск"));
  CHECK_FALSE(page.Shows("Поиск"));
  CHECK(words("de", "Suchen"));
  CHECK(page.Shows("Suchen"));
  CHECK(page.Shows(R"("language":"de")"));
  REQUIRE(page.Press("top/menu"));
  REQUIRE(page.Press("menu/.language"));
  REQUIRE(page.Press("language/en"));
  CHECK_FALSE(page.Shows("Suchen"));
}

TEST_CASE("a part of the program that comes later is asked for once, and the picture waits for it",
          "[bridge][parts]") {
  Page page;
  page.Send(R"({"do":"part","item":"dialogs","text":"later"})");
  REQUIRE(page.Open(Data()));
  CHECK(page.Take(9).empty());
  page.Frame();
  CHECK(page.Take(0).find(R"("type":"part")") == std::string::npos);  // A first visit needs none.
  const std::string before = page.Tree();
  REQUIRE(page.Press("top/share"));
  CHECK(page.Frame() == -1);  // It waits without drawing.
  CHECK(page.Tree().find(R"("modal":true)") == std::string::npos);
  CHECK(page.Take(9) == "dialogs ");
  const std::string asked = page.Take(0);
  const std::size_t at = asked.find(R"({"type":"part","text":"dialogs"})");
  REQUIRE(at != std::string::npos);
  CHECK(asked.find(R"("type":"part")", at + 9) == std::string::npos);
  CHECK(
      page.Send(R"({"do":"key","key":"x"})"));  // What a key means only the part knows: it is held.
  page.Send(R"({"do":"part","item":"dialogs","text":"here"})");
  CHECK(page.Tree().find(R"("modal":true)") != std::string::npos);
  CHECK(page.Take(9).empty());
  page.Send(R"({"do":"link","text":"v=map"})");  // The page has said of no other part that it comes
                                                 // later.
  CHECK(page.Take(0).find(R"("type":"part")") == std::string::npos);
}

TEST_CASE("a picture for an article is saved when the part that draws it is here",
          "[bridge][parts][figure]") {
  Page page;
  page.Send(R"({"do":"part","item":"figure","text":"later"})");
  REQUIRE(page.Open(Data()));
  page.Frame();
  page.Give("wide.svg");
  CHECK(page.Take(10).empty());
  CHECK(page.Take(0).find(R"({"type":"part","text":"figure"})") != std::string::npos);
  REQUIRE(page.Press("top/share"));
  REQUIRE(page.Press("share/tab.export"));
  REQUIRE(page.Press("share/format.figure-png"));
  CHECK(page.Take(0).find(R"("type":"save")") == std::string::npos);
  page.Send(R"({"do":"part","item":"figure","text":"here"})");
  const std::string saved = page.Take(0);
  CHECK(saved.find(R"("media":"image/png;base64")") != std::string::npos);
  CHECK(saved.find("iVBORw0KGgo") != std::string::npos);  // How a PNG begins.
  page.Give("square.svg");
  const std::string svg = page.Take(10);
  CHECK(svg.rfind("<svg", 0) == 0);
  CHECK(svg.find("width=\"1080\" height=\"1080\"") != std::string::npos);
  CHECK(svg.find("<text") == std::string::npos);
}

TEST_CASE("what was kept comes back in order: a text behind the edit that has added it",
          "[bridge][parts]") {
  Page page;
  page.Send(R"({"do":"part","item":"author","text":"later"})");
  REQUIRE(page.Open(test::ReadFile("data/samples/worked-example.json")));
  page.Send(R"({"do":"editing","text":"on"})");
  std::string kept = test::ReadFile("data/samples/worked-example.json");
  const std::string text = test::ReadFile("data/samples/worked-example.txt");
  const auto rename = [&kept](const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = kept.find(from, at)) != std::string::npos; at += to.size())
      kept.replace(at, from.size(), to);
  };
  rename("\"d-brief\"", "\"d-added\"");
  const auto quoted = [](const std::string& words) {
    std::string made = "\"";
    for (const char c : words) {
      if (c == '"' || c == '\\') made += '\\';
      made += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return made + '"';
  };
  CHECK(page.Send(R"({"do":"work","item":"worked-example","text":)" + quoted(kept) + "}"));
  CHECK(page.Send(R"({"do":"own","item":"worked-example","address":"d-added","text":)" +
                  quoted(text) + "}"));
  page.Give("d-added");
  CHECK(page.Take(12).empty());
  CHECK(page.Take(0).find(R"({"type":"part","text":"author"})") != std::string::npos);
  page.Send(R"({"do":"part","item":"author","text":"here"})");
  page.Give("d-added");
  CHECK(page.Take(12).find(text.substr(0, 40)) != std::string::npos);
}

TEST_CASE("who cannot have a part is told so, and is back where it is not needed",
          "[bridge][parts]") {
  Page page;
  page.Send(R"({"do":"part","item":"compare","text":"later"})");
  page.Send(R"({"do":"part","item":"dialogs","text":"later"})");
  page.Send(R"({"do":"link","text":"v=compare"})");
  REQUIRE(page.Open(Data()));
  CHECK(page.Take(9) == "compare ");
  CHECK(page.Take(3).empty());  // Nothing goes on paper meanwhile.
  page.Send(R"({"do":"part","item":"compare","text":"failed"})");
  // Before anything was drawn: the page hears that it is no longer where its address says.
  const std::string events = page.Take(0);
  CHECK(events.find(R"({"type":"link","text":"v=compare")") <
        events.find(R"({"type":"link","text":"")"));
  CHECK(events.find(R"({"type":"link","text":"")") != std::string::npos);
  CHECK(page.Shows("could not be fetched"));
  CHECK(page.Take(2).empty());
  page.Send(R"({"do":"link","text":"v=map"})");
  REQUIRE(page.Press("top/share"));
  page.Take(0);
  page.Send(R"({"do":"part","item":"dialogs","text":"failed"})");
  CHECK(page.Shows("could not be fetched"));
  CHECK(page.Take(2) == "v=map");
  REQUIRE(page.Press("top/share"));
  CHECK(page.Take(0).find(R"({"type":"part","text":"dialogs"})") != std::string::npos);  // Again.
}

TEST_CASE("a question waits for the view that its claims are counted in, and is left without it",
          "[bridge][parts]") {
  Page page;
  for (const char* part : {"questions", "compare", "map"})
    page.Send(R"({"do":"part","item":")" + std::string(part) + R"(","text":"later"})");
  REQUIRE(page.Open(Data()));
  page.Send(R"({"do":"link","text":"step=ask-agree&v=questions"})");
  REQUIRE(page.Take(2) == "step=ask-agree&v=questions");
  page.Send(R"({"do":"part","item":"questions","text":"here"})");
  CHECK(page.Take(9) == "compare ");  // Of all that comes later that one alone.
  page.Send(R"({"do":"part","item":"compare","text":"failed"})");
  CHECK(page.Shows("could not be fetched"));
  CHECK(page.Take(2).find("v=") == std::string::npos);
  page.Send(R"({"do":"link","text":"step=ask-agree&v=questions"})");
  page.Send(R"({"do":"part","item":"compare","text":"here"})");
  CHECK(page.Shows("claims"));
  CHECK(page.Take(2) == "step=ask-agree&v=questions");
}

TEST_CASE("who cannot have the details of what is selected is back where nothing is",
          "[bridge][parts]") {
  Page page;
  for (const char* part : {"details", "network", "claims", "dialogs"})
    page.Send(R"({"do":"part","item":")" + std::string(part) + R"(","text":"later"})");
  REQUIRE(page.Open(Data()));
  CHECK(page.Take(9).empty());
  const auto fails = [&page](const std::string& link, const std::string& part,
                             const std::string& back) {
    page.Send(R"({"do":"link","text":")" + link + "\"}");
    CHECK(page.Take(9) == part + " ");
    page.Send(R"({"do":"part","item":")" + part + R"(","text":"failed"})");
    CHECK(page.Shows("could not be fetched"));
    CHECK(page.Take(2) == back);
    page.Send(R"({"do":"key","key":"Escape"})");
  };
  fails("sel=a-blog-author&v=matrix", "details", "v=matrix");
  fails("why=a-blog-author", "details", "");
  fails("no-edges=about&v=actors", "network", "v=actors");
  page.Send(R"({"do":"part","item":"details","text":"here"})");
  page.Send(R"({"do":"link","text":"sel=a-blog-author"})");
  CHECK(page.Take(9).empty());
  CHECK(page.Shows("inspector/close"));
}

TEST_CASE("undo waits for no part", "[bridge][parts]") {
  Page page;
  page.Send(R"({"do":"part","item":"details","text":"later"})");
  REQUIRE(page.Open(Data()));
  page.Frame();
  page.Send(R"({"do":"link","text":"sel=a-blog-author"})");
  CHECK(page.Take(9) == "details ");
  CHECK(page.Send(R"({"do":"key","key":"z","ctrl":true})"));
  CHECK(page.Take(2).empty());
  CHECK(page.Take(9).empty());
}

TEST_CASE("a copy waits for the part that finds the passages in it", "[bridge][parts]") {
  Page page;
  page.Send(R"({"do":"part","item":"copies","text":"later"})");
  REQUIRE(page.Open(test::ReadFile("data/samples/worked-example.json")));
  page.Frame();
  page.Take(0);
  const std::string text = test::ReadFile("data/samples/worked-example.txt");
  CHECK(page.Offer("copy", "mine.txt", text));
  CHECK(page.Take(0).find(R"({"type":"part","text":"copies"})") != std::string::npos);
  CHECK_FALSE(page.Shows("mine.txt"));
  page.Send(R"({"do":"part","item":"copies","text":"failed"})");
  CHECK(page.Shows("could not be fetched"));
  CHECK(page.Offer("copy", "mine.txt", text));
  page.Send(R"({"do":"part","item":"copies","text":"here"})");
  CHECK(page.Take(2).find("v=sources") != std::string::npos);
}

}  // namespace
}  // namespace proviso
