#include "core/merge/merge.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/edit/make_id.h"
#include "core/edit/users.h"
#include "core/io/drafts.h"
#include "core/io/json_value.h"
#include "core/io/save.h"
#include "core/merge/agree.h"
#include "core/merge/match.h"

namespace proviso::merge {
namespace {

using io::JsonValue;

/// Two lists of which one holds the other: all items of both, in the order of the longer.
bool JoinLists(const JsonValue* a, const JsonValue* b, JsonValue* joined) {
  const JsonValue none = JsonValue::List();
  const JsonValue& one = a ? *a : none;
  const JsonValue& other = b ? *b : none;
  const auto holds = [](const JsonValue& more, const JsonValue& less) {
    return std::all_of(less.items().begin(), less.items().end(), [&more](const JsonValue& item) {
      return std::find(more.items().begin(), more.items().end(), item) != more.items().end();
    });
  };
  if (holds(one, other))
    *joined = one;
  else if (holds(other, one))
    *joined = other;
  else
    return false;
  return true;
}

class Merger {
 public:
  Merger(const Dataset& a, const Dataset& b, const MergeOptions& options)
      : a_(a), b_(b), options_(options) {}

  Result<MergedCodings> Run() {
    Result<Matching> matching = Match(a_, b_);
    if (!matching.ok()) return matching.problems();
    Result<JsonValue> root_b = RenamedB();
    if (!root_b.ok()) return root_b.problems();
    b_root_ = std::move(*root_b);
    root_ = *io::ReadJson(io::Save(a_));
    AddRecords();
    MergeClaims(*matching);
    AddRelations();
    if (io::Digest(a_) != io::Digest(b_)) Sign();
    if (!drafts_.items().empty()) {
      if (JsonValue* old = root_.Find("x-drafts"); old != nullptr && old->is_list())
        for (JsonValue& draft : drafts_.items()) old->Add(std::move(draft));
      else
        root_.Set("x-drafts", std::move(drafts_));
    }
    Result<io::Loaded> loaded = io::Load(root_.Write(), options_.limits);
    if (!loaded.ok()) return loaded.problems();
    out_.bytes = io::Save(loaded->dataset);
    out_.loaded = std::move(*loaded);
    return std::move(out_);
  }

 private:
  /// B as JSON in which everything has the id that it has in A, or one that A does not use.
  Result<JsonValue> RenamedB() {
    JsonValue root = *io::ReadJson(io::Save(b_));
    std::vector<std::string> from;
    std::vector<std::string> to;
    std::set<std::string> taken;
    // What waits in A has its id already.
    for (const io::Draft& draft : io::Drafts(a_))
      if (!draft.id.empty()) taken.insert(draft.id);
    const auto rename = [&](std::string_view id, std::string_view other) {
      from.emplace_back(id);
      to.emplace_back(other);
      ids_b_[std::string(id)] = other;
    };
    const auto fresh = [&](Text id) {
      std::string name(id);
      for (int n = 2; a_.Find(name) || taken.count(name) > 0 || (name != id && b_.Find(name)); ++n)
        name = std::string(id) + "-b" + std::to_string(n);
      taken.insert(name);
      return name;
    };
    const auto by = [&](const auto& records_a, const auto& records_b, const auto& same) {
      for (const auto& other : records_b) {
        const auto one = std::find_if(records_a.begin(), records_a.end(),
                                      [&](const auto& record) { return same(record, other); });
        rename(other.id, one != records_a.end() ? std::string(one->id) : fresh(other.id));
      }
    };
    by(a_.documents, b_.documents,
       [](const Document& x, const Document& y) { return x.text.sha256 == y.text.sha256; });
    by(a_.actors, b_.actors, [](const Actor& x, const Actor& y) {
      const std::string name = edit::FoldName(y.name);
      return edit::FoldName(x.name) == name ||
             std::any_of(x.aliases.begin(), x.aliases.end(),
                         [&name](Text alias) { return edit::FoldName(alias) == name; });
    });
    by(a_.propositions, b_.propositions, [](const Proposition& x, const Proposition& y) {
      return edit::FoldName(x.label) == edit::FoldName(y.label);
    });
    by(a_.topics, b_.topics, [](const Topic& x, const Topic& y) {
      return edit::FoldName(x.label) == edit::FoldName(y.label);
    });
    by(a_.passages, b_.passages, [this](const Passage& x, const Passage& y) {
      return x.start == y.start && x.end == y.end &&
             a_[x.document].text.sha256 == b_[y.document].text.sha256;
    });
    by(a_.conditions, b_.conditions, [this](const Condition& x, const Condition& y) {
      return LinkKey(a_, x, {}) == LinkKey(b_, y, ids_b_);
    });
    by(a_.quantities, b_.quantities, [](const Quantity& x, const Quantity& y) {
      return x.measure == y.measure && x.value == y.value && x.low == y.low && x.high == y.high &&
             x.unit == y.unit && x.as_of == y.as_of && x.approx == y.approx &&
             x.baseline == y.baseline && x.forecast == y.forecast;
    });
    by(a_.events, b_.events, [this](const Event& x, const Event& y) {
      return x.when == y.when && x.status == y.status &&
             a_[x.proposition].id == ids_b_[std::string(b_[y.proposition].id)];
    });
    // Claims keep their ids, unless A's has it for another claim: the pair says which.
    for (const Claim& claim : b_.claims) rename(claim.id, fresh(claim.id));
    by(a_.relations, b_.relations, [](const Relation&, const Relation&) { return false; });
    by(a_.questions, b_.questions, [](const Question& x, const Question& y) {
      return x.state == y.state && x.title == y.title;
    });
    const auto users = edit::UsersOfAll(b_, from);
    for (std::size_t i = 0; i < from.size(); ++i)
      for (const edit::User& user : users[i]) {
        JsonValue* record = user.id.empty() ? root.Find("dataset") : RecordOf(&root, user.id);
        if (JsonValue* value = io::FollowPointer(record, user.path)) *value = JsonValue(to[i]);
      }
    for (std::size_t i = 0; i < from.size(); ++i) new_ids_.emplace(from[i], to[i]);
    for (const std::string_view name : kWords<Table>)
      if (JsonValue* table = root.Find(name))
        for (JsonValue& record : table->items()) {
          const std::string old(record.TextOf("id"));
          record.Set("id", new_ids_.at(old));
          old_ids_.emplace(new_ids_.at(old), old);
        }
    return root;
  }

