// What a control tells about its state: attributes in its surroundings, its name, and how it looks.
// Function library: evaluates to an object; `lib` is locate.js.
(lib) => {
  const STATES = ["aria-expanded", "aria-pressed", "aria-checked", "aria-selected", "aria-current", "aria-activedescendant", "open"];
  const SELECTOR = STATES.map((name) => `[${name}]`).join(",") + ",input[type=checkbox],input[type=radio]";
  const MOST = 300;
  // States are often on a part or on the row around a control, and those of tabs on all tabs.
  const region = (e) => e.closest("[role=tablist],[role=menu],[role=menubar],[role=radiogroup],[role=tree],[role=listbox],[role=toolbar]") || (lib.parent(e) && lib.parent(lib.parent(e))) || lib.parent(e) || e;
  const states = (e) => {
    const found = new Map();
    const around = region(e);
    for (const one of [around, ...[...around.querySelectorAll(SELECTOR)].slice(0, MOST), e, ...e.querySelectorAll(SELECTOR)]) {
      for (const name of STATES) found.set(`${lib.selector(one)} ${name}`, one.getAttribute(name));
      if ("checked" in one) found.set(`${lib.selector(one)} checked`, String(one.checked));
    }
    for (let at = e, level = 0; at && level < 4; at = lib.parent(at), level++) for (const name of STATES) found.set(`${lib.selector(at)} ${name}`, at.getAttribute(name));
    return found;
  };
  const changed = (then, now) => {
    const names = new Set();
    for (const [key, value] of now) if ((then.get(key) ?? null) !== (value ?? null)) names.add(key.slice(key.lastIndexOf(" ") + 1));
    return [...names].sort();
  };
  const name = (e) => {
    const texts = lib.referred(e, "aria-describedby").map((one) => one.textContent);
    const inner = [...e.querySelectorAll("[aria-label],[title],[alt]")].map((one) => one.getAttribute("aria-label") || one.getAttribute("title") || one.getAttribute("alt"));
    return lib.clean([lib.name(e), e.innerText || "", e.getAttribute("aria-label"), e.getAttribute("title"), e.getAttribute("aria-description") || "", ...texts, ...inner].join("|"));
  };
  const LIVE = "[aria-live]:not([aria-live=off]),[role=status],[role=alert],[role=log],output";
  const live = (e) => !!lib.closest(e, LIVE) || !!e.querySelector(LIVE);
  const look = (e) => {
    const parts = [e, ...[...e.querySelectorAll("*")].slice(0, 6)].map((one) => {
      const style = getComputedStyle(one);
      return [style.color, style.backgroundColor, style.backgroundImage, style.borderTopColor, style.borderBottomColor, style.fill, style.transform, style.display, style.fontWeight, one.localName === "img" ? one.src : one.localName === "path" ? one.getAttribute("d") : ""].join(";");
    });
    return parts.join("|").slice(0, 3000);
  };
  return { states, changed, name, live, look };
}
