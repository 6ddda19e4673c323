// Sets the text spacing of WCAG 1.4.12 in a document and its open shadow roots, or takes it away again.
// The selector outranks styles that the author made important, as a user's own style sheet would. Spacing is inherited, so a
// transition of it would run down the tree frame by frame: transitions stay off until it is gone.
async (on) => {
  const KEY = "a11ycheck text spacing";
  const roots = [document];
  for (const root of roots) for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
  const add = (sheet) => roots.forEach((root) => { root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]; });
  const remove = (sheet) => roots.forEach((root) => { root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet); });
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  if (!on) {
    remove(globalThis[KEY].spacing);
    await frames();
    remove(globalThis[KEY].still);
    return;
  }
  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const still = sheet(":is(*,#a#a#a#a),:is(*,#a#a#a#a)::before,:is(*,#a#a#a#a)::after{transition:none!important}");
  const spacing = sheet(
    ":is(*,#a#a#a#a){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}" +
      ":is(p,#a#a#a#a){margin-block-end:2em!important}",
  );
  globalThis[KEY] = { still, spacing };
  add(still);
  add(spacing);
}
