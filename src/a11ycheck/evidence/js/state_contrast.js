// Colours of links, buttons and hints, and what makes them unknown. `lib` is locate.js. Elements stay in this world, by number.
(lib) => {
  const { clean, parent } = lib;
  const KEY = "a11ycheck state contrast";
  const TEXTS = "a[href],button,[role=button],[role=tab],[role=menuitem],[role=link],summary";
  const MOST = 12, HINTS = 8;
  const memory = () => globalThis[KEY];
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 2;
  const off = (e) => e.matches(":disabled,[aria-disabled=true]") || lib.closest(e, "[inert],[aria-hidden=true],fieldset:disabled,[aria-disabled=true]") !== null;
  const own = (e) => [...e.childNodes].filter((node) => node.nodeType === 3 && /[\p{L}\p{N}]/u.test(node.data)).map((node) => node.data).join(" ");
  const kindOf = (e) => `${e.localName} ${e.getAttribute("class") || ""} ${parent(e) ? `${parent(e).localName} ${parent(e).getAttribute("class") || ""}` : ""} ${(lib.landmarks(e) || []).slice(-1)}`;
  const color = (text) => {
    const parts = (text || "").match(/^rgba?\(([^)]+)\)$/);
    if (!parts) return null;
    const [red, green, blue, alpha] = parts[1].split(/[\s,/]+/).map(Number);
    return [red, green, blue, alpha === undefined ? 1 : alpha];
  };
  const opacity = (e) => {
    let all = 1;
    for (let at = e; at; at = parent(at)) all *= Number(getComputedStyle(at).opacity);
    return all;
  };
  const drawn = (e, pseudo) => {
    const style = getComputedStyle(e, pseudo);
    return style.content !== "none" && style.content !== "normal" && (style.backgroundImage !== "none" || (color(style.backgroundColor) || [0, 0, 0, 1])[3] > 0);
  };
  // The plain colour below an element's text, or why it is not known.
  const ground = (e) => {
    const layers = [];
    let base = null;
    for (let at = e; at && !base; at = parent(at)) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return { unknown: "picture", color: null };
      if (style.filter !== "none" || style.mixBlendMode !== "normal" || style.backdropFilter !== "none" || style.maskImage !== "none") return { unknown: "effect", color: null };
      if (drawn(at, "::before") || drawn(at, "::after")) return { unknown: "pseudo", color: null };
      if (at !== e && style.opacity !== "1") return { unknown: "opacity", color: null };
      const paint = color(style.backgroundColor);
      if (!paint) return { unknown: "color", color: null };
      if (paint[3] === 1) base = { paint, e: at };
      else if (paint[3] > 0) layers.unshift(paint);
    }
    if (!base && getComputedStyle(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches) return { unknown: "color", color: null };
    const box = e.getBoundingClientRect();
    for (const other of document.elementsFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2)) {
      if (base && other === base.e) break;
      if (!other.contains(e) && !e.contains(other)) return { unknown: "behind", color: null };
    }
    let below = base ? base.paint.slice(0, 3) : [255, 255, 255];
    for (const [red, green, blue, alpha] of layers) below = [red, green, blue].map((channel, i) => channel * alpha + below[i] * (1 - alpha));
    return { unknown: "", color: below };
  };
  const look = (e) => {
    if (!e.isConnected || !shown(e)) return null;
    const style = getComputedStyle(e);
    const fill = color(style.webkitTextFillColor), ink = color(style.color);
    const below = ground(e);
    const faded = style.opacity !== "1" && (color(style.backgroundColor) || [0, 0, 0, 1])[3] > 0;
    return {
      place: lib.locate(e), text: clean(own(e)).slice(0, 60), size: parseFloat(style.fontSize), weight: Number(style.fontWeight) || 400, opacity: opacity(e),
      plain_ink: style.webkitTextFillColor === style.color, ink: fill && [...fill.slice(0, 3), fill[3] * opacity(e)], ground: below.color,
      unknown: below.unknown || (faded ? "opacity" : "") || (!ink || style.textShadow !== "none" || parseFloat(style.webkitTextStrokeWidth) > 0 ? "effect" : ""),
    };
  };
  const inView = (e) => {
    const box = e.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth) e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  };
  const hint = (e) => {
    inView(e);
    const style = getComputedStyle(e, "::placeholder");
    const ink = color(style.webkitTextFillColor);
    const below = ground(e);
    const all = opacity(e) * Number(style.opacity);
    return { place: lib.locate(e), state: "placeholder", text: clean(e.placeholder).slice(0, 60), size: parseFloat(style.fontSize), weight: Number(style.fontWeight) || 400, ink: ink && [...ink.slice(0, 3), ink[3] * all], ground: below.color, unknown: below.unknown };
  };
  const modal = () => [...document.querySelectorAll("dialog:modal,[aria-modal=true]")].find((e) => e.checkVisibility({ visibilityProperty: true }));
  const find = () => {
    const kinds = new Set();
    const once = (e) => {
      if (kinds.has(kindOf(e))) return false;
      kinds.add(kindOf(e));
      return true;
    };
    const usable = (e) => shown(e) && !off(e) && (!modal() || modal().contains(e)) && !/logo|brand/i.test(`${e.id} ${e.getAttribute("class") || ""}`);
    const texts = [...document.querySelectorAll(TEXTS)].filter((e) => own(e).trim() && usable(e) && once(e)).slice(0, MOST);
    const hints = [...document.querySelectorAll("input[placeholder],textarea[placeholder]")].filter((e) => e.matches(":placeholder-shown") && /[\p{L}\p{N}]/u.test(e.placeholder) && usable(e) && !e.readOnly && once(e)).slice(0, HINTS);
    globalThis[KEY] = { texts, hints, window: [scrollX, scrollY] };
    return { selectors: texts.map(lib.selector), hints: hints.map(hint) };
  };
  const looks = () => memory().texts.map((e) => {
    inView(e);
    return look(e);
  });
  const view = ({ kind, number }) => {
    const e = (kind === "hint" ? memory().hints : memory().texts)[number];
    inView(e);
    const box = e.getClientRects()[0];
    if (!box || box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight || box.width < 2 || box.height < 2) return null;
    // The border of a field is no part of its hint.
    return kind === "hint" ? [box.left + e.clientLeft, box.top + e.clientTop, e.clientWidth, e.clientHeight] : [box.left, box.top, box.width, box.height];
  };
  // Ends the transitions into a state; what they hand down may begin others.
  const arrive = () => {
    for (let round = 0; round < 3; round++) {
      const under = document.getAnimations().filter((each) => each instanceof CSSTransition && each.playState !== "finished");
      for (const each of under) each.finish();
      if (!under.length) return;
    }
  };
  const restore = () => scrollTo({ left: memory().window[0], top: memory().window[1], behavior: "instant" });
  return { find, looks, view, arrive, restore };
}
