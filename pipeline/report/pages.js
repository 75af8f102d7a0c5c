// The pages of one thing: a material, a cited work, a document; plots; agreement with gold.
function evidence(row) {
  const quote = element("blockquote", { id: row.record_id });
  const text = row.sentence ?? "";
  let at = 0;
  for (const [start, end, kind] of row.marks ?? []) {
    quote.append(...scripts(text.slice(at, start)), element("mark", { class: kind }, ...scripts(text.slice(start, end))));
    at = end;
  }
  quote.append(...scripts(text.slice(at)));
  if (row.references?.length) quote.append(" ", element("mark", { class: "citation" }, `[${row.references.join(", ")}]`));
  const place = [row.section, row.block === "text" ? null : row.block, row.page ? `page ${row.page}` : null].filter(Boolean).join(" · ");
  quote.append(element("footer", {}, link("document", row.document_id), place && ` · ${place}`, row.source_ids?.length ? [" · cites ", row.source_ids.flatMap((id, index) => [index ? "; " : "", sourceLink(id)])] : "",
    ` · confidence ${row.confidence.toFixed(2)}`, row.flags?.length ? element("span", { class: "warn" }, ` · ${row.flags.map(words).join(", ")}`) : "", row.curated_by ? ` · looked at by ${row.curated_by}` : ""));
  return quote;
}
const headline = (row) => (isNumber(row.value_low)
  ? [words(row.property), ": ", value(row), ` ${spec(row.kind)?.unit ?? ""}`, row.temperature_k ? ` at ${celsius(row.temperature_k)}` : "", row.origin === "computed" ? ", computed" : ""]
  : [words(row.method ?? ""), row.steps?.length ? `: ${row.steps.join("; ")}` : ""]);
const told_with = (rows, material_too) => rows.map((row) => element("div", {}, element("b", {}, material_too ? [formula(row.material ?? "no material named"), " – "] : "", ...headline(row)), evidence(row)));
const part = (title, ...content) => (content.flat().filter(Boolean).length ? [element("h3", {}, title), ...content] : []);
const rows_of = (name, rows) => {
  if (!rows.length) return null;
  const view = data.views.find((each) => each.id === name);
  return element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": view.title }, element("table", {},
    element("thead", {}, element("tr", {}, view.columns.map(([, title, kind]) => element("th", { class: NUMERIC.has(kind) ? "n" : null }, element("button", { type: "button", disabled: true }, title))))),
    element("tbody", {}, rows.map((row) => element("tr", {}, view.columns.map((column) => cell(row, column)))))));
};

