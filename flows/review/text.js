"use strict";
// The passage: raw text with the rows marked in it, and the marking of words by mouse, finger and keyboard.
// Offsets count characters as the server does (code points); the browser counts UTF-16 units.

const Passage = (() => {
  const box = document.getElementById("passage");
  let start = 0;
  let characters = [];
  let signs = []; // stretches of markup: [from, to, what is shown instead]
  let cursor = null; // [first, last] word, when the keyboard marks

  function show(passage, now, choose) {
    start = passage.start;
    characters = Array.from(passage.text);
    signs = passage.signs;
    cursor = null;
    box.replaceChildren();
    let at = 0;
    const marks = passage.marks.map((m) => ({ ...m, from: m.start - start, to: m.end - start }));
    marks.sort((a, b) => (b.key === now) - (a.key === now) || a.from - b.from);
    const kept = [];
    for (const mark of marks) {
      if (!kept.some((other) => mark.from < other.to && other.from < mark.to)) kept.push(mark);
    }
    kept.sort((a, b) => a.from - b.from);
    for (const mark of kept) {
      const from = Math.max(mark.from, at);
      const to = Math.min(mark.to, characters.length);
      if (to <= from) continue;
      piece(at, from);
      piece(from, to, mark.state + (mark.key === now ? " now" : ""), () => choose(mark.key));
      at = to;
    }
    piece(at, characters.length);
    look();
  }

  function look() {
    const marked = box.querySelector(".now");
    if (marked) marked.scrollIntoView({ block: "center" });
  }

  // A stretch as nodes, each with the place of its characters; markup is left out or shown as a sign.
  function piece(from, to, kind = "", chosen = null) {
    const append = (text, start, end) => {
      if (!text) return;
      const node = document.createElement(kind ? "mark" : "span");
      node.className = kind;
      node.textContent = text;
      node.dataset.from = start;
      node.dataset.to = end;
      if (chosen) node.addEventListener("dblclick", chosen); // of a material: no row, and nothing happens
      box.append(node);
    };
    let at = from;
    for (const [start, end, shown] of signs) {
      if (end <= at || start >= to) continue;
      if (start < from) { // begun in the piece before
        at = end;
        continue;
      }
      append(characters.slice(at, start).join(""), at, start);
      append(shown, start, end);
      at = end;
    }
    if (at < to) append(characters.slice(at, to).join(""), at, to);
  }

  const isSign = (holder) => Array.from(holder.textContent).length !== holder.dataset.to - holder.dataset.from;

  function offsetOf(node, units) {
    const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.children[units] || node;
    if (holder === box) return characters.length;
    const before = node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, units)).length : 0;
    if (isSign(holder)) return Number(before ? holder.dataset.to : holder.dataset.from);
    return Number(holder.dataset.from) + before;
  }

  // The marked raw span; null when nothing of the passage is marked.
  function marked() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
    let from = offsetOf(range.startContainer, range.startOffset);
    let to = offsetOf(range.endContainer, range.endOffset);
    while (from < to && /\s/.test(characters[from])) from += 1;
    while (to > from && /\s/.test(characters[to - 1])) to -= 1;
    return to > from ? { start: start + from, end: start + to } : null;
  }

  // The places of the words that are shown, each [from, to].
  function words() {
    const found = [];
    let open = false;
    for (const holder of box.children) {
      const whole = isSign(holder);
      Array.from(holder.textContent).forEach((sign, index) => {
        const from = whole ? Number(holder.dataset.from) : Number(holder.dataset.from) + index;
        const to = whole ? Number(holder.dataset.to) : from + 1;
        const blank = /\s/.test(sign);
        if (!blank && open) found[found.length - 1][1] = to;
        else if (!blank) found.push([from, to]);
        open = !blank;
      });
    }
    return found;
  }

  function nodeAt(offset, closing) {
    for (const holder of box.children) {
      const [from, to] = [Number(holder.dataset.from), Number(holder.dataset.to)];
      if (offset < to || (closing && offset === to)) {
        const all = Array.from(holder.textContent);
        const within = isSign(holder) ? (offset > from ? all.length : 0) : Math.max(offset - from, 0);
        return [holder.firstChild, all.slice(0, within).join("").length];
      }
    }
    return [box, box.childNodes.length];
  }

  function mark(from, to) {
    window.getSelection().setBaseAndExtent(...nodeAt(from, false), ...nodeAt(to, true));
    const holder = nodeAt(to - 1, false)[0].parentElement;
    if (holder) holder.scrollIntoView({ block: "nearest" });
  }

  box.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 12, ArrowUp: -12 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = words();
    if (!all.length) return;
    if (cursor === null) {
      const now = box.querySelector(".now");
      const from = now ? Number(now.dataset.from) : 0;
      const first = Math.max(all.findIndex((word) => word[1] > from), 0);
      cursor = [first, first];
    } else {
      const last = Math.min(Math.max(cursor[1] + step, 0), all.length - 1);
      cursor = event.shiftKey ? [cursor[0], last] : [last, last];
    }
    const [low, high] = cursor[0] <= cursor[1] ? cursor : [cursor[1], cursor[0]];
    mark(all[low][0], all[high][1]);
  });

  return { show, look, marked, focus: () => box.focus() };
})();
