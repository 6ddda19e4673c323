// One frame's part of a walk with the keyboard: what has the focus, what happened since, and how it looks.
// `lib` is locate.js, `libraries` are keyboard_look.js and keyboard_seen.js. Installs `a11ycheckKeys` in this world.
(lib, libraries) => () => {
  if (globalThis.a11ycheckKeys) return globalThis.a11ycheckKeys.tabbable();
  const looks = libraries.look(lib);
  const seen = libraries.seen(lib, looks);
  const ids = new WeakMap(), elements = [];
  const id = (e) => {
    if (!ids.has(e)) {
      ids.set(e, elements.length);
      elements.push(e);
    }
    return ids.get(e);
  };
  let log = [], current = null;
  const told = new Set();
  const noted = (event) => {
    const e = event.composedPath()[0];
    if (e instanceof Element && e !== document.body && e !== document.documentElement) log.push([event.type, e]);
  };
  addEventListener("focusin", noted, true);
  addEventListener("focusout", noted, true);

  const FRAME = /^(iframe|frame|object|embed)$/;
  const active = () => {
    let e = document.activeElement;
    while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
    return e === document.body || e === document.documentElement ? null : e;
  };
  const disabled = (e) => e.disabled || !!(e.closest && e.closest("fieldset[disabled]") && !e.closest("fieldset[disabled] > legend:first-of-type") && "disabled" in e);
  const rendered = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });
  const inert = (e) => {
    for (let at = e; at; at = looks.up(at)) if (at.inert) return true;
    return false;
  };
  const all = (root, found = []) => {
    for (const e of root.querySelectorAll("*")) {
      if (e.tabIndex >= 0 && !disabled(e) && rendered(e) && !inert(e)) found.push(e);
      if (e.shadowRoot) all(e.shadowRoot, found);
    }
    return found;
  };
  const EDITS = new Set(["text", "search", "url", "tel", "email", "password", "number", ""]);
  const caret = (e) => {
    const writes = e.isContentEditable || e.localName === "textarea" || (e.localName === "input" && EDITS.has(e.type));
    if (!writes || e.readOnly) return false;
    return !looks.clear(getComputedStyle(e).caretColor);
  };
  const inScroller = (e) => {
    for (let at = looks.up(e); at && at !== document.body; at = looks.up(at)) {
      if (at !== document.documentElement && at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
    }
    return false;
  };
  // The outermost element that hides it from assistive technology.
  const ariaHidden = (e) => {
    let found = null;
    for (let at = e; at; at = looks.up(at)) if (at.getAttribute("aria-hidden") === "true") found = at;
    return found;
  };
  const dialogs = () => [...document.querySelectorAll("dialog[open],[role=dialog],[role=alertdialog]")].filter((e) => rendered(e) && !seen.hidden(e));
  let open = new Set(dialogs());
  seen.remember(document);

  const leave = () => {
    if (!current) return null;
    const { e, look, cut } = current;
    current = null;
    if (!e.isConnected) return { id: id(e), gone: true, changes: [], sure: false };
    const found = looks.compare(look, cut, active());
    const appeared = !!seen.hidden(e);
    return { id: id(e), appeared, ...found };
  };
  const facts = (e, before) => {
    const why = seen.hidden(e);
    const cover = why ? null : seen.covered(e);
    const stand = why ? seen.standIn(e) : null;
    const box = e.getBoundingClientRect();
    const hiddenBy = ariaHidden(e);
    return {
      place: lib.locate(e),
      tag: e.localName,
      type: e.type && typeof e.type === "string" ? e.type : "",
      tabindex: e.hasAttribute("tabindex") ? e.tabIndex : null,
      native: e.matches("a[href],area[href],button,input,select,textarea,summary,iframe,[tabindex],[contenteditable],audio,video"),
      href: e.localName === "a" ? e.getAttribute("href") || "" : "",
      hidden: why,
      stand_in: stand ? lib.locate(stand) : null,
      aria_hidden: hiddenBy ? lib.locate(hiddenBy) : null,
      dialog: !!lib.closest(e, "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]"),
      covered: cover ? { share: Math.round(cover.share * 100) / 100, by: lib.locate(cover.by) } : null,
      in_scroller: inScroller(e),
      caret: caret(e),
      back: !!(before && before.isConnected && before !== e && !seen.within(e, before) && lib.precedes(e, before)),
      at: [Math.round(box.x), Math.round(box.y), Math.round(box.width), Math.round(box.height)],
      scroll: [Math.round(scrollX), Math.round(scrollY)],
    };
  };
  // Where the page and what scrolls in it stood before the walk.
  const scrollers = () => [...document.querySelectorAll("*")].filter((e) => e.scrollTop || e.scrollLeft);
  const stood = new Map([[document.scrollingElement, [scrollX, scrollY]], ...scrollers().map((e) => [e, [e.scrollLeft, e.scrollTop]])]);
  const home = () => {
    park();
    for (const e of new Set([...scrollers(), ...stood.keys()])) {
      const [left, top] = stood.get(e) || [0, 0];
      if (e) e.scrollTo({ left, top, behavior: "instant" });
    }
  };
  let previous = null;
  // After a key: who has the focus, who had it on the way, and how the one before looks without it.
  const stop = () => {
    looks.still();
    const e = active();
    const way = log.filter(([type]) => type === "focusin").map(([, at]) => id(at));
    const lost = log.length > 0 && log[log.length - 1][0] === "focusout" && !e ? id(log[log.length - 1][1]) : null;
    log = [];
    const now = dialogs();
    const opened = now.filter((dialog) => !open.has(dialog)).map((dialog) => lib.locate(dialog));
    open = new Set(now);
    const answer = { left: current && current.e !== e ? leave() : null, has_focus: document.hasFocus(), way, lost, opened };
    if (!e) {
      if (!document.hasFocus()) previous = null;
      return { ...answer, id: null };
    }
    answer.id = id(e);
    if (FRAME.test(e.localName)) answer.frame = true;
    if (!told.has(e)) {
      told.add(e);
      answer.facts = facts(e, previous);
      current = { e, look: looks.look(e), cut: seen.clipped(e) };
    }
    previous = e;
    return answer;
  };

  const park = () => {
    const body = document.body || document.documentElement;
    const had = body.getAttribute("tabindex");
    if (document.activeElement) document.activeElement.blur();
    body.setAttribute("tabindex", "-1");
    body.focus({ preventScroll: true });
    body.blur();
    if (had === null) body.removeAttribute("tabindex");
    else body.setAttribute("tabindex", had);
    log = [];
  };
  const place = (target, e) => {
    if (seen.within(target, e)) return "in";
    return lib.precedes(target, e) ? "behind" : "before";
  };
  // With nothing to focus in or behind the target, the browser goes on from the top: what counts is that it jumped there.
  const relation = (target) => {
    const e = active();
    if (!e) return "none";
    const last = all(document).every((other) => place(target, other) === "before");
    return last && location.hash.slice(1) === target.id ? "none" : place(target, e);
  };
  const anchor = (fragment) => {
    const name = decodeURIComponent(fragment);
    return document.getElementById(name) || document.getElementsByName(name)[0] || null;
  };
  const writtenText = () => {
    const spoken = [...document.querySelectorAll("[aria-label],[title]")].map((e) => `${e.getAttribute("aria-label") || ""}. ${e.title || ""}`);
    return ((document.body && document.body.innerText) || "").slice(0, 50000) + "\n" + spoken.join("\n").slice(0, 10000);
  };

  globalThis.a11ycheckKeys = {
    tabbable: () => all(document).map(id),
    stop,
    leave,
    describe: (number) => facts(elements[number], null),
    forget: (numbers) => {
      for (const number of numbers) told.delete(elements[number]);
      current = null;
    },
    park,
    home,
    element: (number) => elements[number],
    number: id,
    seen,
    ways: () => ({
      root: lib.locate(document.documentElement),
      headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6,[role=heading]")].filter((e) => rendered(e)).length,
      main: [...document.querySelectorAll("main,[role=main]")].some((e) => rendered(e)),
    }),
    selector: (number) => lib.selector(elements[number]),
    text: writtenText,
    // Puts the focus there as the keyboard would; false when it does not stay.
    focus: (number) => {
      elements[number].focus();
      return active() === elements[number];
    },
    wait: (ms) => new Promise((resolve) => setTimeout(() => resolve(true), ms)),
    painted: () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => { looks.still(); resolve(true); }))),
    free: () => active() === null,
    has: (number) => active() === elements[number],
    after: (numbers) => {
      const inside = numbers.map((number) => elements[number]);
      const last = inside.reduce((a, b) => (lib.precedes(a, b) ? b : a));
      const next = all(document).find((e) => !inside.includes(e) && lib.precedes(last, e));
      if (!next) return false;
      next.focus();
      return active() === next;
    },
    target: (fragment) => {
      const e = anchor(fragment);
      return e ? { place: lib.locate(e), heading: !!e.closest("h1,h2,main,[role=main]") } : null;
    },
    lands: (fragment) => {
      const e = anchor(fragment);
      return e ? relation(e) : "no-target";
    },
    box: (number) => {
      const box = elements[number].getBoundingClientRect();
      return [box.x, box.y, box.width, box.height];
    },
  };
  return globalThis.a11ycheckKeys.tabbable();
}
