"use strict";
// The error browser. What it shows is told by the address (#system=...&kind=...), so every view can be sent on.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("filters");
  const list = document.getElementById("excerpts");
  const FILTERS = ["system", "kind", "label", "gold", "predicted", "cable", "q"];
  const PER_PAGE = 25;
  let state = {};
  let found = [];
  let page = 0;
  let selected = -1; // on the page

  // Text from cables goes through here only: as text, never as HTML.
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };
  // Offsets count characters, as Python does; a string of JavaScript counts some of them twice.
  const cut = (text, start, end) => Array.from(text).slice(start, end).join("");
  const labelOf = (span, otherwise) => (span ? data.labels[span[2]] : otherwise);

  const read = () => {
    const address = new URLSearchParams(location.hash.slice(1));
    state = {};
    for (const name of [...FILTERS, "page", "at"]) if (address.get(name)) state[name] = address.get(name);
  };
  const addressOf = (changes) => {
    const address = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...state, ...changes })) if (value) address.set(name, value);
    return "#" + (address.toString() || "browser");
  };
  const go = (changes) => {
    history.replaceState(null, "", addressOf(changes));
    read();
    show();
  };

  const fits = ([kind, gold, predicted]) =>
    (!state.kind || data.kinds[kind] === state.kind) &&
    (!state.label || labelOf(gold) === state.label || labelOf(predicted) === state.label) &&
    (!state.gold || labelOf(gold, "(spurious)") === state.gold) &&
    (!state.predicted || labelOf(predicted, "(missed)") === state.predicted);

  const search = () => {
    const words = (state.q || "").toLowerCase();
    found = [];
    data.excerpts.forEach(([cable, , text, , , pairs], number) => {
      if (state.cable && data.cables[cable] !== state.cable) return;
      if (words && !text.toLowerCase().replace(/\s+/g, " ").includes(words)) return;
      const shown = pairs.map((each, system) =>
        !state.system || data.systems[system] === state.system ? each.filter(fits) : []);
      if (shown.some((each) => each.length)) found.push({ number, shown });
    });
  };

  const marked = (text, spans, wrong) => {
    const line = element("p");
    let place = 0;
    for (const [start, end, label] of spans) {
      if (start < place) continue; // spans that overlap: the first is shown
      const said = element("small", "", data.labels[label]);
      const mark = element("mark", "l" + (label % 12), cut(text, start, end) + " ", said);
      if (wrong.some((span) => span && span[0] === start && span[1] === end && span[2] === label)) mark.classList.add("wrong");
      line.append(cut(text, place, start), mark);
      place = end;
    }
    line.append(cut(text, place));
    return line;
  };
  const quoted = (text, span) => "“" + cut(text, span[0], span[1]).replace(/\s+/g, " ") + "” " + data.labels[span[2]];
  const note = (text, [kind, gold, predicted]) => {
    const same = gold && predicted && gold[0] === predicted[0] && gold[1] === predicted[1];
    const found = same ? data.labels[predicted[2]] : predicted && quoted(text, predicted);
    const said = [gold && quoted(text, gold), found].filter(Boolean).join(" → ");
    return element("li", "", element("b", "", data.kinds[kind]), " " + said);
  };

  const draw = ({ number, shown }) => {
    const [cable, start, text, gold, predicted] = data.excerpts[number];
    const link = element("a", "to", "link");
    link.href = addressOf({ at: String(number), page: "" });
    const name = element("a", "", data.cables[cable]);
    name.href = "#" + new URLSearchParams({ cable: data.cables[cable] });
    const reading = element("div", "reading");
    reading.append(element("span", "who", "gold"), marked(text, gold, shown.flat().map((pair) => pair[1])));
    shown.forEach((pairs, system) => {
      if (state.system && data.systems[system] !== state.system) return;
      const who = element("span", "who", data.systems[system]);
      who.title = data.systems[system];
      reading.append(who, marked(text, predicted[system], pairs.map((pair) => pair[2])));
      if (pairs.length) reading.append(element("ul", "notes", ...pairs.map((pair) => note(text, pair))));
    });
    const head = element("header", "", name, element("span", "", "character " + start.toLocaleString("en")), link);
    const article = element("article", "excerpt", head, reading);
    article.id = "excerpt-" + number;
    article.tabIndex = -1;
    return article;
  };

  const show = () => {
    for (const name of FILTERS) form.elements[name].value = state[name] || "";
    search();
    const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
    const at = found.findIndex((each) => String(each.number) === state.at);
    page = at >= 0 ? Math.floor(at / PER_PAGE) : Math.min(pages, Math.max(1, Number(state.page) || 1)) - 1;
    list.replaceChildren(...found.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map(draw));
    const count = found.reduce((sum, each) => sum + each.shown.flat().length, 0);
    document.getElementById("summary").textContent =
      count.toLocaleString("en") + " disagreements in " + found.length.toLocaleString("en") + " sentences";
    document.getElementById("pages").textContent = "page " + (page + 1) + " of " + pages;
    document.getElementById("previous").disabled = page === 0;
    document.getElementById("next").disabled = page + 1 >= pages;
    selected = -1;
    if (at >= 0) select(at % PER_PAGE);
  };
  const select = (index) => {
    const shown = list.children;
    if (!shown.length) return;
    if (selected >= 0 && shown[selected]) shown[selected].classList.remove("selected");
    selected = Math.max(0, Math.min(shown.length - 1, index));
    const article = shown[selected];
    article.classList.add("selected");
    article.focus({ preventScroll: true });
    article.scrollIntoView({ behavior: "instant", block: "nearest" });
  };
  const choose = (index) => {
    select(index);
    if (selected < 0) return;
    state.at = list.children[selected].id.replace("excerpt-", "");
    history.replaceState(null, "", addressOf({}));
  };
  const turn = (pages) => {
    const last = Math.ceil(found.length / PER_PAGE);
    const next = page + 1 + pages;
    if (next < 1 || next > last) return;
    go({ page: String(next), at: "" });
    list.scrollIntoView({ behavior: "instant", block: "start" });
  };

  const keys = {
    j: () => choose(selected + 1),
    k: () => choose(selected - 1),
    n: () => turn(1),
    p: () => turn(-1),
    c: () => document.getElementById("clear").click(),
    "/": () => form.elements.q.focus(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  form.addEventListener("input", (event) => go({ [event.target.name]: event.target.value, page: "", at: "" }));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("clear").addEventListener("click", () => {
    state = {};
    go({});
  });
  document.getElementById("previous").addEventListener("click", () => turn(-1));
  document.getElementById("next").addEventListener("click", () => turn(1));
  const follow = () => {
    if (!location.hash.includes("=")) return; // a section of the page
    read();
    show();
    if (!state.at) document.getElementById("browser").scrollIntoView({ behavior: "instant" });
  };
  window.addEventListener("hashchange", follow);

  for (const cable of data.cables) form.elements.cable.append(element("option", "", cable));
  show();
  follow();
})();
