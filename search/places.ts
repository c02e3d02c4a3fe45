/**
 * What people call a market beside the names and aliases in its record: adjectives, cities, pinyin and common
 * short forms. Matched as whole words (Latin, any case) or as text (Chinese), the longest first. The record's own
 * names, ISO alpha-3 code, ports and fair cities are added from the database.
 */
export const placeNames: Record<string, string> = {
  US: "american, americans, usa, u.s., u.s, u.s.a., the states, stateside, united states, new york, nyc, los angeles, california, texas, florida, chicago, new jersey, new mexico, new york city, seattle, houston, las vegas, san francisco, miami, meiguo, 美利坚, 美国人, 美国站, 美区, 纽约, 洛杉矶, 加州, 加利福尼亚, 德克萨斯, 得州, 芝加哥, 拉斯维加斯, 旧金山, 西雅图, 休斯敦, 迈阿密, 北美站, 美东, 美西, 美线, america, long beach, savannah, philadelphia, dallas, boston, detroit, phoenix, denver, portland, minneapolis, orlando, austin, washington dc, silicon valley, 老美, 美帝, 山姆大叔, 洛杉矶港, 长滩, 圣弗朗西斯科, 硅谷, 费城, 达拉斯, 波士顿, 底特律, 丹佛, 波特兰, 奥兰多, 亚特兰大, 华盛顿, 佛罗里达, 新泽西, 夏威夷",
  DE: "german, germans, berlin, munich, frankfurt, hamburg, cologne, dusseldorf, düsseldorf, nuremberg, nürnberg, hanover, hannover, leipzig, stuttgart, deguo, 德国人, 德国站, 柏林, 慕尼黑, 法兰克福, 汉堡港, 汉堡, 科隆, 杜塞尔多夫, 纽伦堡, 汉诺威, 莱比锡, 斯图加特, deutschland, bremen, bremerhaven, duisburg, essen, dortmund, dresden, bavaria, bayern, mannheim, bonn, 德意志, 不来梅, 杜伊斯堡, 埃森, 多特蒙德, 德累斯顿, 巴伐利亚, 波恩, 曼海姆",
  JP: "japanese, tokyo, osaka, yokohama, nagoya, kobe, kyoto, riben, 日本人, 日本站, 日站, 东京, 大阪, 横滨, 名古屋, 神户, 东瀛, fukuoka, sapporo, saitama, chiba, hiroshima, sendai, okinawa, kansai, kanto, 霓虹国, 福冈, 札幌, 千叶, 埼玉, 广岛, 仙台, 冲绳, 关西, 关东, 北海道, 大板",
  GB: "uk, u.k., u.k, british, britain, brits, english market, united kingdom, scotland, scottish, wales, northern ireland, london, manchester, birmingham uk, felixstowe, yingguo, 英国人, 英国站, 联合王国, 苏格兰, 威尔士, 北爱尔兰, 伦敦, 曼彻斯特, 伯明翰, 脱欧, england, liverpool, leeds, glasgow, edinburgh, bristol, southampton, cardiff, belfast, sheffield, nottingham, 英伦, 大不列颠, 英格兰, 利物浦, 利兹, 格拉斯哥, 爱丁堡, 布里斯托, 南安普顿, 贝尔法斯特, 费利克斯托",
  AE: "uae, u.a.e., emirati, emiratis, emirates, united arab emirates, abu dhabi, sharjah, jebel ali, alianqiu, dibai, 阿拉伯联合酋长国, 阿布扎比, 阿布达比, 沙迦, 杰贝阿里, 杜拜, ajman, ras al khaimah, fujairah, al ain, jafza, 酋长国, 拉斯海马, 阿治曼, 富查伊拉, 龙城",
  VN: "vietnamese, viet nam, hanoi, ha noi, ho chi minh, hcmc, saigon, haiphong, hai phong, da nang, yuenan, 越南人, 河内, 胡志明, 西贡, 海防, 岘港, binh duong, bac ninh, can tho, hue, nha trang, dong nai, mong cai, lang son, 平阳, 北宁, 同奈, 芒街, 谅山, 芹苴, 海防港, 胡志明市",
  FR: "french, paris, lyon, marseille, le havre, faguo, 法国人, 法国站, 巴黎, 里昂, 马赛, 勒阿弗尔, lille, bordeaux, toulouse, nice france, nantes, strasbourg, montpellier, 法兰西, 里尔, 波尔多, 图卢兹, 尼斯, 南特, 斯特拉斯堡, 勒阿弗尔港",
  IT: "italian, italians, milan, milano, rome, bologna, genoa, verona, yidali, 意国, 意大利人, 意大利站, 米兰, 罗马, 博洛尼亚, 热那亚, italia, turin, torino, naples, napoli, florence, firenze, venice, venezia, trieste, prato, rimini, padua, sicily, 都灵, 那不勒斯, 佛罗伦萨, 威尼斯, 的里雅斯特, 普拉托, 里米尼, 西西里, 意呆利",
  ES: "spanish, spaniards, spanish market, madrid, barcelona, valencia, canary islands, xibanya, 西班牙人, 西班牙站, 马德里, 巴塞罗那, 瓦伦西亚, 加那利, españa, espana, seville, sevilla, bilbao, malaga, zaragoza, alicante, algeciras, 塞维利亚, 毕尔巴鄂, 马拉加, 萨拉戈萨, 阿利坎特, 阿尔赫西拉斯",
  NL: "dutch, holland, netherland, rotterdam, amsterdam, helan, 荷兰人, 鹿特丹, 阿姆斯特丹, the hague, utrecht, eindhoven, dutchman, venlo, 海牙, 乌得勒支, 埃因霍温, 尼德兰, 芬洛, 鹿特丹港",
  KR: "korean, koreans, south korea, south korean, s korea, s. korea, republic of korea, seoul, busan, incheon, hanguo, 韩国人, 南韩, 大韩, 首尔, 釜山, 仁川, daegu, daejeon, gwangju, ulsan, gyeonggi, jeju, pusan, 大邱, 大田, 光州, 蔚山, 京畿道, 济州, 高丽, 大韩民国",
  IN: "indian, indians, mumbai, delhi, new delhi, bangalore, bengaluru, chennai, kolkata, nhava sheva, yindu, 印度人, 孟买, 德里, 新德里, 班加罗尔, 金奈, 那瓦西瓦, bharat, hyderabad, pune, ahmedabad, surat, mundra, jaipur, gujarat, maharashtra, tamil nadu, calcutta, bombay, 海得拉巴, 浦那, 艾哈迈达巴德, 苏拉特, 古吉拉特, 班加罗尔邦, 加尔各答, 蒙德拉, 马哈拉施特拉",
  ID: "indonesian, indonesians, jakarta, surabaya, bali, tanjung priok, yinni, 印尼人, 印度尼西亚, 雅加达, 泗水, 巴厘岛, bandung, medan, semarang, batam, java, sumatra, makassar, 万隆, 棉兰, 三宝垄, 巴淡, 爪哇, 苏门答腊, 丹戎不碌, 千岛之国",
  MY: "malaysian, malaysians, malay, kuala lumpur, penang, port klang, johor, malaixiya, 马来, 马来西亚人, 吉隆坡, 槟城, 巴生, 柔佛, johor bahru, selangor, sabah, sarawak, malacca, melaka, ipoh, 大马, 新山, 雪兰莪, 沙巴, 砂拉越, 马六甲, 怡保, 巴生港",
  TH: "thai, thais, bangkok, laem chabang, taiguo, 泰国人, 曼谷, 林查班, 清迈, chiang mai, phuket, chonburi, rayong, pattaya, eec thailand, siam, 普吉, 春武里, 罗勇, 芭提雅, 暹罗, 东部经济走廊",
  PH: "filipino, filipinos, philippine, philipines, phillipines, phillippines, manila, cebu, feilvbin, 菲国, 菲律宾人, 马尼拉, 宿务, quezon, davao, makati, luzon, subic, clark philippines, pinoy, 奎松, 达沃, 马卡蒂, 吕宋, 苏比克",
  SG: "singaporean, singaporeans, singapura, xinjiapo, 新国, 新加坡人, lion city, changi, jurong, 狮城, 樟宜, 裕廊, 坡县, 星洲",
  AU: "australian, australians, aussies, oz market, sydney, melbourne, brisbane, perth, new south wales, nsw, queensland, aodaliya, aozhou, 澳大利亚人, 澳国, 悉尼, 墨尔本, 布里斯班, 珀斯, adelaide, canberra, gold coast, victoria australia, tasmania, darwin, fremantle, down under, 阿德莱德, 堪培拉, 黄金海岸, 塔斯马尼亚, 弗里曼特尔, 土澳, 袋鼠国",
  CA: "canadian, canadians, toronto, vancouver, montreal, quebec, ontario, british columbia, jianada, 加拿大人, 加拿大站, 多伦多, 温哥华, 蒙特利尔, 魁北克, ottawa, calgary, edmonton, winnipeg, halifax, mississauga, alberta, québec, bc canada, 渥太华, 卡尔加里, 埃德蒙顿, 温尼伯, 哈利法克斯, 密西沙加, 安大略, 枫叶国",
  MX: "mexican, mexicans, mexico city, guadalajara, monterrey, manzanillo, moxige, 墨国, 墨西哥人, 墨西哥站, 墨西哥城, 曼萨尼约, 蒙特雷, tijuana, puebla, veracruz, queretaro, leon mexico, cancun, lazaro cardenas, ciudad juarez, méxico, 蒂华纳, 普埃布拉, 韦拉克鲁斯, 克雷塔罗, 华雷斯城, 坎昆, 拉萨罗卡德纳斯, 瓜达拉哈拉",
  BR: "brazilian, brazilians, brasil, brasilian, sao paulo, são paulo, rio de janeiro, santos, baxi, 巴西人, 圣保罗, 里约, 桑托斯, brasilia, curitiba, porto alegre, belo horizonte, manaus, salvador brazil, recife, itajai, paranagua, 巴西利亚, 库里蒂巴, 阿雷格里港, 贝洛奥里藏特, 玛瑙斯, 累西腓, 里约热内卢, 伊塔雅伊",
  CL: "chilean, chileans, santiago, valparaiso, san antonio chile, zhili, 智利人, 圣地亚哥, 瓦尔帕莱索, 伊基克, concepcion chile, antofagasta, iquique, vina del mar, santiago de chile, 康塞普西翁, 安托法加斯塔, 圣安东尼奥",
  RU: "russian, russians, moscow, st petersburg, saint petersburg, vladivostok, eluosi, 俄国, 俄罗斯人, 对俄, 莫斯科, 圣彼得堡, 海参崴, 符拉迪沃斯托克, russian federation, novosibirsk, yekaterinburg, ekaterinburg, kazan, nizhny novgorod, rostov, krasnodar, siberia, novorossiysk, petersburg, 新西伯利亚, 叶卡捷琳堡, 喀山, 下诺夫哥罗德, 西伯利亚, 远东, 罗斯托夫, 克拉斯诺达尔, 新罗西斯克, 圣彼得堡港, 老毛子, 毛子, 战斗民族, 苏俄",
  KZ: "kazakh, kazakhs, kazakhstani, kazakstan, almaty, astana, khorgos, hasakesitan, 哈萨克, 哈国, 阿拉木图, 阿斯塔纳, 霍尔果斯, qazaqstan, shymkent, karaganda, aktau, aktobe, altynkol, dostyk, 奇姆肯特, 卡拉干达, 阿克套, 阿克托别, 多斯特克",
  SA: "ksa, k.s.a., saudis, saudi arabian, saudi, riyadh, jeddah, dammam, shate, 沙国, 沙特人, 利雅得, 吉达, 达曼, mecca, makkah, medina, khobar, al khobar, yanbu, neom, 麦加, 麦地那, 胡拜尔, 延布, 沙乌地, 沙特阿拉伯王国",
  TR: "turkish, turks, türkiye, turkiye, istanbul, izmir, ankara, mersin, tuerqi, 土国, 土耳其人, 伊斯坦布尔, 伊兹密尔, 安卡拉, 梅尔辛, antalya, bursa, gaziantep, konya, adana, ambarli, anatolia, 安塔利亚, 布尔萨, 加济安泰普, 科尼亚, 阿达纳, 突厥, 安纳托利亚",
  EG: "egyptian, egyptians, cairo, alexandria, port said, aiji, 埃及人, 开罗, 亚历山大港, 塞得港, giza, suez, ain sokhna, damietta, sokhna, 10th of ramadan, 吉萨, 苏伊士, 因苏哈那, 达米埃塔, 斋月十日城",
  ZA: "south african, south africans, rsa, johannesburg, cape town, durban, nanfei, 南非人, 约翰内斯堡, 开普敦, 德班, pretoria, port elizabeth, gqeberha, soweto, joburg, jozi, gauteng, bloemfontein, sandton, 比勒陀利亚, 伊丽莎白港, 约堡, 豪登, 索韦托, 桑顿",
  KE: "kenyan, kenyans, nairobi, mombasa, kenniya, 肯尼亚人, 内罗毕, 蒙巴萨, kisumu, nakuru, eldoret, naivasha, 基苏木, 纳库鲁, 埃尔多雷特, 蒙巴萨港",
  NG: "nigerian, nigerians, lagos, abuja, apapa, niriliya, 尼日利亚人, 拉各斯, 阿布贾, 阿帕帕, kano, ibadan, port harcourt, onitsha, aba nigeria, lekki, tin can island, naija, 卡诺, 伊巴丹, 哈科特港, 奥尼查, 莱基",
};

