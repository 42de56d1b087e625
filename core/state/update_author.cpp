#include "core/state/update_author.h"

#include <set>
#include <utility>

#include "core/author/form_value.h"
#include "core/author/readings.h"
#include "core/base/safe_text.h"
#include "core/edit/users.h"
#include "core/io/save.h"
#include "core/state/rebuilt.h"
#include "core/state/update_screen.h"

namespace proviso::view {
namespace {

/// One overload a command, from all parts.
struct AuthorUpdater : FormUpdater, CodeUpdater, BeginUpdater, CodingsUpdater {
  explicit AuthorUpdater(const Updating& with)
      : FormUpdater{with}, CodeUpdater{with}, BeginUpdater{with}, CodingsUpdater{with} {}
  using BeginUpdater::operator();
  using CodeUpdater::operator();
  using CodingsUpdater::operator();
  using FormUpdater::operator();
};

template <class... C>
void Carry(const AuthorUpdater& updater, const Command& command, TypeList<C...>) {
  const auto try_one = [&](const auto* what) {
    if (what != nullptr) updater(*what);
    return what != nullptr;
  };
  (void)(try_one(command.As<C>()) || ...);
}

/// The library in which the open record stands: that of the dataset, or one aside.
const Library& FormLibrary(const Updating& with) {
  const auto& own = with.session.editing.own;
  return own != nullptr ? *own->aside : with.library;
}

/// The form that is open.
RecordForm OpenForm(const Updating& with) {
  const Editing& editing = with.session.editing;
  if (editing.info) {
    // Where nobody is named yet, somebody can be.
    const bool nobody = with.dataset().info.creators.empty();
    return BuildInfoForm(with.library, nobody ? std::string_view("/creators") : editing.added);
  }
  if (editing.fresh) return BuildForm(with.library, *editing.fresh, editing.added);
  const Library& library = FormLibrary(with);
  const RecordRef record = library.dataset.Find(editing.record);
  return record ? BuildForm(library, record, editing.added) : RecordForm();
}

/// What a field is of, in words.
std::string OwnerOf(const Updating& with) {
  const Editing& editing = with.session.editing;
  if (editing.info) return std::string(with.dataset().info.title);
  return NameOfId(FormLibrary(with), editing.record);
}

std::string FaultWords(const Problem& problem, const Say& say) {
  return say("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
}

}  // namespace

void UpdateAuthor(const Updating& with, const Command& command) {
  Carry(AuthorUpdater(with), command, AuthorTypes());
}

void FormUpdater::Send(EditRequest request) const {
  Effect effect{Effect::Kind::kEdit, {}};
  effect.edit = std::make_shared<const EditRequest>(std::move(request));
  effects.push_back(std::move(effect));
}

void FormUpdater::SendField(EditRequest request, const std::vector<edit::Step>& made) const {
  const auto& own = session.editing.own;
  if (own == nullptr) return Send(std::move(request));
  Result<edit::Edited> tried = edit::Apply(own->aside->dataset, request.steps, io::Limits::None());
  if (!tried) {
    const auto typed = session.editing.typed.find(request.field);
    return Refuse(request.field, typed == session.editing.typed.end() ? "" : typed->second,
                  tried.problems());
  }
  const std::optional<io::JsonValue> root = io::ReadJson(tried->bytes);
  const io::JsonValue* claims = root ? root->Find("claims") : nullptr;
  if (claims == nullptr) return;
  for (const io::JsonValue& claim : claims->items())
    if (claim.TextOf("id") == own->draft) {
      request.steps = made;
      request.steps.push_back(CodingsUpdater{*this}.Written(own->draft, claim));
      return Send(std::move(request));
    }
}

void FormUpdater::Refuse(const std::string& path, const std::string& words,
                         const std::vector<Problem>& problems) const {
  session.editing.typed[path] = words;
  session.editing.problems[path] = FaultWords(problems.front(), say());
  session.announcement = session.editing.problems[path];
}

void FormUpdater::operator()(const TypeField& command) const {
  if (!session.editing.open_for_typing()) return;
  session.editing.typed[command.path] = command.words;
  session.editing.typing = command.path;
  session.editing.problems.erase(command.path);
}

void FormUpdater::operator()(const EditField& command) const {
  if (command.path == kNotePath) return CodingsUpdater{*this}.KeepNote(command.words);
  const RecordForm form = OpenForm(*this);
  const FormField* field = form.Find(command.path);
  if (field == nullptr) return;
  Editing& editing = session.editing;
  if (editing.typing == command.path) editing.typing.clear();
  if (editing.open == command.path) editing.open.clear();
  const bool item = command.path.find("/-/") != std::string::npos;
  if (field->words == command.words && !editing.fresh && !item) {
    editing.typed.erase(command.path);
    editing.problems.erase(command.path);
    return;
  }
  const Library& base = FormLibrary(*this);
  Names names(base, session.coding.coder);
  const Result<std::string> json = FieldJson(base, *field, command.words, &names);
  if (!json) return Refuse(command.path, command.words, json.problems());
  editing.problems.erase(command.path);
  if (editing.fresh || item) {
    editing.typed[command.path] = command.words;
    if (item && !TryItem(command.path.substr(0, command.path.find("/-/")))) return;
    if (!item) TryFresh();
    return;
  }
  EditRequest request;
  request.steps = names.made();
  // What may not stand there any more goes in the same step, and what may comes.
  if (command.path == "/quoting") BeginUpdater{*this}.AddQuoting(command.words, &request.steps);
  request.steps.push_back(edit::Set{editing.record, command.path, *json});
  request.field = command.path;
  request.done = say()("{0} of “{1}”##field, record", {field->label, OwnerOf(*this)});
  // Until it is taken the words stay.
  editing.typed[command.path] = command.words;
  SendField(std::move(request), names.made());
}

void FormUpdater::TryFresh() const {
  Editing& editing = session.editing;
  const RecordForm form = OpenForm(*this);
  Names names(library, session.coding.coder);
  std::vector<edit::Step> fields;
  std::string called;
  for (const FormField& field : form.fields) {
    const auto typed = editing.typed.find(field.path);
    const bool empty = typed == editing.typed.end() || typed->second.empty();
    if (empty && field.required && field.kind != FieldKind::kFixed && field.depth == 0) return;
    if (empty) continue;
    if (called.empty() && (field.kind == FieldKind::kLine || field.kind == FieldKind::kArea))
      called = typed->second;
    const Result<std::string> json = FieldJson(library, field, typed->second, &names);
    if (!json) return Refuse(field.path, typed->second, json.problems());
    fields.push_back(edit::Set{{}, field.path, *json});
  }
  const bool numbered = *editing.fresh == Table::kConditions || *editing.fresh == Table::kEvents ||
                        *editing.fresh == Table::kQuantities || *editing.fresh == Table::kRelations;
  const std::string id =
      numbered ? names.NextId(*editing.fresh) : names.IdOf(*editing.fresh, called);
  io::JsonValue record = io::JsonValue::Object();
  record.Set("id", id);
  EditRequest request;
  request.steps = names.made();
  request.steps.push_back(edit::Put{*editing.fresh, record.Write()});
  for (edit::Step& step : fields) {
    std::get<edit::Set>(step).id = id;
    request.steps.push_back(std::move(step));
  }
  request.record = id;
  request.done = say()("“{0}” added##record", {called});
  Send(std::move(request));
}

bool FormUpdater::TryItem(const std::string& path) const {
  const RecordForm form = OpenForm(*this);
  Editing& editing = session.editing;
  const Library& base = FormLibrary(*this);
  Names names(base, session.coding.coder);
  io::JsonValue item = io::JsonValue::Object();
  const std::string below = path + "/-/";
  for (const FormField& field : form.fields) {
    if (field.path.substr(0, below.size()) != below) continue;
    const auto typed = editing.typed.find(field.path);
    const bool empty = typed == editing.typed.end() || typed->second.empty();
    if (empty && field.required) return false;
    if (empty) continue;
    const Result<std::string> json = FieldJson(base, field, typed->second, &names);
    if (!json) {
      Refuse(field.path, typed->second, json.problems());
      return false;
    }
    if (const auto value = io::ReadJson(*json)) item.Set(field.path.substr(below.size()), *value);
  }
  const FormField* list = form.Find(path);
  if (list == nullptr || editing.fresh) return false;
  EditRequest request;
  request.steps = names.made();
  request.steps.push_back(edit::Set{editing.record, path + "/-", item.Write()});
  request.field = path;
  request.done = say()("{0} of “{1}”##field, record", {list->label, OwnerOf(*this)});
  SendField(std::move(request), names.made());
  return true;
}

void FormUpdater::operator()(const OpenField& command) const {
  session.editing.open = session.editing.open == command.path ? std::string() : command.path;
}

void FormUpdater::operator()(const AddItem& command) const {
  if (session.editing.open_for_typing()) session.editing.added = command.path;
}

void FormUpdater::operator()(const MoveItem& command) const {
  if (session.editing.record.empty()) return;
  const std::string list = command.path.substr(0, command.path.rfind('/'));
  const RecordForm form = OpenForm(*this);
  const FormField* field = form.Find(list);
  if (field == nullptr) return;
  EditRequest request;
  request.steps = {edit::Shift{session.editing.record, command.path, command.by}};
  request.field = list;
  request.done = say()("{0} of “{1}”##field, record", {field->label, OwnerOf(*this)});
  SendField(std::move(request));
}

void FormUpdater::operator()(const DropItem& command) const {
  if (command.path.size() > 2 && command.path.substr(command.path.size() - 2) == "/-") {
    session.editing.added.clear();
    return;
  }
  const std::string list = command.path.substr(0, command.path.rfind('/'));
  const RecordForm form = OpenForm(*this);
  const FormField* field = form.Find(list);
  if (field == nullptr || session.editing.record.empty()) return;
  EditRequest request;
  request.steps = {edit::Set{session.editing.record, command.path, {}}};
  request.field = list;
  request.done = say()("{0} of “{1}”##field, record", {field->label, OwnerOf(*this)});
  SendField(std::move(request));
}

void FormUpdater::operator()(const AskRemove& command) const {
  session.editing.removing = command.asked && !session.editing.record.empty();
  session.editing.joining = false;
}

void FormUpdater::operator()(const RemoveRecord& command) const {
  if (!dataset().Find(command.id)) return;
  EditRequest request;
  request.steps = {edit::Remove{command.id, command.with_users}};
  request.after = EditRequest::After::kCloseForm;
  request.done = say()("“{0}” removed##record", {Named(command.id)});
  Send(std::move(request));
}

void FormUpdater::operator()(const AskJoin& command) const {
  session.editing.joining = command.asked && !session.editing.record.empty();
  session.editing.removing = false;
}

void FormUpdater::operator()(const JoinRecords& command) const {
  if (!dataset().Find(command.from) || !dataset().Find(command.to) || command.from == command.to)
    return;
  EditRequest request;
  // What is being written about a text that goes is kept as a draft about the one that stays; its
  // places, if they are the same there.
  if (session.coding.document == command.from) {
    const auto text = [&](const std::string& id) {
      return dataset()[DocumentId(dataset().Find(id).index)].text.sha256;
    };
    request.steps = CodeUpdater{*this}.DraftSteps(text(command.from) == text(command.to));
  }
  request.steps.push_back(edit::Rename{command.from, command.to});
  request.record = command.to;
  request.done = say()("“{0}” and “{1}” joined##records", {Named(command.from), Named(command.to)});
  Send(std::move(request));
}

void FormUpdater::operator()(const TakeEdit& command) const {
  const EditOutcome& outcome = *command.outcome;
  const EditRequest& request = *outcome.request;
  Editing& editing = session.editing;
  if (!outcome.problems.empty()) {
    if (request.after == EditRequest::After::kMerged) CodingsUpdater{*this}.NotMerged();
    const std::string words = FaultWords(outcome.problems.front(), say());
    if (request.after == EditRequest::After::kTextAdded) {
      session.beginning.problem = words;
      session.announcement = words;
      return;
    }
    if (editing.open_for_typing() && !request.field.empty())
      editing.problems[request.field] = words;
    else if (session.coding.writing)
      session.coding.problems[static_cast<std::size_t>(CodeField::kWords)] = words;
    else
      Note(words);
    session.announcement = words;
    return;
  }
  editing.typed.erase(request.field);
  editing.problems.erase(request.field);
  editing.added.clear();
  for (auto typed = editing.typed.begin(); typed != editing.typed.end();)
    typed = typed->first.find("/-/") != std::string::npos ? editing.typed.erase(typed)
                                                          : std::next(typed);
  if (request.field == kNotePath && !editing.noting.empty()) {
    // It is kept: the button is there again, and the focus on it, if it was in the field.
    if (session.focus == FieldItem(kNotePath))
      session.focus = "codings/" + editing.noting + "/note";
    editing.noting.clear();
  }
  if (outcome.bytes == outcome.before) return CodeUpdater{*this}.Saved(request);
  ViewState next = session.state;
  ForgetRecords({outcome.gone.begin(), outcome.gone.end()}, &next);
  if (!request.record.empty() && editing.shown()) next.selection = request.record;
  if (request.after == EditRequest::After::kTextAdded) {
    next.view = ViewId::kSources;
    next.document = request.record;
    next.selection.clear();
    session.beginning = {};
    session.coding.shown = true;
    session.scroll.erase("stage");
  }
  // Where its pairs stand: to merge is one step.
  if (request.after == EditRequest::After::kMerged) next.view = ViewId::kCompare;
  steps.Edit(std::move(next), outcome.bytes, outcome.before, request.done);
  if (!request.whole.empty() && request.after != EditRequest::After::kMerged) {
    ScreenUpdater{*this}(FileMade{request.saved});
    Note(
        say()("Recovered: what you had changed here is back. Undo shows the dataset as it was "
              "opened."));
  }
  RecheckCopies(library, &session.copies);
  CodeUpdater{*this}.ForgetText();
  if (request.after == EditRequest::After::kCloseForm ||
      (editing.own == nullptr && !dataset().Find(editing.record)))
    editing.record.clear();
  if (request.after == EditRequest::After::kCloseForm || (editing.fresh && !request.record.empty()))
    editing = {};
  if (!request.record.empty() && editing.record.empty() && dataset().Find(request.record) &&
      request.after == EditRequest::After::kField)
    editing.record = request.record;
  if (!request.record.empty()) {
    editing.joining = false;
    editing.typed.erase("/join");
  }
  CodingsUpdater{*this}.Refresh();
  CodeUpdater{*this}.Saved(request);
}

void FormUpdater::operator()(const TakeLibrary&) const {
  RecheckCopies(library, &session.copies);
  CodeUpdater{*this}.ForgetText();
  // The merge was taken back: Compare shows texts and voices again.
  if (dataset().extensions.find("\"x-merge\"") == Text::npos) session.codings.shown = false;
  if (session.editing.own != nullptr)
    CodingsUpdater{*this}.Refresh();
  else if (!session.editing.record.empty() && !dataset().Find(session.editing.record))
    session.editing = {};
  if (!session.state.selection.empty() && session.state.selection.find('~') == std::string::npos &&
      !dataset().Find(session.state.selection))
    session.state.selection.clear();
}

}  // namespace proviso::view
