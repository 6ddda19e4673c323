// Blocks of visible text that name an accessibility standard or a report on conformance, and where their links lead.
// Evaluates to `(lib) => (argument) => JSON string`. `argument.words`: source of a regular expression; `argument.most`: bound.
(lib) => (argument) => {
  const words = new RegExp(argument.words, "i");
  const BLOCKS = new Set(["p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "blockquote", "div", "section", "article", "main", "footer", "header", "aside", "nav", "body"]);
  const seen = new Set();
  const claims = [];
  let cut = false;
  const walker = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!words.test(node.data)) continue;
    let block = node.parentElement;
    if (!block || block.closest("script, style, noscript, template, textarea, pre, code, [contenteditable]")) continue;
    while (block.parentElement && !BLOCKS.has(block.localName)) block = block.parentElement;
    if (seen.has(block) || !block.getClientRects().length) continue;
    seen.add(block);
    if (claims.length === argument.most) {
      cut = true;
      break;
    }
    claims.push({ text: lib.clean(block.textContent).slice(0, 600), links: [...block.querySelectorAll("a[href]")].slice(0, 5).map((a) => a.href), place: lib.locate(block) });
  }
  return JSON.stringify({ claims, cut });
}
