// Tables and ARIA grids as rows of cells, as far as people get them. A cell: `{k, t?, s?, c?, r?, h?, i?, x?, b?}`
// (kind th|td, text, scope, colspan, rowspan, headers, id, hidden, bold); defaults are left out.
(tree, names, place) => {
  const { clean, role, parent } = tree;
  const MAX_CELLS = 600;
  const short = (text, size) => (text.length > size ? text.slice(0, size - 1) + "…" : text);
  const HEADERS = ["columnheader", "rowheader"];
  const CELLS = ["cell", "gridcell", ...HEADERS];
  const bold = (e, text) => {
    const inner = e.querySelector("b,strong");
    return Number(getComputedStyle(e).fontWeight) >= 600 || (inner !== null && clean(inner.textContent) === text);
  };
  const kind = (e) => {
    const given = tree.explicitRole(e);
    if (!given) return e.localName === "th" ? "th" : "td";
    return HEADERS.includes(given) ? "th" : CELLS.includes(given) ? "td" : "";
  };
  const cell = (e, first) => {
    const text = clean(e.textContent);
    const content = text || e.querySelector("img,svg,input,select,textarea,button,canvas,video,object") ? text || "*" : "";
    const out = { k: kind(e) };
    if (content) out.t = out.k === "th" || first ? short(content, 60) : short(content, 12);
    const set = (key, value) => {
      if (value) out[key] = value;
    };
    set("s", clean(e.getAttribute("scope")).toLowerCase());
    set("c", (e.colSpan || Number(e.getAttribute("aria-colspan")) || 1) > 1 ? e.colSpan || Number(e.getAttribute("aria-colspan")) : 0);
    const down = e.getAttribute("rowspan") ?? e.getAttribute("aria-rowspan");
    set("r", down !== null && down !== "1" ? Number(down) || "all" : 0);
    set("h", clean(e.getAttribute("headers")).split(" ").filter(Boolean).length ? clean(e.getAttribute("headers")).split(" ") : 0);
    set("i", e.id);
    if (!tree.exposed(e)) out.x = 1;
    if (out.k === "td" && text && bold(e, text)) out.b = 1;
    if (tree.explicitRole(e)) out.role = tree.explicitRole(e);
    return out;
  };
  const gridRows = (e) => [...e.querySelectorAll("[role=row],tr")].filter((one) => one.closest("[role=table],[role=grid],[role=treegrid],table") === e);
  const rowCells = (row) => {
    const found = [];
    const walk = (up) => {
      for (const one of up.children) {
        const given = tree.explicitRole(one);
        if (CELLS.includes(given) || ["td", "th"].includes(one.localName)) found.push(one);
        else if (!["row", "table", "grid", "treegrid"].includes(given)) walk(one);
      }
    };
    walk(row);
    return found;
  };
  const table = (e) => {
    const native = e.localName === "table";
    const given = role(e);
    const rows = native ? [...e.rows] : gridRows(e);
    const cells = [];
    const places = [];
    let count = 0;
    let cut = false;
    for (const row of rows) {
      const list = native ? [...row.cells] : rowCells(row);
      count += list.length;
      if (count > MAX_CELLS) {
        cut = true;
        break;
      }
      cells.push(list.map((one, index) => cell(one, index === 0)));
      list.forEach((one, index) => {
        if (kind(one) === "th" && places.length < 60) places.push([cells.length - 1, index, one]);
      });
    }
    const computed = getComputedStyle(e);
    return {
      at: place(e), native, role: tree.explicitRole(e), presentational: given === "none", exposed: tree.exposed(e), caption: e.caption ? short(clean(e.caption.textContent), 120) : "",
      name: short(names.name(e).text, 120), summary: clean(e.getAttribute("summary")), rows: rows.length, cut, cells,
      row_groups: native ? [...e.rows].slice(0, cells.length).map((row) => ({ thead: "h", tfoot: "f" })[row.parentElement.localName] || "b").join("") : "",
      border: parseFloat(computed.borderTopWidth) > 0 || e.hasAttribute("border"), nested: e.querySelector("table") !== null,
      inside: parent(e) && parent(e).closest("table") !== null, controls: e.querySelectorAll("input,select,textarea,button").length,
      blocks: e.querySelectorAll("p,div,ul,ol,h1,h2,h3,h4,form,pre").length, width: Math.round(tree.box(e).width),
      header_places: suspects(cells, places, cut),
    };
  };
  // A header cell gets a place of its own only where no data cell stands in its row and column, which a check may speak about.
  const suspects = (cells, places, cut) => {
    if (cut) return [];
    const wide = (row) => row.reduce((sum, one) => sum + (one.c || 1), 0);
    const uneven = new Set(cells.map(wide)).size > 1 || cells.some((row) => row.some((one) => one.h || one.s || one.x || one.r));
    const lonely = cells.length < 2 || cells.every((row) => row.every((one) => one.k === "th"));
    return uneven || lonely ? places.map(([row, column, e]) => [row, column, place(e)]) : [];
  };
  return { tables: (list) => list.map(table) };
}