  static std::string LinkKey(const Dataset& d, const Condition& link,
                             const std::map<std::string, std::string>& ids) {
    const auto words = [&](Literal literal) {
      const std::string id(d[literal.proposition()].id);
      const auto other = ids.find(id);
      return (literal.negated() ? "!" : "") + (other == ids.end() ? id : other->second);
    };
    const auto list = [&](std::span<const Literal> literals) {
      std::set<std::string> items;
      for (const Literal literal : literals) items.insert(words(literal));
      std::string out;
      for (const std::string& item : items) out += item + " ";
      return out;
    };
    return std::string(Word(link.form)) + "|" + list(link.antecedents) + "|" + list(link.unless) +
           "|" + words(link.consequent) + (link.contrast ? "" : "|flat") +
           (link.graded ? "|graded" : "");
  }

  /// A record by id. Cost: a look through its table once, then an index into it.
  JsonValue* RecordOf(JsonValue* root, const std::string& id) {
    const RecordRef record = b_.Find(id);
    if (!record) return nullptr;
    JsonValue* table = root->Find(Word(record.table));
    if (places_.empty())
      for (const std::string_view name : kWords<Table>)
        if (const JsonValue* list = root->Find(name))
          for (std::size_t i = 0; i < list->items().size(); ++i)
            places_[std::string(list->items()[i].TextOf("id"))] = i;
    return &table->items()[places_[id]];
  }

  JsonValue& TableOf(Table table) {
    if (JsonValue* value = root_.Find(Word(table))) return *value;
    return root_.Set(Word(table), JsonValue::List());
  }

  /// What B has and A has not, of all but claims and relations.
  void AddRecords() {
    for (std::size_t t = 0; t < kTableCount; ++t) {
      const auto table = static_cast<Table>(t);
      JsonValue* list = b_root_.Find(Word(table));
      if (list == nullptr || table == Table::kClaims || table == Table::kRelations) continue;
      for (const JsonValue& record : list->items())
        if (!a_.Find(record.TextOf("id"))) TableOf(table).Add(record);
    }
  }

  static const JsonValue* ClaimOf(const JsonValue& root, std::string_view id) {
    for (const JsonValue& claim : root.Find("claims")->items())
      if (claim.TextOf("id") == id) return &claim;
    return nullptr;
  }

  /// A claim's bytes in the base, if it has one of this id.
  std::string BaseBytes(std::string_view id) {
    if (options_.base == nullptr) return "";
    if (base_root_.is_null()) base_root_ = *io::ReadJson(io::Save(*options_.base));
    const JsonValue* claim = ClaimOf(base_root_, id);
    return claim == nullptr ? "" : claim->Write();
  }

