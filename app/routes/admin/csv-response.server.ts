// What the two downloads have in common: a dated name, and headers that let nobody keep a copy in between.

/** `text` as an attachment named `parkbridge-NAME-DATE.csv`, the date as it is in `timeZone`. Pieces go out as the reader takes them. */
export function csvResponse(
  text: string | Generator<string>,
  file: { name: string; at: number; timeZone: string },
): Response {
  const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: file.timeZone }).format(
    file.at,
  );
  return new Response(typeof text === 'string' ? text : streamOf(text), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="parkbridge-${file.name}-${date}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

function streamOf(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      // Others get their turn between two pieces.
      await new Promise((resolve) => setImmediate(resolve));
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel() {
      pieces.return(undefined);
    },
  });
}
