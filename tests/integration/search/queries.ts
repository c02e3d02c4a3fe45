import type { Topic } from "#db/schema/topics.ts";

/**
 * What people might type, with the market (any of several) and the topic (any of several) that must stand among the
 * first three hits. A topic of null: the query names none.
 */
export type Expected = { q: string; lang: "en" | "zh"; market: string[] | null; topic: Topic[] | null };

const lines = (lang: "en" | "zh", text: string): Expected[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [q = "", market = "", topic = ""] = line.split("|").map((part) => part.trim());
      return {
        q,
        lang,
        market: market ? market.split(" ") : null,
        topic: topic ? (topic.split(" ") as Topic[]) : null,
      };
    });

/** Used while the engines were tuned. */
export const tuning: Expected[] = [
  ...lines(
    "en",
    `
    germany toys certification | DE | standards
    how do I get my toys certified for germany | DE | standards
    CE marking Germany | DE | standards
    packaging registration germany LUCID | DE | standards
    german customs documents | DE | import-procedures
    VAT germany | DE | tariffs-taxes
    trade fairs in germany for toys | DE | fairs
    german business etiquette | DE | culture
    US customs bond | US | import-procedures
    do I need an importer of record in the US | US | import-procedures
    us tariffs on chinese goods | US | tariffs-taxes
    section 301 tariffs america | US | tariffs-taxes
    FCC certification for bluetooth speakers | US | standards
    children's product certificate usa | US | standards
    selling on amazon in the united states | US | e-commerce
    de minimis usa | US | tariffs-taxes e-commerce
    los angeles port delivery time | US | logistics
    american holidays business meetings | US | culture
    payment terms with american buyers | US | pricing-payment
    japan return parcels tax | JP | tariffs-taxes e-commerce logistics
    PSE mark japan | JP | standards
    japan consumption tax | JP | tariffs-taxes
    japanese business cards | JP | culture
    how to find fairs in tokyo | JP | fairs
    amazon japan rakuten shop | JP | e-commerce
    shipping to osaka | JP | logistics
    uk vat number | GB | tariffs-taxes
    UKCA marking | GB | standards
    ukca or ce great britain | GB | standards
    uk prohibited words in buyer messages | GB | e-commerce
    felixstowe port | GB | logistics
    EORI number united kingdom | GB | import-procedures
    ramadan working hours dubai | AE | culture
    uae free zone duty | AE | tariffs-taxes
    emirates conformity ECAS | AE | standards
    customs clearance jebel ali | AE | logistics import-procedures
    dubai exhibition building materials | AE | fairs
    vietnam import documents | VN | import-procedures
    viet nam customs declaration | VN | import-procedures
    vietnam tet holiday | VN | culture
    Form E vietnam | VN | tariffs-taxes
    shopee lazada vietnam | VN | e-commerce
    getting paid by vietnamese customers | VN | pricing-payment
    france triman logo | FR | standards
    italy conai packaging label | IT | standards
    spain canary islands tax | ES | tariffs-taxes
    rotterdam warehouse netherlands | NL | logistics
    KC certification korea | KR | standards
    south korea customs | KR | import-procedures logistics
    BIS certification india | IN | standards
    india import duty | IN | tariffs-taxes
    halal certificate indonesia | ID | standards
    indonesia SNI | ID | standards
    malaysia SIRIM approval | MY | standards
    thailand TISI | TH | standards
    philippines ICC clearance | PH | standards
    singapore GST low value goods | SG | tariffs-taxes e-commerce
    australia RCM mark | AU | standards
    canada bilingual labels | CA | standards
    mexico NOM certificate | MX | standards
    brazil inmetro | BR | standards
    brazil import taxes | BR | tariffs-taxes
    chile free trade agreement with china | CL | tariffs-taxes
    russia EAC certificate | RU | standards
    russia sanctions risk | RU | risks
    kazakhstan customs union marking | KZ | standards import-procedures
    saudi arabia SABER | SA | standards
    turkey anti-dumping | TR | barriers tariffs-taxes
    egypt ACID number | EG | import-procedures
    south africa NRCS letter of authority | ZA | standards
    kenya PVoC | KE | standards
    nigeria SONCAP | NG | standards
    lagos port | NG | logistics
    germny toys | DE |
    tradmark registration in vietnm | VN | ip-contracts
    brasil tarifs | BR | tariffs-taxes
    indonisia halal | ID | standards
    phillipines payment | PH | pricing-payment
    cusoms clearance mexico | MX | import-procedures logistics
    what does saudi population look like | SA | snapshot
    chamber of commerce in kenya | KE | contacts
    eu responsible person | DE FR IT ES NL | standards
    gulf standards mark | AE SA | standards
    fairs in southeast asia | VN TH MY ID SG PH | fairs
    EU carbon border | DE FR IT ES NL | barriers
    `,
  ),
  ...lines(
    "zh",
    `
    德国 玩具 CE 认证 | DE | standards
    德国玩具认证 | DE | standards
    出口到越南要什么单证 | VN | import-procedures
    阿联酋 斋月 谈判 | AE | culture
    英国 站内信 违禁词 | GB | e-commerce
    美国小包免税取消了吗 | US | tariffs-taxes e-commerce
    美国关税加征 | US | tariffs-taxes
    美国FDA注册 | US | standards
    美国站封号 | US | e-commerce
    日本 进口商身份 ACP | JP | import-procedures
    日本PSE认证 | JP | standards
    日本消费税 | JP | tariffs-taxes
    日本名片礼仪 | JP | culture
    英国增值税 | GB | tariffs-taxes
    英代怎么办理 | GB | standards
    英国脱欧后清关 | GB | import-procedures logistics
    欧代 | DE FR IT ES NL | standards
    德国包装法注册 | DE | standards
    德国增值税 | DE | tariffs-taxes
    德国展会 | DE | fairs
    汉诺威工业展 | DE | fairs
    德国人付款习惯 | DE | pricing-payment culture
    越南海关清关流程 | VN | import-procedures logistics
    越南商务礼仪 | VN | culture
    越南Form E原产地证 | VN | tariffs-taxes
    迪拜展会 | AE | fairs
    阿联酋自由区关税 | AE | tariffs-taxes
    中东收款 | AE SA EG TR | pricing-payment
    法国EPR | FR | standards
    意大利海关 | IT | import-procedures logistics
    西班牙标签要求 | ES | standards
    荷兰海外仓 | NL | logistics e-commerce
    韩国KC认证 | KR | standards
    印度BIS认证 | IN | standards
    印度关税 | IN | tariffs-taxes
    印度尼西亚清真 | ID | standards
    印尼SNI | ID | standards
    马来西亚电商平台 | MY | e-commerce
    泰国清关 | TH | logistics import-procedures
    菲律宾货到付款 | PH | pricing-payment
    新加坡消费税 | SG | tariffs-taxes
    澳洲RCM认证 | AU | standards
    加拿大双语标签 | CA | standards
    墨西哥NOM | MX | standards
    巴西清关税费 | BR | tariffs-taxes logistics
    智利自贸协定 | CL | tariffs-taxes
    俄罗斯收款 | RU | pricing-payment
    俄罗斯EAC认证 | RU | standards
    哈萨克斯坦免签 | KZ | culture
    沙特SABER认证 | SA | standards
    土耳其港口 | TR | logistics
    埃及ACID | EG | import-procedures
    南非海关 | ZA | import-procedures logistics
    肯尼亚装运前检验 | KE | standards
    尼日利亚Form M | NG | import-procedures
    欧盟碳关税 | DE FR IT ES NL | barriers
    海湾G标志 | AE SA | standards
    独联体认证 | RU KZ | standards
    東盟原產地 | VN TH MY ID SG PH | tariffs-taxes
    美國商標註冊 | US | ip-contracts
    對美出口關稅 | US | tariffs-taxes
    US商标 | US | ip-contracts
    VAT 英国 注册 | GB | tariffs-taxes
    jp 认证 | JP | standards
    亚马逊德国站退货 | DE | e-commerce
    低值免税 澳大利亚 | AU | tariffs-taxes
    `,
  ),
  ...lines(
    "en",
    `
    德国 玩具 认证 | DE | standards
    美国关税 | US | tariffs-taxes
    日本 展会 | JP | fairs
    越南 清关 | VN | logistics import-procedures
    `,
  ),
  ...lines(
    "zh",
    `
    germany vat | DE | tariffs-taxes
    ramadan uae | AE | culture
    amazon us seller verification | US | e-commerce
    japan labelling | JP | standards
    `,
  ),
];

