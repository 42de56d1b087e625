// Who quotes whom: authors in the middle, their voices in rows at their sides.

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "core/state/pair.h"
#include "core/views/actors/marks.h"
#include "core/views/actors/scene.h"
#include "core/views/actors/sides_place.h"
#include "core/views/actors/sides_tellers.h"
#include "core/views/actors/sides_words.h"

namespace proviso::view {
namespace {

constexpr float kSidePlain = 1.5f, kSideTouched = 2.4f, kSideHead = 7;
constexpr std::size_t kOthersAtOnce = 40;
// Above and below the window, where not all can be made.
constexpr float kSidesAround = 120;

class SidesPainter {
 public:
  SidesPainter(const Library& library, const Session& session, const ActorsModel& model,
               const Space& space, ActorsCache* cache)
      : library_(library),
        state_(session.state),
        model_(model),
        cache_(*cache),
        graph_(cache->graph),
        sides_(cache->sides),
        space_(space),
        sketch_(space, "stage", Ink::kPaper),
        places_(PlacesOfSides(library, session, space, cache)),
        spots_(places_.spots),
        place_(graph_.nodes.size(), kNoActors) {
    if (const std::optional<IdPair> pair = PairOf(state_.selection))
      pair_ = {NodeOf(pair->first), NodeOf(pair->second)};
    constexpr std::string_view kActor = "actor/";
    if (session.focus.compare(0, kActor.size(), kActor) == 0)
      focus_ = NodeOf(std::string_view(session.focus).substr(kActor.size()));
  }

  Scene Paint(float* selected_y) {
    Make();
    DrawLines();
    for (const Made& one : made_)
      if (InSight(std::min(spots_[one.node].at.y - 40, spots_[one.node].name.y),
                  std::max(spots_[one.node].at.y + 40, spots_[one.node].name.bottom())))
        DrawNode(one, spots_[one.node]);
    if (const std::uint32_t i = places_.selected; i != kNoActors && spots_[i].shown)
      *selected_y = spots_[i].at.y - 20;
    AddItems();
    return sketch_.Finish(places_.height);
  }

 private:
  /// A node that is drawn or can be gone to.
  struct Made {
    std::uint32_t node = 0;
    ActorsNodeWords words;
    Flow flow;
    std::vector<Run> runs;
  };

  std::uint32_t NodeOf(std::string_view id) const {
    const RecordRef record = library_.dataset.Find(id);
    if (!record || record.table != Table::kActors) return kNoActors;
    const ActorId actor(record.index);
    const auto at = std::lower_bound(graph_.nodes.begin(), graph_.nodes.end(), actor);
    if (at == graph_.nodes.end() || *at != actor) return kNoActors;
    return static_cast<std::uint32_t>(at - graph_.nodes.begin());
  }

  /// Of many what is around the window is made too, so that arrow keys and Tab go on.
  bool Near(float top, float bottom) const {
    const float around = places_.many ? S(kSidesAround) : 1e9f;
    return bottom > space_.scroll_y - around && top < space_.scroll_y + space_.height + around;
  }

  void Make() {
    for (std::uint32_t i = 0; i < spots_.size(); ++i) {
      ActorsSpot& spot = spots_[i];
      if (!spot.shown) continue;
      // Home and End lead to the first and the last.
      const bool kept =
          i == places_.first || i == places_.last || i == places_.selected || i == focus_;
      if (!kept && !Near(spot.at.y - 40, spot.at.y + 40)) continue;
      place_[i] = static_cast<std::uint32_t>(made_.size());
      Made one;
      one.node = i;
      one.words = WordsOfNode(library_, state_, graph_, i);
      one.runs = SideNameRuns(library_, graph_, i, spot.strong);
      one.flow = MeasureSideName(library_, graph_, i, sketch_, &spot);
      made_.push_back(std::move(one));
    }
  }

  bool InSight(float top, float bottom) const {
    return bottom > space_.scroll_y && top < space_.scroll_y + space_.height;
  }
  float S(float points) const { return sketch_.S(points); }

  // Lines.

