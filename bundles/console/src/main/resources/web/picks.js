// A closed select changes with every arrow key, and would be carried out as often. What is chosen by
// keys counts once Enter is pressed or the select is left, and Escape takes it back (WCAG 3.2.2);
// what is chosen by a pointer counts at once.
export class Picks {
  #byKeys = false;
  #open;

  /** Whether a choice in this select is not made yet. */
  isOpen(select) {
    return this.#open?.select === select;
  }

  pointerdown = () => {
    this.#byKeys = false;
  };

  keydown = (event) => {
    if (event.target.tagName !== "SELECT") return;
    this.#byKeys = true;
    if (event.key === "Enter" && this.#open) {
      // Else the browser would open the list.
      event.preventDefault();
      this.#make();
    }
    if (event.key === "Escape" && this.#open) {
      event.preventDefault();
      this.#open.select.value = this.#open.before;
      this.#open = undefined;
    }
  };

  focusout = () => {
    this.#make();
    this.#byKeys = false;
  };

  /** Takes a change of a select: `make` is called with the value, now or later. */
  change(event, make) {
    const select = event.target;
    const before = [...select.options].find((option) => option.defaultSelected)?.value;
    this.#open = { select, before, make };
    if (!this.#byKeys) this.#make();
  }

  #make() {
    if (!this.#open) return;
    const { select, before, make } = this.#open;
    this.#open = undefined;
    if (select.value !== before) make(select.value);
  }
}
