import { Refused } from "/static/api.js";
import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

export function openChannelDialog({ create }) {
  const name = h("input", { class: "channel-name", "data-test": "channel-name", placeholder: "Name" });
  const topic = h("input", { placeholder: "Purpose" });

  const submit = async () => {
    try {
      await create(name.value, topic.value);
      overlay.remove();
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      name.classList.add("bad");
    }
  };

  const overlay = h("div", { class: "overlay" },
    h("div", { class: "dialog", role: "dialog", "data-test": "dialog" },
      h("span", { class: "dialog-close", "data-test": "cancel", onclick: () => overlay.remove() }, icon("close")),
      h("div", { class: "dialog-title" }, "Create a channel"),
      h("div", { class: "field" }, name),
      h("div", { class: "field" }, topic),
      h("div", { class: "dialog-buttons" }, h("div", { class: "button", "data-test": "create", onclick: submit }, "Create"))));
  document.body.append(overlay);
  document.activeElement.blur();
}