  bool Touched(std::uint32_t edge) const {
    const ActorsEdge& line = graph_.edges[edge];
    const std::uint32_t selected = places_.selected;
    return (selected != kNoActors && (line.from == selected || line.to == selected)) ||
           Chosen(edge);
  }
  bool Chosen(std::uint32_t edge) const {
    if (pair_.first == kNoActors) return false;
    const ActorsEdge& line = graph_.edges[edge];
    return pair_.first == line.from && pair_.second == line.to;
  }

  void DrawLines() {
    for (const bool touched : {false, true}) {
      for (const ActorsSide& side : sides_.sides)
        for (const ActorsStance& stance : side.stances)
          for (const ActorsVoice& voice : stance.voices)
            if (Touched(voice.edge) == touched) DrawVoiceLine(voice);
      for (const ActorsShared& one : sides_.shared) {
        for (const std::uint32_t edge : one.edges)
          if (Touched(edge) == touched) DrawStraight(edge);
        for (std::size_t i = 1; i < one.voices.size(); ++i)
          if (Touched(one.voices[i].edge) == touched) DrawSharedLine(one.voices[i]);
      }
      // Many would hide each other; those of whoever is selected are drawn all the same.
      const bool many = places_.under || sides_.others.size() > kOthersAtOnce;
      if (many && (!touched || (places_.selected == kNoActors && pair_.first == kNoActors)))
        continue;
      for (const std::uint32_t edge : sides_.others)
        if (Touched(edge) == touched) DrawOtherLine(edge);
    }
    for (const Told& told : places_.told)
      if (place_[told.node] != kNoActors)
        DrawTellers(PlaceTellers(library_, graph_, places_, told, sketch_, space_));
  }

  struct Pen {
    Ink ink = Ink::kControlLine;
    float width = kSidePlain, dash = 0, gap = 0;
  };
  Pen PenOf(std::uint32_t edge) const {
    Pen pen;
    const LineStyle line = graph_.edges[edge].line;
    if (line == LineStyle::kDashed) pen.dash = 7, pen.gap = 4;
    if (line == LineStyle::kDotted) pen.dash = 2, pen.gap = 4;
    if (Touched(edge)) pen.ink = Ink::kInk, pen.width = kSideTouched;
    if (Chosen(edge)) pen.ink = Ink::kAccent;
    return pen;
  }

  /// An arrowhead at `tip` that points along (x, y).
  void Head(Point tip, float x, float y, const Pen& pen) {
    const float length = std::max(std::sqrt(x * x + y * y), 0.01f);
    const Point along{x / length, y / length};
    const float half = pen.width > 2 ? 5.0f : 4.0f;
    const Point back{tip.x - along.x * kSideHead, tip.y - along.y * kSideHead};
    sketch_.Put(TriangleShape({back.x - along.y * half, back.y + along.x * half}, tip,
                              {back.x + along.y * half, back.y - along.x * half}, pen.ink));
  }
  void Press(std::uint32_t edge, Point at) {
    const float side = sketch_.target();
    PressIn(edge, {at.x - side / 2, at.y - side / 2, side, side});
  }
  void PressIn(std::uint32_t edge, const Rect& rect) {
    if (Near(rect.y, rect.bottom())) edge_rects_[cache_.row_of_edge[edge]] = rect;
  }

