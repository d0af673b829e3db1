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

  connectedCallback() {
    super.connectedCallback();
    this.watch(window, "resize");
  }

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
    nameWhatScrolls(this.querySelector(".guide"));
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

  // English, whatever the reader speaks, so that a screen reader reads it so. A tab stop, because a
  // chapter without links could not be scrolled by keyboard otherwise.
  render() {
    return html`<div class="page">
      ${this.problem
        ? html`<div class="trouble" role="alert"><p>${this.#words()}</p></div>`
        : this.content
          ? html`<article class="guide" lang="en" tabindex="0" aria-label=${this.content.title}>
              ${unsafeHTML(this.content.html)}
            </article>`
          : loading()}
    </div>`;
  }

  #words() {
    return this.problem.status === 404
      ? t("guide.noChapter", { name: this.chapter })
      : `${t("problem.load")} ${problemText(this.problem)}`;
  }
}

const headings = "h1, h2, h3, h4, h5, h6";

/** What is wider than the page is a stop for who scrolls by keyboard, named by its heading. */
function nameWhatScrolls(guide) {
  let heading;
  for (const part of guide?.querySelectorAll(`${headings}, pre, .table`) ?? []) {
    if (part.matches(headings)) {
      heading = part.textContent;
    } else {
      const scrolls = part.scrollWidth > part.clientWidth;
      part.role = scrolls ? "region" : null;
      part.ariaLabel = scrolls ? heading : null;
      if (scrolls) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
    }
  }
}

customElements.define("svara-guide", Guide);
