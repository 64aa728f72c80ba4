import type { Line, Style } from './typeset.server';

/** The outlines of a set line as one SVG path, its baseline at (x, y); letters that no face has are left out (see `Run`). */
export function outline(line: Line, { size, spacing = 0 }: Style, x: number, y: number): string {
  let path = '';
  for (const run of line.runs) {
    if ('tile' in run) continue;
    const { font } = run.face;
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    let at = x + run.x;
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      for (const { command, args } of glyph.path.commands) {
        path += letters[command] ?? '';
        path += args
          .map((value, place) =>
            place % 2 === 0 ? round(at + (value + xOffset) * scale) : round(y - (value + yOffset) * scale),
          )
          .join(' ');
      }
      at += xAdvance * scale + spacing * size;
    }
  }
  return path;
}

const letters: Record<string, string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};
const round = (value: number) => Math.round(value * 100) / 100;
