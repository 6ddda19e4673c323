import { Refused } from "/static/api.js";
import { h } from "/static/dom.js";

export function loginPage({ signIn }) {
  const username = h("input", { id: "username", name: "username", autocomplete: "username", required: true });
  const password = h("input", {
    id: "password", name: "password", type: "password", autocomplete: "current-password", required: true,
  });
  const error = h("p", { class: "error", id: "login-error", role: "alert" });

  const submit = async (event) => {
    event.preventDefault();
    error.textContent = "";
    try {
      await signIn(username.value, password.value);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      error.textContent = `Error: ${refused.message}`;
      for (const field of [username, password]) {
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("aria-describedby", error.id);
      }
      username.focus();
    }
  };

  return h("main", { class: "login" },
    h("div", { class: "login-card" },
      h("span", { class: "login-brand" }, h("img", { src: "/static/logo.svg", alt: "Parley", width: 126, height: 32 })),
      h("h1", { tabindex: "-1" }, "Sign in to Northwind"),
      h("form", { onsubmit: submit },
        error,
        h("div", { class: "field" }, h("label", { for: "username" }, "User name"), username),
        h("div", { class: "field" }, h("label", { for: "password" }, "Password"), password),
        h("button", { class: "button", id: "sign-in" }, "Sign in"))));
}
