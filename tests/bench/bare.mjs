// The measure of everything: Express with one route and nothing else.
import express from "express";

const app = express();
app.get("/", (_req, res) => void res.json({ ok: true, name: "Fairway", numbers: [1, 2, 3] }));
app.listen(Number(process.env.PORT), "127.0.0.1");
