// Where the agent writes. The text is kept until the server has taken it; the guard reads along.
import { html, nothing } from "lit";
import { live as fresh } from "lit/directives/live.js";
import {
  answeredLetter,
  forwardAddressing,
  forwardedText,
  ownAddresses,
  readers,
  sentAddressing,
  usualAddressing,
  wrongAddresses,
} from "../addressing.js";
import { isPrivately, modesOf, room, visibilityOf } from "../composing.js";
import { arrivals, arrived, attempt, Conflict } from "../conflict.js";
import { desk } from "../desk.js";
import { draftOf, keepDraft } from "../drafts.js";
import { Enclosing } from "../enclosing.js";
import { fileName } from "../files.js";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { debounce } from "../later.js";
import { notify } from "../notices.js";
import { session } from "../session.js";
import { View } from "../view.js";
import "./enclosures.js";
import "./letter-fields.js";
import { marked, verdictBox } from "./verdict.js";
import "./window-left.js";

const modeIcons = { public: "globe", private: "lock", handoff: "lock", note: "note" };

class Composer extends View {
  static properties = {
    view: {},
    replyTo: {},
    text: { state: true },
    mode: { state: true },
    verdict: { state: true },
    busy: { state: true },
    notice: { state: true },
    fields: { state: true },
    over: { state: true },
  };

  // The case as it was when a try to send got no answer: whether it got through shows later.
  #unanswered;
  // The version whose news were told with a refusal; they are not told again.
  #told;
  #reading;
  // The message whose readers and subject the fields began with.
  #addressed;
  #enclosing = new Enclosing();

  constructor() {
    super();
    this.text = "";
    this.busy = false;
    this.askGuard = debounce(350, () => this.#askGuard());
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(this.#enclosing, "change", () => {
      this.#keep();
      this.requestUpdate();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.askGuard.cancel();
    this.#reading?.abort();
  }

  willUpdate(changed) {
    if (changed.has("view")) {
      const older = changed.get("view");
      if (older?.id !== this.view.id) this.#begin();
      else this.#follow(older);
      if (!modesOf(this.view).includes(this.mode)) this.mode = modesOf(this.view)[0];
    }
    if (changed.has("replyTo") && !this.replyTo) this.#addressed = undefined;
    if (changed.has("replyTo") || !this.fields?.touched) this.#address();
  }

  // Another letter to answer has other readers. What the agent wrote into the fields stays until
  // the agent chooses another letter.
  async #address() {
    const letter = answeredLetter(this.view, this.replyTo);
    if (letter?.id === this.#addressed) return;
    this.#addressed = letter?.id;
    this.fields = letter && usualAddressing(letter, []);
    if (!letter) return;
    const ours = await ownAddresses(this.view);
    if (this.#addressed === letter.id && this.fields && !this.fields.touched) {
      this.fields = usualAddressing(letter, ours);
    }
  }

  /** Hands a letter on: its words and files go along, to whom is for the agent to say. */
  async forward(message) {
    if (this.mode === "note") this.mode = modesOf(this.view)[0];
    this.#addressed = message.id;
    this.fields = { ...forwardAddressing(message), touched: true };
    this.text = this.text.trimEnd() + forwardedText(message);
    this.#changed();
    await this.updateComplete;
    this.querySelector("[name=to]").focus();
    this.#enclosing.add(await this.#filesOf(message));
  }

  async #filesOf(message) {
    const files = [];
    try {
      for (const [index, attachment] of message.attachments.entries()) {
        if (!attachment.kept) continue;
        const bytes = await desk.file(this.view.id, message.id, index);
        files.push(new File([bytes], fileName(attachment), { type: attachment.mediaType ?? "" }));
      }
    } catch (problem) {
      this.notice = { kind: "refused", text: t("letter.forwardFiles") };
    }
    return files;
  }

  /** Whether what is written now is a letter. */
  get #isLetter() {
    return Boolean(this.fields) && this.mode !== "note";
  }

  #keep() {
    const { text, mode, fields } = this;
    keepDraft(this.view.id, {
      text,
      mode,
      fields: fields?.touched && { ...fields, message: this.#addressed },
      files: this.#enclosing.kept,
    });
  }

