// The one style sheet of the text version. Colours come from the theme; no font is fetched.

#include <array>
#include <string>

#include "core/canvas/theme.h"
#include "core/pages/lists.h"

namespace proviso::view {
namespace {

struct Name {
  std::string_view name;
  Ink ink;
};
constexpr std::array<Name, 17> kNames{{{"paper", Ink::kPaper},
                                       {"surface", Ink::kSurface},
                                       {"sunken", Ink::kSunken},
                                       {"line", Ink::kLine},
                                       {"control-line", Ink::kControlLine},
                                       {"ink", Ink::kInk},
                                       {"soft", Ink::kInkSoft},
                                       {"mute", Ink::kInkMute},
                                       {"accent", Ink::kAccent},
                                       {"accent-tint", Ink::kAccentTint},
                                       {"focus", Ink::kFocus},
                                       {"more", Ink::kMore},
                                       {"less", Ink::kLess},
                                       {"none", Ink::kNone},
                                       {"silent", Ink::kSilent},
                                       {"hedge", Ink::kHedge},
                                       {"altered", Ink::kAltered}}};

std::string ColorRules(Palette palette) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const Name& name : kNames) {
    out += "  --" + std::string(name.name) + ": #";
    const std::uint32_t color = ColorOf(palette, name.ink);
    for (int shift = 28; shift >= 8; shift -= 4) out += kDigits[color >> shift & 0xF];
    out += ";\n";
  }
  return out;
}

constexpr std::string_view kRules = R"css(
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 400 0.9375rem/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, .gloss, .lead, .reading, .brand {
  font-family: "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", Georgia, Cambria,
    "Noto Serif", serif;
}
h1, h2, h3, h4 { font-weight: 600; text-wrap: balance; }
h1 { font-size: clamp(1.625rem, 1.2rem + 2vw, 2.125rem); line-height: 1.22; margin: 0.25rem 0 0.5rem; }
h2 { font-size: 1.4375rem; line-height: 1.3; margin: 0; }
main > h2, main > section > h2 { margin: 2.75rem 0 0.5rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.125rem; line-height: 1.4; margin: 1.75rem 0 0.25rem; }
h4 { font-size: 0.8125rem; line-height: 1.4; margin: 1rem 0 0.25rem; color: var(--soft); }
p { margin: 0 0 0.75rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
main:focus { outline: none; }
code, .id { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; font-size: 0.86em; }
code { overflow-wrap: anywhere; }

.skip { position: absolute; left: 1rem; top: -4rem; background: var(--ink); color: var(--paper); padding: 0.6rem 1rem; border-radius: 6px; z-index: 1; }
.skip:focus { top: 0.5rem; }
.top { border-bottom: 1px solid var(--line); background: var(--paper); padding: 0.75rem 1.25rem 0; display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; }
.brand { font-weight: 600; font-size: 1.0625rem; margin: 0; flex: 1 1 16rem; }
.brand a { color: inherit; text-decoration: none; }
.brand a:hover { text-decoration: underline; }
.explorer { margin: 0; font-size: 0.875rem; }
.top nav { flex: 1 0 100%; }
.top ul { list-style: none; margin: 0.25rem -0.6rem 0; padding: 0; display: flex; flex-wrap: wrap; }
.top nav a { display: block; padding: 0.6rem; color: var(--soft); text-decoration: none; border-bottom: 3px solid transparent; }
.top nav a:hover { color: var(--ink); border-color: var(--line); }
.top nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--ink); }

main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
footer { border-top: 1px solid var(--line); background: var(--sunken); color: var(--soft); padding: 1.25rem; font-size: 0.8438rem; }
footer p { max-width: 49.5rem; margin: 0 auto 0.4rem; }
.lead { font-size: 1.125rem; line-height: 1.55; color: var(--soft); max-width: 40rem; margin-bottom: 1.25rem; }
.reading { font-size: 1rem; line-height: 1.5; max-width: 42rem; }
.counts { font-weight: 600; }
.meta, .kind, .foot, .note { color: var(--soft); font-size: 0.8438rem; }
.kind { margin: 0; color: var(--mute); font-weight: 600; }
.id { color: var(--mute); }
a.id { text-decoration: none; }
a.id:hover { text-decoration: underline; }

/* What people say. */
.gloss { font-size: 1.125rem; line-height: 1.5; font-weight: 400; margin: 0.15rem 0 0.4rem; max-width: 44rem; text-wrap: pretty; }
h2.gloss { font-weight: 600; font-size: 1.25rem; }
h3.gloss { font-size: 1.1875rem; }
.row .gloss { font-size: 1.0625rem; line-height: 1.45; margin: 0 0 0.25rem; }
.row .gloss a { color: inherit; text-decoration-color: var(--line); }
.row .gloss a:hover { text-decoration-color: currentColor; }
.hedge { font-style: normal; font-weight: 600; color: var(--hedge); text-decoration: underline dotted 2px; text-underline-offset: 0.22em; text-decoration-skip-ink: none; }

