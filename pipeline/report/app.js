// Which page is shown: it stands in the address, so that back, forward and passing it on work.
const main = document.querySelector("main");
const PAGES = { material: materialPage, source: sourcePage, document: documentPage, plots: plotsPage, gold: goldPage };

function address() {
  const [path, query] = (location.hash.replace(/^#\/?/, "") || "materials").split("?");
  const [kind, ...rest] = path.split("/");
  return { kind, id: decodeURIComponent(rest.join("/")), state: new URLSearchParams(query ?? "") };
}
let last = "";
function show() {
  const { kind, id, state } = address();
  const name = kind === "table" ? id : kind;
  const view = data.views.find((each) => each.id === name);
  tip(null);
  const focused = document.activeElement?.name, at = document.activeElement?.selectionStart;
  const content = PAGES[kind] ? PAGES[kind](id) : view ? listPage(view, state) : nothing("page", name);
  main.replaceChildren(...content.flat(3).filter(Boolean));
  for (const each of document.querySelectorAll("nav a")) each.toggleAttribute("aria-current", each.dataset.page === name);
  document.title = `${main.querySelector("h2")?.textContent ?? "ionmine"} – ionmine`;
  if (last === `${kind}/${id}`) { // the same list, otherwise filtered: who types goes on typing
    const field = focused && main.querySelector(`[name="${focused}"]`);
    field?.focus();
    if (field && isNumber(at)) field.setSelectionRange?.(at, at);
  } else if (last) { scrollTo(0, 0); main.focus({ preventScroll: true }); }
  last = `${kind}/${id}`;
}
function listPage(view, state) {
  const change = (told) => {
    const next = told === null ? new URLSearchParams() : new URLSearchParams(state);
    for (const [name, wanted] of Object.entries(told ?? {})) if (wanted) next.set(name, wanted); else next.delete(name);
    const path = location.hash.replace(/^#\/?/, "").split("?")[0] || "materials", query = next.toString();
    const target = `#/${path}${query ? `?${query}` : ""}`;
    if (told && "q" in told) { history.replaceState(null, "", target); show(); } else location.hash = target;
  };
  return [element("h2", {}, view.title), view.note ? element("p", { class: "note" }, view.note) : null, ...list(view, state, change)];
}
function theme() {
  const button = document.getElementById("theme"), root = document.documentElement;
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; });
}
unpack().then(() => {
  theme();
  addEventListener("hashchange", show);
  show();
  document.documentElement.dataset.ready = "";
}, (error) => { main.textContent = `This browser cannot unpack the page (${error.message}); the table files hold everything.`; });
