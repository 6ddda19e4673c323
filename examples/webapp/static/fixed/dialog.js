import { Refused } from "/static/api.js";
import { h } from "/static/dom.js";

/** A modal dialog: the browser keeps the focus inside, closes it on Escape and hands the focus back. */
export function openChannelDialog({ create }) {
  const name = h("input", {
    id: "channel-name", "data-test": "channel-name", autocomplete: "off", "aria-describedby": "channel-name-hint channel-name-error",
  });
  const topic = h("input", { id: "channel-topic", autocomplete: "off" });
  const error = h("p", { class: "error", id: "channel-name-error" });

  const submit = async (event) => {
    event.preventDefault();
    try {
      await create(name.value, topic.value);
      dialog.close();
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      error.textContent = `Error: ${refused.message}`;
      name.setAttribute("aria-invalid", "true");
      name.focus();
    }
  };

  const dialog = h("dialog", { class: "dialog", "data-test": "dialog", "aria-labelledby": "dialog-title", onclose: () => dialog.remove() },
    h("h2", { id: "dialog-title" }, "Create a channel"),
    h("form", { onsubmit: submit, novalidate: true },
      h("div", { class: "field" },
        h("label", { for: "channel-name" }, "Name (required)"), name,
        h("p", { class: "hint", id: "channel-name-hint" }, "Lower-case letters, digits and hyphens"), error),
      h("div", { class: "field" }, h("label", { for: "channel-topic" }, "Purpose"), topic),
      h("div", { class: "dialog-buttons" },
        h("button", { class: "button quiet", type: "button", "data-test": "cancel", onclick: () => dialog.close() }, "Cancel"),
        h("button", { class: "button", "data-test": "create" }, "Create"))));
  document.body.append(dialog);
  dialog.showModal();
  name.focus();
}
