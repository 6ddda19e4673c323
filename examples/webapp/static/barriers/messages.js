import { h } from "/static/dom.js";
import { author } from "/variant/hovercard.js";

const SHOWN_AT_FIRST = 12;

export function channelTitle({ name, topic }) {
  return h("div", { class: "channel-head" },
    h("h1", {}, `#${name}`),
    h("div", { class: "topic" }, topic));
}

export function messageLog({ people, messages }) {
  const earlier = messages.slice(0, -SHOWN_AT_FIRST);
  const log = h("div", {
    class: "log",
    onscroll() {
      if (log.scrollTop === 0) log.prepend(...earlier.splice(0).map((message) => item(people, message)));
    },
  }, messages.slice(-SHOWN_AT_FIRST).map((message) => item(people, message)));
  requestAnimationFrame(() => log.scrollTo(0, log.scrollHeight));
  return {
    element: log,
    add(message) {
      log.append(item(people, message));
      log.scrollTo(0, log.scrollHeight);
    },
  };
}

function item(people, { author: id, time, text, picture, reactions = {} }) {
  return h("div", { class: "message", "data-test": "message" },
    h("img", { class: "avatar", src: `/static/avatar-${id}.svg` }),
    h("div", { class: "message-main" },
      h("div", { class: "message-head" }, author(people[id]), h("span", { class: "time" }, time)),
      h("div", { class: "message-text" }, text),
      picture && h("img", { class: "message-picture", src: `/static/${picture.file}`, alt: picture.file, width: 320, height: 120 }),
      h("div", { class: "reactions" }, Object.entries(reactions).map(([name, count]) => reaction(name, count)))));
}

function reaction(name, count) {
  const button = h("div", {
    class: "reaction",
    onmousedown() {
      const mine = button.classList.toggle("mine");
      button.textContent = `${name} ${count + (mine ? 1 : 0)}`;
    },
  }, `${name} ${count}`);
  return button;
}
