import { h } from "/static/dom.js";

export function tabs(label, panels) {
  const contents = Object.values(panels).map((content) => h("div", {}, content));
  const heads = Object.keys(panels).map((title, index) =>
    h("div", { class: "tab", role: "tab", "data-test": `tab-${index}`, onclick: () => select(index) }, title));
  const select = (index) => {
    heads.forEach((head, other) => head.classList.toggle("on", other === index));
    contents.forEach((content, other) => (content.hidden = other !== index));
  };
  select(0);
  return h("div", {}, h("div", { class: "tabs" }, heads), contents);
}
