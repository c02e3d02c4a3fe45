import { supplierFilterSchema, type SupplierFilter } from "#app/modules/network/schema.ts";

/** The filter in the URL; an empty value is none. */
export function supplierFilterOf(request: Request): SupplierFilter {
  const query = new URL(request.url).searchParams;
  const asked = (name: string) => query.get(name) || undefined;
  return supplierFilterSchema.parse({
    sector: asked("sector"),
    market: asked("market"),
    capability: asked("capability"),
    certificate: asked("certificate"),
    language: asked("language"),
  });
}
