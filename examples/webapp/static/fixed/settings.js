import { Refused } from "/static/api.js";
import { h } from "/static/dom.js";
import { tabs } from "/variant/tabs.js";

const TIME_ZONES = ["Europe/London", "Europe/Vienna", "America/New_York"];
const NOTIFY = { all: "All messages", mentions: "Only when I am mentioned", nothing: "Nothing" };

export function settingsPage({ settings, save }) {
  return h("div", { class: "page" },
    h("h1", { tabindex: "-1" }, "Settings"),
    tabs("Settings", { Profile: profile(settings, save), Notifications: notifications(settings, save) }));
}

function profile(settings, save) {
  const fields = {
    displayName: textField("displayName", "Display name (required)", settings.displayName, "name"),
    email: textField("email", "E-mail (required)", settings.email, "email"),
  };
  const zone = h("select", { id: "timeZone" }, TIME_ZONES.map((name) => h("option", { selected: name === settings.timeZone }, name)));
  const submit = async (event) => {
    event.preventDefault();
    const values = { displayName: fields.displayName.input.value, email: fields.email.input.value, timeZone: zone.value };
    showErrors(fields, await errorsOf(() => save(values)));
  };
  return h("form", { onsubmit: submit, novalidate: true },
    Object.values(fields).map(({ element }) => element),
    h("div", { class: "field" }, h("label", { for: "timeZone" }, "Time zone"), zone),
    h("button", { class: "button", "data-test": "save-profile" }, "Save profile"));
}

function textField(id, label, value, autocomplete) {
  const input = h("input", { id, name: id, value, autocomplete, "data-test": id, "aria-describedby": `${id}-error` });
  const error = h("p", { class: "error", id: `${id}-error` });
  return { input, error, element: h("div", { class: "field" }, h("label", { for: id }, label), input, error) };
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

function showErrors(fields, errors) {
  for (const [name, { input, error }] of Object.entries(fields)) {
    error.textContent = errors[name] ? `Error: ${errors[name]}` : "";
    input.setAttribute("aria-invalid", String(name in errors));
  }
  Object.values(fields).find(({ error }) => error.textContent)?.input.focus();
}

function notifications(settings, save) {
  const submit = (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    return save({ notify: data.get("notify"), sound: data.has("sound") });
  };
  return h("form", { onsubmit: submit },
    h("fieldset", {},
      h("legend", {}, "Notify me about"),
      Object.entries(NOTIFY).map(([value, label]) =>
        h("label", { class: "choice" }, h("input", { type: "radio", name: "notify", value, checked: value === settings.notify }), label))),
    h("label", { class: "choice" }, h("input", { type: "checkbox", name: "sound", checked: settings.sound }), "Play a sound"),
    h("button", { class: "button", "data-test": "save-notifications" }, "Save notifications"));
}
