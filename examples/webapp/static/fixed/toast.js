const box = document.querySelector(".toasts");
const text = document.getElementById("toast-text");
const close = document.getElementById("toast-close");

close.addEventListener("click", () => {
  show("");
  document.querySelector("h1").focus();
});

/** A message in a live region that is there from the start; it stays until it is dismissed. */
export function toast(message) {
  show(message);
}

function show(message) {
  text.textContent = message;
  close.hidden = message === "";
  box.classList.toggle("open", message !== "");
}