/* Voices, outermost first. */
.chain { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.4rem; margin: 0.35rem 0; font-size: 0.8438rem; line-height: 1.35; }
.voice a { display: inline-block; border: 1px solid var(--control-line); border-radius: 4px; padding: 0.15rem 0.5rem; color: var(--soft); text-decoration: none; background: var(--surface); }
.voice a:hover { border-color: var(--ink); color: var(--ink); }
.holder a { border: 2px solid var(--ink); color: var(--ink); font-weight: 600; }
.stance { color: var(--soft); display: inline-flex; align-items: center; gap: 0.4rem; max-width: 100%; }
.stance::before, .stance::after { content: ""; width: 0.9rem; border-top: 1.5px solid var(--mute); flex: none; }
.kept-apart { font-weight: 600; color: var(--ink); }
.kept-apart::before, .kept-apart::after { border-top-style: dashed; }
.imputed::before, .imputed::after { border-top-style: dotted; border-top-width: 2px; }
.own { color: var(--mute); }

/* Signs and strengths. */
.marks { display: flex; flex-wrap: wrap; gap: 0.4rem 2rem; align-items: center; margin: 0.6rem 0; }
.mark, .strength { display: inline-flex; align-items: center; gap: 0.5rem; font-size: 0.875rem; }
svg { flex: none; overflow: visible; }
.sign { color: var(--ink); }
.sign.more { color: var(--more); }
.sign.less { color: var(--less); }
.sign.none { color: var(--none); }
.sign.silent { color: var(--silent); }
.sign .body { fill: currentColor; stroke: currentColor; stroke-width: 1; stroke-linejoin: round; }
.sign .letter { fill: none; stroke: var(--paper); stroke-width: 1.8; }
.sign .lines { fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; }
.sign.silent .lines { stroke-width: 3.2; }
.sign.other-step .body, .sign.inferred .body, .sign.not-held .body { fill: none; stroke-width: 1.8; }
.sign.inferred .body, .sign.not-held .body { stroke-dasharray: 2.5 2; }
.sign.other-step .letter, .sign.inferred .letter, .sign.not-held .letter { stroke: currentColor; }
.sign .body.up { color: var(--more); }
.sign .body.down { color: var(--less); }
.sign .strike { stroke: var(--ink); stroke-width: 1.8; }
.ruler .filled { fill: var(--ink); stroke: var(--ink); }
.ruler .open { fill: none; stroke: var(--control-line); }
.ruler .centre { stroke: var(--ink); stroke-width: 2; }
.ruler.no-level .open { stroke-dasharray: 1.5 1.5; }
.ruler .ring { fill: var(--paper); stroke: var(--ink); stroke-width: 1.8; stroke-dasharray: 2 1.5; }

/* Places. */
.ref { display: inline-block; border: 1px solid var(--control-line); border-radius: 3px; padding: 0 0.35rem; font-size: 0.8125rem; line-height: 1.45; font-weight: 600; color: var(--ink); text-decoration: none; white-space: nowrap; }
.ref.first { background: var(--ink); border-color: var(--ink); color: var(--paper); }
a.ref:hover { outline: 2px solid var(--accent); outline-offset: 1px; }

