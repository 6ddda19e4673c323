// Waits for fonts and a quiet DOM that does not call itself busy, and ends motion without disabling the events that scripts wait for.
// Returns the names of the bounds that were hit.
async ({ fontsMs, quietMs, domMs }) => {
  const hit = [];
  const sleep = (ms) => new Promise((resolve) => setTimeout(() => resolve("late"), ms));
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  }

  if (document.fonts && (await Promise.race([document.fonts.ready, sleep(fontsMs)])) === "late") hit.push("fonts");

  const still = () => {
    for (const root of roots) {
      if (!root.getAnimations) continue;
      for (const animation of root.getAnimations()) {
        const timing = animation.effect && animation.effect.getComputedTiming();
        try {
          if (timing && timing.endTime === Infinity) {
            animation.pause();
            animation.currentTime = 0;
          } else animation.finish();
        } catch (error) {
          // An animation without a resolved end (scroll-driven, rate 0) is left as it is.
        }
      }
    }
  };
  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  // By default every property has a transition, of no length. Given one, what a new look hands down, such as visibility, would
  // come to each descendant a frame late, and a script could not give the focus at once to what it shows. Rules of the page come
  // before one without specificity, unless they are in a layer.
  const layered = ({ cssRules }) => [...cssRules].some((rule) =>
    /^CSSLayer/.test(rule.constructor.name) || (rule.styleSheet && (rule.layerName !== null || layered(rule.styleSheet))));
  const mayBeLayered = (root) => [...root.styleSheets, ...root.adoptedStyleSheets].some((each) => {
    try {
      return layered(each);
    } catch (error) {
      return false; // of another origin
    }
  });
  try {
    const short = sheet(
      "*,*::before,*::after{animation-duration:1ms!important;animation-delay:0s!important;" +
        "transition-duration:1ms!important;transition-delay:0s!important;scroll-behavior:auto!important}",
    );
    const asked = sheet(":where(*),:where(*)::before,:where(*)::after{transition-property:none}");
    for (const root of roots) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...(mayBeLayered(root) ? [short] : [asked, short])];
    }
  } catch (error) {
    hit.push("styles");
  }
  still();

  let quietSince = performance.now();
  const observer = new MutationObserver(() => {
    quietSince = performance.now();
  });
  const everything = { childList: true, subtree: true, attributes: true, characterData: true };
  for (const root of roots) observer.observe(root, everything);
  const busy = () =>
    roots.some((root) => [...root.querySelectorAll("[aria-busy=true]")].some((element) => element.getClientRects().length > 0));
  const start = performance.now();
  for (;;) {
    const wait = quietSince + quietMs - performance.now();
    if (wait <= 0 && !busy()) break;
    if (performance.now() - start > domMs) {
      hit.push("dom");
      break;
    }
    // On a busy machine the page's own timers are late as well: time in which nothing could run was not quiet.
    const step = Math.min(Math.max(wait, 10), 25);
    const before = performance.now();
    await sleep(step);
    quietSince += Math.max(0, performance.now() - before - step - 10);
  }
  observer.disconnect();
  still();
  return hit;
};
