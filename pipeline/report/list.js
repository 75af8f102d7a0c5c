// A table as a list: search, filters, ranges and order; all of it stands in the address.
const PAGE = 100;
const RANGES = { // of materials: name, title, unit, and how a value typed in becomes one of the tables
  s: ["σ", "S/cm", (text) => Number(text)], t: ["T", "°C", (text) => Number(text) + 273.15], e: ["Ea", "eV", (text) => Number(text)],
};
const holds = (found, wanted) => (Array.isArray(found) ? found.includes(wanted) : String(found) === wanted);
const within = (row, [low, high]) => row.value_high >= low && row.value_low <= high;

function matching(view, state) {
  const terms = plain(state.get("q") ?? "").split(/\s+/).filter(Boolean);
  const wanted = view.filters.filter((name) => state.get(name)).map((name) => [name, state.get(name)]);
  const elements = (state.get("el") ?? "").split(/[\s,]+/).filter(Boolean);
  const span = (key) => {
    const [low, high] = ["min", "max"].map((end) => state.get(`${key}${end}`));
    return low || high ? [low ? RANGES[key][2](low) : -Infinity, high ? RANGES[key][2](high) : Infinity] : null;
  };
  const [s, t, e] = view.ranges ? ["s", "t", "e"].map(span) : [];
  const text = (row) => (row.searched ??= plain(view.names.map((name) => (typeof row[name] === "object" ? Object.values(row[name] ?? []).join(" ") : row[name] ?? "")).join(" ")));
  return tables[view.id].filter((row) =>
    wanted.every(([name, choice]) => holds(row[name], choice))
    && terms.every((term) => text(row).includes(term))
    && elements.every((symbol) => (symbol.startsWith("-") ? !row.elements?.has(symbol.slice(1)) : row.elements?.has(symbol)))
    && (!(s || t) || row.measured.some((each) => each.kind === "conductivity" && (!s || within(each, s)) && (!t || (each.temperature_k >= t[0] && each.temperature_k <= t[1]))))
    && (!e || row.measured.some((each) => each.kind === "activation_energy" && within(each, e))));
}
function ordered(rows, name, down) {
  if (!name) return rows;
  const key = (row) => (Array.isArray(row[name]) ? row[name].join(" ") : row[name]);
  const empty = (found) => found === null || found === undefined || found === "";
  return rows.map((row) => [key(row), row]).sort(([a], [b]) => {
    if (empty(a) || empty(b)) return empty(a) - empty(b);
    return (down ? -1 : 1) * (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true }));
  }).map(([, row]) => row);
}
function list(view, state, change) {
  const rows = ordered(matching(view, state), state.get("sort"), state.has("down"));
  const body = element("tbody"), more = element("button", { type: "button" }, "Show more");
  let shown = 0;
  const draw = () => {
    body.append(...rows.slice(shown, shown + PAGE).map((row) => element("tr", { "data-row": row.record_id ?? row.material_id ?? "" }, view.columns.map((column) => cell(row, column)))));
    shown = Math.min(shown + PAGE, rows.length);
    more.hidden = shown >= rows.length;
  };
  more.addEventListener("click", draw);
  const heads = view.columns.map(([name, title, kind]) => {
    const here = state.get("sort") === name, down = state.has("down");
    return element("th", { scope: "col", class: NUMERIC.has(kind) ? "n" : null, "aria-sort": here ? (down ? "descending" : "ascending") : "none" },
      element("button", { type: "button", onclick: () => change({ sort: name, down: (here ? !down : NUMERIC.has(kind)) ? "1" : "" }) }, title));
  });
  draw();
  const cut = view.total > tables[view.id].length ? ` (of the first ${tables[view.id].length.toLocaleString("en")} of ${view.total.toLocaleString("en")}; all are in the table files)` : "";
  return [
    tools(view, state, change, rows, `${rows.length.toLocaleString("en")} of ${tables[view.id].length.toLocaleString("en")}${cut}`),
    element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": view.title }, element("table", {}, element("thead", {}, element("tr", {}, heads)), body)),
    element("p", {}, more),
  ];
}
function tools(view, state, change, rows, counted) {
  const search = element("input", { type: "search", name: "q", placeholder: "Search: formula, name, words", "aria-label": "Search", value: state.get("q") });
  let wait = 0;
  search.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(() => change({ q: search.value }), 200); });
  const fields = view.filters.map((name) => choice(view, name, state, change));
  if (view.ranges) {
    fields.push(field("el", "elements that are in it or, with -, not", "elements: Li Cl -S", state, change, "10rem"));
    for (const [key, [title, unit]] of Object.entries(RANGES)) {
      fields.push(element("label", { class: "span" }, title, field(`${key}min`, `${title} from, ${unit}`, "from", state, change), "–", field(`${key}max`, `${title} to, ${unit}`, "to", state, change), unit));
    }
  }
  return element("div", { class: "tools", role: "search" }, search, fields,
    element("button", { type: "button", onclick: () => change(null) }, "Clear"),
    element("button", { type: "button", onclick: () => download(view, rows) }, "CSV"),
    element("output", {}, counted));
}
const field = (name, title, hint, state, change, width) => element("input", {
  name, "aria-label": title, placeholder: hint, value: state.get(name), style: width && `width:${width}`, onchange: (event) => change({ [name]: event.target.value.trim() }),
});
function choice(view, name, state, change) {
  const counts = new Map();
  for (const row of tables[view.id]) for (const item of [row[name]].flat()) if (item !== null && item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1);
  if (counts.size < 2 && !state.get(name)) return null;
  const title = words(name).replace("document id", "document");
  return element("select", { name, "aria-label": title, onchange: (event) => change({ [name]: event.target.value }) },
    element("option", { value: "" }, `${title}: all`),
    [...counts].sort(([a], [b]) => String(a).localeCompare(String(b))).map(([item, n]) => element("option", { value: item, selected: state.get(name) === String(item) }, `${words(item)} (${n})`)));
}
// What is filtered as CSV; a cell that a spreadsheet would run as a formula begins with an apostrophe.
function csv(view, rows) {
  const safe = (found) => {
    const text = found === null || found === undefined ? "" : typeof found === "object" ? JSON.stringify(found) : String(found);
    return `"${(typeof found === "string" && /^\s*[=+\-@\t\r]./.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
  };
  const names = view.names.filter((name) => name !== "marks");
  return [names.join(","), ...rows.map((row) => names.map((name) => safe(row[name])).join(","))].join("\n") + "\n";
}
function download(view, rows) {
  const address = URL.createObjectURL(new Blob([csv(view, rows)], { type: "text/csv" }));
  element("a", { href: address, download: `${view.id}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