  /// From an author to a row, or from a voice to the one behind it.
  void DrawVoiceLine(const ActorsVoice& voice) {
    const ActorsSpot &from = spots_[voice.teller], &to = spots_[voice.node];
    if (!from.shown || !to.shown) return;
    const Pen pen = PenOf(voice.edge);
    const float way =
        voice.depth > 0 ? (to.align < 0 ? -1.0f : 1.0f) : (to.at.x < from.at.x ? -1.0f : 1.0f);
    const float edge = to.at.x - way * (WidthOf(voice.node) + 4);
    Press(voice.edge, {edge - way * S(12), to.at.y});
    if (!InSight(std::min(from.at.y, to.at.y), std::max(from.at.y, to.at.y))) return;
    const Point tip{edge, to.at.y}, end{edge - way * kSideHead, to.at.y};
    if (voice.depth > 0) {
      const float down = from.at.y + from.radius + 3;
      sketch_.Put(LineShape({from.at.x, down}, {from.at.x, to.at.y}, pen.ink, pen.width, pen.dash,
                            pen.gap));
      sketch_.Put(LineShape({from.at.x, to.at.y}, end, pen.ink, pen.width, pen.dash, pen.gap));
      Head(tip, way, 0, pen);
      const std::string word =
          StanceWord(sketch_.say(), StanceOf(library_, graph_, graph_.edges[voice.edge]));
      if (!word.empty()) {
        const float w = std::ceil(sketch_.Width(Type::kCaption, word));
        const float line = sketch_.LineOf(Type::kCaption);
        const float x = way > 0 ? from.at.x - S(7) - w : from.at.x + S(7);
        const Rect box{x, to.at.y - line / 2, w, line};
        sketch_.Fill({box.x - 2, box.y, box.w + 4, box.h}, Ink::kPaper);
        sketch_.Words(box.x, box.y, word, Type::kCaption, Ink::kInkMute);
        if (const auto pressed = edge_rects_.find(cache_.row_of_edge[voice.edge]);
            pressed != edge_rects_.end()) {
          Rect& rect = pressed->second;
          const float right = std::max(rect.right(), box.right());
          rect.x = std::min(rect.x, box.x);
          rect.w = right - rect.x;
        }
      }
      return;
    }
    const bool under = places_.under;
    const Point start = under ? Point{from.at.x, from.at.y + from.radius}
                              : Point{from.at.x + way * from.radius, from.at.y};
    const float dx = end.x - start.x;
    if (under)
      sketch_.Put(CurveShape(start, {start.x, to.at.y}, {start.x, to.at.y}, end, pen.ink, pen.width,
                             pen.dash, pen.gap));
    else
      sketch_.Put(CurveShape(start, {start.x + dx * 0.88f, start.y}, {end.x - dx * 0.76f, end.y},
                             end, pen.ink, pen.width, pen.dash, pen.gap));
    Head(tip, way, 0, pen);
  }

  float WidthOf(std::uint32_t node) const {
    const ActorKind kind = library_.dataset[graph_.nodes[node]].kind;
    const float r = spots_[node].radius;
    return spots_[node].author ? r : IsStadium(kind) ? 1.25f * r : IsSquare(kind) ? 0.9f * r : r;
  }

  void DrawStraight(std::uint32_t edge) {
    const std::uint32_t a = graph_.edges[edge].from, b = graph_.edges[edge].to;
    const ActorsSpot &from = spots_[a], &to = spots_[b];
    if (!from.shown || !to.shown) return;
    if (places_.under) return;  // DrawTellers says it.
    const Pen pen = PenOf(edge);
    const float dx = to.at.x - from.at.x, dy = to.at.y - from.at.y;
    const float length = std::max(std::sqrt(dx * dx + dy * dy), 1.0f);
    const Point along{dx / length, dy / length};
    const float stop = WidthOf(b) + 5;
    const Point tip{to.at.x - along.x * stop, to.at.y - along.y * stop};
    sketch_.Put(LineShape({from.at.x + along.x * from.radius, from.at.y + along.y * from.radius},
                          {tip.x - along.x * kSideHead, tip.y - along.y * kSideHead}, pen.ink,
                          pen.width, pen.dash, pen.gap));
    Head(tip, dx, dy, pen);
    Press(edge, {tip.x - along.x * S(22), tip.y - along.y * S(22)});
  }

  /// Behind a name: from whom it is told.
  void DrawTellers(const SideTellers& one) {
    for (const SideTellers::Teller& teller : one.tellers) PressIn(teller.edge, teller.rect);
    if (!InSight(one.y - 20, one.y + 20)) return;
    Pen pen;
    // Where one of them asserts or reports it, the line is whole.
    for (const SideTellers::Teller& teller : one.tellers) {
      const Pen its = PenOf(teller.edge);
      if (pen.ink == Ink::kControlLine) pen = its;
      if (its.dash == 0) pen.dash = 0;
    }
    sketch_.Put(LineShape({one.from, one.y}, {one.to + kSideHead, one.y}, pen.ink, pen.width,
                          pen.dash, pen.gap));
    Head({one.to, one.y}, -1, 0, pen);
    for (const SideTellers::Teller& teller : one.tellers) {
      if (teller.letter)
        sketch_.LetterBox(teller.rect.x, one.y - S(8), 16, teller.words,
                          graph_.author[graph_.edges[teller.edge].from] - 1);
      else
        sketch_.Words(teller.rect.x, one.y - sketch_.LineOf(Type::kCaption) / 2, teller.words,
                      Type::kCaption, Ink::kInkSoft);
    }
    if (!one.more.empty())
      sketch_.Words(one.more_x, one.y - sketch_.LineOf(Type::kCaption) / 2, one.more,
                    Type::kCaption, Ink::kInkSoft);
  }

