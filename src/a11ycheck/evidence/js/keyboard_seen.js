// Whether the element with the focus can be seen: hidden by its own styles, or covered by something that stays in place.
// Function library: evaluates to an object; `lib` is locate.js, `looks` is keyboard_look.js.
(lib, looks) => {
  const up = lib.parent;
  const CLIPS = /^(hidden|clip|auto|scroll)$/;
  const fixed = new WeakSet();
  const union = (rects) => {
    const shown = rects.filter((r) => r.width > 0 && r.height > 0);
    if (!shown.length) return null;
    const left = Math.min(...shown.map((r) => r.left)), top = Math.min(...shown.map((r) => r.top));
    const right = Math.max(...shown.map((r) => r.right)), bottom = Math.max(...shown.map((r) => r.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };
  const drawn = (e) => {
    const own = [...e.getClientRects()];
    if (union(own)) return own;
    return [...(e.shadowRoot || e).querySelectorAll("*")].slice(0, 50).flatMap((inner) => [...inner.getClientRects()]);
  };
  const cut = (a, b) => ({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
  const size = (r) => [r.right - r.left, r.bottom - r.top];
  const emptied = (style) => {
    const path = style.clipPath.replace(/\s+/g, " ");
    if (/^inset\((50|100)%/.test(path) || /^(circle|ellipse)\(0(px|%)?\b/.test(path)) return true;
    const clip = style.clip.match(/rect\(([^)]*)\)/);
    if (!clip || !["absolute", "fixed"].includes(style.position)) return false;
    const [top, right, bottom, left] = clip[1].split(/[ ,]+/).map(parseFloat);
    return right - left <= 1 || bottom - top <= 1;
  };

  const clipBox = (e, style) => {
    const box = e.getBoundingClientRect();
    const x = CLIPS.test(style.overflowX), y = CLIPS.test(style.overflowY);
    return { left: x ? box.left : -1e9, right: x ? box.right : 1e9, top: y ? box.top : -1e9, bottom: y ? box.bottom : 1e9 };
  };

  // "" when it shows; else off-screen, transparent, clipped or empty.
  const hidden = (e) => {
    const rect = union(drawn(e));
    if (!rect) return "empty";
    let left = rect, opacity = 1, position = "static";
    for (let at = e; at; at = up(at)) {
      const style = getComputedStyle(at);
      opacity *= parseFloat(style.opacity);
      if (emptied(style)) return "clipped";
      const moves = style.transform !== "none" || style.filter !== "none";
      const contains = position === "fixed" ? moves : position === "absolute" ? moves || style.position !== "static" : true;
      if (!contains) continue;
      if (at !== e && at !== document.documentElement && at !== document.body) left = cut(left, clipBox(at, style));
      position = style.position;
    }
    const [width, height] = size(left);
    if (opacity < 0.05) return "transparent";
    if (width <= 1 || height <= 1) return "clipped";
    const seen = cut(left, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    const [w, h] = size(seen);
    return w <= 0 || h <= 0 ? "off-screen" : "";
  };

  // Is an outline around the element cut off on all sides by a box that clips?
  const clipped = (e) => {
    const box = e.getBoundingClientRect();
    for (let at = up(e); at && at !== document.body; at = up(at)) {
      const style = getComputedStyle(at);
      if (!CLIPS.test(style.overflowX) && !CLIPS.test(style.overflowY)) continue;
      const limit = at.getBoundingClientRect();
      const room = [box.left - limit.left, box.top - limit.top, limit.right - box.right, limit.bottom - box.bottom].filter((space) => space >= 2);
      return room.length < 1;
    }
    return false;
  };

  const deepFrom = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const within = (outer, e) => {
    for (let at = e; at; at = up(at)) if (at === outer) return true;
    return false;
  };
  const coverer = (e, hit) => {
    if (!hit || within(e, hit) || within(hit, e) || [...(e.labels || [])].some((label) => within(label, hit))) return null;
    let paints = false;
    for (let at = hit; at && !within(at, e); at = up(at)) {
      paints = paints || looks.opaque(at);
      if (paints && fixed.has(at) && /fixed|sticky/.test(getComputedStyle(at).position)) return at;
    }
    return null;
  };
  const FEW = [[0.5, 0.5], [0.02, 0.06], [0.98, 0.06], [0.02, 0.94], [0.98, 0.94]];
  const MANY = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((fx) => [0.06, 0.28, 0.5, 0.72, 0.94].map((fy) => [fx, fy]));
  // How much of the element is covered by fixed or sticky content that stood there before: {share, by}, or null where nothing
  // covers its corners and its middle.
  const covered = (e) => {
    const parts = drawn(e).slice(0, 4).map((rect) => cut(rect, { left: 0, top: 0, right: innerWidth, bottom: innerHeight })).filter((part) => Math.min(...size(part)) >= 1);
    const over = (points) => parts.flatMap((part) => points.map(([fx, fy]) => coverer(e, deepFrom(part.left + size(part)[0] * fx, part.top + size(part)[1] * fy))));
    if (!over(FEW).some(Boolean)) return null;
    const all = over(MANY);
    const hits = all.filter(Boolean);
    return hits.length ? { share: hits.length / all.length, by: hits[hits.length - 1] } : null;
  };

  // Remember what is fixed or sticky before anything was pressed.
  const remember = (root) => {
    for (const e of root.querySelectorAll("*")) {
      if (/fixed|sticky/.test(getComputedStyle(e).position)) fixed.add(e);
      if (e.shadowRoot) remember(e.shadowRoot);
    }
  };
  // The visible label, or the row around it, that stands for a field hidden by styles.
  const FIELD = /^(checkbox|radio|switch|slider|spinbutton|combobox|textbox|searchbox|listbox|option)$/;
  const standIn = (e) => {
    if (!["input", "select", "textarea"].includes(e.localName) && !FIELD.test(e.getAttribute("role") || "")) return null;
    for (const label of e.labels || []) if (!hidden(label)) return label;
    let at = up(e);
    for (let level = 0; at && level < 2 && at !== document.body; level++, at = up(at)) {
      if (union([...at.getClientRects()]) && !hidden(at) && (lib.textOf(at, 5) || at.querySelector("svg,img,i,span"))) return at;
    }
    return null;
  };
  return { hidden, clipped, covered, remember, standIn, within };
}
