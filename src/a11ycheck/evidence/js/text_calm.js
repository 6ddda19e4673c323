// Lets a page come to rest after its size or style changed. What is remembered stays in this world, out of the page's reach.
() => {
  const KEY = "a11ycheck text calm";
  // Two frames, then until nothing has changed or moved for a moment: scripts that react to a new size are often a little late,
  // and transitions of inherited styles run down the tree frame by frame.
  const calm = async ({ quietMs, atMostMs }) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    let quiet = 0;
    const observer = new MutationObserver(() => { quiet = 0; });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    const start = performance.now();
    // A frame that comes late counts as one: on a busy machine the page's own timers were late too.
    for (let before = start; quiet < quietMs && before - start < atMostMs; before = performance.now()) {
      await new Promise((done) => requestAnimationFrame(done));
      quiet += Math.min(performance.now() - before, 20);
      if (document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === "running")) quiet = 0;
    }
    observer.disconnect();
    return quiet >= quietMs;
  };

  // Transitions of inherited styles run down the tree frame by frame, over a second on a long page: off while the size changes.
  const still = async (on) => {
    const roots = [document];
    for (const root of roots) for (const e of root.querySelectorAll("*")) if (e.shadowRoot) roots.push(e.shadowRoot);
    if (on) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":is(*,#a#a#a#a),:is(*,#a#a#a#a)::before,:is(*,#a#a#a#a)::after{transition:none!important}");
      globalThis[KEY] = sheet;
      for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      return;
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== globalThis[KEY]);
  };

  return { calm, still };
}
