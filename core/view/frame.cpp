#include "core/view/frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/view/actors_scene.h"
#include "core/view/claims_scene.h"
#include "core/view/dialog_scene.h"
#include "core/view/foot_scene.h"
#include "core/view/glyph.h"
#include "core/view/inspector_scene.h"
#include "core/view/sources_scene.h"
#include "core/view/top_scene.h"
#include "core/view/what_if_scene.h"

namespace proviso::view {
namespace {

class Builder {
 public:
  Builder(const Library& library, const Session& session, const Viewport& viewport,
          const TextMeasure& measure, FrameCache* cache)
      : library_(library), session_(session), measure_(measure), cache_(cache) {
    frame_.viewport = viewport;
    frame_.text_scale =
        static_cast<float>(std::clamp<int>(session.state.text_percent, 100, 200)) / 100;
    // Large type makes a window small: at 200 % every width behaves as the class below.
    const float effective = viewport.width / frame_.text_scale;
    size_ = effective >= 1200  ? WidthClass::kWide
            : effective >= 700 ? WidthClass::kMedium
                               : WidthClass::kPhone;
  }

  Frame Build() {
    top_model_ = BuildTopModel(library_, session_);
    scenario_ = BuildScenarioModel(library_, session_);
    const float width = frame_.viewport.width;
    float top = 0, bottom = frame_.viewport.height;
    top += AddBar("top", Landmark::kBanner, "Views and search",
                  {0, top, width, Bar(phone() ? 52 : 56)}, Ink::kPaper,
                  [&](const Space& space) { return BuildTopScene(top_model_, space); });
    if (!top_model_.notices.empty()) {
      Space space = SpaceFor({0, top, width, 1});
      Scene scene = BuildNoticesScene(top_model_, space);
      // Many notices scroll; the view keeps most of the window.
      const float height = std::min(scene.height, std::round(frame_.viewport.height / 4));
      top += AddBar("notices", Landmark::kRegion, "Notices", {0, top, width, height},
                    Ink::kAlteredTint, [&](const Space&) { return scene; });
    }
    if (view() != ViewId::kWhatIf && !low())
      top += AddBar("scenario", Landmark::kRegion, "What is supposed", {0, top, width, Bar(50)},
                    Ink::kSunken,
                    [&](const Space& space) { return BuildScenarioScene(scenario_, space); });
    const float foot = phone() ? Bar(64) : S(28);
    bottom -= foot;
    Stage({0, top, width, bottom - top});
    if (phone())
      AddBar("tabs", Landmark::kNavigation, "Views", {0, bottom, width, foot}, Ink::kPaper,
             [&](const Space& space) { return BuildTabsScene(top_model_, space); });
    else
      AddBar("foot", Landmark::kContentInfo, "Legend and dataset", {0, bottom, width, foot},
             Ink::kSunken, [&](const Space& space) {
               return BuildFootScene(BuildFootModel(library_, session_), space);
             });
    if (session_.dialog != Dialog::kNone) AddDialog();
    return std::move(frame_);
  }

 private:
  ViewId view() const { return session_.state.view; }
  bool phone() const { return size_ == WidthClass::kPhone; }
  bool wide() const { return size_ == WidthClass::kWide; }
  /// A phone on its side, or a page zoomed far in: bars would leave nothing between them.
  bool low() const { return phone() && frame_.viewport.height < 480 * frame_.text_scale; }
  float S(float points) const { return std::round(points * frame_.text_scale); }
  float Bar(float points) const {
    return std::max(S(points), frame_.viewport.coarse_pointer ? 52.0f : 0.0f);
  }

  Space SpaceFor(Rect rect) const {
    Space space{measure_};
    space.scale = frame_.text_scale;
    space.coarse = frame_.viewport.coarse_pointer;
    space.size = size_;
    space.width = rect.w;
    space.height = rect.h;
    return space;
  }

  float ScrollOf(const std::string& id) const {
    const auto found = session_.scroll.find(id);
    return found == session_.scroll.end() ? 0 : std::round(std::max(0.0f, found->second));
  }