  void MergeClaims(const Matching& matching) {
    const JsonValue root_a = root_;
    const JsonValue own_b = *io::ReadJson(io::Save(b_));
    JsonValue& claims = TableOf(Table::kClaims);
    claims.items().clear();
    out_.pairs = matching.pairs.size();
    for (const Matching::Pair& pair : matching.pairs) {
      const std::string id_a(a_[pair.a].id), id_b(b_[pair.b].id);
      const JsonValue& one = *ClaimOf(root_a, id_a);
      const JsonValue& other = *ClaimOf(b_root_, new_ids_.at(id_b));
      Join(id_a, id_b, one, other, Differing(a_, pair.a, b_, pair.b), own_b, &claims);
    }
    for (const ClaimId id : matching.only_a) {
      const std::string name(a_[id].id);
      Lone(name, name, *ClaimOf(root_a, name), "a", &claims);
    }
    for (const ClaimId id : matching.only_b) {
      const std::string name(b_[id].id);
      Lone(name, new_ids_.at(name), *ClaimOf(b_root_, new_ids_.at(name)), "b", &claims);
    }
  }

  void Join(const std::string& id_a, const std::string& id_b, const JsonValue& a,
            const JsonValue& b, std::vector<std::string> differs, const JsonValue& own_b,
            JsonValue* claims) {
    JsonValue joined = a;
    for (const char* field : {"topics", "inferred"}) {
      JsonValue list;
      if (!JoinLists(a.Find(field), b.Find(field), &list)) continue;
      if (!list.items().empty()) joined.Set(field, list);
      differs.erase(std::remove(differs.begin(), differs.end(), field), differs.end());
    }
    std::string took, note;
    bool by_rule = false;
    const std::string base = id_a == id_b ? BaseBytes(id_a) : "";
    if (differs.empty()) {
      took = "both";
      ++out_.same;
    } else if (!base.empty() && base == a.Write()) {
      took = "b", by_rule = true;
    } else if (!base.empty() && base == ClaimOf(own_b, id_b)->Write()) {
      took = "a", by_rule = true;
    } else if (const auto decision = options_.decisions.find(id_a);
               decision != options_.decisions.end()) {
      took = decision->second.took;
      note = decision->second.note;
    } else if (!options_.prefer.empty()) {
      took = options_.prefer, by_rule = true;
    }
    if (took.empty()) {
      JsonValue& draft = drafts_.Add(JsonValue::Object());
      draft.Set("id", id_a);
      draft.Set("table", "claims");
      JsonValue& choice = draft.Set("choice", JsonValue::Object());
      choice.Set("a", Bare(joined));
      choice.Set("b", Bare(b));
      choice.Set("differs", JsonValue::List(differs));
      choice.Set("from", JsonValue::List({id_a, id_b}));
      // B's relations wait under this id: where they lead to is decided with the pair.
      choice.Set("second", new_ids_.at(id_b));
      ++out_.undecided;
      return;
    }
    moved_[new_ids_.at(id_b)] = id_a;  // Relations to B's lead to the one that is kept.
    if (took == "left out") {
      LeaveOut(a, note);
      return LeaveOut(b, note, id_a);
    }
    JsonValue kept = took == "b" ? b : joined;
    kept.Set("id", id_a);
    const bool same =
        a.Write() == b.Write() || (id_a == id_b && a.Write() == ClaimOf(own_b, id_b)->Write());
    if (!differs.empty()) ++out_.decided;
    if (!same) {
      JsonValue coding = kept.Find("coding") ? *kept.Find("coding") : JsonValue::Object();
      coding.SetText("by", CodersOf(&a, &b));
      if (!coding.members().empty()) kept.Set("coding", std::move(coding));
      kept.Set("x-decided", TraceOf(&a, &b, {{id_a, id_b}, differs, {took, note}, by_rule}));
    }
    claims->Add(kept);
    if (took == "both" && !differs.empty()) {  // Two claims of one place.
      JsonValue second = b;
      if (const JsonValue* decided = kept.Find("x-decided")) second.Set("x-decided", *decided);
      claims->Add(second);
      moved_.erase(new_ids_.at(id_b));
    }
  }