function materialPage(id) {
  const row = material(id);
  if (!row) return nothing("material", id);
  const all = byMaterial.get(id) ?? [], curve = tables.measurements.filter((each) => each.material_id === id);
  const points = curve.filter((each) => each.kind === "conductivity" && measured(each) && each.temperature_k).map((each) => ({
    x: 1000 / each.temperature_k, y: each.value_low, family: each.form ?? each.phase ?? row.family, told: told(each), href: page("source", each.counted_source),
  }));
  const others = tables.materials.filter((each) => each.host_id === id);
  const works = [...new Set(all.flatMap((each) => each.source_ids ?? []))];
  return [
    element("h2", {}, formula(row.material)),
    facts([
      ["composition", row.formula && formula(row.formula)], ["also called", row.names.filter((name) => name !== row.material).join(", ")], ["id", row.material_id],
      ["family", row.family && [dot(row.family), row.family, row.filler_family ? ` filled with ${row.filler_family}` : ""]], ["mobile ion", row.mobile_ion],
      ["phases", row.phases.join(", ")], ["forms", row.forms.join(", ")],
      ["made of", row.host_id && (material(row.host_id) ? link("material", row.host_id, formula(row.host_id)) : formula(row.host_id))],
      ["with it", others.flatMap((each, index) => [index ? ", " : "", link("material", each.material_id, formula(each.material))])],
    ]),
    points.length ? plot({ title: "σ over temperature", caption: "Measured values at a stated temperature; a point leads to its source.", xTitle: "1000 / T (1/K)", yTitle: "σ (S/cm)", yLog: true, points }) : null,
    part("Consensus", rows_of("consensus", tables.consensus.filter((each) => each.material_id === id))),
    part("Measurements", rows_of("measurements", curve)),
    part("Conflicts", rows_of("conflicts", tables.conflicts.filter((each) => each.material_id === id))),
    part("Suspected misreadings", rows_of("misreadings", tables.misreadings.filter((each) => each.material_id === id))),
    part("Sources", works.length ? element("ul", {}, works.map((each) => element("li", {}, sourceLink(each)))) : null),
    part("Routes", told_with(all.filter((each) => !isNumber(each.value_low)))),
    part("Evidence", told_with(all.filter((each) => isNumber(each.value_low)))),
  ];
}
function sourcePage(id) {
  const row = source(id), doi = row?.doi, all = bySource.get(id) ?? [];
  if (!row && documentOf(id)) return documentPage(id);
  if (!row && !all.length) return nothing("source", id);
  return [
    element("h2", {}, shortSource(id)),
    facts([
      ["entry", row?.text], ["title", row?.title], ["DOI", doi && element("a", { href: `https://doi.org/${encodeURI(doi)}`, rel: "noreferrer" }, doi)],
      ["cited by", (row?.cited_by ?? []).flatMap((each, index) => [index ? ", " : "", link("document", each)])], ["id", id],
    ]),
    part("What it is cited for", told_with(all, true)),
  ];
}
function documentPage(id) {
  const row = documentOf(id), all = byDocument.get(id) ?? [];
  if (!row) return nothing("document", id);
  const problems = tables.problems.filter((each) => each.document_id === id);
  return [
    element("h2", {}, row.title || id),
    facts([
      ["authors", row.authors], ["journal", [row.journal, row.year].filter(Boolean).join(", ")], ["DOI", row.doi && element("a", { href: `https://doi.org/${encodeURI(row.doi)}`, rel: "noreferrer" }, row.doi)],
      ["file", row.file], ["status", words(row.status)], ["same paper as", row.same_as && link("document", row.same_as)],
      ["reading quality", isNumber(row.reading_quality) ? row.reading_quality.toFixed(2) : ""], ["because", (row.reading_faults ?? []).join("; ")], ["would help", row.remedy],
      ["pages as pictures", row.pages && !data.pictures[id] ? element("code", {}, "ionmine run --pictures") : ""],
    ]),
    part("Problems", rows_of("problems", problems)),
    data.texts[id] ? part("Its text, with what was read from it", legend(["material", "value"]), markedText(data.texts[id], all)) : part("What was read from it", legend(), told_with(all, true)),
    part("Its pages, with what was read from them", (data.pictures[id] ?? []).map(({ page, picture }) => element("figure", {}, element("figcaption", {}, `page ${page}`), element("img", { src: picture, alt: `page ${page}`, loading: "lazy" })))),
  ];
}
const legend = (kinds = ["material", "value", "temperature", "citation"]) => element("p", { class: "legend" }, kinds.map((kind) => element("mark", { class: kind }, kind)));
// The raw text with values, methods and materials marked where they stand.
function markedText(text, rows) {
  const signs = Array.from(text), spans = [];
  for (const row of rows) {
    spans.push([row.start, row.end, "value", row]);
    if (isNumber(row.material_start)) spans.push([row.material_start, row.material_end, "material", row]);
  }
  const shown = element("pre", { class: "text" });
  let at = 0;
  for (const [start, end, kind, row] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < at) continue;
    shown.append(signs.slice(at, start).join(""), element("mark", { class: kind, title: `${row.material ?? "no material named"}: ${headline(row).map((each) => each.textContent ?? each).join("")}` }, signs.slice(start, end).join("")));
    at = end;
  }
  shown.append(signs.slice(at).join(""));
  return shown;
}
const nothing = (kind, id) => [element("h2", {}, `No ${kind} ${id}`), element("p", { class: "note" }, "It is not in this page; the table files hold all rows.")];
const plotsPage = () => [element("h2", {}, "Plots"), element("div", { class: "cards" }, overview())];
function goldPage() {
  const levels = tables.reconciliation.filter((row) => row.gold && row.document_id === "ALL" && row.block_group === "all");
  return [
    element("h2", {}, "Agreement with gold"),
    element("p", { class: "note" }, "Over the hand-annotated documents of this run. pair: right value and right material; full: and temperature, kind of conductivity and comparator; refs: the cited sources of the pairs; steps: the conditions of the syntheses."),
    rows_of("reconciliation", levels),
    part("What people verified of this corpus", verified()),
    part("Reliability of the confidence", reliability(), rows_of("reliability", tables.reliability.filter((row) => row.records))),
    part("All of it", element("p", {}, link("table", "reconciliation", "by document"), " · ", link("table", "reconciliation_cases", "case by case"))),
  ];
}
// Shares of random rows and places that a person judged, with intervals of 95 %.
function verified() {
  const share = (row, name) => (isNumber(row[name]) ? `${row[name].toFixed(2)} (${row[`${name}_low`].toFixed(2)}–${row[`${name}_high`].toFixed(2)})` : "–");
  return tables.reconciliation.filter((row) => row.document_id === "VERIFIED").map((row) => element("p", {},
    `${words(row.kind)}, confidence ${row.block_group}: precision ${share(row, "precision")}, recall ${share(row, "recall")}, ${row.matched} of ${row.predicted} rows right`));
}
function reliability() {
  const bins = tables.reliability.filter((row) => row.records >= 5 && isNumber(row.share_right));
  const points = bins.map((row) => ({ x: row.confidence_mean, y: row.share_right, family: row.kind, told: `${words(row.kind)}: ${row.records} rows state ${row.confidence_mean.toFixed(2)}, right ${row.share_right.toFixed(2)} (${row.share_right_low.toFixed(2)}–${row.share_right_high.toFixed(2)})`, href: "#/gold" }));
  return plot({ title: "Stated against right", caption: "Bins of at least five records; on the diagonal the confidence is kept.", xTitle: "stated", yTitle: "right", points, lines: points.length ? [[{ x: Math.min(...points.map((each) => each.x)), y: Math.min(...points.map((each) => each.x)) }, { x: 1, y: 1 }]] : [] });
}
