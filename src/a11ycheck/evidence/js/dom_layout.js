// Pointer targets below 24 CSS px with their spacing circles (WCAG 2.2, 2.5.8), and style rules that turn the page with the device.
(tree, names, place) => {
  const { clean, parent, role } = tree;
  const SIZE = 24;
  const POINTED = new Set(("button checkbox combobox link listbox menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch " +
    "tab textbox treeitem").split(" "));
  // Below `content-visibility: auto` nothing out of view is laid out, so its boxes mean nothing.
  const laidOut = (e) => !e.checkVisibility || e.checkVisibility({ contentVisibilityAuto: true });
  const isTarget = (e) => POINTED.has(role(e)) && laidOut(e) && !tree.disabled(e) && tree.visible(e) && getComputedStyle(e).pointerEvents !== "none";
  // The box that takes the pointer: with a label around or over it, a click on the label reaches the control too.
  const area = (e) => {
    const rects = [...e.getClientRects()].filter((one) => one.width > 0 && one.height > 0);
    for (const inner of e.querySelectorAll("img,svg,canvas")) rects.push(inner.getBoundingClientRect());
    if (!rects.length) return null;
    const left = Math.min(...rects.map((one) => one.left)), top = Math.min(...rects.map((one) => one.top));
    const right = Math.max(...rects.map((one) => one.right)), bottom = Math.max(...rects.map((one) => one.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top, x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  // What is left of a target after the boxes around it have cut it off; null when nothing is.
  const seen = (one) => {
    let { left, top, right, bottom } = one.at;
    for (let up = parent(one.e); up && up !== document.body && up !== document.documentElement; up = parent(up)) {
      const style = getComputedStyle(up);
      if (style.opacity === "0") return null;
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const at = up.getBoundingClientRect();
      if (style.overflowX !== "visible") [left, right] = [Math.max(left, at.left), Math.min(right, at.right)];
      if (style.overflowY !== "visible") [top, bottom] = [Math.max(top, at.top), Math.min(bottom, at.bottom)];
    }
    return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
  };
  const stacked = (one, other) => one.left + 2 < other.right && other.left + 2 < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
  const holds = (outer, inner) => {
    for (let at = inner; at; at = parent(at)) if (at === outer) return true;
    return false;
  };
  // Whether a press on the middle of what is seen reaches the target; null where the middle is out of view.
  const reached = (one) => {
    const left = seen(one);
    if (!left) return false;
    const x = (left.left + left.right) / 2, y = (left.top + left.bottom) / 2;
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
    let found = document.elementFromPoint(x, y);
    while (found && found.shadowRoot) {
      const inner = found.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === found) break;
      found = inner;
    }
    return found !== null && (holds(one.e, found) || (one.e.labels ? [...one.e.labels] : []).some((label) => holds(label, found)));
  };
  const inLine = (e) => {
    if (!getComputedStyle(e).display.startsWith("inline")) return false;
    const block = parent(e) && parent(e).closest("p,li,td,th,dd,dt,h1,h2,h3,h4,h5,h6,figcaption,caption,blockquote,label,div,section,body");
    if (!block) return false;
    const own = clean(e.textContent).length;
    return clean(block.textContent).length > own + 8;
  };
  const native = (e) => {
    if (e.localName !== "input" || !["checkbox", "radio", "range", "color"].includes(e.type)) return false;
    const style = getComputedStyle(e);
    return style.appearance !== "none" && !e.style.width && !e.style.height;
  };
  const distance = (x, y, at) => Math.hypot(Math.max(at.left - x, 0, x - at.right), Math.max(at.top - y, 0, y - at.bottom));
  const targets = (list) => {
    const all = [];
    for (const e of list) {
      if (!isTarget(e)) continue;
      const at = area(e);
      if (at && at.width > 0 && at.height > 0) all.push({ e, at, small: at.width < SIZE - 0.01 || at.height < SIZE - 0.01 });
    }
    const rows = new Map();
    for (const one of all) {
      for (let band = Math.floor((one.at.top - SIZE) / 50); band <= Math.floor((one.at.bottom + SIZE) / 50); band++) {
        if (!rows.has(band)) rows.set(band, []);
        rows.get(band).push(one);
      }
    }
    const crowded = [];
    for (const one of all.filter((each) => each.small)) {
      const near = (rows.get(Math.floor(one.at.y / 50)) || []).filter((other) => {
        if (other === one || holds(other.e, one.e) || holds(one.e, other.e)) return false;
        const touches = distance(one.at.x, one.at.y, other.at) < SIZE / 2 - 0.05;
        if (!touches && !(other.small && Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y) < SIZE - 0.05)) return false;
        const left = seen(other);
        return left !== null && (!touches || distance(one.at.x, one.at.y, left) < SIZE / 2 - 0.05) && reached(other) !== false;
      });
      if (near.length && reached(one) !== false) crowded.push({ one, near });
    }
    return {
      count: all.length, small: all.filter((each) => each.small).length, crowded_count: crowded.length,
      crowded: crowded.filter(({ one }) => !inLine(one.e)).slice(0, 60).map(({ one, near }) => ({
        at: place(one.e), role: role(one.e), name: names.name(one.e).text.slice(0, 80), size: [Math.round(one.at.width * 10) / 10, Math.round(one.at.height * 10) / 10],
        native: native(one.e), labelled: !!(one.e.labels && one.e.labels.length), near: names.name(near[0].e).text.slice(0, 80), near_native: native(near[0].e),
        href: one.e.href && typeof one.e.href === "string" ? one.e.href.slice(0, 200) : "", same_purpose: near.every((other) => one.e.href && other.e.href === one.e.href),
        list_like: one.e.closest("li,td,nav") !== null, unsure: [one, ...near].some((each) => each.e.getRootNode() !== document) || near.some((other) => stacked(one.at, other.at)),
      })),
    };
  };

  const degrees = (style) => {
    const turn = (style.rotate || "").match(/(-?[\d.]+)(deg|rad|grad|turn)\s*$/);
    const unit = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 };
    let angle = turn ? Number(turn[1]) * unit[turn[2]] : 0;
    if (style.transform && style.transform !== "none") {
      try {
        const matrix = new DOMMatrix(style.transform);
        angle += (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI;
      } catch (error) {
        return null;
      }
    }
    return angle;
  };
  const rulesOf = (sheet) => {
    try {
      return [...sheet.cssRules];
    } catch (error) {
      return null;
    }
  };
  const orientation = () => {
    const turned = [];
    const plain = [];
    let unread = 0;
    const visit = (rules, condition) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          const found = rule.conditionText.match(/orientation\s*:\s*(portrait|landscape)/);
          visit(rule.cssRules, found && !/\bnot\b|\bprint\b/.test(rule.conditionText) ? found[1] : condition);
        } else if (rule instanceof CSSStyleRule && (rule.style.transform || rule.style.rotate)) {
          (condition ? turned : plain).push({ rule, condition });
        } else if (rule.cssRules && !(rule instanceof CSSStyleRule) && !(rule instanceof CSSKeyframesRule)) visit(rule.cssRules, condition);
      }
    };
    for (const sheet of [...document.styleSheets, ...(document.adoptedStyleSheets || [])]) {
      const rules = rulesOf(sheet);
      if (rules) visit(rules, "");
      else unread += 1;
    }
    const items = [];
    for (const { rule, condition } of turned) {
      const angle = degrees(rule.style);
      for (const e of [...document.querySelectorAll(rule.selectorText)].slice(0, 5)) {
        const other = plain.filter((one) => e.matches(one.rule.selectorText)).map((one) => degrees(one.rule.style)).pop() ?? 0;
        const size = tree.box(e);
        items.push({
          at: place(e), orientation: condition, angle, other, selector: rule.selectorText.slice(0, 200), rendered: tree.rendered(e),
          text: names.visibleText(e).length, area: Math.round((size.width * size.height * 100) / (innerWidth * innerHeight)),
        });
      }
    }
    return { unread, rules: items.slice(0, 20) };
  };
  return { targets, orientation };
}
