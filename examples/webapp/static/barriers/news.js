import { h } from "/static/dom.js";

export function news() {
  return h("div", { class: "news" },
    h("span", { class: "news-text" }, "Parley 4.2 goes live tonight at ten. · Fire drill at eleven. · New: shared channels with partners."));
}