  // A panel whose scene `build` makes of the space it gets.
  template <class Build>
  Panel& Add(std::string id, Landmark landmark, std::string name, Rect rect, Ink ground,
             const Build& build) {
    Panel panel;
    panel.id = std::move(id);
    panel.landmark = landmark;
    panel.name = std::move(name);
    panel.rect = rect;
    panel.ground = ground;
    Space space = SpaceFor(rect);
    space.scroll_y = ScrollOf(panel.id);
    panel.scene = build(space);
    if (selected_y_ >= 0 && session_.scroll.count(panel.id) == 0) {
      // A place that was just gone to: what is selected there is in sight.
      const float low = panel.rect.h - S(60);
      if (selected_y_ > low) space.scroll_y = std::round(selected_y_ - panel.rect.h / 4);
      panel.scene = build(space);
    }
    selected_y_ = -1;
    const float most = std::max(0.0f, std::ceil(panel.scene.height - rect.h));
    panel.scroll_y = std::min(space.scroll_y, most);
    if (panel.scroll_y != space.scroll_y) {
      // Scrolled past the end of what is now shorter: lists build other rows there.
      space.scroll_y = panel.scroll_y;
      panel.scene = build(space);
    }
    frame_.panels.push_back(std::move(panel));
    return frame_.panels.back();
  }

  template <class Build>
  float AddBar(std::string id, Landmark landmark, std::string name, Rect rect, Ink ground,
               const Build& build) {
    Add(std::move(id), landmark, std::move(name), rect, ground, build);
    return rect.h;
  }

  // The view with what stands beside it.
  void Stage(Rect rect) {
    const std::optional<InspectorModel> inspector = BuildInspectorModel(library_, session_);
    std::optional<InspectorModel> profile;
    Rect stage = rect;
    const bool beside_always = view() == ViewId::kActors && !phone();
    const float least = S(420);
    Rect side_panel = rect;
    side_panel.w = S(wide() ? 372 : 340);
    side_panel.x = rect.right() - side_panel.w;
    const bool open = inspector.has_value() || beside_always;
    const bool pushes = !phone() && rect.w - side_panel.w >= least;
    if (open && pushes) stage.w -= side_panel.w;
    switch (view()) {
      case ViewId::kClaims:
        ClaimsStage(stage);
        break;
      case ViewId::kActors:
        ActorsStage(stage, &profile);
        break;
      case ViewId::kSources:
        SourcesStage(stage);
        break;
      case ViewId::kWhatIf:
        WhatIfStage(stage, open && pushes);
        break;
      default:
        MissingStage(stage);
        break;
    }
    const std::optional<InspectorModel>& shown = inspector ? inspector : profile;
    if (!shown || (!inspector && !beside_always)) return;
    if (!inspector && !pushes) return;  // A profile that nobody asked for covers nothing.
    if (phone()) {
      side_panel = {0, 0, frame_.viewport.width, frame_.viewport.height - Bar(64)};
      side_panel.h = std::max(side_panel.h, frame_.viewport.height * 0.6f);
    }
    Add("inspector", Landmark::kComplementary, "Details", side_panel, Ink::kSurface,
        [&](const Space& space) {
          return BuildInspectorScene(*shown, inspector.has_value(), space);
        });
  }

  void WhatIfStage(Rect rect, bool crowded) {
    const WhatIfModel model = BuildWhatIfModel(library_, session_);
    const bool levers_beside =
        wide() || (size_ == WidthClass::kMedium && !crowded && rect.w >= S(960));
    if (phone() && !low()) {
      Space space = SpaceFor({0, 0, rect.w, 1});
      const float height = BuildSupposeBarScene(model, scenario_, space).height;
      rect.h -= height;
      StageAnswers(model, {}, std::nullopt, rect, true);
      AddBar("suppose", Landmark::kRegion, "What is supposed",
             {rect.x, rect.bottom(), rect.w, height}, Ink::kPaper,
             [&](const Space& inner) { return BuildSupposeBarScene(model, scenario_, inner); });
      return;
    }
    if (!levers_beside) {
      StageAnswers(model, {}, std::nullopt, rect);
      return;
    }
    const bool gutter = wide();
    Rect levers = rect;
    levers.w = S(gutter ? 416 : 360);
    std::vector<WireStart> wires;
    const Panel& side = Add("side", Landmark::kComplementary, "Conditions", levers, Ink::kPaper,
                            [&](const Space& space) {
                              LeversScene scene = BuildLeversScene(model, scenario_, space);
                              wires = std::move(scene.wires);
                              return std::move(scene.scene);
                            });
    const float lever_scroll = side.scroll_y;
    Rect stage = rect;
    stage.x += levers.w;
    stage.w -= levers.w;
    StageAnswers(model, gutter ? wires : std::vector<WireStart>{}, lever_scroll, stage);
  }

