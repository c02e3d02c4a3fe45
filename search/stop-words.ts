/** Words that say nothing about what is looked for. Everything here is about exporting, so "export" is one too. */
export const stopWords = new Set(
  (
    "a about across after again all also am an and any anyone anything are around as at be been before being best " +
    "both but by can cannot could did do does doing don don't during each else etc every exactly export exporter " +
    "exporters exporting exports factory find for from further get gets getting give go goes going good got guide " +
    "had has have having he hello help her here hi his how i if in info information into is it its just know known " +
    "learn let like look looking made make making many may me mean means might more most much must my need needed " +
    "needs new no not now of off ok on once one only or other our out over own please possible really right same " +
    "say see sell selling seller shall she should show so some someone something sold still such t take tell than " +
    "thank thanks that the their them then there these they thing things this those through to too under until up " +
    "us use used using very want wants was way we were what when where which while who whom whose why will with " +
    "would yes you your s re ll ve d m china chinese small company business market country countries products " +
    "product goods item items work works"
  ).split(" "),
);

export const chineseStopWords = new Set(
  (
    "出口 出口到 卖到 卖 销售到 怎么 怎样 如何 什么 哪些 哪个 哪里 哪儿 多少 几个 为什么 为何 需要 需 必须 应该 应当 可以 能否 能不能 " +
    "是否 是不是 有没有 有哪些 有 没有 是 吗 呢 吧 啊 的 了 着 过 地 得 和 与 及 或 或者 以及 还是 在 到 去 往 向 对 对于 关于 从 由 " +
    "被 把 给 让 使 用 做 办 办理 搞 弄 要 想 想要 打算 准备 我 我们 你 你们 他 他们 她 它 自己 企业 公司 工厂 中国 国内 国外 海外 当地 " +
    "产品 商品 货物 一个 一下 一些 这 这个 那 那个 这些 那些 请问 谢谢 知道 了解 介绍 说明 情况 问题 方面 时候 时 里 上 下 中 内 外 前 后 " +
    "就 都 也 还 又 再 很 太 更 最 会 能 可 不 没 别 先 等 等等 之 其 该 每 各 某 另 来 进 出 入 国家 市场 国 站"
  ).split(" "),
);

