// Who is signed in. Starts unknown; is then null (nobody) or what GET session tells.
import { authorise, renewBy, request, wire } from "./api.js";
import { language } from "./i18n/language.js";

const path = "/api/v1/session";

const mandates = {
  lead: ["lead", "admin"],
  operate: ["operator", "admin"],
};

class Session extends EventTarget {
  /** undefined until known, null when nobody is signed in. */
  current = undefined;

  /** The language chosen at the door, before anybody was signed in. */
  #chosen = undefined;

  /** Whether the server could not be asked at all. */
  unreachable = false;

  get user() {
    return this.current?.user;
  }

  /** Whether a role of this user covers the mandate. The server decides; this only hides buttons. */
  may(mandate) {
    return mandates[mandate].some((role) => this.current?.roles.includes(role));
  }

  async restore() {
    try {
      this.#become(await request("GET", path));
    } catch (problem) {
      this.unreachable = problem.status !== 401;
      this.#become(null);
    }
  }

  /**
   * Asks anew which session the browser has by now; answers whether its user is still the same. For
   * another user the page begins anew, so that nothing of the former stays in it.
   */
  async renew() {
    const now = await request("GET", path);
    if (now.user !== this.user) {
      location.reload();
      return false;
    }
    this.#become(now);
    return true;
  }

  async signIn(user, password) {
    await request("POST", path, { body: { user, password } });
    this.#become(await request("GET", path));
    // Whoever chose at the door a moment ago means it, whatever was remembered before.
    if (this.#chosen) await this.speak(this.#chosen);
    this.#chosen = undefined;
  }

  async signOut() {
    await request("DELETE", path);
    this.#become(null);
  }

  /**
   * Speaks the language at once, and remembers it with the user where one is signed in. Where that
   * fails this browser still remembers it, so nobody is troubled.
   */
  async speak(code) {
    language.choose(code);
    if (!this.current) {
      this.#chosen = code;
      return;
    }
    try {
      await request("PATCH", path, { body: { language: code } });
    } catch {
      this.current.language = code;
    }
  }

  #become(session) {
    this.current = session;
    authorise(session?.csrf);
    if (session) {
      this.unreachable = false;
      if (session.language) language.choose(session.language);
    }
    this.dispatchEvent(new Event("change"));
  }

  /** The server ended it: expired, or signed out elsewhere. */
  ended() {
    if (this.current) this.#become(null);
  }
}

export const session = new Session();

renewBy(() => session.renew());
wire.addEventListener("signed-out", () => session.ended());
