// Small things every part of the page uses: elements, numbers, formulas.
const element = (tag, attributes = {}, ...children) => {
  const made = ["svg", "g", "circle", "line", "path", "text", "title"].includes(tag) || attributes.xmlns
    ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name !== "xmlns" && value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
};
const words = (text) => String(text).replaceAll("_", " ");
const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

// 0.0012 as 1.2 × 10⁻³
function power(number) {
  if (!isNumber(number)) return "";
  if (number === 0 || (Math.abs(number) >= 0.1 && Math.abs(number) < 1000)) return element("span", {}, String(+number.toPrecision(3)));
  const [digits, exponent] = number.toExponential(2).split("e");
  return element("span", {}, `${+digits} × 10`, element("sup", {}, String(+exponent).replace("-", "−")));
}
// Digits after a letter or a bracket are subscripts; in front of a formula (70Li2S) they are amounts.
const AMOUNT = /(?<=[A-Za-z)\]])(\d+(?:\.\d+)?(?:[−+-]\d*(?:\.\d+)?[xyzδ](?![a-z]))*|(?<!D)[xyz](?=[A-Z(]|$))/;
const formula = (text) => element("span", {}, String(text ?? "").split(AMOUNT).map((part, index) => (index % 2 ? element("sub", {}, part) : part)));
// Powers of the evidence (10^-3, cm^-1, Li^+) as superscripts.
const scripts = (text) => text.split(/\^([+−-]?\d*[+−-]?)/).map((part, index) => (index % 2 ? element("sup", {}, part.replace("-", "−")) : part));
function value(row) {
  const { value_low: low, value_high: high, comparator: sign } = row;
  if (sign === "range" || (high !== null && high !== low)) return element("span", {}, power(low), " – ", power(high));
  return element("span", {}, sign && sign !== "=" ? `${sign} ` : "", power(low));
}
const celsius = (kelvin) => (isNumber(kelvin) ? `${Math.round(kelvin - 273.15)} °C` : "");
// Subscript and superscript digits typed or pasted are plain ones: Li₆PS₅Cl finds Li6PS5Cl.
const plain = (text) => String(text).normalize("NFKC").replace(/[${}_\\^]/g, "").toLowerCase();

const link = (page, id, ...shown) => element("a", { href: `#/${page}/${encodeURIComponent(id)}` }, ...(shown.length ? shown : [id]));
const dot = (family) => element("span", { class: "dot", style: `background:${colour(family)}` });
// A family's colour; of another word (a phase, a form) one of them by its letters.
function colour(name) {
  if (!name || name === "other" || data.palette[name]) return data.palette[name] ?? data.palette.other;
  const series = Object.values(data.palette);
  return series[[...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % series.length, 7)];
}
const facts = (pairs) => element("dl", { class: "facts" }, pairs.filter(([, told]) => told !== null && told !== undefined && told !== "" && told.length !== 0)
  .flatMap(([name, told]) => [element("dt", {}, name), element("dd", {}, told)]));

// A cell of a list, by the kind of its column.
function cell(row, [name, , kind]) {
  const found = row[name];
  if (kind === "value") return element("td", { class: "n" }, value(row));
  if (found === null || found === undefined) return element("td");
  switch (kind) {
    case "formula": return element("td", { class: "formula" }, row.material_id ? link("material", row.material_id, formula(found)) : formula(found));
    case "family": return element("td", { class: "short" }, dot(found), found);
    case "document": return element("td", { class: "short", title: found }, link("document", found));
    case "sources": return element("td", {}, found.flatMap((id, index) => [index ? ", " : "", sourceLink(id)]));
    case "source": return element("td", {}, link("source", row.source_id, found));
    case "doi": return element("td", { class: "short" }, element("a", { href: `https://doi.org/${encodeURI(found)}`, rel: "noreferrer" }, found));
    case "power": return element("td", { class: "n" }, power(found));
    case "powers": return element("td", {}, found.flatMap((number, index) => [index ? ", " : "", power(number)]));
    case "fixed": return element("td", { class: "n" }, isNumber(found) ? found.toFixed(2) : "");
    case "kelvin": return element("td", { class: "n" }, celsius(found));
    case "kelvins": return element("td", {}, found.map(celsius).join(", "));
    case "count": return element("td", { class: "n" }, found.toLocaleString("en"));
    case "list": return element("td", {}, found.map(words).join(", "));
    case "short": return element("td", { class: "short", title: found }, found);
    case "key": return element("td", {}, words(found));
    default: return element("td", {}, String(found));
  }
}
const NUMERIC = new Set(["value", "power", "fixed", "kelvin", "count"]);
