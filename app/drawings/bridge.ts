// The drawing of Parkbridge as lines: Kuala Lumpur and Beijing with one span between them. Pages, paper and pictures draw it.

/** Hangers of the arch, from the deck up to a parabola, in a square of a thousand by a hundred that is stretched. */
const hangers = (first: number) =>
  Array.from({ length: 12 }, (_, index) => {
    const x = ((first + 2 * index) * 1000) / 24;
    return `M${x.toFixed(1)} 100V${(4 + 96 * ((x - 500) / 500) ** 2).toFixed(1)}`;
  }).join('');
/** Every second one, and those between them, for which a phone has no room. */
export const [evenHangers, oddHangers] = [hangers(2), hangers(1)];

/** In a field of 180 by 150: the telecommunications tower, the twin towers with their bridge, two blocks. */
export const kualaLumpur =
  'M26.5 150l1.5-84h3l1.5 84M21 64c0-5 3.5-9 8.5-9s8.5 4 8.5 9c0 3.5-3.5 6-8.5 6s-8.5-2.5-8.5-6zM29.5 55V30' +
  'M59 150V74l3-13 3-15 3-9 2-17 2 17 3 9 3 15 3 13v76zM95 150V74l3-13 3-15 3-9 2-17 2 17 3 9 3 15 3 13v76zM59 74h22M62 61h16M95 74h22M98 61h16M81 96h14M81 100h14M88 100l-7 14M88 100l7 14' +
  'M126 150v-48h24v48zM132 112h12M132 122h12M132 132h12M156 150v-30h18v30z';

/** In a field of 180 by 150: the Temple of Heaven’s hall, the wine-vessel tower, the looped one. */
export const beijing =
  'M44 56v-8M44 56c-4 8-9 12-16 14h32c-7-2-12-6-16-14zM33 70v6h22v-6M33 76c-3 4-8 7-14 9h50c-6-2-11-5-14-9zM25 85v7h38v-7M25 92c-3 4-9 8-15 10h68c-6-2-12-6-15-10zM19 102v32h50v-32M29 102v32M39 102v32M49 102v32M59 102v32M12 150v-8h-6v8M12 134h64v8H12zM6 142h76v8H6z' +
  'M95 150c4-40 4-74-2-116h28c-6 42-6 76-2 116zM97 64h20M98 94h18M97 122h20M93 34c8 4 20 4 28 0' +
  'M134 150l4-76 34-9 3 85h-11l-2-46-17 4-2 42z';

/** The arch over those hangers, and its reflection with the water, each in a field of a thousand by a hundred. */
export const arch = 'M0 100Q500 -92 1000 100';
export const reflection = 'M20 42Q500 150 980 42';
export const water =
  'M90 30H300M410 30H690M790 30H900M180 54H330M420 54H560M640 54H800M330 78H450M520 78H680';
