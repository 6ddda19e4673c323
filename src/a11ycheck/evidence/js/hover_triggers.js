// Elements that may show more when the pointer or the focus is on them: by style rules, listeners, attributes and names.
// Function library: evaluates to a function; `lib` is locate.js. Takes {listened: [[path, events], …], most, each}, a path as in
// listened.py; gives {found: [[element, cause, by the focus too], …], more: how many likely ones were left out}.
(lib) => ({ listened, most, each }) => {
  const REVEALS = /^(display|visibility|opacity|content|max-height|height|max-width|width|overflow|overflow-[xy]|transform|translate|scale|clip|clip-path|left|right|top|bottom|inset|grid-template-rows)$/;
  const ON_SELF = /^(content|max-height|height|max-width|width|overflow|overflow-[xy]|clip-path)$/;
  const STATE = /:(hover|focus-within|focus-visible|focus)(?![-\w])/;
  const ATTRIBUTES = "[aria-describedby],[data-tooltip],[data-tip],[data-tooltip-content],[data-tooltip-id],[data-tippy-content],[data-balloon],[data-hint]," +
    "[data-bs-toggle=tooltip],[data-toggle=tooltip],[data-bs-toggle=popover],[data-toggle=popover],[data-original-title],[data-bs-original-title],[interestfor],abbr,dfn," +
    "[class*=tooltip],[class*=has-tip],[class*=popover],[class*=hovercard],[class*=hover-card],[class*=infotip],[aria-haspopup]";
  const PLAIN = "button,a[href],[role=button],[role=link],[role=img],[tabindex],[title],summary,input,li,td,th";
  const parts = (text, splits) => {
    const found = [""];
    let depth = 0;
    for (const sign of text) {
      if ("([".includes(sign)) depth++;
      if (")]".includes(sign)) depth--;
      if (!depth && splits.includes(sign)) found.push(splits === "," ? "" : sign);
      else found[found.length - 1] += sign;
    }
    return found;
  };
  // The selector of what must be pointed at, or null when nothing else is changed by this selector.
  const trigger = (selector, names, pseudo) => {
    const compounds = parts(selector, " >+~");
    const at = compounds.findLastIndex((one) => STATE.test(one.replace(/:(not|has)\([^)]*\)/g, "")));
    if (at < 0) return null;
    const rest = compounds.slice(at + 1).some((one) => /[^\s>+~]/.test(one));
    if (!(rest || pseudo ? names.some((name) => REVEALS.test(name)) : names.some((name) => ON_SELF.test(name)))) return null;
    const own = compounds.slice(0, at + 1).join("").replace(/::?(before|after)\b/g, "").replace(new RegExp(STATE, "g"), "").trim();
    return own.replace(/([>+~\s])$/, "$1*").replace(/^$/, "") || null;
  };
  const selectors = new Map();
  const read = (rules, around) => {
    for (const rule of rules) {
      if (rule.media && rule.media.mediaText && !matchMedia(rule.media.mediaText).matches) continue;
      let whole = around;
      if (rule.selectorText) {
        whole = around ? parts(rule.selectorText, ",").map((one) => (one.includes("&") ? one.replaceAll("&", `:is(${around})`) : `:is(${around}) ${one}`)).join(",") : rule.selectorText;
        if (STATE.test(whole)) {
          const names = [...rule.style];
          for (const one of parts(whole, ",")) {
            const found = trigger(one.trim(), names, /::?(before|after)\b/.test(one));
            if (found) selectors.set(found, selectors.get(found) || STATE.exec(one)[1] !== "hover");
          }
        }
      }
      if (rule.cssRules && rule.cssRules.length) read(rule.cssRules, whole);
    }
  };
  const roots = [document];
  for (const root of roots) for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
  const within = (selector) => roots.flatMap((root) => {
    try {
      return [...root.querySelectorAll(selector)];
    } catch (error) {
      return []; // a selector that this browser cannot read matches nothing
    }
  });
  const readable = (sheet) => {
    try {
      return sheet.cssRules;
    } catch (error) {
      return []; // a style sheet of another origin
    }
  };
  for (const root of roots) for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) read(readable(sheet), "");

  const follow = (path) => path.reduce((at, step) => at && (step === "shadow" ? at.shadowRoot : at.children[step]), document);
  const found = new Map(), kinds = new Map();
  let more = 0;
  const visible = (e) => e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const wide = (e) => {
    const box = e.getBoundingClientRect();
    return box.width * box.height > innerWidth * innerHeight * 0.4;
  };
  const add = (e, cause, own, focus) => {
    if (!e || found.has(e) || e === document.body || e === document.documentElement || !visible(e) || wide(e)) return;
    const box = e.getBoundingClientRect();
    if (box.width < 4 || box.height < 4) return;
    const kind = `${cause} ${lib.signature(e)} ${own}`;
    const count = (kinds.get(kind) || 0) + 1;
    kinds.set(kind, count);
    if (count > each) return;
    if (found.size < most) found.set(e, [cause, focus]);
    else if (cause !== "any") more++;
  };
  for (const [selector, focus] of selectors) for (const e of within(selector).filter(visible).slice(0, 40)) add(e, "style", selector, focus);
  const delegates = new Set();
  for (const [path, events] of listened) {
    const e = follow(path);
    if (!e) continue;
    const shared = e === document || e === document.body || e === document.documentElement || wide(e) || e.querySelectorAll("*").length > 30;
    if (!shared) add(e, "listener", events.join(), events.some((name) => name.startsWith("focus")));
    if ((shared || e.querySelector(PLAIN)) && events.some((name) => /over$|enter$/.test(name))) delegates.add(e);
  }
  for (const e of within(ATTRIBUTES)) add(e, "attribute", "", true);
  if (delegates.size) {
    for (const e of within(PLAIN)) if ((lib.name(e) || e.querySelector("svg,img")) && [...delegates].some((one) => one.contains(e))) add(e, "any", "", false);
  }
  return { found: [...found].map(([e, [cause, focus]]) => [e, cause, focus]), more };
}
