// A server's start, as far as the keys go, as a process of its own. Prints the public key.
import { loadOrCreateKeys } from '~/domain/records/index.server';

const dataDir = process.argv[2];
if (!dataDir) throw new Error('usage: load-keys-process DATA_DIR');
const keys = await loadOrCreateKeys({ dataDir, origin: 'http://localhost:3000' });
process.stdout.write(keys.publicKeyMultibase);
