// What changes by itself: looked at four times a second. `lib` is locate.js; the watch lives in this world.
// Evaluates to `(lib) => object of functions`.
(lib) => {
  const { clean, parent } = lib;
  const KEY = "a11ycheck changes";
  const EVERY = 250, MOST = 12, LONG = 5000, DOT = 48;
  // A text exchanged this often goes on to say something else; less often, it may be a clock that comes, or its unit that changes.
  const OFTEN = 3;
  const LIKELY = "[class*=carousel i],[class*=slider i],[class*=slideshow i],[class*=swiper i],[class*=slick i],[class*=ticker i],[class*=marquee i],[class*=rotator i],[class*=countdown i],[class*=timer i],[class*=clock i],[id*=carousel i],[id*=slider i],[id*=slideshow i],[id*=ticker i],[id*=countdown i],[id*=timer i],[id*=clock i],[aria-roledescription=carousel],[role=timer],[role=marquee],canvas";
  const BUSY = "[aria-busy=true],[role=progressbar],progress,[role=status],[role=log],[role=alert],[class*=spinner i],[class*=loading i],[class*=loader i],[class*=presence i],[class*=typing i],[class*=skeleton i],[aria-hidden=true]";
  const STOPS = /\b(pause|stop|play|hide|freeze|anhalten|pausieren|halt|motion|animation|detener|pausar|arrêter)\b/i;
  const CONTROL = "button,[role=button],a[href^='#'],a[href='']," + "input[type=button],input[type=checkbox],summary,[role=tab],[role=switch]";
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const sized = (e) => { const box = e.getBoundingClientRect(); return box.width * box.height > 0; };
  const memory = () => globalThis[KEY];
  const hash = (text) => {
    let at = 7;
    for (let i = 0; i < text.length; i += 1) at = (Math.imul(at, 31) + text.charCodeAt(i)) | 0;
    return at;
  };
  const pixels = (canvas) => {
    try {
      const small = document.createElement("canvas");
      small.width = 32;
      small.height = 32;
      small.getContext("2d").drawImage(canvas, 0, 0, 32, 32);
      return hash(small.toDataURL());
    } catch (error) {
      return 0;
    }
  };
  // Where it and its parts stand, what it says, how it looks; positions in the page, rounded.
  const look = (e) => {
    if (!e.isConnected || !visible(e)) return null;
    const parts = [e, ...e.children, ...(e.firstElementChild ? e.firstElementChild.children : [])].slice(0, 24);
    const place = parts.map((one) => {
      const box = one.getBoundingClientRect();
      return [Math.round(box.x + scrollX), Math.round(box.y + scrollY), Math.round(box.width), Math.round(box.height)].join();
    }).join(" ") + e.scrollLeft + "," + e.scrollTop;
    const seen = parts.map((one) => {
      const style = getComputedStyle(one);
      return `${style.opacity}${style.visibility}${style.display}${style.backgroundImage}${style.backgroundColor}${one.currentSrc || ""}`;
    }).join(" ");
    return { place, text: clean(e.innerText || "").slice(0, 2000), seen: hash(seen) + (e.localName === "canvas" ? pixels(e) : 0) };
  };
  const add = (e, by) => {
    const { watched } = memory();
    if (watched.length >= MOST || !visible(e) || !sized(e) || e === document.body || e === document.documentElement) return;
    for (const one of watched) if (one.e.contains(e)) return;
    memory().watched = watched.filter((one) => !e.contains(one.e));
    memory().watched.push({ e, by, last: look(e), changes: [], what: new Set(), texts: [] });
  };
  const tick = () => {
    const now = Math.round(performance.now() - memory().start);
    for (const one of memory().watched) {
      const seen = look(one.e);
      if (!seen || !one.last) {
        one.last = seen;
        continue;
      }
      const what = [seen.text !== one.last.text && "text", seen.place !== one.last.place && "place", seen.seen !== one.last.seen && "look"].filter(Boolean);
      if (what.length) {
        one.changes.push(now);
        what.forEach((kind) => one.what.add(kind));
        if (seen.text !== one.last.text) one.texts.push([one.last.text.slice(0, 200), seen.text.slice(0, 200)]);
      }
      one.last = seen;
    }
  };
  const begin = () => {
    globalThis[KEY] = { watched: [], start: performance.now(), mutated: new Set() };
    for (const e of document.querySelectorAll(LIKELY)) if (!e.closest("html > head")) add(e, e.localName === "canvas" ? "canvas" : "name");
    for (const animation of document.getAnimations()) {
      const effect = animation.effect;
      if (animation.playState === "running" && effect && effect.target && animation.timeline === document.timeline && effect.getComputedTiming().endTime > LONG) add(effect.target, "style");
    }
    const watcher = new MutationObserver((records) => {
      for (const { target } of records) {
        const e = target.nodeType === 1 ? target : target.parentElement;
        if (!e || memory().mutated.has(e) || e.closest("head,script,style")) continue;
        memory().mutated.add(e);
        add(e, "script");
      }
    });
    watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["style", "class", "src", "hidden", "transform"] });
    memory().timer = setInterval(tick, EVERY);
    memory().watcher = watcher;
  };
  const suspects = () => memory().watched.length;
  // Those that changed, and since when.
  const state = () => memory().watched.map(({ changes }) => changes);
  const around = (e) => parent(parent(e) || e) || e;
  const digits = (text) => text.replace(/[\d:.,\s%/-]+/g, "");
  const numbers = (text) => (text.match(/\d+/g) || []).map(Number).reduce((all, one) => all * 60 + one, 0);
  const end = () => {
    const { watched, timer, watcher } = memory();
    clearInterval(timer);
    watcher.disconnect();
    const stoppers = [...document.querySelectorAll("button,[role=button],a[href],input,summary")].filter((e) => visible(e) && STOPS.test(`${lib.name(e)} ${e.title}`));
    const whole = clean((document.body && document.body.innerText) || "").length;
    const found = watched.filter(({ changes, e }) => changes.length && e.isConnected).map(({ e, by, changes, what, texts }) => {
      const box = e.getBoundingClientRect();
      const counted = texts.filter(([was, now]) => digits(was) === digits(now));
      const words = texts.length - counted.length >= OFTEN;
      return {
        place: lib.locate(e), by, changes: changes.slice(0, 60), what: [...what].sort(),
        words, down: counted.length > 1 && !words && counted.every(([was, now]) => numbers(now) < numbers(was)), says: texts.length ? texts[0][1].slice(0, 120) : "",
        size: [Math.round(box.width), Math.round(box.height)], dot: box.width <= DOT && box.height <= DOT, busy: e.closest(BUSY) !== null || e.querySelector("[role=progressbar],progress,[class*=spinner i]") !== null,
        carousel: /carousel|slider|slideshow|swiper|slick|rotator|ticker/i.test(`${e.id} ${e.getAttribute("class") || ""} ${e.getAttribute("aria-roledescription") || ""}`),
        controls: [...around(e).querySelectorAll(CONTROL)].filter(visible).length, alone: whole <= clean(e.innerText || "").length + 20,
      };
    });
    return { changing: found, stoppers: stoppers.length };
  };
  return { begin, suspects, state, end };
}
