// The voices as a list beside the drawing: how each reaches the reader, its claims, what it says
// now. The chosen row opens in place.

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/canvas/column.h"
#include "core/reason/answer.h"
#include "core/views/actors/marks.h"
#include "core/views/actors/scene.h"
#include "core/views/actors/stage.h"
#include "core/voice/answers.h"

namespace proviso::view {
namespace {

constexpr float kVoicesWidth = 372, kLeastSides = 820;

/// A row before it is laid out.
struct VoicesRow {
  std::uint32_t node = 0;
  std::optional<reason::ViewIndex> view;  ///< Whose reply it shows.
};

/// The nearest view of every actor.
std::vector<std::optional<reason::ViewIndex>> NearestViews(const Library& library) {
  std::vector<std::optional<reason::ViewIndex>> nearest(library.dataset.actors.size());
  std::vector<VoiceOrder> order(nearest.size());
  for (std::uint32_t i = 0; i < library.views.size(); ++i) {
    const reason::ViewIndex view(i);
    const std::size_t actor = library.views[view].actor.index();
    const VoiceOrder at = OrderOf(library, view);
    if (nearest[actor] && !(at < order[actor])) continue;
    nearest[actor] = view;
    order[actor] = at;
  }
  return nearest;
}

class VoicesList {
 public:
  VoicesList(StageBuilder& builder, ActorsCache& cache, const Space& space)
      : selected_y_(builder.selected_y()),
        library_(builder.library()),
        state_(builder.state()),
        cache_(cache),
        space_(space),
        sketch_(space, "inspector", Ink::kSurface) {
    if (const RecordRef record = library_.dataset.Find(state_.selection);
        record && record.table == Table::kActors)
      selected_ = ActorId(record.index);
    const Outcome outcome = FindOutcome(library_, state_.target);
    if (!outcome.target) return;
    answers_ = &builder.cache().answers;
    answers_->Follow(library_, outcome.target,
                     ScenarioOf(library_.dataset, state_.on, state_.off, state_.strict));
  }

  Scene Build() {
    if (cache_.voices.nodes.empty())
      for (const ActorsRow& row : cache_.rows)
        if (row.kind == ActorsRow::Kind::kActor && cache_.graph.held[row.index] > 0)
          cache_.voices.nodes.push_back(row.index);
    const std::vector<std::uint32_t>& rows = cache_.voices.nodes;
    const float x = sketch_.S(24), right = space_.width - sketch_.S(24);
    float y = sketch_.S(14);
    y += sketch_.Heading(x, y, right - x,
                         sketch_.say().Counted(rows.size(), "{0} voice", "{0} voices"), Type::kH3,
                         2, Ink::kInk, "voices/title");
    y += sketch_.S(8);
    now_ = std::round((right - x) * 0.38f);
    count_ = sketch_.S(46);
    const float line = sketch_.LineOf(Type::kLabel);
    sketch_.Text(x, y, right - x - now_ - count_, sketch_.Say("Voice"), Type::kLabel,
                 Ink::kInkSoft);
    Right(right - now_, y, sketch_.Say("Claims"));
    Right(right, y, sketch_.Say("Says now"));
    y += line + sketch_.S(4);
    sketch_.HRule(x, y, right - x, Ink::kInk, 1);
    y += 1;
    Item list = MakeItem(ItemRole::kList, "voices/list", sketch_.Say("Voices"));
    list.size = static_cast<std::uint32_t>(rows.size());
    const std::int32_t opened = sketch_.Open(std::move(list));
    const float from = y;
    MeasureNames(x, right);
    for (std::size_t i = 0; i < rows.size(); ++i) y = Row(i, x, right, y);
    sketch_.item(opened).rect = {x, from, right - x, y - from};
    sketch_.Close();
    return sketch_.Finish(y + sketch_.S(24));
  }

 private:
  void Right(float right, float y, const std::string& words) {
    const float w = std::ceil(sketch_.Width(Type::kLabel, words));
    sketch_.Text(right - w, y, w + 1, words, Type::kLabel, Ink::kInkSoft);
  }

  static std::vector<Run> One(std::string words, Type type, Ink ink) {
    std::vector<Run> runs(1);
    runs[0].text = std::move(words);
    runs[0].type = type;
    runs[0].ink = ink;
    return runs;
  }

  float RoomOf(float x, float right) const { return right - now_ - count_ - x - sketch_.S(24); }

