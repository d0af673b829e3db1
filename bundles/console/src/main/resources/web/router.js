// Addresses behind the hash, so that any static server can serve them and a link can be shared:
//   #/inbox/QUEUE   #/inbox/QUEUE/CASE   #/presence   #/quarantine   #/deliveries   #/plugins
//   #/guide/CHAPTER   #/guide/CHAPTER/SECTION

/** The queues, in the order of the menu, each with what it asks the server for. */
export const queues = {
  open: { state: ["new", "open"] },
  new: { state: ["new"] },
  unassigned: { state: ["new", "open"], assignee: "-" },
  mine: { state: ["new", "open"], assignee: "me" },
  waiting: { state: ["waiting"] },
  snoozed: { state: ["snoozed"] },
  resolved: { state: ["resolved"] },
  all: {},
};

export const pages = ["presence", "deliveries", "quarantine", "plugins"];

/** Reads an address; what it does not know is the inbox. */
export function parse(hash) {
  const [place, queue, id] = hash.replace(/^#\/?/, "").split("/");
  if (pages.includes(place)) return { page: place };
  if (place === "guide") return { page: "guide", chapter: queue || "README", section: id };
  return {
    page: "inbox",
    queue: Object.hasOwn(queues, queue) ? queue : "open",
    caseId: place === "inbox" && id ? decodeURIComponent(id) : undefined,
  };
}

export const queueAddress = (queue) => `#/inbox/${queue}`;
export const caseAddress = (queue, id) => `#/inbox/${queue}/${encodeURIComponent(id)}`;
export const pageAddress = (page) => `#/${page}`;
export const guideAddress = (chapter, section) =>
  `#/guide/${chapter}${section ? `/${encodeURIComponent(section)}` : ""}`;

/** Where we are; announces `change`. */
class Router extends EventTarget {
  route = parse(location.hash);

  constructor() {
    super();
    addEventListener("hashchange", () => {
      this.route = parse(location.hash);
      this.dispatchEvent(new Event("change"));
    });
  }

  go(address) {
    location.hash = address;
  }
}

export const router = new Router();
