// The head of a letter that is being written: readers and subject.
import { html, nothing } from "lit";
import { live as fresh } from "lit/directives/live.js";
import { wrongAddresses } from "../addressing.js";
import { t } from "../i18n/words.js";
import { View } from "../view.js";

class LetterFields extends View {
  static properties = { fields: {}, more: { state: true } };

  #typed(name, value) {
    this.tell("fields", { ...this.fields, [name]: value });
  }

  render() {
    const { copies, hiddenCopies } = this.fields;
    const open = this.more || hiddenCopies;
    return html`<div class="letter__fields">
      ${this.#people("to", "letter.to")}
      ${copies || open ? this.#people("copies", "letter.copies") : nothing}
      ${open ? this.#people("hiddenCopies", "letter.hiddenCopies") : nothing}
      ${this.#line("subject", "letter.subject")}
      ${open
        ? nothing
        : html`<button
            type="button"
            class="button button--link letter__more"
            @click=${() => (this.more = true)}
          >
            ${t(copies ? "letter.hiddenCopies" : "letter.addCopies")}
          </button>`}
    </div>`;
  }

  #people(name, key) {
    const wrong = wrongAddresses(this.fields[name]);
    const note = `letter-${name}-wrong`;
    return html`${this.#line(name, key, wrong.length > 0 ? note : undefined)}
    ${wrong.length > 0
      ? html`<p class="trouble-text small letter__wrong" id=${note}>
          ${t("letter.wrong", { address: wrong[0] })}
        </p>`
      : nothing}`;
  }

  #line(name, key, wrong) {
    return html`<label class="letter__field">
      <span>${t(key)}</span>
      <input
        name=${name}
        dir="auto"
        autocomplete="off"
        spellcheck=${name === "subject" ? "true" : "false"}
        inputmode=${name === "subject" ? "text" : "email"}
        aria-invalid=${wrong ? "true" : nothing}
        aria-describedby=${wrong ?? nothing}
        .value=${fresh(this.fields[name])}
        @input=${(event) => this.#typed(name, event.target.value)}
        @keydown=${this.#enter}
      />
    </label>`;
  }

  // Enter in a line is not meant to send the letter.
  #enter(event) {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
  }
}

customElements.define("svara-letter-fields", LetterFields);
