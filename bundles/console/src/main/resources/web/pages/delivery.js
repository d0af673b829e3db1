// How a delivery and its items are shown, in both lists of them.
import { html } from "lit";
import { channelMark } from "../components/pieces.js";
import { desk } from "../desk.js";
import { exact, moment, number, t, word } from "../i18n/words.js";
import { caseAddress } from "../router.js";

const health = { waiting: "wait", read: "good", quarantined: "bad", dismissed: "wait" };

export const received = (delivery) =>
  html`<time datetime=${delivery.receivedAt} title=${exact(delivery.receivedAt)}
      >${moment(delivery.receivedAt)}</time
    >
    <span class="quiet small">${delivery.id}</span>`;

export const source = (delivery) =>
  html`<bdi>${delivery.source}</bdi> ${channelMark(delivery.channel)}`;

export const state = (delivery) =>
  html`<span class="health health--${health[delivery.state] ?? "wait"}"
      >${word("delivery", delivery.state)}</span
    >
    ${delivery.reason ? html`<span class="trouble-text" dir="auto">${delivery.reason}</span>` : ""}`;

export const items = (delivery) =>
  html`<ul class="plain items">
    ${delivery.items.map(
      (item) =>
        html`<li>
          <strong>${word("item", item.kind)}</strong> ${outcome(item)}
          <span class="quiet" dir="auto">${item.detail}</span>
        </li>`,
    )}
  </ul>`;

const outcome = ({ outcome: name, caseId }) =>
  caseId
    ? html`<a href=${caseAddress("all", caseId)}>${word("outcome", name)}</a>`
    : word("outcome", name);

export const raw = (delivery) =>
  html`<a href=${desk.rawAddress(delivery.id)} download>${t("delivery.raw")}</a>
    <span class="quiet small">${t("delivery.bytes", { count: number(delivery.bytes) })}</span>`;
