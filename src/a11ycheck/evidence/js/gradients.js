// Text on gradients: its colour and all layers below it down to an opaque one. For elements given by selectors of locate.js.
// Evaluates to `(lib) => (selectors) => JSON string`.
(lib) => (selectors) => {
  const found = (selector) => {
    let at = document;
    for (const part of selector.split(" >>> ")) at = at && (at.shadowRoot || (at === document ? at : null))?.querySelector(part);
    return at;
  };
  const color = (text) => {
    const parts = text.match(/^rgba?\(([^)]+)\)$/);
    if (!parts) return null;
    const [red, green, blue, alpha] = parts[1].split(/[\s,/]+/).map(Number);
    return [red, green, blue, alpha === undefined ? 1 : alpha];
  };
  const split = (text) => {
    const parts = [];
    let depth = 0, start = 0;
    [...text].forEach((letter, index) => {
      if (letter === "(") depth += 1;
      else if (letter === ")") depth -= 1;
      else if (letter === "," && depth === 0) {
        parts.push(text.slice(start, index).trim());
        start = index + 1;
      }
    });
    return [...parts, text.slice(start).trim()];
  };
  const stops = (image) => {
    const inside = image.match(/^(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)$/s);
    if (!inside) return null;
    const colors = split(inside[1]).map((part) => part.match(/^rgba?\([^)]*\)/)).filter(Boolean).map((match) => color(match[0]));
    return colors.length > 1 && colors.every(Boolean) ? colors : null;
  };
  // The layers from the element down; null where something else could lie between or shine through.
  const layers = (e) => {
    const all = [];
    for (let at = e; at; at = lib.parent(at)) {
      const style = getComputedStyle(at);
      if (style.opacity !== "1" || style.filter !== "none" || style.mixBlendMode !== "normal" || style.backdropFilter !== "none" || style.maskImage !== "none") return null;
      const images = style.backgroundImage === "none" ? [] : split(style.backgroundImage);
      if (images.length && /text/.test(style.backgroundClip)) return null;
      if (at !== e && style.position === "fixed") return null;
      const gradients = images.map(stops);
      if (gradients.some((one) => one === null)) return null;
      const base = color(style.backgroundColor);
      if (!base) return null;
      all.push({ gradients, base, whole: style.backgroundSize === "auto" && !/no-repeat/.test(style.backgroundRepeat) });
      if (base[3] === 1) return all;
    }
    return [...all, { gradients: [], base: [255, 255, 255, 1], whole: true }];
  };
  const covered = (e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    const at = [...range.getClientRects()].find((one) => one.width > 0 && one.height > 0);
    if (!at || at.bottom < 0 || at.top > innerHeight) return true;
    const root = e.getRootNode();
    const stack = root.elementsFromPoint(at.left + at.width / 2, at.top + at.height / 2);
    return stack.slice(0, stack.indexOf(e) + 1).some((one) => one !== e && !e.contains(one)) || stack.slice(stack.indexOf(e)).some((one) => !one.contains(e) && !one.shadowRoot);
  };
  const text = (selector) => {
    const e = found(selector);
    if (!e) return null;
    const style = getComputedStyle(e);
    const below = layers(e);
    const ink = color(style.color);
    if (!below || !ink || style.textShadow !== "none" || style.webkitTextStrokeWidth !== "0px" || !below.some((one) => one.gradients.length)) return null;
    if (style.webkitTextFillColor && style.webkitTextFillColor !== style.color) return null;
    if (covered(e)) return null;
    return { place: lib.locate(e), ink, layers: below, size: parseFloat(style.fontSize), weight: Number(style.fontWeight) };
  };
  return JSON.stringify(selectors.map(text).filter(Boolean));
}
