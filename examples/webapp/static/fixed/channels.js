import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

export function channelList({ channels, current, openDialog }) {
  const link = ({ name, unread }) =>
    h("li", {},
      h("a", {
        class: "channel-link", href: `#/channel/${name}`, "data-test": `channel-${name}`,
        "aria-current": name === current && "page",
      }, `# ${name}`, unread > 0 && h("span", { class: "unread" }, unread, h("span", { class: "visually-hidden" }, " unread"))));
  const opener = h("button", { class: "new-channel", "data-test": "new-channel", onclick: () => openDialog(opener) },
    icon("plus"), "New channel");
  return h("nav", { class: "side", "aria-labelledby": "channels-title" },
    h("div", { class: "side-head" }, h("h2", { id: "channels-title" }, "Channels")),
    h("ul", {}, channels.map(link)),
    opener);
}
