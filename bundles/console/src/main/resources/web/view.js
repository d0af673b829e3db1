// What all our elements share. They render into the page itself, not into shadow roots: labels,
// ids, the skip link and the browser's search reach across them, and one set of stylesheets dresses
// them all. Nothing foreign runs in this page, so there is nothing to be shielded from.
import { LitElement } from "lit";
import { language } from "./i18n/language.js";
import { bind } from "./keys.js";

export class View extends LitElement {
  #lifetime;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    this.#lifetime = new AbortController();
    super.connectedCallback();
    this.watch(language, "change");
  }

  disconnectedCallback() {
    this.#lifetime.abort();
    super.disconnectedCallback();
  }

  /** Listens while this element is in the page; by default it is drawn again. */
  watch(target, type, handler = () => this.requestUpdate()) {
    target.addEventListener(type, handler, { signal: this.#lifetime.signal });
  }

  /** Binds shortcuts while this element is in the page. */
  keys(bindings) {
    this.#lifetime.signal.addEventListener("abort", bind(bindings));
  }

  /** Tells whoever is around this element. */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
