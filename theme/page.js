// Repairs of mdBook's page, and its diagrams. No dependency; works from a file.
"use strict";

(() => {
  const root = document.documentElement;
  const main = document.querySelector("main");

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

  // What scrolls sideways must be reachable with the keyboard.
  const reachable = () => {
    for (const box of main.querySelectorAll(
      "pre > code, pre.mermaid, .table-wrapper, .diagram-drawing",
    )) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  if (main) {
    reachable();
    window.addEventListener("resize", reachable);
    main.addEventListener("toggle", reachable, true);
    document.fonts?.ready.then(reachable);
  }

  // Nobody can unfold paper. Answers of one question share a name, so that
  // only one is open; on paper all are.
  const opened = [];
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(
      "main details:not([open], .hint, .solution, .diagram-source)",
    )) {
      opened.push([fold, fold.getAttribute("name")]);
      fold.removeAttribute("name");
      fold.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const [fold, name] of opened.splice(0)) {
      fold.open = false;
      if (name !== null) fold.setAttribute("name", name);
    }
  });

  // Diagrams. The library is large, so it is fetched when the first diagram
  // comes near; until then, and without JavaScript, their text is shown.
  const diagrams = [];
  for (const pre of document.querySelectorAll("pre.mermaid")) {
    diagrams.push({ pre, source: pre.textContent, drawing: null });
  }
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

  const colors = () => {
    const style = getComputedStyle(root);
    const get = (name) => style.getPropertyValue(name).trim();
    const dark = !root.classList.contains("light") &&
      !root.classList.contains("rust");
    return {
      darkMode: dark,
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: "15px",
      background: get("--b-code-bg"),
      primaryColor: get("--b-card-bg"),
      primaryTextColor: get("--fg"),
      primaryBorderColor: get("--b-edge"),
      secondaryColor: get("--b-task-bg"),
      tertiaryColor: get("--b-output-bg"),
      lineColor: get("--b-quiet"),
      textColor: get("--fg"),
      noteBkgColor: get("--b-output-bg"),
      noteTextColor: get("--fg"),
      noteBorderColor: get("--b-output-line"),
      edgeLabelBackground: get("--b-code-bg"),
      labelBackgroundColor: get("--b-code-bg"),
    };
  };

  const draw = async (diagram) => {
    const mermaid = await load();
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      theme: "base",
      themeVariables: colors(),
    });
    const id = `diagram-${diagrams.indexOf(diagram)}`;
    const { svg } = await mermaid.render(`${id}-svg`, diagram.source);
    if (diagram.drawing === null) {
      diagram.drawing = document.createElement("div");
      diagram.drawing.className = "diagram-drawing";
      // The text of the diagram is what it says without eyes.
      const fold = document.createElement("details");
      fold.className = "diagram-source";
      const summary = document.createElement("summary");
      summary.textContent = "The diagram as text";
      diagram.pre.replaceWith(diagram.drawing, fold);
      fold.append(summary, diagram.pre);
    }
    diagram.drawing.innerHTML = svg;
    const image = diagram.drawing.querySelector("svg");
    image.setAttribute("role", "img");
    // On a phone it scrolls sideways rather than become too small to read.
    const natural = image.viewBox.baseVal.width;
    image.style.minWidth = `${Math.min(natural, 520)}px`;
    if (!image.hasAttribute("aria-labelledby")) {
      image.setAttribute("aria-label", "Diagram; its text follows");
    }
    reachable();
  };
  // One after the other: mermaid measures in the page. What it cannot read
  // stays text.
  let queue = Promise.resolve();
  const enqueue = (diagram) => {
    queue = queue.then(() => draw(diagram)).catch(() => {});
  };

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      enqueue(diagrams.find((diagram) => diagram.pre === target));
    }
  }, { rootMargin: "800px" });
  for (const { pre } of diagrams) near.observe(pre);

  new MutationObserver(() => {
    for (const diagram of diagrams) if (diagram.drawing) enqueue(diagram);
  }).observe(root, { attributeFilter: ["class"] });
})();
