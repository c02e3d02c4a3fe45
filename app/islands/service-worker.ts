import { guidePrefix, keepPage } from "./keep-page.ts";

// The few parts of a service worker's world that are used here; the page's types stand for the rest.
type Waits = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Scope = {
  fairwayBuild: string;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: "install" | "activate", listener: (event: Waits) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
};
const scope = self as unknown as Scope;
const shell = `fairway-shell-${scope.fairwayBuild}`;
const anyCookie = { ignoreVary: true, ignoreSearch: true };

// Of this build's own pages only the list of saved guides is kept; guides are kept by their reader's choice alone.
scope.addEventListener("install", (event) => {
  const install = async () => {
    const cache = await caches.open(shell);
    await Promise.all(["/en/offline", "/zh/offline"].map((path) => keepPage(cache, path)));
    await scope.skipWaiting();
  };
  event.waitUntil(install());
});

scope.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith("fairway-shell-") && name !== shell);
    await Promise.all(old.map((name) => caches.delete(name)));
    await scope.clients.claim();
  };
  event.waitUntil(tidy());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  // Pages always from the network while there is one: what is saved is for when there is none. Nothing is kept here.
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => saved(pathname)));
  else if (pathname.startsWith("/assets/"))
    event.respondWith(caches.match(request, anyCookie).then((kept) => kept ?? fetch(request)));
});

async function saved(path: string): Promise<Response> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(guidePrefix)) continue;
    const page = await (await caches.open(name)).match(path, anyCookie);
    if (page) return page;
  }
  const lang = path.startsWith("/zh") ? "zh" : "en";
  return (await caches.match(`/${lang}/offline`, anyCookie)) ?? Response.error();
}
