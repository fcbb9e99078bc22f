// @ts-check
// The questions for who refers, one at a time. What somebody answers is kept nowhere: not in the address, not in the browser.

/**
 * @param {string} name
 * @param {string} text
 * @param {() => void} click
 */
function button(name, text, click) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = text;
  made.addEventListener("click", click);
  return made;
}

/** Shows the questions of ``aid`` one by one, and in the end where the answers lead. */
class Aid {
  /** @param {HTMLElement} aid */
  constructor(aid) {
    this.aid = aid;
    /** @type {HTMLElement[]} */
    this.questions = [...aid.querySelectorAll("[data-vraag]")].filter((one) => one instanceof HTMLElement);
    /** @type {number[]} */
    this.asked = [];
    this.step = document.createElement("p");
    this.step.className = "aid__step";
    this.tools = document.createElement("p");
    this.tools.className = "aid__do";
  }

  start() {
    this.aid.classList.add("aid--asking");
    for (const question of this.questions) {
      const text = question.querySelector(".aid__ask");
      if (text instanceof HTMLElement) text.tabIndex = -1;
      for (const answer of question.querySelectorAll("[data-antwoord]"))
        if (answer instanceof HTMLElement) answer.tabIndex = -1;
    }
    this.aid.querySelector("ol")?.before(this.step);
    this.aid.append(this.tools);
    this.ask(0, false);
  }

  /**
   * @param {number} index
   * @param {boolean} moved whether somebody asked for it, so that the focus goes along
   */
  ask(index, moved = true) {
    this.asked.push(index);
    for (const [at, question] of this.questions.entries()) question.hidden = at !== index;
    const here = this.questions[index];
    for (const answer of here.querySelectorAll("[data-antwoord]"))
      if (answer instanceof HTMLElement) answer.hidden = true;
    const text = here.querySelector(".aid__ask");
    if (text instanceof HTMLElement) text.hidden = false;
    this.step.textContent = `Vraag ${index + 1} van ${this.questions.length}`;
    this.tools.replaceChildren(
      button("button", "Ja", () => this.answer(here, "ja")),
      button("button", "Nee", () => this.answer(here, "nee")),
      ...(this.asked.length > 1 ? [button("button button--quiet", "Terug", () => this.back())] : []),
    );
    if (moved && text instanceof HTMLElement) text.focus();
  }

  /**
   * @param {HTMLElement} question
   * @param {string} word
   */
  answer(question, word) {
    const answer = question.querySelector(`[data-antwoord="${word}"]`);
    if (!(answer instanceof HTMLElement)) return;
    if (answer.dataset.advies === undefined) {
      this.ask(this.questions.indexOf(question) + 1);
      return;
    }
    answer.hidden = false;
    this.step.textContent = "Het advies";
    this.tools.replaceChildren(
      button("button button--quiet", "Terug", () => this.back(true)),
      button("button button--quiet", "Opnieuw", () => {
        this.asked = [];
        this.ask(0);
      }),
    );
    answer.focus();
  }

  /** @param {boolean} same whether to ask the same question again instead of the one before */
  back(same = false) {
    const last = this.asked.pop() ?? 0;
    this.ask(same ? last : (this.asked.pop() ?? 0));
  }
}

const aid = document.querySelector("[data-keuzehulp]");
if (aid instanceof HTMLElement && aid.querySelector("[data-vraag]")) new Aid(aid).start();

/** Who opens the help of a municipality sees that of the same one at every other end. */
function followPlace() {
  const all = [...document.querySelectorAll("details[data-gemeente]")].filter(
    (one) => one instanceof HTMLDetailsElement,
  );
  const show = (/** @type {string | undefined} */ place) => {
    for (const one of all) one.open = one.dataset.gemeente === place;
  };
  for (const one of all)
    one.querySelector("summary")?.addEventListener("click", () => {
      if (!one.open) setTimeout(() => show(one.dataset.gemeente));
    });
  const [, named] = location.hash.match(/^#gemeente=([\w-]+)$/) ?? [];
  if (named) show(named);
}

followPlace();
