import { expect, test } from "vitest";
import { csv } from "#app/platform/csv.ts";

test("quotes what needs it, and leaves nothing that a spreadsheet would run", () => {
  expect(
    csv([
      ["a", 1, null],
      ['say "hi", please', "=1+1", "-5"],
      ["关税", "two\nlines", undefined],
      ["＝1+1", "\n=1", "＠x"],
    ]),
  ).toBe(
    '\uFEFFa,1,\r\n"say ""hi"", please",\'=1+1,\'-5\r\n关税,"two\nlines",\r\n\'＝1+1,"\'\n\'=1",\'＠x\r\n',
  );
});

test("a text that brings its own separator begins no formula in the next cell", () => {
  const lines = csv([["Toys;=1+1", "a;b", "Toys\t@x", "two\n- lines", 'x; "=1', "well-known; 2-3"]]).slice(1);
  expect(lines).toBe(`Toys;'=1+1,a;b,Toys\t'@x,"two\n'- lines","x; ""'=1",well-known; 2-3\r\n`);
});
