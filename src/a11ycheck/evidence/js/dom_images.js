// Images of every kind and frames, with all that speaks for or against their text alternative.
(tree, names, place) => {
  const { clean, parent, role, rendered, hiddenRoot, box, file, refs } = tree;
  const short = (text, size) => (text.length > size ? text.slice(0, size - 1) + "…" : text);
  const kind = (e) => {
    if (["img", "svg", "canvas", "area", "object", "embed"].includes(e.localName)) return e.localName;
    if (e.localName === "input") return "input";
    return tree.explicitRole(e) === "img" || tree.explicitRole(e) === "image" ? "role" : "background";
  };
  const background = (e) => (e.style?.backgroundImage?.match(/url\(["']?(.*?)["']?\)/) || [])[1] || "";
  const address = (e) => (e.localName === "object" ? e.data : e.localName === "area" ? "" : e.currentSrc || e.src || "") || background(e);
  const hiddenBy = (e, type) => {
    if (!rendered(e)) return "css";
    if (hiddenRoot(e) || tree.inert(e)) return "aria-hidden";
    if (role(e) === "none" && clean(e.getAttribute("role"))) return "role";
    if (e.localName === "img" && e.getAttribute("alt") === "" && role(e) === "none") return "alt";
    const unnamed = ["svg", "canvas", "background"].includes(type) && !tree.explicitRole(e) && !names.name(e).text;
    return unnamed ? "no-name" : "";
  };
  const painted = (canvas) => {
    try {
      if (!canvas.width || !canvas.height) return false;
      const copy = document.createElement("canvas");
      copy.width = copy.height = 32;
      const pen = copy.getContext("2d");
      pen.drawImage(canvas, 0, 0, 32, 32);
      return pen.getImageData(0, 0, 32, 32).data.some((value) => value !== 0);
    } catch (error) {
      return null;
    }
  };
  const around = (e) => {
    const block = e.closest("figure,p,li,td,th,dd,dt,a,button,label,h1,h2,h3,h4,h5,h6,div,section,article,body") || parent(e);
    return block ? short(names.visibleText(block), 160) : "";
  };
  // Text right before and after an image, on its own level.
  const beside = (e) => {
    const text = (node) => (!node ? "" : node.nodeType === 3 ? clean(node.data) : node.nodeType === 1 && tree.rendered(node) ? names.visibleText(node) : "");
    const next = (node, way) => {
      let at = node[way];
      while (at && (at.nodeType === 8 || (at.nodeType === 3 && !clean(at.data)))) at = at[way];
      return at;
    };
    return ["previousSibling", "nextSibling"].map((way) => short(text(next(e, way)), 400));
  };
  const control = (e) => {
    const up = e.closest("a[href],button,[role=link],[role=button],summary,label");
    if (!up || up === e) return null;
    return { role: role(up), name: short(names.name(up).text, 120), text: short(names.visibleText(up), 120) };
  };
  const image = (e) => {
    const type = kind(e);
    const { text, source } = names.name(e);
    const url = address(e);
    const figure = e.closest("figure");
    const caption = figure && figure.querySelector("figcaption");
    const natural = e.localName === "img" ? [e.naturalWidth, e.naturalHeight] : null;
    const at = box(e);
    return {
      at: place(e), kind: type, role: tree.explicitRole(e), name: short(text, 400), source, alt: e.getAttribute("alt"), title: clean(e.getAttribute("title")),
      aria_label: clean(e.getAttribute("aria-label")), hidden_by: hiddenBy(e, type), file: short(file(url), 120), data_url: url.startsWith("data:"),
      data_type: (url.match(/^data:([\w/+.-]+)/) || [])[1] || "", text_inside: /^data:image\/svg/.test(url) && /<text|%3Ctext/i.test(url),
      natural, size: [Math.round(at.width), Math.round(at.height)], off_screen: tree.offScreen(e),
      loaded: e.localName === "img" ? e.complete && e.naturalWidth > 0 : null,
      painted: e.localName === "canvas" ? painted(e) : null,
      svg_text: e.localName === "svg" ? short(clean([...e.querySelectorAll("text")].map((one) => one.textContent).join(" ")), 160) : "",
      shapes: e.localName === "svg" ? e.querySelectorAll("path,rect,circle,ellipse,line,polyline,polygon,image,use,text").length : 0,
      around: around(e), control: control(e), beside: beside(e), caption: caption ? short(names.visibleText(caption), 200) : "", focusable: tree.focusable(e),
      described: refs(e, "aria-describedby").length > 0, long_description: e.hasAttribute("longdesc") || e.hasAttribute("aria-details"),
    };
  };
  const frame = (e) => {
    const { text, source } = names.name(e);
    return {
      at: place(e), tag: e.localName, name: short(text, 200), source, src: e.src || "", srcdoc: e.hasAttribute("srcdoc"), exposed: tree.exposed(e),
      role: tree.explicitRole(e), tabindex: e.getAttribute("tabindex"), size: [Math.round(box(e).width), Math.round(box(e).height)],
    };
  };
  return { images: (list) => list.map(image), frames: (list) => list.map(frame) };
}
