// @ts-check
// What the bar asks after the first pick: whether this list may stay on this device. Fetched when somebody picks, asked once a visit.

/** @typedef {import("./keep.js").Keep} Keep */

const ANSWERED = "wijzer.niet-bewaren";

/** Whether somebody said no before in this visit. */
function refused() {
  try {
    return sessionStorage.getItem(ANSWERED) !== null;
  } catch {
    return false;
  }
}

/**
 * @param {Element} bar
 * @param {Keep} keep
 * @param {(words: string) => void} tell
 */
export function ask(bar, keep, tell) {
  if (keep.own || keep.saved() !== null || refused() || bar.querySelector("[data-bewaar-vraag]")) return;
  const question = document.createElement("span");
  question.className = "list-bar__ask";
  question.dataset.bewaarVraag = "";
  question.append("Bewaren op dit apparaat? ");
  /** @param {string} words @param {() => void} act */
  const answer = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.append(words);
    button.addEventListener("click", () => {
      act();
      question.remove();
      bar.querySelector("a")?.focus();
    });
    question.append(button, " ");
  };
  answer("Ja", () => tell(keep.save() ? "De lijst is bewaard op dit apparaat." : "Bewaren lukt niet in deze browser."));
  answer("Nee", () => {
    try {
      sessionStorage.setItem(ANSWERED, "");
    } catch {
      // then the question comes back with the next page
    }
    tell("De lijst staat alleen in de link van deze pagina.");
  });
  bar.append(question);
}
