// Who may import whom: the house plan, enforced. Each rule's comment says what it protects.
const order = [
  'search|identity|audit|notices',
  'courses|records',
  'assessment|seminars',
  'learning',
  'exchange',
  'reports',
];

/** A domain imports other domains only to its left, so there are no cycles. */
const domains = order.flatMap((names, index) => {
  const right = order.slice(index + 1).join('|');
  const rules = right
    ? [
        {
          name: `domain-order-${index}`,
          severity: 'error',
          from: { path: `^app/domain/(${names})/` },
          to: { path: `^app/domain/(${right})/` },
        },
      ]
    : [];
  return rules;
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'routes-use-doors',
      comment: 'Routes call http, domain doors and ui; never the database.',
      severity: 'error',
      from: { path: '^app/(routes|cli|jobs)/' },
      to: {
        path: '^db/',
        dependencyTypesNot: ['type-only'],
        pathNot: '^db/[a-z-]+\\.server\\.ts$|^db/seed/',
      },
    },
    {
      name: 'routes-never-open-the-database',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^db/' },
    },
    {
      name: 'one-door-a-domain',
      comment:
        'From outside, a domain is its index.server.ts, schema.ts, rules.ts, errors.ts and permissions.ts.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/domain/' },
      to: { path: '^app/domain/[^/]+/', pathNot: '/(index\\.server|schema|rules|errors|permissions)\\.ts$' },
    },
    {
      name: 'one-door-between-domains',
      severity: 'error',
      from: { path: '^app/domain/([^/]+)/' },
      to: {
        path: '^app/domain/[^/]+/',
        pathNot: ['^app/domain/$1/', '/(index\\.server|schema|rules|errors|permissions)\\.ts$'],
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'The business knows no React, no Remix, no http, no ui, no routes.',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: {
        path: '^app/(http|ui|routes|cli|jobs|context|config)|node_modules/(@remix-run|react)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'domain-to-schema',
      comment: 'The domain knows the schema and the handle, not how a database is opened or migrated.',
      severity: 'error',
      from: { path: '^app/domain/' },
      to: { path: '^db/', pathNot: '^db/(schema/|open\\.server)' },
    },
    {
      name: 'mdx-is-pure',
      severity: 'error',
      from: { path: '^app/mdx/' },
      to: { path: '^(app/(?!mdx/)|db/)' },
    },
    {
      name: 'mdx-has-one-door',
      severity: 'error',
      from: { path: '^app/(?!mdx/)' },
      to: { path: '^app/mdx/', pathNot: '^app/mdx/(index\\.server|schema)\\.ts$' },
    },
    {
      name: 'ui-is-for-browsers',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: {
        path: '\\.server\\.|^db/|^app/(http|routes|cli|jobs|context|config)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'db-stands-alone',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/seed/' },
      to: { path: '^app/' },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|helpers?|lib|common|misc)/', pathNot: 'node_modules' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    ...domains,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
