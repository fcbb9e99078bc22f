// @ts-check
// A QR code of an address that nobody knows before: that of this very list. The library comes with the build
// (generator/show/looks/assets.py) and is fetched only when somebody wants a code.

const SVG = "http://www.w3.org/2000/svg";
/** White around a code, in modules, as the standard asks. */
const QUIET = 4;

/** @typedef {{ addData(text: string): void, make(): void, getModuleCount(): number, isDark(row: number, column: number): boolean }} Code */
/** @typedef {(version: number, level: string) => Code} Maker */

/**
 * A code as a path of an SVG: each row of dark modules as strokes.
 * @param {Code} code
 */
export function pathOf(code) {
  const size = code.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue;
      let long = 1;
      while (column + long < size && code.isDark(row, column + long)) long++;
      path += `M${column + QUIET} ${row + QUIET + 0.5}h${long}`;
      column += long;
    }
  return path;
}

/**
 * A drawing of a code.
 * @param {Maker} maker
 * @param {string} address
 * @param {string} label what it is for, for who cannot see it
 */
export function drawn(maker, address, label) {
  const code = maker(0, "L"); // on a screen nothing smudges, and a small code is read from farther away
  code.addData(address);
  code.make();
  const size = code.getModuleCount() + 2 * QUIET;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "code");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const ground = document.createElementNS(SVG, "rect");
  for (const side of ["width", "height"]) ground.setAttribute(side, String(size));
  ground.setAttribute("fill", "#fff");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", pathOf(code));
  path.setAttribute("stroke", "#000");
  svg.append(ground, path);
  return svg;
}

/** Fetches the library when somebody wants a code. */
export class CodeMaker {
  /** @param {string} script where it is; nothing on a site that was built without */
  constructor(script) {
    this.script = script;
    /** @type {Promise<Maker | null> | null} */
    this.asked = null;
  }

  /** @returns {Promise<Maker | null>} */
  get() {
    this.asked ??= this.script
      ? import(new URL(this.script, location.href).href).then(
          (module) => module.qrcode,
          () => {
            this.asked = null; // to be tried again
            return null;
          },
        )
      : Promise.resolve(null);
    return this.asked;
  }
}
