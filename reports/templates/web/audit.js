"use strict";
// Saves a form half a second after the last key or choice, and when the page is left. Every form also has a button,
// which Ctrl+Enter or ⌘+Enter presses from within a note, as Enter does from elsewhere in the form.
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
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.localName === "textarea") {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.main"));
    }
  });
  form.addEventListener("submit", () => { clearTimeout(timer); dirty = false; });
  addEventListener("pagehide", () => { if (dirty) dirty = !navigator.sendBeacon(address, typed()); });
}

// Files dropped on a form, or pasted into it, are sent at once; the file field does the same with the form's button.
for (const form of document.querySelectorAll("form[enctype]")) {
  const status = form.querySelector(".saved");
  const zone = form.querySelector(".drop");
  const upload = async (files) => {
    const body = new FormData(form);
    body.delete("file");
    for (const file of files) body.append("file", file);
    status.classList.remove("is-bad");
    status.textContent = "Sending …";
    try {
      const answer = await fetch("/attach?autosave=yes", { method: "POST", body });
      const said = await answer.json();
      status.classList.toggle("is-bad", !answer.ok);
      status.textContent = answer.ok ? `Attached: ${said.saved}` : said.problem;
    } catch {
      status.classList.add("is-bad");
      status.textContent = "Not sent: the audit does not answer.";
    }
  };
  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  form.addEventListener("dragover", (event) => { if (carries(event)) { event.preventDefault(); zone.classList.add("is-over"); } });
  form.addEventListener("dragleave", () => zone.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    zone.classList.remove("is-over");
    if (!carries(event)) return;
    event.preventDefault();
    upload(event.dataTransfer.files);
  });
  form.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData ? event.clipboardData.files : [])];
    if (files.length) { event.preventDefault(); upload(files); }
  });
}
// A link to a closed part opens it.
const opened = () => { const at = location.hash.length > 1 && document.getElementById(location.hash.slice(1)); if (at && at.localName === "details") at.open = true; };
addEventListener("hashchange", opened);
opened();
