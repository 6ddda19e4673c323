// What checks across pages compare: navigation, ways to help, search and an overview, controls known by their icon.
// `tree` is dom_tree.js over locate.js. Evaluates to `(argument) => JSON string`.
(tree) => (argument) => {
  const { clean, exposed } = tree;
  const MOST_BLOCKS = 8, MOST_ITEMS = 60, MOST_ICONS = 20, MOST_HELP = 12;
  const short = (text, size) => (text.length > size ? text.slice(0, size - 1) + "…" : text);
  const pattern = (words) => new RegExp(words, "iu");
  const HELP = Object.entries(argument.help).map(([kind, words]) => [kind, pattern(words)]);
  const OVERVIEW = pattern(argument.overview), SEARCH = pattern(argument.search);
  const MARKS = new Set(["banner", "navigation", "search", "main", "complementary", "contentinfo"]);

  const every = [];
  const walk = (root) => {
    for (const e of root.querySelectorAll("*")) {
      every.push(e);
      if (e.shadowRoot) walk(e.shadowRoot);
    }
  };
  walk(document);
  const up = (e, wanted) => {
    for (let at = tree.parent(e); at; at = tree.parent(at)) if (wanted(at)) return at;
    return null;
  };
  const mark = (e) => {
    const path = ["header", "nav", "main", "aside", "footer"].includes(e.localName) || e.hasAttribute("role") ? markOf(e) : "";
    return MARKS.has(path) ? path : "";
  };
  const sectioned = (e) => up(e, (at) => ["article", "aside", "main", "nav", "section"].includes(at.localName));
  const markOf = (e) => {
    if (e.hasAttribute("role")) return tree.explicitRole(e);
    if (e.localName === "header" || e.localName === "footer") return sectioned(e) ? "" : e.localName === "header" ? "banner" : "contentinfo";
    return { nav: "navigation", main: "main", aside: "complementary" }[e.localName];
  };
  const address = (e) => {
    const given = e.getAttribute("href") ?? e.getAttribute("xlink:href");
    if (given === null) return "";
    let url;
    try {
      url = new URL(given, document.baseURI);
    } catch (error) {
      return "";
    }
    url.username = url.password = "";
    if (!/^#[/!]/.test(url.hash)) url.hash = "";
    const own = url.origin === location.origin && url.protocol.startsWith("http");
    return short(own ? url.pathname + url.search + url.hash : url.href, 160);
  };
  const within = (e) => {
    const given = clean(e.getAttribute("href"));
    return given.startsWith("#") && !/^#[/!]/.test(given);
  };
  const name = (e) => short(tree.name(e), 80);
  const isControl = (e) => (e.localName === "a" && e.hasAttribute("href")) || e.localName === "button" || e.getAttribute("role") === "button" || e.getAttribute("role") === "link";
  const place = (e) => {
    const full = tree.locate(e);
    return { ...full, html: short(full.html, 240) };
  };

  const marks = every.filter((e) => mark(e) && exposed(e));
  const marked = new Map(marks.map((e) => [e, mark(e)]));
  const region = (e) => up(e, (at) => marked.has(at));
  const hasMain = [...marked.values()].includes("main");
  const inMain = (e) => up(e, (at) => marked.get(at) === "main" || at.localName === "article");
  const inContent = (e) => inMain(e) || !(hasMain || region(e));
  const controls = every.filter((e) => isControl(e) && exposed(e));

  // Items that follow the page by their nature are no part of a steady order: neighbours in a sequence, other languages, this page's parts.
  const follows = (e) => /(?:^|\s)(?:prev|previous|next|up|first|last)(?:\s|$)/i.test(e.getAttribute("rel") || "") || e.hasAttribute("hreflang") || within(e);
  const blocks = [];
  for (const e of marks) {
    const role = marked.get(e);
    if (!["navigation", "banner", "contentinfo"].includes(role) || blocks.length >= MOST_BLOCKS) continue;
    const items = controls.filter((one) => e.contains(one) && region(one) === e && !follows(one)).slice(0, MOST_ITEMS);
    if (items.length < 2) continue;
    const outer = tree.landmarks(e).filter((one) => MARKS.has(one));
    const label = e.hasAttribute("aria-label") || e.hasAttribute("aria-labelledby") ? name(e) : "";
    blocks.push({ place: place(e), path: [...outer, role].join("/"), name: label, items: items.map((one) => [name(one), address(one)]) });
  }
  // Menus that no landmark marks, known by what their authors call them.
  const CALLED = /(?:^|[\s_-])(?:nav|menu|topnav|sidenav|navbar|navheader|navfooter|navigation|mainmenu|topmenu|sidebar|breadcrumbs?)(?:$|[\s_-])/i;
  const called = (e) => ["div", "ul", "ol", "table"].includes(e.localName) && CALLED.test(`${e.id} ${e.getAttribute("class") || ""}`);
  for (const e of every) {
    if (blocks.length >= MOST_BLOCKS) break;
    if (!called(e) || !exposed(e) || region(e) || up(e, called)) continue;
    const items = controls.filter((one) => e.contains(one) && !region(one) && !follows(one)).slice(0, MOST_ITEMS);
    if (items.length >= 3) blocks.push({ place: place(e), path: "unmarked", name: e.id || clean(e.getAttribute("class")), items: items.map((one) => [name(one), address(one)]) });
  }

  const kindOfHelp = (e) => {
    const given = clean(e.getAttribute("href"));
    if (/^mailto:/i.test(given)) return "mail";
    if (/^tel:/i.test(given)) return "phone";
    const said = name(e);
    const found = HELP.find(([, words]) => words.test(said));
    return found ? found[0] : "";
  };
  const help = [];
  const sequence = [];
  const helpers = new Set(controls);
  for (const e of every) {
    if (marked.has(e)) sequence.push(marked.get(e) === "navigation" ? `navigation ${e.hasAttribute("aria-label") ? name(e) : ""}` : marked.get(e));
    const frame = e.localName === "iframe" && exposed(e);
    if (help.length >= MOST_HELP || !(helpers.has(e) || frame) || inContent(e)) continue;
    const kind = frame ? (HELP.find(([one, words]) => one === "chat" && words.test(name(e))) || [""])[0] : kindOfHelp(e);
    if (!kind) continue;
    const key = `${kind} ${helpers.has(e) && address(e) ? address(e) : name(e).toLowerCase()}`;
    if (help.some((one) => one.key === key)) continue;
    sequence.push(key);
    help.push({ place: place(e), kind, name: name(e), key });
  }

  const isField = (e) => (e.localName === "input" && !["hidden", "submit", "button", "reset", "image", "checkbox", "radio", "file"].includes(e.type)) || ["searchbox", "textbox", "combobox"].includes(e.getAttribute("role"));
  const search = [];
  for (const e of every) {
    if (search.length >= 3 || !isField(e) || !exposed(e)) continue;
    const says = `${e.type === "search" || e.getAttribute("role") === "searchbox" ? "search" : ""} ${e.getAttribute("name") || ""} ${name(e)}`;
    if (!(SEARCH.test(says) || e.getAttribute("name") === "q" || up(e, (at) => marked.get(at) === "search"))) continue;
    const form = e.form && e.form.hasAttribute("action") ? new URL(e.form.getAttribute("action"), document.baseURI).pathname : "";
    search.push({ place: place(e), name: name(e), key: `${e.getAttribute("name") || e.id} ${form}` });
  }
  const searched = search.length > 0 || controls.some((e) => SEARCH.test(name(e)));
  const overviews = controls.filter((e) => !within(e) && OVERVIEW.test(clean(name(e)))).map(address).filter(Boolean);

  const hash = (text) => {
    let a = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    return (a >>> 0).toString(16);
  };
  const drawing = (e) => {
    const image = e.localName === "img" ? e : e.querySelector("img,svg,use");
    if (!image) return "";
    if (image.localName === "img") return image.getAttribute("src") && !image.src.startsWith("data:") ? `img ${short(new URL(image.src, document.baseURI).pathname.split("/").pop(), 60)}` : "";
    const lines = [...image.querySelectorAll("path,use,circle,rect,polyline,polygon,line")].map((one) => one.getAttribute("d") || one.getAttribute("href") || one.getAttribute("points") || one.outerHTML);
    return lines.length ? `svg ${hash(lines.join(" "))}` : "";
  };
  const icons = [];
  for (const e of controls) {
    if (icons.length >= MOST_ICONS || inMain(e) || follows(e) || clean(e.innerText)) continue;
    const drawn = drawing(e);
    if (drawn && name(e)) icons.push({ place: place(e), name: name(e), key: `${drawn} ${address(e)}` });
  }
  const main = every.find((e) => marked.get(e) === "main") || document.body;
  return JSON.stringify({ blocks, help, sequence, search, searched, overviews: [...new Set(overviews)].slice(0, 8), icons, text: hash(clean(main ? main.textContent : "").slice(0, 20000)) });
}
