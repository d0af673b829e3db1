// How an account's connection by OAuth stands, and what can be done about it.
import { html, nothing } from "lit";
import { desk } from "../desk.js";
import { knows, moment, t } from "../i18n/words.js";

const health = { connected: "good", ending: "bad", failing: "wait", ended: "bad" };

/** Sends this tab to the platform; it comes back to this page. */
export async function connect(name) {
  const { authorize } = await desk.connect(name);
  if (!/^https?:$/.test(new URL(authorize).protocol)) throw new Error(authorize);
  location.assign(authorize);
}

/**
 * @param account whose connection it is
 * @param act what does something and says so
 * @param disconnecting called when it is to be disconnected
 */
export function connectionStanding({ name, fault, connection }, act, disconnecting) {
  const { title, state, as, until, trouble } = connection;
  const connected = state !== "none";
  const urgent = state === "none" || state === "ending" || state === "ended";
  return html`<div class="connection">
    ${connected
      ? html`<span class="health health--${health[state]}"
          >${t(`connection.${state}`, { title })}</span
        >`
      : nothing}
    ${connected && as
      ? html`<span class="quiet small">${t("connection.as")} <bdi>${as}</bdi></span>`
      : nothing}
    ${connected && until && state !== "ended"
      ? html`<span class="quiet small">${t("connection.until", { until: moment(until) })}</span>`
      : nothing}
    ${trouble && trouble.words !== fault
      ? html`<span class="trouble-text" title=${trouble.words} dir="auto"
          >${troubleText(trouble)}</span
        >`
      : nothing}
    <span class="buttons">
      <button
        class="button button--small ${urgent ? "button--strong" : ""}"
        @click=${() => act(() => connect(name), t("connection.leaving", { title }))}
      >
        ${t(connected ? "connection.reconnect" : "connection.connect", { title })}
      </button>
      ${connected
        ? html`<button class="button button--small" @click=${disconnecting}>
            ${t("connection.disconnect")}
          </button>`
        : nothing}
    </span>
  </div>`;
}

/** In the language spoken where the kind of trouble is known; else in the server's words. */
export function troubleText({ code, words }) {
  const key = `connection.trouble.${code}`;
  return knows(key) ? t(key) : words;
}
