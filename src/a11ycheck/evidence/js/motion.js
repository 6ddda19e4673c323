// Text that moves by itself: where it stands now. `lib` is locate.js; `a11ycheckMoving` remembers the elements in this world.
(lib) => {
  const STOPS = /\b(pause|stop|play|hide|freeze|anhalten|motion|animation)\b/i;
  const MOST = 10, LONG = 5000;
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const carries = (e) => lib.textOf(e, 200).length >= 10 && !lib.closest(e, "[aria-hidden=true],[aria-busy=true],[role=progressbar],[role=status],progress");
  const found = () => {
    const moving = new Set(document.querySelectorAll("marquee"));
    for (const animation of document.getAnimations()) {
      const effect = animation.effect;
      if (animation.playState !== "running" || !effect || !effect.target || effect.pseudoElement) continue;
      if (animation.timeline !== document.timeline || effect.getComputedTiming().endTime <= LONG) continue;
      moving.add(effect.target);
    }
    return [...moving].filter((e) => visible(e) && carries(e)).slice(0, MOST);
  };
  const box = (e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    const { x, y } = range.getBoundingClientRect();
    const style = getComputedStyle(e);
    return [Math.round(x), Math.round(y), style.opacity, style.visibility, style.color, e.localName === "marquee" ? e.scrollLeft + "," + e.scrollTop : ""];
  };
  return {
    begin() {
      globalThis.a11ycheckMoving = found();
      const controls = [...document.querySelectorAll("button,[role=button],a[href],input,summary")];
      return {
        places: globalThis.a11ycheckMoving.map(lib.locate),
        boxes: globalThis.a11ycheckMoving.map(box),
        stoppers: controls.filter((e) => visible(e) && STOPS.test(`${lib.name(e)} ${e.title}`)).length,
        alone: globalThis.a11ycheckMoving.map((e) => lib.textOf(document.body, 400).length <= lib.textOf(e, 400).length),
      };
    },
    boxes: () => globalThis.a11ycheckMoving.map((e) => (e.isConnected && visible(e) ? box(e) : null)),
  };
}
