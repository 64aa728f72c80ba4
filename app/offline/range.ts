// A part of something kept, as players ask for sound and pictures (RFC 9110 §14).

/** The part of `whole` that `header` names, as 206; all of it where the header cannot be read; 416 where there is no such part. */
export async function rangeOf(whole: Response, header: string): Promise<Response> {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!match || (!match[1] && !match[2])) return whole;
  const bytes = await whole.blob();
  const { size } = bytes;
  const first = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const last = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  const headers = new Headers(whole.headers);
  if (first > last || first >= size) {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('Content-Range', `bytes ${first}-${last}/${size}`);
  headers.set('Content-Length', String(last - first + 1));
  return new Response(bytes.slice(first, last + 1, bytes.type), { status: 206, headers });
}
