// Live regions, with what speaks against their being heard.
(tree, names, place) => {
  const { clean, role, hiddenRoot } = tree;
  const LOUD = { alert: "assertive", status: "polite", log: "polite", marquee: "off", timer: "off" };
  const around = (e) => {
    for (let up = tree.parent(e); up; up = tree.parent(up)) {
      if (["true", "polite", "assertive"].includes(up.getAttribute("aria-live")) || ["alert", "status", "log"].includes(tree.explicitRole(up))) return true;
    }
    return false;
  };
  const live = (list) => list.map((e) => {
    const given = tree.explicitRole(e) || role(e);
    const text = names.visibleText(e);
    return {
      at: place(e), role: given, live: clean(e.getAttribute("aria-live")).toLowerCase(), implied: LOUD[given] || "", rendered: tree.rendered(e),
      by: hiddenRoot(e) ? "aria-hidden" : tree.inert(e) ? "inert" : "", empty: !clean(e.textContent), text: text.slice(0, 80), length: text.length,
      busy: e.getAttribute("aria-busy") === "true", controls: e.querySelectorAll("a[href],button,input,select,textarea").length, nested: around(e),
      modal: tree.closest(e, "dialog,[role=dialog],[role=alertdialog]") !== null, landmark: ["main", "body", "article"].includes(e.localName) || ["main", "application"].includes(given),
    };
  });
  return { live };
}
