// Controls whose contrast is not that of text, and stops to focus. `lib` is locate.js. Elements stay in this world.
(lib) => {
  const { clean, parent } = lib;
  const KEY = "a11ycheck nontext";
  const FIELDS = "input:not([type=hidden],[type=button],[type=submit],[type=reset],[type=image],[type=range],[type=color],[type=file],[type=checkbox],[type=radio]),textarea,select,[role=textbox],[role=combobox],[role=searchbox]";
  const BOXES = "input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch]";
  const BUTTONS = "button,a[href],[role=button],[role=tab],[role=menuitem],summary,input[type=image]";
  const MOST = 40, ALIKE = 3, LARGEST = 120;
  const memory = () => (globalThis[KEY] = globalThis[KEY] || { found: [], stops: [], window: [scrollX, scrollY], focused: document.activeElement });
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 5 && e.getBoundingClientRect().height > 5;
  const off = (e) => e.matches(":disabled,[aria-disabled=true]") || lib.closest(e, "[inert],[aria-hidden=true],fieldset:disabled,[aria-disabled=true]") !== null;
  const native = (e) => e.localName === "input" && ["checkbox", "radio"].includes(e.type) && getComputedStyle(e).appearance !== "none";
  const kindOf = (e) => `${e.localName} ${e.type || ""} ${e.getAttribute("class") || ""} ${e.getAttribute("role") || ""} ${parent(e) ? parent(e).getAttribute("class") : ""}`;
  const says = (e) => clean(e.innerText || "");
  const written = (e) => /[\p{L}\p{N}]/u.test(says(e).replace(/[\ue000-\uf8ff]/g, ""));
  const pictured = (e) => {
    if (e.querySelector("svg,img,i,canvas") || e.localName === "input" || [e, ...e.querySelectorAll("*")].some((one) => getComputedStyle(one).backgroundImage !== "none" || getComputedStyle(one, "::before").content !== "none" || getComputedStyle(one, "::after").content !== "none")) return true;
    return says(e) !== "";
  };
  const modal = () => [...document.querySelectorAll("dialog:modal,[aria-modal=true]")].find((e) => e.checkVisibility({ visibilityProperty: true }));
  const find = () => {
    const dialog = modal(), kinds = new Map(), found = [];
    const add = (e, kind) => {
      if (found.length >= MOST || !shown(e) || off(e) || (dialog && !dialog.contains(e)) || found.some((one) => one.e.contains(e))) return;
      const alike = kindOf(e);
      kinds.set(alike, (kinds.get(alike) || 0) + 1);
      if (kinds.get(alike) <= ALIKE) found.push({ e, kind });
    };
    for (const e of document.querySelectorAll(FIELDS)) add(e, "field");
    for (const e of document.querySelectorAll(BOXES)) if (!native(e)) add(e, "box");
    for (const e of document.querySelectorAll(BUTTONS)) {
      const box = e.getBoundingClientRect();
      if (box.width <= LARGEST && box.height <= LARGEST && !written(e) && pictured(e) && !e.closest("p,li > p")) add(e, "icon");
    }
    memory().found = found;
    // What fields hold is text, and the grip of a text area is the browser's.
    const sheets = [
      "input,textarea,select,::placeholder{transition:none!important}",
      "input,textarea,select{-webkit-text-fill-color:transparent!important;caret-color:transparent!important}::placeholder{color:transparent!important}textarea{resize:none!important}",
    ].map((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      return sheet;
    });
    memory().sheets = sheets;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
    return found.length;
  };
  const rounded = (e) => {
    const box = e.getBoundingClientRect();
    return [Math.round(box.left), Math.round(box.top), Math.round(box.right), Math.round(box.bottom)];
  };
  const inView = ([left, top, right, bottom]) => left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
  const free = (e) => {
    const box = e.getBoundingClientRect();
    const hit = e.getRootNode().elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return hit !== null && (hit === e || e.contains(hit) || hit.contains(e));
  };
  // Other controls right beside it: what they look like says nothing of where it ends.
  const neighbours = (e, [left, top, right, bottom]) => [...document.querySelectorAll(`${FIELDS},${BUTTONS}`)]
    .filter((other) => !other.contains(e) && !e.contains(other) && shown(other)).map(rounded)
    .filter((box) => box[0] <= right + 4 && box[2] >= left - 4 && box[1] <= bottom + 4 && box[3] >= top - 4).slice(0, 8);
  // A field that hides itself in a frame of its own is shown by that frame.
  const outline = (e) => {
    const style = getComputedStyle(e);
    const bare = ["Top", "Right", "Bottom", "Left"].every((side) => style[`border${side}Style`] === "none" || parseFloat(style[`border${side}Width`]) === 0);
    const up = parent(e);
    if (!bare || !up || up.matches("form,body,main,fieldset,td,p,label,section") || style.boxShadow !== "none") return e;
    const own = e.getBoundingClientRect(), around = up.getBoundingClientRect();
    return around.width < own.width + 160 && around.height < own.height + 40 && !up.querySelectorAll("label").length ? up : e;
  };
  const show = () => {
    const next = memory().found.find((one) => !one.shown);
    if (!next) return null;
    next.shown = true;
    if (!inView(rounded(next.e))) next.e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const seen = [];
    for (const one of memory().found) {
      if (one.told || !one.e.isConnected) continue;
      const shape = one.kind === "field" ? outline(one.e) : one.e;
      const view = rounded(shape);
      if (!inView(view)) continue;
      one.shown = one.told = true;
      if (free(one.e)) seen.push({ place: lib.locate(one.e), kind: one.kind, view, beside: neighbours(shape, view), text: written(one.e) || Boolean(one.e.placeholder), name: lib.name(one.e).slice(0, 80) });
    }
    return seen;
  };
  const left = () => memory().found.filter((one) => !one.told && !one.shown).length;
  const stops = (most) => {
    const kinds = new Set();
    memory().stops = [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex='0']")].filter((e) => {
      if (!shown(e) || off(e) || e.tabIndex < 0 || (modal() && !modal().contains(e)) || kinds.has(kindOf(e)) || kinds.size >= most) return false;
      kinds.add(kindOf(e));
      return true;
    });
    return memory().stops.length;
  };
  // The stops that are in view as the page stands.
  const standing = () => memory().stops.map((e, number) => ({ e, number })).filter(({ e }) => inView(rounded(e)) && free(e)).map(({ e, number }) => ({ number, place: lib.locate(e), view: rounded(e), kind: kindOf(e).slice(0, 200) }));
  const unfocused = (number) => {
    const e = memory().stops[number];
    if (!e.isConnected || !shown(e)) return null;
    if (!inView(rounded(e))) e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    if (!inView(rounded(e)) || !free(e)) return null;
    return { place: lib.locate(e), view: rounded(e), kind: kindOf(e).slice(0, 200) };
  };
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const focus = async (number) => {
    const e = memory().stops[number];
    e.focus({ preventScroll: true, focusVisible: true });
    await frames();
    return document.activeElement === e && e.matches(":focus-visible") && e.isConnected;
  };
  const blur = async () => {
    if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
    await frames();
  };
  // The colour of hints would fade in, and what looks next would see it pale: no transition until it is back.
  const restore = async () => {
    const { window: [x, y], focused, sheets: [still, blank] } = memory();
    const drop = (sheet) => { document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((one) => one !== sheet); };
    drop(blank);
    await frames();
    drop(still);
    if (document.activeElement !== focused && focused && focused.focus) focused === document.body ? document.activeElement.blur() : focused.focus({ preventScroll: true });
    scrollTo({ left: x, top: y, behavior: "instant" });
  };
  return { find, show, left, stops, standing, unfocused, focus, blur, restore };
}
