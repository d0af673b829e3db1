// Light, dark, or as the system has it. early.js applies the choice before the first paint.
const key = "svara.theme";

export const themes = ["auto", "light", "dark"];

export const theme = () => document.documentElement.dataset.theme ?? "auto";

export function chooseTheme(choice) {
  if (choice === "auto") {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(key);
  } else {
    document.documentElement.dataset.theme = choice;
    localStorage.setItem(key, choice);
  }
}

/** What the page looks like now: "light" or "dark". */
export function shownTheme() {
  const chosen = theme();
  if (chosen !== "auto") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
