// Fields to change, and what the page is like afterwards. `lib` is locate.js. Elements stay in this world, by number.
(lib) => {
  const { clean } = lib;
  const KEY = "a11ycheck inputs";
  const SECRET = /password|passwort|\bpin\b|otp|code|cvc|cvv|card|iban|karte/i;
  const ADVICE = /automatic|immediately|as soon as|will (open|go|take|reload|submit|update|be sent|change)|(opens?|submits?|reloads?|updates?|jumps?|goes to) (the|a|when|on|as|this|to)|sofort|automatisch|inmediatamente|automátic/i;
  const memory = () => globalThis[KEY];
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1;
  const kindOf = (e) => e.localName === "select" ? (e.multiple || e.options.length < 2 ? "" : "select") : e.localName === "textarea" ? "text"
    : e.type === "checkbox" ? "checkbox" : e.type === "radio" ? (e.checked ? "" : "radio") : ["text", "search", "email", "tel", "url", ""].includes(e.type) ? "text" : "";
  const labelOf = (e) => clean([...(e.labels || [])].map((label) => label.textContent).join(" ")) || lib.name(e);
  const find = (most) => {
    const found = [...document.querySelectorAll("select,input,textarea")].filter((e) => kindOf(e) && shown(e) && !e.disabled && !e.readOnly && !e.closest("[inert],[aria-hidden=true]") && !SECRET.test(`${labelOf(e)} ${e.name} ${e.id} ${e.autocomplete}`));
    const rank = { select: 0, radio: 1, checkbox: 2, text: 3 };
    const groups = new Set();
    const chosen = found.filter((e) => {
      const group = e.type === "radio" && e.name ? e.name : e;
      if (groups.has(group)) return false;
      groups.add(group);
      return true;
    }).sort((a, b) => rank[kindOf(a)] - rank[kindOf(b)]).slice(0, most);
    globalThis[KEY] = { fields: chosen };
    return chosen.map((e) => ({ place: lib.locate(e), name: labelOf(e).slice(0, 80), kind: kindOf(e) }));
  };
  const heading = () => `${document.title} ${clean((document.querySelector("h1") || {}).textContent || "")}`;
  const ready = (number) => {
    const e = memory().fields[number];
    if (!e.isConnected || !shown(e)) return false;
    e.scrollIntoView({ block: "center", behavior: "instant" });
    e.focus();
    memory().before = heading();
    memory().pages = document.documentElement;
    return document.activeElement === e;
  };
  const arrow = (number) => {
    const e = memory().fields[number];
    return e.selectedIndex < e.options.length - 1 ? "ArrowDown" : "ArrowUp";
  };
  const CHOICE = /choos|select|pick|chang|option|list|enter|typ(e|ing)\b|wähl|auswahl|änder|elegi|cambi/i;
  const near = (e) => {
    const sentences = [...document.querySelectorAll("p,li,label,legend,small,span,div,h2,h3")].filter((one) => one.textContent.length < 300 && shown(one));
    if (sentences.some((one) => ADVICE.test(one.textContent) && CHOICE.test(one.textContent))) return true;
    const told = ["aria-describedby", "aria-labelledby"].flatMap((name) => lib.referred(e, name)).map((one) => one.textContent).join(" ");
    const set = e.closest("fieldset,form,section,[role=group]");
    const around = set ? [...set.querySelectorAll("legend,p,small,span,h2,h3")].slice(0, 12).map((one) => one.textContent).join(" ") : "";
    const before = e.previousElementSibling ? e.previousElementSibling.textContent : "";
    const up = e.parentElement && e.parentElement.textContent.length < 300 ? e.parentElement.textContent : "";
    return ADVICE.test(`${labelOf(e)} ${e.title} ${told} ${around} ${before} ${up}`);
  };
  const after = (number) => {
    const e = memory().fields[number];
    const now = document.activeElement;
    const moved = now && now !== e && now !== document.body && e.isConnected && !(e.type === "radio" && now.type === "radio");
    const told = { focus: moved ? lib.selector(now) : "", gone: !e.isConnected, replaced: heading() !== memory().before, advice: near(e) };
    return told;
  };
  return { find, ready, arrow, after };
}
