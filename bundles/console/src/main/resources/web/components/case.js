// A case: loads it, keeps it fresh, and does to it what its parts ask for.
import { html, nothing } from "lit";
import { attempt, arrivals, Conflict } from "../conflict.js";
import { desk } from "../desk.js";
import { problemText } from "../i18n/problems.js";
import { t, word } from "../i18n/words.js";
import { icon } from "../icons.js";
import { throttle } from "../later.js";
import { live } from "../live.js";
import { notify, speak } from "../notices.js";
import { caseAddress, queueAddress, router } from "../router.js";
import { session } from "../session.js";
import { View } from "../view.js";
import "../dialogs/assign.js";
import "../dialogs/merge-case.js";
import "../dialogs/snooze.js";
import "../dialogs/split.js";
import "./case-header.js";
import "./composer.js";
import "./contact-panel.js";
import { loading } from "./pieces.js";
import "./thread.js";

class Case extends View {
  static properties = {
    queue: {},
    caseId: {},
    view: { state: true },
    problem: { state: true },
    dialog: { state: true },
    replyTo: { state: true },
    contact: { state: true },
  };

  #loads = 0;

  constructor() {
    super();
    this.contact = matchMedia("(min-width: 80rem)").matches;
    this.reload = throttle(300, () => this.#load());
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(live, "case", ({ detail }) => {
      // Whatever its version: how a reply stands changes without a new one.
      if (detail.id === this.caseId) this.reload();
    });
    this.watch(live, "resync", () => this.view && this.reload());
    this.addEventListener("case-view", (event) => this.#take(event.detail));
    this.addEventListener("reply-to", (event) => {
      this.replyTo = event.detail;
      this.#composer?.write();
    });
    this.addEventListener("forward", (event) => {
      this.replyTo = event.detail;
      this.#composer?.forward(event.detail);
    });
    this.keys({
      r: () => this.#write(),
      n: () => this.#write("note"),
      e: () => this.#moveTo("resolved"),
      a: () => this.#assign(session.user),
      u: () => this.#close(),
      Escape: () => this.#close(),
    });
  }

  get #composer() {
    return this.querySelector("svara-composer");
  }

  willUpdate(changed) {
    if (!changed.has("caseId")) return;
    this.view = undefined;
    this.problem = undefined;
    this.replyTo = undefined;
    this.dialog = undefined;
    this.#load(true);
  }

  async #load(first = false) {
    const id = this.caseId;
    const load = ++this.#loads;
    try {
      const view = await desk.case(id);
      // Of two that cross the later asked is the newer, also where both have the same version.
      if (id !== this.caseId || (load < this.#loads && !first)) return;
      this.#take(view);
      if (first) this.#opened();
    } catch (problem) {
      if (id === this.caseId && !this.view) this.problem = problem;
    }
  }

  async #opened() {
    await this.updateComplete;
    // Whoever types in the search keeps the focus; everyone else stands in the case now.
    if (document.activeElement?.id !== "search") this.querySelector("#case-name")?.focus();
  }

  // Answers and events may cross; an older case never replaces a newer one.
  #take(newer) {
    if (newer.id !== this.caseId || newer.version < this.view?.version) return;
    const older = this.view;
    this.view = newer;
    if (!older) return;
    for (const message of arrivals(older, newer, session.user)) {
      speak(t("thread.arrived", { name: message.author, text: message.text }));
    }
  }

