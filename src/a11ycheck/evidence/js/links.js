// Where the links of the rendered document lead, in reading order, shadow trees included; each address once.
() => {
  const MOST = 5000;
  const found = new Map();
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (!["a", "area"].includes(element.localName) || found.size >= MOST) continue;
      const given = element.getAttribute("href") ?? element.getAttribute("xlink:href");
      if (given === null) continue;
      let url;
      try {
        url = new URL(given, document.baseURI);
      } catch (error) {
        continue;
      }
      if (!url.protocol.startsWith("http")) continue;
      if (!/^#[/!]/.test(url.hash)) url.hash = "";
      url.username = url.password = "";
      if (!found.has(url.href)) found.set(url.href, element.hasAttribute("download"));
    }
  };
  walk(document);
  const canonical = document.querySelector("link[rel~=canonical][href]");
  return { links: [...found], canonical: canonical ? canonical.href : "", cut: found.size >= MOST };
}
