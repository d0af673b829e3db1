// Line icons, 20 × 20, drawn for Svara. They only repeat what stands beside them in words.
import { svg } from "lit";

const shapes = {
  inbox: svg`<path d="M3 11.500 5 4.500h10l2 7v4H3z M3 11.500h4l1 2h4l1-2h4" />`,
  fresh: svg`<path d="M10 3v3 M10 14v3 M3 10h3 M14 10h3 M5.200 5.200l2 2 M12.800 12.800l2 2 M14.800 5.200l-2 2 M7.200 12.800l-2 2" />`,
  person: svg`<circle cx="10" cy="7" r="3" /><path d="M4 16.500c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500" />`,
  nobody: svg`<circle cx="10" cy="7" r="3" stroke-dasharray="2 2" /><path d="M4 16.500c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500" stroke-dasharray="2 2" />`,
  clock: svg`<circle cx="10" cy="10" r="6.500" /><path d="M10 6.500V10l2.500 1.500" />`,
  moon: svg`<path d="M15.500 12A6.500 6.500 0 0 1 8 4.500a6.500 6.500 0 1 0 7.500 7.500z" />`,
  done: svg`<path d="m4.500 10.500 3.500 3.500 7.500-8" />`,
  all: svg`<path d="M4 5.500h12 M4 10h12 M4 14.500h12" />`,
  globe: svg`<circle cx="10" cy="10" r="6.500" /><path d="M3.500 10h13 M10 3.500c-4 4-4 9 0 13 4-4 4-9 0-13z" />`,
  lock: svg`<rect x="5" y="9" width="10" height="7" rx="1.500" /><path d="M7 9V6.500a3 3 0 0 1 6 0V9" />`,
  note: svg`<path d="M5 3.500h10v9l-4 4H5z M11 16.500v-4h4" />`,
  search: svg`<circle cx="9" cy="9" r="4.800" /><path d="m12.600 12.600 4 4" />`,
  back: svg`<path d="M12 4.500 6.500 10l5.500 5.500" />`,
  close: svg`<path d="m5 5 10 10 M15 5 5 15" />`,
  menu: svg`<path d="M3 6h14 M3 10h14 M3 14h14" />`,
  more: svg`<path d="M5 10h.01 M10 10h.01 M15 10h.01" stroke-width="2.500" />`,
  tag: svg`<path d="M3.500 3.500h6l7 7-6 6-7-7z M7 7h.01" />`,
  link: svg`<path d="M11.500 4.500h4v4 M15.500 4.500 9 11 M8 5.500H4.500v10h10V12" />`,
  shield: svg`<path d="M10 3l6 2v4.500c0 3.700-2.500 6-6 7.500-3.500-1.500-6-3.800-6-7.500V5z" />`,
  warning: svg`<path d="M10 3.500 17.500 16.500h-15z M10 8.500v3.500 M10 14.300h.01" />`,
  send: svg`<path d="M3.500 10 16.500 4l-4 12.500L9.500 11z" />`,
  plug: svg`<path d="M7 3v4 M13 3v4 M5 7h10v2.500a5 5 0 0 1-10 0z M10 14.500V17" />`,
  incoming: svg`<path d="M10 3.500v8 M6.500 8.500 10 12l3.500-3.500 M4 15.500h12" />`,
  box: svg`<path d="M3.500 6.500 10 3.500l6.500 3v7L10 16.500l-6.500-3z M3.500 6.500 10 9.500l6.500-3 M10 9.500v7" />`,
  pieces: svg`<path d="M4 8.500V16h12V8.500h-3.200a2 2 0 1 0-3.600-1.800c0 .8.200 1.300.6 1.800z" />`,
  book: svg`<path d="M10 5.500C8 4 5.500 3.700 3.500 4v11c2-.3 4.500 0 6.500 1.500 2-1.500 4.500-1.800 6.500-1.500V4c-2-.3-4.500 0-6.500 1.500z M10 5.500v11" />`,
  star: svg`<path class="icon__filled" d="m10 3.200 2.100 4.400 4.700.6-3.500 3.300.9 4.800-4.200-2.400-4.200 2.400.9-4.800L3.200 8.200l4.700-.6z" />`,
  up: svg`<path d="M7 16V9.500l3-6c1.500 0 2 1 2 2V8h4l-1 8z M3.500 9.500H7V16H3.500z" />`,
  down: svg`<path d="M7 4v6.500l3 6c1.500 0 2-1 2-2V12h4l-1-8z M3.500 4H7v6.500H3.500z" />`,
  reply: svg`<path d="M8.500 5 4 9.500 8.500 14 M4 9.500h7c3 0 5 2 5 5.500" />`,
  help: svg`<circle cx="10" cy="10" r="6.500" /><path d="M8 8.200c0-2.600 4-2.600 4 0 0 1.600-2 1.600-2 3.200 M10 13.700h.01" />`,
  clip: svg`<path d="m14.500 9.500-5 5a3 3 0 0 1-4.300-4.300l6-6a2 2 0 0 1 2.900 2.900l-5.800 5.800a.9.9 0 0 1-1.300-1.300l4.800-4.800" />`,
  arrowDown: svg`<path d="M10 4v11 M5.500 10.500 10 15l4.500-4.500" />`,
};

/** An icon by name, hidden from screen readers. */
export const icon = (name) => svg`<svg class="icon icon--${name}" viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;
