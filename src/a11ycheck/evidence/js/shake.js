// Plays motion of the device, measures what the page shows, and clicks its controls. `lib` is locate.js.
(lib) => {
  const CONTROLS = "button,input[type=button],input[type=checkbox],input[type=radio],[role=button],[role=switch],[role=checkbox],summary";
  const HARM = /log\s*-?out|sign\s*-?out|remove|delete|lösch|eliminar|supprim|\bpay\b|\bbuy\b|purchase|\border\b|\bsend|submit|publish|post\b/i;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 1;
  const key = (e) => `${lib.selector(e)} ${lib.name(e)}`.slice(0, 300);
  const measure = () => {
    const found = {};
    for (const e of document.querySelectorAll("input:not([type=password]),select,textarea,progress,meter")) found[lib.selector(e)] = e.type === "checkbox" || e.type === "radio" ? String(e.checked) : String(e.value).slice(0, 80);
    for (const e of document.querySelectorAll("body *")) {
      const text = lib.clean([...e.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(" "));
      if (text && !["SCRIPT", "STYLE", "NOSCRIPT", "TEXTAREA"].includes(e.tagName) && shown(e)) found[lib.selector(e)] = text.slice(0, 80);
    }
    return found;
  };
  const TILT = { left: [0, 0, -60], right: [0, 0, 60], forth: [0, 60, 0], back: [0, -60, 0] };
  const move = (way) => {
    const [alpha, beta, gamma] = TILT[way];
    const pull = { x: gamma / 3, y: beta / 3, z: 9.8 };
    for (const type of ["deviceorientation", "deviceorientationabsolute"]) dispatchEvent(new DeviceOrientationEvent(type, { alpha, beta, gamma, absolute: type !== "deviceorientation" }));
    dispatchEvent(new DeviceMotionEvent("devicemotion", { acceleration: pull, accelerationIncludingGravity: pull, rotationRate: { alpha, beta, gamma }, interval: 16 }));
  };
  const sends = (e) => ["submit", "image"].includes(e.type) && Boolean(e.form);
  const controls = () => [...document.querySelectorAll(CONTROLS)].filter((e) => shown(e) && !e.disabled && !HARM.test(lib.name(e)) && !sends(e));
  const click = (before) => {
    const e = controls().find((one) => !before.includes(key(one)));
    if (!e) return null;
    const told = { key: key(e), name: lib.name(e).slice(0, 80) };
    e.click();
    return told;
  };
  const again = (which) => {
    const e = controls().find((one) => key(one) === which);
    if (e) e.click();
  };
  const facts = (before) => ({
    links: [...document.querySelectorAll("a[href]")].filter(shown).length,
    left: controls().filter((e) => !before.includes(key(e))).length + [...document.querySelectorAll("button,input")].filter((e) => shown(e) && !e.disabled && (sends(e) || HARM.test(lib.name(e)))).length,
    fields: [...document.querySelectorAll("input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=image],[type=hidden]),select,textarea,[role=slider]")].filter((e) => shown(e) && !e.disabled && !e.readOnly).length,
  });
  return { measure, move, click, again, facts };
}
