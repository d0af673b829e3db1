// How long the platform still takes an answer, counting down.
import { html, nothing } from "lit";
import { ticker } from "../clock.js";
import { windowOf, windowState } from "../composing.js";
import { ago, exact, t, until } from "../i18n/words.js";
import { icon } from "../icons.js";
import { View } from "../view.js";

class WindowLeft extends View {
  static properties = { view: {}, mode: {} };

  connectedCallback() {
    super.connectedCallback();
    this.watch(ticker, "tick");
  }

  render() {
    const window = windowOf(this.view, this.mode);
    if (!window) return nothing;
    const state = windowState(window);
    const last = window.byAPerson ?? window.standard;
    const texts = {
      open: () => t("composer.window", { time: until(window.standard) }),
      person: () => t("composer.windowPerson", { time: until(window.byAPerson) }),
      closed: () => t("composer.windowClosed", { time: ago(last) }),
    };
    return html`<span
      class="window window--${state}"
      title=${exact(state === "open" ? window.standard : last)}
      >${icon("clock")}${texts[state]()}</span
    >`;
  }
}

customElements.define("svara-window-left", WindowLeft);
