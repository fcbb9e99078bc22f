// @ts-check
// The message for the GP after a talk, made of what is filled in and kept nowhere: not in the address, not in the browser.

const part = document.querySelector("[data-verslag]");
const text = part?.querySelector("[data-tekst]");
if (part instanceof HTMLElement && text) {
  part.hidden = false;
  const fields = [...part.querySelectorAll("input")];
  const write = () => {
    const lines = fields.flatMap((field) => {
      const said = field.value.trim();
      return said ? [`${field.dataset.regel}: ${said}${/[.!?]$/.test(said) ? "" : "."}`] : [];
    });
    text.textContent = lines.length ? `Welzijn op Recept.\n${lines.join("\n")}` : "Nog niets ingevuld.";
  };
  part.addEventListener("input", write);
  write();
}
