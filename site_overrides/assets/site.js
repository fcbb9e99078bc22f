// @ts-check
// The page is whole without this: it only adds what a script alone can do.

/** Shows the buttons that print; without a script they stay hidden. */
function offerPrinting() {
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => window.print());
  }
}

/** Closes the menu with Escape and gives the focus back to its button. */
function closeMenuWithEscape() {
  const menu = document.querySelector("details.menu");
  const header = document.querySelector(".site-header");
  if (!(menu instanceof HTMLDetailsElement) || !header) return;
  header.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}

offerPrinting();
closeMenuWithEscape();

/** Takes a search on the first page to the catalogue, behind the #: no server ever sees it. */
function search() {
  const form = document.querySelector("form[data-zoek]");
  if (!(form instanceof HTMLFormElement)) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.querySelector("input")?.value.trim() ?? "";
    location.href = words ? `${form.action}#q=${encodeURIComponent(words).replaceAll("%20", "+")}` : form.action;
  });
}

search();

/** Lets a button copy the text beside it; where a browser refuses, the text is selected for the visitor to copy. */
function offerCopying() {
  for (const button of document.querySelectorAll("button[data-kopieer]")) {
    const figure = button.closest("figure");
    const source = figure?.querySelector("[data-tekst]");
    const told = figure?.querySelector("[role=status]");
    if (!source || !told) continue;
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      told.textContent = "";
      try {
        await navigator.clipboard.writeText(source.textContent ?? "");
        told.textContent = "Gekopieerd.";
      } catch {
        getSelection()?.selectAllChildren(source);
        told.textContent = "De tekst is gekozen. Druk op Ctrl en C.";
      }
    });
  }
}

offerCopying();
