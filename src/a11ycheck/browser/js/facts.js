// Small facts of a document: what kind it is, whether it shows anything, and the skeleton it shares with its siblings.
() => {
  const root = document.documentElement;
  const body = document.body || root;
  const elements = document.getElementsByTagName("*").length;
  const text = (body && (body.innerText ?? body.textContent)) || "";
  const media = document.querySelector("img,svg,canvas,video,audio,iframe,object,embed,input,select,textarea,button");
  const shadow = () => [...document.querySelectorAll("*")].some((e) => e.shadowRoot && (e.shadowRoot.childElementCount || e.shadowRoot.textContent.trim()));
  const frame = (element) => element.tagName === "FRAMESET";
  // Containers wait to be filled; anything with a meaning of its own is content, even where it shows nothing.
  const HOLDERS = "div,span,p,br,main,section,header,footer,script,noscript,style,link,meta,template";
  const holder = (e) => e.localName.includes("-") || (e.matches(HOLDERS) && ![...e.attributes].some(({ name }) => name === "role" || name.startsWith("aria-")) && !e.style?.backgroundImage);
  const meant = () => body && [...body.querySelectorAll("*")].some((e) => !holder(e));
  const blank = !text.trim() && !media && !meant() && !frame(body) && !(root && root.namespaceURI.endsWith("svg")) && !shadow();
  // A form's fields hide its properties by their names (`<input name="children">`): ask the prototype.
  const of = (name) => Object.getOwnPropertyDescriptor(Element.prototype, name).get;
  const [tagName, classList, childrenOf] = [of("tagName"), of("classList"), of("children")];
  const shape = (element, depth) => {
    const words = [...classList.call(element)].filter((name) => !/\d/.test(name)).sort();
    const own = tagName.call(element).toLowerCase() + words.map((word) => "." + word).join("");
    if (depth === 0) return own;
    const seen = new Set();
    for (const child of childrenOf.call(element)) seen.add(shape(child, depth - 1));
    return own + "(" + [...seen].sort().join(" ") + ")";
  };
  return {
    contentType: document.contentType,
    title: document.title || "",
    language: (root && root.getAttribute("lang")) || "",
    elements,
    blank,
    scripted: document.scripts.length > 0,
    passwordField: !!document.querySelector("input[type=password]"),
    skeleton: body ? shape(body, 5) : "",
  };
};
