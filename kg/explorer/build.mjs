// Bundles src/ into built/, with the licences of what is inside, and the hashes of all that went in and came out, so
// that a test can tell without Node.js whether one was changed without the other. Same sources, same bytes.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const { metafile } = await build({
  entryPoints: { explorer: "src/main.ts" },
  outdir: "built",
  bundle: true,
  minify: true,
  charset: "utf8",
  target: "es2020",
  format: "iife",
  legalComments: "none",
  metafile: true,
});
await build({ entryPoints: ["src/explorer.css"], outdir: "built", bundle: true, minify: true, charset: "utf8" });

const bundled = Object.keys(metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
const licences = [...new Set(bundled)].filter(Boolean).sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(`node_modules/${name}/${file}`, "utf8").trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync("built/THIRD_PARTY_LICENSES.txt", licences.join("\n----\n\n"));

const inside = (folder) => readdirSync(folder).map((name) => `${folder}/${name}`);
const files = ["build.mjs", "package.json", "package-lock.json", "tsconfig.json", ...inside("src"), ...inside("built")]
  .filter((path) => path !== "built/MANIFEST.sha256").sort();
const hash = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");
writeFileSync("built/MANIFEST.sha256", files.map((path) => `${hash(path)}  ${path}\n`).join(""));
