import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

/** A menu button as the ARIA Authoring Practices describe it: arrow keys inside, Escape back to the button. */
export function userMenu({ name, signOut }) {
  const items = [
    h("a", { role: "menuitem", tabindex: "-1", href: "#/settings" }, "Settings"),
    h("a", { role: "menuitem", tabindex: "-1", href: "#/help" }, "Help"),
    h("button", { role: "menuitem", tabindex: "-1", onclick: signOut }, "Sign out"),
  ];
  const list = h("div", { class: "menu-list", role: "menu", id: "user-menu", "aria-labelledby": "user-button", hidden: true }, items);
  const button = h("button", {
    class: "menu-button", id: "user-button", "data-test": "user-menu",
    "aria-haspopup": "menu", "aria-expanded": "false",
  }, name, icon("down"));
  const menu = h("div", { class: "menu" }, button, list);

  const close = () => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  const openAt = (index) => {
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    items.at(index).focus();
  };
  button.addEventListener("click", () => (list.hidden ? openAt(0) : close()));
  button.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      openAt(event.key === "ArrowDown" ? 0 : -1);
    }
  });
  list.addEventListener("click", close);
  list.addEventListener("keydown", (event) => {
    const here = items.indexOf(document.activeElement);
    const target = { ArrowDown: (here + 1) % items.length, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      items.at(target).focus();
    } else if (event.key === "Escape") {
      close();
      button.focus();
    } else if (event.key === " ") {
      event.preventDefault();
      document.activeElement.click();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (!menu.contains(event.relatedTarget)) close();
  });
  return menu;
}