/**
 * Regions and blocks that people name instead of a market. A name with `+` in front takes in the members that the
 * database lists for that block.
 */
export const regionNames: [codes: string, names: string][] = [
  [
    "+EU",
    "eu, e.u., european union, europe, european, eurozone, eu countries, schengen, 欧盟, 欧洲, 欧盟国家, 欧盟站, 欧洲站, 欧元区, 歐盟",
  ],
  [
    "+GCC AE SA",
    "gcc, gulf, gulf states, gulf countries, gulf cooperation council, arabian gulf, 海湾, 海湾国家, 海湾六国, 海合会, 海湾地区",
  ],
  [
    "+EAEU RU KZ",
    "eaeu, eurasian economic union, eurasian union, eurasec, customs union eaeu, cis, cis countries, 独联体, 欧亚经济联盟, 欧亚联盟, 欧亚经济联盟国家, 关税同盟",
  ],
  [
    "VN TH MY ID SG PH",
    "asean, southeast asia, south east asia, south-east asia, sea region, 东盟, 东南亚, 东南亚国家, 东盟国家",
  ],
  [
    "AE SA EG TR",
    "middle east, middle eastern, mena, mideast, arab countries, arab market, arab world, 中东, 中东国家, 阿拉伯国家, 阿拉伯市场",
  ],
  ["ZA NG KE EG", "africa, african, 非洲, 非洲国家"],
  ["NG", "west africa, west african, 西非"],
  ["KE", "east africa, east african, eac countries, 东非"],
  ["BR MX CL", "latin america, latin american, latam, 拉美, 拉丁美洲, 拉美国家"],
  ["BR CL", "south america, south american, mercosur, 南美, 南美洲, 南美国家"],
  ["US CA MX", "north america, north american, usmca, nafta, 北美, 北美洲, 美加墨, 美墨加"],
  ["US CA", "美加"],
  ["+EU US", "欧美, 欧美国家, 欧美市场"],
  ["US", "中美"],
  ["DE", "中德"],
  ["JP", "中日"],
  ["KR", "中韩"],
  ["RU", "中俄"],
  ["VN", "中越"],
  ["GB", "中英"],
  ["FR", "中法"],
  ["AU", "中澳"],
  ["IN", "中印"],
  ["+EU", "中欧"],
  ["JP KR", "日韩"],
  ["SG MY", "新马"],
  ["SG MY TH", "新马泰"],
  ["KZ", "central asia, central asian, 中亚"],
  ["GB FR", "英法"],
  ["DE FR", "德法"],
  ["US GB", "英美"],
  ["AU", "oceania, 大洋洲"],
];

