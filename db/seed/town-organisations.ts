import type { organisations } from "../schema/accounts.ts";

type Organisation = Omit<typeof organisations.$inferInsert, "id" | "createdAt">;

/**
 * The bodies of the demo town, by key. All invented; the credit codes carry a right check character
 * (GB 32100-2015) but a serial (MADEM…) that no register gives out. Provinces are ISO 3166-2:CN codes.
 */
export const townOrganisations = {
  chamber: {
    kind: "chamber",
    nameEn: "Fairway Chamber of Commerce",
    nameZh: "航道商会",
    creditCode: "51110105MADEM0142A",
    country: "CN",
    province: "BJ",
    city: "北京 Beijing",
  },

  toys: msme("Qinghe Wooden Toys", "义乌市青禾木制玩具有限公司", "91330782MADEM0011F", "ZJ", "义乌 Yiwu"),
  newcomer: msme(
    "Yifan Pet Products",
    "东莞市逸帆宠物用品有限公司",
    "91441900MADEM002X0",
    "GD",
    "东莞 Dongguan",
  ),
  lamps: msme("Lanyu Lighting", "中山市岚屿照明有限公司", "91442000MADEM0038X", "GD", "中山 Zhongshan"),
  textiles: msme("Suyun Home Textiles", "昆山苏韵家纺有限公司", "91320583MADEM00462", "JS", "昆山 Kunshan"),
  tea: msme("Yunling Mountain Tea", "安溪云岭茶业有限公司", "91350524MADEM0054T", "FJ", "安溪 Anxi"),
  valves: msme("Hengtai Valve Works", "永嘉恒泰阀门制造有限公司", "91330383MADEM0062H", "ZJ", "温州 Wenzhou"),
  ceramics: msme(
    "Changnan Studio Ceramics",
    "景德镇昌南陶坊有限公司",
    "91360203MADEM0070P",
    "JX",
    "景德镇 Jingdezhen",
  ),
  furniture: msme(
    "Mujing Outdoor Furniture",
    "惠州木境户外家具有限公司",
    "91441302MADEM00896",
    "GD",
    "惠州 Huizhou",
  ),
  sensors: msme(
    "Weilan Sensor Technology",
    "深圳市蔚蓝传感科技有限公司",
    "91440305MADEM00970",
    "GD",
    "深圳 Shenzhen",
  ),
  bamboo: msme("Zhuyi Bamboo Ware", "安吉竹意竹制品有限公司", "91330523MADEM010X2", "ZJ", "安吉 Anji"),
  kitchen: msme(
    "Dingwei Kitchenware",
    "阳江市鼎味厨具有限公司",
    "91440704MADEM0118N",
    "GD",
    "阳江 Yangjiang",
  ),
  solar: msme(
    "Chaoyang Solar Mounting",
    "合肥朝旸光伏支架有限公司",
    "91340104MADEM0126U",
    "AH",
    "合肥 Hefei",
  ),

  lindenhof: mnc(
    "Lindenhof Family Retail (China)",
    "林登霍夫家庭零售（中国）有限公司",
    "91310115MADEM01348",
    "SH",
    "Shanghai",
  ),
  norrsken: { ...abroad("mnc", "Norrsken Home AB", "北境家居股份公司", "SE"), city: "Gothenburg" },
  meridian: { ...abroad("mnc", "Meridian Flow Systems", "子午线流体系统公司", "US"), city: "Milwaukee" },
  harbourtech: mnc(
    "Harbourtech Electronics (Shenzhen)",
    "港湾电子（深圳）有限公司",
    "91440305MADEM01939",
    "GD",
    "深圳 Shenzhen",
  ),

  "toy-association": {
    ...abroad("partner", "Rhine-Main Toy Importers' Association", "莱茵—美因玩具进口商协会", "DE"),
    city: "Frankfurt am Main",
  },
  bank: partner("Pujiang Harbour Bank", "浦江海港银行股份有限公司", "91310115MADEM0150X", "SH", "Shanghai"),
  insurer: partner(
    "Anlan Export Credit Insurance",
    "安澜出口信用保险有限公司",
    "91110102MADEM0169J",
    "BJ",
    "北京 Beijing",
  ),
  broker: partner(
    "Siming Customs Brokers",
    "宁波四明报关有限公司",
    "91330206MADEM01772",
    "ZJ",
    "宁波 Ningbo",
  ),
  academy: partner(
    "Taihu Logistics and Trade Academy",
    "苏州太湖物流与外贸培训有限公司",
    "91320505MADEM0185R",
    "JS",
    "苏州 Suzhou",
  ),
} as const satisfies Record<string, Organisation>;

export type TownKey = keyof typeof townOrganisations;

function chinese<K extends Organisation["kind"]>(kind: K) {
  return (nameEn: string, nameZh: string, creditCode: string, province: string, city: string) => ({
    kind,
    nameEn,
    nameZh,
    creditCode,
    country: "CN",
    province,
    city,
  });
}
function msme(...args: Parameters<ReturnType<typeof chinese>>) {
  return chinese("msme")(...args);
}
function mnc(...args: Parameters<ReturnType<typeof chinese>>) {
  return chinese("mnc")(...args);
}
function partner(...args: Parameters<ReturnType<typeof chinese>>) {
  return chinese("partner")(...args);
}
function abroad<K extends Organisation["kind"]>(kind: K, nameEn: string, nameZh: string, country: string) {
  return { kind, nameEn, nameZh, country };
}
