import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

async function textOfPdf(bytes: ArrayBuffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    text += content.items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  await document.destroy();
  return text;
}

/**
 * What a person can read of an answer, attributes and comments of a page included: a PDF's text, else the body.
 * Numbers are without separators and words without breaks, so that a value is found however it was set.
 */
export async function plainText(answer: Response): Promise<string> {
  const pdf = answer.headers.get("content-type")?.startsWith("application/pdf");
  const text = pdf ? await textOfPdf(await answer.arrayBuffer()) : await answer.text();
  return text.replace(/(?<=\d)[,\s\u00a0\u202f](?=\d{3})/g, "").replace(pdf ? /\s+/g : /\u00ad/g, "");
}
