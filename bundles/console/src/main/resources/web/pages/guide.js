// The guide, as it is on GitHub: chapters in Markdown that come with the console.
import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { loading } from "../components/pieces.js";
import { problemText } from "../i18n/problems.js";
import { t } from "../i18n/words.js";
import { chapter } from "../markdown.js";
import { View } from "../view.js";

class Guide extends View {
  static properties = {
    chapter: {},
    section: {},
    content: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    if (changed.has("chapter")) this.#load();
  }

  async #load() {
    const name = this.chapter;
    this.content = undefined;
    this.problem = undefined;
    try {
      const read = await chapter(name);
      if (name === this.chapter) this.content = read;
    } catch (problem) {
      if (name === this.chapter) this.problem = problem;
    }
  }

  updated(changed) {
    if (!this.content || !(changed.has("content") || changed.has("section"))) return;
    document.title = `${this.content.title} – Svara`;
    const target = this.section ? this.#section(this.section) : undefined;
    if (target) {
      target.focus();
      target.scrollIntoView();
    } else {
      this.closest("main")?.scrollTo(0, 0);
    }
  }

  #section(name) {
    return this.querySelector(`#${CSS.escape(name)}`);
  }

  // English, whatever the reader speaks, so that a screen reader reads it so.
  render() {
    return html`<div class="page">
      ${this.problem
        ? html`<div class="trouble" role="alert"><p>${this.#words()}</p></div>`
        : this.content
          ? html`<article class="guide" lang="en">${unsafeHTML(this.content.html)}</article>`
          : loading()}
    </div>`;
  }

  #words() {
    return this.problem.status === 404
      ? t("guide.noChapter", { name: this.chapter })
      : `${t("problem.load")} ${problemText(this.problem)}`;
  }
}

customElements.define("svara-guide", Guide);
