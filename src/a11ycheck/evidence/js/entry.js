// Fields that scripts watch, and fields for secrets. `lib` is locate.js. Takes {listened: [[path, kinds], …], play}.
(lib) => async ({ listened, play }) => {
  const { clean } = lib;
  const SAMPLE = "x7Kq2pZ9";
  const CODE = /one[- ]?time|\botp\b|verification|security code|passcode|\b2fa\b|\bmfa\b|\bpin\b|auth(entication)? code|bestätigungscode|código/i;
  const OTHER = /passkey|security key|fingerprint|face id|magic link|(e-?mail|send) me a (link|code)|(sign|log) ?in with|continue with|google|apple|microsoft|facebook|github|\bsso\b|single sign-on|saml/i;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 2;
  const follow = (path) => path.reduce((at, step) => at && (step === "shadow" ? at.shadowRoot : at.children[step]), document);
  const watched = listened.map(([path, kinds]) => ({ e: follow(path), kinds })).filter(({ e }) => e instanceof Element);
  const changes = [];
  for (const { e, kinds } of watched) {
    const on = kinds.find((kind) => kind.startsWith("change:"));
    const field = on && (e.matches("input,select,textarea") ? e : e.querySelector("select"));
    if (field && shown(field) && changes.length < 20) changes.push({ place: lib.locate(field), on: on.slice(7), tag: field.localName, type: field.type });
  }
  const guards = (e) => watched.some(({ e: other, kinds }) => kinds.includes("paste") && other.contains(e));
  const labelOf = (e) => clean([...(e.labels || [])].map((label) => label.textContent).join(" ")) || lib.name(e);
  const isCode = (e) => e.autocomplete === "one-time-code" || CODE.test(`${labelOf(e)} ${e.name} ${e.id}`.replace(/[_-]/g, " "));
  const secrets = [];
  for (const e of document.querySelectorAll("input")) {
    if (secrets.length >= 10 || !shown(e) || e.disabled || e.readOnly) continue;
    const kind = e.type === "password" ? "password" : ["text", "tel", "number"].includes(e.type) && isCode(e) ? "code" : "";
    if (!kind) continue;
    const around = e.form || document;
    const passwords = [...around.querySelectorAll("input[type=password]")].filter(shown);
    const fresh = e.autocomplete === "new-password" || /\b(new|confirm|repeat|again|choose|create|neues|wiederholen)\b/i.test(`${labelOf(e)} ${e.name.replace(/[_-]/g, " ")}`);
    const secret = { place: lib.locate(e), name: labelOf(e).slice(0, 80), kind, autocomplete: e.getAttribute("autocomplete") || "", passwords: passwords.length, new: fresh, single: e.maxLength === 1, guarded: guards(e), played: null };
    if (play) {
      const before = e.value;
      const data = new DataTransfer();
      data.setData("text/plain", SAMPLE);
      const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true });
      const refused = !e.dispatchEvent(paste);
      const typed = new InputEvent("beforeinput", { inputType: "insertFromPaste", data: SAMPLE, bubbles: true, cancelable: true, composed: true });
      const stopped = refused || !e.dispatchEvent(typed);
      await new Promise((done) => setTimeout(done, 60));
      secret.played = { prevented: stopped, kept: e.value !== before };
      if (e.value !== before) {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(e, before);
        e.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    secrets.push(secret);
  }
  const ways = [...document.querySelectorAll("a[href],button,[role=button],input[type=submit]")].filter((e) => shown(e) && OTHER.test(lib.name(e))).map((e) => lib.name(e).slice(0, 80));
  return { changes, secrets, other_ways: ways.slice(0, 5) };
}
