// Controls to press, and what people see of the page. `lib` is locate.js. Elements stay in this world, by number.
(lib) => {
  const { clean } = lib;
  const KEY = "a11ycheck press";
  const CONTROLS = "button,a[href],[role=button],[role=link],[role=menuitem],[role=tab],[role=switch],[role=checkbox],[onmousedown],[onpointerdown],[ontouchstart],[tabindex='0']";
  const OTHER = "input,textarea,select,option,[contenteditable],[draggable=true],[role=slider],[role=spinbutton],[role=scrollbar],[role=separator],[role=textbox],[role=combobox],[role=listbox],[role=application],canvas,video,audio,summary,iframe";
  const HARM = /log\s*-?out|sign\s*-?out|abmelden|remove|lösch|entfern|supprim|eliminar|delete|\bpay\b|bezahl|kauf|\bbuy\b|purchase|check\s*-?out|\border\b|bestell|unsubscribe|\bsend|submit|absenden|envoyer|enviar|deactivat|transfer|publish|post\b/i;
  const UNDO = /\b(undo|revert|restore|rückgängig|zurücksetzen|annuler|deshacer)\b/i;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 2 && e.getBoundingClientRect().height > 2;
  const memory = () => (globalThis[KEY] = globalThis[KEY] || { controls: [] });
  const inPage = (e) => e.localName !== "a" || /^(#|javascript:|$)/.test(e.getAttribute("href") || "") || e.hasAttribute("onmousedown") || e.hasAttribute("onpointerdown");
  const find = (most) => {
    const kinds = new Map();
    const found = [];
    const marked = new Set(document.querySelectorAll("[onmousedown],[onpointerdown],[ontouchstart]"));
    const everything = [...marked, ...document.querySelectorAll(CONTROLS)];
    for (const e of new Set(everything)) {
      if (found.length >= most) break;
      const name = lib.name(e).slice(0, 80);
      if (e.closest(OTHER) || e.disabled || e.closest("[aria-disabled=true],[inert]") || !shown(e) || !inPage(e)) continue;
      if (HARM.test(name)) continue;
      const form = e.closest("form");
      if (form && (e.type === "submit" || e.type === "image") && e.localName !== "a") continue;
      const kind = `${e.localName} ${e.getAttribute("class") || ""} ${e.getAttribute("role") || ""} ${marked.has(e) ? e.id || name : ""}`;
      kinds.set(kind, (kinds.get(kind) || 0) + 1);
      if (kinds.get(kind) > 2) continue;
      found.push(e);
    }
    memory().controls = found;
    return found.map((e) => ({ place: lib.locate(e), name: lib.name(e).slice(0, 80) }));
  };
  // Where to press: the middle, when the element is what lies there.
  const point = (number) => {
    const e = memory().controls[number];
    if (!e || !e.isConnected || !shown(e)) return null;
    e.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const box = e.getBoundingClientRect();
    const at = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = document.elementFromPoint(...at);
    return hit && (e === hit || e.contains(hit)) ? at : null;
  };
  const STATES = ["aria-expanded", "aria-pressed", "aria-checked", "aria-selected", "aria-current", "open"];
  // What people see: the text that shows, what fields hold (as a hash), and states of controls.
  const look = () => {
    const fields = [...document.querySelectorAll("input,select,textarea")].map((e) => (e.type === "checkbox" || e.type === "radio" ? e.checked : e.value));
    const states = [...document.querySelectorAll(STATES.map((name) => `[${name}]`).join(","))].map((e) => STATES.map((name) => e.getAttribute(name)).join());
    let hash = 7;
    for (const character of JSON.stringify([clean((document.body && document.body.innerText) || ""), fields, states])) hash = (Math.imul(hash, 31) + character.codePointAt(0)) | 0;
    return hash;
  };
  const shows = (number) => {
    const e = memory().controls[number];
    const open = document.querySelectorAll("dialog[open],[role=dialog],[role=menu],[role=listbox],[popover]:popover-open");
    return `${e.getAttribute("aria-expanded")} ${e.getAttribute("aria-haspopup")} ${[...open].filter(shown).length}`;
  };
  // What people see just before the press reaches the page and just after its listeners ran: nothing else comes between.
  const watch = () => {
    const around = (memory().around = {});
    addEventListener("pointerdown", () => { around.before = look(); }, { capture: true, once: true });
    addEventListener("mousedown", () => setTimeout(() => { around.after = look(); }), { capture: true, once: true });
  };
  const atOnce = (calm) => {
    const { before, after } = memory().around || {};
    return before !== undefined && after !== undefined && before !== after && !calm.includes(after);
  };
  const undo = () => [...document.querySelectorAll("button,a,[role=button]")].filter((e) => shown(e) && UNDO.test(lib.name(e))).map((e) => lib.name(e).slice(0, 80)).slice(0, 5);
  const focus = (number) => memory().controls[number].focus({ preventScroll: true });
  const blur = (number) => memory().controls[number].blur();
  return { find, focus, blur, point, look, shows, watch, atOnce, undo };
}
