import { h } from "/static/dom.js";

const SHOWN_FOR = 5000;

export function toast(text) {
  const box = h("div", { class: "toasts" }, h("div", { class: "toast", "data-test": "toast" }, text));
  document.body.append(box);
  setTimeout(() => box.remove(), SHOWN_FOR);
}
