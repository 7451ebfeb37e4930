// What Sphinx's search does not find: numbers, money and units as written, and words near to
// one that no page has. BOOK_WORDS, of words.js, says which pages have which words.
(() => {
  // As _ext/book_search.py writes a word.
  const plain = (word) => {
    const text = word.normalize("NFKC").toLowerCase().replace(/’/g, "'").replace(/^["'(]+|["'),.;:?!]+$/g, "");
    return /^[$\d]/.test(text) ? text.replace(/(\d),(?=\d)/g, "$1") : text;
  };
  const has = (word) => Object.hasOwn(BOOK_WORDS.words, word);
  const written = (word) => word.replace(/^(\$?)(\d{4,})/, (_, sign, digits) => sign + Number(digits).toLocaleString("en"));

  // How many letters are to be added, left out, changed or exchanged with their neighbour;
  // more than `most` need not be counted.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [older, old] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      const now = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        now[j] = Math.min(old[j] + 1, now[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1);
      }
      if (Math.min(...now) > most) return most + 1;
      [older, old] = [old, now];
    }
    return old[b.length];
  };

  // The words of the book nearest to one that it has not, the more frequent first.
  const near = (word) => {
    const most = word.length < 5 ? 1 : 2;
    const number = /^[$\d]/.test(word);
    return Object.entries(BOOK_WORDS.words)
      .filter(([other]) => other.length > 1 && /^[$\d]/.test(other) === number)
      .map(([other, pages]) => [distance(word, other, most), -pages.length, other])
      .filter(([far]) => far <= most)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .slice(0, 5)
      .map(([, , other]) => other);
  };

  const offer = (lacking) => {
    const place = document.getElementById("search-results");
    for (const word of lacking) {
      const line = document.createElement("p");
      line.className = "near-words";
      const others = near(plain(word));
      line.append(`No page has “${word}”.`, others.length ? " Near to it: " : "");
      others.forEach((other, i) => {
        const link = document.createElement("a");
        const asked = new URLSearchParams(location.search).get("q").replace(word, written(other));
        link.href = `?${new URLSearchParams({ q: asked })}`;
        link.textContent = written(other);
        line.append(i ? ", " : "", link);
      });
      place.append(line);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("main form.bd-search input")?.focus();
    Search.query = (query) => {
      const asked = query.trim().split(/\s+/).filter(Boolean);
      // Numbers, money and units, which Sphinx's index lacks, are looked for as they are written.
      const exact = asked.filter((word) => /^[$\d]/.test(plain(word)) || plain(word).startsWith("μ"));
      const rest = asked.filter((word) => !exact.includes(word));
      const { docnames, titles, filenames } = Search._index;
      let results = docnames.map((name, i) => [name, titles[i], "", null, 1, filenames[i]]);
      const parsed = Search._parseQuery(rest.join(" "));
      if (rest.length || !exact.length) results = Search._performSearch(...parsed);
      for (const word of exact) {
        const pages = new Set((BOOK_WORDS.words[plain(word)] ?? []).map((n) => BOOK_WORDS.pages[n]));
        results = results.filter(([name]) => pages.has(name));
      }
      const shown = new Set(exact.map((word) => word.toLowerCase()));
      _displayNextItem(results, results.length, exact.length ? new Set([...parsed[1], ...shown]) : parsed[1], new Set([...parsed[3], ...shown]));
      // The parts of a word that is written with a hyphen are words too.
      offer(asked.filter((word) => plain(word) && !plain(word).split(/[-/]/).every(has)));
    };
  });
})();
