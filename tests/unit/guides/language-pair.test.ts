import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelAfterPublishing, pairState, type Side } from "#app/modules/guides/language-pair.ts";

const side = (publishedRevisionId: string | null, levelWithRevisionId: string | null): Side => ({
  publishedRevisionId,
  levelWithRevisionId,
});

describe("pairState", () => {
  it("names which side has moved on", () => {
    expect(pairState(side("e1", "z1"), side("z1", "e1"))).toBe("level");
    expect(pairState(side("e1", "z1"), side("z2", "e1"))).toBe("otherNewer");
    expect(pairState(side("e2", "z1"), side("z1", "e1"))).toBe("thisNewer");
    expect(pairState(side("e1", null), null)).toBe("otherMissing");
    expect(pairState(side("e1", null), side(null, null))).toBe("otherMissing");
    expect(pairState(side("e1", null), side("z1", null))).toBe("unknown");
  });
});

describe("levelAfterPublishing", () => {
  const publish = (own: Side | null, other: Side | null, id: string): [Side, Side | null] => {
    const level = levelAfterPublishing(own, other, id);
    return [side(id, level.own), other && side(other.publishedRevisionId, level.other)];
  };

  it("lets a first translation start level", () => {
    const [own, other] = publish(null, side("e1", null), "z1");
    expect(pairState(own, other)).toBe("level");
  });

  it("leaves the other side behind when a level side moves on, and catches up from there", () => {
    const [english, chinese] = publish(side("e1", "z1"), side("z1", "e1"), "e2");
    expect(pairState(english, chinese)).toBe("thisNewer");
    expect(pairState(chinese!, english)).toBe("otherNewer");
    const [caughtUp, first] = publish(chinese, english, "z2");
    expect(pairState(caughtUp, first)).toBe("level");
  });

  it("never calls the side that was just published the older one", () => {
    const turns = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(turns, (order) => {
        const sides: Record<string, Side | null> = { en: null, zh: null };
        order.forEach((english, index) => {
          const [own, other] = english ? ["en", "zh"] : ["zh", "en"];
          [sides[own!], sides[other!]] = publish(sides[own!]!, sides[other!]!, `${own}${index}`);
          expect(pairState(sides[own!]!, sides[other!]!)).not.toBe("otherNewer");
        });
      }),
    );
  });
});
