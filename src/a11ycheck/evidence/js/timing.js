// Texts that speak of time running out for the reader. `lib` is locate.js.
(lib) => () => {
  const LIMITS = [
    /\byour? (session|time|login|booking|basket|cart|reservation|order|seats?|tickets?)\b[^.]{0,60}\b(expires?|expired|will end|ends in|runs? out|(is|are) (about to|held|reserved) )/i,
    /\byou(’ll| will|'ll| are about to) be (automatically )?(logged|signed) (out|off)\b/i,
    /\b(time (left|remaining)|remaining time|time limit)\b\W{0,4}(\d|of \d|is \d)/i,
    /\b\d+\s*(seconds?|minutes?|mins?|secs?)\s+(left|remaining|to (go|complete|finish))\b/i,
    /\b(expires?|ends|closes|redirect(ed|ing|s)?)( \w+){0,3} in:?\s*\d+\s*(:\d\d|s\b|sec|min)/i,
    /\b(sie werden|ihre sitzung)\b[^.]{0,60}\b(abgemeldet|läuft ab|abläuft)\b/i,
    /\bsu sesión\b[^.]{0,40}\b(caduca|expira)/i, /\bvotre session\b[^.]{0,40}\bexpire/i,
  ];
  const MORE = /\b(stay (signed|logged) in|keep me (signed|logged) in|continue (the )?session|extend|more time|renew|verlängern|angemeldet bleiben)\b/i;
  const SKIP = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "CODE", "PRE", "TEXTAREA", "SAMP"]);
  const MOST = 5, LONGEST = 300;
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const found = [];
  const taken = new Set();
  for (const e of document.querySelectorAll("body *")) {
    if (found.length >= MOST) break;
    if (SKIP.has(e.tagName) || e.closest("code,pre,script,style,noscript,template")) continue;
    const own = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own && e.getAttribute("role") !== "timer") continue;
    const text = lib.clean(e.textContent);
    const limit = e.getAttribute("role") === "timer" ? "timer" : text.length <= LONGEST && LIMITS.some((limit) => limit.test(text)) ? "text" : "";
    if (!limit || [...taken].some((other) => other.contains(e))) continue;
    taken.add(e);
    found.push({ place: lib.locate(e), kind: limit, says: text.slice(0, 160), shown: visible(e) });
  }
  const more = [...document.querySelectorAll("button,[role=button],a[href],input[type=button],input[type=submit]")].filter((e) => MORE.test(lib.name(e)));
  return { limits: found, more: more.map((e) => lib.name(e).slice(0, 80)).slice(0, 3) };
}
