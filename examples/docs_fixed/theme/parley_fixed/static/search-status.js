/** Announce how many pages Sphinx found: its own summary is not in a live region. */
const status = document.getElementById("search-status");
const results = document.getElementById("search-results");

new MutationObserver(() => {
  const summary = results.querySelector(".search-summary")?.textContent ?? "";
  if (summary && status.textContent !== summary) status.textContent = summary;
}).observe(results, { childList: true, subtree: true, characterData: true });
