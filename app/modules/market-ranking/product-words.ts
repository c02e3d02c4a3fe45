/**
 * Everyday product words in both languages with the HS headings or chapters (HS 2022) they mean. The same table reads
 * what a visitor types and what a fair says it shows. Parted by commas; English in the singular, lower case.
 */
const rows: [codes: string, words: string][] = [
  ["9503", "toy,doll,puzzle,building block,plush toy,玩具,玩偶,积木,拼图,毛绒玩具"],
  ["9504", "video game,board game,游戏机,桌游"],
  ["9505", "christmas decoration,festive article,节日用品,圣诞用品"],
  ["9506", "sports good,sporting good,sports equipment,fitness equipment,体育用品,运动器材,健身器材"],
  ["9507", "fishing tackle,fishing rod,渔具,钓具,鱼竿"],
  ["9401,9403", "furniture,chair,table,sofa,家具,椅子,桌子,沙发"],
  ["9404", "mattress,bedding,pillow,床垫,床上用品,枕头"],
  ["9405", "lamp,lighting,led lamp,light fitting,灯,灯具,照明,LED灯"],
  ["85", "electronics,electrical,electric,电子,电器,电气,电子产品"],
  ["8517", "mobile,telephone,mobile phone,smartphone,手机,电话"],
  ["8471", "computer,laptop,it,ict,电脑,计算机"],
  ["8509,8516", "appliance,home appliance,small appliance,kitchen appliance,家电,小家电,家用电器"],
  ["8507", "battery,lithium battery,power bank,storage,电池,锂电池,充电宝,储能"],
  ["8518", "headphone,earphone,speaker,loudspeaker,耳机,音箱"],
  ["8525,8528", "camera,display,television,broadcast,摄像头,电视,显示器"],
  ["8541", "solar,solar panel,photovoltaic,光伏,太阳能"],
  ["8504", "charger,power supply,adapter,充电器,电源"],
  ["8544", "cable,wire,电线,电缆"],
  ["84", "machinery,machine,industrial,industrial technology,industry,机械,机器,设备"],
  ["8456,8466", "machine tool,机床"],
  ["8465", "woodworking,木工机械"],
  ["8445,8448", "textile machinery,纺织机械"],
  ["8430,8474", "mining,mining machinery,矿山机械"],
  ["8481", "valve,tap,faucet,阀门,水龙头"],
  ["8413", "pump,泵,水泵"],
  ["8708", "auto part,car part,automotive part,car accessory,汽配,汽车零部件,汽车配件"],
  ["87", "vehicle,car,汽车,车辆"],
  ["8711", "motorcycle,e-bike,electric bicycle,scooter,摩托车,电动自行车,电动车"],
  ["8712", "bicycle,自行车"],
  ["61,62", "apparel,clothing,garment,fashion,服装,衣服,时装"],
  ["6109", "t-shirt,T恤"],
  ["50,52,54,55,58,60", "textile,fabric,cloth,纺织,面料,布料,纺织品"],
  ["63", "home textile,towel,blanket,curtain,家纺,毛巾,毛毯,窗帘"],
  ["57", "carpet,rug,地毯"],
  ["64", "footwear,shoe,boot,鞋,鞋类,鞋靴"],
  ["65", "hat,cap,帽子,帽"],
  ["66", "umbrella,伞,雨伞"],
  ["4202", "bag,luggage,suitcase,handbag,箱包,手袋,行李箱,背包"],
  ["42", "leather,leather good,皮具,皮革制品"],
  ["4201", "pet product,pet gear,宠物用品"],
  ["7113,7117", "jewellery,jewelry,首饰,珠宝,饰品"],
  ["3304", "cosmetic,beauty,make-up,makeup,skin care,化妆品,护肤品,美妆"],
  ["34", "soap,detergent,cleaning,cleaning product,洗涤剂,肥皂,清洁用品"],
  ["39", "plastic,plastic good,塑料,塑胶,塑料制品"],
  ["3924", "plastic tableware,plastic housewares,塑料餐具"],
  ["3923,4819", "packaging,包装,包装材料"],
  ["40", "rubber,橡胶,橡胶制品"],
  ["4011", "tyre,tire,轮胎"],
  ["44", "wood,wooden good,bamboo,木制品,竹制品"],
  ["48", "paper,paper good,纸制品,纸"],
  ["49", "book,printed matter,图书,印刷品"],
  ["68", "stone,石材"],
  ["69", "ceramic,陶瓷"],
  ["6907", "tile,ceramic tile,瓷砖"],
  ["6910", "sanitary ware,洁具,卫浴"],
  ["6911,6912", "tableware,dinnerware,餐具"],
  ["70", "glass,glassware,玻璃,玻璃制品"],
  ["7323,6911,3924", "housewares,kitchenware,cookware,厨具,家居用品,厨房用品"],
  ["72", "steel,iron,钢铁"],
  ["73", "steel good,steel product,钢铁制品"],
  ["7318", "fastener,screw,bolt,紧固件,螺丝"],
  ["76", "aluminium,aluminum,铝,铝制品"],
  ["82", "tool,hand tool,hardware,cutlery,knife,工具,五金,手工具,刀具"],
  ["8301,8302", "lock,hinge,door fitting,锁,门锁,铰链"],
  ["9018", "medical,medical device,medical equipment,医疗器械,医疗设备,医疗"],
  ["30", "medicine,pharmaceutical,药品,医药"],
  ["9004", "glasses,sunglasses,眼镜,太阳镜"],
  ["91", "watch,clock,手表,钟表"],
  ["92", "musical instrument,guitar,乐器,吉他"],
  ["9608,9609", "pen,pencil,stationery,文具,笔,铅笔"],
  ["9603", "brush,toothbrush,刷子,牙刷"],
  ["16,19,20,21", "food,food product,private label food,halal product,食品"],
  ["22", "drink,beverage,饮料,酒"],
  ["09", "tea,coffee,spice,茶,茶叶,咖啡,香料"],
  ["07,20", "vegetable,蔬菜"],
  ["08", "fruit,nut,水果,坚果"],
  ["03,16", "seafood,fish,水产,海鲜"],
  ["06", "horticulture,flower,园艺,花卉"],
  ["84,06,31", "agriculture,agricultural,农业"],
  ["31", "fertiliser,fertilizer,肥料"],
  ["32", "paint,dye,ink,涂料,油漆,染料"],
  ["28,29", "chemical,化工,化学品"],
  ["68,69,73,94", "building,building material,construction,建材,建筑材料"],
  ["9406", "prefabricated house,prefab house,活动房,预制房屋"],
  ["89", "boat,ship,marine equipment,船舶,船"],
  ["88", "aerospace,drone,aircraft,无人机,航空"],
  ["27,7304", "oil and gas,石油天然气"],
  ["95,69,70,83,39", "gift,home decor,decor,lifestyle,礼品,家居装饰,工艺品"],
  ["94,63,69,70", "home,家居"],
  ["39,63,69,70,73,94,95", "consumer good,imported consumer good,日用消费品,消费品"],
  ["svc-software", "software,fintech,software service,软件"],
  ["svc-logistics", "freight,logistics service,物流服务"],
];

const words = new Map<string, string[]>();
for (const [codes, list] of rows) {
  for (const word of list.split(",")) words.set(word.toLowerCase(), codes.split(","));
}

/** HS codes that an everyday word means; null when the table does not know it. Plural and singular are the same. */
export function codesOfWord(word: string): string[] | null {
  const key = word.toLowerCase();
  return (
    words.get(key) ??
    words.get(key.replace(/ies$/, "y")) ??
    words.get(key.replace(/e?s$/, "")) ??
    words.get(key.replace(/s$/, "")) ??
    null
  );
}

/** All words of the table, for "did you mean". */
export const knownWords: readonly string[] = [...words.keys()];
