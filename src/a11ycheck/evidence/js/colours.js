// Colours of text with the plain colours behind it, most text first. `lib` is locate.js, unused here but for shared helpers.
(lib) => () => {
  const MOST = 80;
  const parse = (text) => {
    const parts = (text.match(/^rgba?\(([^)]+)\)/) || [])[1];
    if (!parts) return null;
    const [red, green, blue, alpha = 1] = parts.split(/[ ,/]+/).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (top, under) => top.slice(0, 3).map((value, n) => value * top[3] + under[n] * (1 - top[3])).concat(1);
  const up = (e) => e.assignedSlot || e.parentElement || (e.getRootNode() instanceof ShadowRoot ? e.getRootNode().host : null);
  const grounds = new WeakMap();
  // The colour behind an element; null where a picture, a gradient or an unknown colour stands.
  const ground = (e) => {
    if (!e) return [255, 255, 255, 1];
    if (grounds.has(e)) return grounds.get(e);
    const style = getComputedStyle(e);
    const own = parse(style.backgroundColor);
    let found = null;
    if (style.backgroundImage === "none" && own) {
      const below = own[3] === 1 ? own : ground(up(e));
      found = own[3] === 1 ? own : below && over(own, below);
    }
    grounds.set(e, found);
    return found;
  };
  const light = (color) => {
    const [red, green, blue] = color.slice(0, 3).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const hex = (color) => "#" + color.slice(0, 3).map((value) => Math.round(value).toString(16).padStart(2, "0")).join("");
  const pairs = new Map();
  const roots = [document];
  for (const root of roots) {
    for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const e = node.parentElement;
      const text = lib.clean(node.data);
      if (!text || !e || e.closest("script,style,noscript,template,title,textarea,select,[contenteditable]")) continue;
      if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(e);
      const ink = parse(style.color);
      const behind = ground(e);
      const blended = ink && behind && (ink[3] === 1 ? ink : over(ink, behind));
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const key = `${blended ? hex(blended) : style.color} ${behind ? hex(behind) : ""} ${large}`;
      if (!pairs.has(key)) {
        const [high, low] = blended ? [light(blended), light(behind)].sort((a, b) => b - a) : [0, 0];
        pairs.set(key, {
          text: blended ? hex(blended) : "", ground: behind ? hex(behind) : "", large, size: Math.round(size * 10) / 10,
          ratio: blended ? Math.floor(((high + 0.05) / (low + 0.05)) * 100) / 100 : null, letters: 0, sample: text.slice(0, 80),
        });
      }
      pairs.get(key).letters += text.length;
    }
  }
  const sorted = [...pairs.values()].sort((a, b) => b.letters - a.letters);
  return { pairs: sorted.slice(0, MOST), more: Math.max(0, sorted.length - MOST) };
}
