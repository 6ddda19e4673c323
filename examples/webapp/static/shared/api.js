/** The server refused what was sent; `errors` maps a field to a sentence for people. */
export class Refused extends Error {
  constructor(errors) {
    super(Object.values(errors).join(" "));
    this.errors = errors;
  }
}

async function call(method, path, body) {
  const response = await fetch(`/api/${path}`, {
    method,
    headers: body && { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.errors);
  return answer;
}

export const session = () => call("GET", "session");
export const signIn = (username, password) => call("POST", "session", { username, password });
export const signOut = () => call("DELETE", "session");
export const messages = (channel) => call("GET", `channels/${channel}/messages`);
export const postMessage = (channel, text) => call("POST", `channels/${channel}/messages`, { text });
export const createChannel = (name, topic) => call("POST", "channels", { name, topic });
export const saveSettings = (settings) => call("PUT", "settings", settings);
