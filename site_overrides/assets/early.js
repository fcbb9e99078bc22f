// @ts-check
// Runs before anything is drawn, and only says what comes: then nothing moves when the other scripts are there. Whoever has no script, or
// gets only this one, sees the page as it is (the styles show it again after a few seconds).

{
  const { classList } = document.documentElement;
  classList.add("scripted");
  // Some mail programs encode what makes it a question.
  const hash = location.hash.replace(/%(25)*3D/gi, "=").replace(/%(25)*26/gi, "&");
  const names = hash
    .slice(1)
    .split("&")
    .map((part) => part.split("=")[0]);
  // A frame in another site is as high as what is in it: there nothing is kept free.
  if (hash.includes("=") && window === top) classList.add(names.some((name) => name !== "a") ? "asking" : "listing");
}
