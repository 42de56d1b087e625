#include "core/views/actors/sides_place.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/sort.h"

namespace proviso::view {
namespace {

constexpr float kSideRow = 31, kSideIndent = 26, kAuthorRadius = 31, kNameGap = 18;

std::vector<Run> SideNameRuns(const ActorsNodeWords& node, bool strong) {
  std::vector<Run> runs(1);
  runs[0].text = node.label;
  runs[0].type = strong ? Type::kControlStrong : Type::kControl;
  if (node.count.empty()) return runs;
  runs.push_back({" " + node.count, Type::kControl, Ink::kInkMute});
  return runs;
}

class SidesPlacer {
 public:
  SidesPlacer(const Library& library, const Session& session, const ActorsCache& cache,
              const Space& space)
      : session_(session),
        graph_(cache.graph),
        sides_(cache.sides),
        space_(space),
        sketch_(space, "stage", Ink::kPaper) {
    made_.spots.resize(graph_.nodes.size());
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i)
      made_.nodes.push_back(WordsOfNode(library, session.state, graph_, i));
  }

  SidesPlaces Place() {
    made_.under = sides_.sides.size() > 2 || space_.width < sketch_.S(820);
    made_.height = PlaceAlone(made_.under ? PlaceUnder() : PlaceBeside());
    return std::move(made_);
  }

 private:
  float S(float points) const { return sketch_.S(points); }
  float RadiusOf(std::uint32_t node) const {
    return (5 + 1.5f * std::sqrt(static_cast<float>(graph_.held[node]))) * sketch_.scale();
  }
  bool Opened(const std::string& key, bool at_first) const {
    const auto found = session_.scroll.find(key);
    return found == session_.scroll.end() ? at_first : found->second == 1;
  }
  std::string KeyOf(std::string_view what, std::uint32_t author) const {
    return SideKey(what, author == kNoActors ? std::string_view() : made_.nodes[author].id);
  }

  void AddName(SideRow* row, const ActorsNodeWords& node, float room, bool strong) {
    row->runs = SideNameRuns(node, strong);
    row->flow = FlowText(sketch_.measure(), sketch_.scale(), row->runs, std::max(room, S(40)));
    row->height = std::max({S(kSideRow), row->flow.height() + S(7), sketch_.target()});
  }

  /// The rows of one side: those that are many end in one that says how many more.
  void AddRows(const ActorsSide& side, float room, std::vector<SideRow>* rows) {
    std::vector<const ActorsVoice*> all;
    for (const ActorsStance& stance : side.stances)
      for (const ActorsVoice& voice : stance.voices) all.push_back(&voice);
    const std::string key = KeyOf("more", side.author);
    bool open = all.size() <= kActorsRowsAtOnce || Opened(key, false);
    std::vector<std::uint8_t> kept(graph_.nodes.size(), open ? 1 : 0);
    std::size_t left_out = 0;
    std::uint32_t most = 0;
    if (!open) {
      // Those with most claims stay, with whoever stands before them.
      std::vector<const ActorsVoice*> order = all;
      SortList(&order, [this](const ActorsVoice* a, const ActorsVoice* b) {
        return graph_.held[a->node] > graph_.held[b->node];
      });
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (i + 1 < kActorsRowsAtOnce) kept[order[i]->node] = 1;
        open |= i + 1 >= kActorsRowsAtOnce && made_.nodes[order[i]->node].selected;
      }
      for (auto voice = all.rbegin(); voice != all.rend(); ++voice)
        if (kept[(*voice)->node] != 0 && (*voice)->depth > 0) kept[(*voice)->teller] = 1;
      for (const ActorsVoice* voice : all) {
        if (open) kept[voice->node] = 1;
        if (kept[voice->node] != 0) continue;
        ++left_out;
        most = std::max(most, graph_.held[voice->node]);
      }
    }
    for (const ActorsStance& stance : side.stances) {
      bool titled = false;
      for (const ActorsVoice& voice : stance.voices) {
        if (kept[voice.node] == 0) continue;
        if (!titled) {
          SideRow title;
          title.words = stance.title;
          title.height = S(23);
          rows->push_back(std::move(title));
          titled = true;
        }
        SideRow row;
        row.kind = SideRow::Kind::kVoice;
        row.voice = &voice;
        AddName(&row, made_.nodes[voice.node],
                room - static_cast<float>(voice.depth) * S(kSideIndent), false);
        rows->push_back(std::move(row));
      }
    }
    if (left_out == 0) return;
    SideRow more;
    more.kind = SideRow::Kind::kMore;
    more.author = side.author;
    more.words = most <= 1 ? sketch_.say().Counted(left_out, "{0} more with one claim",
                                                   "{0} more with one claim each")
                           : sketch_.say().Counted(left_out, "{0} more voice", "{0} more voices");
    more.height = std::max(S(kSideRow), sketch_.target());
    rows->push_back(std::move(more));
  }

