import { h } from "/static/dom.js";

const KEYS = { Enter: "Send the message", "Shift + Enter": "Start a new line", Escape: "Close a menu, dialog or card" };

export function helpPage() {
  return h("div", { class: "page help" },
    h("h1", { tabindex: "-1" }, "Help"),
    h("h2", {}, "Keyboard"),
    h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Keys"), h("th", { scope: "col" }, "What they do"))),
      h("tbody", {}, Object.entries(KEYS).map(([keys, what]) => h("tr", {}, h("td", {}, keys), h("td", {}, what))))),
    h("h2", {}, "Load of the server"),
    h("img", { src: "/static/load.svg", alt: "Line chart of the server load: flat at 20 percent, one peak of 70 percent at midnight.", width: 320, height: 120 }),
    h("h2", {}, "Other languages"),
    h("p", { lang: "fr" }, "Pour écrire à votre équipe, choisissez un canal dans la liste de gauche."),
    h("h2", {}, "Contact"),
    h("p", {}, "Write to ", h("a", { href: "mailto:help@parley.example" }, "help@parley.example"), " or call 555-0142."));
}
