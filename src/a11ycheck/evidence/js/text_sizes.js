// How much of a document's text follows the browser's text size: called with true it remembers the size of every text that is
// displayed, with false it counts what grew and lists what did not, by size. What is remembered stays in this world.
(remember) => {
  const KEY = "a11ycheck text sizes";
  const GREW = 1.8;
  const LIMIT = 20000;
  const size = (e) => parseFloat(getComputedStyle(e).fontSize) || 0;
  const letters = (node) => node.data.replace(/\s+/g, "").length;
  if (remember) {
    const found = [];
    const walk = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && found.length < LIMIT; node = walker.nextNode()) {
        if (node.shadowRoot) walk(node.shadowRoot);
        const e = node.nodeType === 3 ? node.parentElement : null;
        if (e && letters(node) && e.checkVisibility({ visibilityProperty: true })) found.push({ node, e, size: size(e) });
      }
    };
    if (document.body) walk(document.body);
    globalThis[KEY] = found;
    return null;
  }
  const fixed = new Map();
  let all = 0, grown = 0;
  for (const { node, e, size: before } of globalThis[KEY] || []) {
    const count = letters(node);
    all += count;
    if (size(e) >= before * GREW) {
      grown += count;
      continue;
    }
    if (!fixed.has(before)) fixed.set(before, { size: before, letters: 0, text: node.data.replace(/\s+/g, " ").trim().slice(0, 80) });
    fixed.get(before).letters += count;
  }
  globalThis[KEY] = undefined;
  return { letters: all, grown, fixed: [...fixed.values()] };
}
