// What of a page a collector could have left behind: `content` (tree, fields, styles, layers) and `place` (focus, scroll,
// address), each as the number of the first look that was the same. Null where parts of the page cannot be read.
() => {
  const KEY = "a11ycheck looks";
  const known = (globalThis[KEY] = globalThis[KEY] || []);
  let parts = [], readable = true;
  const feed = (value) => parts.push(String(value));
  const told = () => {
    const text = parts.join("\n");
    parts = [];
    return known.includes(text) ? known.indexOf(text) : known.push(text) - 1;
  };
  const scrolled = [];
  const sheet = ({ disabled, cssRules }) => `${disabled} ${cssRules.length}`;
  const sheets = (root) => {
    for (const each of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      try {
        feed(sheet(each));
      } catch (error) {
        feed("foreign");
      }
    }
    feed(root.adoptedStyleSheets.length);
  };
  const element = (e) => {
    if (/^(input|textarea|select)$/.test(e.localName)) feed([e.value, e.checked, e.indeterminate, e.selectedIndex, e.disabled]);
    if (e.scrollTop || e.scrollLeft) scrolled.push(e.localName, e.scrollTop, e.scrollLeft);
    if (e.shadowRoot) read(e.shadowRoot, e.shadowRoot.innerHTML);
    else if (e.localName.includes("-") && e.matches(":defined")) readable = false;
    if (!/^(iframe|frame|object|embed)$/.test(e.localName)) return;
    const inner = e.contentDocument;
    if (inner && inner.documentElement) read(inner, inner.documentElement.outerHTML);
    else readable = false;
  };
  // Scripts that add a class and take it away again leave the attribute.
  const EMPTIED = / (class|style)=""/g;
  const read = (root, html) => {
    feed(html.replace(EMPTIED, ""));
    sheets(root);
    feed(root.querySelectorAll(":modal").length);
    feed(root.querySelectorAll(":popover-open").length);
    for (const e of root.querySelectorAll("*")) element(e);
  };
  if (!document.documentElement) return null;
  read(document, document.documentElement.outerHTML);
  const content = told();
  let focused = document.activeElement;
  const path = [];
  while (focused) {
    path.push([...focused.getRootNode().querySelectorAll("*")].indexOf(focused));
    focused = focused.shadowRoot && focused.shadowRoot.activeElement;
  }
  feed([path, scrollX, scrollY, scrolled, innerWidth, innerHeight, location.href]);
  return readable ? { content, place: told() } : null;
};
