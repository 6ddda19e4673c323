import { h } from "/static/dom.js";
import { icon } from "/static/icons.js";

export function channelList({ channels, current, openDialog }) {
  const row = ({ name, unread }) =>
    h("div", {
      class: name === current ? "channel-link current" : "channel-link", "data-test": `channel-${name}`,
      onclick: () => (location.hash = `#/channel/${name}`),
    }, `# ${name}`, unread > 0 && h("span", { class: "unread" }));
  const opener = h("button", { class: "new-channel", "data-test": "new-channel", onclick: () => openDialog(opener) }, icon("plus"));
  document.onkeydown = (event) => {
    if (event.key === "c" && event.target === document.body) openDialog(opener);
  };
  return h("div", { class: "side" },
    h("div", { class: "side-head" }, h("div", { class: "side-title" }, "Channels"), opener),
    channels.map(row));
}
