// What of a document people and assistive technology get: rendering, exposure, roles, focus, short texts.
// `lib` is locate.js. Everything is cached for the length of one pass.
(lib) => {
  const { clean, parent } = lib;
  const ROLES = new Set(("alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox " +
    "complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading img " +
    "image insertion link list listbox listitem log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none " +
    "note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider " +
    "spinbutton status strong subscript superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem").split(" "));
  const FIELD_ROLES = new Set("checkbox combobox listbox radio searchbox slider spinbutton switch textbox".split(" "));
  const GLOBAL = ["aria-atomic", "aria-busy", "aria-controls", "aria-current", "aria-describedby", "aria-details", "aria-flowto", "aria-keyshortcuts",
    "aria-label", "aria-labelledby", "aria-live", "aria-owns", "aria-relevant", "aria-roledescription"];
  const cached = (of) => {
    const known = new WeakMap();
    return (e) => {
      if (!known.has(e)) known.set(e, of(e));
      return known.get(e);
    };
  };
  const climbing = (own) => {
    const known = new WeakMap();
    return (e) => {
      const path = [];
      let at = e;
      while (at && !known.has(at)) {
        path.push(at);
        at = parent(at);
      }
      let value = at ? known.get(at) : null;
      while (path.length) {
        at = path.pop();
        value = own(at, value);
        known.set(at, value);
      }
      return value;
    };
  };

  // What has no box of its own (slots, `display: contents`) shows what it holds wherever its parent is shown.
  const boxless = (e) => {
    const up = parent(e);
    return Boolean(up) && rendered(up) && getComputedStyle(e).display === "contents" && getComputedStyle(e).visibility === "visible";
  };
  const rendered = cached((e) => (e.checkVisibility ? e.checkVisibility({ visibilityProperty: true }) : e.getClientRects().length > 0) || boxless(e));
  const hiddenRoot = climbing((e, above) => above || (e.getAttribute("aria-hidden") === "true" ? e : null));
  const inert = climbing((e, above) => above || e.inert === true);
  const exposed = (e) => rendered(e) && !hiddenRoot(e) && !inert(e);
  const box = cached((e) => e.getBoundingClientRect());
  const offScreen = (e) => {
    const at = box(e);
    return at.right + scrollX <= 0 || at.bottom + scrollY <= 0 || (at.width <= 1 && at.height <= 1);
  };
  const visible = (e) => rendered(e) && !offScreen(e) && getComputedStyle(e).opacity !== "0";
  const editable = (e) => /^(|true|plaintext-only)$/.test(e.getAttribute("contenteditable") ?? "no");
  const disabled = (e) => e.matches(":disabled");
  const focusable = (e) => {
    if (disabled(e) || !rendered(e)) return false;
    if (e.hasAttribute("tabindex")) return true;
    if (["button", "select", "textarea", "iframe", "summary"].includes(e.localName)) return e.localName !== "summary" || e.parentElement?.localName === "details";
    if (e.localName === "input") return e.type !== "hidden";
    return (["a", "area"].includes(e.localName) && e.hasAttribute("href")) || editable(e);
  };
  const tabbable = (e) => focusable(e) && e.tabIndex >= 0 && !inert(e);

  const explicitRole = (e) => clean(e.getAttribute("role")).toLowerCase().split(" ").find((word) => ROLES.has(word)) || "";
  const role = cached((e) => {
    const given = explicitRole(e);
    const decorative = given === "none" || given === "presentation";
    if (given && !(decorative && (focusable(e) || GLOBAL.some((name) => clean(e.getAttribute(name)))))) {
      return decorative ? "none" : given === "image" ? "img" : given;
    }
    if (e.localName === "img" && e.getAttribute("alt") === "" && (clean(e.getAttribute("aria-label")) || clean(e.getAttribute("aria-labelledby")) || clean(e.getAttribute("title")))) return "img";
    if (!e.hasAttribute("role")) return lib.role(e);
    const bare = e.cloneNode(false);
    bare.removeAttribute("role");
    return lib.role(bare);
  });
  const paths = new WeakMap();
  const landmarks = (e) => {
    const up = parent(e) || e;
    if (!paths.has(up)) paths.set(up, lib.landmarks(e));
    return paths.get(up);
  };
  const byId = (e, id) => {
    const root = e.getRootNode();
    return root.getElementById ? root.getElementById(id) : null;
  };
  const refs = (e, attribute) => clean(e.getAttribute(attribute)).split(" ").filter(Boolean).map((id) => byId(e, id)).filter(Boolean);
  const children = (e) => (e.shadowRoot ? e.shadowRoot.childNodes : e.localName === "slot" && e.assignedNodes().length ? e.assignedNodes() : e.childNodes);
  const file = (url) => {
    if (!url || url.startsWith("data:") || url.startsWith("blob:")) return "";
    const last = url.split(/[?#]/)[0].split("/").filter(Boolean).pop() || "";
    try {
      return decodeURIComponent(last);
    } catch (error) {
      return last;
    }
  };
  return { ...lib, FIELD_ROLES, rendered, hiddenRoot, inert, exposed, box, offScreen, visible, focusable, tabbable, disabled, editable,
    explicitRole, role, landmarks, byId, refs, children, file };
}
