// The form of an endpoint or account. Its fields come from the connector's own definition, so a
// new connector needs no change here. Secrets are written, never shown.
import { html, nothing } from "lit";
import { channelTitle } from "../components/pieces.js";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { Dialog, dialogFoot } from "./dialog.js";

class PlaceDialog extends Dialog {
  static properties = {
    kind: {},
    place: {},
    channels: {},
    endpoints: {},
    channel: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    if (changed.has("place") || changed.has("channels")) {
      this.channel ??= this.place?.channel ?? this.channels[0]?.descriptor.channel;
    }
  }

  title() {
    if (this.place) return t("presence.editTitle", { name: this.place.name });
    return t(this.kind === "accounts" ? "presence.addAccount" : "presence.addEndpoint");
  }

  get #settings() {
    const definition = this.channels.find(({ descriptor }) => descriptor.channel === this.channel);
    const form = this.kind === "accounts" ? "accountSettings" : "endpointSettings";
    return (definition?.[form] ?? []).filter((setting) => setting.name !== "channel");
  }

  async #submit(event) {
    event.preventDefault();
    const { name, ...fields } = Object.fromEntries(new FormData(event.target));
    const given = Object.entries(fields).filter(([, value]) => value !== "");
    // Field names are prefixed, so that a setting called "name" is no trouble.
    const settings = Object.fromEntries(
      given.map(([field, value]) => [field.replace(/^setting\./, ""), value]),
    );
    const place = this.place?.name ?? name;
    try {
      await desk.define(this.kind, place, { channel: this.channel, ...settings });
      this.tell("saved", place);
      this.close();
    } catch (problem) {
      this.problem = problem;
    }
  }

  body() {
    if (this.channels.length === 0) return html`<p class="empty">${t("presence.noChannels")}</p>`;
    return html`<form @submit=${this.#submit}>
      ${this.place ? nothing : this.#identity()} ${this.#settings.map((setting) => this.#field(setting))}
      <div role="alert">
        ${this.problem ? html`<p class="trouble" dir="auto">${problemText(this.problem)}</p>` : nothing}
      </div>
      ${dialogFoot(this, t("presence.save"))}
    </form>`;
  }

  #identity() {
    return html`
      <label class="field">
        <span>${t("presence.channel")}</span>
        <select @change=${(event) => (this.channel = event.target.value)}>
          ${this.channels.map(
            ({ descriptor }) =>
              html`<option value=${descriptor.channel} ?selected=${descriptor.channel === this.channel}>
                ${descriptor.title || channelTitle(descriptor.channel)}
              </option>`,
          )}
        </select>
      </label>
      <label class="field">
        <span>${t("presence.name")} <small class="quiet">(${t("presence.required")})</small></span>
        <input name="name" pattern="[a-z0-9][a-z0-9\\-]*" autocapitalize="none" required />
        <small class="quiet">${t("presence.nameHint")}</small>
      </label>
    `;
  }

  #field(setting) {
    const { name, title, description, required } = setting;
    return html`<label class="field">
      <span>
        <bdi>${title || name}</bdi>
        ${required ? html`<small class="quiet">(${t("presence.required")})</small>` : nothing}
      </span>
      ${name === "endpoint" ? this.#endpointChoice(setting) : this.#input(setting)}
      ${description ? html`<small class="quiet" dir="auto">${description}</small>` : nothing}
    </label>`;
  }

  #input({ name, secret, required, fallback }) {
    const kept = secret && this.place?.secrets.includes(name);
    return html`<input
      name="setting.${name}"
      type=${secret ? "password" : "text"}
      autocomplete=${secret ? "new-password" : "off"}
      value=${this.place?.settings[name] ?? ""}
      placeholder=${kept ? t("presence.keepSecret") : (fallback ?? "")}
      ?required=${required && !kept && fallback === undefined}
    />`;
  }

  #endpointChoice({ name, required }) {
    const fitting = this.endpoints.filter((endpoint) => endpoint.channel === this.channel);
    const chosen = this.place?.settings[name];
    return html`<select name="setting.${name}" ?required=${required}>
      ${required ? nothing : html`<option value=""></option>`}
      ${fitting.map(
        (endpoint) =>
          html`<option value=${endpoint.name} ?selected=${endpoint.name === chosen}>
            ${endpoint.name}
          </option>`,
      )}
    </select>`;
  }
}

customElements.define("svara-place-dialog", PlaceDialog);
