// Runs axe in one frame's part of the page and, in the page that has no other frames, the whole way to the results.
// `lib` is locate.js. Everything returned is a JSON string: one string crosses faster than many objects.
(lib) => {
  const found = (selectors) => {
    try {
      return axe.utils.shadowSelect(selectors);
    } catch (error) {
      return null;
    }
  };
  const reasons = (node) => {
    const of = (list) => list.map((check) => ({ id: check.id, message: check.message, impact: check.impact }));
    return { any: of(node.any), all: of(node.all), none: of(node.none) };
  };
  const trim = (rule) => ({
    id: rule.id,
    impact: rule.impact,
    nodes: rule.nodes.map((node) => ({ target: node.target, impact: node.impact, reasons: reasons(node) })),
  });
  // Whether this document may hold a rule for one orientation: false only where every style sheet was read and has no media rule.
  const conditional = (rule) => rule instanceof CSSMediaRule || rule instanceof CSSImportRule || [...(rule.cssRules || [])].some(conditional);
  const mediaRules = () => [...document.styleSheets, ...(document.adoptedStyleSheets || [])].some((sheet) => {
    try {
      return [...sheet.cssRules].some(conditional);
    } catch (error) {
      return true;
    }
  });
  const whole = (results) => ({
    version: results.testEngine.version,
    ...(axe._audit && axe._audit.lang && axe._audit.lang !== "en" ? { lang: axe._audit.lang } : {}),
    violations: results.violations.map(trim),
    incomplete: results.incomplete.map(trim),
    passes: results.passes.map((rule) => rule.id),
    inapplicable: results.inapplicable.map((rule) => rule.id),
  });
  // The colours of a link's text and of the text around it, [red, green, blue]; null where something else makes them what they look like.
  const INLINE = /^(inline|inline-flex|inline-grid|contents|ruby)$/;
  const ink = (e) => {
    const style = getComputedStyle(e);
    const plain = style.opacity === "1" && style.filter === "none" && style.mixBlendMode === "normal" && style.webkitTextFillColor === style.color;
    const solid = plain && style.color.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
    return solid ? solid.slice(1).map(Number) : null;
  };
  const worded = (e) => [...e.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const inks = (link) => {
    const outer = [];
    for (let at = link.parentElement; at; at = at.parentElement) {
      outer.push(at);
      if (!INLINE.test(getComputedStyle(at).display)) break;
    }
    const parts = [link, ...link.querySelectorAll("*")].map((e) => [e, ink(e)]);
    const around = outer.map(ink);
    if ([...around, ...parts.map(([, color]) => color)].includes(null)) return null;
    return { link: parts.filter(([e]) => worded(e)).map(([, color]) => color), around };
  };
  // What is open and has the focus, or is brought up by the field that has it: a menu, a list of choices, a dialog. It may keep the focus.
  const OPEN = "[role=menu], [role=listbox], [role=tree], [role=grid], [role=dialog], [role=alertdialog], dialog[open], [popover]";
  const overlay = () => {
    let at = document.activeElement;
    while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body || at.closest('[aria-hidden="true"]')) return null;
    const ids = at.matches('[aria-expanded="true"]') ? `${at.getAttribute("aria-controls") || ""} ${at.getAttribute("aria-owns") || ""}` : "";
    const brought = ids.split(/\s+/).map((id) => id && at.getRootNode().getElementById(id)).find((e) => e && e.matches(OPEN));
    const open = at.closest(OPEN) || brought;
    return open && open.checkVisibility() ? open : null;
  };
  const overlaid = (element, open) => open && (element.matches('[aria-hidden="true"]') ? !element.contains(open) : element.contains(open));
  // What may send the focus on at once, as the ends of a focus trap do: empty, out of sight, and no control.
  const guard = (e) => {
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const unseen = Number(style.opacity) < 0.05 || box.width * box.height <= 1 || style.clipPath !== "none";
    return e.matches('[aria-hidden="true"]:empty:not(input, select, textarea, button, a)') && e.tabIndex >= 0 && unseen;
  };
  // A component may give itself a role by script (ElementInternals), which no other script can read.
  const silent = (e) => !!e && e.localName.includes("-") && e.matches(":defined") && !e.hasAttribute("role");
  const facts = (e) => ({
    ...(guard(e) ? { guard: true } : {}),
    ...(silent(e) ? { silent: true } : {}),
    ...(silent(e.parentElement || e.getRootNode().host) || silent(e.getRootNode().host) ? { hosted: true } : {}),
  });
  const places = (selectors) => {
    const open = overlay();
    return selectors.map((selector) => {
      const element = found(selector);
      if (!element) return null;
      const place = { ...lib.locate(element), ...(overlaid(element, open) ? { overlaid: true } : {}), ...facts(element) };
      if (element === document.documentElement) return { ...place, media_rules: mediaRules() };
      return element.matches("a[href], [role=link]") ? { ...place, inks: inks(element) } : place;
    });
  };
  const framed = (root) => root.querySelector("iframe,frame") || [...root.querySelectorAll("*")].some((e) => e.shadowRoot && framed(e.shadowRoot));
  const inThisFrame = (target) => (target.length === 1 ? target[0] : null);
  const located = (results) => JSON.stringify({
    results,
    places: places([...results.violations, ...results.incomplete].flatMap((rule) => rule.nodes.map((node) => inThisFrame(node.target)))),
  });
  return {
    async start({ context, options }) {
      // Without frames `axe.run` finds the same and spares describing every node for the way between frames, a fifth of the time.
      if (!context && !framed(document)) return located(whole(await axe.run(document, { ...options, iframes: false })));
      const partial = await axe.runPartial(context || document, options);
      const frames = partial.frames || [];
      if (context || frames.length) return JSON.stringify({ partial, frames: axe.utils.getFrameContexts(context || document, options) });
      return located(whole(await axe.finishRun([partial], options)));
    },
    async finish({ partials, options }) {
      return JSON.stringify(whole(await axe.finishRun(partials, options)));
    },
    places: (selectors) => JSON.stringify(places(selectors)),
    frame: (selector) => found(selector),
    rules: () => JSON.stringify(axe.getRules().map((r) => ({ id: r.ruleId, help: r.help, help_url: r.helpUrl, tags: r.tags, act: r.actIds || [] }))),
  };
}
