"use strict";
// The queue, the form and the keys. All state that counts is in the log; the page only shows it.

const $ = (id) => document.getElementById(id);
const token = document.body.dataset.token;
const RECHECK = 8000; // milliseconds between looks whether others decided something
const NARROW = 600; // pixels of a window that a whole page's width cannot be read in
const TYPING = 180; // milliseconds without a key after which what was typed is checked

let items = [];
let at = -1;
let row = null; // the row that is shown
let adding = null; // {document, start, end, kind} while a row is being added
let before = null; // key of the row shown before, for "same sample"
let version = 0;
let verifying = false;
let busy = false;
const ahead = new Map(); // rows asked for in advance, by key

async function ask(path, told) {
  const posted = told && told.method === "POST";
  const query = posted ? "" : "?" + new URLSearchParams(told || {});
  const request = { headers: { "X-Token": token, "Content-Type": "application/json" } };
  if (posted) Object.assign(request, { method: "POST", body: JSON.stringify(told.body) });
  let answer;
  try {
    answer = await fetch("/" + path + query, request);
  } catch {
    throw new Error("the server does not answer; what was decided is kept, start it again");
  }
  const data = await answer.json().catch(() => ({ error: answer.statusText }));
  if (!answer.ok) throw Object.assign(new Error(data.error || answer.statusText), { faults: data.faults });
  return data;
}

const tell = (path, body) => ask(path, { method: "POST", body: { ...body, version } });

function filters() {
  const told = {};
  for (const field of $("filters").querySelectorAll("select, input")) {
    told[field.name] = field.type === "checkbox" ? String(field.checked) : field.value;
  }
  return told;
}

function showCounts(data) {
  version = data.version;
  const all = Object.values(data.counts).reduce((a, b) => a + b, 0);
  const open = data.counts.open;
  $("done").max = Math.max(all, 1);
  $("done").value = all - open;
  const said = Object.entries(data.counts).filter(([name, n]) => n && name !== "open");
  const places = data.places ? ` · ${data.places[0]} of ${data.places[1]} places` : "";
  $("counts").textContent = `${all - open} of ${all} looked at${places}` + said.map(([name, n]) => ` · ${n} ${name}`).join("");
}

async function loadQueue(key) {
  const data = await ask("queue", verifying ? {} : filters());
  items = data.items;
  ahead.clear();
  showCounts(data);
  $("total").textContent = data.total > items.length ? `${items.length} of ${data.total} rows` : `${data.total} rows`;
  drawQueue();
  const wanted = items.findIndex((item) => item.key === key);
  const first = items.findIndex((item) => item.state === "open");
  await choose(wanted >= 0 ? wanted : Math.max(first, 0));
}

function drawQueue() {
  $("queue").replaceChildren(...items.map((item, index) => {
    const button = document.createElement("button");
    button.type = "button";
    const lines = [item.material, item.confidence === null ? "" : item.confidence.toFixed(2), item.value, item.document];
    lines.forEach((text, number) => {
      const part = document.createElement(number < 2 ? "span" : "small");
      part.textContent = text + (number === 1 && item.conflict ? " ⚡" : "");
      button.append(part);
    });
    button.className = item.state;
    button.title = `${item.kind.replace("_", " ")} · ${item.state}`;
    button.addEventListener("click", () => choose(index));
    const line = document.createElement("li");
    line.append(button);
    return line;
  }));
}

function fetchRow(key) {
  if (!ahead.has(key)) ahead.set(key, ask("row", { key }));
  const asked = ahead.get(key);
  asked.catch(() => ahead.delete(key));
  return asked;
}

async function choose(index) {
  adding = null;
  if (!items.length) {
    row = null;
    at = -1;
    $("where").textContent = "No rows: change the filters";
    for (const id of ["what", "said", "inputs", "reasons", "passage", "fault"]) $(id).replaceChildren();
    $("picture").hidden = true;
    return;
  }
  at = Math.min(Math.max(index, 0), items.length - 1);
  const key = items[at].key;
  if (row && row.key !== key) before = row.key;
  try {
    const found = await fetchRow(key);
    if (items[at].key !== key) return; // another row was chosen meanwhile
    row = found;
    showRow();
  } catch (error) {
    $("error").textContent = error.message;
  }
  if (at + 1 < items.length) fetchRow(items[at + 1].key).catch(() => {});
}

