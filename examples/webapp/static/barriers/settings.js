import { Refused } from "/static/api.js";
import { h } from "/static/dom.js";
import { tabs } from "/variant/tabs.js";

const TIME_ZONES = ["Europe/London", "Europe/Vienna", "America/New_York"];
const NOTIFY = { all: "All messages", mentions: "Only when I am mentioned", nothing: "Nothing" };

export function settingsPage({ settings, save }) {
  return h("div", { class: "page" },
    h("div", { class: "page-title" }, "Settings"),
    tabs("Settings", { Profile: profile(settings, save), Notifications: notifications(settings, save) }));
}

function profile(settings, save) {
  const fields = {
    displayName: h("input", { value: settings.displayName, autocomplete: "fullname", "data-test": "displayName" }),
    email: h("input", { value: settings.email, autocomplete: "e-mail", "data-test": "email" }),
  };
  const zone = h("select", {}, TIME_ZONES.map((name) => h("option", { selected: name === settings.timeZone }, name)));
  const submit = async (event) => {
    event.preventDefault();
    const values = { displayName: fields.displayName.value, email: fields.email.value, timeZone: zone.value };
    const errors = await errorsOf(() => save(values));
    for (const [name, input] of Object.entries(fields)) input.classList.toggle("bad", name in errors);
  };
  return h("form", { onsubmit: submit },
    h("div", { class: "field" }, h("label", {}, "Display name"), h("br"), fields.displayName),
    h("div", { class: "field" }, h("label", {}, "E-mail"), h("br"), fields.email),
    h("div", { class: "field" }, h("label", {}, "Time zone"), h("br"), zone),
    h("button", { class: "button", "data-test": "save-profile" }, "Save profile"));
}

async function errorsOf(action) {
  try {
    await action();
    return {};
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return refused.errors;
  }
}

function notifications(settings, save) {
  let { notify, sound } = settings;
  const radio = ([value, label]) =>
    h("div", { class: "choice" }, h("input", { type: "radio", name: "notify", checked: value === notify, onchange: () => (notify = value) }), ` ${label}`);
  const toggle = h("div", {
    class: sound ? "switch on" : "switch",
    onclick() {
      sound = toggle.classList.toggle("on");
    },
  });
  return h("div", {},
    h("b", {}, "Notify me about"),
    Object.entries(NOTIFY).map(radio),
    h("div", { class: "choice" }, toggle, "Play a sound"),
    h("div", { class: "button inline", "data-test": "save-notifications", onclick: () => save({ notify, sound }) }, "Save notifications"));
}
