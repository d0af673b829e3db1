// Runs before the first paint, so that a chosen theme does not flash in the other one's colours.
try {
  const theme = localStorage.getItem("svara.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; then the system's colours hold.
}
