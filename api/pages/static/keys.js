// Single keys: what the help line shows is what they do. They can be switched off, and rest while one types.

const STORED = "callgrade.keys";
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const OWN_SPACE = "button, summary, audio, input, [role=button]";

export function listenForKeys(help, toggle, actions) {
  const table = new Map([...help.querySelectorAll("kbd")].map((key) => [key.dataset.code, key.dataset.action]));
  toggle.checked = localStorage.getItem(STORED) !== "off";
  toggle.addEventListener("change", () => localStorage.setItem(STORED, toggle.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const action = actions[table.get(event.code)];
    if (!action || !toggle.checked || !isFree(event)) {
      return;
    }
    event.preventDefault();
    action();
  });
}

function isFree(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) {
    return false;
  }
  if (event.target.closest(TYPING)) {
    return false;
  }
  return event.code !== "Space" || !event.target.closest(OWN_SPACE);
}