  /// Where they do not fit into `height`, rows move as close as their words allow.
  void Tighten(std::vector<SideRow>* rows, float height) const {
    if (HeightOf(*rows) <= height) return;
    for (SideRow& row : *rows)
      if (row.kind == SideRow::Kind::kVoice)
        row.height = std::max({S(24), row.flow.height() + S(3), sketch_.target()});
  }

  static float HeightOf(const std::vector<SideRow>& rows) {
    float height = 0;
    for (const SideRow& row : rows) height += row.height;
    return height;
  }

  /// Rows from `y` down; `x` is where marks stand, `way` where their names are.
  void PutRows(std::vector<SideRow>* rows, float x, float way, float room, float y) {
    for (SideRow& row : *rows) {
      row.y = y;
      y += row.height;
      if (row.kind == SideRow::Kind::kVoice) {
        ActorsSpot& spot = made_.spots[row.voice->node];
        spot.shown = true;
        spot.at = {x + way * static_cast<float>(row.voice->depth) * S(kSideIndent),
                   row.y + row.height / 2};
        spot.radius = RadiusOf(row.voice->node);
        spot.align = static_cast<std::int8_t>(way);
        PutName(&spot, std::move(row.flow), std::move(row.runs));
      } else {
        made_.titles.push_back({std::move(row), x, way, room});
      }
    }
  }

  void PutName(ActorsSpot* spot, Flow flow, std::vector<Run> runs) {
    const float w = std::ceil(flow.width), h = flow.height();
    const float beside = std::max(S(kNameGap), 1.25f * spot->radius + S(6));
    if (spot->align > 0) spot->name = {spot->at.x + beside, spot->at.y - h / 2, w, h};
    if (spot->align < 0) spot->name = {spot->at.x - beside - w, spot->at.y - h / 2, w, h};
    spot->flow = std::move(flow);
    spot->runs = std::move(runs);
  }

  /// Above or below its mark.
  void PutNameAt(ActorsSpot* spot, std::uint32_t node, float width, bool above, bool strong) {
    spot->align = 0;
    spot->runs = SideNameRuns(made_.nodes[node], strong);
    spot->flow = FlowText(sketch_.measure(), sketch_.scale(), spot->runs, width);
    const float h = spot->flow.height(), w = std::ceil(spot->flow.width);
    const float y = above ? spot->at.y - spot->radius - S(5) - h : spot->at.y + spot->radius + S(5);
    spot->name = {spot->at.x - w / 2, y, w, h};
  }

  void PutAuthor(std::uint32_t node, Point at, float radius) {
    ActorsSpot& spot = made_.spots[node];
    spot.shown = spot.author = true;
    spot.at = at;
    spot.radius = radius;
  }

