import { z } from "zod";
import { endorsementAnswerSchema } from "#app/modules/credentials/schema.ts";
import { marketAnswerSchema, marketsAnswerSchema } from "#app/modules/markets/schema.ts";
import { opportunitiesAnswerSchema, opportunityKinds } from "#app/modules/opportunities/schema.ts";
import {
  searchAnswerSchema,
  searchParameters,
  suggestAnswerSchema,
  suggestParameters,
} from "#app/modules/search/schema.ts";
import { api } from "#app/platform/paths.ts";

type Json = Record<string, unknown>;
type Parameter = { name: string; in: "query" | "path"; description: string; schema: z.ZodType };
type Operation = {
  path: string;
  operationId: string;
  summary: string;
  parameters?: Parameter[];
  answer: z.ZodType;
  /** Which errors it can answer, beside a fault of the server. */
  errors?: number[];
};

const errorAnswerSchema = z
  .object({
    error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
  })
  .meta({ id: "Error" });

const query = (name: string, description: string, schema: z.ZodType): Parameter => ({
  name,
  in: "query",
  description,
  schema,
});

const queries = (described: Record<string, { description: string; schema: z.ZodType }>) =>
  Object.entries(described).map(([name, { description, schema }]) => query(name, description, schema));

const operations: Operation[] = [
  {
    path: api.search(),
    operationId: "search",
    summary: "Guide sections and fact tables that match, best first",
    parameters: queries(searchParameters),
    answer: searchAnswerSchema,
    errors: [400, 503],
  },
  {
    path: api.suggest(),
    operationId: "suggest",
    summary: "What the reader may mean while typing",
    parameters: queries(suggestParameters),
    answer: suggestAnswerSchema,
    errors: [400],
  },
  {
    path: api.markets(),
    operationId: "listMarkets",
    summary: "All markets with their facts and the guide topics present",
    answer: marketsAnswerSchema,
  },
  {
    path: api.market("{code}"),
    operationId: "getMarket",
    summary: "One market, block (EU, EAEU, GCC) or the export side (CN)",
    parameters: [
      {
        name: "code",
        in: "path",
        description: "ISO 3166-1 alpha-2, in any case, or a block's code",
        schema: z.string(),
      },
    ],
    answer: marketAnswerSchema,
    errors: [404],
  },
  {
    path: api.opportunities(),
    operationId: "listOpportunities",
    summary: "Published sponsor programmes, trade-fair delegations and consortium programmes",
    parameters: [
      query("kind", "Only this kind", z.enum(opportunityKinds)),
      query("sector", "HS section (S-XX), HS chapter or service code", z.string()),
      query("market", "ISO 3166-1 alpha-2", z.string()),
    ],
    answer: opportunitiesAnswerSchema,
    errors: [400],
  },
  {
    path: api.endorsement("{id}"),
    operationId: "getEndorsement",
    summary: "How an endorsement stands now, what its supplier agreed to show, and its signed credential",
    parameters: [{ name: "id", in: "path", description: "Number of the endorsement", schema: z.string() }],
    answer: endorsementAnswerSchema,
    errors: [404],
  },
];

/** A Zod schema as JSON Schema 2020-12; named parts go to `components` and are referred to there. */
function jsonSchema(schema: z.ZodType, components: Json, io: "input" | "output" = "output"): Json {
  const { $defs, ...rest } = z.toJSONSchema(schema, { io }) as Json & { $defs?: Json };
  delete rest.$schema;
  const moved = JSON.parse(
    JSON.stringify({ rest, $defs: $defs ?? {} }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { rest: Json; $defs: Json };
  Object.assign(components, moved.$defs);
  return moved.rest;
}

/** The OpenAPI 3.1 description of all of /api/v1, made of the schemas that the answers are built by. */
export function apiDescription(origin: string): Json {
  const schemas: Json = {};
  const content = (schema: z.ZodType) => ({ "application/json": { schema: jsonSchema(schema, schemas) } });
  const paths: Json = {};
  for (const { path, operationId, summary, parameters = [], answer, errors = [] } of operations) {
    const responses: Json = { 200: { description: "The answer", content: content(answer) } };
    for (const status of errors) {
      responses[status] = { description: "An error", content: content(errorAnswerSchema) };
    }
    responses.default = { description: "An error", content: content(errorAnswerSchema) };
    const described = parameters.map(({ schema, ...parameter }) => ({
      ...parameter,
      required: parameter.in === "path",
      schema: jsonSchema(schema, schemas, "input"),
    }));
    paths[path] = { get: { operationId, summary, parameters: described, responses } };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Fairway 航道 public API",
      version: "1",
      description:
        "Read-only and public: what a visitor may see. Any site may read it. Errors: {error: {code, message, field?}}.",
    },
    servers: [{ url: origin }],
    paths,
    components: { schemas },
  };
}
