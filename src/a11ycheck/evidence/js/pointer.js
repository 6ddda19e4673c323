// What answers a pointer in ways other than a click. `lib` is locate.js.
// Takes [[path, labels], …]: a path as of listened.py, labels among down, drag, multipoint, path.
(lib) => (listened) => {
  const MOST = 20;
  const LIBRARY = "[draggable=true],[data-rbd-drag-handle-draggable-id],[data-rfd-drag-handle-draggable-id],[data-sortable-id],.ui-draggable,.ui-sortable > *,.gu-draggable,.sortable-handle,.drag-handle,[aria-roledescription=draggable],[aria-roledescription=sortable],[aria-grabbed]";
  const SLIDER = "[role=slider],[role=separator][tabindex],.ui-slider-handle,.noUi-handle";
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1;
  const follow = (path) => path.reduce((at, step) => at && (step === "shadow" ? at.shadowRoot : at.children[step]), document);
  const whole = (e) => e === document.body || e === document.documentElement;
  const found = { down: [], drag: [], gesture: [] };
  const taken = { down: new Set(), drag: new Set(), gesture: new Set() };
  const add = (list, e, more) => {
    if (found[list].length >= MOST || taken[list].has(e) || !shown(e)) return;
    for (const other of taken[list]) if (other.contains(e)) return;
    taken[list].add(e);
    found[list].push({ place: lib.locate(e), ...more });
  };
  for (const e of document.querySelectorAll(LIBRARY)) add("drag", e, { by: e.draggable && e.getAttribute("draggable") === "true" ? "draggable" : "library" });
  for (const e of document.querySelectorAll(SLIDER)) if (e.localName !== "input") add("drag", e, { by: "slider" });
  for (const [path, labels] of listened) {
    const e = follow(path);
    if (!e || !(e instanceof Element)) continue;
    if (labels.includes("multipoint")) add("gesture", e, { kind: "multipoint" });
    else if (labels.includes("path")) add("gesture", e, { kind: "path" });
    if (whole(e)) continue;
    if (labels.includes("drag") && !e.matches("input,textarea,select") && !e.isContentEditable) add("drag", e, { by: "listener" });
    if (labels.includes("down") && !e.matches("input,textarea,select,option,video,audio,canvas,form")) add("down", e, {});
  }
  return found;
}
