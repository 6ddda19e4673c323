// Hidden things that take focus, states and owned structure that contradict the document, live regions, repeated ids.
(tree, names, place) => {
  const { clean, role, hiddenRoot, refs, parent } = tree;
  const short = (text, size) => text.slice(0, size);
  const hiddenFocus = (list) => list.filter((e) => (hiddenRoot(e) || tree.explicitRole(e) === "none" || tree.explicitRole(e) === "presentation") && tree.tabbable(e))
    .slice(0, 100).map((e) => ({
      at: place(e), by: hiddenRoot(e) ? "aria-hidden" : "role", role: role(e), name: short(names.name(e).text, 80), off_screen: tree.offScreen(e),
      tabindex: e.getAttribute("tabindex"), tag: e.localName,
    }));
  const truth = (e, attribute) => ({ true: true, false: false })[e.getAttribute(attribute)] ?? null;
  const contradictions = (e) => {
    const found = [];
    const say = (kind, says, is) => found.push({ kind, says: String(says), is: String(is) });
    if (e.localName === "input" && ["checkbox", "radio"].includes(e.type)) {
      const said = truth(e, "aria-checked");
      if (said !== null && said !== e.checked && !e.indeterminate) say("aria-checked", said, e.checked);
    }
    if (e.disabled === true && truth(e, "aria-disabled") === false) say("aria-disabled", false, true);
    if (e.required === true && truth(e, "aria-required") === false) say("aria-required", false, true);
    if (e.readOnly === true && truth(e, "aria-readonly") === false) say("aria-readonly", false, true);
    if (e.localName === "summary" && e.parentElement.localName === "details") {
      const said = truth(e, "aria-expanded");
      if (said !== null && said !== e.parentElement.open) say("aria-expanded", said, e.parentElement.open);
    }
    const now = Number(e.getAttribute("aria-valuenow"));
    if (e.hasAttribute("aria-valuenow") && e.localName !== "input") {
      const low = Number(e.getAttribute("aria-valuemin") ?? 0), high = Number(e.getAttribute("aria-valuemax") ?? 100);
      if (now < low || now > high) say("aria-valuenow", now, `${low} to ${high}`);
    }
    const controlled = e.hasAttribute("aria-expanded") ? refs(e, "aria-controls") : [];
    if (controlled.length === 1 && truth(e, "aria-expanded") !== null && role(e) !== "combobox") {
      const shown = tree.visible(controlled[0]) && tree.box(controlled[0]).height > 0;
      if (shown !== truth(e, "aria-expanded")) say("aria-expanded-controls", truth(e, "aria-expanded"), shown);
    }
    if (role(e) === "tablist" && e.getAttribute("aria-multiselectable") !== "true") {
      const chosen = [...e.querySelectorAll("[role=tab][aria-selected=true]")].length;
      if (chosen > 1) say("aria-selected", `${chosen} tabs`, "one tab");
    }
    if (role(e) === "radiogroup") {
      const chosen = [...e.querySelectorAll("[role=radio][aria-checked=true]")].length;
      if (chosen > 1) say("aria-checked-group", `${chosen} radio buttons`, "one");
    }
    return found.map((one) => ({ at: place(e), role: role(e), name: short(names.name(e).text, 80), ...one }));
  };
  const sets = (list) => {
    const groups = new Map();
    for (const e of list) {
      const size = Number(e.getAttribute("aria-setsize")), position = Number(e.getAttribute("aria-posinset"));
      const key = parent(e);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push({ e, size, position });
    }
    const found = [];
    for (const items of groups.values()) {
      for (const { e, size, position } of items) {
        if (size > 0 && position > size) found.push({ at: place(e), role: role(e), name: short(names.name(e).text, 80), kind: "aria-posinset", says: String(position), is: `a set of ${size}` });
      }
    }
    return found;
  };
  const states = (list) => [...list.flatMap(contradictions), ...sets(list.filter((e) => e.hasAttribute("aria-posinset") && tree.exposed(e)))].slice(0, 100);
  const live = (list) => list.map((e) => ({
    at: place(e), role: tree.explicitRole(e) || role(e), live: e.getAttribute("aria-live") || "", hidden: !tree.rendered(e) || hiddenRoot(e) !== null,
    empty: !clean(e.textContent), controls: e.querySelectorAll("a[href],button,input,select,textarea").length,
  }));
  const order = (list) => list.filter((e) => e.tabIndex > 0 && tree.tabbable(e)).slice(0, 60).map((e) => ({
    at: place(e), tabindex: e.tabIndex, role: role(e), name: short(names.name(e).text, 80),
  }));
  return { hiddenFocus, states, live, order };
}
