import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { file, packed, pdf, picture } from "#tests/factories/uploads.ts";
import sharp from "sharp";
import { inspectUpload } from "#app/modules/uploads/inspect.server.ts";
import { pixelLimit } from "#app/modules/uploads/limits.ts";

const refused = (name: string, bytes: Uint8Array | string, type?: string) =>
  inspectUpload(file(name, bytes, type)).then(
    () => "taken",
    (error: Error) => error.message,
  );

/** CRC and all: a PNG chunk. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([head, body, tail]);
}

/** A PNG of a few kilobytes that unfolds to width × height pixels, of one bit unless said otherwise. */
function bomb(width: number, height: number, [bits, colour]: [number, number] = [1, 0]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 200));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("what a file is, its content says", () => {
  const zip = Buffer.from("504b0506" + "00".repeat(18), "hex");
  test.each([
    [
      "a program with a picture's name",
      "photo.jpg",
      Buffer.from("MZ\u0090\u0000rest of a program", "latin1"),
    ],
    [
      "a drawing with a script",
      "a.png",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ["a page that says it is a PDF", "a.pdf", "<!doctype html><script>alert(1)</script>"],
    ["an archive", "a.pdf", zip],
    ["a GIF", "a.png", Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;", "latin1")],
    ["text before a PDF", "a.pdf", Buffer.concat([Buffer.from("<html>"), pdf()])],
  ])("%s is refused", async (_, name, bytes) => {
    expect(await refused(name, bytes)).toBe("upload.type");
  });

  test("the type that a browser claims and the ending decide nothing", async () => {
    const taken = await inspectUpload(file("licence.exe", pdf(), "application/x-msdownload"));
    expect(taken).toMatchObject({ mediaType: "application/pdf", name: "licence.exe.pdf" });
  });

  test("an empty file and one that is too large are named", async () => {
    expect(await refused("a.pdf", "")).toBe("upload.empty");
    expect(await refused("a.pdf", new Uint8Array(10_000_001))).toBe("upload.tooLarge");
  });
});

describe("a PDF", () => {
  test("is taken as it came", async () => {
    const bytes = pdf();
    expect((await inspectUpload(file("a.pdf", bytes))).bytes.equals(bytes)).toBe(true);
  });

  test.each([
    ["cut short", pdf().subarray(0, 120), "upload.pdfBroken"],
    ["with an archive behind its end", pdf("", "PK\u0005\u0006" + "\u0000".repeat(18)), "upload.pdfBroken"],
    ["with a page behind its end", pdf("", "<script>alert(1)</script>"), "upload.pdfBroken"],
    ["that is an archive too", zipped(), "upload.pdfBroken"],
    [
      "locked",
      pdf("5 0 obj << /Filter /Standard >> endobj\n6 0 obj << /Encrypt 5 0 R >> endobj"),
      "upload.pdfLocked",
    ],
    ["with a script", pdf("5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj"), "upload.pdfActive"],
    [
      "with a script under another spelling",
      pdf("5 0 obj << /S /J#61vaScript >> endobj"),
      "upload.pdfActive",
    ],
    ["with a script packed away", pdf(packed("1 0 << /S /JavaScript /JS (x) >>")), "upload.pdfActive"],
    ["that starts a program", pdf("5 0 obj << /S /Launch /F (cmd.exe) >> endobj"), "upload.pdfActive"],
    ["with a file inside", pdf("5 0 obj << /Type /EmbeddedFile >> endobj"), "upload.pdfActive"],
  ])("%s is refused", async (_, bytes, key) => {
    expect(await refused("a.pdf", bytes)).toBe(key);
  });

  /** A ZIP directory whose comment ends with a PDF's end mark: both readers are content. */
  function zipped(): Buffer {
    const comment = "\nstartxref\n9\n%%EOF\n";
    const end = Buffer.alloc(22);
    end.write("PK\u0005\u0006", "latin1");
    end.writeUInt16LE(comment.length, 20);
    return Buffer.concat([pdf(), end, Buffer.from(comment)]);
  }

  test("whose page content happens to spell a name is taken: streams are drawings, not objects", async () => {
    const page = "5 0 obj\n<< /Length 20 >>\nstream\n\u0001/JS (\u0002/Encrypt \nendstream\nendobj";
    expect(await refused("a.pdf", pdf(page))).toBe("taken");
  });

  test("whose packed objects unfold without end costs no memory", async () => {
    const before = process.memoryUsage().rss;
    const huge = deflateSync(Buffer.alloc(200_000_000)).toString("latin1");
    const page = `9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${huge}\nendstream\nendobj`;
    await refused("a.pdf", pdf(page));
    expect(process.memoryUsage().rss - before).toBeLessThan(450_000_000);
  });

  test("that holds hundreds of such streams costs no more time than a few of them", async () => {
    const huge = deflateSync(Buffer.alloc(9_000_000), { level: 9 }).toString("latin1");
    const stream = `9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${huge}\nendstream\nendobj\n`;
    const bytes = pdf(stream.repeat(1_000));
    const before = process.cpuUsage();
    await refused("a.pdf", bytes);
    expect(process.cpuUsage(before).user).toBeLessThan(1_500_000);
  });
});

describe("an image", () => {
  test("is drawn anew without where and by what it was taken, turned as the camera meant", async () => {
    const taken = await picture(60, 40)
      .withExif({ IFD0: { Model: "Spy 9" }, IFD3: { GPSLatitude: "31/1 13/1 0/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes("Spy 9")).toBe(true);
    const kept = await inspectUpload(file("a.jpg", taken));
    const said = await sharp(kept.bytes).metadata();
    expect(kept).toMatchObject({ mediaType: "image/jpeg", width: 40, height: 60 });
    expect([said.exif, said.icc, said.iptc, said.xmp, said.orientation]).toEqual(Array(5).fill(undefined));
    expect(kept.bytes.includes("GPS") || kept.bytes.includes("Spy")).toBe(false);
  });

  test("loses what hangs on behind it", async () => {
    const png = await picture().png().toBuffer();
    const both = Buffer.concat([png, Buffer.from("PK\u0003\u0004<script>alert(1)</script>", "latin1")]);
    const kept = await inspectUpload(file("a.png", both));
    expect(kept.bytes.includes("script") || kept.bytes.includes("PK\u0003\u0004")).toBe(false);
  });

  test("is made smaller, never larger", async () => {
    const large = await inspectUpload(file("a.jpg", await picture(4_000, 1_000).jpeg().toBuffer()));
    expect([large.width, large.height]).toEqual([2_400, 600]);
    const small = await inspectUpload(file("a.png", await picture(30, 20).png().toBuffer()));
    expect([small.width, small.height]).toEqual([30, 20]);
  });

  test("that unfolds beyond the limit is refused before it does", async () => {
    const bytes = bomb(60_000, 60_000);
    expect(bytes.length).toBeLessThan(20_000);
    const before = process.memoryUsage().rss;
    expect(await refused("a.png", bytes)).toBe("upload.imagePixels");
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect(60_000 * 60_000).toBeGreaterThan(pixelLimit);
  });

  test("of fewer pixels that fill more memory each is refused before it unfolds, too", async () => {
    const deep: [number, number] = [16, 6];
    expect(await refused("a.png", bomb(6_000, 6_000, deep))).toBe("upload.imagePixels");
    expect(await refused("a.png", bomb(5_000, 5_000, deep))).not.toBe("upload.imagePixels");
  });

  test("cut short is refused", async () => {
    const jpeg = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 256)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    expect(await refused("a.jpg", jpeg.subarray(0, jpeg.length / 2))).toBe("upload.imageBroken");
    expect(await refused("a.jpg", jpeg.subarray(0, 30))).toBe("upload.imageBroken");
  });

  test("that moves is refused", async () => {
    const still = await picture().png().toBuffer();
    const control = Buffer.alloc(8);
    control.writeUInt32BE(2);
    // acTL stands between IHDR (8 + 25 bytes) and the image data.
    const moving = Buffer.concat([still.subarray(0, 33), chunk("acTL", control), still.subarray(33)]);
    expect(await refused("a.png", moving)).toBe("upload.imageMoving");
  });
});
