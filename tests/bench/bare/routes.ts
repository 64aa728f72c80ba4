import { type RouteConfig, route } from '@remix-run/route-config';

export default [route('bare', 'page.tsx')] satisfies RouteConfig;