  #fields({ detail }) {
    this.fields = { ...detail, touched: true };
    this.#keep();
  }

  #begin() {
    const draft = draftOf(this.view.id);
    this.text = draft?.text ?? "";
    this.mode = draft?.mode ?? modesOf(this.view)[0];
    this.#addressed = draft?.fields?.message;
    this.fields = draft?.fields || undefined;
    this.#enclosing.begin(draft?.files);
    this.verdict = undefined;
    this.notice = undefined;
    this.#unanswered = undefined;
    this.askGuard();
  }

  // The case moved on while somebody writes here.
  #follow(older) {
    if (this.#unanswered && arrived(this.#unanswered, this.view, session.user, this.text)) {
      this.#taken();
    } else if (this.text && older.version < this.view.version && this.view.version !== this.#told) {
      const text = this.#news(older, this.view);
      // Two answers that contradict each other are worse than one press of a key.
      const unread = arrivals(older, this.view, session.user).at(-1)?.direction === "out";
      if (text) this.notice = { kind: "changed", text, unread };
    }
  }

  // Who wrote meanwhile, in words; empty where nobody did.
  #news(older, newer) {
    const message = arrivals(older, newer, session.user).at(-1);
    if (!message) return "";
    const key = message.direction === "in" ? "composer.wrote" : "composer.answered";
    return t(key, { name: message.author });
  }

  /** Puts the cursor here, in this mode where one is given. */
  async write(mode) {
    if (mode && modesOf(this.view).includes(mode)) this.#choose(mode);
    else if (!mode && this.mode === "note") this.#choose(modesOf(this.view)[0]);
    await this.updateComplete;
    this.#field.focus();
  }

  get #field() {
    return this.querySelector("textarea");
  }

  #choose(mode) {
    this.mode = mode;
    this.verdict = undefined;
    this.#changed();
  }

  #typed(event) {
    this.text = event.target.value;
    this.#changed();
  }

  #changed() {
    if (this.notice?.kind === "refused") this.notice = undefined;
    this.#keep();
    this.askGuard();
  }

  async #askGuard() {
    this.#reading?.abort();
    const { mode, view } = this;
    const text = this.text.trim();
    if (mode === "note" || !text) {
      this.verdict = undefined;
      return;
    }
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    try {
      const draft = {
        text: this.text,
        visibility: visibilityOf(mode),
        privately: isPrivately(mode) || undefined,
      };
      const verdict = await desk.verdict(view.id, draft, { signal });
      if (!signal.aborted) this.verdict = { ...verdict, text: this.text };
    } catch (problem) {
      if (!signal.aborted) this.verdict = problem.status === 503 ? { level: "none" } : undefined;
    }
  }

  get #forbidden() {
    return this.verdict?.level === "forbid" && this.verdict.text === this.text;
  }

  async #send() {
    if (this.busy || !this.text.trim()) return;
    if (this.#isLetter && this.#lacks()) return;
    if (this.#forbidden) {
      this.querySelector(".verdict")?.focus();
      return;
    }
    if (this.notice?.unread && this.mode !== "note") {
      const text = `${this.notice.text} ${t("composer.onceMore")}`;
      this.notice = { ...this.notice, text, unread: false };
      return;
    }
    this.busy = true;
    try {
      const newer = await this.#deliver();
      const done = t(this.mode === "note" ? "composer.noted" : "composer.taken");
      this.#taken();
      this.tell("case-view", newer);
      notify(done);
    } catch (problem) {
      this.#failed(problem);
    } finally {
      this.busy = false;
    }
  }

  // What a letter needs besides words; the field that lacks it gets the cursor.
  #lacks() {
    const { fields } = this;
    const wrong = ["to", "copies", "hiddenCopies"].find(
      (name) => wrongAddresses(fields[name]).length > 0,
    );
    const lacking = wrong ?? (fields.to.trim() ? undefined : "to");
    if (lacking) {
      this.querySelector(`[name=${lacking}]`)?.focus();
      if (!wrong) this.notice = { kind: "refused", text: t("letter.noReader") };
      return true;
    }
    if (this.#enclosing.busy) this.notice = { kind: "refused", text: t("enclosing.wait") };
    return this.#enclosing.busy || this.#enclosing.trouble !== "";
  }

  async #deliver() {
    let { view } = this;
    const text = this.text;
    if (this.#unanswered) {
      view = await desk.case(view.id);
      if (arrived(this.#unanswered, view, session.user, text)) return view;
    }
    const change = (version) =>
      this.mode === "note"
        ? desk.note(view.id, version, text)
        : desk.reply(view.id, {
            version,
            text,
            visibility: visibilityOf(this.mode),
            replyTo: this.replyTo?.id,
            privately: isPrivately(this.mode) || undefined,
            ...this.#letter(),
          });
    return attempt(view, session.user, change, text);
  }

  #letter() {
    if (!this.#isLetter) return {};
    return {
      replyTo: this.#addressed,
      addressing: sentAddressing(this.fields),
      files: this.#enclosing.kept.map((file) => file.id),
    };
  }

  #taken() {
    this.#unanswered = undefined;
    this.text = "";
    if (this.mode !== "note") {
      this.#enclosing.begin();
      this.#addressed = undefined;
      this.fields = undefined;
    }
    this.verdict = undefined;
    this.notice = undefined;
    keepDraft(this.view.id, { text: "" });
    this.tell("reply-clear");
    this.#address();
  }

  #failed(problem) {
    if (problem instanceof Conflict) {
      const text = `${t("composer.changed")} ${this.#news(this.view, problem.newer)}`;
      this.notice = { kind: "changed", text };
      this.#told = problem.newer.version;
      this.tell("case-view", problem.newer);
    } else if (problem.status === 422 && problem.body?.verdict) {
      this.verdict = { ...problem.body.verdict, text: this.text };
    } else if (problem.passing) {
      this.#unanswered ??= this.view;
      const key = problem.status === 0 ? "composer.unsaved" : "composer.busy";
      this.notice = { kind: "unsaved", text: t(key) };
    } else {
      this.notice = {
        kind: "refused",
        text: t("composer.refused", { detail: problem.message || problem.status }),
      };
    }
  }

  #key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      document.querySelector("#case-name")?.focus();
    }
  }

  // Replaces the words of a remark; typed as the agent would, so that undo works.
  #replace({ from, to, suggestion }) {
    const field = this.#field;
    field.focus();
    field.setSelectionRange(from, to);
    field.setRangeText(suggestion, from, to, "end");
    this.text = field.value;
    this.#changed();
  }

  #pasted(event) {
    const { files } = event.clipboardData;
    if (!this.#isLetter || files.length === 0) return;
    event.preventDefault();
    this.#enclosing.add(files);
  }

  #drag(event) {
    if (!this.#isLetter || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    this.over = event.type === "dragover";
    if (event.type === "drop") this.#enclosing.add(event.dataTransfer.files);
  }

  #show({ from, to }) {
    this.#field.focus();
    this.#field.setSelectionRange(from, to);
  }

  render() {
    const { view, mode } = this;
    const name = view.contactName;
    return html`
      <form
        class="composer composer--${mode} ${this.over ? "composer--over" : ""}"
        aria-label=${t("composer.label")}
        @submit=${(event) => (event.preventDefault(), this.#send())}
        @keydown=${this.#key}
        @dragover=${this.#drag}
        @dragleave=${this.#drag}
        @drop=${this.#drag}
      >
        ${this.#modes()} ${this.#notice()} ${this.#replyTo()}
        <p class="composer__reader">
          ${icon(modeIcons[mode])}<span dir="auto"
            >${this.#isLetter
              ? t("composer.readers", { count: readers(this.fields).length })
              : t(`composer.reader.${mode}`, { name })}</span
          >
          ${mode === "note"
            ? nothing
            : html`<svara-window-left .view=${view} .mode=${mode}></svara-window-left>`}
        </p>
        ${this.#isLetter
          ? html`<svara-letter-fields
              .fields=${this.fields}
              @fields=${this.#fields}
            ></svara-letter-fields>`
          : nothing}
        <div class="composer__field">
          <div class="composer__text">
            <div class="composer__mirror" aria-hidden="true" dir="auto">${marked(this)}</div>
            <textarea
              dir="auto"
              rows="3"
              aria-label=${t(`composer.text.${mode}`, { name })}
              aria-describedby="composer-room verdict"
              aria-keyshortcuts="Control+Enter"
              placeholder=${t(`composer.text.${mode}`, { name })}
              .value=${fresh(this.text)}
              @input=${this.#typed}
              @paste=${this.#pasted}
            ></textarea>
          </div>
        </div>
        ${this.#isLetter
          ? html`<svara-enclosures .enclosing=${this.#enclosing}></svara-enclosures>`
          : nothing}
        ${mode === "note"
          ? nothing
          : verdictBox(this.verdict, this.text, {
              replace: (remark) => this.#replace(remark),
              show: (remark) => this.#show(remark),
            })}
        <div class="composer__foot">${this.#room()}${this.#sendButton()}</div>
      </form>
    `;
  }

  #modes() {
    const offered = modesOf(this.view);
    return html`
      <fieldset class="modes">
        <legend class="visually-hidden">${t("composer.modes")}</legend>
        ${offered.map(
          (mode) => html`
            <label class="mode mode--${mode}">
              <input
                type="radio"
                name="mode"
                value=${mode}
                .checked=${fresh(mode === this.mode)}
                @change=${() => this.#choose(mode)}
              />
              <span>${icon(modeIcons[mode])}${t(`composer.${mode}`)}</span>
            </label>
          `,
        )}
      </fieldset>
      ${offered.length === 1 ? html`<p class="hint">${t("composer.cannot")}</p>` : nothing}
    `;
  }

  #notice() {
    const { notice } = this;
    return html`<div role="alert">
      ${notice
        ? html`<div class="trouble composer__notice composer__notice--${notice.kind}">
            <p dir="auto">${icon("warning")}${notice.text}</p>
            ${notice.kind === "unsaved"
              ? html`<button type="button" class="button button--small" @click=${this.#send}>
                  ${t("app.retry")}
                </button>`
              : html`<button
                  type="button"
                  class="button button--bare"
                  @click=${() => (this.notice = undefined)}
                >
                  ${icon("close")}<span class="visually-hidden">${t("app.close")}</span>
                </button>`}
          </div>`
        : nothing}
    </div>`;
  }

  #replyTo() {
    if (!this.replyTo || this.mode === "note") return nothing;
    return html`<p class="message__quote composer__quote">
      ${icon("reply")}<bdi>${t("message.inReply", { name: this.replyTo.author })}</bdi>:
      <span dir="auto">${this.replyTo.text}</span>
      <button type="button" class="button button--bare" @click=${() => this.tell("reply-clear")}>
        ${icon("close")}<span class="visually-hidden">${t("app.cancel")}</span>
      </button>
    </p>`;
  }

  #room() {
    const space = this.mode === "note" ? undefined : room(this.view, this.mode, this.text);
    if (!space) return html`<span id="composer-room"></span>`;
    const over = space.left < 0;
    const bytes = space.unit === "utf8-bytes" ? "Bytes" : "";
    const key = `composer.${over ? "over" : "left"}${bytes}`;
    return html`<span id="composer-room" class="room ${over ? "room--over" : ""}" aria-live=${over ? "polite" : "off"}
      >${t(key, { count: Math.abs(space.left) })}</span
    >`;
  }

  #sendButton() {
    const second = this.mode !== "note" && this.verdict?.level === "second-person";
    const key = second ? "composer.send.second" : `composer.send.${this.mode}`;
    return html`
      <span class="composer__keys quiet" aria-hidden="true"><kbd>Ctrl</kbd> <kbd>Enter</kbd></span>
      <button
        class="button button--primary composer__send"
        aria-disabled=${this.#forbidden || !this.text.trim() ? "true" : nothing}
        aria-describedby=${this.#forbidden ? "verdict" : nothing}
        ?disabled=${this.busy}
      >
        ${icon(this.mode === "note" ? "note" : "send")}${this.busy ? t("composer.sending") : t(key)}
      </button>
    `;
  }
}

customElements.define("svara-composer", Composer);