  // `lever_scroll`: where the levers beside it stand; none: there are none.
  void StageAnswers(const WhatIfModel& model, const std::vector<WireStart>& wires,
                    std::optional<float> lever_scroll, Rect rect, bool bar_below = false) {
    AnswersPlace place;
    place.gutter = wide() && lever_scroll ? 60.0f : 0.0f;
    place.levers_beside = lever_scroll.has_value();
    place.bar_below = bar_below;
    Add("stage", Landmark::kMain, "Answers", rect, Ink::kPaper, [&](const Space& space) {
      std::vector<WireStart> in_sight;
      for (WireStart wire : wires) {
        // A lever that is scrolled away sends no wire from nowhere.
        const float y = wire.y - lever_scroll.value_or(0);
        if (y < 0 || y > rect.h) continue;
        wire.y = y + space.scroll_y;
        in_sight.push_back(wire);
      }
      return BuildAnswersScene(model, scenario_, in_sight, place, space);
    });
  }

  const ClaimOrder& Order(ClaimOrder* own) {
    if (cache_ != nullptr && cache_->order && SameClaimOrder(cache_->state, session_.state))
      return *cache_->order;
    ClaimOrder order = OrderClaims(library_, session_.state);
    if (cache_ == nullptr) {
      *own = std::move(order);
      return *own;
    }
    cache_->state = session_.state;
    cache_->order = std::move(order);
    return *cache_->order;
  }

  void ClaimsStage(Rect rect) {
    ClaimOrder own;
    const ClaimOrder& order = Order(&own);
    Rect stage = rect;
    if (wide()) {
      Rect side = rect;
      side.w = S(272);
      stage.x += side.w;
      stage.w -= side.w;
      const ClaimsModel facets = BuildClaimsModel(library_, session_, order, 0, 0);
      Add("side", Landmark::kComplementary, "Filters", side, Ink::kPaper,
          [&](const Space& space) { return BuildFacetsScene(facets, space); });
    }
    Add("stage", Landmark::kMain, "Claims", stage, Ink::kPaper, [&](const Space& space) {
      ClaimsModel model;
      return BuildClaimListScene(library_, session_, order, space, &model, &selected_y_);
    });
  }

  void ActorsStage(Rect rect, std::optional<InspectorModel>* profile) {
    Add("stage", Landmark::kMain, "Actors", rect, Ink::kPaper, [&](const Space& space) {
      ActorsModel model;
      Scene scene = BuildActorListScene(library_, session_, space, &model);
      *profile = std::move(model.profile);
      return scene;
    });
  }

  void SourcesStage(Rect rect) {
    const SourcesModel model = BuildSourcesModel(library_, session_);
    Rect stage = rect;
    if (wide()) {
      Rect side = rect;
      side.w = S(280);
      stage.x += side.w;
      stage.w -= side.w;
      Add("side", Landmark::kComplementary, "Texts", side, Ink::kPaper,
          [&](const Space& space) { return BuildDocumentsScene(model, space); });
    }
    Add("stage", Landmark::kMain, "Outline", stage, Ink::kPaper,
        [&](const Space& space) { return BuildOutlineScene(model, space, &selected_y_); });
  }

  void MissingStage(Rect rect) {
    Add("stage", Landmark::kMain, "View", rect, Ink::kPaper,
        [&](const Space& space) { return BuildMissingScene(top_model_, space); });
  }

