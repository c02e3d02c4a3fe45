import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DomainError } from "#app/platform/domain-error.ts";
import { formOf } from "#app/platform/form.ts";
import { readForm, submitForm, type FormReply } from "#app/platform/form.server.ts";
import { RateLimited } from "#app/platform/rate-limits.server.ts";

const schema = z.object({ name: z.string().min(3).max(8), age: z.number().min(18), password: z.string() });
type Answer = { data: FormReply; init: ResponseInit & { headers: Record<string, string> } };

function filled(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
const good = { name: "Mei", age: "20", password: "hidden" };
const submit = (fields: Record<string, string>, lang: "en" | "zh", run: () => unknown = () => "done") =>
  submitForm(filled(fields), lang, schema, run) as Promise<unknown>;

describe("a form", () => {
  test("that is right runs the verb", async () => {
    expect(await submit(good, "en")).toBe("done");
  });

  test("that is wrong comes back with 400, messages in the reader's language, and what was typed", async () => {
    const en = (await submit({ name: "Me", age: "7", password: "hidden" }, "en")) as Answer;
    expect(en.init.status).toBe(400);
    const form = formOf(en.data);
    expect(form.field("name")).toMatchObject({
      defaultValue: "Me",
      errors: ["Please write at least 3 characters."],
    });
    expect(form.field("age").errors).toEqual(["The least possible is 18."]);
    const zh = (await submit({ age: "x", password: "p" }, "zh")) as Answer;
    expect(formOf(zh.data).field("name").errors).toEqual(["请填写此项。"]);
    expect(formOf(zh.data).field("age").errors).toEqual(["请检查此项内容。"]);
  });

  test("never sends a password back", async () => {
    const answer = await submit({ ...good, name: "Me" }, "en");
    expect(JSON.stringify(answer)).not.toContain("hidden");
  });

  test("shows a refusal of the domain at its field, or above the form", async () => {
    const refuse = (error: Error) => async () => {
      throw error;
    };
    const atField = (await submit(
      good,
      "en",
      refuse(new DomainError("password.wrong", { field: "name" })),
    )) as Answer;
    expect(formOf(atField.data).field("name").errors).toEqual(["This is not your password."]);
    const above = (await submit(good, "zh", refuse(new DomainError("right.missing")))) as Answer;
    expect(formOf(above.data).errors).toEqual(["您的账户没有执行此操作的权限。"]);
    expect(formOf(above.data).field("name").defaultValue).toBe("Mei");
    await expect(submit(good, "en", refuse(new Error("fault")))).rejects.toThrow("fault");
  });

  test("that comes too often is answered with 429 and Retry-After", async () => {
    const answer = (await submit(good, "en", () => {
      throw new RateLimited(90_500);
    })) as Answer;
    expect(answer.init).toMatchObject({ status: 429, headers: { "Retry-After": "91" } });
    expect(formOf(answer.data).errors).toEqual(["Too many attempts. Please try again in 2 min."]);
  });

  test("with names that no form sends is read without them; what is no form is a 400", async () => {
    const post = (body: BodyInit, headers: Record<string, string> = {}) =>
      readForm(new Request("http://fairway.example/en", { method: "POST", body, headers }));
    const urlencoded = { "content-type": "application/x-www-form-urlencoded" };
    const body = "name=Mei&__proto__=x&__intent__=%7B&__state__=%7B&tags[999999999]=x&tags[2]=y&a.b=z";
    const form = await post(body, urlencoded);
    expect([...form.keys()]).toEqual(["name", "tags[2]", "a.b"]);
    await expect(post("{}", { "content-type": "application/json" })).rejects.toMatchObject({ status: 400 });
  });
});
