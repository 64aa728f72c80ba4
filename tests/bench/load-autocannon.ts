// The load generator's own process: autocannon. A LoadAt as JSON on stdin, a Loaded on stdout.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { LoadAt, Loaded } from './processes';

const { origin, connections, seconds } = JSON.parse(readFileSync(0, 'utf8')) as LoadAt;
let next = 0;
const result = await autocannon({
  url: origin,
  connections: connections.length,
  duration: seconds,
  setupClient: (client) => {
    const requests = connections[next++ % connections.length] ?? [];
    client.setRequests(requests.map((request) => ({ method: 'GET', ...request })));
  },
});
const loaded: Loaded = {
  answered: result['2xx'],
  seconds: result.duration,
  failed: result.non2xx + result.errors + result.timeouts,
};
process.stdout.write(JSON.stringify(loaded));
process.exit(0);
