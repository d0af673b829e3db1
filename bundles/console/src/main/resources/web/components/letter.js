// What a letter has besides its text: subject, readers, marks, quotations, and how it came as HTML.
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { desk } from "../desk.js";
import { moment, t, word } from "../i18n/words.js";
import { icon } from "../icons.js";
import { shownTheme } from "../theme.js";
import { View } from "../view.js";

const markIcons = { encrypted: "lock", signed: "shield", damaged: "warning", "cut-short": "warning" };

/** A person as mail programs write one. */
export const reader = ({ platformId, name }) =>
  name && name !== platformId ? `${name} <${platformId}>` : platformId;

/** Subject, marks, and who reads it; what few want to know is folded. */
export function letterHead(message) {
  const { letter } = message;
  if (!letter) return nothing;
  return html`<div class="letter__head">
    <p class="letter__subject" dir="auto">${letter.subject || t("letter.noSubject")}</p>
    ${marks(letter.marks)}${readers(message, letter)}
  </div>`;
}

const marks = (all) =>
  all.length === 0
    ? nothing
    : html`<ul class="plain letter__marks">
        ${[...all].sort().map(
          (mark) =>
            html`<li class="chip" title=${word("markAbout", mark)}>
              ${icon(markIcons[mark] ?? "tag")}${word("mark", mark)}
              <span class="visually-hidden">${word("markAbout", mark)}</span>
            </li>`,
        )}
      </ul>`;

function readers(message, letter) {
  const from = message.direction === "in" && { platformId: message.authorId, name: message.author };
  const lines = [
    ["letter.from", from?.platformId ? [from] : []],
    ["letter.to", letter.to],
    ["letter.copies", letter.copies],
    ["letter.hiddenCopies", letter.hiddenCopies],
    ["letter.answersTo", letter.answersTo],
  ].filter(([, people]) => people?.length > 0);
  const first = letter.to[0];
  const more = letter.to.length + letter.copies.length - 1;
  return html`<details class="letter__readers">
    <summary>
      ${first ? t("letter.toSome", { name: first.name || first.platformId }) : t("letter.toNobody")}
      ${more > 0 ? t("letter.more", { count: more }) : nothing}
    </summary>
    <dl>
      ${lines.map(
        ([key, people]) =>
          html`<dt>${t(key)}</dt>
            ${people.map((person) => html`<dd><bdi>${reader(person)}</bdi></dd>`)}`,
      )}
    </dl>
  </details>`;
}

/** Quotations and signature, behind three dots. */
export const folded = ({ letter }) =>
  letter?.folded
    ? html`<details class="letter__folded">
        <summary aria-label=${t("letter.folded")} title=${t("letter.folded")}>···</summary>
        <p class="message__text" dir="auto">${letter.folded}</p>
      </details>`
    : nothing;

/** Bad news of a letter of ours, and what to do about it. */
export function undelivered({ undelivered: news, letter }) {
  if (!news) return nothing;
  const to = news.recipient ?? letter?.to.map((person) => person.platformId).join(", ") ?? "";
  return html`<div class="trouble letter__undelivered">
    <p>
      ${icon("warning")}<strong
        >${t(news.permanent ? "letter.undelivered" : "letter.delayed", { to })}</strong
      >
      <span class="quiet">${moment(news.at)}</span>
    </p>
    <p dir="auto">${news.code ? html`<code>${news.code}</code> ` : nothing}${news.reason}</p>
    <p>${t(news.permanent ? "letter.undeliveredDo" : "letter.delayedDo")}</p>
  </div>`;
}

/** The letter as its sender designed it, in a frame in which nothing runs. */
class Letter extends View {
  static properties = {
    caseId: {},
    message: {},
    open: { state: true },
    all: { state: true },
    pictures: { state: true },
    leftOut: { state: true },
  };

  #choose(open) {
    this.open = open;
    if (open && !this.leftOut) this.#ask();
  }

  // How many pictures would be fetched, and from whom, is asked before anybody decides.
  async #ask() {
    try {
      this.leftOut = await desk.letterPictures(this.caseId, this.message.id);
    } catch {
      this.leftOut = undefined;
    }
  }

  render() {
    if (!this.message.letter?.html) return nothing;
    return html`
      <p class="letter__views">
        ${this.#view(false, "letter.written")} ${this.#view(true, "letter.asItCame")}
      </p>
      ${this.open ? this.#frame() : nothing}
    `;
  }

  #view(open, key) {
    return html`<button
      class="button button--small"
      aria-pressed=${Boolean(this.open) === open ? "true" : "false"}
      @click=${() => this.#choose(open)}
    >
      ${t(key)}
    </button>`;
  }

  #frame() {
    const { message, caseId, pictures, all } = this;
    const address = desk.letterAddress(caseId, message.id, {
      pictures: pictures ? "shown" : undefined,
      theme: shownTheme(),
    });
    const title = t("letter.frame", { name: message.author });
    return html`
      ${this.#notes()}
      ${keyed(
        address,
        html`<iframe
          class="letter__frame ${all ? "letter__frame--all" : ""}"
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerpolicy="no-referrer"
          title=${title}
          src=${address}
        ></iframe>`,
      )}
      <button
        class="button button--link"
        aria-expanded=${all ? "true" : "false"}
        @click=${() => (this.all = !all)}
      >
        ${t(all ? "letter.smaller" : "letter.larger")}
      </button>
    `;
  }

  #notes() {
    const { leftOut, pictures } = this;
    if (!leftOut) return nothing;
    const { count, hosts } = leftOut.remote;
    const from = hosts.slice(0, 3).join(", ") + (hosts.length > 3 ? " …" : "");
    return html`
      ${count > 0 && !pictures
        ? html`<p class="letter__pictures">
            <button class="button button--small" @click=${() => (this.pictures = true)}>
              ${icon("globe")}${t("letter.showPictures", { count, hosts: from })}
            </button>
            <span class="quiet small">${t("letter.picturesTell")}</span>
          </p>`
        : nothing}
      ${leftOut.missing > 0
        ? html`<p class="quiet small">${t("letter.missing", { count: leftOut.missing })}</p>`
        : nothing}
      ${leftOut.cutShort ? html`<p class="quiet small">${t("letter.cut")}</p>` : nothing}
    `;
  }
}

customElements.define("svara-letter", Letter);
