import { parentPort } from "node:worker_threads";
import type { PdfModel } from "./model.ts";
import { setOnPaper } from "./set-on-paper.ts";
import { setSheet } from "./set-sheet.ts";
import type { SheetModel } from "./sheet-model.ts";

/** A document of any number of pages, or a sheet of one. */
export type AnyModel = PdfModel | SheetModel;
export type Job = { id: number; model: AnyModel };
export type Done = { id: number; pdf: Uint8Array } | { id: number; fault: string };

/** Sets either kind. */
export const setAny = (model: AnyModel) => ("form" in model ? setSheet(model) : setOnPaper(model));

// The thread in which documents are set, one after the other, while the server goes on answering.
parentPort?.on("message", ({ id, model }: Job) => {
  setAny(model)
    .then((pdf): Done => ({ id, pdf }))
    .catch((error: unknown): Done => ({ id, fault: error instanceof Error ? error.message : String(error) }))
    .then((done) => parentPort?.postMessage(done));
});
