// The door: user and password. The one-time link from the terminal needs no page of its own.
import { html, nothing } from "lit";
import { languages, language } from "../i18n/language.js";
import { t } from "../i18n/words.js";
import { session } from "../session.js";
import { View } from "../view.js";

class SignIn extends View {
  static properties = { wrong: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.wrong = session.unreachable ? "signIn.unreachable" : undefined;
    this.busy = false;
  }

  firstUpdated() {
    document.title = "Svara";
    this.querySelector("#user").focus();
  }

  async #enter(event) {
    event.preventDefault();
    const form = event.target;
    this.busy = true;
    this.wrong = undefined;
    try {
      await session.signIn(form.user.value, form.password.value);
    } catch (problem) {
      this.wrong =
        { 401: "signIn.wrong", 429: "signIn.throttled" }[problem.status] ?? "signIn.unreachable";
      form.password.select();
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`
      <main class="door">
        <form class="door__card" @submit=${this.#enter}>
          <img class="door__mark" src="/favicon.svg" alt="" width="44" height="44" />
          <h1>${t("signIn.title")}</h1>
          <p class="quiet">${t("signIn.lead")}</p>
          <label class="field" for="user">
            <span>${t("signIn.user")}</span>
            <input id="user" name="user" autocomplete="username" autocapitalize="none" required />
          </label>
          <label class="field" for="password">
            <span>${t("signIn.password")}</span>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              required
            />
          </label>
          <div role="alert">
            ${this.wrong ? html`<p class="trouble">${t(this.wrong)}</p>` : nothing}
          </div>
          <button class="button button--primary button--wide" ?disabled=${this.busy}>
            ${t("signIn.go")}
          </button>
          <p class="door__languages">
            ${Object.entries(languages).map(
              ([code, name]) => html`
                <button
                  type="button"
                  class="button button--link"
                  lang=${code}
                  aria-pressed=${language.current === code ? "true" : "false"}
                  @click=${() => session.speak(code)}
                >
                  ${name}
                </button>
              `,
            )}
          </p>
        </form>
      </main>
    `;
  }
}

customElements.define("svara-sign-in", SignIn);