  std::vector<Run> NameOf(std::uint32_t node, bool selected) const {
    const Actor& actor = library_.dataset[cache_.graph.nodes[node]];
    const bool strong = cache_.graph.author[node] != 0 || selected;
    return One(std::string(actor.name), strong ? Type::kControlStrong : Type::kControl, Ink::kInk);
  }

  /// How high the names are, as kept or measured anew.
  void MeasureNames(float x, float right) {
    ActorsVoices& voices = cache_.voices;
    const float room = RoomOf(x, right);
    if (voices.heights.size() == voices.nodes.size() && voices.room == room &&
        voices.scale == sketch_.scale())
      return;
    voices.room = room;
    voices.scale = sketch_.scale();
    voices.heights.clear();
    for (const std::uint32_t node : voices.nodes)
      voices.heights.push_back(sketch_.FlowHeight(NameOf(node, false), room));
  }

  float Row(std::size_t place, float x, float right, float y) {
    const std::uint32_t node = cache_.voices.nodes[place];
    const ActorId actor = cache_.graph.nodes[node];
    const bool selected = actor == selected_;
    // Only rows in sight are worded and ask for a reply.
    const float least = std::max(sketch_.S(36), sketch_.target());
    const bool near = y + sketch_.S(120) > space_.scroll_y &&
                      y < space_.scroll_y + space_.height + sketch_.S(120);
    if (!near && !selected)
      return y + std::max(least, cache_.voices.heights[place] + sketch_.S(12));
    const float name_x = x + sketch_.S(24);
    const float room = RoomOf(x, right);
    const std::vector<Run> name = NameOf(node, selected);
    const float name_height = sketch_.FlowHeight(name, room);
    float height = std::max(least, name_height + sketch_.S(12));
    const VoicesRow row{node, cache_.nearest[actor.index()]};
    const ActorsNodeWords words = WordsOfNode(library_, state_, cache_.graph, row.node);
    const Reply* reply =
        row.view && answers_ != nullptr ? &answers_->ReplyOf(library_, *row.view) : nullptr;
    const bool silent = reply == nullptr || reply->kind == ReplyKind::kNothing;
    const std::string says =
        silent ? sketch_.Say("nothing##what a voice says now") : Shortly(*reply);
    const std::vector<Run> now = One(says, Type::kCaption, silent ? Ink::kInkMute : Ink::kInk);
    const float now_room = now_ - sketch_.S(10);
    const Flow flow = FlowText(sketch_.measure(), sketch_.scale(), now, now_room);
    height = std::max(height, flow.height() + sketch_.S(10));
    const Ink before = sketch_.ground();
    float open_height = 0;
    std::string heard;
    if (selected) {
      *selected_y_ = y;
      // The whole reply, as What if has it.
      heard = HeardWords(library_, actor);
      if (reply != nullptr)
        heard = sketch_.say().Chain(Key("{0}. {1}"), {heard, reply->words + "."});
      open_height = sketch_.FlowHeight(One(heard, Type::kMeta, Ink::kInkSoft), right - name_x) +
                    sketch_.S(10);
      sketch_.Fill({x - sketch_.S(12), y, right - x + sketch_.S(24), height + open_height},
                   Ink::kAccentTint);
      sketch_.Fill({x - sketch_.S(12), y, 3, height + open_height}, Ink::kAccent);
      sketch_.set_ground(Ink::kAccentTint);
    }
    const float middle = y + height / 2;
    DrawReach(sketch_, x, middle, 14,
              row.view ? DistanceOf(library_.views[*row.view]) : Distance::kOwn);
    sketch_.Flowed(name_x, middle - name_height / 2, name, room);
    const float line = sketch_.LineOf(Type::kControl);
    sketch_.WordsRight(right - now_, middle - line / 2, words.count, Type::kControl, Ink::kInkSoft,
                       count_);
    float top = middle - flow.height() / 2;
    for (const Line& one : flow.lines) {
      std::string text;
      for (const Piece& piece : one.pieces) text += piece.text;
      sketch_.WordsRight(right, top, text, Type::kCaption, now[0].ink, now_);
      top += flow.line_height;
    }
    Item item = MakeItem(ItemRole::kListItem, "voice/" + words.id, words.name,
                         {x - sketch_.S(12), y, right - x + sketch_.S(24), height + open_height});
    item.description =
        row.view ? sketch_.Say("{0}: {1}",
                               {sketch_.Say(Label(DistanceOf(library_.views[*row.view]))), says})
                 : says;
    item.press = words.select;
    item.double_press = words.open;
    item.selected = selected ? Tri::kYes : Tri::kNo;
    item.pos = static_cast<std::uint32_t>(place) + 1;
    item.size = static_cast<std::uint32_t>(cache_.voices.nodes.size());
    item.group = "voices";
    if (!heard.empty()) item.description += ". " + heard;
    sketch_.Open(std::move(item));
    y += height;
    if (selected) {
      sketch_.Flowed(name_x, y, One(heard, Type::kMeta, Ink::kInkSoft), right - name_x);
      y += open_height;
      sketch_.set_ground(before);
      y += sketch_.S(8);
      y += sketch_.ButtonRow(x, y, right - x, Buttons(words.id)) + sketch_.S(10);
    }
    sketch_.Close();
    sketch_.set_ground(before);
    sketch_.HRule(x, y - 1, right - x, Ink::kLine);
    return y;
  }

