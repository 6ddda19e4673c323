// Sets the text spacing of WCAG 1.4.12 in a document and its open shadow roots, or takes it away again.
// The selector outranks styles that the author made important, as a user's own style sheet would.
async (on) => {
  const KEY = "a11ycheck text spacing";
  const roots = [document];
  for (const root of roots) for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
  if (!on) {
    const sheet = globalThis[KEY];
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    // Spacing may go in a transition, however short: two frames later it is over.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":is(*,#a#a#a#a){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important;transition:none!important}" +
      ":is(p,#a#a#a#a){margin-block-end:2em!important}",
  );
  globalThis[KEY] = sheet;
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
