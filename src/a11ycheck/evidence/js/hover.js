// What the pointer or the focus on an element brings up, and whether it is still there. Installs `a11ycheckHover` in this world.
// `lib` is locate.js, `libraries` are shown.js, keyboard_look.js, keyboard_seen.js and hover_triggers.js.
(lib, libraries) => {
  const shown = libraries.shown(lib);
  const looks = libraries.look(lib);
  const seen = libraries.seen(lib, looks);
  const FOCUSABLE = "a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]";
  let triggers = [], before = new Map(), quiet = new Map(), content = [], ghosts = new Map(), under = [];

  const deepFrom = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const inside = (x, y) => x >= 1 && y >= 1 && x <= innerWidth - 2 && y <= innerHeight - 2;
  // A point of the element, in the viewport, where the pointer is on it.
  const pointOn = (e, avoid) => {
    for (const rect of [...e.getClientRects()].slice(0, 3)) {
      for (const [fx, fy] of [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.1, 0.5], [0.5, 0.2], [0.5, 0.85], [0.9, 0.9]]) {
        const x = rect.left + rect.width * fx, y = rect.top + rect.height * fy;
        if (!inside(x, y)) continue;
        const hit = deepFrom(x, y);
        if (hit && seen.within(e, hit) && !(avoid && avoid(hit))) return { x, y };
      }
    }
    return null;
  };
  const generated = (e) => {
    const texts = [];
    for (const one of [e, ...[...e.querySelectorAll("*")].slice(0, 15)]) {
      for (const which of ["::before", "::after"]) {
        const style = getComputedStyle(one, which);
        const text = (style.content.match(/^"(.*)"$/) || [])[1];
        if (!text || !/\p{L}{2}/u.test(text) || style.display === "none" || style.visibility !== "visible" || parseFloat(style.opacity) < 0.1) continue;
        texts.push(text.replace(/\\"/g, '"').slice(0, 200));
      }
    }
    return texts;
  };
  const focusable = (e) => {
    const all = [...(e.matches(FOCUSABLE) ? [e] : []), ...e.querySelectorAll(FOCUSABLE)];
    return all.find((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true })) || null;
  };

  // Whether a control may be another way to what appeared: one that opens a dialog opens nothing else.
  const EXPANDS = "[aria-expanded],[aria-haspopup],summary";
  const DIALOG = "dialog,[role=dialog],[role=alertdialog]";
  const opens = (control) => control.getAttribute("aria-haspopup") !== "dialog" || content.some((one) => lib.closest(one, DIALOG) || one.querySelector(DIALOG));

  // Text and controls that lie below a box and were seen before: each with a point that shows it.
  const lying = (box, own) => {
    const found = [];
    for (const [e, text] of before) {
      if (found.length >= 40) break;
      if (own.some((one) => seen.within(one, e) || (seen.within(e, one) && !text))) continue;
      let rects = [];
      if (text) {
        for (const node of e.childNodes) {
          if (node.nodeType !== 3 || !node.data.trim()) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          rects.push(...range.getClientRects());
        }
      } else if (/^(img|input|select|textarea|button|video)$/.test(e.localName)) rects = [...e.getClientRects()];
      for (const rect of rects) {
        const left = Math.max(rect.left, box.left), right = Math.min(rect.right, box.right);
        const top = Math.max(rect.top, box.top), bottom = Math.min(rect.bottom, box.bottom);
        if (right - left < 12 || bottom - top < rect.height * 0.5 || !inside((left + right) / 2, (top + bottom) / 2)) continue;
        found.push({ e, text: text || lib.name(e), x: (left + right) / 2, y: (top + bottom) / 2, width: right - left });
        break;
      }
    }
    return found;
  };
  const painted = (hit) => {
    for (let at = hit; at; at = lib.parent(at)) {
      if (looks.opaque(at)) return true;
      if (content.includes(at)) return false;
    }
    return false;
  };

  globalThis.a11ycheckHover = {
    find: (argument) => {
      const { found, more } = libraries.triggers(lib)(argument);
      triggers = found;
      return { triggers: triggers.map(([e, cause, focus]) => ({ cause, kind: lib.signature(e), focus: focus && !!focusable(e), focusable: !!focusable(e) })), more, root: lib.locate(document.documentElement) };
    },
    // Brings a trigger into view; where to point at it, or null when it cannot be seen.
    approach: (n) => {
      const [e] = triggers[n];
      if (!e.isConnected || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
      const box = e.getBoundingClientRect();
      if (box.top < 60 || box.bottom > innerHeight - 60) e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      return pointOn(e, (hit) => hit !== e && triggers.some(([other]) => other !== e && seen.within(e, other) && seen.within(other, hit))) || pointOn(e, null);
    },
    // Somewhere to rest the pointer.
    neutral: () => {
      const places = [[3, 3], [innerWidth - 4, innerHeight - 4], [3, innerHeight - 4], [innerWidth - 4, 3], [innerWidth / 2, innerHeight - 4], [3, innerHeight / 2], [innerWidth - 4, innerHeight / 2]];
      const calm = (x, y) => {
        const hit = deepFrom(x, y);
        return !hit || !(hit.closest("a,button,[role],input,nav,header") || triggers.some(([e]) => seen.within(e, hit)) || content.some((e) => seen.within(e, hit)));
      };
      const [x, y] = places.find(([x, y]) => calm(x, y)) || places.find(([x, y]) => !triggers.some(([e]) => seen.within(e, deepFrom(x, y)))) || places[1];
      return { x, y };
    },
    mark: (n) => {
      before = shown.take();
      quiet = new Map([[n, generated(triggers[n][0])]]);
    },
    // What is there now and was not when `mark` was called.
    appeared: (n) => {
      const [e] = triggers[n];
      const { came } = shown.compare(before, shown.take());
      const known = quiet.get(n) || [];
      const ghost = generated(e).filter((text) => !known.includes(text));
      content = came;
      ghosts = new Map(ghost.length ? [[n, ghost]] : []);
      return { contents: came.length, ghosts: ghost };
    },
    // Whether what appeared is still there, be it in new elements of the same words.
    present: (n) => {
      const { came } = shown.compare(before, shown.take());
      const texts = new Set(content.map(shown.says));
      if (came.some((e) => content.includes(e) || (shown.says(e) && texts.has(shown.says(e))))) return true;
      const ghost = ghosts.get(n);
      return !!ghost && generated(triggers[n][0]).some((text) => ghost.includes(text));
    },
    anything: () => shown.compare(before, shown.take()).came.length,
    describe: (n) => {
      const [e, cause] = triggers[n];
      const main = content.reduce((best, one) => (best && shown.says(best).length >= shown.says(one).length ? best : one), null);
      const text = content.length ? content.map(shown.says).filter(Boolean).join(" ") : (ghosts.get(n) || []).join(" ");
      const own = e.getBoundingClientRect(), box = main && main.getBoundingClientRect();
      const ids = [e, ...e.querySelectorAll("*")].flatMap((one) => ["aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-details"].flatMap((name) => (one.getAttribute(name) || "").split(/\s+/)));
      const standing = [e, ...e.querySelectorAll("*")].filter((one) => !content.some((each) => seen.within(each, one)));
      const words = standing.flatMap((one) => [before.get(one), one.getAttribute("aria-label"), one.getAttribute("title"), one.getAttribute("alt")]).filter(Boolean).join(" ");
      const tied = content.some((one) => one.id && ids.includes(one.id)) || ids.some((id) => id && content.some((one) => one.querySelector(`#${CSS.escape(id)}`)));
      return {
        place: lib.locate(e),
        cause,
        content: main && lib.locate(main),
        generated: !content.length,
        text: text.slice(0, 200),
        box: box && [box.left, box.top, box.width, box.height].map(Math.round),
        trigger: [own.left, own.top, own.width, own.height].map(Math.round),
        within: content.length > 0 && content.every((one) => seen.within(e, one)),
        controls: content.flatMap(shown.controls).slice(0, 20).map((one) => ({ selector: lib.selector(one), name: lib.name(one), href: one.getAttribute("href") || "" })),
        told: tied || words.includes(text.slice(0, 60)),
        expands: [e.closest(EXPANDS), ...standing.filter((one) => one.matches(EXPANDS))].some((one) => one && opens(one)),
        error: content.some((one) => lib.closest(one, "[role=alert]") || one.querySelector("[role=alert]")) || !!e.closest("[aria-invalid=true]"),
      };
    },
    // The nearest point of the content that is not on the trigger itself, and the point of the trigger to set out from.
    onto: ({ n, from, box }) => {
      const [e] = triggers[n];
      const own = e.getBoundingClientRect();
      const boxes = box ? [box] : content.map((one) => one.getBoundingClientRect()).map((one) => [one.left, one.top, one.width, one.height]);
      let best = null;
      for (const [left, top, width, height] of boxes) {
        const inset = (size) => Math.min(8, size / 2);
        for (const [fx, fy] of [[0, 0], [0.5, 0.5]]) {
          const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
          const x = fx ? left + width * fx : clamp(from.x, left + inset(width), left + width - inset(width));
          const y = fy ? top + height * fy : clamp(from.y, top + inset(height), top + height - inset(height));
          if (!inside(x, y)) continue;
          if (x > own.left && x < own.right && y > own.top && y < own.bottom) continue;
          const far = Math.hypot(x - from.x, y - from.y);
          if (!best || far < best.far) best = { x, y, far };
        }
      }
      if (!best) return null;
      const via = { x: Math.min(Math.max(best.x, own.left + 2), own.right - 2), y: Math.min(Math.max(best.y, own.top + 2), own.bottom - 2) };
      const hit = inside(via.x, via.y) && deepFrom(via.x, via.y);
      return { x: best.x, y: best.y, via: hit && seen.within(e, hit) ? via : from };
    },
    // Notes what the content covers: how many texts and controls, for sure or perhaps.
    cover: ({ n, box }) => {
      const [e] = triggers[n];
      under = [];
      const boxes = box ? [{ left: box[0], top: box[1], right: box[0] + box[2], bottom: box[1] + box[3] }] : content.map((one) => one.getBoundingClientRect());
      for (const one of boxes) {
        for (const below of lying(one, [e, ...content])) {
          const hit = deepFrom(below.x, below.y);
          const mine = hit && content.some((piece) => seen.within(piece, hit));
          if (mine && painted(hit)) under.push({ ...below, sure: true });
          else if (box || (mine && !painted(hit)) || content.some((piece) => getComputedStyle(piece).pointerEvents === "none")) under.push({ ...below, sure: false });
        }
      }
    },
    // Of these, what does show when the content is gone.
    covered: () => under.filter(({ e, x, y }) => {
      const hit = deepFrom(x, y);
      return hit && (seen.within(e, hit) || seen.within(hit, e));
    }).map(({ text, sure, width }) => ({ text: text.slice(0, 60), sure, width: Math.round(width) })),
    focus: (n) => {
      const e = focusable(triggers[n][0]);
      if (!e) return false;
      e.focus({ preventScroll: true });
      return e.matches(":focus") || seen.within(e, document.activeElement);
    },
    blur: () => {
      if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur();
    },
    has: (n) => {
      const e = focusable(triggers[n][0]);
      return !!e && e.getRootNode().activeElement === e;
    },
    alive: (n) => triggers[n][0].isConnected && triggers[n][0].checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    wait: (ms) => new Promise((resolve) => setTimeout(() => resolve(true), ms)),
  };
  return true;
}
