// Chapters of the guide as HTML. They come with the console and so are trusted; HTML in them is
// shown as text all the same. The library is fetched when the guide is opened first.
import { desk } from "./desk.js";
import { guideAddress } from "./router.js";

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => escapes[sign]);

/** A heading's name among the addresses, as GitHub makes it. */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

function address(chapter, href) {
  if (href.startsWith("#")) return guideAddress(chapter, href.slice(1));
  const inside = /^([\w-]+)\.md(?:#(.*))?$/.exec(href);
  return inside ? guideAddress(inside[1], inside[2]) : undefined;
}

function renderer(chapter) {
  return {
    heading({ tokens, depth, text }) {
      const id = slug(text.replace(/`/g, ""));
      return `<h${depth} id="${escaped(id)}" tabindex="-1">${this.parser.parseInline(tokens)}</h${depth}>`;
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      const inside = address(chapter, href);
      return inside
        ? `<a href="${escaped(inside)}">${words}</a>`
        : `<a href="${escaped(href)}" target="_blank" rel="noopener noreferrer">${words}</a>`;
    },
    table(token) {
      const titles = token.header.map((cell) => escaped(cell.text.replace(/`/g, "")));
      const words = (cell) => this.parser.parseInline(cell.tokens);
      const head = titles.some((title) => title !== "")
        ? `<thead><tr>${token.header.map((cell) => `<th scope="col">${words(cell)}</th>`).join("")}</tr></thead>`
        : "";
      const cells = (row) =>
        row.map((cell, column) => `<td data-title="${titles[column]}">${words(cell)}</td>`);
      const body = token.rows.map((row) => `<tr>${cells(row).join("")}</tr>`).join("");
      return `<div class="table"><table>${head}<tbody>${body}</tbody></table></div>`;
    },
    code({ text }) {
      return `<pre><code>${escaped(text)}</code></pre>`;
    },
    html({ text }) {
      return escaped(text);
    },
  };
}

/** A chapter: its title and its HTML. Throws what the server answered where there is none. */
export async function chapter(name) {
  const [{ Marked }, text] = await Promise.all([
    import("marked"),
    desk.guide(name),
  ]);
  const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
  return { title, html: new Marked({ renderer: renderer(name) }).parse(text) };
}
