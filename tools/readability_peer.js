// The main text of pages as Mozilla's Readability finds it, for tools/bench content.
// Use: node tools/readability_peer.js TRUTH.json HTML_DIR >ANSWERS.json
const fs = require("fs");
const path = require("path");
const { Readability } = require("@mozilla/readability");
const { JSDOM, VirtualConsole } = require("jsdom");

const [truth, folder] = process.argv.slice(2);
const answers = {};
for (const id of Object.keys(JSON.parse(fs.readFileSync(truth, "utf8")))) {
  const html = fs.readFileSync(path.join(folder, id + ".html"));
  const page = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  const article = new Readability(page.window.document).parse();
  // Blocks end words: text alone would glue the last word of one to the first of the next.
  const parts = article ? new JSDOM(article.content.replace(/<(p|div|li|h\d|br|td|tr)\b/g, " $&")) : null;
  answers[id] = { articleBody: parts ? parts.window.document.body.textContent : "" };
}
process.stdout.write(JSON.stringify(answers));
