import { h } from "/static/dom.js";

export function workspaceFrame({ header, channels, content }) {
  return h("div", { class: "frame" },
    h("a", { class: "skip", href: "#content" }, "Skip to content"),
    header,
    h("div", { class: "body" }, channels, h("div", { class: "main" }, content)));
}

export function showPage(root, title, element) {
  root.replaceChildren(element);
}
