// A button copies a text of the page. Where the browser allows no clipboard (http on another machine), the text is
// marked instead, so that Ctrl+C takes it.

for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copies);
    const told = button.parentElement.querySelector("[role=status]");
    told.textContent = (await copied(source.textContent)) ? told.dataset.done : told.dataset.marked;
    if (told.textContent === told.dataset.marked) {
      getSelection().selectAllChildren(source);
    }
  });
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
