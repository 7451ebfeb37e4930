// The filter of the ledger: words, document, chapter, verdict, and the order of the claims.
// Without this script the page shows the whole table.
(() => {
  // The verdicts in their order, and what one claim and several of them do.
  const COUNTED = {
    holds: ["holds", "hold"],
    roughly: ["holds roughly", "hold roughly"],
    depends: ["depends", "depend"],
    off: ["is off", "are off"],
    untestable: ["cannot be tested", "cannot be tested"],
  };
  const VERDICTS = Object.keys(COUNTED);
  const text = (element) => element?.textContent.trim() ?? "";

  // What is searched: all that a row says, numbers also without their commas.
  const searched = (row) => {
    const all = `${row.id} ${row.textContent}`.toLowerCase();
    return `${all} ${all.replace(/(\d),(?=\d)/g, "$1")}`;
  };

  const read = (table) =>
    [...table.querySelectorAll("tr[data-verdict]")].map((row) => ({
      row,
      words: searched(row),
      place: Number(row.dataset.place),
      document: row.dataset.document,
      documentName: text(row.querySelector(".document")),
      section: text(row.querySelector(".section")),
      chapter: row.dataset.chapter,
      chapterName: text(row.querySelector(".from a")),
      part: row.closest("tbody").dataset.part,
      folder: row.dataset.chapter.split("/")[0],
      verdict: row.dataset.verdict,
      verdictName: text(row.querySelector(".verdict")),
    }));

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const option = (value, label) => make("option", { value, textContent: label });

  const distinct = (claims, value, name) =>
    [...new Map(claims.map((c) => [c[value], c[name]])).entries()];

  // The chapters under their parts, each part first as a whole.
  const chapters = (claims) =>
    distinct(claims, "folder", "part").map(([folder, part]) => {
      const group = make("optgroup", { label: part });
      group.append(option(folder, `all of ${part.split(" · ")[0]}`));
      const its = claims.filter((c) => c.folder === folder);
      group.append(...distinct(its, "chapter", "chapterName").map(([v, name]) => option(v, name)));
      return group;
    });

  const ORDERS = {
    chapter: { label: "by chapter", group: (c) => c.chapterName, sort: (c) => c.rank },
    document: {
      label: "as in the documents",
      group: (c) => `${c.documentName}: ${c.section}`,
      sort: (c) => c.place,
    },
    verdict: {
      label: "by verdict",
      group: (c) => c.verdictName,
      sort: (c) => 1000 * VERDICTS.indexOf(c.verdict) + c.rank,
    },
  };

  const build = (table) => {
    const claims = read(table);
    claims.forEach((c, rank) => { c.rank = rank; });
    const across = table.querySelectorAll("thead th").length;

    const words = make("input", { type: "search", name: "words", autocomplete: "off", spellcheck: false });
    const select = (name, ...options) => {
      const element = make("select", { name, autocomplete: "off" });
      element.append(...options);
      return element;
    };
    const fields = {
      words,
      document: select("document", option("", "both"),
        ...distinct(claims, "document", "documentName").map(([v, name]) => option(v, name))),
      chapter: select("chapter", option("", "every chapter"), ...chapters(claims)),
      verdict: select("verdict", option("", "every verdict"),
        ...VERDICTS.flatMap((v) => {
          const its = claims.filter((c) => c.verdict === v);
          return its.length ? [option(v, `${its[0].verdictName} (${its.length})`)] : [];
        })),
      order: select("order", ...Object.entries(ORDERS).map(([v, { label }]) => option(v, label))),
    };
    const labels = {
      words: "Words", document: "Document", chapter: "Chapter", verdict: "Verdict", order: "Order",
    };
    const status = make("p");
    status.setAttribute("role", "status");
    const clear = make("button", { type: "reset", textContent: "Clear the filter" });
    const form = make("form", { className: "ledger-filter" });
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", "Filter the claims");
    form.append(...Object.entries(fields).map(([name, field]) =>
      make("label", { className: name }, make("span", { textContent: labels[name] }), field)));
    // The list is long, on a phone fifty screens: a way past it to what follows on the page.
    const next = table.closest("section")?.nextElementSibling?.id;
    const past = next ? [make("a", { href: `#${next}`, textContent: "Past the list" })] : [];
    form.append(make("div", { className: "answer" }, status, clear, ...past));

    let grouped = "chapter";
    let groups = [...table.tBodies];
    // Put the rows into groups of their order, each under its heading.
    const regroup = () => {
      const { group, sort } = ORDERS[fields.order.value];
      const bodies = new Map();
      for (const c of [...claims].sort((a, b) => sort(a) - sort(b))) {
        const name = group(c);
        if (!bodies.has(name)) {
          const heading = make("th", { scope: "rowgroup", colSpan: across, textContent: name });
          bodies.set(name, make("tbody", {}, make("tr", { className: "group" }, heading)));
        }
        bodies.get(name).append(c.row);
      }
      groups.forEach((body) => body.remove());
      groups = [...bodies.values()];
      table.append(...groups);
      grouped = fields.order.value;
    };

    const tell = (shown) => {
      const counts = VERDICTS.flatMap((v) => {
        const its = shown.filter((c) => c.verdict === v);
        return its.length ? [`${its.length} ${COUNTED[v][Number(its.length > 1)]}`] : [];
      });
      const all = shown.length === claims.length ? "All" : `${shown.length} of`;
      return shown.length
        ? `${all} ${claims.length} claims shown: ${counts.join(", ")}.`
        : `None of ${claims.length} claims shown: no claim meets all of this.`;
    };

    const apply = () => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const { document: from, chapter, verdict } = fields;
      const shown = claims.filter((c) =>
        (!from.value || c.document === from.value)
        && (!chapter.value || c.chapter === chapter.value || c.folder === chapter.value)
        && (!verdict.value || c.verdict === verdict.value)
        && wanted.every((word) => c.words.includes(word)));
      const visible = new Set(shown.map((c) => c.row));
      claims.forEach((c) => { c.row.hidden = !visible.has(c.row); });
      if (fields.order.value !== grouped) regroup();
      groups.forEach((body) => {
        body.hidden = ![...body.rows].some((row) => visible.has(row));
      });
      table.tHead.hidden = !shown.length;
      status.textContent = tell(shown);
      const address = new URL(location);
      for (const [name, field] of Object.entries(fields)) {
        const kept = field.value && !(name === "order" && field.value === "chapter");
        if (kept) address.searchParams.set(name, field.value);
        else address.searchParams.delete(name);
      }
      clear.hidden = shown.length === claims.length;
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    };

    // The address holds the choice, so that it can be passed on and Back returns to it.
    const given = new URLSearchParams(location.search);
    for (const [name, field] of Object.entries(fields)) {
      field.value = given.get(name) ?? field.value;
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    // A link to a claim finds it, whatever the filter says.
    const find = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !table.contains(target)) return;
      if (target.hidden) { form.reset(); apply(); }
      target.scrollIntoView();
    };

    let later;
    form.addEventListener("input", (event) => {
      clearTimeout(later);
      // Typing is answered once it pauses, or a screen reader would hear each letter's count.
      later = setTimeout(apply, event.target === words ? 200 : 0);
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(later); apply(); });
    form.addEventListener("reset", () => setTimeout(() => { apply(); words.focus(); }));
    addEventListener("hashchange", find);
    // The count above the table takes its caption's place.
    table.setAttribute("aria-label", "Claims");
    table.caption.hidden = true;
    table.before(form);
    apply();
    find();
  };

  document.addEventListener("DOMContentLoaded", () =>
    document.querySelectorAll("table.ledger[data-filter]").forEach(build));
})();
