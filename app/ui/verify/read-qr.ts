// QR codes in the browser, fetched with the first use: by the browser's own detector where it has one, else by jsQR.
import jsQR from 'jsqr';

/** The longer side of what is looked at, in pixels. */
const longestSide = 1400;

type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

/** What the QR code of the photo says; null where none is found. Rejects for what is no picture. */
export async function readPhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file);
  try {
    return await read(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}

/** Looks through the camera until a QR code is seen, or `over` says that it is enough: then null. Rejects where there is no camera. */
export async function scan(video: HTMLVideoElement, over: () => boolean): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  try {
    if (over()) return null;
    video.srcObject = stream;
    await video.play();
    while (!over()) {
      const text = video.videoWidth > 0 ? await read(video, video.videoWidth, video.videoHeight) : null;
      if (text !== null) return text;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return null;
  } finally {
    stop();
  }
}

async function read(source: CanvasImageSource, width: number, height: number): Promise<string | null> {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const detected = await detect(canvas);
  if (detected !== null) return detected;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, canvas.width, canvas.height)?.data || null;
}

let detector: Detector | null | undefined;

async function detect(source: CanvasImageSource): Promise<string | null> {
  try {
    detector ??=
      typeof BarcodeDetector === 'undefined' ? null : new BarcodeDetector({ formats: ['qr_code'] });
    const [first] = (await detector?.detect(source)) ?? [];
    return first?.rawValue || null;
  } catch {
    detector = null;
    return null;
  }
}