function showRow() {
  [...$("queue").children].forEach((line, index) => {
    line.firstChild.setAttribute("aria-current", String(index === at));
    if (index === at) line.scrollIntoView({ block: "nearest" });
  });
  $("where").textContent = [row.document, row.section, row.page ? `p. ${row.page}` : ""].filter(Boolean).join(" · ");
  const certainty = row.confidence === null ? "" : ` · ${row.confidence.toFixed(2)}`;
  $("what").textContent = `${row.kind.replace("_", " ")}${certainty}${row.conflict ? " · in a conflict" : ""}`;
  const said = row.decision;
  $("said").textContent = said ? `${row.state} by ${said.by}, ${said.at.slice(0, 16).replace("T", " ")} ${said.note}` : "";
  $("reasons").replaceChildren(...[...row.flags, ...row.reasons].map((text) => {
    const line = document.createElement("li");
    line.textContent = text;
    return line;
  }));
  $("fields").elements.note.value = "";
  $("error").textContent = "";
  $("fault").textContent = row.passage.fault;
  $("picture").hidden = !row.picture;
  const narrow = String(window.innerWidth < NARROW);
  if (row.picture) $("picture").src = "/picture?" + new URLSearchParams({ key: row.key, narrow, token });
  const place = row.kind === "place";
  $("accept").hidden = $("reject").hidden = place;
  drawFields(row.typed, row.read);
  const shown = place
    ? { ...row.passage, marks: [...row.passage.marks, { start: row.start, end: row.end, key: row.key, state: "open" }] }
    : row.passage;
  Passage.show(shown, row.key, (key) => loadKey(key));
}

function loadKey(key) {
  const index = items.findIndex((item) => item.key === key);
  if (index >= 0) choose(index);
}

function drawFields(fields, read) {
  $("inputs").replaceChildren(...fields.map((field) => {
    const holder = document.createElement("div");
    holder.className = "field";
    const label = document.createElement("label");
    label.append(field.name);
    const input = document.createElement(field.choices.length ? "select" : field.long ? "textarea" : "input");
    if (field.choices.length) input.append(...field.choices.map((choice) => new Option(choice, choice)));
    input.name = field.name;
    input.value = field.text;
    input.dataset.before = field.text;
    label.append(input);
    const hint = document.createElement("small");
    hint.dataset.read = read && read[field.name] !== field.text ? `read as: ${read[field.name] || "nothing"}` : "";
    hint.textContent = hint.dataset.read;
    holder.append(label, hint);
    return holder;
  }));
}

function typed() {
  return Object.fromEntries([...$("inputs").querySelectorAll("[name]")].map((field) => [field.name, field.value]));
}

function showFaults(faults, remarks) {
  for (const field of $("inputs").querySelectorAll("[name]")) {
    const holder = field.closest(".field");
    const hint = holder.querySelector("small");
    const fault = faults[field.name];
    holder.classList.toggle("bad", Boolean(fault));
    holder.classList.toggle("changed", field.value !== field.dataset.before);
    hint.classList.toggle("bad", Boolean(fault));
    hint.textContent = fault || remarks[field.name] || hint.dataset.read;
    field.setAttribute("aria-invalid", String(Boolean(fault)));
  }
}

let waiting = 0;
$("inputs").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const told = adding ? { kind: adding.kind, typed: typed() } : { key: row.key, typed: typed() };
    const found = await tell("check", told).catch(() => null);
    if (found) showFaults(found.faults, found.remarks);
  }, TYPING);
});

async function decide(path, body, onward = true) {
  if (busy) return;
  busy = true;
  try {
    const made = await tell(path, body);
    if (made.others > 0) $("others").textContent = `${made.others} decided elsewhere meanwhile`;
    showCounts(made);
    ahead.clear();
    const key = items[at] && items[at].key;
    if (!onward) {
      await loadQueue(key);
    } else {
      if (items[at]) items[at].state = { judge: body.action === "reject" ? "rejected" : "accepted" }[path] || "accepted";
      drawQueue();
      await choose(at + 1);
    }
    $("error").textContent = "";
    document.activeElement.blur();
  } catch (error) {
    $("error").textContent = error.message;
    if (error.faults) showFaults(error.faults, {});
  } finally {
    busy = false;
  }
}

