// Text whose background is no plain colour: finds it, brings it into view, and takes the glyphs away for a moment.
// `lib` is locate.js. Elements found stay in this world, by number. Evaluates to `(lib) => object of functions`.
(lib) => {
  const { parent, clean } = lib;
  const KEY = "a11ycheck contrast";
  const MOST = 60;
  const WORDS = 24;
  const SKIP = new Set(["script", "style", "noscript", "template", "textarea", "select", "option", "svg", "canvas", "iframe", "object", "video", "audio", "math"]);
  const round = (value) => Math.round(value * 10) / 10;

  const ownText = (e) => [...e.childNodes].filter((node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.data));
  const color = (text) => {
    const parts = (text || "").match(/^rgba?\(([^)]+)\)$/);
    if (!parts) return null;
    const [red, green, blue, alpha] = parts[1].split(/[\s,/]+/).map(Number);
    return [red, green, blue, alpha === undefined ? 1 : alpha];
  };
  const disabled = (e) => {
    for (let at = e; at; at = parent(at)) {
      if (at.matches(":disabled,[aria-disabled=true]")) return true;
      const labelled = at.localName === "label" ? at.control : at.id && at.getRootNode().querySelector(`[aria-labelledby~="${CSS.escape(at.id)}"]`);
      if (labelled && labelled.matches(":disabled,[aria-disabled=true]")) return true;
    }
    return false;
  };
  const unseen = (e) => {
    for (let at = e; at; at = parent(at)) if (at.getAttribute("aria-hidden") === "true" || at.inert) return true;
    return !e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const logo = (e) => {
    for (let at = e, steps = 0; at && steps < 3; at = parent(at), steps += 1) if (/logo|brand/i.test(`${at.id} ${at.getAttribute("class") || ""}`)) return true;
    return false;
  };
  const hasPicture = (style) => /url\(|image-set\(|cross-fade\(|element\(|paint\(/.test(style.backgroundImage);
  const painted = (e, pseudo) => {
    const style = getComputedStyle(e, pseudo);
    return style.content !== "none" && style.content !== "normal" && style.position === "absolute" && (style.backgroundImage !== "none" || (color(style.backgroundColor) || [0, 0, 0, 1])[3] > 0);
  };
  // A shadow that falls from a plain box changes no colour inside it.
  const recolours = (style) => {
    const boxed = (color(style.backgroundColor) || [0, 0, 0, 0])[3] === 1;
    return style.filter !== "none" && !(boxed && /^(drop-shadow\((?:[^()]|\([^()]*\))*\)\s*)+$/.test(style.filter));
  };
  // Why the background is no plain colour: picture, gradient, pseudo, shadow, behind; empty when it is.
  const reason = (e, pictures) => {
    const own = getComputedStyle(e);
    let gradient = false, odd = "";
    for (let at = e; at; at = parent(at)) {
      const style = getComputedStyle(at);
      if (hasPicture(style)) return "picture";
      if (style.backgroundImage !== "none") gradient = true;
      if (style.mixBlendMode !== "normal" || recolours(style) || style.backdropFilter !== "none" || (style.opacity !== "1" && gradient)) odd = "effect";
      if (painted(at, "::before") || painted(at, "::after")) return "pseudo";
      if ((color(style.backgroundColor) || [0, 0, 0, 0])[3] === 1) break;
    }
    const box = e.getBoundingClientRect();
    if (pictures.some(({ e: other, box: at }) => !e.contains(other) && !other.contains(e) && at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top)) return "behind";
    if (own.textShadow !== "none") return "shadow";
    return gradient ? (odd || "gradient") : "";
  };
  // What makes the colour of the glyphs unknown: then the pixels prove nothing.
  const unknown = (e, alpha) => {
    for (let at = e; at; at = parent(at)) {
      const style = getComputedStyle(at);
      if (recolours(style) || style.mixBlendMode !== "normal" || style.maskImage !== "none") return "effect";
      if (/text/.test(style.backgroundClip) && alpha < 1) return "clipped";
      if (style.opacity !== "1" && (style.backgroundImage !== "none" || (color(style.backgroundColor) || [0, 0, 0, 1])[3] > 0)) return "opacity";
    }
    const own = getComputedStyle(e);
    if (parseFloat(own.webkitTextStrokeWidth) > 0) return "stroke";
    return "";
  };
  const opacity = (e) => {
    let all = 1;
    for (let at = e; at; at = parent(at)) all *= Number(getComputedStyle(at).opacity);
    return all;
  };

  const find = () => {
    const roots = [document];
    const pictures = [];
    const found = [];
    for (const root of roots) {
      for (const e of root.querySelectorAll("*")) {
        if (e.shadowRoot) roots.push(e.shadowRoot);
        if (["img", "video", "canvas", "svg", "picture", "object", "embed"].includes(e.localName) && !(e.parentElement instanceof SVGElement)) {
          const box = e.getBoundingClientRect();
          if (box.width > 1 && box.height > 1) pictures.push({ e, box });
        }
      }
    }
    const dialog = modal();
    for (const root of roots) {
      for (const e of root.querySelectorAll("*")) {
        if (dialog && !dialog.contains(e)) continue;
        if (SKIP.has(e.localName) || e.closest("svg,select,textarea,object,video,[contenteditable]") || !ownText(e).length || unseen(e)) continue;
        const why = reason(e, pictures);
        if (why && !disabled(e)) found.push({ e, why });
      }
    }
    globalThis[KEY] = { found: found.slice(0, MOST), scrolled: [] };
    return { count: found.length, texts: Math.min(found.length, MOST) };
  };
  const wordsOf = (e) => {
    const range = document.createRange();
    const boxes = [];
    for (const node of ownText(e)) {
      for (const match of node.data.matchAll(/\S+/gu)) {
        if (boxes.length >= WORDS || !/[\p{L}\p{N}]/u.test(match[0])) continue;
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        for (const box of range.getClientRects()) if (box.width >= 2 && box.height >= 4) boxes.push([box.left, box.top, box.right, box.bottom].map(round));
      }
    }
    return boxes;
  };
  // A word under something else, as a page under the veil of a dialog, is not there to be read now; nor is one that is cut
  // away, as texts for screen readers are: where it would stand, the pointer meets what holds it, or a neighbour whose glyphs
  // would be taken for its own. Text that the pointer passes through has to lie within all that could cut it.
  const uncovered = (e) => {
    const passed = getComputedStyle(e).pointerEvents === "none";
    return (box) => {
      const at = e.getRootNode().elementFromPoint((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
      return !at || at === e || e.contains(at) || (passed && at.contains(e) && !cut(e, box));
    };
  };
  const cut = (e, [left, top, right, bottom]) => {
    for (let at = e; at && at !== document.body; at = parent(at)) {
      const style = getComputedStyle(at);
      if (style.clipPath !== "none" || (style.clip !== "auto" && /absolute|fixed/.test(style.position))) return true;
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const box = at.getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1) return true;
    }
    return false;
  };
  const modal = () => [...document.querySelectorAll("dialog:modal,[aria-modal=true]")].find((e) => e.checkVisibility({ visibilityProperty: true }));
  const within = ([left, top, right, bottom]) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  // Brings the first text not yet shown into view; returns all texts that are in view now, with the boxes of their words.
  const show = () => {
    const memory = globalThis[KEY];
    const next = memory.found.find((one) => !one.shown);
    if (!next) return null;
    for (let at = next.e; at; at = parent(at)) {
      if (!memory.scrolled.some(([e]) => e === at)) memory.scrolled.push([at, at.scrollLeft, at.scrollTop]);
    }
    memory.window = memory.window || [scrollX, scrollY];
    const box = next.e.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) next.e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    next.shown = true;
    const seen = [];
    let covered = 0;
    memory.found.forEach((one, number) => {
      if (one.told) return;
      const words = wordsOf(one.e).filter(within);
      if (!words.length) return;
      one.shown = one.told = true;
      const style = getComputedStyle(one.e);
      const ink = color(style.webkitTextFillColor);
      const free = words.filter(uncovered(one.e));
      if (!free.length || (ink && ink[3] * opacity(one.e) === 0)) {
        covered += 1;
        return;
      }
      seen.push({
        ...lib.locate(one.e), number, why: one.why, words: free, ink: ink && [...ink.slice(0, 3), ink[3] * opacity(one.e)], unknown: ink ? unknown(one.e, ink[3]) : "color",
        size: parseFloat(style.fontSize), weight: Number(style.fontWeight) || 400, logo: logo(one.e), text: clean(one.e.textContent).slice(0, 60),
      });
    });
    return { texts: seen, covered };
  };
  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const ANY = ":is(*,#a#a#a#a),:is(*,#a#a#a#a)::before,:is(*,#a#a#a#a)::after";
  // The colour of glyphs is inherited, so its transition would run down the tree frame by frame: none until it is back.
  const glyphs = async (on) => {
    const memory = globalThis[KEY];
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const use = (...sheets) => {
      for (const root of new Set(memory.found.map(({ e }) => e.getRootNode()))) {
        root.adoptedStyleSheets = [...[...root.adoptedStyleSheets].filter((one) => !memory.sheets.includes(one)), ...sheets];
      }
    };
    memory.sheets = memory.sheets || [
      sheet(`${ANY}{transition:none!important}`),
      sheet(`${ANY}{-webkit-text-fill-color:transparent!important;text-decoration-color:transparent!important}`),
    ];
    use(...(on ? memory.sheets.slice(0, 1) : memory.sheets));
    await frames();
    if (on) use();
  };
  const restore = () => {
    const memory = globalThis[KEY];
    for (const [e, left, top] of memory.scrolled) {
      e.scrollLeft = left;
      e.scrollTop = top;
    }
    if (memory.window) scrollTo({ left: memory.window[0], top: memory.window[1], behavior: "instant" });
  };
  return { find: () => JSON.stringify(find()), show: () => JSON.stringify(show()), glyphs, restore };
}
