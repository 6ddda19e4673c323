// What clips the contents of an element, and how much of a line of text can be reached. `lib` is locate.js.
(lib) => {
  const { parent } = lib;
  let styles = new Map();
  let contents = new Map();
  const forget = () => {
    styles = new Map();
    contents = new Map();
  };
  const css = (e) => {
    if (!styles.has(e)) styles.set(e, getComputedStyle(e));
    return styles.get(e);
  };
  const containing = (style) => style.transform !== "none" || style.filter !== "none" || style.perspective !== "none" || /paint|layout|strict|content/.test(style.contain) || /transform|filter|perspective/.test(style.willChange);
  const view = () => document.scrollingElement || document.documentElement;
  // Overflow of the root, or of `body` when the root has none, belongs to the viewport and clips no box.
  const isViewport = (e) => e === document.documentElement || (e === document.body && css(document.documentElement).overflowX === "visible" && css(document.documentElement).overflowY === "visible");
  const axis = (value) => (value === "auto" || value === "scroll" ? "scroll" : value === "hidden" || value === "clip" ? "hidden" : "");
  const inner = (e) => {
    const box = e.getBoundingClientRect();
    const left = box.left + e.clientLeft, top = box.top + e.clientTop;
    return { left, top, right: left + e.clientWidth, bottom: top + e.clientHeight };
  };
  // What clips the contents of an element, innermost first, along the chain of containing blocks.
  const around = (e) => {
    const { position } = css(e);
    let up = parent(e);
    if (position === "absolute") while (up && css(up).position === "static" && !containing(css(up))) up = parent(up);
    if (position === "fixed") while (up && !containing(css(up))) up = parent(up);
    return up ? within(up) : { clips: [], fixed: position === "fixed", shaped: false };
  };
  const within = (e) => {
    if (contents.has(e)) return contents.get(e);
    const style = css(e);
    const outer = around(e);
    const own = { x: axis(style.overflowX), y: axis(style.overflowY) };
    const boxed = style.display !== "inline" && style.display !== "contents" && !isViewport(e);
    const clips = boxed && (own.x || own.y) ? [{ e, ...own, box: inner(e) }, ...outer.clips] : outer.clips;
    const found = {
      clips,
      fixed: outer.fixed || style.position === "fixed" || style.position === "sticky",
      shaped: outer.shaped || style.clipPath !== "none" || (style.clip !== "auto" && style.position === "absolute") || style.maskImage !== "none",
    };
    contents.set(e, found);
    return found;
  };

  // How much of one line fragment can be reached: the part lost on each axis in px, and what took it.
  const reach = (box, chain, hides) => {
    let { left, top, right, bottom } = box;
    const lost = { x: 0, y: 0, by: null };
    const narrow = (low, high, from, to) => [Math.max(low, from), Math.min(high, to)];
    for (const clip of chain.clips) {
      for (const name of ["x", "y"]) {
        const kind = clip[name];
        if (!kind) continue;
        const [from, to] = name === "x" ? [clip.box.left, clip.box.right] : [clip.box.top, clip.box.bottom];
        let [low, high] = name === "x" ? [left, right] : [top, bottom];
        if (kind === "scroll") {
          const behind = from - (name === "x" ? clip.e.scrollLeft : clip.e.scrollTop) - low;
          if (behind > 1 && css(clip.e).direction === "ltr") lost[name] = Math.max(lost[name], Math.min(behind, high - low));
          if (low < from || high > to) [low, high] = [from, Math.min(to, from + (high - low))];
        } else {
          const [newLow, newHigh] = narrow(low, high, from, to);
          const gone = high - low - Math.max(newHigh - newLow, 0);
          if (gone > lost[name]) [lost[name], lost.by] = [gone, clip.e];
          [low, high] = newHigh > newLow ? [newLow, newHigh] : [Math.min(Math.max(low, from), to), Math.min(Math.max(low, from), to)];
        }
        if (name === "x") [left, right] = [low, high];
        else [top, bottom] = [low, high];
      }
    }
    const over = hides.x && !chain.fixed ? Math.min(Math.max(right - innerWidth, 0), right - left) : 0;
    if (over > lost.x) {
      [lost.x, lost.by] = [over, document.documentElement];
      right -= over;
    }
    return { ...lost, seen: right - left > 0.5 && bottom - top > 0.5, width: box.width, height: box.height };
  };
  const viewportHides = () => {
    const root = css(document.documentElement);
    const body = document.body ? css(document.body) : root;
    const of = (name) => axis(root[name] === "visible" ? body[name] : root[name]) === "hidden";
    return { x: of("overflowX"), y: of("overflowY") };
  };

  return { containing, css, forget, reach, view, viewportHides, within };
}