/** Written before the first result was seen and never tuned against; its figures are the ones to believe. */
export const heldOut: Expected[] = [
  ...lines(
    "en",
    `
    can i ship lithium batteries to the uk by air | GB | logistics standards
    who pays the duty when my parcel reaches a customer in france | FR | tariffs-taxes e-commerce
    warranty and returns law german consumers | DE | e-commerce ip-contracts
    my goods are stuck at customs in sao paulo | BR | import-procedures logistics
    what plug type and voltage is used in kenya | KE | standards
    is friday a working day in saudi | SA | culture
    best time of year to visit buyers in Hanoi | VN | culture fairs
    30% deposit 70% before shipment US buyers | US | pricing-payment
    letter of credit confirmation nigeria bank | NG | pricing-payment
    gift show tokyo booth | JP | fairs
    hannover fair visa invitation | DE | fairs culture
    who can test my electric kettle for korea | KR | standards
    do cosmetics need registration in dubai | AE | standards
    wooden furniture fumigation australia | AU | logistics standards import-procedures
    food import licence canada | CA | import-procedures standards
    what language must the label be in for mexico | MX | standards
    how long does sea freight to rotterdam take | NL | logistics
    sales tax amazon collects california | US | tariffs-taxes e-commerce
    haggling with egyptian customers | EG | culture
    tik tok shop jakarta | ID | e-commerce
    exchange control south africa | ZA | pricing-payment
    turkish buyers want open account | TR | pricing-payment
    who are the big online retailers in chile | CL | e-commerce
    import quota textile india restrictions | IN | barriers import-procedures
    register a trademark in thailand | TH | ip-contracts
    set up a company in singapore | SG | establishment
    government tenders philippines | PH | procurement
    find a distributor in spain | ES | channels
    italian leather label composition | IT | standards
    secondary sanctions moscow banks | RU | risks pricing-payment
    almaty railway terminal | KZ | logistics
    gdp of malaysia | MY | snapshot
    Vietnm import lisence | VN | import-procedures
    certificate of orgin Chile | CL | tariffs-taxes
    usa toy safty test | US | standards
    United Kingdom ecommerce parcels under 135 pounds | GB | e-commerce tariffs-taxes
    chinese embassy commercial office nairobi | KE | contacts
    `,
  ),
  ...lines(
    "zh",
    `
    东京礼品展什么时候 | JP | fairs
    给日本客户发样品要交税吗 | JP | tariffs-taxes
    美国客户拖欠货款怎么办 | US | pricing-payment
    寄到英国的包裹135英镑 | GB | tariffs-taxes e-commerce
    英国插头标准 | GB | standards
    河内开公司 | VN | establishment
    胡志明市港口费用 | VN | logistics
    迪拜人周五上班吗 | AE | culture
    沙特女客户见面注意什么 | SA | culture
    德国客户要求LFGB报告 | DE | standards
    法兰克福消费品展 | DE | fairs
    德国仓退货翻新 | DE | e-commerce logistics
    产品责任人 法国 | FR | standards
    出口意大利食品接触材料 | IT | standards
    鹿特丹港清关代理 | NL | logistics import-procedures
    马德里找经销商 | ES | channels
    韩国个人通关号 | KR | import-procedures e-commerce
    印度进口限制清单 | IN | barriers import-procedures
    雅加达物流时效 | ID | logistics
    马来西亚收不收关税 | MY | tariffs-taxes
    曼谷美容展 | TH | fairs
    马尼拉海关扣货 | PH | import-procedures logistics
    澳大利亚木质包装 | AU | logistics import-procedures standards
    加拿大付款方式 | CA | pricing-payment
    墨西哥提高关税 | MX | tariffs-taxes
    巴西人用什么支付 | BR | pricing-payment
    智利主要港口 | CL | logistics
    俄罗斯卢布结算 | RU | pricing-payment
    哈萨克斯坦海关编码赋码 | KZ | import-procedures standards tariffs-taxes
    伊斯坦布尔电商平台有哪些 | TR | e-commerce
    开罗进口商登记 | EG | import-procedures
    南非零关税 | ZA | tariffs-taxes
    内罗毕符合性证书 | KE | standards
    拉各斯展览 | NG | fairs
    tax refund 越南 | VN | tariffs-taxes
    UK 合规标志 | GB | standards
    FCC ID 怎么查 | US | standards
    新加坡人口多少 | SG | snapshot
    `,
  ),
];

