import { h } from "/static/dom.js";

const KEYS = { c: "Create a channel", Enter: "Send the message", "Shift + Enter": "Start a new line" };

export function helpPage() {
  return h("div", { class: "page help" },
    h("h1", {}, "Help"),
    h("h4", {}, "Keyboard"),
    h("table", {}, Object.entries(KEYS).map(([keys, what]) => h("tr", {}, h("td", {}, keys), h("td", {}, what)))),
    h("h4", {}, "Load of the server"),
    h("img", { src: "/static/load.svg", width: 320, height: 120 }),
    h("h4", {}, "Other languages"),
    h("div", {}, "Pour écrire à votre équipe, choisissez un canal dans la liste de gauche."),
    h("h4", {}, "Contact"),
    h("div", {}, "To write to us, ", h("a", { href: "mailto:help@parley.example" }, "click here"), ". By phone: 555-0142."));
}
