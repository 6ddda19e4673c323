// Elements that answer the mouse: which of them the keyboard cannot get at.
// `lib` is locate.js; `a11ycheckKeys` (keyboard.js) stands in this world. Takes {listened: [[path, events], …], keyed: [path, …],
// everywhere: a script hears keys wherever the focus is}, paths as in listened.py. Gives {mouse, keyless, roleless} as in keyboard.py.
(lib, seen) => ({ listened, keyed, everywhere }) => {
  const up = lib.parent;
  const MOST = 40;
  const CONTROL = /^(button|link|checkbox|radio|switch|tab|menuitem|menuitemcheckbox|menuitemradio|option|treeitem|slider|spinbutton|combobox|textbox)$/;
  const COMPOSITE = "[role=listbox],[role=menu],[role=menubar],[role=tablist],[role=tree],[role=grid],[role=treegrid],[role=radiogroup],[role=toolbar],[role=combobox]";
  const follow = (path) => path.reduce((at, step) => at && (step === "shadow" ? at.shadowRoot : at.children[step]), document);
  const given = (e) => (e.getAttribute("role") || "").trim().toLowerCase();
  const reachable = (e) => e.tabIndex >= 0 && !e.disabled;
  const hasReachable = (e) => reachable(e) || [...(e.shadowRoot || e).querySelectorAll("*"), ...(e.localName === "slot" ? [e] : [])].some((inner) =>
    reachable(inner) || (inner.shadowRoot && hasReachable(inner)) || (inner.localName === "slot" && inner.assignedElements().some(hasReachable)));
  // Disabled by itself, or a component that says so or whose own controls all are; scripts' properties of it cannot be read from here.
  const off = (e) => {
    if (e.matches(":disabled,[aria-disabled=true]")) return true;
    if (!e.localName.includes("-")) return false;
    const inner = e.shadowRoot ? [...e.shadowRoot.querySelectorAll("button,input,select,textarea")] : [];
    return e.hasAttribute("disabled") || (inner.length > 0 && inner.every((one) => one.matches(":disabled")));
  };
  const passive = (e) => {
    for (let at = e; at; at = up(at)) {
      if (reachable(at) || at.localName === "label" || (at.shadowRoot && at.shadowRoot.querySelector("label")) || at.inert || off(at)) return true;
    }
    return hasReachable(e);
  };
  // Parts of a composite that has one place in the order of the focus are reached by its own keys.
  const roving = (e) => {
    let composite = up(e);
    while (composite && !composite.matches(COMPOSITE)) composite = up(composite);
    if (!composite) return false;
    const owner = composite.id && composite.getRootNode().querySelector(`[aria-controls~="${CSS.escape(composite.id)}"],[aria-owns~="${CSS.escape(composite.id)}"]`);
    return hasReachable(composite) || (owner && reachable(owner));
  };
  // What helps a field that the keyboard has: its label, and buttons beside a combobox or spinbutton, whose keys do the same.
  const VALUED = "[role=combobox],[role=spinbutton],input[type=number],input[list]";
  const helps = (e) => {
    if (e.id && [...e.getRootNode().querySelectorAll(`[aria-labelledby~="${CSS.escape(e.id)}"]`)].some(reachable)) return true;
    if (!e.matches("button,[role=button]") || e.disabled) return false;
    for (let at = up(e), steps = 0; at && steps < 2; at = up(at), steps += 1) {
      if (at.getBoundingClientRect().height <= 120 && [...at.querySelectorAll(VALUED)].some(reachable)) return true;
    }
    return false;
  };
  const judged = (e, events, kind) => {
    if (!e || !(e instanceof Element) || e === document.body || e === document.documentElement) return null;
    if (["audio", "video", "canvas", "iframe", "form", "table", "option"].includes(e.localName) || e.closest("[aria-hidden=true]")) return null;
    if (passive(e) || roving(e) || helps(e) || seen.hidden(e) === "empty" || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
    const box = e.getBoundingClientRect();
    if (box.width * box.height > innerWidth * innerHeight * 0.3 || box.width < 4 || box.height < 4) return null;
    const name = lib.name(e);
    const pictured = e.querySelector("svg,img,i") || e.localName === "img" || e.localName === "svg";
    if ((!name && !pictured) || name.length >= 110) return null;
    return { place: lib.locate(e), kind, events, role: given(e), pointer: getComputedStyle(e).cursor === "pointer", element: globalThis.a11ycheckKeys.number(e) };
  };
  const found = [], taken = new Set();
  const add = (e, events, kind) => {
    if (found.length >= MOST || taken.has(e)) return;
    for (const other of taken) if (other.contains(e)) return;
    const fact = judged(e, events, kind);
    if (!fact) return;
    taken.add(e);
    found.push(fact);
  };
  for (const [path, events] of listened) add(follow(path), events, "listener");
  const visit = (root) => {
    for (const e of root.querySelectorAll("*")) {
      const role = given(e);
      if (CONTROL.test(role)) add(e, [], "role");
      else if (e.localName !== "html" && getComputedStyle(e).cursor === "pointer" && up(e) && getComputedStyle(up(e)).cursor !== "pointer") add(e, [], "pointer");
      if (e.shadowRoot) visit(e.shadowRoot);
    }
  };
  visit(document);
  const hearing = new Set(keyed.map(follow));
  const NATIVE = "a[href],area[href],button,input,select,textarea,summary,label,iframe,audio,video,[contenteditable]";
  // What takes the focus by itself and is no control by its element.
  const alone = (e) => e instanceof Element && e.tabIndex >= 0 && !e.disabled && !e.matches(NATIVE) &&
    e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && ![...e.querySelectorAll("*")].some(reachable);
  const made = listened.map(([path, events]) => [follow(path), events])
    .filter(([e, events]) => alone(e) && events.some((name) => name === "click" || /down$|up$/.test(name)));
  // Where scripts listen on an element around it, the pointer tells.
  const pointed = [...document.querySelectorAll("[tabindex]")].filter((e) => alone(e) && getComputedStyle(e).cursor === "pointer" && !made.some(([one]) => one === e));
  const heard = (e) => {
    for (let at = e; at; at = up(at)) if (hearing.has(at)) return true;
    return false;
  };
  const scrolls = (e) => e.scrollHeight > e.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(e).overflowY);
  const GENERIC = /^(div|span|p|li|i|b|em|strong|td|dt|dd|label|svg|section|article|header|h[1-6]|img)$/;
  const roleless = [...made, ...pointed.map((e) => [e, []])].filter(([e]) => {
    const box = e.getBoundingClientRect();
    return GENERIC.test(e.localName) && !given(e) && !scrolls(e) && !seen.hidden(e) && box.width * box.height < innerWidth * innerHeight * 0.3;
  });
  const told = (all) => all.slice(0, MOST).map(([e, events]) => ({ place: lib.locate(e), events, role: given(e) }));
  return { mouse: found, keyless: everywhere ? [] : told(made.filter(([e]) => !heard(e))), roleless: told(roleless) };
}
