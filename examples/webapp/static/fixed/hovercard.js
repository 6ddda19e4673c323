import { h } from "/static/dom.js";

let cards = 0;

/**
 * A person's name with a card. The card opens on hover or on request, stays while the pointer is on it, and Escape
 * closes it without moving the pointer.
 */
export function author({ name, role, city }) {
  const id = `card-${++cards}`;
  const card = h("div", { class: "card", id, hidden: true }, h("p", {}, h("strong", {}, name)), h("p", {}, `${role}, ${city}`));
  const button = h("button", { class: "author", "aria-expanded": "false", "aria-controls": id }, name);
  const show = (open) => {
    card.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const onKey = (event) => {
    if (event.key === "Escape") show(false);
  };
  return h("div", {
    class: "who",
    onmouseenter() {
      show(true);
      document.addEventListener("keydown", onKey);
    },
    onmouseleave() {
      show(false);
      document.removeEventListener("keydown", onKey);
    },
    onclick: (event) => event.target === button && event.detail === 0 && show(card.hidden),
    onkeydown: onKey,
    onfocusout: () => show(false),
  }, button, card);
}