const note = () => $("fields").elements.note.value;

function accept() {
  if (adding) return decide("add", { ...adding, typed: typed() }, false);
  return row && row.kind !== "place" && decide("judge", { key: row.key, action: "accept", typed: typed(), note: note() });
}

const reject = () => row && !adding && row.kind !== "place" && decide("judge", { key: row.key, action: "reject", note: note() });
const undo = () => (adding ? choose(at) : decide("undo", {}, false));
const complete = () => row && decide("complete", { key: row.key }, row.kind === "place");
const link = (same) => row && before && decide("link", { key: row.key, other: before, same }, false);

async function add(kind = "") {
  const place = adding && kind ? adding : Passage.marked();
  if (!row || !place) {
    $("error").textContent = "mark the words of the value first";
    return;
  }
  try {
    const where = { document: row.document, start: place.start, end: place.end };
    const form = await ask("suggest", { ...where, kind });
    adding = { ...where, kind: form.kind };
    $("what").textContent = `new row: ${form.surface}`;
    $("said").textContent = "";
    $("reasons").replaceChildren();
    $("accept").hidden = false;
    const kinds = { name: "kind", text: form.kind, choices: form.kinds, long: false };
    drawFields([...form.typed], null);
    drawKind(kinds);
    $("error").textContent = "";
    $("inputs").querySelector("[name=material]").focus();
  } catch (error) {
    $("error").textContent = error.message;
  }
}

function drawKind(field) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  select.id = "newkind";
  select.append(...field.choices.map((choice) => new Option(choice, choice)));
  select.value = field.text;
  select.addEventListener("change", () => add(select.value));
  label.append("kind", select);
  $("inputs").prepend(label);
}

const KEYS = {
  a: accept, r: reject, u: undo, c: complete, i: () => add(), n: () => choose(at + 1), j: () => choose(at + 1),
  p: () => choose(at - 1), k: () => choose(at - 1), s: () => link(true), d: () => link(false),
  e: () => $("inputs").querySelector("[name]")?.focus(), t: () => Passage.focus(),
  f: () => { $("filters").open = true; $("filters").querySelector("select").focus(); }, "?": () => $("help").click(),
};

document.addEventListener("keydown", (event) => {
  const field = event.target.closest("input, select, textarea");
  if (event.key === "Escape") {
    if (field) field.blur();
    else if (adding) choose(at);
    return;
  }
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

$("fields").addEventListener("submit", (event) => { event.preventDefault(); accept(); });
$("inputs").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.target.tagName !== "TEXTAREA" || event.ctrlKey)) {
    event.preventDefault();
    accept();
  }
});
for (const [id, act] of Object.entries({ reject, complete, add: () => add(), undo, next: () => choose(at + 1) })) {
  $(id).addEventListener("mousedown", (event) => event.preventDefault()); // the marking of words stays
  $(id).addEventListener("click", act);
}
$("help").addEventListener("click", () => {
  $("keys").hidden = !$("keys").hidden;
  $("help").setAttribute("aria-expanded", String(!$("keys").hidden));
});
$("picture").addEventListener("load", Passage.look); // it has moved the text
$("filters").addEventListener("change", () => loadQueue(row && row.key));

setInterval(async () => {
  if (document.hidden || busy) return;
  const data = await ask("state").catch(() => null);
  if (data && data.version > version) {
    $("others").textContent = `${data.version - version} decided elsewhere; the queue was read again`;
    const edited = adding || [...$("inputs").querySelectorAll("[name]")].some((f) => f.value !== f.dataset.before);
    if (!edited) loadQueue(row && row.key);
  }
}, RECHECK);

(async () => {
  const data = await ask("state");
  verifying = data.verifying;
  const fill = (name, choices) => {
    const select = $("filters").querySelector(`[name=${name}]`);
    select.append(...choices.map((choice) => new Option(choice.replaceAll("_", " "), choice)));
  };
  fill("order", data.orders);
  fill("document", data.documents.map((document_) => document_.id));
  fill("kind", data.kinds);
  fill("flag", data.flags);
  $("filters").hidden = verifying;
  await loadQueue(null);
})().catch((error) => { $("error").textContent = error.message; });