/** A second set from another day's questions, also written before its first result was seen. */
export const heldOutLater: Expected[] = [
  ...lines(
    "en",
    `
    my container is sitting at the port of hamburg and they ask for papers | DE | import-procedures logistics
    amazon.de suspended listing missing wee number | DE | standards e-commerce
    how to greet a korean CEO | KR | culture
    do germans expect invoices in euro | DE | pricing-payment
    can buyers in mexico return goods free | MX | e-commerce
    which ports serve kazakhstan | KZ | logistics
    christmas lights fire safety britain | GB | standards
    baby bottle rules usa | US | standards
    steel duty canada | CA | tariffs-taxes
    electric scooter import japan | JP | standards import-procedures
    is temu popular in italy | IT | e-commerce
    cheapest way to send samples to nigeria | NG | logistics
    thai fda license food | TH | standards import-procedures
    lunar new year shutdown vietnam suppliers | VN | culture
    expo for furniture in malaysia | MY | fairs
    how big is the brazilian economy | BR | snapshot
    who checks my seller identity in the united states | US | e-commerce
    egypt cargo pre registration | EG | import-procedures
    wholesale market dubai dragon mart | AE | e-commerce channels
    can I use cash on delivery riyadh | SA | pricing-payment
    registered office address needed in netherlands | NL | establishment
    counterfeit complaint france customs seizure | FR | ip-contracts import-procedures
    hs code lookup australia | AU | tariffs-taxes
    bidding for hospital equipment in saudi | SA | procurement
    product liability claim america lawyer | US | ip-contracts contacts
    what to wear to a meeting in jakarta | ID | culture
    is tiktok allowed in india | IN | e-commerce
    clearing agent durban fees | ZA | logistics import-procedures
    toy fair nuremburg 2027 | DE | fairs
    warehouse near los angeles for amazon sellers | US | logistics e-commerce
    ce certificate for led lamps spain | ES | standards
    halal kitchenware uae | AE | standards
    import prohibited list nigeria furniture | NG | barriers
    uk safety rules for e-bike batteries | GB | standards
    moving money out of egypt | EG | pricing-payment
    russian language instruction manual | RU | standards
    customs delay istanbul textile | TR | import-procedures logistics
    santiago trade show mining | CL | fairs
    `,
  ),
  ...lines(
    "zh",
    `
    德国买家迟迟不付尾款 | DE | pricing-payment
    寄样品去韩国要不要报关 | KR | import-procedures logistics
    美国客人要求CPC证书 | US | standards
    沃尔玛美国站开店条件 | US | e-commerce
    越南工厂招工难吗 | VN | establishment
    日本展会摊位多少钱 | JP | fairs
    英国客户邮件怎么称呼 | GB | culture
    迪拜穿衣注意事项 | AE | culture
    沙特SFDA化妆品 | SA | standards
    墨西哥快递包裹税率 | MX | e-commerce tariffs-taxes
    泰国能不能用支付宝 | TH | pricing-payment
    印尼低价商品禁售 | ID | e-commerce barriers
    法国消费者投诉 | FR | e-commerce
    意大利家具展 | IT | fairs
    俄罗斯诚实标签怎么打码 | RU | standards
    巴西CPF收件人 | BR | e-commerce import-procedures
    智利锂矿合作机会 | CL | opportunity
    土耳其里拉贬值怎么收钱 | TR | pricing-payment risks
    加拿大税号BN怎么申请 | CA | import-procedures tariffs-taxes
    澳大利亚检疫 | AU | import-procedures logistics
    荷兰VAT递延 | NL | tariffs-taxes
    西班牙语说明书 | ES | standards
    印度客户砍价 | IN | culture
    尼日利亚诈骗客户 | NG | risks
    肯尼亚进口要交哪些税 | KE | tariffs-taxes
    南非客户信用调查 | ZA | pricing-payment risks
    马来西亚华人商会 | MY | contacts
    菲律宾清关代理靠谱吗 | PH | logistics import-procedures contacts
    新加坡转口贸易 | SG | logistics tariffs-taxes import-procedures
    哈萨克斯坦陆运口岸拥堵 | KZ | logistics
    欧盟玩具新规 | DE FR IT ES NL | standards
    出口美国的木托盘要熏蒸吗 | US | logistics
    给德国客户送什么礼物 | DE | culture
    怎样注册美国商标防抢注 | US | ip-contracts
    阿联酋公司怎么注册 | AE | establishment
    日本电器插头电压 | JP | standards
    对俄制裁 银行退汇 | RU | risks pricing-payment
    tiktok英国小店罚款 | GB | e-commerce
    海湾六国关税统一吗 | AE SA | tariffs-taxes
    东南亚网红带货 | VN TH MY ID SG PH | e-commerce
    `,
  ),
];
