import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

export function userMenu({ name, signOut }) {
  const goTo = (hash) => () => {
    location.hash = hash;
  };
  const list = h("div", { class: "menu-list", hidden: true },
    h("div", { class: "menu-item", onclick: goTo("#/settings") }, "Settings"),
    h("div", { class: "menu-item", onclick: goTo("#/help") }, "Help"),
    h("div", { class: "menu-item", onclick: signOut }, "Sign out"));
  return h("div", { class: "menu" },
    h("div", { class: "menu-button", "data-test": "user-menu", onclick: () => (list.hidden = !list.hidden) }, name, icon("down")),
    list);
}