  /// Behind a voice of both: further up or down.
  void DrawSharedLine(const ActorsVoice& voice) {
    const ActorsSpot &from = spots_[voice.teller], &to = spots_[voice.node];
    if (!from.shown || !to.shown) return;
    if (places_.under) return DrawVoiceLine(voice);
    const Pen pen = PenOf(voice.edge);
    const float way = to.at.y < from.at.y ? -1.0f : 1.0f;
    const Point tip{to.at.x, to.at.y - way * (to.radius + 4)};
    sketch_.Put(LineShape({from.at.x, from.at.y + way * (from.radius + 3)},
                          {tip.x, tip.y - way * kSideHead}, pen.ink, pen.width, pen.dash, pen.gap));
    Head(tip, 0, way, pen);
    Press(voice.edge, {tip.x, tip.y - way * S(16)});
  }

  /// Any other line: a bow on the side of the middle.
  void DrawOtherLine(std::uint32_t edge) {
    const std::uint32_t a = graph_.edges[edge].from, b = graph_.edges[edge].to;
    const ActorsSpot &from = spots_[a], &to = spots_[b];
    if (!from.shown || !to.shown) return;
    const float middle = space_.width / 2;
    const float bow = from.at.x < middle ? S(46) : -S(46);
    const float side = bow > 0 ? 1.0f : -1.0f;
    const Point start{from.at.x + side * (WidthOf(a) + 3), from.at.y};
    const bool same = std::abs(from.at.x - to.at.x) < S(60);
    const float end_side = same ? side : (to.at.x > from.at.x ? -1.0f : 1.0f);
    const Point tip{to.at.x + end_side * (WidthOf(b) + 4), to.at.y};
    const Point end{tip.x + end_side * kSideHead, tip.y};
    const Pen pen = PenOf(edge);
    const Point c{start.x + bow, start.y}, d{end.x + end_side * std::abs(bow), end.y};
    Press(edge,
          {(start.x + 3 * c.x + 3 * d.x + end.x) / 8, (start.y + 3 * c.y + 3 * d.y + end.y) / 8});
    if (!InSight(std::min(start.y, end.y), std::max(start.y, end.y))) return;
    sketch_.Put(CurveShape(start, c, d, end, pen.ink == Ink::kControlLine ? Ink::kLine : pen.ink,
                           pen.width, pen.dash, pen.gap));
    Head(tip, -end_side, 0, pen);
  }

  // Marks, names and the rest.

  void DrawNode(const Made& made, const ActorsSpot& spot) {
    const ActorsNodeWords& words = made.words;
    const std::uint32_t node = made.node;
    const float r = spot.radius;
    if (spot.author) {
      const bool first = graph_.author[node] == 1;
      const Rect box{spot.at.x - r, spot.at.y - r, 2 * r, 2 * r};
      sketch_.Put(DiscShape(box, words.selected ? Ink::kAccent : first ? Ink::kInk : Ink::kPaper));
      sketch_.Put(RingShape(box, Ink::kInk, 2.5f));
      sketch_.WordsCentred(box, words.letter, r > S(20) ? Type::kH2 : Type::kLabel,
                           words.selected ? Ink::kOnAccent
                           : first        ? Ink::kPaper
                                          : Ink::kInk);
    } else {
      DrawActorMark(sketch_, spot.at, r, library_.dataset[graph_.nodes[node]].kind,
                    words.selected ? Ink::kAccent : Ink::kSurface, words.selected ? 2.0f : 1.6f);
    }
    float y = spot.name.y;
    // Lines break off at names in the middle.
    if (spot.align == 0)
      sketch_.Fill({spot.name.x - 2, spot.name.y, spot.name.w + 4, spot.name.h}, Ink::kPaper);
    for (const Line& line : made.flow.lines) {
      float x = spot.name.x;
      if (spot.align < 0) x = spot.name.right() - line.width;
      if (spot.align == 0) x = std::round(spot.name.x + (spot.name.w - line.width) / 2);
      for (const Piece& piece : line.pieces) {
        const Run& run = made.runs[piece.run];
        const Type type = words.selected && piece.run == 0 ? Type::kControlStrong : run.type;
        sketch_.Words(x + piece.x, y, piece.text, type, run.ink);
      }
      y += made.flow.line_height;
    }
  }

