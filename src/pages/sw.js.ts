import type { APIRoute } from 'astro';
import serviceWorker from '../client/offline/service-worker.ts?inline-script';

/** The service worker, at the top of the site: it can keep what is below. */
export const GET: APIRoute = () => new Response(serviceWorker);
