// One pass over a document and its open shadow roots: finds the elements checks ask about and has each noun's library describe them.
// Called with the libraries; evaluates to `(argument) => JSON string`. `argument.vague`: words that name nothing.
(lib, libraries) => (argument) => {
  const places = [];
  const known = new Map();
  const place = (e) => {
    if (!known.has(e)) {
      known.set(e, places.length);
      places.push(lib.locate(e));
    }
    return known.get(e);
  };
  const tree = libraries.tree(lib);
  const names = libraries.names(tree);
  const part = (make) => make(tree, names, place, argument);
  const [images, fields, links, tables, text, layout, states, live, order, looks] =
    ["images", "fields", "links", "tables", "text", "layout", "states", "live", "order", "looks"].map((name) => part(libraries[name]));
  const clean = lib.clean;

  const found = { images: [], frames: [], links: [], fields: [], headings: [], landmarks: [], tables: [], focusables: [], states: [], live: [], targets: [], decorative: [] };
  const chunks = [];
  const spoken = [];
  let elements = 0;
  const STATEFUL = ["aria-checked", "aria-disabled", "aria-required", "aria-readonly", "aria-expanded", "aria-valuenow", "aria-posinset",
    "aria-owns", "aria-rowcount", "aria-activedescendant"];
  const sort = (e, role) => {
    const tag = e.localName;
    if (["img", "canvas", "object", "embed"].includes(tag) || role === "img" || (tag === "svg" && !(e.parentElement instanceof SVGElement)) || (tag === "area" && e.href) ||
      (tag === "input" && e.type === "image")) found.images.push(e);
    else if (e.style?.backgroundImage?.includes("url(") && !clean(e.textContent)) found.images.push(e);
    if (tag === "iframe" || tag === "frame") found.frames.push(e);
    if (role === "link") found.links.push(e);
    if (tree.FIELD_ROLES.has(role) && !(tag === "input" && ["hidden", "button", "submit", "reset", "image"].includes(e.type))) found.fields.push(e);
    if (role === "heading") found.headings.push(e);
    if (["header", "footer", "nav", "main", "aside", "section", "form", "search"].includes(tag) || e.hasAttribute("role")) found.landmarks.push(e);
    if (tag === "table" || ["table", "grid", "treegrid"].includes(role)) found.tables.push(e);
    if (e.tabIndex >= 0) found.focusables.push(e);
    if (/^\s*(?:none|presentation)\b/i.test(e.getAttribute("role") || "") || (tag === "img" && e.getAttribute("alt") === "" && !e.hasAttribute("role"))) found.decorative.push(e);
    if (STATEFUL.some((name) => e.hasAttribute(name)) || ["tablist", "radiogroup", "listbox", "option"].includes(role)) found.states.push(e);
    if (e.hasAttribute("aria-live") || ["alert", "status", "log", "marquee", "timer"].includes(role)) found.live.push(e);
    if (e.tabIndex >= 0 || e.hasAttribute("role") || e.hasAttribute("onclick")) found.targets.push(e);
  };
  // What people typed is left alone, in fields and in editable regions.
  const SKIP = new Set(["script", "style", "noscript", "template", "head"]);
  const walk = (node) => {
    for (const child of tree.children(node)) {
      if (child.nodeType === 3) {
        if (node.nodeType === 1 && /\S/.test(child.data)) chunks.push([node, child.data]);
      } else if (child.nodeType === 1 && !SKIP.has(child.localName)) {
        elements += 1;
        if (elements > argument.limit) return;
        sort(child, tree.role(child));
        if (child.localName !== "svg" && child.localName !== "textarea" && !tree.editable(child)) walk(child);
      }
    }
  };
  const root = document.documentElement;
  if (root) walk(root);
  const headings = found.headings.filter((e) => tree.exposed(e));
  for (const e of [...found.images, ...found.fields]) {
    const { text: name, source } = names.name(e);
    if (name && tree.exposed(e) && source !== "label") spoken.push([e, name]);
  }
  // Whether a dialog, menu or list that is open hides the main parts of the page from assistive technology meanwhile.
  const OPEN = "dialog[open],[role=dialog],[role=alertdialog],[role=menu],[role=listbox],[aria-modal=true]";
  const MAIN = ":is(main,[role=main],nav,h1,h2)";
  const overlaid = () => !!document.querySelector(`[aria-hidden=true] ${MAIN},${MAIN}[aria-hidden=true]`) && [...document.querySelectorAll(OPEN)].some((e) => tree.rendered(e) && tree.exposed(e));
  const meta = (name) => [...document.querySelectorAll(`meta[${name}]`)].map((e) => ({ at: place(e), content: clean(e.getAttribute("content")) }));
  const isHtml = root && root.localName === "html" && !(root instanceof SVGElement);
  const listed = { images: images.images(found.images.slice(0, argument.most)), frames: images.frames(found.frames.slice(0, argument.most)) };
  const data = {
    url: document.URL, content_type: document.contentType, html: isHtml, elements, cut: elements > argument.limit, overlaid: overlaid(),
    at: root ? place(root) : null, lang: root ? root.getAttribute("lang") : null, xml_lang: root ? root.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang") : null,
    title: clean(document.title), titles: document.querySelectorAll("head > title").length, top: window === window.top,
    refresh: meta('http-equiv="refresh" i'), viewport: meta('name="viewport" i'),
    ...listed,
    links: links.links(found.links.slice(0, 3000), headings), headings: links.headings(headings.slice(0, 400)), landmarks: links.landmarks(found.landmarks), lookalikes: links.lookalikes(),
    fields: fields.fields(found.fields.slice(0, argument.most), headings), choices: fields.choices(found.fields), tables: tables.tables(found.tables.slice(0, 60)),
    ...text.languages(chunks.filter(([e]) => tree.exposed(e)), isHtml ? [[root, document.title], ...spoken] : spoken),
    targets: layout.targets(found.targets), orientation: layout.orientation(),
    stateful: found.states.some((e) => tree.exposed(e)), owning: found.states.some((e) => e.hasAttribute("aria-owns") && tree.exposed(e)),
    decorative: states.decorative(found.decorative), nested: states.nested(found.focusables), states: states.states(found.states), order: states.order(found.focusables),
    live: live.live(found.live.slice(0, 60)), reordered: order.reordered(), looks: looks.looks(),
  };
  return JSON.stringify({ ...data, places });
}
