import { Refused } from "/static/api.js";
import { h } from "/static/dom.js";

export function loginPage({ signIn }) {
  const username = h("input", { id: "username", name: "username", placeholder: "User name", autocomplete: "user" });
  const password = h("input", {
    id: "password", name: "password", type: "password", placeholder: "Password", autocomplete: "off",
    onpaste: (event) => event.preventDefault(),
  });

  const submit = async (event) => {
    event.preventDefault();
    try {
      await signIn(username.value, password.value);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      username.classList.add("bad");
      password.classList.add("bad");
    }
  };

  return h("div", { class: "login" },
    h("div", { class: "login-card" },
      h("span", { class: "login-brand" }, h("img", { src: "/static/logo.svg", width: 126, height: 32 })),
      h("div", { class: "login-title" }, "Sign in to Northwind"),
      h("form", { onsubmit: submit },
        h("div", { class: "field" }, username),
        h("div", { class: "field" }, password),
        h("button", { class: "button", id: "sign-in" }, "Sign in"))));
}
