// How an element looks with the focus and without it: styles of all that may carry a focus indicator.
// Function library: evaluates to an object; `lib` is locate.js.
(lib) => {
  const PROPS = [
    "outline-style", "outline-width", "outline-color", "outline-offset", "box-shadow", "background-color", "background-image", "color",
    "border-top-width", "border-right-width", "border-bottom-width", "border-left-width", "border-top-style", "border-bottom-style",
    "border-left-style", "border-right-style", "border-top-color", "border-right-color", "border-bottom-color", "border-left-color",
    "text-decoration-line", "text-decoration-color", "text-decoration-style", "text-decoration-thickness", "font-weight", "font-style",
    "opacity", "visibility", "display", "transform", "filter", "clip-path", "left", "top", "fill", "stroke", "stroke-width", "content",
  ];
  const up = lib.parent;
  const rgba = (text) => {
    const numbers = (String(text).match(/-?[\d.]+(e-?\d+)?/g) || []).map(Number);
    if (/^color\(srgb/.test(text)) return [numbers[0] * 255, numbers[1] * 255, numbers[2] * 255, numbers[3] ?? 1];
    return /^rgba?\(/.test(text) ? [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1] : null;
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const differ = (a, b) => Math.max(...[0, 1, 2].map((i) => Math.abs(a[i] - b[i])));
  const backdrop = (e) => {
    const layers = [];
    for (let at = e; at; at = up(at)) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      if (!colour) return null;
      layers.push(colour);
      if (colour[3] >= 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };

  const around = (e) => {
    const nodes = [[e, "self"]];
    let at = up(e);
    for (let level = 0; at && level < 4; level++, at = up(at)) nodes.push([at, "ancestor"]);
    const inside = (e.shadowRoot || e).querySelectorAll("*");
    for (let i = 0; i < inside.length && i < 12; i++) nodes.push([inside[i], "inside"]);
    for (const near of [e.previousElementSibling, e.nextElementSibling]) {
      if (!near) continue;
      nodes.push([near, "beside"]);
      for (let i = 0; i < near.children.length && i < 4; i++) nodes.push([near.children[i], "beside"]);
    }
    for (const label of e.labels || []) nodes.push([label, "label"]);
    return nodes;
  };
  const styles = (e, pseudo) => {
    const style = getComputedStyle(e, pseudo);
    if (pseudo && (style.content === "none" || style.content === "normal")) return "";
    return PROPS.map((prop) => style.getPropertyValue(prop));
  };
  const read = (nodes) => nodes.map(([e, where]) =>
    (where === "self" || where === "ancestor" || where === "label" || where === "beside" ? [null, "::before", "::after"] : [null]).map((pseudo) => styles(e, pseudo)));
  // Ends the transitions that the focus began, in the document and in the shadow roots around `e`.
  const still = (e) => {
    const running = document.getAnimations();
    if (e && e.shadowRoot) running.push(...e.shadowRoot.getAnimations());
    for (let root = e && e.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) running.push(...root.getAnimations());
    for (const animation of running) {
      try {
        if (animation.playState === "running" && animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
      } catch (error) {
        // An animation without a resolved end is left as it is.
      }
    }
  };

  // A look at `e` as it stands: what to compare with later.
  const look = (e) => {
    still(e);
    const nodes = around(e);
    const box = e.getBoundingClientRect();
    return { e, nodes, styles: read(nodes), box: [box.x + scrollX, box.y + scrollY, box.width, box.height] };
  };
  const solid = (text, under) => {
    const colour = rgba(text);
    if (!colour) return null;
    return colour[3] > 0.1 && (!under || differ(over(colour, under), under) >= 24);
  };
  const SHADOW = /(rgba?\([^)]*\)|color\([^)]*\))((?: -?[\d.]+px){2,4})( inset)?/g;
  // Is this change certain to be seen? true, or null where only pixels can tell.
  const certain = (e, prop, now, then, style, clipped) => {
    const behind = up(e) ? backdrop(up(e)) : [255, 255, 255, 1];
    const value = (name) => style[PROPS.indexOf(name)];
    if (prop.startsWith("outline")) {
      if (value("outline-style") === "none" || parseFloat(value("outline-width")) < 1 || clipped) return null;
      if (value("outline-style") === "auto") return solid(value("outline-color"), null) || null;
      return (behind && solid(value("outline-color"), behind)) || null;
    }
    if (prop === "box-shadow") {
      if (now === "none" || clipped || !behind) return null;
      const drawn = [...now.matchAll(SHADOW)].some(([, colour, lengths]) => lengths.trim().split(" ").some((l) => Math.abs(parseFloat(l)) >= 1) && solid(colour, behind));
      return drawn || null;
    }
    if (/color$|^fill$|^stroke$/.test(prop)) {
      const a = rgba(now), b = rgba(then);
      const shown = prop.startsWith("border") ? parseFloat(value(prop.replace("color", "width"))) >= 1 && value(prop.replace("color", "style")) !== "none"
        : prop === "color" ? lib.textOf(e, 5) !== ""
        : prop === "text-decoration-color" ? value("text-decoration-line") !== "none" : true;
      if (!a || !b || !shown || !behind) return null;
      return differ(over(a, behind), over(b, behind)) >= 24 || null;
    }
    if (/^border-\w+-width$/.test(prop)) {
      return (Math.abs(parseFloat(now) - parseFloat(then)) >= 1 && value(prop.replace("width", "style")) !== "none" && behind && solid(value(prop.replace("width", "color")), behind)) || null;
    }
    if (prop === "text-decoration-line") return lib.textOf(e, 5) !== "" || null;
    return null;
  };

  // What is different now that the focus is elsewhere: [where, property, value with focus, value without], and if it surely shows.
  const compare = (before, clipped, active) => {
    still(before.e);
    const now = read(before.nodes);
    const changes = [];
    let sure = false;
    const focused = (e) => active && e !== before.e && (e === active || e.contains(active) || active.contains(e));
    before.nodes.forEach(([e, where], n) => now[n].forEach((without, p) => {
      if (where !== "self" && where !== "ancestor" && focused(e)) return;
      const withFocus = before.styles[n][p];
      if (withFocus === without) return;
      if (typeof withFocus === "string" || typeof without === "string") {
        if (withFocus !== without) changes.push([where, "pseudo-element", withFocus ? "shown" : "", without ? "shown" : ""]);
        return;
      }
      for (let i = 0; i < PROPS.length; i++) {
        if (withFocus[i] === without[i]) continue;
        if (changes.length < 4) changes.push([where, PROPS[i], withFocus[i].slice(0, 80), without[i].slice(0, 80)]);
        if (!sure && e.isConnected && where !== "ancestor" && certain(e, PROPS[i], withFocus[i], without[i], withFocus, clipped)) sure = true;
      }
    }));
    return { changes, sure };
  };

  // Does this element draw anything where it stands?
  const opaque = (e) => {
    const style = getComputedStyle(e);
    for (let at = e; at; at = up(at)) if (parseFloat(getComputedStyle(at).opacity) < 0.9) return false;
    const colour = rgba(style.backgroundColor);
    return (colour && colour[3] >= 0.9) || style.backgroundImage !== "none" || ["img", "video", "canvas", "iframe"].includes(e.localName);
  };
  const clear = (text) => {
    const colour = rgba(text);
    return !!colour && colour[3] === 0;
  };
  return { look, compare, opaque, clear, still, up };
}