  void AddDialog() {
    const Dialog dialog = session_.dialog;
    const Viewport& window = frame_.viewport;
    const float wanted = S(dialog == Dialog::kPalette ? 720 : dialog == Dialog::kShare ? 780 : 560);
    Rect rect;
    rect.w = phone() ? window.width : std::min(wanted, window.width - 48);
    rect.x = std::round((window.width - rect.w) / 2);
    rect.y = phone() ? 0 : std::round(std::min(98.0f, window.height / 9));
    float room = phone() ? window.height : window.height - 2 * rect.y;
    // On a phone a sheet: what it covers shows above it.
    const bool sheet = phone() && dialog != Dialog::kPalette;
    if (sheet) {
      rect.y = std::round(window.height * 0.15f);
      room = window.height - rect.y;
    }
    if (dialog == Dialog::kLevers && !phone()) {
      rect.x = 0;
      rect.w = std::min(S(360), window.width);
      rect.y = 0;
      room = window.height;
    }
    rect.h = std::round(room);
    Space measured = SpaceFor(rect);
    Scene scene = DialogScene(dialog, measured);
    if (!(phone() && dialog == Dialog::kPalette) && !(dialog == Dialog::kLevers && !phone()))
      rect.h = std::min(rect.h, std::ceil(scene.height));
    if (sheet) rect.y = window.height - rect.h;
    Panel& panel = Add("dialog", Landmark::kDialog, DialogName(dialog), rect, Ink::kSurface,
                       [&](const Space&) { return scene; });
    panel.modal = true;
    panel.scene.shapes.push_back(StrokeShape({0, panel.scroll_y, rect.w, rect.h}, Ink::kInk, 2));
  }

  Scene DialogScene(Dialog dialog, const Space& space) {
    switch (dialog) {
      case Dialog::kPalette:
        return BuildPaletteScene(BuildPaletteModel(library_, session_), session_.focus, space);
      case Dialog::kKeys:
        return BuildKeysScene(space);
      case Dialog::kShare:
        return BuildShareScene(library_, session_, top_model_, space);
      case Dialog::kAbout:
        return BuildAboutScene(library_, space);
      case Dialog::kFilters: {
        ClaimOrder own;
        return BuildFiltersDialogScene(BuildClaimsModel(library_, session_, Order(&own), 0, 0),
                                       space);
      }
      case Dialog::kLevers:
        return BuildLeversDialogScene(BuildWhatIfModel(library_, session_), scenario_, space);
      case Dialog::kMenu:
        return BuildMenuScene(session_, top_model_, space);
      default:
        return BuildNoticesDialogScene(top_model_, space);
    }
  }

  const Library& library_;
  const Session& session_;
  const TextMeasure& measure_;
  FrameCache* cache_;
  WidthClass size_ = WidthClass::kWide;
  float selected_y_ = -1;  ///< Said by the scene that `Add` is building; below 0: nothing.
  Frame frame_;
  TopModel top_model_;
  ScenarioModel scenario_;
};

}  // namespace

Frame BuildFrame(const Library& library, const Session& session, const Viewport& viewport,
                 const TextMeasure& measure, FrameCache* cache) {
  return Builder(library, session, viewport, measure, cache).Build();
}

Found FindItem(const Frame& frame, std::string_view id) {
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.id == id) return {&panel, &item};
  return {};
}

Found ItemAt(const Frame& frame, float x, float y) {
  for (auto panel = frame.panels.rbegin(); panel != frame.panels.rend(); ++panel) {
    if (panel->rect.Contains(x, y)) {
      const float px = x - panel->rect.x, py = y - panel->rect.y + panel->scroll_y;
      for (auto item = panel->scene.items.rbegin(); item != panel->scene.items.rend(); ++item)
        if (item->focusable() && item->rect.Contains(px, py)) return {&*panel, &*item};
      return {};  // What lies under this panel cannot be seen here.
    }
    if (panel->modal) return {};
  }
  return {};
}

}  // namespace proviso::view
