// Repairs of mdBook's page, and its diagrams. No dependency; works from a file.
"use strict";

(() => {
  const root = document.documentElement;
  const main = document.querySelector("main");

  // The book has no service worker. One that another program on this port has
  // left in the browser would stand between this page and its server.
  navigator.serviceWorker?.getRegistrations().then(async (all) => {
    await Promise.all(all.map((one) => one.unregister()));
    if (navigator.serviceWorker.controller !== null) location.reload();
  }).catch(() => {});

  // mdBook's button for the sidebar is a label. A label may not have a name
  // of its own or say that it is expanded, and no key reaches it.
  const toggle = document.getElementById("mdbook-sidebar-toggle");
  if (toggle) {
    toggle.setAttribute("role", "button");
    toggle.tabIndex = 0;
    toggle.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle.click();
    });
  }

  // Who uses the keyboard need not go through the sidebar on each page.
  const heading = main?.querySelector("h1");
  if (main && heading) {
    const skip = document.createElement("a");
    skip.className = "skip-link";
    skip.href = "#main-text";
    skip.textContent = "To the text";
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      heading.tabIndex = -1;
      heading.focus();
    });
    document.body.prepend(skip);
    // The bar says where one is: the chapter, and the book only at the top.
    const bar = document.querySelector(".menu-title");
    const first = heading.textContent.trim();
    if (bar && bar.textContent.trim() !== first) {
      const where = document.createElement("span");
      where.className = "menu-chapter";
      where.textContent = first;
      const book = document.createElement("span");
      book.className = "menu-book";
      book.append(...bar.childNodes);
      bar.append(where, book);
      new IntersectionObserver(([entry]) => {
        bar.classList.toggle("menu-inside", !entry.isIntersecting);
      }).observe(heading);
    }
  }

  // The texts of search results have names too, which a span may not have.
  const results = document.getElementById("mdbook-searchresults");
  if (results) {
    new MutationObserver(() => {
      for (const teaser of results.querySelectorAll(".teaser[aria-label]")) {
        teaser.removeAttribute("aria-label");
      }
    }).observe(results, { childList: true });
  }

  // What scrolls sideways must be reachable with the keyboard.
  const reachable = () => {
    for (const box of main.querySelectorAll(
      "pre > code, .first pre, pre.mermaid, .table-wrapper, .diagram-drawing",
    )) {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = box;
      const scrolls =
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
      if (scrolls) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  // The first page shows a part of two programs: the one that counts.
  for (const pre of document.querySelectorAll(".first .listing pre")) {
    const code = pre.querySelector("code");
    const lines = code.textContent.split("\n");
    const first = lines.findIndex((line) => /^(const )?[A-Z]+\b.*=/.test(line));
    const height = parseFloat(getComputedStyle(code).lineHeight);
    if (first > 0) pre.scrollTop = first * height;
  }

  if (main) {
    reachable();
    window.addEventListener("resize", reachable);
    main.addEventListener("toggle", reachable, true);
    document.fonts?.ready.then(reachable);
  }

  // Paper is white, and nobody can unfold it. Answers of one question share a
  // name, so that only one is open; on paper all are.
  const dark = ["coal", "navy", "ayu"];
  const opened = [];
  let theme = null;
  window.addEventListener("beforeprint", () => {
    theme = dark.find((name) => root.classList.contains(name)) ?? null;
    if (theme !== null) root.classList.replace(theme, "light");
    for (const fold of document.querySelectorAll(
      "main details:not([open], .hint, .solution, .diagram-source)",
    )) {
      opened.push([fold, fold.getAttribute("name")]);
      fold.removeAttribute("name");
      fold.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    if (theme !== null) root.classList.replace("light", theme);
    for (const [fold, name] of opened.splice(0)) {
      fold.open = false;
      if (name !== null) fold.setAttribute("name", name);
    }
  });

  // The dictionary: what is typed leaves the entries that have it in their
  // name, in either language.
  const finder = document.querySelector(".dictionary");
  if (finder) {
    const entries = Array.from(main.querySelectorAll("tbody tr"), (row) => ({
      row,
      name: Array.from(row.cells).slice(0, 2)
        .map((cell) => cell.textContent.toLowerCase()).join(" "),
    }));
    const groups = Array.from(main.querySelectorAll("table"), (table) => {
      const wrapper = table.closest(".table-wrapper") ?? table;
      return { table, parts: [wrapper, wrapper.previousElementSibling] };
    });
    const label = document.createElement("label");
    const field = document.createElement("input");
    const found = document.createElement("p");
    label.textContent = "A name, from asyncio or from Tokio";
    label.htmlFor = field.id = "dictionary-name";
    field.type = "search";
    field.autocomplete = "off";
    field.spellcheck = false;
    found.setAttribute("role", "status");
    const show = () => {
      // `asyncio.gather(x)` is as good as `gather`.
      const words = field.value.toLowerCase().split(/\s+/)
        .map((word) => word.replace(/^asyncio\./, "").replace(/\(.*/, ""))
        .filter(Boolean);
      let count = 0;
      for (const { row, name } of entries) {
        row.hidden = !words.every((word) => name.includes(word));
        if (!row.hidden) count += 1;
      }
      for (const { table, parts } of groups) {
        const empty = table.querySelector("tbody tr:not([hidden])") === null;
        for (const part of parts) if (part) part.hidden = empty;
      }
      found.textContent = words.length === 0
        ? `${entries.length} entries`
        : `${count} of ${entries.length} entries`;
    };
    field.addEventListener("input", show);
    // mdBook turns pages with arrow keys and searches with letters.
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Escape") return;
      field.value = "";
      show();
    });
    finder.append(label, field, found);
    finder.hidden = false;
    show();
  }

  // Diagrams. The library is large, so it is fetched when the first diagram
  // comes near; until then, and without JavaScript, their text is shown.
  const diagrams = Array.from(document.querySelectorAll("pre.mermaid"));
  if (diagrams.length === 0) return;

  let library = null;
  const load = () =>
    (library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${path_to_root}assets/mermaid.min.js`;
      script.onload = () => resolve(window.mermaid);
      script.onerror = () => reject(new Error("mermaid cannot be loaded"));
      document.head.append(script);
    }));

  // Each diagram is drawn twice, and the style sheet shows the drawing that
  // fits the theme: a change of theme, and paper, need no new drawing.
  const palette = (text, quiet, edge, box, ground, note, noteEdge) => ({
    fontFamily: getComputedStyle(document.body).fontFamily,
    fontSize: "15px",
    background: ground,
    primaryColor: box,
    primaryTextColor: text,
    primaryBorderColor: edge,
    secondaryColor: note,
    tertiaryColor: ground,
    lineColor: quiet,
    textColor: text,
    noteBkgColor: note,
    noteTextColor: text,
    noteBorderColor: noteEdge,
    edgeLabelBackground: ground,
    labelBackgroundColor: ground,
  });
  const palettes = {
    light: palette("#1f2328", "#59636e", "#848d97", "#f5f8ff", "#ffffff",
      "#fbfaf6", "#c9b98e"),
    dark: {
      darkMode: true,
      ...palette("#d7dce3", "#9aa5b1", "#6d7884", "#222a3c", "#161a21",
        "#24231d", "#7d7048"),
    },
  };

  const draw = async (pre, index) => {
    const source = pre.textContent;
    const mermaid = await load();
    const drawings = [];
    for (const [name, themeVariables] of Object.entries(palettes)) {
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: "strict",
        theme: "base",
        themeVariables,
        state: { padding: 14 },
      });
      const id = `diagram-${index}-${name}`;
      const drawing = document.createElement("div");
      drawing.className = `diagram-drawing diagram-${name}`;
      drawing.innerHTML = (await mermaid.render(id, source)).svg;
      const image = drawing.querySelector("svg");
      image.setAttribute("role", "img");
      if (!image.hasAttribute("aria-labelledby")) {
        image.setAttribute("aria-label", "Diagram; its text follows");
      }
      // On a phone it scrolls sideways rather than become too small to read.
      const natural = image.viewBox.baseVal.width;
      image.style.minWidth = `${Math.min(natural, 520)}px`;
      drawings.push(drawing);
    }
    // The text of the diagram is what it says without eyes.
    const fold = document.createElement("details");
    fold.className = "diagram-source";
    const summary = document.createElement("summary");
    summary.textContent = "The diagram as text";
    pre.replaceWith(...drawings, fold);
    fold.append(summary, pre);
    reachable();
  };

  // One after the other: mermaid measures in the page. What it cannot read
  // stays text.
  let queue = Promise.resolve();
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const index = diagrams.indexOf(target);
      queue = queue.then(() => draw(target, index)).catch(() => {});
    }
  }, { rootMargin: "800px" });
  for (const pre of diagrams) near.observe(pre);
})();