/** Ordinary words that must not be taken for a misspelt word of the index. */
export const ordinaryWords = new Set(
  (
    "able accept access accessories account add adult advice age air alone amount animal answer app apparel apple " +
    "appliance appliances area arrive art article ask auto baby back bag bags ball bamboo base basic basket bath " +
    "bathroom battery beach beauty become bed bedding belt bike bikes bill bird black blanket board boat boats body " +
    "bolt bolts book books boots bottle bottles bowl box boxes boys brake brakes branch brass bread brick brush " +
    "build building bulb bulbs button buttons buy buyer buying cable cables cake calendar call camera cameras camp " +
    "camping candle candles candy canvas cap caps car card cards care carpet carpets cars cart case cases cash cat " +
    "catalog cell ceramic ceramics chain chains chair chairs change charge charger chargers charging cheap check " +
    "chemical chemicals child children choice choose city class clay clean cleaner cleaning client clients clock " +
    "clocks cloth clothes clothing coat coats coffee cold color colour comb common complete component components " +
    "computer computers concrete condition container containers cook cooker cooking cookware copper copy core corn " +
    "correct cost costs cotton cover covers craft crafts cream cup cups curtain curtains cushion customer customers " +
    "cut cycle daily damage date day days deal dealer dealing decor decoration decorations deliver design desk diaper " +
    "different dinner direct dish dishes dog doll dolls door doors doubt down dress dresses drill drink drinks drive " +
    "drone drones drug dry duck early earn earphones easy edge education eggs electric electrical electronic " +
    "electronics empty end engine enough equipment evening example expensive explain eye eyes fabric fabrics face " +
    "fail family fan fans farm fashion fast fat feed feet fence fiber fibre field file film filter final fine finish " +
    "fire firm firms first fish fit fitness flag flat floor flooring flower flowers food foods foot footwear forest " +
    "fork form frame frames free fresh friend front frozen fruit fruits fuel full furniture game games garden " +
    "gardening garlic garment garments gas gate gear girls glass glasses glove gloves glue gold golf good grade grain " +
    "grand grass great green ground group guitar guy hair hammer hand handbag handbags handicraft handicrafts handle " +
    "hang happen happy hard hardware hat hats head headphone headphones health hear heat heater heaters heating heavy " +
    "height helmet helmets herbs high hole home honey hook hope hose hot hour hours house household housewares human " +
    "hundred ice idea image important improve inch increase industrial inside iron issue jacket jackets jar jeans " +
    "jewellery jewelry job join juice keep kettle key keys kid kids kind kit kitchen kitchenware knife knit knives " +
    "lace ladder ladies lamp lamps land lantern laptop laptops large laser last late later laundry lead leading learn " +
    "leather led leg length lens less letter level licence life light lighter lighting lights limit line linen list " +
    "little living local lock locks long loss lot love low luggage lunch machine machinery machines magnet magnets " +
    "main maker makers male man manager manufacture manufacturer manufacturers manufacturing map mask masks mat " +
    "material materials mattress mattresses meal measure meat mechanical medical medicine men menu metal meter middle " +
    "milk mine mirror mirrors miss mobile mode model modern mold money month months motor motorcycle motorcycles " +
    "motors mould mouth move mug mugs mushroom mushrooms music nail nails name natural near necessary neck needle net " +
    "never news next nice night noise note notebook number nut nuts oak office oil old open order orders organic " +
    "outdoor oven owner pack package page pain paint paints pair pairs pan panel panels pants paper parent part parts " +
    "party past paste pay pen pencil pencils pens people pepper person pet pets phone phones photo picture piece pieces " +
    "pillow pillows pipe pipes place plan plant plants plastic plastics plate plates play plush plywood point pool poor " +
    "porcelain position post pot potato pots pottery pouch powder power present press pretty printer printers printing " +
    "private problem problems process processing produce program project proof proper protect public pull pump pumps " +
    "purchase pure purse push puzzle puzzles quick quickly quilt rack rain rate raw razor reach read ready real reason " +
    "receive red refrigerator regular rental repair replace reply rice ring rings risk road robot robots rock rod roll " +
    "roller roof room rope rubber rug rugs run safe salad salt sample samples sand sauce saw scale scarf scarves school " +
    "scooter scooters screen screw screws sea seal season seat seats second seed seeds semi send sensor sensors serve " +
    "set sets sewing shampoo shape share sheet sheets shelf shelves shell ship shirt shirts shoe shoes shop short shorts " +
    "shower side sign silicone silk silver simple single sink size skin skirt sleep slow small smart smoke snack snacks " +
    "soap sock socks sofa sofas soft solar solid solution song soon sound soup source space spare speak speaker " +
    "speakers special spices spoon sport sports spring square stainless stamp stand star start state station " +
    "stationery stay steel step stick still stock stone stones stop store story straw street strength string strong " +
    "student stuff style sugar suit suits summer sun sunglasses supplement supplements supplier suppliers supply " +
    "support sure surface sweater sweaters swim swimwear switch system table tablet tablets tableware tape task taste " +
    "tea teach team telephone tell temperature tent tents term textile textiles theme thermos thick thing think thread " +
    "tie tight tile tiles till timber time times tin tire tires tissue tomato tool tools tooth toothbrush top total " +
    "touch towel towels tower toy toys track tractor trade trader trading train tray trees tricycle truck trucks true " +
    "try tube turn type tyre tyres umbrella umbrellas uniform unit upper urgent utensil utensils vacuum valve valves " +
    "van vape vapes vase vases vegetable vegetables vehicle vehicles vendor video view visit wall wallet wallets war " +
    "warm wash washing watch watches water wax weak wear weather wedding week weeks weight wheel wheels white whole " +
    "wide wife wig wigs wild wind window windows wine winter wire wires woman women wood wooden wool word words world " +
    "worth wrap write wrong yard yarn year years yellow yoga young zinc zipper zippers zone"
  ).split(" "),
);
