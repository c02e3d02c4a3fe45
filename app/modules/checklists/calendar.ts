import { generateIcsCalendar, type IcsCalendar } from "ts-ics";

export type CalendarEntry = { id: string; day: string; summary: string; description: string; url: string };

/** Due days as an iCalendar file (RFC 5545): whole-day entries that say themselves when they last changed. */
export function calendarOf(name: string, now: Date, entries: CalendarEntry[]): string {
  const calendar: IcsCalendar = {
    version: "2.0",
    prodId: "-//Fairway//Export checklist//EN",
    method: "PUBLISH",
    name,
    events: entries.map(({ id, day, summary, description, url }) => {
      const date = new Date(`${day}T00:00:00Z`);
      return {
        uid: `${id}@fairway`,
        stamp: { date: now },
        start: { date, type: "DATE" as const },
        end: { date: new Date(date.getTime() + 86_400_000), type: "DATE" as const },
        ...{ summary, description, url },
        timeTransparent: "TRANSPARENT" as const,
      };
    }),
  };
  return foldByOctets(generateIcsCalendar(calendar));
}

/** The library folds lines at 75 characters; the standard says octets, and a Chinese character has three. */
function foldByOctets(file: string): string {
  const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines
    .flatMap((line) => {
      const parts = [""];
      let octets = 0;
      for (const sign of line) {
        const wide = Buffer.byteLength(sign);
        if (octets + wide > 74) {
          parts.push(" ");
          octets = 1;
        }
        parts[parts.length - 1] += sign;
        octets += wide;
      }
      return parts;
    })
    .join("\r\n");
}
