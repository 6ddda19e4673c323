// Where the text of a document is, and how much of it can be reached: `remember` measures it, `compare` measures it again
// in another layout and lists what got worse. `lib` is locate.js, `clips` text_clips.js. What is remembered stays in this world, out of the page's reach.
(lib, clips) => {
  const { parent, clean, childrenOf } = lib;
  const { containing, css, view, within, reach, viewportHides } = clips;
  const KEY = "a11ycheck text layout";
  const LIMIT = 20000;
  const MOST = 40;
  const LETTERS_CUT = 0.3;
  const SKIP = new Set(["script", "style", "noscript", "template", "textarea", "select", "option", "svg", "canvas", "iframe", "object", "video", "audio", "math", "rt", "rp"]);
  const CONTROL = "button,summary,[role=button],[role=menuitem],[role=tab],[role=switch],[aria-expanded],[aria-haspopup],label,select";
  const round = (value) => Math.round(value * 10) / 10;

  let until = Infinity;
  const late = () => performance.now() > until;
  let hidden = new Map();
  const forget = () => {
    hidden = new Map();
    clips.forget();
  };
  const ownText = (e) => [...e.childNodes].filter((node) => node.nodeType === 3 && /\S/.test(node.data));
  const excluded = (e) => {
    if (!hidden.has(e)) {
      const up = parent(e);
      hidden.set(e, e.getAttribute("aria-hidden") === "true" || /^(|true|plaintext-only)$/.test(e.getAttribute("contenteditable") ?? "no") || (up ? excluded(up) : false));
    }
    return hidden.get(e);
  };
  const rendered = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const texts = () => {
    const found = [];
    let cut = "";
    const walk = (node) => {
      const children = node.shadowRoot ? node.shadowRoot.children : node.localName === "slot" && node.assignedElements().length ? node.assignedElements() : childrenOf(node);
      for (const e of children) {
        if (SKIP.has(e.localName)) continue;
        if (found.length >= LIMIT) cut = "limit";
        if (cut) return;
        if (ownText(e).length && !excluded(e)) found.push(e);
        walk(e);
      }
    };
    if (document.body) walk(document.body);
    return { found, cut };
  };
  const range = document.createRange();
  const fragments = (e) => ownText(e).flatMap((node) => {
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width >= 1 && box.height >= 1);
  });

  const block = (e) => {
    let at = e;
    while (at && /^(inline|contents|ruby)/.test(css(at).display) && css(at).display !== "inline-block" && css(at).display !== "inline-flex" && css(at).display !== "inline-grid") at = parent(at);
    return at || e;
  };
  // One text element now. `kind`: whole, cut (letters are), lines (whole lines are missing), ellipsis, clamp, gone, off, hidden.
  const state = (e, hides) => {
    if (!e.isConnected || !rendered(e)) return { kind: "hidden" };
    const boxes = fragments(e);
    if (!boxes.length) return { kind: "hidden" };
    const chain = within(e);
    if (chain.shaped) return { kind: "off" };
    const size = parseFloat(css(e).fontSize) || 16;
    const tiny = chain.clips.some(({ box, x, y }) => (x && box.right - box.left <= 2) || (y && box.bottom - box.top <= 2));
    if (tiny || size < 2) return { kind: "off" };
    let cut = 0, missing = 0, seen = 0, x = 0, y = 0, by = null;
    for (const box of boxes) {
      const part = reach(box, chain, hides);
      if (part.seen) seen += 1;
      const across = part.x >= Math.max(size, 4);
      const down = part.y >= box.height * LETTERS_CUT;
      if (!part.seen || part.y >= box.height * 0.85 || part.x >= box.width - 1) missing += 1;
      else if (across || down) cut += 1;
      if (across || down) {
        x = Math.max(x, across ? part.x : 0);
        y = Math.max(y, down ? part.y : 0);
        by = by || part.by;
      }
    }
    if (boxes.every((box) => box.right + scrollX <= 0 || box.bottom + scrollY <= 0)) return { kind: "off" };
    const found = { lines: boxes.length, cut, missing, x: round(x), y: round(y), by, boxes };
    if (missing === boxes.length) return { ...found, kind: "gone" };
    if (!cut && !missing) return { ...found, kind: "whole" };
    const owner = by ? css(by) : null;
    const clamped = [by, block(e)].some((one) => one && css(one).webkitLineClamp !== "none");
    if (clamped) return { ...found, kind: "clamp" };
    if (x && !y && [by, block(e)].some((one) => one && css(one).textOverflow !== "clip")) return { ...found, kind: "ellipsis" };
    if (owner && !cut) return { ...found, kind: "lines" };
    return { ...found, kind: "cut" };
  };

  const scrollsSideways = (clip) => clip.x === "scroll" && clip.e.scrollWidth > clip.e.clientWidth + 1;
  const scrollsDown = (clip) => clip.y === "scroll" && clip.e.scrollHeight > clip.e.clientHeight + 1;
  // What is scrolled out of an area covers nothing outside of it.
  const shownOf = (box, scrollers) => ({
    top: Math.max(box.top, ...scrollers.map((clip) => clip.box.top)), bottom: Math.min(box.bottom, ...scrollers.map((clip) => clip.box.bottom)),
  });
  // Pairs of lines of different blocks that cover each other by more than tight line spacing does.
  const collisions = (measured) => {
    const lines = [];
    measured.forEach(({ e, now }, at) => {
      if (now.kind !== "whole") return;
      const { fixed, clips } = within(e);
      if (fixed || clips.some((clip) => scrollsSideways(clip))) return;
      const scrollers = clips.filter(scrollsDown);
      for (const box of now.boxes) lines.push({ at, block: block(e), e, box, scroller: scrollers[0]?.e, shown: shownOf(box, scrollers) });
    });
    lines.sort((a, b) => a.box.top - b.box.top);
    const pairs = new Map();
    const ids = new Map();
    const id = (e) => ids.get(e) || (ids.set(e, ids.size + 1), ids.size);
    for (let i = 0; i < lines.length && !late(); i++) {
      const one = lines[i];
      for (let j = i + 1; j < lines.length && lines[j].box.top < one.box.bottom; j++) {
        const two = lines[j];
        if (one.block === two.block || one.e.contains(two.e) || two.e.contains(one.e)) continue;
        const [first, second] = one.scroller === two.scroller ? [one.box, two.box] : [one.shown, two.shown];
        const high = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
        const wide = Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left);
        if (high < Math.min(one.box.height, two.box.height) * 0.4 || wide < Math.min(one.box.height, two.box.height) * 0.5) continue;
        const key = [id(one.block), id(two.block)].sort().join(" ");
        if (!pairs.has(key)) pairs.set(key, { one: one.at, two: two.at, blocks: [one.block, two.block], width: round(wide), height: round(high) });
      }
    }
    return pairs;
  };
  const inFlow = (e) => {
    for (let at = e; at; at = parent(at)) {
      const style = css(at);
      if (style.position === "absolute" || style.position === "fixed" || style.position === "sticky" || containing(style)) return false;
    }
    return true;
  };
  const seenInPlace = (e, box) => {
    const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
    const top = (e.getRootNode().elementFromPoint || document.elementFromPoint).call(e.getRootNode(), x, y);
    return !top || top === e || e.contains(top) || top.contains(e);
  };

  const controls = () => new Set([...document.querySelectorAll(CONTROL)].filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length));
  // The texts that there is time for: one that came too late is left out.
  const measure = (found) => {
    const hides = viewportHides();
    const measured = [];
    for (const e of found) {
      if (late()) break;
      measured.push({ e, now: state(e, hides) });
    }
    return measured;
  };
  const remember = ({ ms }) => {
    until = performance.now() + ms;
    forget();
    const { found, cut } = texts();
    const measured = measure(found);
    const before = new Map(measured.map(({ e, now }) => [e, now.kind]));
    globalThis[KEY] = { found: found.slice(0, measured.length), of: found.length, cut: measured.length < found.length ? "time" : cut, before, pairs: [...collisions(measured).values()].map((pair) => pair.blocks), controls: controls() };
    return { frames: [...document.querySelectorAll("iframe,frame")].filter((e) => rendered(e)).map((e) => lib.selector(e)) };
  };

  // Ways to the rest of a text that the box itself offers: a tooltip, a control or link in it or right behind it.
  const way = (e, by) => {
    const whole = clean(e.textContent);
    for (const at of [e, by, parent(e)].filter(Boolean)) {
      const title = clean(at.getAttribute("title")) || clean(at.getAttribute("aria-label"));
      if (title && title.length >= whole.length - 1) return "title";
    }
    if (e.closest("a[href],button,[role=link],[role=button]")) return "link";
    const box = by || e;
    const next = box.nextElementSibling;
    if (box.querySelector("button,summary,[aria-expanded]")) return "control";
    if (next && (next.matches("a[href],button,summary,[role=button]") || next.querySelector("button,summary,[aria-expanded]"))) return "control";
    return "";
  };
  const strip = (by, e) => {
    if (!by) return false;
    const list = by.closest("[role=tablist],[role=toolbar],[role=menubar],[aria-roledescription],marquee");
    if (list || css(by).scrollSnapType !== "none") return true;
    for (let at = e; at && at !== by; at = parent(at)) if (css(at).transform !== "none" || css(at).animationName !== "none") return true;
    return false;
  };
  // Pushed out of its box or the viewport by a panel that is open and that the page has a control to close.
  const pushed = (e, by) => {
    if (!by || ![...document.querySelectorAll("[aria-expanded=true]")].some(rendered)) return false;
    for (let at = e; at && at !== by; at = parent(at)) {
      const { transform } = css(at);
      if (transform !== "none" && Math.abs(new DOMMatrix(transform).e) >= 50) return true;
    }
    return false;
  };
  const lostItem = (e, before, now) => ({
    ...lib.locate(e), kind: now.kind, before, lines: now.lines, cut: now.cut, missing: now.missing, lost: [now.x, now.y],
    text: clean(e.textContent).slice(0, 80), way: way(e, now.by), strip: strip(now.by, e), pushed: pushed(e, now.by), own: now.by === block(e), in_flow: inFlow(e),
    clipper: now.by ? { selector: lib.selector(now.by), box: lib.locate(now.by).box, overflow: `${css(now.by).overflowX} ${css(now.by).overflowY}` } : null,
  });
  const outermostHidden = (e) => {
    let at = e;
    for (let up = parent(e); up && up !== document.body && !up.checkVisibility({ visibilityProperty: true, opacityProperty: true }); up = parent(up)) at = up;
    return at;
  };
  const compare = ({ ms, width }) => {
    until = performance.now() + ms;
    forget();
    const memory = globalThis[KEY];
    if (!memory) throw new Error("nothing was remembered");
    const measured = measure(memory.found);
    const lost = [];
    const away = new Map();
    const shown = new Set();
    const worse = new Set(["cut", "lines", "ellipsis", "clamp", "gone"]);
    for (const { e, now } of measured) {
      const before = memory.before.get(e);
      if (now.kind !== "hidden" && now.kind !== "off" && now.kind !== "gone") shown.add(clean(e.textContent));
      if (before === "hidden" || before === "off" || before === "gone") continue;
      if (worse.has(now.kind) && (now.kind !== before || now.kind === "cut")) lost.push(lostItem(e, before, now));
      if (now.kind === "hidden") {
        const root = e.isConnected ? outermostHidden(e) : null;
        if (!away.has(root)) away.set(root, []);
        away.get(root).push(e);
      }
    }
    const vanished = [];
    for (const [root, list] of away) {
      const said = list.map((e) => clean(e.textContent)).filter((text) => text.length > 1 && !shown.has(text));
      if (root && said.length) vanished.push({ ...lib.locate(root), texts: said.length, text: said.slice(0, 3).join(" | ").slice(0, 120) });
    }
    const covered = (pair) => memory.pairs.some(([one, two]) => pair.blocks.includes(one) && pair.blocks.includes(two));
    const overlaps = [...collisions(measured).values()].filter((pair) => !covered(pair)).map((pair) => {
      const [one, two] = [measured[pair.one], measured[pair.two]];
      return {
        ...lib.locate(two.e), text: clean(two.e.textContent).slice(0, 60), other: lib.selector(one.e), other_text: clean(one.e.textContent).slice(0, 60),
        width: pair.width, height: pair.height, in_flow: inFlow(one.e) && inFlow(two.e),
        both_seen: seenInPlace(one.e, one.now.boxes[0]) && seenInPlace(two.e, two.now.boxes[0]),
      };
    });
    const fresh = [...controls()].filter((e) => !memory.controls.has(e)).length;
    const wide = width ? wideTexts(measured, width) : null;
    const page = view();
    return {
      texts: memory.of, measured: measured.length, cut: late() || measured.length < memory.found.length ? "time" : memory.cut, root: lib.locate(document.documentElement), lost: lost.slice(0, MOST), lost_count: lost.length, overlaps: overlaps.slice(0, MOST), overlap_count: overlaps.length,
      vanished: vanished.slice(0, MOST), vanished_count: vanished.length, new_controls: fresh, ...(wide || {}),
      page: { client_width: page.clientWidth, scroll_width: page.scrollWidth, hides_x: viewportHides().x },
    };
  };

  const EXCEPTED = [
    ["table", "table:not([role=none]):not([role=presentation]),[role=table],[role=grid],[role=treegrid]"],
    ["code", "pre,code,samp,kbd"],
    ["media", "figure,[role=img],[role=math],[role=application],map,picture"],
    ["toolbar", "[role=toolbar],[role=menubar],[role=tablist]"],
  ];
  const excepted = (e) => {
    for (let at = e; at; at = parent(at)) for (const [name, selector] of EXCEPTED) if (at.matches(selector)) return name;
    return "";
  };
  // Blocks of text whose lines are wider than the viewport, or that lie beside it while the page scrolls sideways.
  const wideTexts = (measured, width) => {
    const blocks = new Map();
    for (const { e, now } of measured) {
      if (now.kind !== "whole") continue;
      if (/^(vertical|sideways)/.test(css(e).writingMode)) continue;
      const at = block(e);
      if (!blocks.has(at)) blocks.set(at, { at, left: Infinity, right: -Infinity, fragment: 0, widest: e, words: 0 });
      const one = blocks.get(at);
      for (const box of now.boxes) {
        one.left = Math.min(one.left, box.left);
        one.right = Math.max(one.right, box.right);
        if (box.width > one.fragment) [one.fragment, one.widest] = [box.width, e];
      }
      one.words += clean(e.textContent).split(" ").length;
    }
    const page = view();
    const scrolls = page.scrollWidth > page.clientWidth + 1;
    const wide = [], beside = [];
    for (const one of blocks.values()) {
      const extent = one.right - one.left;
      const chain = within(one.at);
      const scroller = chain.clips.find(scrollsSideways);
      const over = extent > width + 1;
      if (!over && !(scrolls && one.right + scrollX > page.clientWidth + 1 && !scroller)) continue;
      const unwrapped = [one.at, one.widest].some((e) => /nowrap|^pre$/.test(css(e).whiteSpace) && clean(e.textContent).includes(" "));
      const cause = unwrapped ? "nowrap" : one.at.clientWidth > width ? "box" : "word";
      const item = {
        ...lib.locate(one.at), extent: round(extent), right: round(one.right + scrollX), words: one.words, cause, excepted: excepted(one.widest),
        scroller: scroller ? lib.selector(scroller.e) : "", positioned: !inFlow(one.at), text: clean(one.at.textContent).slice(0, 80),
      };
      (over ? wide : beside).push(item);
    }
    const broad = scrolls ? broadThings(page.clientWidth) : [];
    return { wide: wide.slice(0, MOST), wide_count: wide.length, beside: beside.slice(0, MOST), beside_count: beside.length, broad, scrolls };
  };
  const broadThings = (width) => [...document.querySelectorAll("iframe,frame,object,embed,img,video,canvas,svg,input,select,textarea,button,fieldset")]
    .filter((e) => rendered(e) && !within(e).clips.some((clip) => clip.x) && e.getBoundingClientRect().right + scrollX > width + 1)
    .slice(0, MOST)
    .map((e) => ({ ...lib.locate(e), tag: e.localName, width: round(e.getBoundingClientRect().width), excepted: e.parentElement ? excepted(e.parentElement) : "" }));

  return {
    remember: (argument) => JSON.stringify(remember(argument)),
    compare: (argument) => JSON.stringify(compare(argument)),
    frame: (selector) => selector.split(" >>> ").reduce((at, part) => at && (at.shadowRoot || at).querySelector(part), document),
  };
}
