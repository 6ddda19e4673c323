// Composite widgets (tabs, menus, trees, lists, grids) and which of their parts has the focus. Installs `a11ycheckArrows`.
// `lib` is locate.js; `a11ycheckKeys` (keyboard.js) stands in this world.
(lib) => () => {
  const MOST = 8;
  const PARTS = {
    tablist: "[role=tab]", menu: "[role^=menuitem]", menubar: "[role^=menuitem]", radiogroup: "[role=radio]", tree: "[role=treeitem]",
    listbox: "[role=option]", grid: "[role=gridcell],[role=columnheader],[role=rowheader]", treegrid: "[role=row]", toolbar: "button,a[href],[role=button]",
  };
  const ANY = Object.keys(PARTS).map((role) => `[role=${role}]`).join(",");
  const visible = (e) => e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const enabled = (e) => !e.disabled && e.getAttribute("aria-disabled") !== "true";
  const stop = (e) => e.tabIndex >= 0 && enabled(e);
  const partsOf = (e) => [...e.querySelectorAll(PARTS[lib.role(e)])].filter((part) => visible(part) && enabled(part) && part.closest(ANY) === e);
  const tabbed = (part) => stop(part) || [...part.querySelectorAll("*")].some(stop);
  // The field that keeps the focus while its own keys go through what it brought up.
  const FIELDS = "[role=combobox],[role=textbox],[role=searchbox],input,textarea,[contenteditable]";
  const owner = (e) => e.id && [...e.getRootNode().querySelectorAll(`[aria-controls~="${CSS.escape(e.id)}"],[aria-owns~="${CSS.escape(e.id)}"]`)].some((one) => one.matches(FIELDS));
  const roots = [document];
  for (const root of roots) for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
  const found = roots.flatMap((root) => [...root.querySelectorAll(ANY)]).filter((e) => visible(e) && !owner(e) && !lib.closest(e, "[aria-hidden=true]"))
    .map((e) => ({ e, parts: partsOf(e) })).filter(({ parts }) => parts.length > 1 && !parts.every(tabbed)).slice(0, MOST);
  const enter = ({ e, parts }) => {
    const inside = parts.flatMap((part) => [part, ...part.querySelectorAll("*")]).find((one) => stop(one) && visible(one));
    return inside || (stop(e) ? e : null);
  };
  const deep = () => {
    let e = document.activeElement;
    while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
    return e;
  };
  globalThis.a11ycheckArrows = {
    all: found.map((one) => ({
      place: lib.locate(one.e), role: lib.role(one.e), parts: one.parts.length, tabbed: one.parts.map((part, n) => (tabbed(part) ? n : -1)).filter((n) => n >= 0),
      upright: one.e.getAttribute("aria-orientation") === "vertical", enters: !!enter(one),
    })),
    enter: (n) => {
      const e = enter(found[n]);
      if (e) e.focus();
      return !!e && deep() === e;
    },
    // The number of the part that has the focus, or is the active descendant of what has it.
    at: (n) => {
      const focus = deep();
      const active = focus && focus.getRootNode().getElementById && focus.getRootNode().getElementById(focus.getAttribute("aria-activedescendant") || "");
      return found[n].parts.findIndex((part) => part === focus || part.contains(focus) || (active && (part === active || part.contains(active))));
    },
    part: ({ n, part }) => lib.locate(found[n].parts[part]),
    wait: (ms) => new Promise((resolve) => setTimeout(() => resolve(true), ms)),
  };
  return globalThis.a11ycheckArrows.all;
}
