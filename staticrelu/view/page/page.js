"use strict";
// The page's own small script. It only shows, hides and marks what is there; everything is laid out already.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const table = document.getElementById("models");
const body = table.tBodies[0];
const search = document.getElementById("search");
const relation = document.getElementById("relation");
const certainty = document.getElementById("certainty");

// --- the overview ---------------------------------------------------

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of body.rows) {
    const text = row.textContent.toLowerCase();
    const relations = row.dataset.relations.split(" ").filter(Boolean);
    const fits = words.every((word) => text.includes(word))
      && (!relation.value || (relation.value === "none" ? !relations.length : relations.includes(relation.value)))
      && (!certainty.value || row.dataset.certainties.split(" ").includes(certainty.value));
    row.hidden = !fits;
    document.getElementById(row.dataset.id).hidden = !fits;
    shown += fits;
  }
  document.getElementById("shown").value = `${shown} of ${body.rows.length} models`;
}

function sort(button) {
  const head = button.closest("th");
  const descends = head.getAttribute("aria-sort") === "ascending";
  const index = head.cellIndex;
  const isNumber = index > 1;
  all("th", table).forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", descends ? "descending" : "ascending");
  const value = (row) => row.cells[index].dataset.value;
  const rows = [...body.rows].sort((a, b) => (isNumber ? value(a) - value(b) : value(a).localeCompare(value(b))));
  body.append(...(descends ? rows.reverse() : rows));
}

[search, relation, certainty].forEach((control) => control.addEventListener("input", filter));
all("th button", table).forEach((button) => button.addEventListener("click", () => sort(button)));

// --- ways -----------------------------------------------------------

function putOut(section) {
  section.classList.remove("lights");
  all(".lit", section).forEach((element) => element.classList.remove("lit"));
  all(".relation", section).forEach((button) => button.setAttribute("aria-pressed", "false"));
}

function show(pane, thing) {
  const at = thing.getBoundingClientRect();
  const around = pane.getBoundingClientRect();
  pane.scrollLeft += at.left - around.left - (around.width - at.width) / 2;
  pane.scrollTop += at.top - around.top - (around.height - at.height) / 2;
}

function light(section, names, lines) {
  section.classList.add("lights");
  for (const name of names) document.getElementById(`${section.id}-${name}`)?.classList.add("lit");
  const first = section.querySelector(".node.lit");
  if (first) show(section.querySelector("figure.graph"), first);
  const marked = lines.map((id) => document.getElementById(id)).filter(Boolean);
  marked.forEach((line) => line.classList.add("lit"));
  const pane = section.querySelector(".sources");
  if (marked.length) pane.scrollTop += marked[0].getBoundingClientRect().top - pane.getBoundingClientRect().top - 60;
}

const words = (text) => (text || "").split(" ").filter(Boolean);

document.addEventListener("click", (event) => {
  const button = event.target.closest(".relation");
  const node = event.target.closest(".node");
  const section = event.target.closest(".model");
  if (!section || (!button && !node)) return;
  const wasLit = button ? button.getAttribute("aria-pressed") === "true" : node.classList.contains("alone");
  all(".alone", section).forEach((other) => other.classList.remove("alone"));
  putOut(section);
  if (wasLit) return;
  if (button) {
    button.setAttribute("aria-pressed", "true");
    light(section, words(button.dataset.way), words(button.dataset.lines));
  } else {
    node.classList.add("alone");
    light(section, [node.id.slice(section.id.length + 1)], words(node.dataset.line));
  }
});

// A graph that is larger than its pane begins at its recurrent layer, once it is looked at.
const watch = new IntersectionObserver((seen) => {
  for (const { target } of seen.filter((entry) => entry.isIntersecting)) {
    watch.unobserve(target);
    const node = target.querySelector(".node.recurrent");
    if (node) show(target, node);
  }
});
all("figure.graph").forEach((graph) => watch.observe(graph));

// --- conditions -----------------------------------------------------

function decide(section) {
  const holds = JSON.parse(section.dataset.holds);
  const isStrict = section.querySelector(".always input").checked;
  const said = new Map(all("select[data-test]", section).filter((select) => select.value)
    .map((select) => [Number(select.dataset.test), select.value === "1"]));
  const isThere = (cases) => !isStrict
    && cases.some((tests) => tests.every(([test, value]) => !said.has(test) || said.get(test) === value));
  const gone = new Set();
  for (const [name, cases] of Object.entries(holds)) {
    const isOff = !isThere(cases);
    if (isOff) gone.add(name);
    document.getElementById(`${section.id}-${name}`)?.classList.toggle("off", isOff);
  }
  for (const button of all(".relation", section)) {
    button.classList.toggle("off", words(button.dataset.way).some((name) => gone.has(name)));
  }
}

document.addEventListener("change", (event) => {
  if (event.target.closest(".conditions")) decide(event.target.closest(".model"));
});

// --- keys -----------------------------------------------------------

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") all(".model.lights").forEach(putOut);
  if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  }
  if (event.key === "j" || event.key === "k") {
    const sections = all(".model").filter((section) => !section.hidden);
    const here = sections.indexOf(document.activeElement.closest(".model"));
    const next = sections[event.key === "j" ? Math.min(here + 1, sections.length - 1) : Math.max(here - 1, 0)];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView();
  }
});