  /// One author or two, each with the own voices outside and those of both between.
  float PlaceBeside() {
    const bool two = sides_.sides.size() == 2;
    const float middle = std::round(space_.width / 2);
    const float out = std::min(S(252), space_.width * 0.236f);
    std::vector<SideRow> rows[2];
    float room = space_.width / 2 - out - S(kNameGap) - space_.margin();
    const float left = two ? middle - out : 0;
    const float right = two ? middle + out - 2 : space_.margin() + S(2 * kAuthorRadius + 134 + 60);
    if (!two) room = space_.width - right - S(kNameGap) - space_.margin();
    for (std::size_t i = 0; i < sides_.sides.size(); ++i)
      AddRows(sides_.sides[i], room, &rows[two ? i : 1]);
    for (std::vector<SideRow>& side : rows) Tighten(&side, space_.height - S(20));
    // What stands between, around the axis; then the axis where all has room.
    PlaceShared(middle, 0);
    const float half = std::max(HeightOf(rows[0]), HeightOf(rows[1])) / 2;
    float above = std::max(half, S(60)), below = std::max(half, S(90));
    for (const ActorsShared& one : sides_.shared)
      for (const ActorsVoice& voice : one.voices) {
        const ActorsSpot& spot = made_.spots[voice.node];
        above = std::max(above, -std::min(spot.name.y, spot.at.y - spot.radius));
        below = std::max(below, std::max(spot.name.bottom(), spot.at.y + spot.radius));
      }
    const float pad = S(10);
    const float height = std::max(above + below + 2 * pad, space_.height);
    const float axis = std::round(pad + above + (height - above - below - 2 * pad) / 2);
    for (const ActorsShared& one : sides_.shared)
      for (const ActorsVoice& voice : one.voices) {
        made_.spots[voice.node].at.y += axis;
        made_.spots[voice.node].name.y += axis;
      }
    for (std::size_t i = 0; i < 2; ++i)
      PutRows(&rows[i], i == 0 ? left : right, i == 0 ? -1.0f : 1.0f, room,
              std::round(axis - HeightOf(rows[i]) / 2));
    for (std::size_t i = 0; i < sides_.sides.size(); ++i) {
      const std::uint32_t author = sides_.sides[i].author;
      const float x = two ? middle + (i == 0 ? -1.0f : 1.0f) * out * 0.46f
                          : space_.margin() + S(60 + kAuthorRadius);
      PutAuthor(author, {std::round(x), axis}, S(kAuthorRadius));
      PutNameAt(&made_.spots[author], author, S(two ? 110 : 140), false, true);
    }
    return height;
  }

  /// The first on the axis, then one below, one above, and so on outward.
  void PlaceShared(float x, float axis) {
    float below = axis + S(180), above = axis - S(190);
    for (std::size_t i = 0; i < sides_.shared.size(); ++i) {
      const ActorsShared& one = sides_.shared[i];
      const bool up = i > 0 && i % 2 == 0;
      float y = i == 0 ? axis : up ? above : below;
      const float way = up ? -1.0f : 1.0f;
      for (std::size_t k = 0; k < one.voices.size(); ++k) {
        const std::uint32_t node = one.voices[k].node;
        ActorsSpot& spot = made_.spots[node];
        spot.shown = true;
        spot.at = {x, std::round(y)};
        spot.radius = RadiusOf(node);
        // A name that lines run into stands at the side of its mark.
        const bool last = k + 1 == one.voices.size();
        if (last) {
          PutNameAt(&spot, node, S(150), up, false);
          y = up ? spot.name.y : spot.name.bottom();
        } else {
          spot.align = 1;
          std::vector<Run> runs = SideNameRuns(made_.nodes[node], false);
          Flow flow = FlowText(sketch_.measure(), sketch_.scale(), runs, S(150));
          PutName(&spot, std::move(flow), std::move(runs));
          y += way * S(i == 0 ? 60 : 68);
        }
      }
      if (i == 0) below = std::max(below, y + S(56));
      if (i > 0) (up ? above : below) = y + way * S(56);
    }
  }

