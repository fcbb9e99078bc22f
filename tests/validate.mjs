// What other people's validator says of OpenActive data: its failures, a line each. Nothing is fetched: their list of activities lies in a folder.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import validator from "@openactive/data-model-validator";

const [file, list, folder] = process.argv.slice(2);
const url = "https://openactive.io/activity-list";
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}/${createHash("sha256").update(url).digest("hex")}.json`,
  JSON.stringify({
    errorCode: "error_none",
    data: JSON.parse(readFileSync(list, "utf8")),
    statusCode: 200,
    url,
    contentType: "application/json",
    fetchTime: Date.now(),
  }),
);
const asked = { loadRemoteJson: true, remoteJsonCachePath: folder, remoteJsonCacheTimeToLive: 1e9 };
for (const item of JSON.parse(readFileSync(file, "utf8"))) {
  const found = await validator.validate(item, asked);
  for (const one of found.filter(({ severity }) => severity === "failure"))
    process.stdout.write(`${item.identifier} ${one.path}: ${one.message.split("\n")[0]}\n`);
}
