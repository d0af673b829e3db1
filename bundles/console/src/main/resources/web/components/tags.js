// A case's tags: each can be taken off, new ones are typed.
import { html } from "lit";
import { t } from "../i18n/words.js";
import { icon } from "../icons.js";
import { View } from "../view.js";

const longest = 40;

class Tags extends View {
  static properties = { tags: {} };

  #add(event) {
    event.preventDefault();
    const field = event.target.elements.tag;
    const tag = field.value.trim().toLocaleLowerCase();
    field.value = "";
    if (tag && !this.tags.includes(tag)) this.tell("tags", [...this.tags, tag]);
  }

  #remove(tag) {
    this.tell(
      "tags",
      this.tags.filter((other) => other !== tag),
    );
  }

  render() {
    return html`
      <ul class="plain tags" aria-label=${t("case.tags")}>
        ${[...this.tags].sort().map(
          (tag) => html`<li class="tag tag--edit">
            <bdi>${tag}</bdi>
            <button class="tag__off" @click=${() => this.#remove(tag)}>
              ${icon("close")}<span class="visually-hidden">${t("case.removeTag", { tag })}</span>
            </button>
          </li>`,
        )}
        <li>
          <form @submit=${this.#add}>
            <label class="tags__new">
              ${icon("tag")}<span class="visually-hidden">${t("case.addTag")}</span>
              <input name="tag" maxlength=${longest} placeholder=${t("case.addTag")} />
            </label>
          </form>
        </li>
      </ul>
    `;
  }
}

customElements.define("svara-tags", Tags);
