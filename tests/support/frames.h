#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/canvas/frame.h"
#include "core/state/update.h"

namespace proviso::test {

/// A frame that some reader can have on screen, and where it stands.
struct Shot {
  std::string where;  ///< "timeline c-3, dialog 4"
  view::Session session;
  bool code = false;  ///< What is quoted on screen is for programs, in no language.
};

/// Every view and every dialog, with what can be selected, supposed, filtered and asked in them.
inline std::vector<Shot> Shots(const view::Library& library) {
  using view::ViewId;
  std::vector<Shot> shots;
  const auto add = [&](std::string_view link, int dialog = 0, std::string_view words = {}) {
    Shot shot;
    shot.where = std::string(link) + (dialog == 0 ? "" : ", dialog " + std::to_string(dialog));
    std::vector<view::Effect> effects;
    view::OpenLink(library, link, shot.session, effects);
    shot.session.dialog = static_cast<view::Dialog>(dialog);
    shot.session.palette_words = words;
    shots.push_back(std::move(shot));
  };
  const Dataset& data = library.dataset;
  const auto id = [](const auto& records, std::size_t i) {
    return records.empty() ? std::string() : std::string(records[i % records.size()].id);
  };
  std::vector<std::string> levers;
  for (const Proposition& p : data.propositions)
    if (p.role == Role::kLever) levers.emplace_back(p.id);
  while (levers.size() < 3) levers.emplace_back("none");
  const std::string on = "on=" + levers[0] + "," + levers[1], off = "off=" + levers[2];
  for (const std::string_view view : {"what-if", "matrix", "claims", "actors", "map", "timeline",
                                      "compare", "sources", "questions"}) {
    const std::string link = "v=" + std::string(view);
    add(link);
    add(link + "&" + on + "&" + off + "&strict=1");
    add(link + "&list=1&" + on);
    add(link + "&sel=" + id(data.claims, 2));
    add(link + "&q=nothing%20fits%20this&from=2020&to=2019");
    add(link + "&from=2023-03&to=2023-05&sel=" + id(data.events, 0));
  }
  for (const std::string& record :
       {id(data.documents, 0), id(data.passages, 1), id(data.actors, 0), id(data.actors, 3),
        levers[0], id(data.conditions, 0), id(data.claims, 5), id(data.relations, 0),
        id(data.events, 1), id(data.quantities, 0), id(data.topics, 0), id(data.questions, 0),
        std::string("gone"), id(data.actors, 0) + "~" + levers[0],
        id(data.actors, 0) + "~" + id(data.actors, 1), std::string("gone~gone")})
    for (const std::string_view view : {"claims", "matrix", "map"})
      add("v=" + std::string(view) + "&sel=" + record);
  for (std::size_t i = 0; i < data.claims.size(); i += 19)
    add("v=claims&sel=" + id(data.claims, i));
  for (std::size_t i = 0; i < data.actors.size() && i < 9; ++i)
    add("v=what-if&" + on + "&why=" + id(data.actors, i));
  for (const std::string_view more :
       {"cols=propositions&rows=document", "cols=propositions&rows=kind&order=similarity",
        "rows=topic&hide-silent=1", "min=3", "min=99"})
    add("v=matrix&" + std::string(more));
  for (const std::string_view more : {"group=topic&sort=holder", "group=document", "group=holder"})
    add("v=claims&" + std::string(more));
  for (const std::string_view more : {"verdict=contradict", "verdict=only-a", "verdict=agree"})
    add("v=compare&" + std::string(more));
  add("v=compare&a=" + id(data.actors, 0) + "&b=" + id(data.actors, 1));
  add("v=compare&a=gone");
  add("v=sources&doc=" + id(data.documents, 1));
  add("v=sources&doc=gone");
  add("v=questions&step=gone&list=1");
  for (std::size_t i = 0; i < data.questions.size(); ++i)
    add("v=questions&step=" + id(data.questions, i));
  add("v=what-if&" + on + "&beside=1&beside-on=" + levers[2] + "&name=Calm&why=gone");
  add("v=outline&x=1&x=2&what=is&on=gone&" + off);
  add("v=map&steps=1&arrows=" + id(data.actors, 0) + "&" + on);
  for (const std::string_view more :
       {"list=1&edges=about,positions", "steps=1",
        "list=1&steps=2&sel=", "steps=1&sel=", "sel=", "list=1&only=", "only=", "sel=pair"}) {
    std::string link = "v=actors&" + std::string(more);
    if (link.find("pair") != std::string::npos)
      link.replace(link.find("pair"), 4, id(data.actors, 0) + "~" + id(data.actors, 2));
    else if (link.back() == '=')
      link += id(data.actors, 0);
    add(link);
  }
  add("v=actors&sel=" + id(data.actors, 0) + "&pins=" + id(data.actors, 0) + "@10@20");
  for (int dialog = 1; dialog < static_cast<int>(view::kDialogCount); ++dialog)
    add("v=claims&" + on + "&" + off, dialog);
  for (const char* const field :
       {"t", "sort", "group", "cols", "rows", "order", "arrows", "steps"}) {
    add("v=claims", static_cast<int>(view::Dialog::kChoices));
    shots.back().session.choosing = field;
    shots.back().where += field;
  }
  for (const view::ShareTab tab : {view::ShareTab::kLink, view::ShareTab::kCite,
                                   view::ShareTab::kEmbed, view::ShareTab::kExport})
    for (const bool online : {false, true})
      for (const view::CiteForm form :
           {view::CiteForm::kPlain, view::CiteForm::kBibTex, view::CiteForm::kCsl}) {
        if (form != view::CiteForm::kPlain && tab != view::ShareTab::kCite) continue;
        add("v=map&" + on + "&q=the&strict=1&sel=" + id(data.actors, 0),
            static_cast<int>(view::Dialog::kShare));
        Shot& shot = shots.back();
        shot.session.share.tab = tab;
        shot.session.share.form = form;
        shot.session.share.frozen = online;
        if (online)
          shot.session.host = {
              "https://example.org/", "https://example.org/x.json", "2026-11-25", {}, true, true};
        shot.code = tab == view::ShareTab::kEmbed || form != view::CiteForm::kPlain;
        shot.where += ", tab " + std::to_string(static_cast<int>(tab));
      }
  for (const bool kept : {true, false}) {
    add("v=claims&sel=" + id(data.claims, 0), static_cast<int>(view::Dialog::kNotes));
    view::Notes notes;
    notes.by_record = {{id(data.claims, 0), "nothing"}, {"gone", "nothing"}};
    notes.bookmarks = {{"Calm", "v=map"}};
    shots.back().session.notes = std::make_shared<const view::Notes>(std::move(notes));
    shots.back().session.notes_kept = kept;
  }
  add("v=claims");
  shots.back().session.tour_offered = true;
  for (const std::string_view words : {"a", "b 1", "qqqqqq", ">", "@", "#", ">the"})
    add("v=claims", 1, words);
  return shots;
}

}  // namespace proviso::test
