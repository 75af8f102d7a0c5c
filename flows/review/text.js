"use strict";
// The passage: raw text with the rows marked in it, and the marking of words by mouse, finger and keyboard.
// Offsets count characters as the server does (code points); the browser counts UTF-16 units.

const Passage = (() => {
  const box = document.getElementById("passage");
  let start = 0;
  let characters = [];
  let cursor = null; // [first, last] word, when the keyboard marks

  function show(passage, now, choose) {
    start = passage.start;
    characters = Array.from(passage.text);
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
      const node = document.createElement("mark");
      node.className = mark.state + (mark.key === now ? " now" : "");
      node.textContent = characters.slice(from, to).join("");
      node.dataset.from = from;
      node.addEventListener("dblclick", () => choose(mark.key)); // of a material: no row, and nothing happens
      box.append(node);
      at = to;
    }
    piece(at, characters.length);
    const marked = box.querySelector(".now");
    if (marked) marked.scrollIntoView({ block: "center" });
  }

  function piece(from, to) {
    if (to <= from) return;
    const node = document.createElement("span");
    node.textContent = characters.slice(from, to).join("");
    node.dataset.from = from;
    box.append(node);
  }

  function offsetOf(node, units) {
    const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.children[units] || node;
    if (holder === box) return characters.length;
    const before = node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, units)).length : 0;
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

  function words() {
    const found = [];
    for (let i = 0; i < characters.length; i += 1) {
      if (/\s/.test(characters[i])) continue;
      let end = i;
      while (end < characters.length && !/\s/.test(characters[end])) end += 1;
      found.push([i, end]);
      i = end;
    }
    return found;
  }

  function nodeAt(offset, closing) {
    for (const holder of box.children) {
      const from = Number(holder.dataset.from);
      const length = Array.from(holder.textContent).length;
      if (offset < from + length || (closing && offset === from + length)) {
        const units = Array.from(holder.textContent).slice(0, offset - from).join("").length;
        return [holder.firstChild, units];
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

  return { show, marked, focus: () => box.focus() };
})();