  Rect Around(std::uint32_t node) const {
    const ActorsSpot& spot = spots_[node];
    const float r = std::max(WidthOf(node), spot.author ? spot.radius : 8.0f);
    const float x = std::min(spot.at.x - r, spot.name.x), y = std::min(spot.at.y - r, spot.name.y);
    Rect rect{x, y, std::max(spot.at.x + r, spot.name.right()) - x,
              std::max(spot.at.y + r, spot.name.bottom()) - y};
    const float least = sketch_.target();
    if (rect.h < least) rect.y -= (least - rect.h) / 2, rect.h = least;
    if (rect.w < least) rect.x -= (least - rect.w) / 2, rect.w = least;
    return rect;
  }

  void AddItems() {
    for (const SideTitle& title : places_.titles)
      if (Near(title.row.y, title.row.y + title.row.height))
        AddSideTitle(sketch_, library_, graph_, title, space_);
    sketch_.Open(MakeItem(ItemRole::kTree, "actors/list", model_.title,
                          {0, 0, space_.width, space_.height}));
    std::map<std::uint32_t, const Made*> nodes;
    for (const Made& one : made_) nodes.emplace(cache_.row_of_node[one.node], &one);
    auto next = edge_rects_.begin();
    const auto add_edges = [&](std::uint32_t before) {
      for (; next != edge_rects_.end() && next->first < before; ++next)
        AddEdge(cache_.rows[next->first], next->second);
    };
    for (const auto& [place, made] : nodes) {
      add_edges(place);
      const ActorsNodeWords& node = made->words;
      Item item = MakeItem(ItemRole::kTreeItem, "actor/" + node.id, node.name, Around(made->node));
      item.press = node.select;
      item.double_press = node.open;
      item.selected = node.selected ? Tri::kYes : Tri::kNo;
      AddToTree(sketch_, cache_.rows[place], graph_.nodes.size(), std::move(item));
    }
    add_edges(kNoActors);
    sketch_.Close();
  }

  void AddEdge(const ActorsRow& row, const Rect& rect) {
    const ActorsEdgeWords edge = WordsOfEdge(library_, state_, graph_, row.index);
    Item item = MakeItem(ItemRole::kTreeItem, edge.id, edge.sentence, rect);
    item.description = edge.places;
    if (const std::string word =
            StanceWord(sketch_.say(), StanceOf(library_, graph_, graph_.edges[row.index]));
        !word.empty())
      item.description = sketch_.say().Chain(Key("{0}, {1}"), {word, edge.places});
    item.press = edge.select;
    item.double_press = edge.open;
    item.selected = edge.selected ? Tri::kYes : Tri::kNo;
    AddToTree(sketch_, row, graph_.nodes.size(), std::move(item));
  }

  const Library& library_;
  const ViewState& state_;
  const ActorsModel& model_;
  const ActorsCache& cache_;
  const ActorsGraph& graph_;
  const ActorsSides& sides_;
  const Space& space_;
  Sketch sketch_;
  SidesPlaces& places_;
  std::vector<ActorsSpot>& spots_;
  std::vector<Made> made_;                    // By node, rising.
  std::map<std::uint32_t, Rect> edge_rects_;  // Where lines are pressed, by row.
  std::vector<std::uint32_t> place_;          // By node: in `made_`, or none.
  std::pair<std::uint32_t, std::uint32_t> pair_{kNoActors, kNoActors};  // A line that is selected.
  std::uint32_t focus_ = kNoActors;
};

}  // namespace

Scene BuildActorsSidesScene(const Library& library, const Session& session,
                            const ActorsModel& model, const Space& space, ActorsCache* cache,
                            float* selected_y) {
  return SidesPainter(library, session, model, space, cache).Paint(selected_y);
}

}  // namespace proviso::view
