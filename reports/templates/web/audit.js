"use strict";
// Saves a form half a second after the last key or choice, and when the page is left. Every form also has a button.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector(".saved");
  let timer = 0, dirty = false, running = Promise.resolve();

  const address = `${form.action}?autosave=yes`;
  const typed = () => {
    const body = new FormData(form);
    body.delete("file");
    return body;
  };
  const send = async () => {
    if (!dirty) return;
    dirty = false;
    try {
      const answer = await fetch(address, { method: "POST", body: typed() });
      const said = await answer.json();
      status.classList.toggle("is-bad", !answer.ok);
      status.textContent = answer.ok ? (said.signed ? "Saved" : "Saved as a draft") : said.problem;
    } catch {
      dirty = true;
      status.classList.add("is-bad");
      status.textContent = "Not saved: the audit does not answer. Your text is still here.";
    }
  };
  const later = () => { dirty = true; clearTimeout(timer); timer = setTimeout(() => { running = running.then(send); }, 500); };

  form.addEventListener("input", (event) => { if (event.target.type !== "file") later(); });
  form.addEventListener("submit", () => { clearTimeout(timer); dirty = false; });
  addEventListener("pagehide", () => { if (dirty) dirty = !navigator.sendBeacon(address, typed()); });
}
