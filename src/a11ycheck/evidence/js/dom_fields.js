// Form fields with everything that labels them, and groups of radio buttons and checkboxes with the text that may be their question.
(tree, names, place) => {
  const { clean, role, refs, parent } = tree;
  const short = (text, size) => (text.length > size ? text.slice(0, size - 1) + "…" : text);
  const GROUPS = ["group", "radiogroup"];
  const group = (e) => {
    for (let up = parent(e); up; up = parent(up)) {
      if (up.localName === "fieldset" || GROUPS.includes(tree.explicitRole(up))) return up;
    }
    return null;
  };
  const labelled = (e) => (e.labels ? [...e.labels] : []).map((one) => short(names.content(one), 200));
  const before = (e) => {
    const texts = [];
    const stop = e.closest("form,fieldset,body,main,section,dialog") || document.body;
    const walker = document.createTreeWalker(e.getRootNode(), NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    walker.currentNode = e;
    for (let steps = 0, node = walker.previousNode(); node && steps < 12; node = walker.previousNode(), steps++) {
      if (node.nodeType === 1) {
        if (node === stop || ["input", "select", "textarea", "button"].includes(node.localName)) break;
      } else if (clean(node.data) && node.parentElement && tree.rendered(node.parentElement)) {
        texts.unshift(clean(node.data));
        if (texts.join(" ").length > 80) break;
      }
    }
    return short(texts.join(" "), 160);
  };
  const TYPED = "input:not([type=hidden],[type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio]),textarea,select";
  const buttons = "button,[role=button],input[type=submit],input[type=button],input[type=image]";
  // A field with a button right beside it and no other field may be labelled by that button (WCAG technique G167).
  const beside = (e) => {
    const shown = (list) => [...list].filter((one) => tree.rendered(one));
    for (let up = parent(e), steps = 0; up && steps < 4; up = parent(up), steps++) {
      if (shown(up.querySelectorAll(TYPED)).length > 1) return "";
      const found = shown(up.querySelectorAll(buttons))[0];
      if (found) return short(names.name(found).text, 80);
    }
    return "";
  };
  // How a field's label is marked: a star that people see, in text or by style, or a colour or weight of its own.
  const STAR = /[*＊∗✱✳]/;
  const mark = (e) => {
    const label = (e.labels && e.labels[0]) || refs(e, "aria-labelledby")[0];
    if (!label || !tree.rendered(label)) return null;
    const style = getComputedStyle(label);
    const made = [label, ...[...label.querySelectorAll("*")].slice(0, 10)].map((one) => getComputedStyle(one, "::after").content + getComputedStyle(one, "::before").content).join("");
    const classes = [e, label, parent(label)].filter(Boolean).map((one) => one.getAttribute("class") || "").join(" ");
    return {
      star: STAR.test(names.visibleText(label)) || STAR.test(made), color: style.color, weight: Number(style.fontWeight),
      classed: /(?:^|[\s_-])(?:required|mandatory)(?:$|[\s_-])/i.test(classes), label: short(names.visibleText(label), 120),
    };
  };
  const forms = new Map();
  const formOf = (e) => {
    const form = e.form || e.closest("form,[role=form]") || document;
    if (!forms.has(form)) forms.set(form, forms.size);
    return forms.get(form);
  };
  const row = (e) => {
    const cell = e.closest("td,th,[role=cell],[role=gridcell],li,[role=row],tr");
    return cell !== null;
  };
  const last = (e, headings) => {
    let found = "";
    for (const one of headings) {
      if (!tree.comesBefore(one, e)) break;
      if (tree.visible(one)) found = short(names.visibleText(one), 120);
    }
    return found;
  };
  const field = (headings) => (e) => {
    const { text, source } = names.name(e);
    const around = group(e);
    return {
      at: place(e), tag: e.localName, type: e.localName === "input" ? e.type : "", role: role(e), name: short(text, 200), source, labels: labelled(e),
      placeholder: clean(e.getAttribute("placeholder")), title: clean(e.getAttribute("title")), before: before(e), beside: beside(e),
      described: short(refs(e, "aria-describedby").map((one) => names.content(one)).join(" "), 200),
      field_name: clean(e.getAttribute("name")), id: e.id, autocomplete: e.getAttribute("autocomplete"), input_mode: e.getAttribute("inputmode") || "",
      required: e.required === true, aria_required: e.getAttribute("aria-required") === "true", invalid: e.getAttribute("aria-invalid") || "",
      disabled: tree.disabled(e) || e.getAttribute("aria-disabled") === "true", read_only: e.readOnly === true, filled: typeof e.value === "string" && e.value !== "",
      exposed: tree.exposed(e), rendered: tree.rendered(e), off_screen: tree.offScreen(e), tabbable: tree.tabbable(e),
      mark: mark(e), form: formOf(e), repeated_part: row(e), heading: last(e, headings), label_text: seenLabel(e),
      group: around ? { role: around.localName === "fieldset" ? "fieldset" : tree.explicitRole(around), name: short(names.name(around).text, 200) } : null,
    };
  };
  // The label's text as people see it, when a name from elsewhere replaces it.
  const seenLabel = (e) => {
    if (!e.labels || !e.labels.length || !(e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby"))) return "";
    return short(clean([...e.labels].filter((one) => tree.visible(one) && tree.box(one).width > 1).map((one) => names.visibleText(one)).join(" ")), 200);
  };
  const common = (list) => {
    let up = list[0];
    while (up && !list.every((one) => up.contains(one))) up = up.parentElement;
    return up;
  };
  // A question stands directly before its answers: text in the element around them or right before it, which no label owns.
  const lead = (list, around) => {
    const walker = document.createTreeWalker(around.parentElement || around, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    walker.currentNode = list[0];
    const parts = [];
    let block = null;
    for (let steps = 0, node = walker.previousNode(); node && steps < 12; node = walker.previousNode(), steps++) {
      if (node.nodeType === 1) {
        if (node.matches("input,select,textarea,button")) break;
        continue;
      }
      const holder = node.parentElement;
      if (!clean(node.data) || !tree.rendered(holder)) continue;
      const label = holder.closest("label");
      if ((label && label.control) || holder.closest("button,a,select,option,legend,summary")) break;
      const part = holder.closest("details,nav,aside,section,article");
      if (part && !part.contains(list[0])) break;
      const own = holder.closest("p,h1,h2,h3,h4,h5,h6,div,td,th,dt,span,strong,b,em,li") || holder;
      if (block && own !== block && !block.contains(own) && !own.contains(block)) break;
      block = block || own;
      parts.unshift(clean(node.data));
    }
    return { text: short(parts.join(" "), 200), tag: block ? block.localName : "" };
  };
  const choices = (list) => {
    const sets = new Map();
    for (const e of list) {
      if (e.localName !== "input" || !["radio", "checkbox"].includes(e.type) || !e.name || !tree.exposed(e)) continue;
      const key = `${e.type} ${e.name} ${e.form ? [...document.forms].indexOf(e.form) : ""}`;
      sets.set(key, [...(sets.get(key) || []), e]);
    }
    return [...sets.values()].filter((set) => set.length > 1).map((set) => {
      const around = common(set);
      const owner = group(set[0]);
      const covers = owner && set.every((one) => owner.contains(one)) ? owner : null;
      return {
        at: place(set[0]), type: set[0].type, count: set.length, grouped: covers !== null, group_name: covers ? short(names.name(covers).text, 200) : "",
        lead: around ? lead(set, around) : { text: "", tag: "" }, names: set.slice(0, 12).map((one) => short(names.name(one).text, 120)),
        described: set.every((one) => refs(one, "aria-describedby").length > 0), named_apart: set.every((one) => clean(one.getAttribute("aria-label")) !== ""), labelled_by_several: set.every((one) => refs(one, "aria-labelledby").length > 1),
      };
    });
  };
  return { fields: (list, headings) => list.map(field(headings)), choices };
}
