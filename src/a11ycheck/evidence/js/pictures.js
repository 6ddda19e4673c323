// Where the images of a document are, to be cut out of a picture of the page, and what must not be seen on it. `lib` is locate.js.
(lib) => () => {
  const MOST = 120;
  const roots = [document];
  const found = [];
  const hidden = [];
  const box = (e) => {
    const at = e.getBoundingClientRect();
    return [at.x + scrollX, at.y + scrollY, at.width, at.height];
  };
  const isImage = (e) => ["img", "canvas", "object", "embed"].includes(e.localName) || /\bimg\b|\bimage\b/.test(e.getAttribute("role") || "") ||
    (e.localName === "svg" && !(e.parentElement instanceof SVGElement)) || (e.localName === "input" && e.type === "image") ||
    (e.style && (e.style.backgroundImage || "").includes("url("));
  const isTyped = (e) => (e.localName === "input" && (e.type === "password" || (!["checkbox", "radio", "button", "submit", "reset", "image", "hidden", "range", "color"].includes(e.type) && e.value !== e.defaultValue))) ||
    (e.localName === "textarea" && e.value !== e.defaultValue);
  for (const root of roots) {
    for (const e of root.querySelectorAll("*")) {
      if (e.shadowRoot) roots.push(e.shadowRoot);
      if (isTyped(e)) hidden.push(box(e));
      if (found.length < MOST && isImage(e) && e.checkVisibility({ visibilityProperty: true })) {
        const at = box(e);
        if (at[2] >= 4 && at[3] >= 4) found.push({ selector: lib.selector(e), box: at, file: e.localName === "img" ? `${e.currentSrc} ${at.slice(2)}` : "" });
      }
    }
  }
  const root = document.documentElement;
  return { images: found, hidden, size: [root.scrollWidth, Math.max(root.scrollHeight, innerHeight)] };
}