  void Lone(const std::string& name, const std::string& id, const JsonValue& record,
            const char* side, JsonValue* claims) {
    std::string took, note;
    bool by_rule = true;
    const std::string base = BaseBytes(name);
    if (!base.empty() && base == record.Write()) {
      took = "left out";  // The other side took it away.
    } else if (options_.base != nullptr && base.empty()) {
      took = side;  // Only this side has made it since.
    } else if (const auto decision = options_.decisions.find(name);
               decision != options_.decisions.end()) {
      took = decision->second.took;
      note = decision->second.note;
      by_rule = false;
    } else {
      took = options_.prefer;
    }
    if (took.empty()) {
      JsonValue& draft = drafts_.Add(JsonValue::Object());
      draft.Set("id", id);
      draft.Set("table", "claims");
      JsonValue& choice = draft.Set("choice", JsonValue::Object());
      choice.Set(side, Bare(record));
      choice.Set("differs", JsonValue::List());
      choice.Set("from", JsonValue::List({name}));
      ++out_.undecided;
      return;
    }
    ++out_.decided;
    if (took == side || took == "both") {
      JsonValue kept = record;
      // What only one side has made since both began alike was nobody's decision.
      if (options_.base == nullptr || !by_rule)
        kept.Set("x-decided", TraceOf(&record, nullptr, {{name}, {}, {took, note}, by_rule}));
      claims->Add(std::move(kept));
      return;
    }
    LeaveOut(record, note);
  }

  /// `first`: the claim of A that is left out by the same decision; or empty.
  void LeaveOut(const JsonValue& record, const std::string& note, const std::string& first = "") {
    JsonValue& one = left_.Add(JsonValue::Object());
    one.Set("record", record);
    one.SetText("note", note);
    one.SetText("with", first);
  }

  static JsonValue Bare(JsonValue record) {
    record.Erase("id");
    return record;
  }

  /// Relations between claims that stand; those of undecided ones wait with them.
  void AddRelations() {
    std::set<std::string> there;
    for (const JsonValue& claim : TableOf(Table::kClaims).items())
      there.insert(std::string(claim.TextOf("id")));
    std::vector<JsonValue> all;
    if (const JsonValue* list = root_.Find("relations")) all = list->items();
    if (const JsonValue* list = b_root_.Find("relations"))
      for (JsonValue relation : list->items()) {
        for (const char* end : {"from", "to"}) {
          const auto moved = moved_.find(std::string(relation.TextOf(end)));
          if (moved != moved_.end()) relation.Set(end, moved->second);
        }
        const bool known = std::any_of(all.begin(), all.end(), [&](const JsonValue& one) {
          return one.TextOf("from") == relation.TextOf("from") &&
                 one.TextOf("to") == relation.TextOf("to") &&
                 one.TextOf("type") == relation.TextOf("type") &&
                 one.TextOf("by") == relation.TextOf("by");
        });
        if (!known) all.push_back(std::move(relation));
      }
    root_.Erase("relations");
    JsonValue kept = JsonValue::List();
    for (JsonValue& relation : all) {
      const bool stands = there.count(std::string(relation.TextOf("from"))) > 0 &&
                          there.count(std::string(relation.TextOf("to"))) > 0;
      if (stands) {
        kept.Add(std::move(relation));
        continue;
      }
      JsonValue& draft = drafts_.Add(JsonValue::Object());
      draft.Set("id", JsonValue(relation.TextOf("id")));
      draft.Set("table", "relations");
      draft.Set("record", Bare(std::move(relation)));
    }
    if (!kept.items().empty() || a_.given.has(9)) root_.Set("relations", std::move(kept));
  }

  /// Who merged what, in the file itself.
  void Sign() {
    JsonValue signature = JsonValue::Object();
    std::vector<std::string> coders;
    for (const Dataset* side : {&a_, &b_}) {
      JsonValue& one = signature.Set(side == &a_ ? "a" : "b", JsonValue::Object());
      JsonValue& names = one.Set("coders", JsonValue::List());
      for (const Text coder : side->info.coders) {
        names.Add(coder);
        if (std::find(coders.begin(), coders.end(), coder) == coders.end())
          coders.emplace_back(coder);
      }
      one.Set("sha256", io::Digest(*side));
    }
    // What an earlier merge left out stays on record.
    JsonValue left = JsonValue::List();
    if (const JsonValue* before = root_.Find("x-merge"))
      if (const JsonValue* list = before->Find("left"); list != nullptr && list->is_list())
        left = *list;
    for (JsonValue& one : left_.items()) left.Add(std::move(one));
    if (!left.items().empty()) signature.Set("left", std::move(left));
    root_.Set("x-merge", std::move(signature));
    root_.Find("dataset")->Find("coding")->Set("coders", JsonValue::List(coders));
  }

  const Dataset& a_;
  const Dataset& b_;
  const MergeOptions& options_;
  MergedCodings out_;
  JsonValue root_, b_root_, base_root_;
  JsonValue drafts_ = JsonValue::List(), left_ = JsonValue::List();
  std::map<std::string, std::string> ids_b_, new_ids_, old_ids_, moved_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

Result<MergedCodings> Merge(const Dataset& a, const Dataset& b, const MergeOptions& options) {
  return Merger(a, b, options).Run();
}

}  // namespace proviso::merge
