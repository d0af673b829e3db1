// Small templates that several places show: marks, avatars, ratings.
import { html, nothing } from "lit";
import { icon } from "../icons.js";
import { t, word } from "../i18n/words.js";

const hues = 8;

// The same name has the same colour everywhere; eight are enough to tell neighbours apart.
function hue(name) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)) % 9973;
  return sum % hues;
}

function initials(name) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((part) => [...part][0].toLocaleUpperCase()).join("") || "?";
}

/** A person's initials in their colour; the name itself always stands beside it. */
export const avatar = (name, size = "") =>
  html`<span class="avatar avatar--hue-${hue(name)} ${size && `avatar--${size}`}" aria-hidden="true"
    >${initials(name)}</span
  >`;

/** Which platform, as people call it. */
export const channelMark = (channel) =>
  html`<span class="channel" title=${channel}>${channelTitle(channel)}</span>`;

/** A channel's name; one that we do not know is called by its id. */
export function channelTitle(channel) {
  const known = word("channel", channel);
  return known === channel ? channel.charAt(0).toUpperCase() + channel.slice(1) : known;
}

/** Who can read it: an icon and a word, never colour alone. */
export const visibilityMark = (visibility) =>
  html`<span class="mark mark--${visibility}"
    >${icon({ public: "globe", private: "lock", note: "note" }[visibility])}${word(
      "visibility",
      visibility,
    )}</span
  >`;

export const stateMark = (state) =>
  html`<span class="state state--${state}">${word("state", state)}</span>`;

/** Stars, or a plain yes or no. */
export function ratingMark(rating) {
  if (!rating) return nothing;
  if (rating.stars !== undefined && rating.stars !== null) return stars(rating.stars);
  if (rating.recommends === undefined || rating.recommends === null) return nothing;
  const key = rating.recommends ? "rating.recommends" : "rating.recommendsNot";
  return html`<span class="rating ${rating.recommends ? "rating--good" : "rating--bad"}"
    >${icon(rating.recommends ? "up" : "down")}${t(key)}</span
  >`;
}

const stars = (count) =>
  html`<span class="rating rating--stars" role="img" aria-label=${t("rating.stars", { count })}
    >${[1, 2, 3, 4, 5].map(
      (star) => html`<span class=${star <= count ? "star star--on" : "star"}>${icon("star")}</span>`,
    )}</span
  >`;

/** Something is being fetched. */
export const loading = () => html`<p class="quiet loading" role="status">${t("app.loading")}</p>`;
