// The recording: plays from a little before a moment, so that the ear has time to arrive, and stops where a quote ends.

const LEAD = 1.5;
const TAIL = 0.3;

export class Player {
  #audio;
  #stop = null;
  #wanted = 0;
  // Called with the second that is played; while the lead-in lasts, with the moment that was asked for.
  onTime = () => {};

  // `audio` may be null: a call whose sound is gone still has its text.
  constructor(audio) {
    this.#audio = audio;
    if (!audio) {
      return;
    }
    audio.addEventListener("timeupdate", () => this.#tick());
    audio.addEventListener("playing", () => this.#watch());
    // Moving away by the player's own controls, or pausing, ends the wish to stop at a quote's end.
    audio.addEventListener("pause", () => (this.#stop = null));
  }

  get playing() {
    return this.#audio !== null && !this.#audio.paused;
  }

  moveTo(time) {
    if (this.#audio) {
      this.#stop = null;
      this.#wanted = 0;
      this.#audio.currentTime = Math.max(0, time);
    }
  }

  playFrom(time, end) {
    if (!this.#audio) {
      return;
    }
    this.moveTo(time - LEAD);
    this.#wanted = time;
    this.#stop = end === null ? null : end + TAIL;
    this.#start();
  }

  toggle() {
    if (!this.#audio) {
      return;
    }
    if (this.#audio.paused) {
      this.#start();
    } else {
      this.#audio.pause();
    }
  }

  #start() {
    // Refused before the reader has touched the page, or when the sound can't be had; the player shows that itself.
    this.#audio.play().catch(() => {});
  }

  #tick() {
    const time = this.#audio.currentTime;
    if (this.#stop !== null && time >= this.#stop) {
      this.#audio.pause();
    }
    const leading = time < this.#wanted && time > this.#wanted - LEAD - TAIL;
    this.onTime(leading ? this.#wanted : time);
  }

  // `timeupdate` comes four times a second; remarks and the ends of quotes want it finer.
  #watch() {
    requestAnimationFrame(() => {
      if (this.playing) {
        this.#tick();
        this.#watch();
      }
    });
  }
}
