// What a sighted person can see on the page, and what has become visible or gone since.
// Function library: evaluates to an object; `lib` is locate.js.
(lib) => {
  const MOST = 12000;
  const LEAF = /^(svg|img|video|audio|canvas|iframe|object|embed|input|select|textarea|picture|math)$/;
  const CONTROL = "a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex],[role=button],[role=link],[role=menuitem]";
  const ownText = (e) => {
    let text = "";
    for (const node of e.childNodes) if (node.nodeType === 3) text += node.data;
    return lib.clean(text);
  };
  const cutAway = (e, style, box) => {
    if (/^inset\((50|100)%/.test(style.clipPath) || /^(circle|ellipse)\(0(px|%)?\b/.test(style.clipPath)) return true;
    if (/absolute|fixed/.test(style.position) && /^rect\((0px|1px|auto)[ ,]+(0px|1px)[ ,]+(0px|1px)/.test(style.clip)) return true;
    const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
    return clips && (box.width <= 1 || box.height <= 1);
  };

  // Every visible element with the text it holds itself.
  const take = () => {
    const seen = new Map();
    const wide = Math.max(document.documentElement.scrollWidth, innerWidth);
    const visit = (e, opacity) => {
      if (seen.size >= MOST || /^(script|style|template|noscript|head)$/.test(e.localName)) return;
      const style = getComputedStyle(e);
      const contents = style.display === "contents";
      if (!contents && !e.getClientRects().length) return;
      const left = opacity * parseFloat(style.opacity);
      if (left < 0.1) return;
      const box = e.getBoundingClientRect();
      if (!contents && cutAway(e, style, box)) return;
      const off = box.right + scrollX <= 0 || box.bottom + scrollY <= 0 || box.left + scrollX >= wide;
      if (style.visibility === "visible" && !contents && box.width > 0 && box.height > 0 && !off) seen.set(e, ownText(e));
      if (LEAF.test(e.localName)) return;
      if (e.shadowRoot) for (const child of e.shadowRoot.children) visit(child, left);
      for (const child of lib.childrenOf(e)) visit(child, left);
    };
    if (document.body) visit(document.body, 1);
    return seen;
  };

  const says = (e) => lib.textOf(e, 300);
  const carries = (e) => says(e) !== "" || LEAF.test(e.localName) || !!e.querySelector("img,svg,video,canvas,iframe,input,button");
  const tops = (elements) => {
    const all = new Set(elements);
    return elements.filter((e) => {
      for (let at = lib.parent(e); at; at = lib.parent(at)) if (all.has(at)) return false;
      return true;
    });
  };
  const large = (e) => {
    const box = e.getBoundingClientRect();
    return box.width >= 6 && box.height >= 6;
  };

  // What came, went and changed its words from one look to the other: outermost elements that carry anything.
  const compare = (before, now) => {
    const came = [], went = [], changed = [];
    for (const [e, text] of now) {
      if (!before.has(e)) came.push(e);
      else if (before.get(e) !== text) changed.push(e);
    }
    for (const e of before.keys()) if (!now.has(e)) went.push(e);
    return { came: tops(came).filter((e) => large(e) && carries(e)), went: tops(went).filter((e) => carries(e)), changed };
  };
  const controls = (e) => [...(e.matches(CONTROL) ? [e] : []), ...e.querySelectorAll(CONTROL)];
  return { take, compare, says, controls, ownText };
}
