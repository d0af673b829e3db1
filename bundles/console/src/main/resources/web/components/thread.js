// The conversation, oldest first: stays at the newest message unless the agent reads further up.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { View } from "../view.js";
import { threadMessage } from "./message.js";

class Thread extends View {
  static properties = { view: {}, below: { state: true } };

  #shownCase;
  #shownCount = 0;
  #atEnd = true;
  #ends = new IntersectionObserver(([entry]) => this.#sawEnd(entry.isIntersecting));
  #sizes = new ResizeObserver(() => this.#atEnd && this.#toEnd());

  firstUpdated() {
    this.#ends.observe(this.querySelector(".thread__end"));
    this.#sizes.observe(this.querySelector(".thread"));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#ends.disconnect();
    this.#sizes.disconnect();
  }

  #sawEnd(visible) {
    this.#atEnd = visible;
    if (visible) this.below = false;
  }

  updated() {
    const { id, thread } = this.view;
    const opened = id !== this.#shownCase;
    const grown = thread.length > this.#shownCount;
    this.#shownCase = id;
    this.#shownCount = thread.length;
    if (opened || (grown && this.#atEnd)) this.#toEnd();
    else if (grown) this.below = true;
  }

  // Which of the two scrolls is for the stylesheet to say: on a narrow screen it is the whole case.
  #toEnd() {
    this.#sawEnd(true);
    for (const scroller of [this.querySelector(".thread"), this.closest(".case")]) {
      scroller.scrollTop = scroller.scrollHeight;
    }
  }

  render() {
    const { thread } = this.view;
    const newest = thread.findLast((message) => message.direction === "in");
    const context = {
      byId: new Map(thread.map((message) => [message.id, message])),
      newest: newest?.id,
      caseId: this.view.id,
      tell: (type, detail) => this.tell(type, detail),
    };
    return html`
      <div class="thread" tabindex="0" role="region" aria-label=${t("thread.label")}>
        <ol class="plain thread__messages">
          ${repeat(
            withBorders(thread),
            (entry) => entry.key,
            (entry) => (entry.border ? border(entry.border) : threadMessage(entry.message, context)),
          )}
        </ol>
        <div class="thread__end"></div>
      </div>
      ${this.below
        ? html`<button class="button thread__below" @click=${() => this.#toEnd()}>
            ${icon("arrowDown")}${t("thread.newBelow")}
          </button>`
        : nothing}
    `;
  }
}

// Where what everyone reads turns into what only two read, and back, a line is drawn.
function withBorders(thread) {
  const entries = [];
  let side;
  for (const message of thread) {
    const { visibility, direction, id } = message;
    const spoken = direction === "in" || direction === "out";
    if (spoken && visibility !== side) {
      entries.push({ key: `border ${id}`, border: visibility });
      side = visibility;
    }
    entries.push({ key: id, message });
  }
  return entries;
}

const border = (visibility) =>
  html`<li class="border border--${visibility}">
    <span>${icon(visibility === "public" ? "globe" : "lock")}${t(`thread.${visibility}`)}</span>
  </li>`;

customElements.define("svara-thread", Thread);
