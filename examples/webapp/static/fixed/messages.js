import { h } from "/static/dom.js";
import { author } from "/variant/hovercard.js";

const SHOWN_AT_FIRST = 12;

export function channelTitle({ name, topic }) {
  return h("div", { class: "channel-head" },
    h("h1", { id: "channel-title", tabindex: "-1" }, `#${name}`),
    h("p", { class: "topic" }, topic));
}

/** The latest messages in a log region, which announces new ones; earlier ones come on request. */
export function messageLog({ people, messages }) {
  const list = h("ul", {}, messages.slice(-SHOWN_AT_FIRST).map((message) => item(people, message)));
  const earlier = messages.slice(0, -SHOWN_AT_FIRST);
  const showEarlier = () => {
    list.prepend(...earlier.map((message) => item(people, message)));
    more.remove();
    list.querySelector("button").focus();
  };
  const more = h("button", { class: "button quiet", "data-test": "earlier", onclick: showEarlier }, `Show ${earlier.length} earlier messages`);
  const log = h("div", { class: "log", role: "log", "aria-label": "Messages" }, earlier.length > 0 && more, list);
  requestAnimationFrame(() => log.scrollTo(0, log.scrollHeight));
  return {
    element: log,
    add(message) {
      list.append(item(people, message));
      log.scrollTo(0, log.scrollHeight);
    },
  };
}

function item(people, { author: id, time, text, lang, picture, reactions = {} }) {
  return h("li", { class: "message", "data-test": "message" },
    h("img", { class: "avatar", src: `/static/avatar-${id}.svg`, alt: "" }),
    h("div", { class: "message-main" },
      h("div", { class: "message-head" }, author(people[id]), h("time", { datetime: time }, time)),
      h("p", { class: "message-text", lang }, text),
      picture && h("img", { class: "message-picture", src: `/static/${picture.file}`, alt: picture.alt, width: 320, height: 120 }),
      h("div", { class: "reactions" }, Object.entries(reactions).map(([name, count]) => reaction(name, count)))));
}

function reaction(name, count) {
  const label = (mine) => `${name} ${count + (mine ? 1 : 0)}`;
  const button = h("button", {
    class: "reaction", "aria-pressed": "false",
    onclick() {
      const mine = button.getAttribute("aria-pressed") === "false";
      button.setAttribute("aria-pressed", String(mine));
      button.textContent = label(mine);
    },
  }, label(false));
  return button;
}
