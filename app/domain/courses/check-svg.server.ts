// A drawing, and nothing else: an SVG file is a document that could run scripts or call other hosts, so what it may hold is listed.
import { SaxesParser } from 'saxes';

const namespaces = {
  svg: 'http://www.w3.org/2000/svg',
  xlink: 'http://www.w3.org/1999/xlink',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
};

const elements = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath style
  linearGradient radialGradient stop pattern clipPath mask marker switch filter feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG
  feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence`.split(/\s+/),
);

/** Everything in `text` that a drawing must not have: scripts, handlers, foreign content, references to other files, entities. */
export function checkSvg(text: string): { line: number; column: number; message: string }[] {
  const findings: { line: number; column: number; message: string }[] = [];
  const parser = new SaxesParser({ xmlns: true, position: true });
  const refuse = (message: string) =>
    findings.push({ line: parser.line, column: parser.column + 1, message });
  let root = true;
  let styles = 0;
  let css = '';

  parser.on('error', (error) => {
    // Only the first: what follows a broken tag is noise.
    if (!findings.some((finding) => finding.message.startsWith('This is not well-formed'))) {
      refuse(
        `This is not well-formed XML (${error.message.replace(/^\d+:\d+:\s*/, '')}): export the drawing again as plain SVG.`,
      );
    }
  });
  parser.on('doctype', () => refuse('A DOCTYPE is not allowed: remove it.'));
  parser.on('processinginstruction', ({ target }) => refuse(`<?${target} …?> is not allowed: remove it.`));
  parser.on('opentag', (tag) => {
    if (root && (tag.local !== 'svg' || tag.uri !== namespaces.svg)) {
      refuse('The file must begin with <svg xmlns="http://www.w3.org/2000/svg">.');
    }
    root = false;
    if (tag.uri !== namespaces.svg || !elements.has(tag.local)) {
      refuse(`<${tag.name}> is not allowed in a drawing: remove it, or export as plain SVG.`);
    }
    if (tag.local === 'style') styles += 1;
    for (const attribute of Object.values(tag.attributes)) {
      const known = attribute.uri === '' || Object.values(namespaces).includes(attribute.uri);
      if (!known || attribute.uri === namespaces.svg) {
        refuse(`The attribute ${attribute.name} is not allowed in a drawing: export as plain SVG.`);
      } else if (/^on/i.test(attribute.local) && attribute.uri === '') {
        refuse(`The attribute ${attribute.name} would run a script: remove it.`);
      } else if (
        (attribute.local === 'href' || attribute.local === 'src' || attribute.local === 'base') &&
        attribute.uri !== namespaces.xmlns
      ) {
        if (!/^#[^\s]+$/.test(attribute.value))
          refuse(
            `${attribute.name}="${attribute.value.slice(0, 60)}" points outside the drawing: remove it.`,
          );
      } else if (reachesOut(attribute.value)) {
        refuse(`The attribute ${attribute.name} points outside the drawing: remove it.`);
      }
    }
  });
  parser.on('text', (piece) => {
    if (styles > 0) css += piece;
  });
  parser.on('cdata', (piece) => {
    if (styles > 0) css += piece;
  });
  parser.on('closetag', (tag) => {
    if (tag.local !== 'style') return;
    styles -= 1;
    if (reachesOut(css))
      refuse('The <style> points outside the drawing: remove its @import, url() and backslashes.');
    css = '';
  });
  parser.write(text).close();
  return findings;
}

/**
 * Whether CSS or a presentation attribute could load something: `url()` of anything but a fragment, `@import`, `image()`, or a
 * backslash, which can spell any of them.
 */
function reachesOut(value: string): boolean {
  if (
    value.includes('\\') ||
    /@import|image-set\s*\(|\bimage\s*\(|\bsrc\s*\(|javascript\s*:|expression\s*\(/i.test(value)
  )
    return true;
  return [...value.matchAll(/url\s*\(\s*(["']?)([^)]*)/gi)].some(
    (match) => !(match[2] ?? '').startsWith('#'),
  );
}
