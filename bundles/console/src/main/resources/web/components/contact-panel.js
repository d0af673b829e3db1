// Who the customer is: names, handles, their other cases; joining and separating contacts.
import { html, nothing } from "lit";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { moment, t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { notify } from "../notices.js";
import { caseAddress } from "../router.js";
import { View } from "../view.js";
import "../dialogs/merge-contact.js";
import { avatar, channelMark, loading, stateMark } from "./pieces.js";
import "./since.js";

class ContactPanel extends View {
  static properties = {
    contactId: {},
    caseId: {},
    queue: {},
    contact: { state: true },
    cases: { state: true },
    joining: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.cases = [];
  }

  willUpdate(changed) {
    if (changed.has("contactId")) this.contact = undefined;
    if (changed.has("contactId") || changed.has("caseId")) this.#load();
  }

  async #load() {
    const id = this.contactId;
    try {
      const [contact, { cases }] = await Promise.all([
        desk.contact(id),
        desk.cases({ contact: id, limit: 20 }),
      ]);
      if (id !== this.contactId) return;
      this.contact = contact;
      this.cases = cases;
      this.problem = undefined;
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #change(change, done) {
    try {
      this.contact = await change();
      notify(done);
      await this.#load();
    } catch (problem) {
      notify(problemText(problem), "wrong");
    }
  }

  render() {
    return html`
      <aside class="contact" aria-label=${t("contact.title")}>
        <header class="contact__head">
          <h3>${t("contact.title")}</h3>
          <button class="button button--bare contact__close" @click=${() => this.tell("close")}>
            ${icon("close")}<span class="visually-hidden">${t("app.close")}</span>
          </button>
        </header>
        ${this.problem ? html`<p class="trouble">${problemText(this.problem)}</p>` : nothing}
        ${this.contact ? this.#person() : this.problem ? nothing : loading()}
      </aside>
    `;
  }

  #person() {
    const { contact } = this;
    return html`
      <div class="contact__who">
        ${avatar(contact.name, "large")}
        <p class="contact__name"><bdi>${contact.name}</bdi></p>
      </div>
      <p class="quiet">
        ${t("contact.seen", { first: moment(contact.firstSeen), last: moment(contact.lastSeen) })}
      </p>
      <h4>${t("contact.handles")}</h4>
      <ul class="plain contact__handles">
        ${contact.handles.map(
          (handle) =>
            html`<li>
              ${channelMark(handle.channel)} <bdi>${handle.name}</bdi>
              <bdi class="quiet contact__id">${handle.platformId}</bdi>
              ${this.#unreachable(handle)}
            </li>`,
        )}
      </ul>
      <h4>${t("contact.cases")}</h4>
      ${this.#others()} ${this.#joined()}
      <button class="button button--wide" @click=${() => (this.joining = true)}>
        ${t("contact.merge")}
      </button>
      ${this.joining
        ? html`<svara-merge-contact-dialog
            .contactId=${contact.id}
            @closed=${() => (this.joining = false)}
            @chosen=${({ detail }) =>
              this.#change(() => desk.mergeContact(contact.id, detail), t("contact.joined"))}
          ></svara-merge-contact-dialog>`
        : nothing}
    `;
  }

  #unreachable({ account, platformId }) {
    const known = this.contact.unreachable?.find(
      (other) => other.account === account && other.platformId === platformId,
    );
    if (!known) return nothing;
    return html`<span class="trouble-text small" dir="auto"
      >${icon("warning")}${t("contact.unreachable", { reason: known.reason })}</span
    >`;
  }

  #others() {
    const others = this.cases.filter((row) => row.id !== this.caseId);
    if (others.length === 0) return html`<p class="quiet">${t("contact.noCases")}</p>`;
    return html`<ul class="plain contact__cases">
      ${others.map(
        (row) =>
          html`<li>
            <a href=${caseAddress(this.queue, row.id)}>
              <span class="contact__line">
                ${stateMark(row.state)} ${channelMark(row.channel)}
                <svara-since class="quiet" .at=${row.updatedAt}></svara-since>
              </span>
              <span class="contact__excerpt" dir="auto">${row.lastMessage?.text}</span>
            </a>
          </li>`,
      )}
    </ul>`;
  }

  #joined() {
    const { contact } = this;
    if (contact.merged.length === 0) return nothing;
    return html`
      <h4>${t("contact.merged")}</h4>
      <ul class="plain contact__merged">
        ${contact.merged.map(
          (other) =>
            html`<li>
              <bdi class="contact__id">${other}</bdi>
              <button
                class="button button--small"
                @click=${() =>
                  this.#change(() => desk.unmergeContact(contact.id, other), t("contact.separated"))}
              >
                ${t("contact.unmerge")}
              </button>
            </li>`,
        )}
      </ul>
    `;
  }
}

customElements.define("svara-contact-panel", ContactPanel);
