import { h } from "/static/dom.js";
import { userMenu } from "/variant/menu.js";
import { news } from "/variant/news.js";

export function header({ settings, channels, signOut }) {
  const select = h("select", { id: "jump" },
    channels.map((channel) => h("option", { value: channel.name }, channel.name)));
  const jump = (event) => {
    event.preventDefault();
    location.hash = `#/channel/${select.value}`;
  };
  return h("header", { class: "top" },
    h("a", { class: "brand", href: "#/channel/general" },
      h("img", { src: "/static/logo.svg", alt: "Parley, home", width: 126, height: 32 })),
    news(),
    h("span", { class: "spacer" }),
    h("form", { class: "jump", onsubmit: jump },
      h("label", { for: "jump" }, "Jump to"), select, h("button", { class: "button quiet" }, "Go")),
    userMenu({ name: settings.displayName, signOut }));
}
