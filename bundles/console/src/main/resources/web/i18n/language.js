// The language spoken now: the user's, else what was chosen here, else the browser's, else English.
import { en } from "./en.js";
import { sv } from "./sv.js";

const dictionaries = { en, sv };
const key = "svara.language";

/** What can be spoken, each named in itself. */
export const languages = { sv: "Svenska", en: "English" };

class Language extends EventTarget {
  current = "en";

  /** Changes the language of everything shown; an unknown one is left aside. */
  choose(code) {
    if (!dictionaries[code]) return;
    localStorage.setItem(key, code);
    this.current = code;
    document.documentElement.lang = code;
    this.dispatchEvent(new Event("change"));
  }

  get words() {
    return dictionaries[this.current];
  }
}

export const language = new Language();

function preferred() {
  const wanted = [localStorage.getItem(key), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((code) => dictionaries[code]) ?? "en";
}

language.current = preferred();
document.documentElement.lang = language.current;
