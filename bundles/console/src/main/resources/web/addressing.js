// Where a letter goes: what follows from the one that it answers, and what the agent makes of it.
import { desk } from "./desk.js";
import { moment, t } from "./i18n/words.js";

/** The letter that an answer would answer, or undefined: the chosen one, else the newest. */
export function answeredLetter(view, replyTo) {
  const answered = replyTo ?? view.thread.findLast((message) => message.direction === "in");
  return answered?.letter ? answered : undefined;
}

/** To whom, with what subject, an answer usually goes. `ours` are our own addresses. */
export function usualAddressing({ letter, authorId }, ours) {
  const wanted = letter.answersTo.map((person) => person.platformId);
  const to = wanted.length > 0 ? wanted : [authorId].filter(Boolean);
  const taken = new Set([...to, ...ours].map(plain));
  const copies = [...letter.to, ...letter.copies]
    .map((person) => person.platformId)
    .filter((address) => !taken.has(plain(address)) && taken.add(plain(address)));
  // Where our own address is not known, nobody else is written to unasked.
  return {
    to: to.join(", "),
    copies: ours.length > 0 ? copies.join(", ") : "",
    hiddenCopies: "",
    subject: withPrefix("Re: ", letter.subject),
  };
}

/** A letter handed on to somebody who is yet to be named. */
export const forwardAddressing = ({ letter }) => ({
  to: "",
  copies: "",
  hiddenCopies: "",
  subject: withPrefix("Fwd: ", letter.subject),
});

/** What a forwarded letter says below the agent's own words. */
export function forwardedText({ author, authorId, at, letter, text }) {
  const people = (all) => all.map((person) => person.platformId).join(", ");
  const lines = [
    `---------- ${t("letter.forwardedHead")} ----------`,
    `${t("letter.from")}: ${author}${authorId && authorId !== author ? ` <${authorId}>` : ""}`,
    `${t("letter.date")}: ${moment(at)}`,
    `${t("letter.subject")}: ${letter.subject}`,
    `${t("letter.to")}: ${people(letter.to)}`,
    ...(letter.copies.length > 0 ? [`${t("letter.copies")}: ${people(letter.copies)}`] : []),
  ];
  return `\n\n${lines.join("\n")}\n\n${[text, letter.folded].filter(Boolean).join("\n\n")}`;
}

/** As the server wants it. */
export const sentAddressing = ({ subject, to, copies, hiddenCopies }) => ({
  subject,
  to: addresses(to),
  copies: addresses(copies),
  hiddenCopies: addresses(hiddenCopies),
});

/** The addresses in a field. */
export const addresses = (field) =>
  field
    .split(/[,;\s]+/)
    .map((address) => address.replace(/^<|>$/g, ""))
    .filter(Boolean);

/** Everybody who gets it. */
export const readers = ({ to, copies, hiddenCopies }) =>
  [to, copies, hiddenCopies].flatMap(addresses);

/** Those of a field that are no addresses. */
export const wrongAddresses = (field) =>
  addresses(field).filter((address) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address));

/** The addresses at which the case's account is written to; empty where they are not known. */
export async function ownAddresses(view) {
  try {
    const { accounts } = await desk.places("accounts");
    const account = accounts.find(({ name }) => name === view.account);
    const known = [account?.platformId, ...Object.values(account?.settings ?? {})];
    return known.flatMap((value) => addresses(value ?? "")).filter((value) => value.includes("@"));
  } catch {
    return [];
  }
}

// Answers, in the languages whose mail programs have a prefix of their own, need no second one.
const answered = /^\s*(re|sv|aw|antw|vs|rif|res)\s*(\[\d+])?:/i;
const forwarded = /^\s*(fwd?|vb|vbs|wg|tr|rv)\s*:/i;

const withPrefix = (prefix, subject) =>
  (prefix === "Re: " ? answered : forwarded).test(subject) ? subject : prefix + subject;

// Our token stands behind a plus in addresses that we gave; case counts for nobody.
const plain = (address) => address.toLowerCase().replace(/\+[^@]*@/, "@");
