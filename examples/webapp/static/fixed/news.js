import { h } from "/static/dom.js";

const NEWS = ["Parley 4.2 goes live tonight at ten.", "Fire drill at eleven.", "New: shared channels with partners."];

/** One piece of news at a time; nothing moves, the next one comes on request. */
export function news() {
  let shown = 0;
  const text = h("p", { class: "news-text", role: "status" }, NEWS[shown]);
  const next = () => {
    shown = (shown + 1) % NEWS.length;
    text.textContent = NEWS[shown];
  };
  return h("div", { class: "news", role: "group", "aria-label": "News" },
    text, h("button", { class: "news-next", onclick: next }, "Next news"));
}
