/** Check the mail address of the support form and say in words what came of it. */
const form = document.querySelector(".support");
const mail = document.getElementById("mail");
const error = document.getElementById("mail-error");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const valid = mail.value !== "" && mail.checkValidity();
  mail.setAttribute("aria-invalid", String(!valid));
  error.textContent = valid ? "" : "Error: this is not a mail address. Example: ada@example.org";
  document.getElementById("support-status").textContent = valid ? "Thank you! We have your request." : "";
  if (!valid) mail.focus();
});
