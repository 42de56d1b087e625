#include "core/views/actors/sides_place.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/sort.h"
#include "core/views/actors/sides_tellers.h"
#include "core/views/actors/sides_words.h"

namespace proviso::view {
namespace {

constexpr float kSideRow = 31, kSideIndent = 26, kAuthorRadius = 31;

// Up to here everything is made at once, in sight or not.
constexpr std::size_t kMadeAtOnce = 300;

/// What of the scroll positions says what is open.
std::map<std::string, float> OpenedOf(const Session& session) {
  constexpr std::string_view kKeys = "actors-";
  std::map<std::string, float> opened;
  for (auto at = session.scroll.lower_bound(std::string(kKeys));
       at != session.scroll.end() && at->first.compare(0, kKeys.size(), kKeys) == 0; ++at)
    opened.insert(*at);
  return opened;
}

class SidesPlacer {
 public:
  SidesPlacer(const Library& library, const ActorsCache& cache, const Space& space, SidesFor of)
      : library_(library),
        graph_(cache.graph),
        sides_(cache.sides),
        rows_(cache.rows),
        space_(space),
        sketch_(space, "stage", Ink::kPaper) {
    made_.of = std::move(of);
    made_.spots.resize(graph_.nodes.size());
    const RecordRef record = library.dataset.Find(made_.of.selection);
    if (!record || record.table != Table::kActors) return;
    const ActorId actor(record.index);
    const auto at = std::lower_bound(graph_.nodes.begin(), graph_.nodes.end(), actor);
    if (at != graph_.nodes.end() && *at == actor)
      made_.selected = static_cast<std::uint32_t>(at - graph_.nodes.begin());
  }

  SidesPlaces Place() {
    made_.under = sides_.sides.size() > 2 || space_.width < sketch_.S(820);
    made_.height = PlaceAlone(made_.under ? PlaceUnder() : PlaceBeside());
    if (made_.under) FindTold(graph_, sides_, &made_);
    std::size_t made = made_.titles.size();
    for (const ActorsSpot& spot : made_.spots) made += spot.shown ? 2u : 0u;
    for (const Told& told : made_.told)
      made += made_.spots[told.node].shown ? told.edges.size() : 0u;
    made_.many = made > kMadeAtOnce;
    if (!made_.many) return std::move(made_);
    for (const ActorsRow& row : rows_) {
      if (row.kind != ActorsRow::Kind::kActor || !made_.spots[row.index].shown) continue;
      if (made_.first == kNoActors) made_.first = row.index;
      made_.last = row.index;
    }
    return std::move(made_);
  }

 private:
  float S(float points) const { return sketch_.S(points); }
  float RadiusOf(std::uint32_t node) const {
    return (5 + 1.5f * std::sqrt(static_cast<float>(graph_.held[node]))) * sketch_.scale();
  }
  bool Opened(const std::string& key, bool at_first) const {
    const auto found = made_.of.opened.find(key);
    return found == made_.of.opened.end() ? at_first : found->second == 1;
  }
  std::string KeyOf(std::string_view what, std::uint32_t author) const {
    return SideKey(what, author == kNoActors
                             ? std::string_view()
                             : std::string_view(library_.dataset[graph_.nodes[author]].id));
  }
  bool Selected(std::uint32_t node) const { return node == made_.selected; }

  /// How high a name is that has so much room.
  float LinesOf(std::uint32_t node, float room, bool strong) const {
    return sketch_.FlowHeight(SideNameRuns(library_, graph_, node, strong), room);
  }

  void AddName(SideRow* row, std::uint32_t node, float room) {
    row->room = std::max(room, S(40));
    row->lines = LinesOf(node, row->room, false);
    row->height = std::max({S(kSideRow), row->lines + S(7), sketch_.target()});
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
        open |= i + 1 >= kActorsRowsAtOnce && Selected(order[i]->node);
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
        AddName(&row, voice.node, room - static_cast<float>(voice.depth) * S(kSideIndent));
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
        row.height = std::max({S(24), row.lines + S(3), sketch_.target()});
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
        PutName(&spot, row.room, row.lines);
      } else {
        made_.titles.push_back({std::move(row), x, way, room});
      }
    }
  }

