import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";
import { emojiPicker } from "/variant/emoji.js";

export function composer({ channel, send }) {
  const text = h("textarea", {
    id: "message-text", "data-test": "message-text", rows: 2, "aria-describedby": "message-hint",
    onkeydown(event) {
      if (event.key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        form.requestSubmit();
      }
    },
  });
  const goOnWriting = () => {
    text.focus();
    text.scrollIntoView({ block: "nearest" });
  };
  const submit = async (event) => {
    event.preventDefault();
    if (!text.value.trim()) return;
    const written = text.value;
    text.value = "";
    await send(written);
    goOnWriting();
  };
  const insert = (emoji) => {
    text.setRangeText(emoji, text.selectionStart, text.selectionEnd, "end");
    goOnWriting();
  };
  const form = h("form", { class: "composer", onsubmit: submit },
    h("label", { for: "message-text" }, `Message to #${channel.name}`),
    h("div", { class: "composer-row" },
      text,
      emojiPicker(insert),
      h("button", { class: "button send", "data-test": "send" }, icon("send"), "Send")),
    h("p", { class: "hint", id: "message-hint" }, "Enter sends, Shift + Enter starts a new line."));
  return form;
}
