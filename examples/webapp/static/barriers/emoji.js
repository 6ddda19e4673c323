import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

const EMOJI = [":-)", ";-)", ":-D", ":-(", "<3", "\\o/"];

export function emojiPicker(insert) {
  const list = h("div", { class: "emoji-list", hidden: true },
    EMOJI.map((emoji) => h("span", { class: "emoji-one", onclick: () => insert(emoji) }, emoji)));
  return h("div", { class: "emoji" },
    h("div", { class: "emoji-button", role: "button", "data-test": "emoji", onclick: () => (list.hidden = !list.hidden) }, icon("smile")),
    list);
}
