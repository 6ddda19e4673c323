// How a form looks and what the page says: marks of fields, and all texts that are shown. `lib` is locate.js.
(lib) => {
  const { clean, parent } = lib;
  const WRONG = /invalid|error|danger|wrong|\bbad\b|fail|fehler/i;
  const COLOUR = /(?:rgba?|hsla?|oklch|oklab|lch|lab|color)\([^()]*\)/g;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0;
  const labelOf = (e) => clean([...(e.labels || [])].map((label) => label.textContent).join(" ")) || lib.name(e) || clean(e.placeholder);

  const drawn = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const pixel = (colour) => {
    drawn.clearRect(0, 0, 1, 1);
    drawn.fillStyle = colour;
    drawn.fillRect(0, 0, 1, 1);
    return drawn.getImageData(0, 0, 1, 1).data;
  };
  const reddish = (text) => ((text || "").match(COLOUR) || []).some((colour) => {
    const [red, green, blue, opaque] = pixel(colour);
    return opaque > 60 && red > 120 && red > green * 1.6 && red > blue * 1.6;
  });
  const edges = (e) => {
    const style = getComputedStyle(e);
    const borders = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`])).map((side) => style[`border${side}Color`]);
    return [...borders, style.outlineStyle === "none" ? "" : style.outlineColor, style.boxShadow];
  };
  const marks = (e) => {
    const around = parent(e) && parent(e).querySelectorAll("input:not([type=hidden]),select,textarea").length === 1 ? parent(e) : null;
    const classes = [e, around].filter(Boolean).flatMap((one) => [...one.classList]).filter((name) => WRONG.test(name));
    return {
      invalid: e.getAttribute("aria-invalid") === "true",
      named: classes.join(" "),
      red: [e, around].filter(Boolean).flatMap(edges).some(reddish) || [...(e.labels || [])].some((label) => reddish(getComputedStyle(label).color)),
      told: clean(["aria-describedby", "aria-errormessage"].flatMap((name) => lib.referred(e, name)).filter(shown).map((one) => one.textContent).join(" ")),
      name: labelOf(e), title: e.title, hint: e.placeholder || "",
    };
  };
  // Words that a style sheet adds before or after an element; signs alone are none.
  const added = (e) => ["::before", "::after"].map((part) => {
    const { content } = getComputedStyle(e, part);
    if (!content || content === "none" || content === "normal") return "";
    const text = content.replace(/attr\(([\w-]+)[^)]*\)/g, (all, name) => `"${e.getAttribute(name) || ""}"`).replace(/counter\([^)]*\)|url\([^)]*\)/g, "");
    return clean([...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((one) => one[1]).join(""));
  }).filter((text) => /\p{L}{2}/u.test(text));
  // The texts that are shown below a root, in shadow roots too, with those of pictures and of style sheets in forms.
  const texts = (root = document.body, found = new Map()) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.shadowRoot) texts(node.shadowRoot, found);
      if (node.nodeType === Node.TEXT_NODE) {
        const e = node.parentElement || node.parentNode.host;
        const text = clean(node.data);
        if (text && e && !e.closest("script,style,noscript,template,textarea,select") && shown(e)) found.set(node, { e, text });
        continue;
      }
      if (node.matches("img,svg,[role=img]") && shown(node)) {
        const name = clean(lib.name(node));
        if (name) found.set(node, { e: node, text: name });
      } else if (node.closest("form") && shown(node)) {
        added(node).forEach((text, at) => found.set(`${found.size} ${at}`, { e: node, text }));
      }
    }
    return found;
  };
  return { shown, marks, texts, labelOf };
}
