import { h } from "/static/dom.js";

/** Tabs as the ARIA Authoring Practices describe them; `panels` maps a title to its content. */
export function tabs(label, panels) {
  const entries = Object.entries(panels).map(([title, content], index) => ({
    tab: h("button", { class: "tab", role: "tab", id: `tab-${index}`, "aria-controls": `panel-${index}`, "data-test": `tab-${index}` }, title),
    panel: h("div", { role: "tabpanel", id: `panel-${index}`, "aria-labelledby": `tab-${index}` }, content),
  }));
  const select = (chosen) => {
    for (const { tab, panel } of entries) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panel.hidden = tab !== chosen;
    }
  };
  const all = entries.map(({ tab }) => tab);
  const list = h("div", {
    class: "tabs", role: "tablist", "aria-label": label,
    onclick: (event) => event.target.role === "tab" && select(event.target),
    onkeydown(event) {
      const here = all.indexOf(document.activeElement);
      const target = { ArrowRight: (here + 1) % all.length, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
      if (target === undefined) return;
      event.preventDefault();
      select(all.at(target));
      all.at(target).focus();
    },
  }, all);
  select(all[0]);
  return h("div", {}, list, entries.map(({ panel }) => panel));
}
