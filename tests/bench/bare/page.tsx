import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'A bare page' }];

export default function Page() {
  return (
    <main>
      <h1>A bare page</h1>
      <p>Remix renders it, and that is all.</p>
    </main>
  );
}
