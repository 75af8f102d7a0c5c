// Plots as SVG: points with a word on hover or focus, each a link.
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [560, 340, 62, 44, 10];
const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raised = (number) => String(number).replace("-", "⁻").replace(/\d/g, (digit) => SUPERSCRIPT[digit]);

function axis(values, logarithmic, from, to) {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (logarithmic) [low, high] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  if (low === high) [low, high] = [low - 1, high + 1];
  let step = logarithmic ? Math.ceil((high - low) / 8) : 10 ** Math.floor(Math.log10((high - low) / 4));
  if (!logarithmic) while ((high - low) / step > 8) step *= 2;
  if (!logarithmic) [low, high] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  const place = (number) => from + ((logarithmic ? Math.log10(number) : number) - low) / (high - low) * (to - from);
  const ticks = [];
  for (let at = low; at <= high + step / 1e6; at += step) ticks.push([from + (at - low) / (high - low) * (to - from), logarithmic ? `10${raised(Math.round(at))}` : String(+at.toPrecision(4))]);
  return { place, ticks };
}
// points: {x, y, family, told, href}; lines: lists of points; bands: names of rows instead of a second axis.
function plot({ title, caption, xTitle, yTitle, points, lines = [], bands = null, xLog = false, yLog = false }) {
  if (!points.length) return null;
  const left = bands ? 150 : LEFT, height = bands ? TOP + BOTTOM + 22 * bands.length : HEIGHT;
  const x = axis(points.map((each) => each.x), xLog, left, WIDTH - 12);
  const y = bands
    ? { place: (name) => TOP + 22 * (bands.indexOf(name) + 0.5), ticks: bands.map((name, index) => [TOP + 22 * (index + 0.5), name]) }
    : axis(points.map((each) => each.y), yLog, height - BOTTOM, TOP);
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": title });
  for (const [at, name] of x.ticks) svg.append(element("line", { class: "grid", x1: at, x2: at, y1: TOP, y2: height - BOTTOM }), element("text", { x: at, y: height - BOTTOM + 16, "text-anchor": "middle" }, name));
  for (const [at, name] of y.ticks) svg.append(element("line", { class: "grid", x1: left, x2: WIDTH - 12, y1: at, y2: at }), element("text", { x: left - 7, y: at + 4, "text-anchor": "end" }, name.slice(0, 24)));
  svg.append(element("text", { x: (left + WIDTH) / 2, y: height - 6, "text-anchor": "middle" }, xTitle));
  if (yTitle) svg.append(element("text", { transform: `translate(13 ${(height - BOTTOM) / 2}) rotate(-90)`, "text-anchor": "middle" }, yTitle));
  for (const line of lines) svg.append(element("path", { class: "line", stroke: colour(line[0].family), d: line.map((each, index) => `${index ? "L" : "M"}${x.place(each.x)} ${y.place(each.y)}`).join("") }));
  for (const each of points) {
    const circle = element("circle", { cx: x.place(each.x), cy: y.place(each.y), r: 4, fill: colour(each.family) });
    const point = element("a", { xmlns: true, href: each.href, "aria-label": each.told }, circle);
    for (const event of ["mouseenter", "focus"]) point.addEventListener(event, () => tip(each.told, circle));
    for (const event of ["mouseleave", "blur"]) point.addEventListener(event, () => tip(null));
    svg.append(point);
  }
  const families = [...new Set(points.map((each) => each.family ?? "other"))].sort();
  return element("figure", {}, element("h3", {}, title), svg,
    element("div", { class: "legend" }, families.map((name) => element("span", {}, dot(name), name))), element("figcaption", {}, caption));
}
function tip(told, at) {
  const box = document.getElementById("tip");
  box.hidden = !told;
  if (!told) return;
  box.textContent = told;
  const place = at.getBoundingClientRect();
  box.style.left = `${Math.max(4, Math.min(place.left + 12, innerWidth - box.offsetWidth - 4))}px`;
  box.style.top = `${Math.max(4, place.top - box.offsetHeight - 8)}px`;
}
const told = (row) => `${row.material}: ${value(row).textContent} ${spec(row.kind)?.unit ?? ""}${row.temperature_k ? ` at ${celsius(row.temperature_k)}` : ""}${row.form ? `, ${row.form}` : ""}`;
const page = (kind, id) => `#/${kind}/${encodeURIComponent(id)}`;
const measured = (row) => row.origin === "experimental" && row.value_low > 0 && ["=", "~"].includes(row.comparator) && row.confidence >= data.least_confidence;

function overview() {
  const conducting = tables.measurements.filter((row) => row.kind === "conductivity" && measured(row) && data.conducting.includes(row.property));
  const near = conducting.filter((row) => Math.abs(row.temperature_k - data.room) <= data.near);
  const named = (row) => ({ x: row.value_low, family: row.family, told: told(row), href: page("material", row.material_id) });
  const middle = (name) => { const found = near.filter((row) => (row.family ?? "other") === name).map((row) => row.value_low).sort((a, b) => a - b); return found[found.length >> 1]; };
  const families = [...new Set(near.map((row) => row.family ?? "other"))].sort((a, b) => middle(b) - middle(a));
  const curves = tables.samples.filter((row) => row.temperatures_k.length > 1).map((row) => row.temperatures_k.map((kelvin, index) => ({
    x: 1000 / kelvin, y: row.conductivity_values[index], family: row.family, href: page("material", row.material_id), told: `${row.material} at ${celsius(kelvin)}`,
  })));
  const pairs = tables.samples.filter((row) => row.conductivity_room && row.activation_energy).map((row) => ({
    x: row.conductivity_room, y: row.activation_energy, family: row.family, href: page("material", row.material_id), told: `${row.material}: ${row.activation_energy} eV`,
  }));
  const often = new Map();
  for (const row of near) push(often, row.material, row);
  const most = [...often].map(([name, rows]) => [name, new Set(rows.map((row) => row.counted_source)).size, rows]).filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1]).slice(0, 16);
  return [
    plot({ title: "Conductivity by family", caption: "Measurements at a stated temperature near 25 °C; families by their median.", xTitle: "σ (S/cm)", xLog: true, bands: families, points: near.map((row) => ({ ...named(row), y: row.family ?? "other" })) }),
    plot({ title: "Arrhenius", caption: "Samples with several stated temperatures, a line each.", xTitle: "1000 / T (1/K)", yTitle: "σ (S/cm)", yLog: true, points: curves.flat(), lines: curves }),
    plot({ title: "Activation energy against conductivity", caption: "Samples of which both are told, σ near 25 °C.", xTitle: "σ (S/cm)", yTitle: "Ea (eV)", xLog: true, points: pairs }),
    plot({ title: "Values over sources", caption: "Materials measured by most works, near 25 °C.", xTitle: "σ (S/cm)", xLog: true, bands: most.map(([name]) => name), points: most.flatMap(([name, , rows]) => rows.map((row) => ({ ...named(row), y: name }))) }),
  ];
}