/* Records and their lists. */
.record { border-top: 1px solid var(--line); padding: 1.25rem 0 0.75rem; }
h2 + .record, nav + .record, h1 + .record, .lead + .record { border-top: 0; }
:target { box-shadow: -0.75rem 0 var(--paper), -1rem 0 var(--accent); }
.passage:target, .questions li:target, .beside li:target { background: var(--accent-tint); box-shadow: -0.75rem 0 var(--accent-tint), -1rem 0 var(--accent); }
main:target { box-shadow: none; }
.facts { margin: 0.75rem 0; font-size: 0.875rem; }
.facts > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: 0.28rem 0; border-top: 1px solid var(--line); }
.facts > div:first-child { border-top: 0; }
.facts dt { color: var(--mute); grid-row: 1 / span 20; }
.facts dd { margin: 0; grid-column: 2; min-width: 0; }
.rows, .plain, .texts, .said-by, .beside { list-style: none; margin: 0.5rem 0 1rem; padding: 0; }
.row { display: grid; grid-template-columns: 22px minmax(0, 1fr); gap: 0 0.75rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.row > svg { margin-top: 0.1rem; }
.rows > .row:first-child { border-top: 0; }
.foot { margin: 0; }
.foot .ref { margin-left: 0.35rem; }
.said-by { margin: 0.35rem 0 0; }
.said-by li { padding: 0.15rem 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.9rem; }
.beside li { padding: 0.35rem 0 0.35rem 0.9rem; border-left: 3px solid var(--line); margin-bottom: 0.4rem; font-size: 0.875rem; }
.plain li { padding: 0.2rem 0; }
.strengths { columns: 15rem; }
.texts li { display: flex; gap: 0.75rem; align-items: baseline; padding: 0.4rem 0; }
.texts .gloss, .texts .meta { margin: 0; }
.questions { padding: 0; list-style: none; counter-reset: question; }
.questions li { counter-increment: question; padding: 0.75rem 0 0.25rem 3rem; position: relative; }
.questions li::before { content: counter(question); position: absolute; left: 0; top: 0.75rem; width: 1.9rem; height: 1.9rem; line-height: 1.8rem; text-align: center; border: 1px solid var(--control-line); border-radius: 50%; font-family: Georgia, serif; font-size: 0.9375rem; color: var(--soft); }
.questions h3 { margin: 0; }
.questions p { margin: 0.15rem 0 0; color: var(--soft); }
.group { margin: 1rem 0 1.5rem; }
.paragraph { border-left: 3px solid var(--ink); padding-left: 1rem; margin: 1.5rem 0; }
.paragraph.bare { border-left: 3px dotted var(--line); margin: 0.4rem 0; }
.paragraph h3 { margin: 0 0 0.25rem; font-size: 1rem; }
.paragraph.bare h3 { font-weight: 400; color: var(--mute); font-size: 0.9375rem; margin: 0; }
.passage { padding: 0.35rem 0; }
.passage + .passage { border-top: 1px dashed var(--line); }
.signs > div { display: grid; grid-template-columns: 15rem 1fr; gap: 0 1rem; padding: 0.4rem 0; border-top: 1px solid var(--line); }
.signs dd { margin: 0; color: var(--soft); }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.875rem; }
th, td { text-align: left; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); vertical-align: baseline; }
thead th { color: var(--mute); font-weight: 600; border-bottom: 3px solid var(--ink); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 1.25rem; }
.pager ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.35rem; padding: 0; margin: 1rem 0; }
.pager a { display: block; padding: 0.4rem 0.7rem; border: 1px solid var(--control-line); border-radius: 6px; text-decoration: none; font-variant-numeric: tabular-nums; }
.pager a[aria-current] { background: var(--ink); color: var(--paper); border-color: var(--ink); }

@media (max-width: 44rem) {
  main { padding: 1.25rem 1rem 2rem; }
  .top { padding: 0.75rem 1rem 0; }
  .top nav a { padding: 0.7rem 0.6rem; }
  .facts > div, .signs > div { grid-template-columns: minmax(0, 1fr); }
  .facts dt { grid-row: auto; }
  .facts dd { grid-column: 1; }
  .record, .paragraph { scroll-margin-top: 0.5rem; }
  .chain { flex-direction: column; align-items: flex-start; gap: 0.2rem; }
  .chain .stance { padding-left: 1rem; }
  .stance::after { display: none; }
  .row { gap: 0 0.6rem; }
  table, thead, tbody, tr, th, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  td { border: 0; padding: 0; display: inline; color: var(--soft); }
  td.number { text-align: left; padding: 0; }
  td + td::before { content: " · "; }
  td:nth-of-type(2)::before { content: " · Holds "; }
  td:nth-of-type(3)::before { content: ", stands in "; }
  tbody th { border: 0; padding: 0; }
  tbody tr { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
}
@media print {
  @page { margin: 18mm 16mm; }
  :root { --paper: #fff; --surface: #fff; --sunken: #fff; --ink: #000; --soft: #333; --mute: #444; }
  body { font-size: 10pt; }
  .top nav, .explorer, .skip, .pager { display: none; }
  .top, footer { background: none; padding-left: 0; padding-right: 0; }
  main { max-width: none; padding: 1rem 0; }
  .row, .facts > div, .chain, .marks, tr { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  a { color: inherit; }
  .sign, .ruler, .ref { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wide { overflow: visible; }
}
@media (forced-colors: active) {
  .sign, .ruler { forced-color-adjust: auto; }
  .sign .letter { stroke: Canvas; }
  .sign.other-step .letter, .sign.inferred .letter, .sign.not-held .letter { stroke: CanvasText; }
  .sign, .sign.more, .sign.less, .sign.none, .sign.silent, .sign .body { color: CanvasText; }
  .ruler .filled { fill: CanvasText; stroke: CanvasText; }
  .ruler .open, .ruler .centre, .ruler .ring { stroke: CanvasText; }
}
)css";

}  // namespace

std::string StyleSheet() {
  return ":root {\n  color-scheme: light dark;\n" + ColorRules(Palette::kLight) + "}\n" +
         "@media (prefers-color-scheme: dark) { :root {\n" + ColorRules(Palette::kDark) + "} }\n" +
         "@media (prefers-contrast: more) { :root {\n  color-scheme: dark;\n" +
         ColorRules(Palette::kContrast) + "} }\n" + std::string(kRules);
}

}  // namespace proviso::view
