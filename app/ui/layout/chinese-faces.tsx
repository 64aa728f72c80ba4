// What a Chinese page links for its faces: the heading face, and for a device with no Chinese face of its own, one for running text.
import runningFace from '@fontsource-variable/noto-sans-sc/index.css?url';
import { useEffect, useState } from 'react';

/** `version` names the heading face's rules. Where scripts do not run, nobody can tell, so the rules for running text are linked. */
export function ChineseFaces({ version }: { version: string }) {
  const [lacking, setLacking] = useState(false);
  useEffect(() => setLacking(!showsChinese()), []);
  return (
    <>
      <link rel="stylesheet" href={`/faces/${version}.css`} />
      {lacking && <link rel="stylesheet" href={runningFace} />}
      <noscript>
        <link rel="stylesheet" href={runningFace} />
      </noscript>
    </>
  );
}

/** Without a face, two characters are one and the same box, or boxes with numbers in them that are no square. */
function showsChinese(): boolean {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return true;
  pen.font = '32px sans-serif';
  if (Math.abs(pen.measureText('永国').width - 64) > 1) return false;
  const [one, other] = ['永', '国'].map((character) => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.fillText(character, 8, 48);
    return pen.getImageData(0, 0, 64, 64).data.join();
  });
  return one !== other;
}
