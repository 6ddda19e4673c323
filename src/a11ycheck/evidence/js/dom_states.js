// Decoration that is exposed all the same, focus inside controls, states and owned structure that contradict the document, and positive tabindex.
(tree, names, place) => {
  const { clean, role, refs } = tree;
  const short = (text, size) => text.slice(0, size);
  const truth = (e, attribute) => ({ true: true, false: false })[e.getAttribute(attribute)] ?? null;
  const said = (e) => ({ at: place(e), role: role(e), name: short(names.name(e).text, 80) });
  // Marked as decoration, yet exposed: names and focus overrule the marking (https://www.w3.org/TR/wai-aria-1.2/#conflict_resolution_presentation_none).
  const decorative = (list) => list.filter((e) => tree.exposed(e) && e.localName !== "iframe").map((e) => {
    const named = ["aria-label", "aria-labelledby"].filter((name) => clean(e.getAttribute(name)) && (name === "aria-label" || refs(e, name).length));
    const given = clean(e.getAttribute("role")).toLowerCase().split(" ")[0];
    return { e, by: given === "none" || given === "presentation" ? "role" : "alt", named: named[0] || "", tabbable: tree.tabbable(e) };
  }).filter(({ named, tabbable }) => named || tabbable).slice(0, 60)
    .map(({ e, by, named, tabbable }) => ({ ...said(e), tag: e.localName, by, named, tabbable, image: ["img", "svg", "canvas"].includes(e.localName) }));
  // What takes the focus inside controls whose content assistive technology does not get; controls in controls are axe's to find.
  const FLAT = new Set("button checkbox img math menuitemcheckbox menuitemradio meter option progressbar radio scrollbar separator slider switch tab".split(" "));
  const WIDGETS = new Set(("button checkbox combobox grid gridcell link listbox menu menubar menuitem menuitemcheckbox menuitemradio option progressbar radio " +
    "radiogroup scrollbar searchbox separator slider spinbutton switch tab tabpanel textbox tree treegrid treeitem tablist").split(" "));
  const nested = (list) => {
    const found = [];
    for (const e of list) {
      if (WIDGETS.has(role(e)) || !tree.tabbable(e) || !tree.exposed(e)) continue;
      let up = tree.parent(e);
      while (up && !FLAT.has(tree.explicitRole(up) || (up.localName === "button" ? "button" : ""))) up = tree.parent(up);
      if (up && tree.exposed(up)) found.push({ ...said(e), tag: e.localName, inside: role(up), inside_name: short(names.name(up).text, 80) });
    }
    return found.slice(0, 60);
  };
  // Of these widgets at most one can be chosen; what an inner one of the same kind owns is not counted.
  const SINGLE = { tablist: ["tab", "aria-selected"], radiogroup: ["radio", "aria-checked"], listbox: ["option", "aria-selected"] };
  const RANGES = ["progressbar", "meter", "slider", "scrollbar"];

  const contradictions = (e) => {
    const found = [];
    const say = (kind, says, is) => found.push({ kind, says: String(says), is: String(is) });
    if (e.localName === "input" && ["checkbox", "radio"].includes(e.type)) {
      const checked = truth(e, "aria-checked");
      if (checked !== null && checked !== e.checked && !e.indeterminate) say("aria-checked", checked, e.checked);
    }
    if (e.localName === "option" && truth(e, "aria-selected") === false && e.selected) say("aria-selected", false, true);
    if (e.disabled === true && truth(e, "aria-disabled") === false) say("aria-disabled", false, true);
    if (e.required === true && truth(e, "aria-required") === false) say("aria-required", false, true);
    if (e.readOnly === true && truth(e, "aria-readonly") === false) say("aria-readonly", false, true);
    if (e.localName === "summary" && e.parentElement.localName === "details") {
      const open = truth(e, "aria-expanded");
      if (open !== null && open !== e.parentElement.open) say("aria-expanded", open, e.parentElement.open);
    }
    if (RANGES.includes(tree.explicitRole(e)) && !(e.localName === "input" && e.type === "range")) {
      const [now, low, high] = [["aria-valuenow", NaN], ["aria-valuemin", 0], ["aria-valuemax", 100]].map(([name, other]) =>
        (e.hasAttribute(name) ? parseFloat(e.getAttribute(name)) : other));
      if (now < low || now > high) say("aria-valuenow", now, `${low} to ${high}`);
    }
    const controlled = e.hasAttribute("aria-expanded") && !e.hasAttribute("aria-haspopup") ? refs(e, "aria-controls") : [];
    if (controlled.length === 1 && truth(e, "aria-expanded") !== null && role(e) !== "combobox" && !controlled[0].contains(e)) {
      const text = clean(controlled[0].textContent);
      if (truth(e, "aria-expanded") && !tree.rendered(controlled[0]) && text) say("expanded-hidden", true, short(text, 60));
      if (!truth(e, "aria-expanded") && tree.visible(controlled[0]) && tree.box(controlled[0]).height > 4) {
        const seen = names.visibleText(controlled[0]);
        if (seen) say("collapsed-shown", false, short(seen, 60));
      }
    }
    const [part, state] = SINGLE[tree.explicitRole(e)] || [];
    if (part && e.getAttribute("aria-multiselectable") !== "true") {
      const chosen = [...e.querySelectorAll(`[role=${part}][${state}=true]`)].filter((one) => tree.exposed(one) && one.parentElement.closest(`[role=${role(e)}]`) === e);
      if (chosen.length > 1) say(`${state}-several`, chosen.length, chosen.slice(0, 3).map((one) => names.name(one).text).join(", "));
    }
    return found.map((one) => ({ ...said(e), ...one }));
  };

  const position = (e) => {
    const size = Number(e.getAttribute("aria-setsize")), at = Number(e.getAttribute("aria-posinset"));
    return size > 0 && at > size ? [{ ...said(e), kind: "aria-posinset", says: String(at), is: String(size) }] : [];
  };
  // What an element says to own: elements around itself, or elements that another one owns too.
  const owned = (e, owners) => {
    const found = [];
    for (const other of refs(e, "aria-owns")) {
      if (other === e || other.contains(e)) found.push({ ...said(e), kind: "owns-ancestor", says: other.id, is: other.localName });
      else if (owners.has(other)) found.push({ ...said(e), kind: "owned-twice", says: other.id, is: short(names.visibleText(other), 60) });
      owners.set(other, e);
    }
    return found;
  };
  const rowsOf = (e) => (e.localName === "table" ? [...e.rows] : [...e.querySelectorAll("[role=row]")]).filter((one) => tree.exposed(one));
  const counts = (e) => {
    const size = Number(e.getAttribute("aria-rowcount"));
    if (!(size > 0) || e.querySelector("table,[role=table],[role=grid],[role=treegrid]")) return [];
    const rows = rowsOf(e).length;
    return rows > size ? [{ ...said(e), kind: "aria-rowcount", says: String(size), is: String(rows) }] : [];
  };
  const active = (e) => {
    const [target] = refs(e, "aria-activedescendant");
    return target && !tree.rendered(target) ? [{ ...said(e), kind: "active-hidden", says: target.id, is: target.localName }] : [];
  };
  const states = (list) => {
    const owners = new Map();
    const shown = list.filter((e) => tree.exposed(e));
    return shown.flatMap((e) => [...contradictions(e), ...position(e), ...owned(e, owners), ...counts(e), ...active(e)]).slice(0, 100);
  };

  // Elements with a positive tabindex, with their place among all that take the focus: in the document and by the Tab key.
  const order = (list) => {
    const focused = list.filter((e) => tree.tabbable(e));
    if (!focused.some((e) => e.tabIndex > 0)) return [];
    const rank = (e) => (e.tabIndex > 0 ? e.tabIndex : Infinity);
    const stepped = focused.map((e, index) => ({ e, index })).sort((one, other) => (rank(one.e) === rank(other.e) ? one.index - other.index : rank(one.e) - rank(other.e)));
    return stepped.map(({ e, index }, step) => ({ e, index, step })).filter(({ e }) => e.tabIndex > 0).slice(0, 60).map(({ e, index, step }) => ({
      ...said(e), tabindex: e.tabIndex, in_document: index, by_tab: step,
    }));
  };
  return { decorative, nested, states, order };
}
