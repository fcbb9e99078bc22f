// @ts-check
// What is kept of many activities together in a file: which file that is. Who fetches one does not tell of which activity.

/**
 * In which of an amount of files an activity stands, from 1, as generator/model/addresses.py has it (FNV-1a).
 * @param {string} id
 * @param {number} amount
 */
export function fileNumber(id, amount) {
  let number = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) number = Math.imul(number ^ byte, 0x01000193) >>> 0;
  return (number % amount) + 1;
}
