// Controls, what they do when activated, and whether their state is told. Installs `a11ycheckWidgets` in this world.
// `lib` is locate.js, `libraries` are shown.js, keyboard_look.js, keyboard_seen.js and widget_states.js.
(lib, libraries) => {
  const shown = libraries.shown(lib);
  const seen = libraries.seen(lib, libraries.look(lib));
  const told = libraries.states(lib);
  const HARM = /log\s*-?\s*(out|off|in)\b|sign\s*-?\s*(out|off|in|up)\b|abmelden|anmelden|delete|remove|erase|lösch|entfern|supprim|eliminar|\bpay\b|bezahl|kauf|\bbuy\b|purchase|check\s*-?out|\border\b|bestell|subscribe|\bsend|absenden|envoyer|enviar|deactivat|transfer|publish|\bpost\b|submit|save|speichern|\badd\b|create|upload|download|install|print|confirm|accept|agree|apply|register|book\b|reserve|donate|archive|leave|\bend\b|\brun\b|execute|restart|shut|reset|clear|block|report|vote|call\b|record|share|export|import|sync|restore|revoke|approve|reject|enable|disable/i;
  const CONTROL = "button,[role=button],[role=switch],[role=checkbox],[role=tab],[role=menuitem],[role=combobox],[role=link]:not([href]),[aria-expanded],[aria-haspopup],a[href='#'],a[href=''],a[href^='javascript:'],a[href^='#'][data-toggle],a[href^='#'][data-bs-toggle],a[href^='#'][role=button]";
  const HINT = /toggle|hamburger|burger|accordion|collaps|dropdown|drop-down|expand|disclosure|navbar-toggler|menu-?(btn|button|icon|trigger)/i;
  const NATIVE = /^(a|button|input|select|textarea|summary)$/;
  let controls = [], before = new Map(), marked = null, brought = [];

  const deepFrom = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  const active = () => {
    let e = document.activeElement;
    while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
    return e === document.body || e === document.documentElement ? null : e;
  };
  const visible = (e) => e.isConnected && e.getClientRects().length > 0 && e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const words = (e) => lib.clean(`${lib.name(e)} ${e.getAttribute("title") || ""} ${e.getAttribute("value") || ""} ${lib.textOf(e, 80)}`);
  const find = (selector) => {
    let root = document, e = null;
    for (const part of selector.split(" >>> ")) {
      if (!root) return null;
      e = root.querySelector(part);
      root = e && e.shadowRoot;
    }
    return e;
  };
  const skip = (e) => {
    if (e.disabled || e.getAttribute("aria-disabled") === "true" || e.inert) return "disabled";
    if (e.form && e.type === "submit") return "submit";
    if (e.closest("[popovertarget],[commandfor]")) return "native";
    return HARM.test(words(e)) ? "harm" : "";
  };
  const hints = (e) => HINT.test(`${e.getAttribute("class") || ""} ${e.id} ${e.getAttribute("data-toggle") || ""} ${e.getAttribute("data-bs-toggle") || ""}`) || e.hasAttribute("aria-controls");
  // What opens a dialog has no state of its own to tell.
  const forDialog = (e) => {
    const held = e.hasAttribute("aria-controls") && e.getRootNode().getElementById(e.getAttribute("aria-controls"));
    return e.getAttribute("data-bs-toggle") === "modal" || !!held && held.matches(DIALOG);
  };
  const STATE = "[aria-expanded],[aria-pressed],[aria-checked],[aria-selected],[aria-current],[aria-haspopup]";

  const collect = ({ mouse, most, each }) => {
    const kinds = new Map();
    let more = 0;
    const add = (e, kind) => {
      if (!e || !visible(e) || controls.some((one) => one.e === e)) return;
      const key = `${kind} ${lib.signature(e)} ${e.hasAttribute("aria-expanded")} ${hints(e)}`;
      if (!kinds.has(key)) kinds.set(key, new Set());
      const alike = kinds.get(key);
      if (alike.size >= each || alike.has(lib.name(e))) return;
      alike.add(lib.name(e));
      if (controls.length >= most) more++;
      else controls.push({ e, kind });
    };
    const roots = [document];
    for (const root of roots) for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
    const all = roots.flatMap((root) => [...root.querySelectorAll(CONTROL)]);
    for (const selector of mouse) add(find(selector), "mouse");
    for (const e of all) if (hints(e) || e.matches("[aria-expanded],[aria-haspopup]")) add(e, "control");
    for (const e of all) add(e, "control");
    return {
      controls: controls.map(({ e, kind }) => ({
        place: lib.locate(e), kind, role: lib.role(e), native: NATIVE.test(e.localName), focusable: e.tabIndex >= 0 && !e.disabled, skipped: skip(e),
        hint: hints(e) && !forDialog(e) && !e.matches(STATE) && !e.closest("summary,label") && !e.querySelector(STATE), beside: !!e.parentElement && [...e.parentElement.querySelectorAll("a[href],button,input,select,textarea,[tabindex]")].some((other) => other !== e && other.tabIndex >= 0),
      })),
      more, root: lib.locate(document.documentElement),
    };
  };

  const DIALOG = "dialog,[role=dialog],[role=alertdialog],[aria-modal=true]";
  const overlays = (e) => {
    const box = e.getBoundingClientRect();
    return /fixed|absolute/.test(getComputedStyle(e).position) && box.width >= innerWidth * 0.95 && box.height >= innerHeight * 0.95;
  };
  const dialogIn = (came) => {
    for (const e of came) {
      const found = e.matches(DIALOG) ? e : e.querySelector(DIALOG) || lib.closest(e, DIALOG);
      if (found && visible(found)) return { e: found, role: true };
    }
    for (const e of came) {
      const cover = [e, ...e.children].find((one) => overlays(one));
      if (cover && shown.says(e).length > 10 && e.querySelector("a[href],button,input,select,textarea,[onclick],[class*=close]")) return { e, role: false };
    }
    return null;
  };
  let dialog = null;

  globalThis.a11ycheckWidgets = {
    find: collect,
    approach: (n) => {
      const { e } = controls[n];
      if (!visible(e)) return null;
      const box = e.getBoundingClientRect();
      if (box.top < 60 || box.bottom > innerHeight - 60) e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      for (const rect of [...e.getClientRects()].slice(0, 3)) {
        for (const [fx, fy] of [[0.5, 0.5], [0.2, 0.5], [0.8, 0.5], [0.5, 0.2], [0.5, 0.8]]) {
          const x = rect.left + rect.width * fx, y = rect.top + rect.height * fy;
          const hit = x > 0 && y > 0 && x < innerWidth && y < innerHeight && deepFrom(x, y);
          if (hit && seen.within(e, hit)) return { x, y };
        }
      }
      return null;
    },
    mark: (n) => {
      const { e } = controls[n];
      before = shown.take();
      marked = { states: told.states(e), name: told.name(e), focus: active() };
      brought = [];
    },
    // What is different from when `mark` was called.
    effect: (n) => {
      const { e } = controls[n];
      const now = shown.take();
      const { came, went, changed } = shown.compare(before, now);
      const others = changed.filter((one) => !seen.within(e, one));
      const others_came = came.filter((one) => !seen.within(e, one));
      if (others_came.length) brought = others_came;
      const focus = active();
      dialog = dialogIn(others_came);
      return {
        came: others_came.slice(0, 6).map((one) => ({ selector: lib.selector(one), text: shown.says(one).slice(0, 120), controls: shown.controls(one).length })),
        went: went.filter((one) => !seen.within(e, one)).length,
        changed: others.length,
        inside: came.length - others_came.length + changed.length - others.length,
        states: e.isConnected ? told.changed(marked.states, told.states(e)) : [],
        renamed: e.isConnected && told.name(e) !== marked.name,
        live: [...others_came, ...others].some(told.live),
        look: e.isConnected ? told.look(e) : "",
        focus: !focus ? "none" : focus === e || seen.within(e, focus) ? "self" : others_came.some((one) => seen.within(one, focus)) ? "came" : focus === marked.focus ? "kept" : "elsewhere",
        visible: visible(e),
        dialog: dialog ? { role: dialog.role } : null,
      };
    },
    focus: (n) => {
      controls[n].e.focus();
      return active() === controls[n].e;
    },
    alive: (n) => visible(controls[n].e),
    dialog: (n) => {
      const { e, role } = dialog;
      const labelled = lib.referred(e, "aria-labelledby");
      const focus = active();
      return {
        place: lib.locate(e), opener: lib.locate(controls[n].e), role,
        name: lib.clean(e.getAttribute("aria-label") || labelled.map((one) => one.textContent).join(" ") || e.getAttribute("title") || ""),
        modal: e.getAttribute("aria-modal") === "true" || (e.localName === "dialog" && e.matches(":modal")),
        controls: shown.controls(e).filter((one) => one.tabIndex >= 0 && visible(one)).length,
        focus: !!focus && seen.within(e, focus),
      };
    },
    inDialog: () => {
      const focus = active();
      return !!focus && seen.within(dialog.e, focus);
    },
    open: () => dialog.e.isConnected && visible(dialog.e) && !seen.hidden(dialog.e),
    // Where a control that closes the dialog can be clicked.
    closer: () => {
      const close = /^(close|×|✕|✖|x|dismiss|cancel|ok|no thanks|schließen|abbrechen|fermer|cerrar)\b|close/i;
      const found = [...dialog.e.querySelectorAll("button,[role=button],a,span,div,i,svg")].filter((one) => visible(one) && (close.test(lib.name(one).slice(0, 20)) || /close|dismiss/i.test(one.getAttribute("class") || "")));
      const one = found.find((candidate) => candidate.matches("button,[role=button]")) || found[found.length - 1];
      if (!one) return null;
      const box = one.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    focusBack: (n) => {
      const focus = active(), { e } = controls[n];
      if (!focus) return "none";
      if (focus === e || seen.within(e, focus) || seen.within(focus, e)) return "opener";
      return "elsewhere";
    },
    back: () => history.back(),
    wait: (ms) => new Promise((resolve) => setTimeout(() => resolve(true), ms)),
  };
  return true;
}
