/**
 * What people call a market beside the names and aliases in its record: adjectives, cities, pinyin and common
 * short forms. Matched as whole words (Latin, any case) or as text (Chinese), the longest first. The record's own
 * names, ISO alpha-3 code, ports and fair cities are added from the database.
 */
export const placeNames: Record<string, string> = {
  US: "american, americans, usa, u.s., u.s, u.s.a., the states, stateside, united states, new york, nyc, los angeles, california, texas, florida, chicago, new jersey, new mexico, new york city, seattle, houston, las vegas, san francisco, miami, meiguo, 美利坚, 美国人, 美国站, 美区, 纽约, 洛杉矶, 加州, 加利福尼亚, 德克萨斯, 得州, 芝加哥, 拉斯维加斯, 旧金山, 西雅图, 休斯敦, 迈阿密, 北美站, 美东, 美西, 美线",
  DE: "german, germans, berlin, munich, frankfurt, hamburg, cologne, dusseldorf, düsseldorf, nuremberg, nürnberg, hanover, hannover, leipzig, stuttgart, deguo, 德国人, 德国站, 柏林, 慕尼黑, 法兰克福, 汉堡港, 汉堡, 科隆, 杜塞尔多夫, 纽伦堡, 汉诺威, 莱比锡, 斯图加特",
  JP: "japanese, tokyo, osaka, yokohama, nagoya, kobe, kyoto, riben, 日本人, 日本站, 日站, 东京, 大阪, 横滨, 名古屋, 神户, 东瀛",
  GB: "uk, u.k., u.k, british, britain, brits, english market, united kingdom, scotland, scottish, wales, northern ireland, london, manchester, birmingham uk, felixstowe, yingguo, 英国人, 英国站, 联合王国, 苏格兰, 威尔士, 北爱尔兰, 伦敦, 曼彻斯特, 伯明翰, 脱欧",
  AE: "uae, u.a.e., emirati, emiratis, emirates, united arab emirates, abu dhabi, sharjah, jebel ali, alianqiu, dibai, 阿拉伯联合酋长国, 阿布扎比, 阿布达比, 沙迦, 杰贝阿里, 杜拜",
  VN: "vietnamese, viet nam, hanoi, ha noi, ho chi minh, hcmc, saigon, haiphong, hai phong, da nang, yuenan, 越南人, 河内, 胡志明, 西贡, 海防, 岘港",
  FR: "french, paris, lyon, marseille, le havre, faguo, 法国人, 法国站, 巴黎, 里昂, 马赛, 勒阿弗尔",
  IT: "italian, italians, milan, milano, rome, bologna, genoa, verona, yidali, 意国, 意大利人, 意大利站, 米兰, 罗马, 博洛尼亚, 热那亚",
  ES: "spanish, spaniards, spanish market, madrid, barcelona, valencia, canary islands, xibanya, 西班牙人, 西班牙站, 马德里, 巴塞罗那, 瓦伦西亚, 加那利",
  NL: "dutch, holland, netherland, rotterdam, amsterdam, helan, 荷兰人, 鹿特丹, 阿姆斯特丹",
  KR: "korean, koreans, south korea, south korean, s korea, s. korea, republic of korea, seoul, busan, incheon, hanguo, 韩国人, 南韩, 大韩, 首尔, 釜山, 仁川",
  IN: "indian, indians, mumbai, delhi, new delhi, bangalore, bengaluru, chennai, kolkata, nhava sheva, yindu, 印度人, 孟买, 德里, 新德里, 班加罗尔, 金奈, 那瓦西瓦",
  ID: "indonesian, indonesians, jakarta, surabaya, bali, tanjung priok, yinni, 印尼人, 印度尼西亚, 雅加达, 泗水, 巴厘岛",
  MY: "malaysian, malaysians, malay, kuala lumpur, penang, port klang, johor, malaixiya, 马来, 马来西亚人, 吉隆坡, 槟城, 巴生, 柔佛",
  TH: "thai, thais, bangkok, laem chabang, taiguo, 泰国人, 曼谷, 林查班, 清迈",
  PH: "filipino, filipinos, philippine, philipines, phillipines, phillippines, manila, cebu, feilvbin, 菲国, 菲律宾人, 马尼拉, 宿务",
  SG: "singaporean, singaporeans, singapura, xinjiapo, 新国, 新加坡人",
  AU: "australian, australians, aussies, oz market, sydney, melbourne, brisbane, perth, new south wales, nsw, queensland, aodaliya, aozhou, 澳大利亚人, 澳国, 悉尼, 墨尔本, 布里斯班, 珀斯",
  CA: "canadian, canadians, toronto, vancouver, montreal, quebec, ontario, british columbia, jianada, 加拿大人, 加拿大站, 多伦多, 温哥华, 蒙特利尔, 魁北克",
  MX: "mexican, mexicans, mexico city, guadalajara, monterrey, manzanillo, moxige, 墨国, 墨西哥人, 墨西哥站, 墨西哥城, 曼萨尼约, 蒙特雷",
  BR: "brazilian, brazilians, brasil, brasilian, sao paulo, são paulo, rio de janeiro, santos, baxi, 巴西人, 圣保罗, 里约, 桑托斯",
  CL: "chilean, chileans, santiago, valparaiso, san antonio chile, zhili, 智利人, 圣地亚哥, 瓦尔帕莱索, 伊基克",
  RU: "russian, russians, moscow, st petersburg, saint petersburg, vladivostok, eluosi, 俄国, 俄罗斯人, 对俄, 莫斯科, 圣彼得堡, 海参崴, 符拉迪沃斯托克",
  KZ: "kazakh, kazakhs, kazakhstani, kazakstan, almaty, astana, khorgos, hasakesitan, 哈萨克, 哈国, 阿拉木图, 阿斯塔纳, 霍尔果斯",
  SA: "ksa, k.s.a., saudis, saudi arabian, saudi, riyadh, jeddah, dammam, shate, 沙国, 沙特人, 利雅得, 吉达, 达曼",
  TR: "turkish, turks, türkiye, turkiye, istanbul, izmir, ankara, mersin, tuerqi, 土国, 土耳其人, 伊斯坦布尔, 伊兹密尔, 安卡拉, 梅尔辛",
  EG: "egyptian, egyptians, cairo, alexandria, port said, aiji, 埃及人, 开罗, 亚历山大港, 塞得港",
  ZA: "south african, south africans, rsa, johannesburg, cape town, durban, nanfei, 南非人, 约翰内斯堡, 开普敦, 德班",
  KE: "kenyan, kenyans, nairobi, mombasa, kenniya, 肯尼亚人, 内罗毕, 蒙巴萨",
  NG: "nigerian, nigerians, lagos, abuja, apapa, niriliya, 尼日利亚人, 拉各斯, 阿布贾, 阿帕帕",
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
  "north korea, dprk, north korean, niger, guinea, equatorial guinea, papua new guinea, indian ocean, west indies, british virgin islands, bvi, american samoa, new england journal, dutch auction, french fries, turkish delight, turkey meat, turkey breast, brazil nuts, brazil nut, spanish flu, russian doll, german shepherd, chinese, made in china, central america, ireland, republic of ireland, 北朝鲜, 尼日尔, 印度洋, 中东欧, 中欧班列, 美元, 日元, 欧元, 英镑, 韩元, 澳元, 加元, 美金, 英语, 德语, 法语, 日语, 韩语, 美容, 美妆, 美甲, 日用, 日常, 日期, 法规, 法律, 俄语, 印章, 印刷, 印花, 墨水, 泰迪, 意见, 意外, 法定, 韩式, 日式, 西装, 荷载, 英寸, 美术, 美工, 美食, 德性";

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
  ["AE SA", "halal gulf, g mark, g-mark"],
];
