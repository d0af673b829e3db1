// The frame: who is here decides between waiting, signing in and working.
import { html, nothing } from "lit";
import { t } from "../i18n/words.js";
import { live } from "../live.js";
import { pageAddress, queueAddress, router } from "../router.js";
import { session } from "../session.js";
import { View } from "../view.js";
import "../dialogs/help.js";
import "../pages/deliveries.js";
import "../pages/guide.js";
import "../pages/plugins.js";
import "../pages/presence.js";
import "../pages/quarantine.js";
import "./inbox.js";
import "./notices.js";
import "./sign-in.js";
import "./sidebar.js";

class App extends View {
  static properties = { help: { state: true }, menu: { state: true } };

  constructor() {
    super();
    this.help = false;
    this.menu = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session, "change", () => this.#meet());
    this.watch(router, "change", () => {
      this.menu = false;
      this.requestUpdate();
    });
    this.watch(live, "state");
    this.addEventListener("help", () => (this.help = true));
    this.addEventListener("menu", () => (this.menu = !this.menu));
    this.keys({
      "?": () => this.#whenIn(() => (this.help = true)),
      Escape: () => (this.menu ? ((this.menu = false), true) : false),
      "g i": () => this.#go(queueAddress("open")),
      "g n": () => this.#go(queueAddress("new")),
      "g u": () => this.#go(queueAddress("unassigned")),
      "g m": () => this.#go(queueAddress("mine")),
      "g w": () => this.#go(queueAddress("waiting")),
      "g r": () => this.#go(queueAddress("resolved")),
      "g c": () => this.#go(pageAddress("presence")),
    });
  }

  #whenIn(action) {
    if (!session.current) return false;
    action();
    return true;
  }

  #go(address) {
    return this.#whenIn(() => router.go(address));
  }

  #meet() {
    if (session.current) live.start();
    else live.stop();
    this.requestUpdate();
  }

  // A link to "#content" would be a route; focus is moved by hand instead.
  #skip(event) {
    event.preventDefault();
    this.querySelector("#content").focus();
  }

  render() {
    if (session.current === undefined) {
      return html`<p class="splash" role="status">${t("app.starting")}</p>`;
    }
    if (session.current === null) return html`<svara-sign-in></svara-sign-in>`;
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${t("app.skip")}</a>
      <div class="shell">
        <svara-sidebar
          class=${this.menu ? "sidebar sidebar--open" : "sidebar"}
          .open=${this.menu}
        ></svara-sidebar>
        <div class="shell__work">
          <div role="status">
            ${live.connected ? nothing : html`<p class="banner">${t("app.offline")}</p>`}
          </div>
          <main id="content" class="shell__content" tabindex="-1">${this.#page()}</main>
        </div>
      </div>
      <svara-notices></svara-notices>
      ${this.help
        ? html`<svara-help-dialog @closed=${() => (this.help = false)}></svara-help-dialog>`
        : nothing}
    `;
  }

  #page() {
    const { page, queue, caseId, chapter, section } = router.route;
    switch (page) {
      case "presence":
        return html`<svara-presence></svara-presence>`;
      case "deliveries":
        return html`<svara-deliveries></svara-deliveries>`;
      case "quarantine":
        return html`<svara-quarantine></svara-quarantine>`;
      case "plugins":
        return html`<svara-plugins></svara-plugins>`;
      case "guide":
        return html`<svara-guide .chapter=${chapter} .section=${section}></svara-guide>`;
      default:
        return html`<svara-inbox .queue=${queue} .caseId=${caseId}></svara-inbox>`;
    }
  }
}

customElements.define("svara-app", App);
