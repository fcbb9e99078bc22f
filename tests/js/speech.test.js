// What a voice gets to say: as people say it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceFor } from "../../site_overrides/assets/aloud.js";
import { spoken, spokenTime } from "../../site_overrides/assets/speech.js";

test("a time is said as people say it", () => {
  const cases = {
    "19.30": "half acht",
    "10.00": "tien uur",
    9.15: "kwart over negen",
    20.45: "kwart voor negen",
    14.05: "vijf over twee",
    13.25: "vijf voor half twee",
    "16.40": "tien over half vijf",
    "23.50": "tien voor twaalf",
    "0.00": "twaalf uur",
    "12.30": "half een",
    8.29: "een voor half negen",
    11.59: "een voor twaalf",
  };
  for (const [written, said] of Object.entries(cases)) {
    const [hour, minute] = written.split(".").map(Number);
    assert.equal(spokenTime(hour, minute), said, written);
  }
  for (let at = 0; at < 24 * 60; at++) assert.doesNotMatch(spokenTime(Math.floor(at / 60), at % 60), /undefined/);
});

test("times, prices and numbers in a sentence", () => {
  assert.equal(spoken("Elke donderdag van 19.30 tot 21.00 uur", "nl"), "Elke donderdag van half acht tot negen uur");
  assert.equal(spoken("vanaf 10.00 uur", "nl"), "vanaf tien uur");
  assert.equal(spoken("€ 2,50 per keer", "nl"), "2 euro 50 per keer");
  assert.equal(spoken("€ 172,50 of € 3,00 of € 25", "nl"), "172 euro 50 of 3 euro of 25 euro");
  assert.equal(spoken("Bel 0522 254 321.", "nl"), "Bel 0 5 2 2, 2 5 4, 3 2 1.");
  assert.equal(spoken("Bel 14 0522", "nl"), "Bel 1 4, 0 5 2 2");
  assert.equal(spoken("In 2026, op 24 december 2026", "nl"), "In 2026, op 24 december 2026");
  assert.equal(spoken("€ 1.250", "nl"), "1250 euro");
  assert.equal(spoken("from 19:30, € 2.50, call 0522 254 321", "en"), "from 19:30, € 2.50, call 0 5 2 2, 2 5 4, 3 2 1");
});

test("only a voice of the device itself reads", () => {
  const voice = (/** @type {string} */ lang, localService = true, isDefault = false) =>
    /** @type {any} */ ({ lang, localService, default: isDefault });
  const own = voice("nl-NL");
  assert.equal(voiceFor([voice("nl-NL", false), own, voice("en-GB")], "nl"), own);
  assert.equal(voiceFor([voice("nl-NL", false)], "nl"), null);
  const chosen = voice("nl_BE", true, true);
  assert.equal(voiceFor([own, chosen], "nl"), chosen);
});
