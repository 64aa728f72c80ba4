// The reference of the public pages: `node:http` with nothing around it, saying one response over and over.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

export type Said = { headers: string[]; body: string };

const { headers, body } = JSON.parse(readFileSync(process.env.SAID ?? '', 'utf8')) as Said;
const bytes = Buffer.from(body, 'base64');
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(process.env.PORT), '127.0.0.1');
