// Flex and grid boxes that show their parts in another order than the document has them.
(tree, names, place) => {
  const LANDMARK = "nav,aside,main,header,footer,form,[role]";
  const placed = (style, children) => {
    if (style.flexDirection.endsWith("reverse") || style.flexWrap === "wrap-reverse") return true;
    return children.some(({ own }) => own.order !== "0" || (style.display.endsWith("grid") && (own.gridRowStart !== "auto" || own.gridColumnStart !== "auto")));
  };
  const before = (one, other, rtl) => {
    if (one.bottom <= other.top + 2) return true;
    if (one.top >= other.bottom - 2) return false;
    return rtl ? one.left >= other.right - 2 : one.right <= other.left + 2;
  };
  const told = (e) => names.visibleText(e).slice(0, 60);
  // Only boxes that some style rule or style attribute may reorder are looked at: asking every element for its style costs too much.
  const boxes = () => {
    const found = new Set();
    const take = (selector, reversed) => {
      for (const e of document.querySelectorAll(selector)) {
        const box = reversed ? e : e.parentElement;
        if (box && found.size < 400) found.add(box);
      }
    };
    const moves = (style) => (style.order && style.order !== "0") || (style.gridRowStart && style.gridRowStart !== "auto") || (style.gridColumnStart && style.gridColumnStart !== "auto");
    const visit = (rules) => {
      for (const rule of rules) {
        if (rule.style && rule.selectorText && !rule.selectorText.includes("::")) {
          try {
            if (rule.style.flexDirection.endsWith("reverse") || rule.style.flexWrap === "wrap-reverse") take(rule.selectorText, true);
            if (moves(rule.style)) take(rule.selectorText, false);
          } catch (error) {
            // A nested rule's selector may not stand alone.
          }
        }
        if (rule.cssRules) visit(rule.cssRules);
      }
    };
    for (const sheet of [...document.styleSheets, ...(document.adoptedStyleSheets || [])]) {
      try {
        visit(sheet.cssRules);
      } catch (error) {
        // A style sheet from another host cannot be read.
      }
    }
    take('[style*="reverse"]', true);
    take('[style*="order"],[style*="grid-"]', false);
    return found;
  };
  const reordered = () => {
    const found = [];
    for (const e of boxes()) {
      const style = getComputedStyle(e);
      if (!/flex|grid/.test(style.display) || found.length >= 40) continue;
      const children = [...tree.children(e)].filter((one) => one.nodeType === 1).map((one) => ({ one, own: getComputedStyle(one) }));
      if (children.length < 2 || !placed(style, children)) continue;
      const parts = children.filter(({ one, own }) => !["absolute", "fixed"].includes(own.position) && tree.exposed(one) && told(one).length > 2)
        .map(({ one }) => ({ one, at: tree.box(one) })).filter(({ at }) => at.width > 1 && at.height > 1);
      const pair = parts.slice(1).map((part, index) => [parts[index], part])
        .find(([first, second]) => before(second.at, first.at, style.direction === "rtl") && ![first, second].some(({ one }) => one.matches(LANDMARK) || one.querySelector(LANDMARK)));
      if (pair) found.push({ at: place(e), first: told(pair[0].one), second: told(pair[1].one), parts: parts.length });
    }
    return found;
  };
  return { reordered };
}
