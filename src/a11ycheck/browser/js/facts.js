// Small facts of a document: what kind it is, whether it shows anything, and the skeleton it shares with its siblings.
() => {
  const root = document.documentElement;
  const body = document.body || root;
  const elements = document.getElementsByTagName("*").length;
  const text = (body && (body.innerText ?? body.textContent)) || "";
  const media = document.querySelector("img,svg,canvas,video,audio,iframe,object,embed,input,select,textarea,button");
  const shadow = () => [...document.querySelectorAll("*")].some((e) => e.shadowRoot && e.shadowRoot.childElementCount);
  const frame = (element) => element.tagName === "FRAMESET";
  const blank = !text.trim() && !media && !frame(body) && !(root && root.namespaceURI.endsWith("svg")) && !shadow();
  const shape = (element, depth) => {
    const words = [...element.classList].filter((name) => !/\d/.test(name)).sort();
    const own = element.tagName.toLowerCase() + words.map((word) => "." + word).join("");
    if (depth === 0) return own;
    const seen = new Set();
    for (const child of element.children) seen.add(shape(child, depth - 1));
    return own + "(" + [...seen].sort().join(" ") + ")";
  };
  return {
    contentType: document.contentType,
    title: document.title || "",
    language: (root && root.getAttribute("lang")) || "",
    elements,
    blank,
    passwordField: !!document.querySelector("input[type=password]"),
    skeleton: body ? shape(body, 5) : "",
  };
};