/** Names that contain a market's name and mean something else; they win by length and stand for nothing. */
export const notPlaces =
  "north korea, dprk, north korean, niger, guinea, equatorial guinea, papua new guinea, indian ocean, west indies, british virgin islands, bvi, american samoa, new england journal, dutch auction, french fries, turkish delight, turkey meat, turkey breast, brazil nuts, brazil nut, spanish flu, russian doll, german shepherd, chinese, made in china, 西班牙语, 葡萄牙语, 阿拉伯语, 土耳其语, 越南语, 荷兰语, 意大利语, 印尼语, 马来语, 哈萨克语, 巴西坚果, bali incense, java script, american express, germane, ham burger, hamburger, hamburgers, brussels sprouts, canada goose, swiss, victoria secret, 汉堡包, 大阪烧, 阿拉山口, 大板车, 远东宏信, 关东煮, 星洲炒米, central america, ireland, republic of ireland, 北朝鲜, 尼日尔, 印度洋, 中东欧, 中欧班列, 美元, 日元, 欧元, 英镑, 韩元, 澳元, 加元, 美金, 英语, 德语, 法语, 日语, 韩语, 美容, 美妆, 美甲, 日用, 日常, 日期, 法规, 法律, 俄语, 印章, 印刷, 印花, 墨水, 泰迪, 意见, 意外, 法定, 韩式, 日式, 西装, 荷载, 英寸, 美术, 美工, 美食, 德性";