  /// Authors under each other, each opening onto its voices; then what several tell.
  float PlaceUnder() {
    const float x = space_.margin() + S(18), marks = x + S(space_.phone() ? 44 : 96);
    const float room = space_.width - marks - S(kNameGap) - space_.margin();
    made_.toggle = S(140);
    float y = S(10);
    for (std::uint32_t i = 0; i < sides_.sides.size(); ++i) {
      const ActorsSide& side = sides_.sides[i];
      const bool open = Opened(KeyOf("open", side.author), OpenAtFirst(i));
      std::vector<SideRow> rows;
      SideRow head;
      head.kind = SideRow::Kind::kAuthor;
      head.author = side.author;
      head.side = i;
      head.open = open;
      head.words = sketch_.say().Counted(side.voices, "{0} voice", "{0} voices");
      PutAuthor(side.author, {x, y + S(20)}, S(15));
      ActorsSpot& spot = made_.spots[side.author];
      std::vector<Run> runs = SideNameRuns(made_.nodes[side.author], true);
      Flow flow =
          FlowText(sketch_.measure(), sketch_.scale(), runs,
                   std::max(space_.width - x - S(24) - made_.toggle - space_.margin(), S(60)));
      head.height = std::max({S(40), flow.height() + S(14), sketch_.target()});
      spot.at.y = y + head.height / 2;
      PutName(&spot, std::move(flow), std::move(runs));
      head.y = y;
      y += head.height;
      if (side.voices > 0) made_.titles.push_back({std::move(head), x, 1, made_.toggle});
      if (open) AddRows(side, room, &rows);
      const float high = HeightOf(rows);
      PutRows(&rows, marks, 1, room, y);
      y += high + S(6);
    }
    if (sides_.shared.empty()) return y + S(16);
    const bool open = Opened(KeyOf("shared", kNoActors), true);
    SideRow head;
    head.kind = SideRow::Kind::kAuthor;
    head.author = kNoActors;
    head.open = open;
    head.words = sketch_.say().Counted(sides_.shared.size(), "{0} voice of several authors",
                                       "{0} voices of several authors");
    head.height = std::max(S(40), sketch_.target());
    head.y = y;
    y += head.height;
    made_.titles.push_back({std::move(head), x, 1, space_.width - 2 * space_.margin()});
    if (!open) return y + S(16);
    std::vector<SideRow> rows;
    for (const ActorsShared& one : sides_.shared)
      for (const ActorsVoice& voice : one.voices) {
        SideRow row;
        row.kind = SideRow::Kind::kVoice;
        row.voice = &voice;
        AddName(&row, made_.nodes[voice.node],
                room - static_cast<float>(voice.depth) * S(kSideIndent), false);
        rows.push_back(std::move(row));
      }
    const float high = HeightOf(rows);
    PutRows(&rows, marks, 1, room, y);
    return y + high + S(16);
  }

  /// The first author, whoever is selected or tells him; of two all.
  bool OpenAtFirst(std::uint32_t i) const {
    if (i == 0 || sides_.sides.size() <= 2) return true;
    if (made_.nodes[sides_.sides[i].author].selected) return true;
    for (const ActorsStance& stance : sides_.sides[i].stances)
      for (const ActorsVoice& voice : stance.voices)
        if (made_.nodes[voice.node].selected) return true;
    return false;
  }

  /// Under everything: who speaks, but is told by nobody.
  float PlaceAlone(float y) {
    if (sides_.alone.empty()) return y;
    SideRow title;
    title.words = sketch_.Say("Told by nobody here");
    title.height = S(23);
    title.y = y;
    const float x = space_.margin() + S(20);
    y += title.height;
    made_.titles.push_back({std::move(title), x, 1, S(300)});
    for (const std::uint32_t node : sides_.alone) {
      SideRow row;
      AddName(&row, made_.nodes[node], space_.width - x - S(40) - space_.margin(), false);
      ActorsSpot& spot = made_.spots[node];
      spot.shown = true;
      spot.at = {x, y + row.height / 2};
      spot.radius = RadiusOf(node);
      PutName(&spot, std::move(row.flow), std::move(row.runs));
      y += row.height;
    }
    return y + S(16);
  }

  const Session& session_;
  const ActorsGraph& graph_;
  const ActorsSides& sides_;
  const Space& space_;
  Sketch sketch_;
  SidesPlaces made_;
};

}  // namespace

std::string SideKey(std::string_view what, std::string_view author) {
  return "actors-" + std::string(what) + "-" + std::string(author);
}

SidesPlaces PlaceSides(const Library& library, const Session& session, const ActorsCache& cache,
                       const Space& space) {
  return SidesPlacer(library, session, cache, space).Place();
}

}  // namespace proviso::view
