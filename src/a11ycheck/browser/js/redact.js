// Replaces what redacted elements say and show, in this document and its open shadow trees, and keeps doing so until it is
// undone. Texts become one word of fixed length, so that neither length nor words remain. Structure, roles and states stay.
// Called again, it looks for what it could not notice: shadow trees attached since, what fields hold. `whole`: everything here
// is to be hidden. `undoable`: remember what was there, and load nothing else into frames.
({ selectors, title, kept, whole, undoable }) => {
  const MARK = Symbol.for("a11ycheck.redaction");
  const earlier = window[MARK];
  if (earlier) return earlier.again();

  const WORD = "xxxxx";
  const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
  const TOLD = new Set(["alt", "title", "placeholder", "label", "summary", "content", "cite", "download", "name", "value", "aria-label",
    "aria-description", "aria-valuetext", "aria-roledescription", "aria-placeholder"]);
  const LINKS = new Set(["href", "xlink:href", "action", "formaction", "ping"]);
  const SOURCES = new Set(["src", "srcset", "poster", "data", "srcdoc"]);
  const FIELDS = new Set(["input", "textarea", "select", "option"]);
  const FRAMES = new Set(["iframe", "frame", "object", "embed"]);
  const PAINTED = new Set(["canvas", "video"]);
  const WITHOUT_TEXT = new Set(["checkbox", "radio", "button", "submit", "reset", "image", "hidden", "range", "color", "file"]);
  const chosen = whole ? "html" : selectors.join(",");
  const before = [];
  const isRedacted = (element) => {
    for (let at = element; at; at = at.parentElement || (at.getRootNode() instanceof ShadowRoot ? at.getRootNode().host : null)) {
      if (at.matches(chosen)) return true;
    }
    return false;
  };
  const remember = (isMasked, restore) => {
    if (undoable) before.push(() => isMasked() && restore());
  };
  const set = (element, name, value) => {
    const old = element.getAttribute(name);
    if (old === value) return;
    remember(() => element.getAttribute(name) === value, () => (old === null ? element.removeAttribute(name) : element.setAttribute(name, old)));
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
  const paint = (element, property, value) => {
    if (!element.style || element.style[property] === value) return;
    const old = element.getAttribute("style");
    element.style[property] = value;
    const painted = element.getAttribute("style");
    remember(() => element.getAttribute("style") === painted, () => (old === null ? element.removeAttribute("style") : element.setAttribute("style", old)));
  };
  const say = (text, word) => {
    if (!text.data.trim() || text.data === word) return;
    const old = text.data;
    text.data = word;
    remember(() => text.data === word, () => (text.data = old));
  };
  const empty = (field) => {
    const holds = field.localName === "textarea" || (field.localName === "input" && !WITHOUT_TEXT.has(field.type));
    if (!holds || !field.value || field.value === WORD) return;
    const old = field.value;
    field.value = WORD;
    const left = field.value;
    remember(() => field.value === left, () => (field.value = old));
  };
  const maskElement = (element) => {
    const field = FIELDS.has(element.localName);
    for (const { name, value } of [...element.attributes]) {
      if (!value) continue;
      if (LINKS.has(name)) set(element, name, "#redacted");
      else if (SOURCES.has(name)) {
        if (undoable && FRAMES.has(element.localName)) continue;
        const box = element.getBoundingClientRect();
        if (element.localName === "img" && value !== PIXEL) {
          paint(element, "width", box.width + "px");
          paint(element, "height", box.height + "px");
        }
        set(element, name, name === "srcset" || name === "srcdoc" ? null : PIXEL);
      } else if (TOLD.has(name) && !(field && name === "name")) set(element, name, WORD);
      else if (name.startsWith("data-") && !kept.includes(name)) set(element, name, WORD);
    }
    if (field) empty(element);
    if (PAINTED.has(element.localName)) paint(element, "filter", "brightness(0)");
    if (element.style && /url\(/.test(getComputedStyle(element).backgroundImage)) paint(element, "backgroundImage", "none");
  };
  const mask = (node) => {
    if (node.nodeType === 3) say(node, WORD);
    else if (node.nodeType === 8) say(node, "");
    else if (node.nodeType === 1 && !["script", "style"].includes(node.localName)) {
      maskElement(node);
      for (const child of [...node.childNodes, ...(node.shadowRoot ? node.shadowRoot.childNodes : [])]) mask(child);
    }
  };
  const nameless = () => {
    if (!title || document.title === WORD) return;
    const old = document.title;
    document.title = WORD;
    remember(() => document.title === WORD, () => (document.title = old));
  };
  const tells = (name) => TOLD.has(name) || LINKS.has(name) || SOURCES.has(name) || name === "style";
  const observer = new MutationObserver((changes) => {
    nameless();
    if (!chosen) return;
    for (const { type, target, addedNodes, attributeName } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement || target.host;
      if (type === "childList") for (const node of addedNodes) if (node.nodeType === 1) search(node);
      if (type === "attributes" && !tells(attributeName)) search(element);
      if (!element || !isRedacted(element)) continue;
      if (type === "characterData") mask(target);
      else if (type === "attributes") maskElement(element);
      else addedNodes.forEach(mask);
    }
  });
  const watch = (root) => observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  const search = (root) => {
    if (root.nodeType === 1 && isRedacted(root)) mask(root);
    const watched = root.nodeType === 1 ? (root.shadowRoot ? [root.shadowRoot] : []) : [root];
    watched.forEach(watch);
    for (const element of [...watched, root].flatMap((each) => [...each.querySelectorAll("*")])) {
      if (element.matches(chosen)) mask(element);
      if (element.shadowRoot) search(element);
    }
  };
  const again = () => {
    nameless();
    if (chosen) search(document);
    else watch(document);
  };
  const undo = () => {
    observer.disconnect();
    for (const restore of before.reverse()) restore();
    delete window[MARK];
  };
  again();
  Object.defineProperty(window, MARK, { configurable: true, value: { again, undo } });
};
