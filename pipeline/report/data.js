// The tables, packed into the page itself; nothing is loaded from elsewhere.
let data = null;
const tables = {}; // name -> rows as objects
const byMaterial = new Map(), bySource = new Map(), byDocument = new Map(), records = new Map();
const RECORDS = [];

async function unpack() {
  const bytes = Uint8Array.from(atob(document.getElementById("data").textContent.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  data = JSON.parse(await new Response(stream).text());
  for (const view of data.views) {
    tables[view.id] = view.rows.map((row) => Object.fromEntries(view.names.map((name, index) => [name, row[index]])));
    if (view.evidence) RECORDS.push(view.id);
  }
  for (const kind of RECORDS) {
    for (const row of tables[kind]) {
      row.kind ??= kind;
      records.set(row.record_id, row);
      if (row.subject_kind === "specific") push(byMaterial, row.material_id, row);
      push(byDocument, row.document_id, row);
      for (const id of row.source_ids ?? []) push(bySource, id, row);
    }
  }
  for (const row of tables.materials) {
    row.measured = (byMaterial.get(row.material_id) ?? []).filter((each) => isNumber(each.value_low));
    row.elements = new Set(data.elements[row.material_id] ?? []);
  }
}
function push(map, key, row) {
  if (key === null || key === undefined) return;
  if (map.has(key)) map.get(key).push(row); else map.set(key, [row]);
}
const spec = (kind) => data.properties.find((each) => each.kind === kind);
const source = (id) => (source.all ??= new Map(tables.sources.map((row) => [row.source_id, row]))).get(id);
const material = (id) => (material.all ??= new Map(tables.materials.map((row) => [row.material_id, row]))).get(id);
const documentOf = (id) => (documentOf.all ??= new Map(tables.documents.map((row) => [row.document_id, row]))).get(id);
// A work in a few words: first author, journal, year.
function shortSource(id) {
  const row = source(id);
  if (!row?.text) return id;
  const author = (row.authors || row.text).split(/[,;]| and /)[0].trim().slice(0, 30);
  return [author, row.journal, row.year].filter(Boolean).join(", ");
}
const sourceLink = (id) => link("source", id, shortSource(id));
