import { h } from "/static/dom.js";

/** The page around the content, with a way past the header and the channels. */
export function workspaceFrame({ header, channels, content }) {
  const main = h("main", { class: "main", id: "main", tabindex: "-1" }, content);
  const skip = (event) => {
    event.preventDefault();
    main.focus();
  };
  return h("div", { class: "frame" },
    h("a", { class: "skip", href: "#main", onclick: skip }, "Skip to content"),
    header,
    h("div", { class: "body" }, channels, main));
}

/** A new view is a new page to its reader: it has its own title, and reading goes on at its heading. */
export function showPage(root, title, element, moveFocus) {
  root.replaceChildren(element);
  document.title = `${title} – Parley`;
  if (moveFocus) root.querySelector("h1").focus();
}
