"""Hostile documents: one function each, found by its name."""

from __future__ import annotations

from collections.abc import Callable

PAGES: dict[str, Callable[[], str]] = {}
HEADERS: dict[str, dict[str, str]] = {
    "trusted-types": {"Content_Security_Policy": "require-trusted-types-for 'script'; trusted-types page"},
}


def document(body: str, title: str = "A page", head: str = "") -> str:
    """A whole document without barriers around a body."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"{head}</head><body><main>{body}</main></body></html>"
    )


def scripted(script: str, body: str = "", *, early: bool = False) -> str:
    """A page with some text and a script: after the text, or `early` in the head."""
    text = f"<h1>A page</h1><p>With some text to read.</p>{body}"
    tag = f"<script>{script}</script>"
    return document(text, head=tag) if early else document(text + tag)


def page(function: Callable[[], str]) -> Callable[[], str]:
    """Name a page after its function."""
    PAGES[function.__name__.replace("_", "-")] = function
    return function


@page
def nodes_200000() -> str:
    return document("<h1>Many</h1>" + "<p>a <b>b</b></p>" * 50_000)


@page
def nested_5000() -> str:
    return document("<h1>Deep</h1>" + "<div>" * 5_000 + "<p>At the bottom.</p>" + "</div>" * 5_000)


@page
def nested_by_script() -> str:
    return scripted(
        "let e = document.querySelector('main'); for (let n = 0; n < 5000; n++) {"
        " const c = document.createElement('div'); e.append(c); e = c } e.textContent = 'At the bottom.'"
    )


@page
def shadow_nested() -> str:
    return scripted(
        "let e = document.querySelector('main'); for (let n = 0; n < 1000; n++) {"
        " const c = document.createElement('div'); e.append(c); e = c.attachShadow({mode: 'open'}) }"
        " e.innerHTML = '<p>At the bottom.</p>'"
    )


@page
def frames_1000() -> str:
    return document("<h1>Frames</h1>" + "<iframe title='x' srcdoc='<p>Text'></iframe>" * 1000)


@page
def attribute_5mb() -> str:
    return document(f"<h1>Long</h1><p title='{'x' * 5_000_000}' data-x='{'y' * 1_000_000}'>Text</p>")


@page
def title_1mb() -> str:
    return document("<h1>Title</h1><p>Text to read.</p>", title="Title " * 170_000)


@page
def tall_page() -> str:
    return document("<h1>Tall</h1><div style='height: 30000000px; width: 40px'></div><p>At the end.</p>")


@page
def text_of_one_line() -> str:
    return document(f"<h1>Line</h1><p style='white-space: nowrap'>{'word ' * 200_000}</p>")


@page
def refresh_loop() -> str:
    return document("<h1>A page</h1><p>Text.</p>", head='<meta http-equiv="refresh" content="0">')


@page
def refresh_to_file() -> str:
    return document("<h1>A page</h1>", head='<meta http-equiv="refresh" content="0; url=file:///etc/passwd">')


@page
def refresh_elsewhere() -> str:
    return document("<h1>A page</h1>", head='<meta http-equiv="refresh" content="0; url=http://169.254.169.254/">')


@page
def reload_loop() -> str:
    return scripted("location.reload()")


@page
def script_to_data() -> str:
    return scripted("location.href = 'data:text/html,<h1>Elsewhere</h1>'")


@page
def hash_loop() -> str:
    return scripted("let n = 0; setInterval(() => { location.hash = ++n }, 5)")


@page
def document_write_flood() -> str:
    return scripted("for (;;) document.write('<p>flood</p>')")


@page
def document_write_late() -> str:
    return scripted(
        "setInterval(() => { document.open(); document.write('<h1>Written anew</h1>'); document.close() }, 30)"
    )


@page
def while_true() -> str:
    return scripted("while (true) {}")


@page
def while_true_late() -> str:
    return scripted("addEventListener('load', () => setTimeout(() => { while (true) {} }, 400))")


@page
def while_true_on_focus() -> str:
    return scripted(
        "document.querySelector('button').addEventListener('focus', () => { while (true) {} })",
        "<button>Focus me</button>",
    )


@page
def while_true_on_resize() -> str:
    return scripted("addEventListener('resize', () => { while (true) {} })")


@page
def promise_loop() -> str:
    return scripted("(function again() { Promise.resolve().then(again) })()")


@page
def worker_busy() -> str:
    return scripted("for (let n = 0; n < 16; n++) new Worker(URL.createObjectURL(new Blob(['for (;;);'])))")


@page
def memory_hog() -> str:
    return scripted(
        "const kept = []; setInterval(() => { for (let n = 0; n < 20; n++) kept.push(new Array(1e6).fill(Math.random())) }, 1)"
    )


@page
def memory_hog_buffers() -> str:
    return scripted(
        "const kept = []; setInterval(() => { const b = new Uint8Array(5e8); b.fill(1); kept.push(b) }, 20)"
    )


@page
def mutation_flood() -> str:
    return scripted(
        "setInterval(() => { for (let n = 0; n < 200; n++) { const p = document.createElement('p');"
        " p.textContent = 'more'; document.querySelector('main').append(p); if (n % 2) p.remove() } }, 10)"
    )


@page
def layout_thrash() -> str:
    return scripted(
        "function turn() { for (const e of document.querySelectorAll('p')) { e.style.width = Math.random() * 500 + 'px';"
        " e.offsetHeight } requestAnimationFrame(turn) } turn()",
        "<p>Text</p>" * 300,
    )


@page
def alert_once() -> str:
    return scripted("alert('one'); confirm('two'); prompt('three')")


@page
def alert_loop() -> str:
    return scripted("for (;;) alert(1)")


@page
def alert_on_focus() -> str:
    return scripted("document.addEventListener('focusin', () => alert(1))", "<button>One</button><a href='#x'>Two</a>")


@page
def beforeunload() -> str:
    return scripted(
        "onbeforeunload = e => { e.preventDefault(); e.returnValue = 'stay'; return 'stay' };"
        " onunload = onpagehide = () => { const until = Date.now() + 3000; while (Date.now() < until); }"
    )


@page
def print_loop() -> str:
    return scripted("print(); setInterval(print, 100); onafterprint = print")


@page
def permissions() -> str:
    return scripted(
        "navigator.geolocation.getCurrentPosition(() => 0); Notification.requestPermission();"
        " navigator.mediaDevices && navigator.mediaDevices.getUserMedia({audio: true, video: true}).catch(() => 0);"
        " navigator.clipboard && navigator.clipboard.readText().catch(() => 0);"
        " document.documentElement.requestFullscreen().catch(() => 0);"
        " navigator.requestMIDIAccess && navigator.requestMIDIAccess().catch(() => 0);"
    )


@page
def popup_flood() -> str:
    return scripted("setInterval(() => window.open('/healthy-popup'), 50); onfocus = () => window.open('about:blank')")


@page
def history_trap() -> str:
    return scripted(
        "for (let n = 0; n < 100; n++) history.pushState({}, '', '#' + n); onpopstate = () => history.forward();"
        " setInterval(() => history.pushState({}, '', '?' + Math.random()), 100)"
    )


@page
def focus_trap() -> str:
    return scripted(
        "const b = document.querySelector('button'); setInterval(() => b.focus(), 10);"
        " document.addEventListener('keydown', e => { e.preventDefault(); e.stopImmediatePropagation() }, true)",
        "<button>Stay</button><a href='#x'>Away</a>",
    )


@page
def scroll_trap() -> str:
    return scripted("setInterval(() => scrollTo(0, 0), 5)", "<p>Text</p>" * 300)


@page
def self_removing() -> str:
    return scripted("addEventListener('load', () => setTimeout(() => document.documentElement.remove(), 300))")


@page
def redefined_globals() -> str:
    return scripted(
        "JSON = Promise = Array.from = Map = Set = Symbol = null; Object.keys = Object.entries = () => { throw 1 };"
        " Array.prototype.map = Array.prototype.push = () => { throw 2 };"
        " Function.prototype.call = Function.prototype.apply = () => { throw 3 };"
        " window.setTimeout = window.requestAnimationFrame = window.getComputedStyle = window.fetch = () => { throw 4 }",
        early=True,
    )


@page
def redefined_elements() -> str:
    return scripted(
        "for (const kind of [Element, HTMLElement, Node, Document, EventTarget]) for (const name of"
        " Object.getOwnPropertyNames(kind.prototype)) { try { Object.defineProperty(kind.prototype, name,"
        " { get() { throw new Error(name) }, configurable: true }) } catch (error) {} }"
    )


@page
def frozen_window() -> str:
    return scripted(
        "for (const each of [Object, Array, Function, Promise, Map, Set, Element, Node, Document]) {"
        " Object.freeze(each); Object.freeze(each.prototype) } try { Object.freeze(window) } catch (error) {}"
        " Object.freeze(document); Object.preventExtensions(document.documentElement)"
    )


@page
def fake_axe() -> str:
    return scripted(
        "const none = { passes: [], violations: [], incomplete: [], inapplicable: [] };"
        " window.axe = Object.freeze({ version: '99', run: async () => none, runPartial: async () => ({ results: [] }),"
        " finishRun: async () => none, configure() {}, getRules: () => [], utils: {} }); window.a11ycheck = window.axe;"
        " window.module = { exports: {} }; window.define = () => 0; window.define.amd = true; window.exports = {}",
        "<img src=/healthy.png>",
        early=True,
    )


@page
def hostile_getters() -> str:
    return scripted(
        "for (const e of document.querySelectorAll('*')) for (const name of ['id', 'tagName', 'textContent', 'shadowRoot',"
        " 'getAttribute', 'parentNode', 'children']) Object.defineProperty(e, name, { get() { throw new Error('no') } })"
    )


@page
def clobbered() -> str:
    names = (
        "attributes",
        "parentNode",
        "nodeName",
        "tagName",
        "children",
        "getAttribute",
        "ownerDocument",
        "id",
        "querySelectorAll",
    )
    fields = "".join(f"<input name='{name}' aria-label='{name}'>" for name in names)
    images = "".join(
        f"<img alt='' name='{name}'>" for name in ("body", "documentElement", "head", "title", "forms", "axe")
    )
    return document(f"<h1>A page</h1><form>{fields}<button>Go</button></form>{images}")


@page
def trusted_types() -> str:
    return scripted("document.querySelector('p').textContent = 'Under trusted types.'")


@page
def custom_element_throws() -> str:
    return scripted(
        "customElements.define('x-throws', class extends HTMLElement { connectedCallback() { throw new Error('no') }"
        " get innerHTML() { throw new Error('no') } get offsetParent() { for (;;) return null } });"
        " customElements.define('x-again', class extends HTMLElement { connectedCallback() {"
        " if (document.querySelectorAll('x-again').length < 2000) this.append(document.createElement('x-again')) } })",
        "<x-throws>One</x-throws><x-again>Two</x-again>",
    )


@page
def animation_endless() -> str:
    return document(
        "<h1>Moves</h1>" + "<p class=m>Moves</p>" * 50,
        head="<style>@keyframes m { to { transform: translateX(90px) } } .m { animation: m 1s infinite alternate }</style>",
    )


@page
def frame_takes_top() -> str:
    return document(
        "<h1>A page</h1><p>Text.</p><iframe title='x' srcdoc=\"<script>top.location = 'http://169.254.169.254/'</script>\"></iframe>"
    )


@page
def opener_of_files() -> str:
    return scripted(
        "for (const u of ['file:///etc/passwd', 'http://169.254.169.254/', 'chrome://settings', 'view-source:http://x/'])"
        " { try { fetch(u).catch(() => 0); window.open(u); const i = new Image(); i.src = u } catch (error) {} }"
    )


@page
def language_of_escapes() -> str:
    return document(
        "<h1>\x1b]0;owned\x07\x1b[2J Title</h1><p>Text \u202egnp.exe\u202c \u0085\u009b31m</p>"
        "<img src='/x.png' title='::error::x'>",
        title="\x1b[31mred\x07 ::error::stop <script>alert(1)</script>",
    )


@page
def renderer_crash() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/renderer'><p>Text.</p>")


@page
def browser_crash() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/browser'><p>Text.</p>")


@page
def driver_crash() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/driver'><p>Text.</p>")


@page
def worker_killed() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/worker'><p>Text.</p>")


@page
def worker_killed_once() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/worker-once'><p>Text.</p>")


@page
def browser_killed_once() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/browser-once'><p>Text.</p>")


@page
def browser_stopped() -> str:
    return document("<h1>A page</h1><img alt='' src='/kill/stop-browser'><p>Text.</p>")
