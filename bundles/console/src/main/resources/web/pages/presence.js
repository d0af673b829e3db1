// Where the organisation can be reached: endpoints that platforms post to, and accounts.
import { html, nothing } from "lit";
import { channelMark } from "../components/pieces.js";
import { desk } from "../desk.js";
import "../dialogs/confirm.js";
import "../dialogs/check.js";
import "../dialogs/place.js";
import { number, t } from "../i18n/words.js";
import { notify } from "../notices.js";
import { connectionStanding, troubleText } from "./connection.js";
import { Page } from "./page.js";
import { table } from "./table.js";

class Presence extends Page {
  static properties = {
    editing: { state: true },
    removing: { state: true },
    trying: { state: true },
    disconnecting: { state: true },
  };

  name = "presence";
  renewedBy = ["presence", "plugin"];

  async fetch() {
    const [{ endpoints }, { accounts }, { channels }] = await Promise.all([
      desk.places("endpoints"),
      desk.places("accounts"),
      desk.channels(),
    ]);
    return { endpoints, accounts, channels };
  }

  body() {
    return html`${this.#accounts()} ${this.#endpoints()}`;
  }

  dialogs() {
    return html`${this.editing ? this.#form() : nothing}
    ${this.removing ? this.#confirm() : nothing}
    ${this.disconnecting ? this.#confirmDisconnecting() : nothing}
    ${this.trying
      ? html`<svara-check-dialog
          .account=${this.trying}
          @closed=${() => (this.trying = undefined)}
        ></svara-check-dialog>`
      : nothing}`;
  }

  #accounts() {
    return this.#section(
      "accounts",
      t("presence.accounts"),
      t("presence.accountsLead"),
      t("presence.addAccount"),
      t("presence.noAccounts"),
      [
        [t("presence.name"), (account) => html`<strong>${account.name}</strong>`],
        [t("presence.channel"), (account) => channelMark(account.channel)],
        [t("presence.standing"), (account) => [this.#account(account), this.#connection(account)]],
        [t("presence.outbox"), (account) => number(account.waiting)],
        [t("table.actions"), (account) => this.#actions("accounts", account)],
      ],
    );
  }

  #endpoints() {
    return this.#section(
      "endpoints",
      t("presence.endpoints"),
      t("presence.endpointsLead"),
      t("presence.addEndpoint"),
      t("presence.noEndpoints"),
      [
        [t("presence.name"), (endpoint) => html`<strong>${endpoint.name}</strong>`],
        [t("presence.channel"), (endpoint) => channelMark(endpoint.channel)],
        [t("presence.standing"), endpointStanding],
        [t("presence.address"), (endpoint) => this.#address(endpoint)],
        [t("table.actions"), (endpoint) => this.#actions("endpoints", endpoint)],
      ],
    );
  }

  #section(kind, title, lead, add, none, columns) {
    const rows = this.content[kind];
    return html`<section class="page__section">
      <header class="page__head">
        <div>
          <h2>${title}</h2>
          <p class="quiet">${lead}</p>
        </div>
        <button class="button button--strong" @click=${() => (this.editing = { kind })}>
          ${add}
        </button>
      </header>
      ${rows.length === 0
        ? html`<p class="empty">${none}</p>`
        : table(title, columns, rows)}
    </section>`;
  }

  #account({ connector, fault, name, connection }) {
    if (fault) {
      const trouble = connection?.trouble;
      const words = fault === trouble?.words ? troubleText(trouble) : fault;
      return html`<span class="health health--bad" dir="auto"
          >${t("presence.fault", { fault: words })}</span
        >
        <button
          class="button button--small"
          @click=${() => this.act(() => desk.resume(name), t("presence.resumed", { name }))}
        >
          ${t("presence.resume")}
        </button>`;
    }
    const ready = connector && connection?.state !== "none";
    return html`<span class="health health--${ready ? "good" : "bad"}"
        >${t(ready ? "presence.ready" : "presence.notReady")}</span
      >
      <span class="quiet small"
        >${t("presence.connector")} ${connector ?? t("presence.noConnector")}</span
      >`;
  }

  #connection(account) {
    return account.connection
      ? connectionStanding(
          account,
          (action, done) => this.act(action, done),
          () => (this.disconnecting = account),
        )
      : nothing;
  }

  #confirmDisconnecting() {
    const { name, connection } = this.disconnecting;
    return html`<svara-confirm-dialog
      .heading=${t("connection.disconnectTitle", { name, title: connection.title })}
      .hint=${t("connection.disconnectHint")}
      .go=${t("connection.disconnect")}
      @closed=${() => (this.disconnecting = undefined)}
      @chosen=${() =>
        this.act(
          () => desk.disconnect(name),
          ({ withdrawn }) =>
            t(withdrawn ? "connection.withdrawn" : "connection.forgotten", {
              title: connection.title,
            }),
        )}
    ></svara-confirm-dialog>`;
  }

  #address({ url }) {
    return html`<code class="address">${url}</code>
      <button class="button button--small" @click=${() => this.#copy(url)}>
        ${t("presence.copy")}
      </button>`;
  }

  async #copy(url) {
    await navigator.clipboard.writeText(url);
    notify(t("presence.copied"));
  }

  #actions(kind, place) {
    const tries =
      kind === "accounts" &&
      this.content.channels.find(({ descriptor }) => descriptor.channel === place.channel)?.checks;
    return html`<span class="buttons">
      ${tries
        ? html`<button class="button button--small" @click=${() => (this.trying = place.name)}>
            ${t("check.try")}
          </button>`
        : nothing}
      <button class="button button--small" @click=${() => (this.editing = { kind, place })}>
        ${t("presence.edit")}
      </button>
      <button class="button button--small" @click=${() => (this.removing = { kind, place })}>
        ${t("presence.remove")}
      </button>
    </span>`;
  }

  #form() {
    const { kind, place } = this.editing;
    return html`<svara-place-dialog
      .kind=${kind}
      .place=${place}
      .channels=${this.content.channels}
      .endpoints=${this.content.endpoints}
      @closed=${() => (this.editing = undefined)}
      @saved=${({ detail }) => this.act(async () => detail, t("presence.saved", { name: detail }))}
    ></svara-place-dialog>`;
  }

  #confirm() {
    const { kind, place } = this.removing;
    const { name } = place;
    return html`<svara-confirm-dialog
      .heading=${t("presence.removeTitle", { name })}
      .hint=${t("presence.removeHint")}
      .go=${t("presence.remove")}
      @closed=${() => (this.removing = undefined)}
      @chosen=${() => this.act(() => desk.remove(kind, name), t("presence.removed", { name }))}
    ></svara-confirm-dialog>`;
  }
}

const endpointStanding = ({ ready, trouble }) =>
  html`<span class="health health--${ready ? "good" : "bad"}"
      >${t(ready ? "presence.ready" : "presence.notReady")}</span
    >
    ${trouble ? html`<span class="trouble-text" dir="auto">${trouble}</span>` : ""}`;

customElements.define("svara-presence", Presence);