/** One character stands for a market after these and before trade words: 对美出口, 输日食品, 赴德. */
export const oneCharacter: Record<string, string> = {
  美: "US",
  德: "DE",
  日: "JP",
  英: "GB",
  法: "FR",
  韩: "KR",
  俄: "RU",
  印: "IN",
  澳: "AU",
  墨: "MX",
  泰: "TH",
  越: "VN",
  加: "CA",
  欧: "+EU",
  沙: "SA",
  荷: "NL",
};

/** Words that point to a market or a block without naming it. */
export const hintNames: [codes: string, names: string][] = [
  [
    "+EU",
    "欧代, 欧盟代表, 欧盟授权代表, eu rep, eu representative, eu responsible person, ce mark, ce marking, ce标志, ce认证, 欧代责任人",
  ],
  ["GB", "英代, 英国代表, uk rep, uk responsible person"],
  ["US", "prop 65, 加州65, section 301, section 232, 美金收款"],
  ["VN TH MY ID SG PH", "form e"],
  ["RU KZ", "honest mark, 俄文标签, russian label*, eurasian conformity"],
  ["JP", "diamond mark, 菱形标, 菱形标志, japanese label*"],
  ["US", "美国海关, 301关税, uflpa, amazon.com"],
  ["GB", "brexit"],
  ["SA AE EG", "arabic label*, 阿拉伯文标签, 阿拉伯语标签"],
  ["CA", "bilingual label*, 双语标签, 英法双语"],
  ["AE SA", "halal gulf, g mark, g-mark"],
  // What the Emirates' standards authority was called before MoIAT.
  ["AE", "esma"],
  ["DE", "zoll"],
];
