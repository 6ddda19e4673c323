import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

const EMOJI = { ":-)": "smile", ";-)": "wink", ":-D": "laugh", ":-(": "sad", "<3": "heart", "\\o/": "hooray" };

/** A button with a list of emoji; Escape and choosing one close it. */
export function emojiPicker(insert) {
  const button = h("button", {
    class: "button quiet", type: "button", "aria-expanded": "false", "aria-controls": "emoji-list", "aria-label": "Emoji",
    "data-test": "emoji", onclick: () => show(list.hidden),
  }, icon("smile"));
  const list = h("div", { class: "emoji-list", id: "emoji-list", role: "group", "aria-label": "Emoji", hidden: true },
    Object.entries(EMOJI).map(([emoji, name]) =>
      h("button", { class: "emoji-one", type: "button", onclick: () => choose(emoji) }, `${emoji} `, h("span", {}, name))));
  const show = (open) => {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const choose = (emoji) => {
    show(false);
    insert(emoji);
  };
  const picker = h("div", {
    class: "emoji",
    onkeydown(event) {
      if (event.key !== "Escape" || list.hidden) return;
      show(false);
      button.focus();
    },
    onfocusout(event) {
      if (!picker.contains(event.relatedTarget)) show(false);
    },
  }, button, list);
  return picker;
}
