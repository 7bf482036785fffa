"use strict";
// The list of cases: filtered, sorted and opened here. Text is only ever set as text, never read as HTML.
(() => {
  const SLICE = 100, PRINTED = 1000;
  const $ = (id) => document.getElementById(id);
  const words = new Map(
    [...$("words").content.querySelectorAll("dt")].map((term) => [term.textContent, term.nextElementSibling.textContent]),
  );
  const word = (name, values = {}) => words.get(name).replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const count = (number) => number.toLocaleString("en");

  const read = (block) => {
    const found = JSON.parse(block.textContent);
    block.remove();
    return found;
  };
  const known = read($("known"));
  const cases = [];
  for (const block of document.querySelectorAll("script.cases")) for (const one of read(block)) cases.push(one);
  const texts = read($("texts"));
  const text = (one) =>
    Array.isArray(one) ? `${text(one[0])} ${word("ours")}` : typeof one === "number" ? texts[one] : one;
  const unsafe = new RegExp(`[${known.unsafe}]`, "gu");
  const shown = (some) => String(some).replace(unsafe, "\uFFFD");

  const make = (name, options = {}, ...children) => {
    const { text, ...attributes } = options;
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = shown(text);
    made.append(...children.filter((child) => child));
    return made;
  };

  const outcomes = ["written", "missing", "unfit", "refused", "failed"];
  const outcome = (one) => {
    if (one.exit === undefined) return "written";
    return one.needs === undefined ? { 3: "refused", 4: "missing" }[one.exit] || "failed" : "unfit";
  };
  const awaited = (one) => ["written", "missing", "unfit"].includes(outcome(one));
  const outcomeWord = (one) => words.get(`exit ${one.exit}`) || word(outcome(one));
  const verdict = (one) => one.verdict || "invalid";
  const writer = (one) => (one.fallback ? "fallback" : one.writer || "nobody");
  const names = { verdict: {}, writer: {} };
  for (const id of Object.keys(names)) for (const one of $(id).options) names[id][one.value] = one.text;
  const remedies = ["full", "choice", "partial", "none"];
  const verdicts = known.verdicts;

  const searched = (one) => {
    if (one.searched === undefined) {
      const more = one.more || {};
      const parts = [one.id, one.file, more.message, more.refusal, more.error, more.model, ...(one.codes || [])];
      for (const name of ["questions", "contradictions", "notes", "warnings"]) parts.push(...(more[name] || []));
      one.searched = parts.filter((part) => part !== undefined).map(text).join("\n").toLowerCase();
    }
    return one.searched;
  };

  // Sorting. Each order is worked out once, and kept.
  const alike = new Intl.Collator("en", { numeric: true }).compare;
  const last = (number) => (number === undefined || number < 0 ? Infinity : number);
  const keys = {
    verdict: (one) => last(verdicts.indexOf(one.verdict)),
    remedy: (one) => last(remedies.indexOf(one.remedy)),
    days: (one) => (one.days === undefined ? Infinity : one.days < 0 ? 1e6 - one.days : one.days), // what is over is last
    writer: (one) => ["model", "fallback", "template", "nobody"].indexOf(writer(one)),
    findings: (one) => (one.codes || []).length,
    outcome: (one) => outcomes.indexOf(outcome(one)) * 10 + (one.exit || 0),
  };
  const orders = new Map();
  const ordered = (column) => {
    if (!orders.has(column)) {
      const places = cases.map((_, place) => place);
      if (column === "id") places.sort((a, b) => alike(cases[a].id, cases[b].id) || a - b);
      else if (column) {
        const key = cases.map(keys[column]);
        places.sort((a, b) => (key[a] === key[b] ? a - b : key[a] < key[b] ? -1 : 1));
      }
      orders.set(column, places);
    }
    return orders.get(column);
  };

  const state = { column: "", falling: false, fitting: [], shown: 0, open: new Set() };
  const body = $("list").tBodies[0];

  const fitting = () => {
    const sought = $("text").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const [wanted, ended, by] = [$("verdict").value, $("outcome").value, $("writer").value];
    const from = $("from").value === "" ? -Infinity : Number($("from").value);
    const under = $("under").value === "" ? Infinity : Number($("under").value);
    const dated = from !== -Infinity || under !== Infinity;
    const fits = (one) =>
      (!wanted || verdict(one) === wanted) &&
      (!ended || (ended === "awaited" ? awaited(one) : outcome(one) === ended)) &&
      (!by || writer(one) === by) &&
      (!dated || (one.days !== undefined && one.days >= from && one.days < under)) &&
      sought.every((part) => searched(one).includes(part));
    const places = ordered(state.column).filter((place) => fits(cases[place]));
    // What has no days left stands last, whichever way they are sorted.
    if (!state.falling) return places;
    const has = (place) => state.column !== "days" || cases[place].days >= 0;
    return [...places.filter(has).reverse(), ...places.filter((place) => !has(place))];
  };

  const daysLeft = (one) => {
    if (one.days === undefined) return "–";
    return one.days < 0 ? word("ended") : one.days === 0 ? word("today") : count(one.days);
  };
  const written = (day) =>
    new Date(day).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const cell = (label, content, kind = "") =>
    make("td", { role: "cell", "data-label": label, class: content === "–" ? `${kind} nothing` : kind, text: content });

  const labels = [...document.querySelectorAll("#list thead button")].map((one) => one.textContent);
  const row = (place) => {
    const one = cases[place];
    const button = make("button", { type: "button", class: "opener", "aria-expanded": "false" }, make("bdi", { text: one.id }));
    const made = make(
      "tr",
      { role: "row", class: `case verdict ${verdict(one)}`, "data-place": place },
      make("th", { role: "rowheader", scope: "row" }, button),
      make("td", { role: "cell", "data-label": labels[1], class: "pill" }, make("span", { text: names.verdict[verdict(one)] || verdict(one) })),
      cell(labels[2], words.get(one.remedy) || "–"),
      cell(labels[3], daysLeft(one), one.days === undefined ? "" : one.days < 0 ? "ended" : one.days < 4 ? "urgent" : one.days < 8 ? "soon" : ""),
      cell(labels[4], one.writer ? names.writer[writer(one)] : "–"),
      cell(labels[5], (one.codes || []).length ? one.codes.join(", ") : "–", "codes"),
      cell(labels[6], outcomeWord(one), `outcome ${outcome(one)}`),
    );
    if (!state.open.has(place)) return [made];
    button.setAttribute("aria-expanded", "true");
    return [made, detail(place, one)];
  };

  // What a row opens to.
  const part = (title, ...content) => make("section", {}, make("h3", { text: title }), ...content);
  const paragraphs = (some) => make("div", { class: "said", dir: "auto", text: some });
  const list = (name, some) =>
    some && some.length
      ? part(word(name), make("ul", {}, ...some.map((one) => make("li", { dir: "auto", text: text(one) }))))
      : null;

  const copy = async (button, some) => {
    let done = true;
    try {
      await navigator.clipboard.writeText(some);
    } catch {
      const field = make("textarea", { class: "aside-copy", readonly: "" });
      field.value = some;
      document.body.append(field);
      field.select();
      done = document.execCommand("copy");
      field.remove();
      button.focus();
    }
    button.textContent = $("said").textContent = word(done ? "copied" : "not copied");
    setTimeout(() => {
      button.textContent = word("copy");
      $("said").textContent = "";
    }, 2500);
  };

  const message = (some) => {
    const button = make("button", { type: "button", class: "copy", text: word("copy") });
    button.addEventListener("click", () => copy(button, some));
    return part(word("message"), make("div", { class: "message", dir: "auto", text: some }), button);
  };

  const passages = (ids, of = {}) =>
    ids && ids.length
      ? part(
          word("passages"),
          make(
            "dl",
            { class: "passages" },
            ...ids.flatMap((id) => {
              const [title, said] = Object.hasOwn(of, id) ? of[id] : ["", ""];
              return [make("dt", { text: `${id}  ${title}` }), make("dd", { text: said })];
            }),
          ),
        )
      : null;

  const findings = (some) =>
    some && some.length
      ? part(
          word("findings"),
          make(
            "ul",
            {},
            ...some.map((one) =>
              make("li", {}, make("b", { text: text(one.code) }), one.span ? make("q", { dir: "auto", text: text(one.span) }) : null, make("span", { text: text(one.rule) })),
            ),
          ),
        )
      : null;

  const facts = (one, more) => {
    const rows = [[word("place"), text(one.file) + (one.line ? `, ${word("line")} ${count(one.line)}` : "")]];
    if (more.last_day) rows.push([word("last day"), written(more.last_day)]);
    if (more.language && more.language !== "en") rows.push([word("language"), more.language]);
    if (more.model) rows.push([word("model"), text(more.model)]);
    if (more.rounds) rows.push([word("drafts"), count(more.rounds.length)]);
    if (more.tokens) rows.push([word("tokens"), count(more.tokens.prompt + more.tokens.completion)]);
    if (more.seconds) rows.push([word("seconds"), String(more.seconds)]);
    if (more.checks_not_made) rows.push([word("checks_not_made"), more.checks_not_made.map(text).join("; ")]);
    return make("dl", { class: "facts" }, ...rows.map(([name, value]) => make("div", {}, make("dt", { text: name }), make("dd", {}, make("bdi", { text: value })))));
  };

  const detail = (place, one) => {
    const more = one.more || {};
    const why = more.error === undefined ? null : part(word({ missing: "lacking", unfit: "does not fit" }[outcome(one)] || "error"), paragraphs(text(more.error)));
    const refusal = text(more.refusal ?? "");
    const unsaid = (some) => some && some.filter((said) => !refusal.includes(text(said)));
    const content = make(
      "div",
      { class: "columns" },
      make(
        "div",
        { class: "said-part" },
        more.message === undefined ? null : message(text(more.message)),
        more.refusal === undefined ? why : part(word("refusal"), paragraphs(text(more.refusal))),
        list("questions", more.questions),
        list("contradictions", more.contradictions),
        list("notes", more.notes),
        findings(more.findings),
        one.more ? null : paragraphs(word("elsewhere")),
      ),
      make(
        "div",
        { class: "why-part" },
        more.ours ? make("p", { class: "note", text: word("reading") }) : null,
        passages(more.passages, known.passages[one.guide ?? 0]),
        list("evidence_missing", more.evidence_missing),
        list("warnings", unsaid(more.warnings)),
        list("next_steps", unsaid(more.next_steps)),
        facts(one, more),
      ),
    );
    return make("tr", { role: "row", class: `detail verdict ${verdict(one)}` }, make("td", { role: "cell", colspan: "7" }, content));
  };

  const toggle = (line) => {
    const place = Number(line.dataset.place);
    const button = line.querySelector("button.opener");
    const opened = !state.open.delete(place);
    if (opened) {
      state.open.add(place);
      line.after(detail(place, cases[place]));
    } else line.nextElementSibling.remove();
    button.setAttribute("aria-expanded", String(opened));
  };

  // Rows are made a slice at a time, as they come into sight.
  const extend = (to) => {
    const until = Math.min(to, state.fitting.length);
    const made = document.createDocumentFragment();
    for (; state.shown < until; state.shown++) made.append(...row(state.fitting[state.shown]));
    body.append(made);
    $("more").hidden = state.shown >= state.fitting.length;
  };

  const show = () => {
    state.fitting = fitting();
    state.shown = 0;
    body.replaceChildren();
    extend(SLICE);
    const [n, all] = [state.fitting.length, cases.length];
    $("count").textContent = n === 0 ? word("nobody") : word(n === all ? "all" : "some", { n: count(n), all: count(all) });
  };

  const headings = [...document.querySelectorAll("#list th[data-column]")];
  const sort = (column, falling) => {
    Object.assign(state, { column, falling });
    for (const one of headings) {
      if (one.dataset.column === column) one.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else one.removeAttribute("aria-sort");
    }
    $("order").value = column && `${column} ${falling ? "falling" : "rising"}`;
    show();
  };

  for (const one of headings) {
    const { column } = one.dataset;
    one.firstElementChild.addEventListener("click", () => {
      if (state.column !== column) sort(column, false);
      else if (!state.falling) sort(column, true);
      else sort("", false);
    });
    for (const way of ["rising", "falling"]) {
      $("order").append(make("option", { value: `${column} ${way}`, text: word(way, { name: one.textContent }) }));
    }
  }
  $("order").addEventListener("change", () => {
    const [column, way] = $("order").value.split(" ");
    sort(column, way === "falling");
  });

  body.addEventListener("click", (event) => {
    const line = event.target.closest("tr.case");
    if (line && (event.target.closest("button.opener") || getSelection().isCollapsed)) toggle(line);
  });

  let waiting = 0;
  $("filters").addEventListener("input", (event) => {
    if (event.target.id === "order") return;
    clearTimeout(waiting);
    waiting = setTimeout(show, event.target.id === "text" ? 120 : 0);
  });
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(() => sort("days", false)));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link) return;
    const { filter, value } = link.dataset;
    $("filters").reset();
    if (filter === "due") $("outcome").value = "awaited";
    if (filter === "days") $("outcome").value = "written";
    if (filter === "due" || filter === "days") [$("from").value, $("under").value] = value.split(":").map((part) => part.trim());
    else $(filter).value = value;
  });

  $("more").addEventListener("click", () => {
    const from = state.shown;
    extend(state.shown + SLICE);
    body.querySelector(`tr[data-place="${state.fitting[from]}"] button`).focus();
  });
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting) && state.shown) extend(state.shown + SLICE);
  }, { rootMargin: "600px" }).observe($("more"));

  addEventListener("beforeprint", () => {
    extend(PRINTED);
    const note = document.querySelector(".printed");
    note.hidden = state.shown >= state.fitting.length;
    note.textContent = word("printed", { n: count(state.shown), all: count(state.fitting.length) });
  });

  $("cases").hidden = false;
  sort("days", false);
})();
