/** Puts the components together. Those under /variant/ exist twice, with barriers and without. */
import * as api from "./api.js";
import { h } from "./dom.js";
import { channelList } from "/variant/channels.js";
import { composer } from "/variant/composer.js";
import { openChannelDialog } from "/variant/dialog.js";
import { header } from "/variant/header.js";
import { helpPage } from "/variant/help.js";
import { loginPage } from "/variant/login.js";
import { channelTitle, messageLog } from "/variant/messages.js";
import { showPage, workspaceFrame } from "/variant/page.js";
import { settingsPage } from "/variant/settings.js";
import { toast } from "/variant/toast.js";

const root = document.getElementById("app");
let workspace = null;
let arrived = false;

window.addEventListener("hashchange", () => {
  if (workspace && location.hash.startsWith("#/")) openRoute();
});

enter(await api.session());

function enter(session) {
  workspace = session;
  if (workspace) openRoute();
  else showPage(root, "Sign in", loginPage({ signIn }), arrived);
}

async function signIn(username, password) {
  const session = await api.signIn(username, password);
  arrived = true;
  enter(session);
}

async function signOut() {
  await api.signOut();
  location.hash = "";
  enter(null);
}

async function openRoute() {
  const [, page, name] = location.hash.split("/");
  const channel = workspace.channels.find((one) => one.name === name) ?? workspace.channels[0];
  if (page === "settings") show("Settings", null, settingsPage({ settings: workspace.settings, save: saveSettings }));
  else if (page === "help") show("Help", null, helpPage());
  else show(`#${channel.name}`, channel.name, await channelPage(channel));
}

function show(title, channel, content) {
  const frame = workspaceFrame({
    header: header({ settings: workspace.settings, channels: workspace.channels, signOut }),
    channels: channelList({ channels: workspace.channels, current: channel, openDialog }),
    content,
  });
  showPage(root, title, frame, arrived);
  arrived = true;
}

async function channelPage(channel) {
  channel.unread = 0;
  const log = messageLog({ channel, people: workspace.people, messages: await api.messages(channel.name) });
  const send = async (text) => log.add(await api.postMessage(channel.name, text));
  return h("div", { class: "channel" }, channelTitle(channel), log.element, composer({ channel, send }));
}

function openDialog(opener) {
  openChannelDialog({ opener, create: createChannel });
}

async function createChannel(name, topic) {
  const channel = await api.createChannel(name, topic);
  workspace.channels.push(channel);
  location.hash = `#/channel/${channel.name}`;
  toast(`Channel ${channel.name} created`);
}

async function saveSettings(settings) {
  workspace.settings = await api.saveSettings({ ...workspace.settings, ...settings });
  toast("Settings saved");
}
