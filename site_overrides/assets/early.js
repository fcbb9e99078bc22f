// @ts-check
// Runs before anything is drawn, and only says what comes: then nothing moves when the other scripts are there. Whoever has no script, or
// gets only this one, sees the page as it is (the styles show it again after a few seconds).

{
  const { classList } = document.documentElement;
  classList.add("scripted");
  const names = location.hash
    .slice(1)
    .split("&")
    .map((part) => part.split("=")[0]);
  // A frame in another site is as high as what is in it: there nothing is kept free.
  if (location.hash.includes("=") && window === top)
    classList.add(names.some((name) => name !== "a") ? "asking" : "listing");
}
