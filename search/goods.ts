/**
 * What people call the goods of an HS chapter (two digits) or heading (four), English and Chinese. Not the legal
 * wording: the words that guides and readers use. A heading that isn't listed stands for its chapter.
 * Source of the codes: Harmonized System 2022, World Customs Organization.
 */
const lists = `
01 live animals, livestock | 活动物, 牲畜
02 meat, beef, pork, poultry | 肉类, 牛肉, 猪肉, 禽肉
03 fish, seafood, shrimp | 水产品, 鱼, 海鲜, 虾
04 dairy, milk, eggs, honey | 乳制品, 奶, 蛋, 蜂蜜
05 animal products, feathers, down | 羽毛, 羽绒, 动物产品
06 plants, cut flowers, seedlings | 植物, 鲜花, 苗木
07 vegetables, garlic, mushrooms | 蔬菜, 大蒜, 蘑菇
0712 dried vegetables | 脱水蔬菜, 干菜
08 fruit, nuts | 水果, 坚果
09 coffee, tea, spices | 咖啡, 茶叶, 香料
0902 tea | 茶叶
10 cereals, rice, wheat | 谷物, 大米, 小麦
11 flour, starch | 面粉, 淀粉
12 oil seeds, medicinal plants, seeds | 油籽, 中药材, 种子
13 gums, plant extracts | 植物提取物, 树胶
14 bamboo, rattan, plaiting materials | 竹, 藤, 编结材料
15 oils, fats | 油脂, 食用油
16 canned meat, canned fish, prepared food | 罐头, 肉制品, 水产制品
17 sugar, confectionery, candy | 糖, 糖果
18 cocoa, chocolate | 可可, 巧克力
19 bakery, noodles, biscuits, prepared food | 面食, 饼干, 糕点, 方便食品
20 prepared vegetables, juice, canned fruit | 蔬菜罐头, 果汁, 水果制品
21 sauces, food supplements, prepared food | 调味品, 酱料, 食品, 保健食品
2106 food supplements, food preparations | 保健食品, 食品
22 beverages, wine, spirits | 饮料, 酒
23 animal feed, pet food | 饲料, 宠物食品
2309 pet food, animal feed | 宠物食品, 饲料
24 tobacco, e-cigarettes | 烟草, 电子烟
25 salt, stone, cement | 盐, 石料, 水泥
26 ores | 矿砂
27 fuels, oil | 燃料, 石油
28 chemicals, inorganic chemicals | 化学品, 无机化工
29 chemicals, organic chemicals | 化学品, 有机化工
30 medicines, pharmaceuticals | 药品, 医药
31 fertilisers | 肥料, 化肥
32 paint, dyes, ink | 涂料, 染料, 油墨
33 cosmetics, perfume, skin care | 化妆品, 香水, 护肤品
3304 cosmetics, make-up, skin care | 化妆品, 彩妆, 护肤品
34 soap, detergents, candles | 肥皂, 洗涤剂, 蜡烛
3406 candles | 蜡烛
35 glue, adhesives | 胶水, 胶粘剂
36 fireworks, matches | 烟花, 火柴
37 photographic goods | 感光材料
38 chemicals, disinfectants, pesticides | 化学品, 消毒剂, 农药
39 plastics, plastic products | 塑料, 塑料制品
3923 plastic packaging | 塑料包装
3924 plastic tableware, kitchenware | 塑料餐具, 厨房用品
3926 plastic products | 塑料制品
40 rubber, tyres | 橡胶, 轮胎
4011 tyres | 轮胎
41 leather, hides | 皮革, 生皮
42 bags, luggage, leather goods | 箱包, 皮具, 手袋
4202 bags, luggage, handbags | 箱包, 手袋, 行李箱
43 fur | 毛皮
44 wood, plywood, wooden products | 木材, 胶合板, 木制品
45 cork | 软木
46 basketwork, wickerwork | 编结品, 藤编
47 pulp | 纸浆
48 paper, packaging, cardboard | 纸, 纸制品, 纸箱
49 printed matter, books | 印刷品, 书
50 silk | 丝绸
51 wool | 羊毛
52 cotton | 棉, 棉布
53 linen, hemp | 麻, 亚麻
54 synthetic fabric, filament | 化纤长丝, 面料
55 synthetic fibre | 化纤短纤
56 nonwovens, rope | 无纺布, 绳
57 carpets | 地毯
58 lace, embroidery | 花边, 刺绣
59 coated fabric | 涂层织物
60 knitted fabric | 针织面料
61 knitwear, clothing, T-shirts, textiles | 针织服装, 服装, 纺织品
6109 T-shirts, clothing | T恤, 服装
62 garments, clothing, textiles | 服装, 梭织服装, 纺织品
63 home textiles, bedding, towels | 家纺, 床上用品, 毛巾, 纺织品
6302 bed linen, towels, home textiles | 床上用品, 毛巾, 家纺
6307 masks, textile articles | 口罩, 纺织品
64 footwear, shoes | 鞋, 鞋类
65 hats, headgear | 帽子
6506 helmets | 头盔
66 umbrellas | 雨伞
67 artificial flowers, wigs | 人造花, 假发
6702 artificial flowers | 人造花
6704 wigs | 假发
68 stone, cement products | 石材, 水泥制品
69 ceramics, tiles, porcelain | 陶瓷, 瓷砖, 瓷器
6911 porcelain tableware | 瓷餐具, 日用瓷
70 glass, glassware | 玻璃, 玻璃制品
7013 glassware | 玻璃器皿
71 jewellery, pearls, precious metals | 珠宝, 首饰
7117 imitation jewellery | 仿首饰, 饰品
72 steel, iron | 钢铁
73 steel products, fasteners, screws | 钢铁制品, 紧固件, 螺丝
7318 fasteners, screws, bolts | 紧固件, 螺丝, 螺栓
7323 kitchenware, steel tableware | 厨具, 不锈钢餐具
74 copper | 铜
75 nickel | 镍
76 aluminium | 铝, 铝制品
78 lead | 铅
79 zinc | 锌
80 tin | 锡
81 base metals | 贱金属
82 tools, knives, cutlery, hardware | 工具, 刀具, 五金
83 hardware, locks, fittings | 五金, 锁具, 配件
84 machinery, machines, equipment | 机械, 机器, 设备
8413 pumps | 泵, 水泵
8414 fans, compressors | 风扇, 压缩机
8415 air conditioners | 空调
8418 refrigerators | 冰箱, 冷柜
8421 filters, water purifiers | 过滤器, 净水器
8422 packaging machines, dishwashers | 包装机, 洗碗机
8443 printers | 打印机
8450 washing machines | 洗衣机
8467 power tools | 电动工具
8471 computers, laptops | 电脑, 笔记本电脑
8473 computer accessories | 电脑配件
8477 plastics machinery | 塑料机械, 注塑机
8479 robots, machines | 机器人, 机械
8481 taps, valves | 阀门, 水龙头
8483 gears, bearings | 齿轮, 传动
85 electrical products, electronics, appliances | 电器, 电子产品, 家电
8501 motors | 电机, 马达
8504 chargers, power supplies, power banks, transformers | 充电器, 电源, 变压器
8506 batteries | 电池
8507 batteries, lithium batteries, power banks | 锂电池, 蓄电池, 充电宝
8508 vacuum cleaners | 吸尘器
8509 kitchen appliances, blenders | 厨房电器, 搅拌机
8510 shavers | 剃须刀
8513 torches, flashlights | 手电筒
8516 heaters, kettles, hair dryers, rice cookers, electrical appliances | 电热水壶, 电吹风, 电饭煲, 小家电
8517 phones, mobile phones, routers, radio equipment | 手机, 路由器, 无线设备, 通信设备
8518 headphones, speakers | 耳机, 音箱
8519 sound players | 播放器
8523 memory cards, USB sticks | 存储卡, U盘
8525 cameras | 摄像头, 相机
8526 remote controls, radar | 遥控器, 导航
8528 televisions, monitors | 电视, 显示器
8531 alarms | 报警器
8536 plugs, sockets, switches | 插头, 插座, 开关
8539 lamps, LED bulbs, lighting | 灯泡, LED灯, 照明
8541 solar panels, semiconductors | 太阳能电池, 光伏, 半导体
8542 chips | 芯片, 集成电路
8543 electronic cigarettes, electrical machines | 电子烟, 电气设备
8544 cables, wires | 电线, 电缆
86 railway equipment | 铁路设备
87 vehicles, car parts, bicycles | 车辆, 汽车配件, 自行车
8703 cars, electric vehicles | 汽车, 电动汽车
8708 car parts, auto parts | 汽车配件, 汽配
8711 motorcycles, electric scooters, e-bikes | 摩托车, 电动车, 电动滑板车
8712 bicycles | 自行车
8714 bicycle parts | 自行车配件
8715 baby carriages, strollers | 婴儿车
88 aircraft, drones | 航空器, 无人机
8806 drones | 无人机
89 ships, boats | 船舶
90 instruments, medical devices, optical | 仪器, 医疗器械, 光学
9004 spectacles, sunglasses | 眼镜, 太阳镜
9018 medical devices | 医疗器械
9019 massage devices | 按摩器
91 watches, clocks | 钟表
92 musical instruments | 乐器
93 arms | 武器
94 furniture, lamps, lighting, mattresses | 家具, 灯具, 床垫
9401 chairs, seats, sofas, furniture | 椅子, 沙发, 家具
9403 furniture, tables, wooden furniture | 家具, 木家具, 办公家具
9404 mattresses, bedding | 床垫, 寝具
9405 lamps, lighting, luminaires | 灯具, 照明
9406 prefabricated buildings | 活动房, 装配式建筑
95 toys, games, sports goods | 玩具, 游戏, 体育用品
9503 toys, dolls, puzzles, tricycles | 玩具, 积木, 拼图, 童车
9504 games, game consoles, playing cards | 游戏机, 桌游
9505 Christmas decorations, festive goods | 圣诞用品, 节庆用品
9506 sports goods, fitness equipment | 体育用品, 健身器材
9507 fishing gear | 渔具
96 pens, brushes, lighters, vacuum flasks | 笔, 刷子, 打火机, 保温杯
9603 brushes | 刷子, 牙刷
9608 pens | 笔, 文具
9613 lighters | 打火机
9617 vacuum flasks | 保温杯
9619 nappies, sanitary towels | 纸尿裤, 卫生巾
97 art, antiques | 艺术品, 古董
`;

export type Goods = { en: string[]; zh: string[] };

const split = (list: string) => list.split(",").map((word) => word.trim());

/** HS chapter or heading → what its goods are called. */
export const goods: ReadonlyMap<string, Goods> = new Map(
  lists
    .trim()
    .split("\n")
    .map((line) => {
      const [, code = "", en = "", zh = ""] = /^(\d+) (.+) \| (.+)$/.exec(line) ?? [];
      return [code, { en: split(en), zh: split(zh) }];
    }),
);

/** The words for a code of two or more digits: those of its heading, else of its chapter. */
export function goodsOf(hs: string): Goods | undefined {
  return goods.get(hs.slice(0, 4)) ?? goods.get(hs.slice(0, 2));
}