  /** Does a change; says so, or says what stood in the way. */
  async #do(change, done) {
    try {
      this.#take(await attempt(this.view, session.user, change));
      if (done) notify(done);
    } catch (problem) {
      if (problem instanceof Conflict) {
        this.#take(problem.newer);
        notify(t("case.changed"), "wrong");
      } else {
        notify(problemText(problem), "wrong");
      }
    }
  }

  #patch(change, done) {
    const { id } = this.view;
    return this.#do((version) => desk.change(id, { version, ...change }), done);
  }

  #moveTo(state, until) {
    if (!this.view?.moves.includes(state)) return false;
    this.#patch({ state, until }, t("case.moved", { state: word("state", state) }));
  }

  #assign(user) {
    if (!this.view) return false;
    const done = user ? t("case.assigned", { user }) : t("case.unassigned");
    this.#patch({ assignee: user }, done);
  }

  #write(mode) {
    return this.#composer ? void this.#composer.write(mode) : false;
  }

  #close() {
    router.go(queueAddress(this.queue));
  }

  async #reply(verb, reply, arrived) {
    await this.#do(() => desk[verb](reply, arrived));
  }

  render() {
    if (this.problem) return this.#gone();
    if (!this.view) return loading();
    const { view } = this;
    return html`
      <section class="case" aria-label=${t("case.region", { name: view.contactName })}>
        <svara-case-header
          .view=${view}
          .queue=${this.queue}
          .contactShown=${this.contact}
          @move=${({ detail }) =>
            detail === "snoozed" ? (this.dialog = "snooze") : this.#moveTo(detail)}
          @assign=${({ detail }) => this.#assign(detail)}
          @patch=${({ detail }) => this.#patch(detail)}
          @undo=${() => this.#do((version) => desk.undo(view.id, version))}
          @dialog=${({ detail }) => (this.dialog = detail)}
          @contact=${() => (this.contact = !this.contact)}
          @back=${() => this.#close()}
        ></svara-case-header>
        <div class="case__body">
          <div class="case__talk">
            ${this.#merges()}
            <svara-thread
              .view=${view}
              @approve=${({ detail }) => this.#reply("approve", detail)}
              @withdraw=${({ detail }) => this.#reply("withdraw", detail)}
              @decide=${({ detail }) => this.#reply("decide", detail.reply, detail.arrived)}
            ></svara-thread>
            ${view.state === "merged"
              ? html`<p class="quiet case__closed">${t("composer.closed")}</p>`
              : html`<svara-composer
                  .view=${view}
                  .replyTo=${this.replyTo}
                  @reply-clear=${() => (this.replyTo = undefined)}
                ></svara-composer>`}
          </div>
          ${this.contact
            ? html`<svara-contact-panel
                class="case__contact"
                .contactId=${view.contact}
                .caseId=${view.id}
                .queue=${this.queue}
                @close=${() => (this.contact = false)}
              ></svara-contact-panel>`
            : nothing}
        </div>
      </section>
      ${this.#dialogs()}
    `;
  }

  #gone() {
    const { problem } = this;
    return html`<div class="case__gone" role="alert">
      <p>${problem.status === 404 ? t("case.gone") : problemText(problem)}</p>
      <p>
        <a class="button" href=${queueAddress(this.queue)}>${t("inbox.back")}</a>
        <button class="button" @click=${() => this.#load(true)}>${t("app.retry")}</button>
      </p>
    </div>`;
  }

  #merges() {
    const { mergedInto, merged } = this.view;
    if (mergedInto) {
      return html`<p class="hint">
        ${icon("link")}${t("case.mergedInto")}
        <a href=${caseAddress(this.queue, mergedInto)}>${t("case.openThat")}</a>
      </p>`;
    }
    if (merged.length === 0) return nothing;
    return html`<p class="hint">${icon("link")}${t("case.mergedHere", { count: merged.length })}</p>`;
  }

  #dialogs() {
    const { view, dialog } = this;
    const closed = () => (this.dialog = undefined);
    switch (dialog) {
      case "snooze":
        return html`<svara-snooze-dialog
          @closed=${closed}
          @chosen=${({ detail }) => this.#moveTo("snoozed", detail)}
        ></svara-snooze-dialog>`;
      case "assign":
        return html`<svara-assign-dialog
          @closed=${closed}
          @chosen=${({ detail }) => this.#assign(detail)}
        ></svara-assign-dialog>`;
      case "merge":
        return html`<svara-merge-case-dialog
          .view=${view}
          @closed=${closed}
          @chosen=${({ detail }) =>
            this.#do((version) => desk.merge(view.id, version, detail))}
        ></svara-merge-case-dialog>`;
      case "split":
        return html`<svara-split-dialog
          .view=${view}
          @closed=${closed}
          @chosen=${({ detail }) =>
            this.#do((version) => desk.split(view.id, version, detail))}
        ></svara-split-dialog>`;
      default:
        return nothing;
    }
  }
}

customElements.define("svara-case", Case);
