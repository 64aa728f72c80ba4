/**
 * A path in other coordinates: scaled by (`across`, `down`), then moved by (`x`, `y`). Pens keep their width, which a scaled drawing's
 * would not. For paths of absolute M, L, H, V and Q only, as those of the bridge are; a Q becomes the same curve as C, since not
 * everything that draws paths knows it.
 */
export function stretch(
  path: string,
  { x, y, across, down }: { x: number; y: number; across: number; down: number },
): string {
  const place = ([left = 0, top = 0]: Point): string =>
    `${round(x + left * across)} ${round(y + top * down)}`;
  let at: Point = [0, 0];
  return path.replace(/([MLHVQ])([^MLHVQ]*)/g, (_, command: string, values: string) => {
    const numbers = values.split(/[ ,]+/).filter(Boolean).map(Number);
    const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
    const from = at;
    if (command === 'Q') {
      at = [third, fourth];
      const towards = ([left, top]: Point): Point => [
        left + (2 / 3) * (first - left),
        top + (2 / 3) * (second - top),
      ];
      return `C${place(towards(from))} ${place(towards(at))} ${place(at)}`;
    }
    if (command === 'H') at = [first, from[1]];
    else if (command === 'V') at = [from[0], first];
    else at = [first, second];
    return `${command === 'M' ? 'M' : 'L'}${place(at)}`;
  });
}

type Point = [left: number, top: number];
const round = (value: number) => Math.round(value * 100) / 100;
