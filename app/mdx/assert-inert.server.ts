// The last gate, independent of the check: HTML that could run or style anything is a defect of ours, and stops here.

const FORBIDDEN_TAGS =
  /^(?:script|style|iframe|frame|object|embed|applet|link|meta|base|form|input|textarea|select|svg|template|portal)$/i;
const FORBIDDEN_ATTRIBUTES = /^(?:on.*|style|srcdoc|formaction|action|xlink:href|ping|background)$/i;
const ADDRESSES = /^(?:href|src|poster|data|cite)$/i;
const GOOD_ADDRESS = /^(?:https:\/\/|mailto:|\/(?:media|courses)\/|#)/;

/**
 * Throws unless the HTML is free of script, style, embedding and of addresses outside the rules. Reads tags by
 * pattern, which is exact here: the serialiser escapes < and " wherever they are text.
 */
export function assertInert(html: string): void {
  for (const [, tag = '', attributes = ''] of html.matchAll(/<\/?([^\s>/]+)((?:[^>"]|"[^"]*")*)>/g)) {
    if (FORBIDDEN_TAGS.test(tag)) throw new Error(`Rendered HTML has <${tag}>`);
    for (const [, name = '', value = ''] of attributes.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)) {
      if (FORBIDDEN_ATTRIBUTES.test(name)) throw new Error(`Rendered HTML has the attribute ${name}`);
      if (ADDRESSES.test(name) && !GOOD_ADDRESS.test(value))
        throw new Error(`Rendered HTML has the address ${value}`);
    }
  }
}
