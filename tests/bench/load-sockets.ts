// A load generator for servers faster than autocannon is: bare sockets that look for the end of each response and no further.
// A LoadAt as JSON on stdin, a Loaded on stdout. Responses must have a Content-Length.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { LoadAt, Loaded } from './processes';

const { origin, connections, seconds } = JSON.parse(readFileSync(0, 'utf8')) as LoadAt;
const { host, hostname, port } = new URL(origin);
let answered = 0;
let failed = 0;

for (const requests of connections) {
  const written = requests.map(({ path, headers = {} }) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\n${Object.entries({ host, ...headers })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    ),
  );
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  let turn = 0;
  let left = 0;
  const ask = () => socket.write(written[turn++ % written.length] ?? '');
  socket.on('connect', ask);
  socket.on('error', () => {
    failed += 1;
  });
  socket.on('data', (chunk: Buffer) => {
    if (left === 0) {
      const end = chunk.indexOf('\r\n\r\n');
      const head = chunk.toString('latin1', 0, end);
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
      if (end < 0 || Number.isNaN(length) || !head.startsWith('HTTP/1.1 200')) failed += 1;
      left = end + 4 + length;
    }
    left -= chunk.length;
    if (left > 0) return;
    left = 0;
    answered += 1;
    ask();
  });
}

const from = performance.now();
setTimeout(() => {
  const loaded: Loaded = { answered, seconds: (performance.now() - from) / 1000, failed };
  process.stdout.write(JSON.stringify(loaded));
  process.exit(0);
}, seconds * 1000);
