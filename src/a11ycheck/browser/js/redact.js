// Replaces what redacted elements say and show, in this document and its open shadow trees, and keeps doing so.
// Texts become one word of fixed length, so that neither length nor words remain. Structure, roles and states stay.
({ selectors, title, kept }) => {
  const WORD = "xxxxx";
  const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
  const TOLD = new Set(["alt", "title", "placeholder", "label", "summary", "content", "cite", "download", "name", "value", "aria-label",
    "aria-description", "aria-valuetext", "aria-roledescription", "aria-placeholder"]);
  const LINKS = new Set(["href", "xlink:href", "action", "formaction", "ping"]);
  const SOURCES = new Set(["src", "srcset", "poster", "data", "srcdoc"]);
  const FIELDS = new Set(["input", "textarea", "select", "option"]);
  const chosen = selectors.join(",");
  const isRedacted = (element) => {
    for (let at = element; at; at = at.parentElement || (at.getRootNode() instanceof ShadowRoot ? at.getRootNode().host : null)) {
      if (at.matches(chosen)) return true;
    }
    return false;
  };
  const set = (element, name, value) => {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };
  const maskText = (text) => {
    if (text.data.trim() && text.data !== WORD) text.data = WORD;
  };
  const maskElement = (element) => {
    const field = FIELDS.has(element.localName);
    for (const { name, value } of [...element.attributes]) {
      if (!value) continue;
      if (LINKS.has(name)) set(element, name, "#redacted");
      else if (SOURCES.has(name)) {
        const box = element.getBoundingClientRect();
        if (element.localName === "img" && value !== PIXEL) Object.assign(element.style, { width: box.width + "px", height: box.height + "px" });
        if (name === "srcset" || name === "srcdoc") element.removeAttribute(name);
        else set(element, name, PIXEL);
      } else if (TOLD.has(name) && !(field && name === "name")) set(element, name, WORD);
      else if (name.startsWith("data-") && !kept.includes(name)) set(element, name, WORD);
    }
    if (element.style && /url\(/.test(getComputedStyle(element).backgroundImage)) element.style.backgroundImage = "none";
  };
  const mask = (node) => {
    if (node.nodeType === 3) maskText(node);
    else if (node.nodeType === 8) node.data = "";
    else if (node.nodeType === 1 && !["script", "style"].includes(node.localName)) {
      maskElement(node);
      for (const child of [...node.childNodes, ...(node.shadowRoot ? node.shadowRoot.childNodes : [])]) mask(child);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      const element = target.nodeType === 1 ? target : target.parentElement || target.host;
      if (type === "childList") for (const node of addedNodes) if (node.nodeType === 1) search(node);
      if (!element || !isRedacted(element)) continue;
      if (type === "characterData") maskText(target);
      else if (type === "attributes") maskElement(element);
      else addedNodes.forEach(mask);
    }
  });
  const search = (root) => {
    if (root.nodeType === 1 && isRedacted(root)) mask(root);
    const watched = root.nodeType === 1 ? (root.shadowRoot ? [root.shadowRoot] : []) : [root];
    for (const each of watched) observer.observe(each, { subtree: true, childList: true, characterData: true, attributes: true });
    for (const element of [...watched, root].flatMap((each) => [...each.querySelectorAll("*")])) {
      if (element.matches(chosen)) mask(element);
      if (element.shadowRoot) search(element);
    }
  };
  if (title) document.title = WORD;
  if (chosen) search(document);
};
