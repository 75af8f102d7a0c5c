"use strict";
// Tables with search, sort and filters, and the evidence behind a row. Everything is in the page; nothing is loaded.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const PAGE = 100;
  const views = new Map(data.views.map((view) => [view.id, view]));
  const records = new Map();
  for (const view of data.views) {
    view.at = Object.fromEntries(view.names.map((name, index) => [name, index]));
    if (view.evidence) for (const row of view.rows) records.set(row[view.at.record_id], { view, row });
    view.texts = null;
  }
  const section = document.getElementById("table");
  const overview = document.getElementById("overview");
  const aside = document.getElementById("evidence");
  const search = section.querySelector("input");
  const filters = section.querySelector(".filters");
  const count = section.querySelector("output");
  const head = section.querySelector("thead");
  const body = section.querySelector("tbody");
  const more = section.querySelector(".more");
  let view = null, order = { name: null, down: false }, shown = PAGE, rows = [], chosen = {};

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "class") made.className = value; else made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  const words = (text) => String(text).replaceAll("_", " ");

  // 0.0012 as 1.2 × 10⁻³
  function power(number) {
    if (number === null || number === undefined) return "";
    if (number === 0 || (Math.abs(number) >= 0.1 && Math.abs(number) < 1000)) return element("span", {}, String(+number.toPrecision(3)));
    const [digits, exponent] = number.toExponential(2).split("e");
    return element("span", {}, `${+digits} × 10`, element("sup", {}, String(+exponent).replace("-", "−")));
  }
  // Digits after a letter or a bracket are subscripts; in front of a formula (70Li2S) they are amounts.
  function formula(text) {
    const made = element("span");
    for (const [index, part] of String(text ?? "").split(AMOUNT).entries()) if (part) made.append(index % 2 ? element("sub", {}, part) : part);
    return made;
  }
  const AMOUNT = /(?<=[A-Za-z)\]])(\d+(?:\.\d+)?(?:[−+-]\d*(?:\.\d+)?[xyzδ](?![a-z]))*|(?<!D)[xyz](?=[A-Z(]|$))/;
  // Powers of the evidence (10^-3, cm^-1, Li^+) as superscripts.
  const scripts = (text) => text.split(/\^([+−-]?\d*[+−-]?)/).map((part, index) => (index % 2 ? element("sup", {}, part.replace("-", "−")) : part));
  function value(row, at) {
    const low = row[at.value_low], high = row[at.value_high], sign = row[at.comparator];
    const made = element("span");
    if (sign === "range" || (high !== null && high !== low)) made.append(power(low), " – ", power(high));
    else made.append(sign && sign !== "=" ? `${sign} ` : "", power(low));
    return made;
  }
  function cell(row, [name, , kind]) {
    const found = row[view.at[name]];
    if (kind === "value") return element("td", { class: "n value" }, value(row, view.at));
    if (found === null || found === undefined) return element("td");
    if (kind === "formula") return element("td", { class: "formula", title: found }, formula(found));
    if (kind === "power") return element("td", { class: "n" }, power(found));
    if (kind === "fixed") return element("td", { class: "n" }, found.toFixed(2));
    if (kind === "kelvin") return element("td", { class: "n" }, `${Math.round(found - 273.15)} °C`);
    if (kind === "count") return element("td", { class: "n" }, found.toLocaleString("en"));
    if (kind === "list") return element("td", { class: "list" }, found.map(words).join(", "));
    if (kind === "short") return element("td", { class: "short", title: found }, found);
    return element("td", {}, kind === "key" ? words(found) : String(found));
  }

  const holds = (found, wanted) => (Array.isArray(found) ? found.includes(wanted) : found === wanted);
  function select() {
    if (!view.texts) view.texts = view.rows.map((row) => row.slice(0, view.names.length).flat().filter((x) => x !== null).join(" ").toLowerCase());
    const terms = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const active = Object.entries(chosen).filter(([, wanted]) => wanted !== "");
    rows = view.rows.filter((row, index) =>
      active.every(([name, wanted]) => holds(row[view.at[name]], wanted)) && terms.every((term) => view.texts[index].includes(term)));
    if (order.name) {
      const at = view.at[order.name], sign = order.down ? -1 : 1;
      const key = (row) => (Array.isArray(row[at]) ? row[at].join(" ") : row[at]);
      rows = rows.map((row) => [key(row), row]).sort(([a], [b]) => {
        if (a === null || a === "" || b === null || b === "") return (a === null || a === "") - (b === null || b === "");
        return sign * (typeof a === "number" ? a - b : String(a).localeCompare(String(b), "en", { numeric: true }));
      }).map(([, row]) => row);
    }
    shown = PAGE;
    draw();
  }
  function draw() {
    body.replaceChildren(...rows.slice(0, shown).map((row) => {
      const line = element("tr", {}, ...view.columns.map((column) => cell(row, column)));
      if (view.evidence || view.conflict) {
        line.className = "open-able";
        line.tabIndex = 0;
        line.addEventListener("click", () => open(row, line));
        line.addEventListener("keydown", (event) => { if (event.key === "Enter") open(row, line); });
      }
      return line;
    }));
    more.hidden = rows.length <= shown;
    const left = view.total > view.rows.length ? ` (the first of ${view.total.toLocaleString("en")}; all are in the table files)` : "";
    count.textContent = `${rows.length.toLocaleString("en")} of ${view.rows.length.toLocaleString("en")}${left}`;
  }
  function drawHead() {
    head.replaceChildren(element("tr", {}, ...view.columns.map(([name, title, kind]) => {
      const button = element("button", { type: "button" }, title);
      const sorted = order.name === name ? (order.down ? "descending" : "ascending") : "none";
      const numeric = ["value", "power", "fixed", "kelvin", "count"].includes(kind);
      button.addEventListener("click", () => {
        order = { name, down: order.name === name ? !order.down : numeric };
        drawHead();
        select();
      });
      return element("th", { scope: "col", "aria-sort": sorted, class: numeric ? "n" : "" }, button);
    })));
  }
  function drawFilters() {
    chosen = {};
    filters.replaceChildren(...view.filters.flatMap((name) => {
      const counts = new Map();
      for (const row of view.rows) for (const item of [row[view.at[name]]].flat()) if (item !== null && item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1);
      if (counts.size < 2) return [];
      const title = words(name).replace("document id", "document");
      const box = element("select", { "aria-label": title }, element("option", { value: "" }, `${title}: all`));
      for (const [item, n] of [...counts].sort(([a], [b]) => String(a).localeCompare(String(b)))) box.append(element("option", { value: item }, `${words(item)} (${n})`));
      box.addEventListener("change", () => { chosen[name] = box.value; select(); });
      return [box];
    }));
  }
  function go(hash) {
    const [id, record] = hash.split(":");
    for (const button of document.querySelectorAll("nav button")) button.setAttribute("aria-current", String(button.dataset.part === id));
    close();
    overview.hidden = id !== "overview";
    section.hidden = id === "overview";
    note(id === "overview" ? "" : id);
    if (id === "overview") return;
    view = views.get(id);
    order = { name: null, down: false };
    search.value = "";
    section.querySelector("h2").textContent = view.title;
    drawHead();
    drawFilters();
    select();
    if (record && records.has(record)) open(records.get(record).row, null);
  }
  // The address names the part and the record, so that it can be passed on.
  function note(hash) { history.replaceState(null, "", `#${hash.split(":").map(encodeURIComponent).join(":")}`); }

  // The evidence sentence with what was read from it marked, and where it stands.
  function sentence(text, marks, cited) {
    const quote = element("blockquote");
    let at = 0;
    for (const [start, end, kind] of marks) {
      quote.append(...scripts(text.slice(at, start)), element("mark", { class: kind }, ...scripts(text.slice(start, end))));
      at = end;
    }
    quote.append(...scripts(text.slice(at)));
    if (cited.length) quote.append(" ", element("mark", { class: "citation" }, `[${cited.join(", ")}]`));
    return quote;
  }
  function told({ view: from, row }) {
    const get = (name) => row[from.at[name]];
    const unit = from.unit === undefined ? null : from.unit && ` ${from.unit}`;
    const headline = element("h3", {}, formula(get("material") ?? "no material named"));
    const list = (items) => element("ul", {}, ...items.map((item) => element("li", {}, item)));
    const facts = element("dl");
    const fact = (name, content) => { if (content !== null && content !== undefined && content !== "" && content.length !== 0) facts.append(element("dt", {}, name), element("dd", {}, content)); };
    if (unit !== null) fact(words(get("property")), element("span", {}, value(row, from.at), unit));
    else fact("method", words(get("method")));
    if (get("formula") && get("formula") !== get("material")) fact("stands for", formula(get("formula")));
    if (get("temperature_k")) fact("at", `${get("temperature_k")} K`);
    if (get("steps")?.length) fact("steps", list(get("steps")));
    if (get("precursors")?.length) fact("from", get("precursors").join(", "));
    fact("form", get("form"));
    fact("origin", get("origin"));
    fact("document", data.documents[get("document_id")] ?? get("document_id"));
    const place = [get("section"), get("block"), get("page") ? `page ${get("page")}` : null, `characters ${get("start")} to ${get("end")}`];
    fact("stands in", place.filter(Boolean).join(" · "));
    if (get("sources")?.length) fact("cites", list(get("sources")));
    fact("confidence", get("confidence").toFixed(2));
    if (get("confirmed_by")?.length) fact("confirmed by", get("confirmed_by").join(", "));
    if (get("flags")?.length) fact("flags", get("flags").map(words).join(", "));
    if (get("reasons")?.length) fact("reasons", list(get("reasons")));
    fact("record", get("record_id"));
    return [headline, sentence(get("sentence") ?? "", row[row.length - 1], get("references") ?? []), facts];
  }
  function open(row, line) {
    const wanted = view.conflict ? [row[view.at.record_id], row[view.at.other_record_id]] : [row[view.at.record_id]];
    const shut = element("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
    shut.addEventListener("click", close);
    const legend = element("p", { class: "legend" });
    for (const kind of ["material", "value", "temperature", "citation"]) legend.append(element("mark", { class: kind }, kind), " ");
    aside.replaceChildren(shut, ...wanted.filter((id) => records.has(id)).flatMap((id) => told(records.get(id))), legend);
    aside.hidden = false;
    body.querySelector(".chosen")?.classList.remove("chosen");
    line?.classList.add("chosen");
    if (view.evidence) note(`${view.id}:${wanted[0]}`);
  }
  function close() {
    aside.hidden = true;
    body.querySelector(".chosen")?.classList.remove("chosen");
  }

  for (const button of document.querySelectorAll("nav button")) button.addEventListener("click", () => go(button.dataset.part));
  let wait = 0;
  search.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(select, 120); });
  more.querySelector("button").addEventListener("click", () => { shown += PAGE * 3; draw(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  const asked = decodeURIComponent(location.hash.slice(1));
  go(views.has(asked.split(":")[0]) ? asked : "overview");
})();
