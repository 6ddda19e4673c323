// Where an element is and what stays the same of it: selector, snippet without typed values, box, identity.
// Function library: evaluates to an object with `locate(element)`.
(() => {
  const LANDMARKS = { header: "banner", nav: "navigation", main: "main", aside: "complementary", footer: "contentinfo" };
  const ROLES = {
    a: (e) => (e.hasAttribute("href") ? "link" : "generic"), area: () => "link", article: () => "article", button: () => "button",
    datalist: () => "listbox", dd: () => "definition", details: () => "group", dialog: () => "dialog", dt: () => "term",
    fieldset: () => "group", figure: () => "figure", form: () => "form", h1: () => "heading", h2: () => "heading",
    h3: () => "heading", h4: () => "heading", h5: () => "heading", h6: () => "heading", hr: () => "separator",
    html: () => "document", iframe: () => "iframe", img: (e) => (e.getAttribute("alt") === "" ? "none" : "img"),
    li: () => "listitem", ol: () => "list", ul: () => "list", menu: () => "list", meter: () => "meter", option: () => "option",
    output: () => "status", p: () => "paragraph", progress: () => "progressbar", svg: () => "img", table: () => "table",
    tbody: () => "rowgroup", td: () => "cell", textarea: () => "textbox", tfoot: () => "rowgroup", th: () => "columnheader",
    thead: () => "rowgroup", tr: () => "row", video: () => "video", audio: () => "audio",
    select: (e) => (e.multiple || e.size > 1 ? "listbox" : "combobox"),
    input: (e) =>
      ({ button: "button", image: "button", reset: "button", submit: "button", checkbox: "checkbox", radio: "radio",
         range: "slider", number: "spinbutton", search: "searchbox", hidden: "hidden" })[e.type] ||
      (e.hasAttribute("list") ? "combobox" : "textbox"),
  };
  const TYPED = new Set(["button", "submit", "reset", "checkbox", "radio", "image", "range"]);
  const clean = (text) => (text || "").replace(/\s+/g, " ").trim();
  // A form's fields named "id" or "title" hide its own properties of these names, hence the attributes.
  const idOf = (e) => e.getAttribute("id") || "";
  const { get: children } = Object.getOwnPropertyDescriptor(Element.prototype, "children");
  const childrenOf = (e) => [...children.call(e)];
  const parent = (e) => e.assignedSlot || e.parentElement || (e.getRootNode() instanceof ShadowRoot ? e.getRootNode().host : null);

  const role = (e) => {
    const given = clean(e.getAttribute("role")).toLowerCase().split(" ")[0];
    if (given) return given;
    const implied = ROLES[e.localName];
    return implied ? implied(e) : "";
  };

  const editable = (e) => /^(|true|plaintext-only)$/.test(e.getAttribute("contenteditable") ?? "no");
  const textOf = (e, limit) => {
    let text = "";
    const walk = (node) => {
      if (text.length > limit) return;
      if (node.nodeType === 3) text += node.data;
      else if (node.nodeType === 1) {
        if (node.localName === "img" || node.localName === "area") text += ` ${node.getAttribute("alt") || ""} `;
        else if (node.getAttribute("aria-label")) text += ` ${node.getAttribute("aria-label")} `;
        else if (!editable(node) && !["script", "style", "noscript", "textarea", "select", "template"].includes(node.localName)) {
          for (const child of (node.shadowRoot || node).childNodes) walk(child);
        }
      }
    };
    walk(e);
    return clean(text).slice(0, limit);
  };

  const name = (e) => {
    const root = e.getRootNode();
    const ids = clean(e.getAttribute("aria-labelledby"));
    if (ids) {
      const text = clean(ids.split(" ").map((id) => {
        const other = root.getElementById && root.getElementById(id);
        return other ? textOf(other, 120) : "";
      }).join(" "));
      if (text) return text;
    }
    const label = clean(e.getAttribute("aria-label"));
    if (label) return label;
    if (e.labels && e.labels.length) return clean([...e.labels].map((l) => textOf(l, 120)).join(" "));
    if (["img", "area"].includes(e.localName) || e.type === "image") return clean(e.getAttribute("alt")) || clean(e.getAttribute("title"));
    if (["submit", "reset", "button"].includes(e.type) && e.localName === "input") return clean(e.getAttribute("value"));
    if (e.localName === "svg") return clean((e.querySelector("title") || {}).textContent) || clean(e.getAttribute("title"));
    if (["input", "textarea", "select"].includes(e.localName)) return clean(e.getAttribute("title")) || clean(e.getAttribute("placeholder"));
    if (["iframe", "frame", "object", "embed", "html"].includes(e.localName)) return clean(e.getAttribute("title"));
    if (e.localName === "table" && e.caption) return textOf(e.caption, 120);
    return textOf(e, 120) || clean(e.getAttribute("title"));
  };

  const landmarks = (e) => {
    const path = [];
    for (let at = parent(e); at; at = parent(at)) {
      const given = role(at);
      const sectioned = () => at.parentElement && at.parentElement.closest("article,aside,main,nav,section");
      let mark = "";
      if (["banner", "navigation", "main", "complementary", "contentinfo", "search", "region", "dialog", "alertdialog"].includes(given)) mark = given;
      else if (!at.hasAttribute("role") && LANDMARKS[at.localName]) {
        mark = ["header", "footer"].includes(at.localName) && sectioned() ? "" : LANDMARKS[at.localName];
      } else if (["form", "section"].includes(at.localName) && (at.hasAttribute("aria-label") || at.hasAttribute("aria-labelledby"))) {
        mark = at.localName === "form" ? "form" : "region";
      }
      if (mark) path.unshift(mark);
    }
    return path;
  };

  const generated = (word) => /\d{2,}|[0-9a-f]{6,}|^(css|sc|jss|emotion|svelte|ember|react|headlessui|radix|mui|:r)[-_\d]/i.test(word) || /:r\w+:/.test(word);
  const stem = (url) => (url || "").replace(/^(\w+:)?\/\/[^/?#]*@/, "//").split(/[?#]/)[0].split("/").filter(Boolean).pop() || "";
  const anchor = (e) => {
    if (idOf(e) && !generated(idOf(e))) return `id:${idOf(e)}`;
    if (e.getAttribute("name")) return `name:${e.getAttribute("name")}`;
    const file = stem(e.getAttribute("src") || e.getAttribute("href") || e.getAttribute("data") || e.getAttribute("xlink:href"));
    if (file && !(e.getAttribute("src") || "").startsWith("data:")) return `file:${file}`;
    for (let at = e, steps = 0; at && steps < 12; at = parent(at), steps++) {
      if (at !== e && idOf(at) && !generated(idOf(at))) return `in:${idOf(at)}`;
      if (at !== e && at.getAttribute("aria-label")) return `in:${clean(at.getAttribute("aria-label"))}`;
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
        if (/^h[1-6]$/.test(before.localName)) return `under:${textOf(before, 80)}`;
      }
    }
    return "";
  };

  const shape = (e) => e.localName + [...e.classList].filter((word) => !/\d/.test(word) && !generated(word)).sort().map((word) => "." + word).join("");
  const signature = (e) => {
    const up = parent(e);
    return [up && parent(up), up, e].filter(Boolean).map(shape).join(">");
  };

  const masked = (e) => {
    const copy = e.cloneNode(true);
    const fields = [copy, ...(copy.querySelectorAll ? copy.querySelectorAll("input,textarea,[contenteditable],meta,script,style") : [])];
    for (const field of fields) {
      if (field.localName === "input" && field.hasAttribute("value") && !TYPED.has(field.type)) field.setAttribute("value", "…");
      if (["textarea", "script", "style"].includes(field.localName) && field.textContent) field.replaceChildren("…");
      if (editable(field)) field.textContent = "…";
      if (field.localName === "meta" && /token|csrf|secret|key/i.test(field.getAttribute("name") || "")) field.setAttribute("content", "…");
    }
    return copy;
  };
  const snippet = (e) => {
    const size = e.getElementsByTagName("*").length;
    if (size > 30) return masked(e.cloneNode(false)).outerHTML.replace(/<\/[^>]*>$/, "…").slice(0, 400);
    const html = masked(e).outerHTML || "";
    return html.length > 400 ? html.slice(0, 399) + "…" : html;
  };

  const hash = (text) => {
    let a = 0x811c9dc5, b = 0x1b873593;
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
      b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b);
    }
    return (a >>> 0).toString(16).padStart(8, "0") + (b >>> 0).toString(16).padStart(8, "0");
  };

  const step = (e) => {
    const root = e.getRootNode();
    if (idOf(e) && !generated(idOf(e)) && root.querySelectorAll && root.querySelectorAll("#" + CSS.escape(idOf(e))).length === 1) return "#" + CSS.escape(idOf(e));
    const tag = CSS.escape(e.localName);
    const up = e.parentElement;
    if (!up) return tag;
    const same = childrenOf(up).filter((other) => other.localName === e.localName);
    return same.length === 1 ? tag : `${tag}:nth-of-type(${same.indexOf(e) + 1})`;
  };
  const selector = (e) => {
    const parts = [];
    for (let at = e; at; at = at.parentElement) {
      const own = step(at);
      parts.unshift(own);
      if (own.startsWith("#")) break;
    }
    const root = e.getRootNode();
    const path = parts.join(" > ");
    return root instanceof ShadowRoot ? selector(root.host) + " >>> " + path : path;
  };

  const locate = (e) => {
    const box = e.getBoundingClientRect();
    const round = (value) => Math.round(value * 10) / 10;
    const html = e.outerHTML || "";
    return {
      selector: selector(e),
      html: snippet(e),
      box: [round(box.x + scrollX), round(box.y + scrollY), round(box.width), round(box.height)],
      identity: {
        role: role(e), name: name(e), landmarks: landmarks(e), anchor: anchor(e), signature: signature(e),
        digest: hash(html.length > 100000 ? html.slice(0, 100000) + html.length : html),
        ...(globalThis.a11ycheckOwner ? globalThis.a11ycheckOwner(e) : null),
      },
    };
  };
  // Whether one element comes before another as they are laid out: in shadow roots, and where slots put them. Not of ancestors.
  const precedes = (a, b) => {
    const path = (e) => {
      const found = [];
      for (let at = e; at; at = parent(at)) found.unshift(at);
      return found;
    };
    const [ofA, ofB] = [path(a), path(b)];
    let depth = 0;
    while (depth < ofA.length && ofA[depth] === ofB[depth]) depth++;
    const [first, second] = [ofA[depth], ofB[depth]];
    if (!first || !second || !depth) return a !== b && !!(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
    const slotted = ofA[depth - 1].localName === "slot" ? ofA[depth - 1].assignedElements() : [];
    if (slotted.includes(first) && slotted.includes(second)) return slotted.indexOf(first) < slotted.indexOf(second);
    return !!(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
  };
  // The same where slots do not matter, at the speed of the browser's own comparison within a tree.
  const comesBefore = (a, b) => {
    const way = a.compareDocumentPosition(b);
    return way & Node.DOCUMENT_POSITION_DISCONNECTED ? precedes(a, b) : !!(way & Node.DOCUMENT_POSITION_FOLLOWING);
  };
  // The nearest ancestor or self, out of shadow roots too, that a selector matches.
  const closest = (e, selector) => {
    for (let at = e; at; at = at.getRootNode().host) {
      const found = at.closest(selector);
      if (found) return found;
    }
    return null;
  };
  // The elements that an attribute of ids names; an id means one in the element's own tree.
  const referred = (e, attribute) => {
    const root = e.getRootNode();
    const ids = root.getElementById ? (e.getAttribute(attribute) || "").split(/\s+/).filter(Boolean) : [];
    return ids.map((id) => root.getElementById(id)).filter(Boolean);
  };
  return { locate, selector, precedes, comesBefore, closest, referred, role, name, landmarks, snippet, signature, clean, textOf, parent, childrenOf };
})()
