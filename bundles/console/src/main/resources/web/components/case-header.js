// The case's head: who it is, where it stands, whose it is, and the moves it may make.
import { html, nothing } from "lit";
import { moment, t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { Picks } from "../picks.js";
import { session } from "../session.js";
import { View } from "../view.js";
import { avatar, channelMark, ratingMark, stateMark, visibilityMark } from "./pieces.js";
import "./since.js";
import "./tags.js";

const moveIcons = { open: "inbox", waiting: "clock", snoozed: "moon", resolved: "done" };
// Merging has a dialog of its own; a case that is done is reopened rather than "opened".
const shownMoves = ["open", "waiting", "snoozed", "resolved"];

class CaseHeader extends View {
  static properties = { view: {}, queue: {}, contactShown: { type: Boolean } };

  #picks = new Picks();

  render() {
    const { view } = this;
    return html`
      <header class="head">
        <div class="head__who">
          <button class="button button--bare head__back" @click=${() => this.tell("back")}>
            ${icon("back")}<span class="visually-hidden">${t("inbox.back")}</span>
          </button>
          ${avatar(view.contactName, "large")}
          <div class="head__names">
            <h2 id="case-name" class="head__name" tabindex="-1"><bdi>${view.contactName}</bdi></h2>
            <p class="head__marks">
              ${stateMark(view.state)} ${channelMark(view.channel)}
              <bdi class="quiet">${view.account}</bdi> ${visibilityMark(view.visibility)}
              ${ratingMark(view.rating)} ${this.#waiting()}
            </p>
            ${view.subject
              ? html`<p class="head__subject" dir="auto">${view.subject}</p>`
              : nothing}
          </div>
          <div class="head__moves">${this.#moves()} ${this.#contact()} ${this.#more()}</div>
        </div>
        <div
          class="head__tools"
          @pointerdown=${this.#picks.pointerdown}
          @keydown=${this.#picks.keydown}
          @focusout=${this.#picks.focusout}
        >
          ${this.#assignee()} ${this.#priority()}
          <svara-tags
            .tags=${view.tags}
            @tags=${({ detail }) => this.tell("patch", { tags: detail })}
          ></svara-tags>
        </div>
      </header>
    `;
  }

  #contact() {
    return html`<button
      class="button"
      aria-pressed=${this.contactShown ? "true" : "false"}
      @click=${() => this.tell("contact")}
    >
      ${icon("person")}<span class="head__word">${t("case.contact")}</span>
    </button>`;
  }

  #waiting() {
    const { waitingSince, snoozedUntil, state } = this.view;
    if (state === "snoozed" && snoozedUntil) {
      return html`<span class="quiet">${t("time.snoozedUntil", { time: moment(snoozedUntil) })}</span>`;
    }
    if (!waitingSince) return nothing;
    return html`<span class="row__waits"
      >${icon("clock")}<span class="visually-hidden">${t("time.waits")} </span
      ><svara-since manner="since" .at=${waitingSince}></svara-since
    ></span>`;
  }

  #assignee() {
    const { assignee } = this.view;
    const mine = assignee === session.user;
    return html`
      <label class="pick">
        ${icon("person")}<span class="visually-hidden">${t("case.assignee")}</span>
        <select @change=${(event) => this.#picks.change(event, (choice) => this.#assign(choice))}>
          <option value="-" ?selected=${!assignee}>${t("case.assignNobody")}</option>
          <option value="me" ?selected=${mine}>${t("message.you")} (${session.user})</option>
          ${assignee && !mine
            ? html`<option value="same" ?selected=${true}>${assignee}</option>`
            : nothing}
          <option value="other">${t("case.assignOther")}</option>
        </select>
      </label>
      ${mine
        ? nothing
        : html`<button class="button" @click=${() => this.tell("assign", session.user)}>
            ${t("case.assignMe")}
          </button>`}
    `;
  }

  #assign(choice) {
    // The select shows what is, not what was asked for: the case's next version sets it.
    this.requestUpdate();
    if (choice === "me") this.tell("assign", session.user);
    else if (choice === "-") this.tell("assign", null);
    else if (choice === "other") this.tell("dialog", "assign");
  }

  updated() {
    for (const select of this.querySelectorAll("select")) {
      if (this.#picks.isOpen(select)) continue;
      const now = [...select.options].find((option) => option.defaultSelected);
      if (now) select.value = now.value;
    }
  }

  #priority() {
    const { priority } = this.view;
    return html`
      <label class="pick">
        <span class="visually-hidden">${t("priority.label")}</span>
        <select
          class="pick__priority pick__priority--${priority}"
          @change=${(event) =>
            this.#picks.change(event, (value) => this.tell("patch", { priority: Number(value) }))}
        >
          ${[1, 2, 3, 4, 5].map(
            (value) =>
              html`<option value=${value} ?selected=${value === priority}>
                ${t(`priority.${value}`)}
              </option>`,
          )}
        </select>
      </label>
    `;
  }

  #moves() {
    const { moves, state } = this.view;
    return shownMoves
      .filter((move) => moves.includes(move))
      .map((move) => {
        const reopens = move === "open" && ["resolved", "waiting"].includes(state);
        const name = t(reopens ? "move.reopen" : `move.${move}`);
        const usual = move === "resolved";
        return html`<button
          class="button ${usual ? "button--strong" : ""}"
          title=${name}
          @click=${() => this.tell("move", move)}
        >
          ${icon(moveIcons[move])}<span class=${usual ? "" : "head__word"}>${name}</span>
        </button>`;
      });
  }

  #more() {
    const { undo, state } = this.view;
    if (state === "merged" && !undo) return nothing;
    const item = (text, action) =>
      html`<li>
        <button
          class="menu__item"
          @click=${(event) => {
            event.target.closest("details").open = false;
            action();
          }}
        >
          ${text}
        </button>
      </li>`;
    return html`
      <details class="menu" @keydown=${this.#menuKey}>
        <summary class="button" aria-label=${t("case.actions")}>${icon("more")}</summary>
        <ul class="plain menu__items">
          ${state === "merged"
            ? nothing
            : html`${item(t("case.merge"), () => this.tell("dialog", "merge"))}
              ${item(t("case.split"), () => this.tell("dialog", "split"))}`}
          ${undo ? item(t("case.undo", { what: undo }), () => this.tell("undo")) : nothing}
        </ul>
      </details>
    `;
  }

  #menuKey(event) {
    const menu = event.currentTarget;
    if (event.key !== "Escape" || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

customElements.define("svara-case-header", CaseHeader);