  /// Beside its mark; how wide it is turns out once it is in sight.
  void PutName(ActorsSpot* spot, float room, float lines, bool strong = false) const {
    spot->room = room;
    spot->strong = strong;
    spot->name.y = spot->at.y - lines / 2;
    spot->name.h = lines;
  }

  /// Above or below its mark.
  void PutNameAt(ActorsSpot* spot, std::uint32_t node, float width, bool above, bool strong) {
    spot->align = 0;
    spot->room = width;
    spot->strong = strong;
    const float h = LinesOf(node, width, strong);
    spot->name.y = above ? spot->at.y - spot->radius - S(5) - h : spot->at.y + spot->radius + S(5);
    spot->name.h = h;
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
    float room = space_.width / 2 - out - S(kSideNameGap) - space_.margin();
    const float left = two ? middle - out : 0;
    const float right = two ? middle + out - 2 : space_.margin() + S(2 * kAuthorRadius + 134 + 60);
    if (!two) room = space_.width - right - S(kSideNameGap) - space_.margin();
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
          PutName(&spot, S(150), LinesOf(node, S(150), false));
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
    const float room = space_.width - marks - S(kSideNameGap) - space_.margin();
    made_.toggle = S(140);
    float y = S(10);
    for (std::uint32_t i = 0; i < sides_.sides.size(); ++i) {
      const ActorsSide& side = sides_.sides[i];
      const bool open = Opened(KeyOf("open", side.author), OpenAtFirst(i));
      std::vector<SideRow> rows;
      SideRow head;
      head.kind = SideRow::Kind::kAuthor;
      head.author = side.author;
      head.open = open;
      head.voices = side.voices;
      PutAuthor(side.author, {x, y + S(20)}, S(15));
      ActorsSpot& spot = made_.spots[side.author];
      head.room = std::max(space_.width - x - S(24) - made_.toggle - space_.margin(), S(60));
      head.lines = LinesOf(side.author, head.room, true);
      head.height = std::max({S(40), head.lines + S(14), sketch_.target()});
      spot.at.y = y + head.height / 2;
      PutName(&spot, head.room, head.lines, true);
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
    head.voices = sides_.shared.size();
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
        AddName(&row, voice.node, room - static_cast<float>(voice.depth) * S(kSideIndent));
        rows.push_back(std::move(row));
      }
    const float high = HeightOf(rows);
    PutRows(&rows, marks, 1, room, y);
    return y + high + S(16);
  }

  /// The first author, whoever is selected or tells him; of two all.
  bool OpenAtFirst(std::uint32_t i) const {
    if (i == 0 || sides_.sides.size() <= 2) return true;
    if (made_.selected == kNoActors) return false;
    if (Selected(sides_.sides[i].author)) return true;
    for (const ActorsStance& stance : sides_.sides[i].stances)
      for (const ActorsVoice& voice : stance.voices)
        if (Selected(voice.node)) return true;
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
      AddName(&row, node, space_.width - x - S(40) - space_.margin());
      ActorsSpot& spot = made_.spots[node];
      spot.shown = true;
      spot.at = {x, y + row.height / 2};
      spot.radius = RadiusOf(node);
      PutName(&spot, row.room, row.lines);
      y += row.height;
    }
    return y + S(16);
  }

  const Library& library_;
  const ActorsGraph& graph_;
  const ActorsSides& sides_;
  const std::vector<ActorsRow>& rows_;
  const Space& space_;
  Sketch sketch_;
  SidesPlaces made_;
};

}  // namespace

std::string SideKey(std::string_view what, std::string_view author) {
  return "actors-" + std::string(what) + "-" + std::string(author);
}

SidesPlaces& PlacesOfSides(const Library& library, const Session& session, const Space& space,
                           ActorsCache* cache) {
  SidesFor of{space.width,      space.height, space.scale,
              space.coarse,     space.size,   session.state.selection,
              OpenedOf(session)};
  if (cache->places == nullptr || !(cache->places->of == of))
    cache->places =
        std::make_shared<SidesPlaces>(SidesPlacer(library, *cache, space, std::move(of)).Place());
  return *cache->places;
}

}  // namespace proviso::view
