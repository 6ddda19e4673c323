// Audio and video elements: how long they sound, what could stop them, what stands in for them; players in frames.
// `lib` is locate.js. The sound is decoded here from the file, since browsers may refuse to play it unasked.
(lib) => {
  const MOST_BYTES = 30_000_000, BYTES_AT_REST = 8_000_000, MOST_AT_REST = 4, MOST = 20, TRACK_BYTES = 500_000, LOUD = 0.001, STEP = 0.1;
  const STOPS = /\b(pause|stop|mute|sound|audio|music|volume|silence|playback|ton|anhalten|son|couper|sonido|pausa|silenciar)\b/i;
  const visible = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getBoundingClientRect().width > 0;
  const everything = (root, found = []) => {
    for (const e of root.querySelectorAll("audio,video")) found.push(e);
    for (const e of root.querySelectorAll("*")) if (e.shadowRoot) everything(e.shadowRoot, found);
    return found;
  };
  const ready = (media) => media.readyState > 0 || media.error || media.networkState === 3 ? true : new Promise((resolve) => {
    for (const name of ["loadedmetadata", "error"]) media.addEventListener(name, () => resolve(true), { once: true });
    setTimeout(() => resolve(false), 3000);
  });
  const part = (media) => {
    const [, from = "0", to = ""] = (media.currentSrc.match(/#.*?\bt=(?:npt:)?([\d.]*)(?:,([\d.]+))?/) || []);
    return [parseFloat(from) || 0, to ? parseFloat(to) : Infinity];
  };
  // Seconds from the start of the part that plays to its last sound; null when the file could not be read or decoded.
  const sounding = async (media, most) => {
    try {
      const answer = await fetch(media.currentSrc.split("#")[0]);
      if (!answer.ok || Number(answer.headers.get("content-length")) > most) {
        if (answer.body) await answer.body.cancel();
        return null;
      }
      const bytes = await answer.arrayBuffer();
      if (bytes.byteLength > most) return null;
      const sound = await new OfflineAudioContext(1, 8000, 8000).decodeAudioData(bytes);
      const [from, to] = part(media);
      const channels = Array.from({ length: sound.numberOfChannels }, (_, n) => sound.getChannelData(n));
      let last = 0;
      for (let at = from; at < Math.min(to, sound.duration); at += STEP) {
        const begin = Math.floor(at * sound.sampleRate), end = Math.floor((at + STEP) * sound.sampleRate);
        if (channels.some((samples) => samples.slice(begin, end).some((value) => Math.abs(value) > LOUD))) last = at + STEP - from;
      }
      return Math.round(last * 10) / 10;
    } catch (error) {
      return null;
    }
  };
  // A file that is not there; one that the browser cannot play is there all the same.
  const missing = async (media) => {
    const source = media.currentSrc || (media.querySelector("source") || {}).src;
    if (!source) return true;
    if (!media.error && media.networkState !== 3) return false;
    try {
      return !(await fetch(source.split("#")[0], { headers: { Range: "bytes=0-0" } })).ok;
    } catch (error) {
      return false;
    }
  };
  const stoppers = () => [...document.querySelectorAll("button,[role=button],a[href],input,summary")].filter((e) => visible(e) && STOPS.test(`${lib.name(e)} ${e.title}`));
  const PLAYERS = /(^|\.)(youtube(-nocookie)?\.com|vimeo\.com|dailymotion\.com|wistia\.(com|net)|brightcove\.net|kaltura\.com|jwplayer\.com|jwplatform\.com|loom\.com|vidyard\.com|streamable\.com|soundcloud\.com|spotify\.com|mixcloud\.com|arte\.tv|peertube\.\w+)$/;
  const PLAYER_PATH = /\/(embed|player|e|video|videos\/embed)\b|^\/$/;
  const TRANSCRIPT = /transcript|transkript|abschrift|transcripci|trascrizione|text (version|alternative)|textfassung|version texte|audio\s?description|described version|audiodeskription/i;
  const NEAR = 4;
  // Links that may lead to a transcript or a described version, in the nearest ancestors of the element.
  const alternatives = (media) => {
    let around = media;
    for (let steps = 0; steps < NEAR && lib.parent(around) && lib.parent(around) !== document.body; steps += 1) around = lib.parent(around);
    const scope = around === media ? document.body : around;
    const found = [...scope.querySelectorAll("a[href],button,summary,h1,h2,h3,h4,h5,h6,figcaption")].filter((e) => visible(e) && TRANSCRIPT.test(`${lib.name(e)} ${e.getAttribute("href") || ""}`));
    return [...new Set(found.map((e) => lib.name(e).slice(0, 80)))].slice(0, 5);
  };
  const nearControls = (media) => [...(lib.parent(lib.parent(media) || media) || document).querySelectorAll("button,[role=button],input[type=checkbox],summary")].filter(visible).length;
  const track = async (element) => {
    const facts = { kind: element.kind, language: element.srclang, label: element.label, file: (element.getAttribute("src") || "").split(/[?#]/)[0].slice(-120), status: null, type: "", text: null };
    if (!element.getAttribute("src")) return facts;
    try {
      const answer = await fetch(element.src, { signal: AbortSignal.timeout(5000) });
      facts.status = answer.status;
      facts.type = answer.headers.get("content-type") || "";
      facts.text = (await answer.text()).slice(0, TRACK_BYTES);
    } catch (error) {
      facts.status = null;
    }
    return facts;
  };
  const starts = (media) => media.autoplay || !media.paused;
  const playing = async (media) => {
    await ready(media);
    const silent = media.muted || media.defaultMuted || media.volume === 0;
    return {
      place: lib.locate(media), tag: media.localName, muted: silent, loop: media.loop, controls: media.controls && visible(media),
      missing: await missing(media), seconds: silent ? 0 : await sounding(media, MOST_BYTES), stoppers: stoppers().length,
    };
  };
  // The file's own sound, muted or not: true, false, or null when it could not be decoded.
  const heard = async (media, again) => {
    if (again && again.seconds) return true;
    if (again && !again.muted) return again.seconds === null ? null : again.seconds > 0;
    const seconds = await sounding(media, BYTES_AT_REST);
    return seconds === null ? null : seconds > 0;
  };
  const element = async (media, again, decode) => {
    await (media.preload === "none" && !starts(media) ? false : ready(media));
    const box = media.getBoundingClientRect();
    return {
      place: lib.locate(media), tag: media.localName, shown: visible(media), controls: media.controls, starts: starts(media), muted: media.muted || media.defaultMuted, loop: media.loop,
      missing: again ? again.missing : await missing(media), sound: decode ? await heard(media, again) : null, seconds: isFinite(media.duration) ? Math.round(media.duration * 10) / 10 : null,
      size: [Math.round(box.width), Math.round(box.height)], hidden: media.closest("[aria-hidden=true]") !== null,
      tracks: await Promise.all([...media.querySelectorAll("track")].slice(0, 12).map(track)), scripted: [...media.textTracks].length > media.querySelectorAll("track").length,
      alternatives: alternatives(media), near_controls: nearControls(media),
    };
  };
  const players = () => [...document.querySelectorAll("iframe,embed,object")].filter(visible).flatMap((frame) => {
    try {
      const address = new URL(frame.src || frame.data, document.baseURI);
      return PLAYERS.test(address.hostname) && PLAYER_PATH.test(address.pathname) ? [{ place: lib.locate(frame), host: address.hostname, alternatives: alternatives(frame) }] : [];
    } catch (error) {
      return [];
    }
  });
  return async () => {
    const found = [], media = [];
    let decoded = 0;
    for (const one of everything(document).slice(0, MOST)) {
      const again = starts(one) ? await playing(one) : null;
      if (again) found.push(again);
      const decode = visible(one) && decoded < MOST_AT_REST;
      decoded += decode ? 1 : 0;
      media.push(await element(one, again, decode));
    }
    return { found, media, players: players(), frames: [...document.querySelectorAll("iframe,frame")].map(lib.selector) };
  };
}
