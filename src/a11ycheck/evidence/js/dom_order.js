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
  const reordered = (containers) => {
    const found = [];
    for (const e of containers) {
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
