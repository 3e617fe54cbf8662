// One call's page: connects the player, the talk, the quotes and the keys.

import { Player } from "./player.js";
import { Talk } from "./talk.js";
import { listenForKeys } from "./keys.js";

const player = new Player(document.getElementById("audio"));
const talk = new Talk(document.getElementById("remarks"), document.getElementById("follow"));

function seconds(hash) {
  const found = /^#t=(\d+(?:\.\d+)?)$/.exec(hash);
  return found ? Number(found[1]) : null;
}

function play(time, end) {
  history.replaceState(null, "", `#t=${time.toFixed(2)}`);
  talk.follow(true);
  talk.mark(time);
  talk.reveal();
  player.playFrom(time, end);
}

player.onTime = (time) => talk.at(time);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#t=']");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    play(seconds(link.hash), link.dataset.to ? Number(link.dataset.to) : null);
    return;
  }
  const remark = event.target.closest(".remark");
  if (!link && remark && document.getSelection().isCollapsed) {
    play(Number(remark.dataset.start), null);
  }
});

listenForKeys(document.getElementById("keys"), document.getElementById("keys-on"), {
  play: () => player.toggle(),
  next: () => step(1),
  previous: () => step(-1),
});

function step(by) {
  const time = talk.neighbour(by);
  if (time !== null) {
    play(time, null);
  }
}

function openAddress() {
  const time = seconds(location.hash);
  if (time !== null) {
    player.moveTo(time);
    talk.mark(time);
    talk.show();
  }
}

addEventListener("hashchange", openAddress);
openAddress();
