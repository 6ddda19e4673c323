import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { emojiPicker } from "/variant/emoji.js";

export function composer({ channel, send }) {
  const text = h("textarea", {
    id: "message-text", "data-test": "message-text", rows: 2, placeholder: `Message #${channel.name}`,
    onkeydown(event) {
      if (event.key === "Tab") {
        event.preventDefault();
        insert("    ");
      } else if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        submit();
      }
    },
  });
  const submit = async () => {
    if (!text.value.trim()) return;
    const written = text.value;
    text.value = "";
    await send(written);
  };
  const insert = (characters) => text.setRangeText(characters, text.selectionStart, text.selectionEnd, "end");
  return h("div", { class: "composer" },
    h("div", { class: "composer-row" },
      text,
      emojiPicker(insert),
      h("button", { class: "button send", tabindex: "1", "aria-label": "submit message form", "data-test": "send", onclick: submit }, icon("send"), "Send")));
}
