// Doing things not at once.

/** Runs the last of quick calls, once there was silence for that long. `cancel` forgets it. */
export function debounce(milliseconds, action) {
  let timer;
  const later = (...parameters) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...parameters), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/** Runs at once, and then at most that often, the last time after the last call. */
export function throttle(milliseconds, action) {
  let waiting = false;
  let again = false;
  const run = () => {
    again = false;
    waiting = true;
    action();
    setTimeout(() => {
      waiting = false;
      if (again) run();
    }, milliseconds);
  };
  return () => {
    if (waiting) again = true;
    else run();
  };
}
