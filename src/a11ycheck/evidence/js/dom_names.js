// Accessible names after accname 1.2 (https://www.w3.org/TR/accname-1.2/) with where a name came from. Typed values never count.
// `tree` is dom_tree.js; evaluates to `(tree) => name(element) → {text, source}`.
(tree) => {
  const { clean, refs, role, rendered, children } = tree;
  const FROM_CONTENT = new Set(("button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row " +
    "rowheader switch tab tooltip treeitem").split(" "));
  const INLINE = new Set(("a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark math q ruby s samp select " +
    "small span strike strong sub sup svg time tt u var wbr text tspan").split(" "));
  const SKIPPED = new Set(["script", "style", "noscript", "template", "textarea"]);
  const glyphs = (text) => text.replace(/[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/g, "");
  const tidy = (text) => clean(glyphs(text));

  const generated = (e, side) => {
    const content = getComputedStyle(e, side).content;
    if (content === "none" || content === "normal") return "";
    const alternative = content.match(/\/\s*"((?:[^"\\]|\\.)*)"\s*$/);
    if (alternative) return alternative[1];
    return [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join("");
  };
  const labels = (e) => (e.labels ? [...e.labels] : []);
  const child = (e, tag) => [...e.children].find((one) => one.localName === tag);
  const joined = (elements, seen, pseudo) => tidy(elements.map((one) => content(one, seen, { reference: true, pseudo })).join(" "));

  const native = (e, seen) => {
    const tag = e.localName;
    const button = tag === "input" && ["button", "submit", "reset"].includes(e.type);
    if (button) return tidy(e.getAttribute("value") ?? { submit: "Submit", reset: "Reset" }[e.type] ?? "") && { text: tidy(e.getAttribute("value") ?? { submit: "Submit", reset: "Reset" }[e.type] ?? ""), source: "value" };
    if (e.labels && e.labels.length) {
      const text = joined(labels(e), seen);
      if (text) return { text, source: "label" };
    }
    if (tag === "img" || tag === "area" || (tag === "input" && e.type === "image")) {
      const alt = tidy(e.getAttribute("alt") || "");
      if (alt) return { text: alt, source: "alt" };
    }
    const part = { fieldset: "legend", table: "caption", figure: "figcaption", svg: "title", details: "summary" }[tag];
    const titled = part && child(e, part);
    if (titled && tag !== "details") {
      const text = tag === "svg" ? tidy(titled.textContent) : joined([titled], seen);
      if (text) return { text, source: part === "title" ? "svg-title" : part };
    }
    if (e instanceof SVGElement && tag !== "svg") {
      const title = child(e, "title");
      if (title && tidy(title.textContent)) return { text: tidy(title.textContent), source: "svg-title" };
    }
    return null;
  };

  // The text of a subtree as it goes into a name. `reference`: reached by aria-labelledby or a label, so hidden content counts where the root is hidden.
  const content = (node, seen, how) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || seen.has(node) || SKIPPED.has(node.localName)) return "";
    const hiddenHere = node.getAttribute("aria-hidden") === "true" || !rendered(node);
    if (hiddenHere && !how.hidden && !how.reference) return "";
    const below = { hidden: how.hidden || (how.reference && hiddenHere), pseudo: how.pseudo };
    seen.add(node);
    try {
      const edge = INLINE.has(node.localName) ? "" : " ";
      const label = tidy(node.getAttribute("aria-label") || "");
      if (label && !(how.reference && !how.top && tree.FIELD_ROLES.has(role(node)))) return `${edge}${label}${edge}`;
      if (!how.reference) {
        const others = refs(node, "aria-labelledby");
        if (others.length) {
          const text = joined(others, seen, how.pseudo);
          if (text) return ` ${text} `;
        }
      }
      if (["img", "area"].includes(node.localName) || node.localName === "svg" || node.type === "image") {
        if (role(node) === "none") return "";
        const own = native(node, seen);
        if (own) return ` ${own.text} `;
        if (node.localName !== "svg") return node.title ? ` ${node.title} ` : "";
      }
      if (node.localName === "input" || node.localName === "select") return ["button", "submit", "reset"].includes(node.type) ? ` ${node.value} ` : "";
      if (node.localName === "br") return " ";
      let text = how.pseudo ? generated(node, "::before") : "";
      for (const one of children(node)) text += content(one, seen, below);
      if (how.pseudo) text += generated(node, "::after");
      if (!clean(text)) text = node.getAttribute("title") || text;
      return edge + text + edge;
    } finally {
      seen.delete(node);
    }
  };

  // A control may name itself in its `aria-labelledby`: its own label then stands there.
  const compute = (e) => {
    const others = refs(e, "aria-labelledby");
    if (others.length) {
      const text = tidy(others.map((one) => (one === e ? own(e).text : joined([one], new Set()))).join(" "));
      if (text) return { text, source: "aria-labelledby" };
    }
    return own(e);
  };
  const own = (e) => {
    const label = tidy(e.getAttribute("aria-label") || "");
    if (label) return { text: label, source: "aria-label" };
    const given = native(e, new Set());
    if (given) return given;
    if (FROM_CONTENT.has(role(e)) || ["a", "button", "summary", "label", "legend", "caption", "option"].includes(e.localName)) {
      const inside = (pseudo) => tidy([...children(e)].map((one) => content(one, new Set(), { pseudo })).join(""));
      const text = inside(false) || tidy(generated(e, "::before") + inside(true) + generated(e, "::after"));
      if (text) return { text, source: "content" };
    }
    const title = tidy(e.getAttribute("title") || "");
    if (title) return { text: title, source: "title" };
    const placeholder = tidy(e.getAttribute("placeholder") || e.getAttribute("aria-placeholder") || "");
    if (placeholder && (e.localName === "input" || e.localName === "textarea" || tree.FIELD_ROLES.has(role(e)))) return { text: placeholder, source: "placeholder" };
    if (e.localName === "input" && e.type === "image") return { text: "Submit", source: "default" };
    return { text: "", source: "" };
  };
  const known = new WeakMap();
  const name = (e) => {
    if (!known.has(e)) known.set(e, compute(e));
    return known.get(e);
  };
  const editable = (node) => /^(|true|plaintext-only)$/.test(node.getAttribute("contenteditable") ?? "no");
  // What was typed into an editor within is nobody's business.
  const visibleText = (e) => {
    let text = "";
    const walk = (node) => {
      if (node.nodeType === 3) text += node.data;
      else if (node.nodeType === 1 && !SKIPPED.has(node.localName) && rendered(node) && (node === e || !editable(node))) {
        const edge = INLINE.has(node.localName) ? "" : " ";
        text += edge;
        for (const one of children(node)) walk(one);
        text += edge;
      }
    };
    walk(e);
    return clean(text);
  };
  return { name, content: (e) => tidy(content(e, new Set(), { reference: true })), visibleText, tidy };
}
