// Whether a text, as written, names an asset or a term. The digest depends on exactly these names.

/** Whether the source names the asset as written; a longer name that begins alike does not count. */
export function namesAsset(source: string, path: string): boolean {
  for (let at = source.indexOf(path); at !== -1; at = source.indexOf(path, at + 1)) {
    if (!/^[\p{L}\p{N}_/-]|^\.[\p{L}\p{N}]/u.test(source.slice(at + path.length, at + path.length + 2)))
      return true;
  }
  return false;
}

/** Whether the source has `id="…"` with this term, in either kind of quotes. */
export const namesTerm = (source: string, id: string): boolean =>
  source.includes(`id="${id}"`) || source.includes(`id='${id}'`);

/** Whether a description is only the name of a file, as programs put it in by themselves. */
export const isFileName = (text: string): boolean =>
  /^\S+\.(?:svg|png|jpe?g|webp|avif|gif)$/i.test(text.trim());
