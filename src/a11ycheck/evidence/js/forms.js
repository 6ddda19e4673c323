// Forms: which there are, giving them wrong input, and what the page then says. `lib` is locate.js.
// Elements stay in this world, by number; what people typed is never returned. Evaluates to `(lib) => object of functions`.
(lib) => {
  const { clean, parent } = lib;
  const KEY = "a11ycheck forms";
  const FILLED = "input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],input[type=number],input[type=date],textarea";
  const SUBMIT = "button:not([type]),button[type=submit],button[type=''],input[type=submit],input[type=image]";
  const HARM = /log\s*-?out|sign\s*-?out|abmelden|delete|remove|lösch|entfern|supprim|eliminar|\bpay\b|bezahl|kauf|\bbuy\b|purchase|check\s*-?out|\border\b|bestell|unsubscribe|\bsend|absenden|envoyer|enviar|deactivat|transfer|publish|post\b/i;
  const WRONG = /invalid|error|danger|wrong|\bbad\b|fail|fehler/i;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0;
  const labelOf = (e) => clean([...(e.labels || [])].map((label) => label.textContent).join(" ")) || lib.name(e) || clean(e.placeholder);
  const state = () => (globalThis[KEY] = globalThis[KEY] || { forms: [] });

  const find = () => {
    const memory = state();
    memory.forms = [...document.querySelectorAll("form")].filter(shown).map((form) => {
      const fields = [...form.querySelectorAll(FILLED)].filter((e) => shown(e) && !e.disabled && !e.readOnly);
      const buttons = [...form.elements].filter((e) => e.matches(SUBMIT) && shown(e) && !e.disabled);
      return { form, fields, button: buttons[0] };
    }).filter(({ fields }) => fields.length);
    return memory.forms.map(({ form, fields, button }) => {
      const search = form.getAttribute("role") === "search" || form.closest("search,[role=search]") || (fields.length === 1 && /search|suche|query|^q$/i.test(`${fields[0].type} ${fields[0].name} ${labelOf(fields[0])}`));
      const skipped = form.querySelector("input[type=password]") ? "password" : search ? "search" : !button ? "no-button" : HARM.test(lib.name(button) || clean(button.textContent) || button.value) ? "harm" : "";
      return { ...lib.locate(form), skipped, fields: fields.length, mail: fields.some(isMail), button: button ? (lib.name(button) || clean(button.textContent) || button.value || "").slice(0, 80) : "", card: form.querySelector("input[autocomplete^=cc-]") !== null, reads: /^get$/i.test(form.getAttribute("method") || "") };
    });
  };
  const isMail = (e) => e.type === "email" || /mail/i.test(`${e.autocomplete} ${e.name} ${e.id} ${labelOf(e)}`);

  const reddish = (text) => {
    const parts = (text || "").match(/rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/);
    if (!parts) return false;
    const [red, green, blue] = parts.slice(1).map(Number);
    return red > 120 && red > green * 1.6 && red > blue * 1.6;
  };
  const marks = (e) => {
    const style = getComputedStyle(e);
    const classes = [e, parent(e)].filter(Boolean).flatMap((one) => [...one.classList]).filter((name) => WRONG.test(name));
    return {
      invalid: e.getAttribute("aria-invalid") === "true",
      named: classes.join(" "),
      red: [style.borderTopColor, style.borderBottomColor, style.outlineStyle === "none" ? "" : style.outlineColor, style.boxShadow].some(reddish),
      told: clean(["aria-describedby", "aria-errormessage"].flatMap((name) => lib.referred(e, name)).filter(shown).map((one) => one.textContent).join(" ")),
      name: labelOf(e), title: e.title,
    };
  };
  // The texts that are shown below a root, in shadow roots too.
  const texts = (root = document.body, found = new Map()) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.shadowRoot) texts(node.shadowRoot, found);
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const e = node.parentElement || node.parentNode.host;
      const text = clean(node.data);
      if (text && e && !e.closest("script,style,noscript,template,textarea,select") && shown(e)) found.set(node, text);
    }
    return found;
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
  // Gives the form empty fields, or a mail address that is none; tells where its button is.
  const prepare = ({ number, way }) => {
    const memory = state();
    const { form, fields, button } = memory.forms[number];
    memory.before = new Map(fields.map((e) => [e, marks(e)]));
    memory.texts = counted(texts().values());
    memory.bubbles = 0;
    form.addEventListener("invalid", (event) => setTimeout(() => { memory.bubbles += event.defaultPrevented ? 0 : 1; }), true);
    for (const e of fields) if (way === "empty" || isMail(e)) fill(e, way === "empty" ? "" : "name@");
    button.scrollIntoView({ block: "center", behavior: "instant" });
    const box = button.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, native: !form.noValidate && !button.formNoValidate && !form.checkValidity() };
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
    for (const [node, text] of texts()) {
      if (left.get(text)) left.set(text, left.get(text) - 1);
      else fresh.push({ e: node.parentElement || node.parentNode.host, text });
    }
    const live = (e) => lib.closest(e, "[aria-live]:not([aria-live=off]),[role=alert],[role=status],[role=log],output") !== null;
    const marked = fields.filter((e) => e.isConnected).map((e) => ({ e, was: memory.before.get(e), now: marks(e) }))
      .filter(({ was, now }) => (now.invalid && !was.invalid) || (now.named && now.named !== was.named) || (now.red && !was.red))
      .map(({ e, was, now }) => ({
        ...lib.locate(e), name: now.name.slice(0, 80), by: now.invalid && !was.invalid ? "aria-invalid" : now.red && !was.red ? "colour" : "class",
        said: now.told !== was.told || now.name !== was.name || now.title !== was.title,
        near: fresh.some(({ e: one, text }) => near(one, e.getBoundingClientRect()) || (now.name && text.toLowerCase().includes(now.name.toLowerCase().replace(/[\s*:]+$/, "")))),
      }));
    return {
      marked, bubbles: memory.bubbles, left: !form.isConnected, focus_moved: fields.includes(focused),
      texts: fresh.slice(0, 12).map(({ e, text }) => ({ ...lib.locate(e), text: text.slice(0, 120), live: live(e), dialog: lib.closest(e, "dialog,[role=dialog],[role=alertdialog]") !== null })),
    };
  };
  return { find: () => JSON.stringify(find()), prepare: (argument) => JSON.stringify(prepare(argument)), result: (argument) => JSON.stringify(result(argument)) };
}
