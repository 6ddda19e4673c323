import { h } from "/static/dom.js";
import { userMenu } from "/variant/menu.js";
import { news } from "/variant/news.js";

export function header({ settings, channels, signOut }) {
  const jump = (event) => {
    location.hash = `#/channel/${event.target.value}`;
  };
  return h("div", { class: "top" },
    h("a", { class: "brand", href: "#/channel/general" }, h("img", { src: "/static/logo.svg", width: 126, height: 32 })),
    news(),
    h("span", { class: "spacer" }),
    h("select", { id: "jump", onchange: jump }, channels.map((channel) => h("option", { value: channel.name }, channel.name))),
    userMenu({ name: settings.displayName, signOut }));
}
