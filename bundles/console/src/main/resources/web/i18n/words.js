// Words, numbers and times in the language spoken now.
import { now } from "../clock.js";
import { language } from "./language.js";

/**
 * The text of a key. `{name}` is replaced from parameters; an entry with `one` and `other` is
 * chosen by `count`.
 */
export function t(key, parameters = {}) {
  let entry = language.words[key];
  if (typeof entry === "object") {
    entry = entry[new Intl.PluralRules(language.current).select(parameters.count)] ?? entry.other;
  }
  return (entry ?? key).replace(/\{(\w+)}/g, (_, name) => parameters[name] ?? "");
}

/** The text of `group.name`, or the name itself: for words that a newer server may send. */
export const word = (group, name) => language.words[`${group}.${name}`] ?? name;

/** Whether there is such a text: a newer server may send more than is known here. */
export const knows = (key) => key in language.words;

const formats = new Map();

// Making an Intl format costs more than using it, and lists use many.
function format(kind, options) {
  const id = `${language.current} ${kind} ${JSON.stringify(options)}`;
  if (!formats.has(id)) formats.set(id, new Intl[kind](language.current, options));
  return formats.get(id);
}

export const number = (value) => format("NumberFormat", {}).format(value);

const sizes = ["byte", "kilobyte", "megabyte", "gigabyte"];

/** How many bytes: "3.4 MB". */
export function size(bytes) {
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const options = { style: "unit", unit: sizes[step], unitDisplay: "short" };
  return format("NumberFormat", { ...options, maximumFractionDigits: 1 }).format(
    bytes / 1000 ** step,
  );
}

/** 0.4 → "40%". */
export const percent = (part) => format("NumberFormat", { style: "percent" }).format(part);

const steps = [
  ["second", 60],
  ["minute", 60],
  ["hour", 24],
  ["day", 7],
  ["week", 9],
];

// 5400 s → [1, "hour"]; cut, not rounded: nobody has waited two hours after 90 minutes.
function largest(seconds) {
  let amount = Math.max(0, seconds);
  for (const [unit, size] of steps) {
    if (amount < size || unit === "week") return [Math.floor(amount), unit];
    amount /= size;
  }
}

const secondsSince = (instant) => (now() - Date.parse(instant)) / 1000;

/** How long since then: "4 min". */
export function since(instant) {
  const [amount, unit] = largest(secondsSince(instant));
  return format("NumberFormat", { style: "unit", unit, unitDisplay: "short" }).format(amount);
}

/** How long from one instant to the next: "37 ms", "30 s". */
export function between(start, end) {
  const millis = Math.max(0, Date.parse(end) - Date.parse(start));
  const [amount, unit] = millis < 1000 ? [millis, "millisecond"] : largest(millis / 1000);
  return format("NumberFormat", { style: "unit", unit, unitDisplay: "short" }).format(amount);
}

/** How long until then: "23 h". Empty when it has passed. */
export function until(instant) {
  const seconds = -secondsSince(instant);
  if (seconds <= 0) return "";
  const [amount, unit] = largest(seconds);
  return format("NumberFormat", { style: "unit", unit, unitDisplay: "short" }).format(amount);
}

/** When it was, seen from now: "4 minutes ago"; beyond a week the date. */
export function ago(instant) {
  const seconds = secondsSince(instant);
  if (Math.abs(seconds) >= 7 * 86_400) return date(instant);
  if (Math.abs(seconds) < 45) return t("time.now");
  const [amount, unit] = largest(Math.abs(seconds));
  return format("RelativeTimeFormat", { numeric: "auto" }).format(
    seconds > 0 ? -amount : amount,
    unit,
  );
}

const date = (instant) => format("DateTimeFormat", { dateStyle: "medium" }).format(new Date(instant));

/** Time of day, with the date where it is not today. */
export function moment(instant) {
  const at = new Date(instant);
  const today = new Date(now()).toDateString() === at.toDateString();
  const options = today ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" };
  return format("DateTimeFormat", options).format(at);
}

/** The whole of it, for titles. */
export const exact = (instant) =>
  format("DateTimeFormat", { dateStyle: "full", timeStyle: "medium" }).format(new Date(instant));
