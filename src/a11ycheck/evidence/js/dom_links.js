// Links, headings, landmarks and lists. Only links that a check may speak about get a place: those in `argument.words` and same-named ones.
(tree, names, place, argument) => {
  const { clean, parent, role } = tree;
  const short = (text, size) => (text.length > size ? text.slice(0, size - 1) + "…" : text);
  const vague = new Set(argument.vague);
  const fold = (text) => text.toLowerCase().replace(/[\s.,:;!?…»›>→¶#()[\]"'’“”-]+/g, " ").trim();
  const BLOCKS = "p,li,td,th,dd,dt,h1,h2,h3,h4,h5,h6,figcaption,caption,blockquote,article,section,nav,div,form,body";
  const block = (e) => (parent(e) && parent(e).closest(BLOCKS)) || null;
  const heading = (e, headings) => {
    let last = null;
    for (const one of headings) {
      if (!tree.comesBefore(one, e)) break;
      last = one;
    }
    return last ? short(names.visibleText(last), 120) : "";
  };
  const cellHeaders = (e) => {
    const cell = e.closest("td,th");
    const row = cell && cell.parentElement;
    const table = cell && cell.closest("table");
    if (!row || !table) return "";
    const rowHead = [...row.children].filter((one) => one !== cell && one.localName === "th");
    const top = table.rows[0] && table.rows[0] !== row ? table.rows[0].cells[cell.cellIndex] : null;
    return short(clean([...rowHead, top && top.localName === "th" ? top : null].filter(Boolean).map((one) => one.textContent).join(" ")), 120);
  };
  const destination = (e) => {
    const url = e.href;
    return typeof url === "string" ? url : url ? url.baseVal : "";
  };
  const links = (list, headings) => {
    const items = [];
    const same = new Map();
    for (const e of list) {
      if (!tree.exposed(e)) continue;
      const { text, source } = names.name(e);
      const item = { e, name: short(text, 160), source, href: destination(e), folded: fold(text) };
      items.push(item);
      // A way back from a note is named by its own number alone, not by where it leads.
      if (item.folded && !e.matches("[role~=doc-backlink]")) same.set(item.folded, [...(same.get(item.folded) || []), item]);
    }
    return items.map((item) => {
      const { e, folded } = item;
      const around = block(e);
      const fellows = same.get(folded) || [];
      const rivals = (fellows.includes(item) ? fellows : []).filter((one) => one.href !== item.href);
      const clash = rivals.some((one) => around && block(one.e) === around && one.e.getAttribute("aria-describedby") === e.getAttribute("aria-describedby"));
      const out = { name: item.name, source: item.source, href: short(item.href, 300) };
      const says = vague.has(folded) && !/[()]|^-/.test(item.name) && !e.querySelector("code") && !e.closest("code,pre");
      if (!says && !clash) return out;
      const text = around ? names.visibleText(around) : "";
      return {
        ...out, at: place(e), vague: says, clash, context: short(text, 300), heading: heading(e, headings), headers: cellHeaders(e),
        described: short(tree.refs(e, "aria-describedby").map((one) => names.content(one)).join(" "), 200), title: clean(e.getAttribute("title")),
        list_parent: short(listParent(e), 120), block: around ? around.localName : "",
      };
    });
  };
  const listParent = (e) => {
    const item = e.closest("li");
    const outer = item && parent(item) && parent(item).closest("li");
    return outer ? names.visibleText(outer) : "";
  };

  const after = (e, next) => {
    const range = document.createRange();
    range.setStartAfter(e);
    const end = next || document.body;
    if (next) range.setEndBefore(next);
    else if (end) range.setEndAfter(end.lastChild || end);
    const between = range.cloneContents();
    const bare = !between.querySelector("img,svg,video,audio,iframe,canvas,object,embed,input,button,select,textarea,math,[role=img]");
    for (const untold of between.querySelectorAll("textarea,select,script,style,template,[contenteditable]")) untold.remove();
    const text = short(clean(between.textContent.slice(0, 2000)), 200);
    return { after: text, bare: bare && !text };
  };
  const level = (e) => Number(e.getAttribute("aria-level")) || (/^h[1-6]$/.test(e.localName) ? Number(e.localName[1]) : 2);
  const headings = (list) => list.map((e, index) => {
    const { text, source } = names.name(e);
    const visible = tree.visible(e);
    const next = list.slice(index + 1).find((one) => !e.contains(one));
    return {
      at: place(e), level: level(e), tag: e.localName, name: short(text, 200), source, exposed: tree.exposed(e), visible,
      ...after(e, next), landmarks: tree.landmarks(e), size: Math.round(parseFloat(getComputedStyle(e).fontSize) * 10) / 10,
    };
  });
  const MARKS = new Set("banner complementary contentinfo form main navigation region search".split(" "));
  const landmark = (e) => {
    const named = e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") || e.title;
    const given = tree.explicitRole(e);
    if (given) return MARKS.has(given) && (given !== "region" || named) ? given : "";
    const sectioned = parent(e) && parent(e).closest("article,aside,main,nav,section");
    if (["header", "footer"].includes(e.localName)) return sectioned ? "" : e.localName === "header" ? "banner" : "contentinfo";
    if (["section", "form"].includes(e.localName)) return named ? { section: "region", form: "form" }[e.localName] : "";
    return { nav: "navigation", main: "main", aside: "complementary", search: "search" }[e.localName] || "";
  };
  const landmarks = (list) => list.filter((e) => landmark(e) && tree.exposed(e)).map((e) => ({
    role: landmark(e), name: short(names.name(e).text, 120), id: e.id,
    links: landmark(e) === "navigation" ? [...e.querySelectorAll("a[href]")].slice(0, 60).map((one) => [short(names.name(one).text, 60), short(destination(one), 200)]) : [],
  }));
  // Text that looks like a heading or a list and is marked up as neither.
  const TEXT_BLOCKS = "p,div,font,center";
  const bold = (e) => Number(getComputedStyle(e).fontWeight) >= 600;
  const lookalikes = () => {
    const found = { headings: [], lists: [] };
    const blocks = [...document.querySelectorAll("p,div")].filter((e) => e.childElementCount <= 1 && e.textContent.length < 160);
    for (const up of blocks) {
      const strong = up.firstElementChild || up;
      const text = clean(up.textContent);
      const next = up.nextElementSibling;
      if (text.length < 3 || text.length > 80 || text !== clean(strong.textContent) || /[.,;:!?]$/.test(text) || !next) continue;
      if (!strong.matches("b,strong,font,span,p,div") || next.matches("table,figure,ul,ol,dl,pre") || next.querySelector(":scope > table, :scope > figure")) continue;
      if (up.closest("table,li,dt,dd,figure,label,legend,blockquote,a,button,header,footer,nav,form,h1,h2,h3,h4,h5,h6,[role]") || !bold(strong) || !tree.exposed(up)) continue;
      const below = clean(next.textContent);
      if (below.length <= text.length || bold(next)) continue;
      if (found.headings.length < 20) {
        found.headings.push({ at: place(up), text: short(text, 80), size: parseFloat(getComputedStyle(strong).fontSize), next_size: parseFloat(getComputedStyle(next).fontSize) });
      }
    }
    for (const e of new Set([...document.querySelectorAll("br")].map((one) => one.parentElement))) {
      if (!e || !e.matches(TEXT_BLOCKS) || found.lists.length >= 20 || !tree.exposed(e) || e.closest("pre,address,code")) continue;
      const lines = [e.firstChild, ...[...e.children].filter((one) => one.localName === "br").map((one) => one.nextSibling)]
        .map((node) => (node && node.nodeType === 3 ? clean(node.data) : "")).filter(Boolean);
      const marked = lines.filter((line) => /^(?:[-–—•·*▪►»]|\(?\d{1,2}[.)]|[a-z][.)])\s*\p{L}/u.test(line));
      if (marked.length >= 3) found.lists.push({ at: place(e), lines: marked.length, text: short(marked[0], 80) });
    }
    return found;
  };
  return { links, headings, landmarks, lookalikes };
}
