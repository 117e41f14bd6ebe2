import type { APIRoute } from 'astro';
import serviceWorker from '../client/offline/service-worker.ts?inline-script';

/** The service worker. It is at the root of the site, because its scope is its folder. */
export const GET: APIRoute = () => new Response(serviceWorker);
