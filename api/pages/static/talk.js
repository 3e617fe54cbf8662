// The talk: which remark is being played, and keeping it in view until the reader scrolls elsewhere.

export class Talk {
  #list;
  #button;
  #remarks;
  #starts;
  #current = -1;
  #following = true;

  // Both may be null: a call without a word, or without sound to follow.
  constructor(list, button) {
    this.#list = list;
    this.#button = button;
    this.#remarks = list ? [...list.children] : [];
    this.#starts = this.#remarks.map((remark) => Number(remark.dataset.start));
    button?.addEventListener("click", () => {
      this.follow(!this.#following);
      this.reveal();
    });
    for (const kind of ["wheel", "touchmove"]) {
      list?.addEventListener(kind, () => this.follow(false), { passive: true });
    }
    list?.addEventListener("keydown", (event) => {
      if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"].includes(event.code)) {
        this.follow(false);
      }
    });
  }

  follow(on) {
    this.#following = on;
    this.#button?.setAttribute("aria-pressed", String(on));
  }

  // The recording has come to this second.
  at(time) {
    if (this.mark(time) && this.#following) {
      this.reveal();
    }
  }

  // Marks the remark of this second; says whether it is another than before.
  mark(time) {
    const found = this.#last(time);
    if (found === this.#current) {
      return false;
    }
    this.#remarks[this.#current]?.classList.remove("now");
    this.#remarks[this.#current]?.removeAttribute("aria-current");
    this.#remarks[found]?.classList.add("now");
    this.#remarks[found]?.setAttribute("aria-current", "true");
    this.#current = found;
    return true;
  }

  // Scrolls the list, never the page, so that the marked remark is in its upper third.
  reveal() {
    const remark = this.#remarks[this.#current];
    if (!remark) {
      return;
    }
    const top = remark.offsetTop;
    const seen = this.#list.scrollTop;
    const height = this.#list.clientHeight;
    if (top < seen || top + remark.offsetHeight > seen + height) {
      this.#list.scrollTop = top - height / 3;
    }
  }

  // Brings the marked remark into view wherever the page stands: for readers who come by an address.
  show() {
    this.#remarks[this.#current]?.scrollIntoView({ block: "center" });
  }

  // The start of the remark so many places from the marked one; null at the ends.
  neighbour(by) {
    return this.#starts[Math.max(0, this.#current) + (this.#current < 0 && by > 0 ? 0 : by)] ?? null;
  }

  // The last remark that starts by this second, by halving; -1 before the first.
  #last(time) {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= time + 0.01) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