  /// How likely, else which way, else what it says of something close.
  std::string Shortly(const Reply& reply) const {
    const Say& say = sketch_.say();
    switch (reply.kind) {
      case ReplyKind::kLikelihood:
      case ReplyKind::kOpen:
        return say.Inside(reply.level.words);
      case ReplyKind::kSpeaks:
        return say.Inside(reply.direction ? reply.direction->words : reply.level.words);
      case ReplyKind::kClose:
        return say.Inside(reply.near.empty() ? reply.words : reply.near[0].words);
      case ReplyKind::kOneMore:
        return say.Inside(Key("Answers only on a condition"));
      default:
        return say.Inside(reply.words);
    }
  }

  std::vector<ButtonSpec> Buttons(const std::string& id) const {
    std::vector<ButtonSpec> buttons(3);
    buttons[0].id = "voices/profile";
    buttons[0].words = sketch_.Say("Open profile");
    buttons[0].command = ScrollTo{"actors-profile", 1};
    buttons[0].kind = ButtonKind::kMain;
    buttons[1].id = "voices/claims";
    buttons[1].words = sketch_.Say("Its claims");
    ViewState claims = state_;
    claims.view = ViewId::kClaims;
    claims.claims = {};
    claims.claims.filter.values[static_cast<std::size_t>(query::Facet::kHolder)] = {id};
    claims.selection.clear();
    buttons[1].command = SetState{std::move(claims)};
    buttons[1].kind = ButtonKind::kSmall;
    buttons[2].id = "voices/map";
    buttons[2].words = sketch_.Say("On the map");
    ViewState map = state_;
    map.view = ViewId::kMap;
    map.arrows = id;
    map.camera = {};
    buttons[2].command = SetState{std::move(map)};
    buttons[2].kind = ButtonKind::kSmall;
    return buttons;
  }

  float* selected_y_;
  const Library& library_;
  const ViewState& state_;
  ActorsCache& cache_;
  const Space& space_;
  Sketch sketch_;
  ActorId selected_;
  Answers* answers_ = nullptr;
  float now_ = 0, count_ = 0;
};

}  // namespace

std::optional<Beside> ActorsBeside(StageBuilder& builder, Rect rect) {
  const float width = builder.S(kVoicesWidth);
  if (builder.phone() || rect.w - width < builder.S(kLeastSides)) return std::nullopt;
  const ViewState& state = builder.state();
  ActorsCache& cache = builder.cache().Kept<ActorsCache>();
  FollowActors(builder.library(), state, builder.SpaceFor(rect), &cache);
  if (cache.graph.nodes.empty()) return std::nullopt;
  if (cache.nearest.empty()) cache.nearest = NearestViews(builder.library());
  if (!state.selection.empty()) {
    // Of a voice in the list the row opens; its profile once that is asked for.
    const RecordRef record = builder.library().dataset.Find(state.selection);
    const bool listed = record && record.table == Table::kActors &&
                        std::binary_search(cache.graph.nodes.begin(), cache.graph.nodes.end(),
                                           ActorId(record.index));
    if (!listed || builder.session().scroll.count("actors-profile") != 0) return std::nullopt;
  }
  return Beside{builder.Say("Voices"), width, [&builder, &cache](const Space& space) {
                  return VoicesList(builder, cache, space).Build();
                }};
}

}  // namespace proviso::view
