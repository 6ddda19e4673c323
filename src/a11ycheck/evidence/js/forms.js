// Forms: which there are, giving them wrong input, and what the page then says. `lib` is locate.js, `looks` form_looks.js.
// Elements stay in this world, by number; what people typed is never returned. Evaluates to `(lib, looks) => object of functions`.
(lib, looks) => {
  const { clean } = lib;
  const { shown, marks, texts, labelOf } = looks;
  const KEY = "a11ycheck forms";
  const FILLED = "input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],input[type=number],input[type=date],textarea";
  const SECRET = "input[type=password]";
  const FIELDS = `${FILLED},${SECRET},select,input[type=checkbox],input[type=radio]`;
  const SUBMIT = "button:not([type]),button[type=submit],button[type=''],input[type=submit],input[type=image]";
  const PRESSED = `${SUBMIT},button[type=button],input[type=button],[role=button]`;
  const HARM = /log\s*-?out|sign\s*-?out|abmelden|delete|remove|lösch|entfern|supprim|eliminar|\bpay\b|bezahl|kauf|\bbuy\b|purchase|check\s*-?out|\border\b|bestell|unsubscribe|\bsend|absenden|envoyer|enviar|deactivat|transfer|publish|post\b/i;
  const SENDS = /^(continue|next|save|submit|sign up|register|subscribe|join|create|update|apply|done|confirm|finish|weiter|speichern|registrieren|anmelden zu|continuar|guardar|siguiente|continuer|suivant|enregistrer)\b/i;
  const ENTERS = /sign ?up|register|create|join|registrieren|konto anlegen|registrar|crear|inscri|créer/i;
  const state = () => (globalThis[KEY] = globalThis[KEY] || { forms: [] });
  const named = (button) => lib.name(button) || clean(button.textContent) || button.value || "";
  const usable = (e) => shown(e) && !e.disabled;

  // Fields that no form holds, with the button that takes them: the nearest one around that says so.
  const loose = () => {
    const found = new Map();
    for (const e of document.querySelectorAll(FILLED)) {
      if (e.form || !usable(e) || e.readOnly || found.has(e)) continue;
      let at = lib.parent(e), button = null;
      for (; at && at !== document.body; at = lib.parent(at)) {
        button = [...at.querySelectorAll(PRESSED)].find((one) => !one.form && usable(one) && SENDS.test(named(one)));
        if (button) break;
      }
      if (button && !at.querySelector("form")) found.set(at, button);
    }
    return found;
  };
  const find = () => {
    const memory = state();
    const around = new Map([...document.querySelectorAll("form")].filter(shown).map((form) => [form, null]));
    for (const [at, button] of loose()) around.set(at, button);
    memory.forms = [...around].map(([form, button]) => {
      const all = form.elements ? [...form.elements] : [...form.querySelectorAll(FIELDS)];
      const fields = all.filter((e) => e.matches(FIELDS) && usable(e) && !e.readOnly);
      return { form, fields, filled: fields.filter((e) => e.matches(FILLED)), button: button || all.find((e) => e.matches(SUBMIT) && usable(e)) };
    }).filter(({ filled }) => filled.length);
    return memory.forms.map(({ form, fields, filled, button }) => {
      const search = form.getAttribute("role") === "search" || form.closest("search,[role=search]") || (filled.length === 1 && /search|suche|query|^q$/i.test(`${filled[0].type} ${filled[0].name} ${labelOf(filled[0])}`));
      const secrets = [...form.querySelectorAll(SECRET)];
      const enters = secrets.every((e) => !e.value) && (secrets.length > 1 || secrets.some((e) => e.autocomplete === "new-password") || (button && ENTERS.test(named(button))));
      const skipped = secrets.length && !enters ? "password" : search ? "search" : !button ? "no-button" : HARM.test(named(button)) ? "harm" : "";
      return { ...lib.locate(form), skipped, fields: fields.length, wrong: filled.some((e) => wrongFor(e)), button: button ? named(button).slice(0, 80) : "", card: form.querySelector("input[autocomplete^=cc-]") !== null, reads: /^get$/i.test(form.getAttribute("method") || "") };
    });
  };
  const isMail = (e) => e.type === "email" || (e.type === "text" && /mail/i.test(`${e.autocomplete} ${e.name} ${e.id} ${labelOf(e)}`));
  // A value that is wrong for certain, and what it is; null where nothing is known of the field.
  const wrongFor = (e) => {
    if (isMail(e)) return ["name@", "mail"];
    if (e.type === "url") return ["http://", "url"];
    if (e.type === "tel") return ["abc", "tel"];
    if (e.type === "number" && e.max !== "") return [String(Number(e.max) + 1), "number"];
    if (e.type === "number" && e.min !== "") return [String(Number(e.min) - 1), "number"];
    return null;
  };

  const counted = (list) => {
    const counts = new Map();
    for (const text of list) counts.set(text, (counts.get(text) || 0) + 1);
    return counts;
  };
  const fill = (e, value) => {
    const kind = e.localName === "textarea" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(e, value);
    for (const name of ["input", "change"]) e.dispatchEvent(new Event(name, { bubbles: true }));
  };
  // Gives the form empty fields, or values that are wrong for certain. What it says is compared with what it said at first.
  const prepare = ({ number, way }) => {
    const memory = state();
    const { form, fields, filled } = memory.forms[number];
    if (memory.number !== number) Object.assign(memory, { number, before: new Map(fields.map((e) => [e, marks(e)])), texts: counted([...texts().values()].map(({ text }) => text)) });
    memory.bubbles = 0;
    memory.gave = new Map();
    form.addEventListener("invalid", (event) => setTimeout(() => { memory.bubbles += !event.defaultPrevented && document.activeElement && document.activeElement.matches(":invalid") ? 1 : 0; }), true);
    for (const e of filled) {
      const [value, kind] = way === "empty" ? ["", "empty"] : wrongFor(e) || [];
      if (kind === undefined) continue;
      memory.gave.set(e, kind);
      e.focus({ preventScroll: true });
      fill(e, value);
      e.blur();
    }
  };
  // Where the button is, and whether the browser itself refuses.
  const aim = ({ number }) => {
    const { form, button } = state().forms[number];
    button.scrollIntoView({ block: "center", behavior: "instant" });
    const box = button.getBoundingClientRect();
    const checks = form.localName === "form" && !form.noValidate && !button.formNoValidate && button.type !== "button";
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, native: checks && [...form.elements].some((e) => e.willValidate && !e.validity.valid) };
  };
  const near = (e, box) => {
    const at = e.getBoundingClientRect();
    return at.left < box.right + 40 && at.right > box.left - 40 && at.top < box.bottom + 60 && at.bottom > box.top - 60;
  };
  const result = ({ number }) => {
    const memory = state();
    const { form, fields } = memory.forms[number];
    const focused = document.activeElement;
    if (focused && focused !== document.body) focused.blur();
    const fresh = [];
    const left = new Map(memory.texts);
    for (const { e, text } of texts().values()) {
      if (left.get(text)) left.set(text, left.get(text) - 1);
      else fresh.push({ e, text, hidden: lib.closest(e, "[aria-hidden=true]") !== null });
    }
    const about = (e, name) => fresh.filter(({ e: one, text, hidden }) => !hidden && (near(one, e.getBoundingClientRect()) || (name && text.toLowerCase().includes(name.toLowerCase().replace(/[\s*:]+$/, "")))));
    const live = (e) => lib.closest(e, "[aria-live]:not([aria-live=off]),[role=alert],[role=status],[role=log],output") !== null;
    const marked = fields.filter((e) => e.isConnected).map((e) => ({ e, was: memory.before.get(e), now: marks(e) }))
      .filter(({ was, now }) => (now.invalid && !was.invalid) || (now.named && now.named !== was.named) || (now.red && !was.red))
      .map(({ e, was, now }) => ({
        ...lib.locate(e), name: now.name.slice(0, 80), by: now.invalid && !was.invalid ? "aria-invalid" : now.red && !was.red ? "colour" : "class",
        gave: memory.gave.get(e) || "", said: now.told !== was.told || now.name !== was.name || now.title !== was.title || now.hint !== was.hint,
        near: about(e, now.name).map(({ text }) => text.slice(0, 120)).slice(0, 4),
      }));
    return {
      marked, bubbles: memory.bubbles, left: !form.isConnected, focus_moved: fields.includes(focused),
      texts: fresh.slice(0, 12).map(({ e, text, hidden }) => ({ ...lib.locate(e), text: text.slice(0, 120), hidden, live: live(e), dialog: lib.closest(e, "dialog,[role=dialog],[role=alertdialog]") !== null })),
    };
  };
  return { find: () => JSON.stringify(find()), prepare: (argument) => JSON.stringify(prepare(argument) || null), aim: (argument) => JSON.stringify(aim(argument)), result: (argument) => JSON.stringify(result(argument)) };
}
