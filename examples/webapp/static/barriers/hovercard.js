import { h } from "/static/dom.js";

export function author({ name, role, city }) {
  const card = h("div", { class: "card", hidden: true }, h("div", {}, h("b", {}, name)), h("div", {}, `${role}, ${city}`));
  return h("div", { class: "who" },
    h("span", { class: "author", onmouseenter: () => (card.hidden = false), onmouseleave: () => (card.hidden = true) }, name),
    card);
}
