import { parentPort } from "node:worker_threads";
import type { PdfModel } from "./model.ts";
import { setOnPaper } from "./set-on-paper.ts";

export type Job = { id: number; model: PdfModel };
export type Done = { id: number; pdf: Uint8Array } | { id: number; fault: string };

// The thread in which documents are set, one after the other, while the server goes on answering.
parentPort?.on("message", ({ id, model }: Job) => {
  setOnPaper(model)
    .then((pdf): Done => ({ id, pdf }))
    .catch((error: unknown): Done => ({ id, fault: error instanceof Error ? error.message : String(error) }))
    .then((done) => parentPort?.postMessage(done));
});
