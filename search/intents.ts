import type { Topic } from "#db/schema/topics.ts";

/**
 * Words by which people ask for a topic. `strong` words name it, `weak` ones only point to it. Latin entries are
 * whole words or phrases, `*` at the end lets the last word go on; Chinese ones are matched anywhere, the longest
 * first. A word may stand under several topics.
 */
export const intents: Record<Topic, { strong: string; weak?: string }> = {
  snapshot: {
    strong:
      "snapshot, key figures, population, gdp, gross domestic product, economy, economic data, market overview, country overview, overview, market profile, country profile, official language*, language spoken, languages spoken, what language*, currency of, which currency, internet users, internet penetration, imports from china, import volume, trade volume, member of wto, memberships, capital city, 人口, 国内生产总值, 经济概况, 经济数据, 市场概况, 国家概况, 市场速览, 关键数据, 国情, 概况, 总览, 官方语言, 说什么语言, 讲什么语言, 什么货币, 用什么货币, 互联网用户, 网民, 上网人数, 自中国进口, 从中国进口, 进口额, 贸易额, 市场规模, 经济规模",
    weak: "how big, market size, statistic*, income per capita, inflation, 多大, 统计, 人均, 通胀, 经济, 数据",
  },
  opportunity: {
    strong:
      "opportunit*, market potential, demand for, is it worth, worth entering, market fit, suitable market, growth potential, 机会, 商机, 潜力, 市场潜力, 前景, 需求, 适合, 适配, 值得做, 值得进入, 好不好做",
    weak: "demand, trend*, potential, consumer preference*, what sells, best selling, 趋势, 好卖, 畅销, 消费者偏好, 热销",
  },
  risks: {
    strong:
      "risk*, geopolitic*, political risk, sanction*, secondary sanctions, embargo*, war, instability, country risk, challenges, fraud, scam*, payment default, security situation, 风险, 地缘政治, 政治风险, 制裁, 次级制裁, 二级制裁, 战争, 局势, 不稳定, 诈骗, 骗局, 国别风险, 挑战, 赖账, 跑路",
    weak: "safe, unsafe, danger*, corruption, bribe*, 安全吗, 腐败, 靠谱吗, 被骗",
  },
  sectors: {
    strong:
      "leading sectors, key industries, industry sectors, main industries, top industries, sectors, pillar industr*, 重点行业, 支柱产业, 主要行业, 主要产业, 优势产业, 产业结构, 行业机会",
    weak: "industry, industries, sector, 行业, 产业",
  },
  entry: {
    strong:
      "entry strategy, market entry, enter the market, entering the market, how to enter, go to market, go-to-market, first steps, joint venture strategy, 进入策略, 市场进入, 进入市场, 如何进入, 怎么进入, 开拓市场, 打入, 打开市场, 切入, 第一步",
    weak: "strategy, break into, expand to, expand into, where to start, 策略, 开拓, 拓展, 出海, 怎么做, 布局",
  },
  "tariffs-taxes": {
    strong:
      "tariff*, duty, duties, import duty, customs duty, customs duties, import tax*, import duties, duty rate*, duty free, duty-free, tax, taxes, taxed, tax rate*, vat, v.a.t., value added tax, value-added tax, gst, iva, sst, sales tax, use tax, consumption tax, mwst, igic, icms, ipi, jct, excise, levy, levies, surtax*, section 301, section 232, ieepa, reciprocal tariff*, de minimis, low value exemption, low-value exemption, duty threshold, tax threshold, duty exemption, tax exemption, tax free, tax-free, exemption, threshold, rules of origin, rule of origin, origin rules, preferential origin, certificate of origin, certificates of origin, proof of origin, form e, form f, form a, form r, fta, free trade agreement*, free trade, trade agreement*, preferential rate*, preferential tariff*, rcep, acfta, chafta, cptpp, hs code*, tariff code*, customs tariff, tariff classification, mfn, anti-dumping, antidumping, countervailing, countervailing dut*, recycling fee, tax reform, free zone*, first sale, duty drawback, 关税, 税率, 税费, 税收, 税金, 税务, 税号, 交税, 缴税, 纳税, 报税, 要不要税, 收税, 征税, 进口税, 增值税, 消费税, 销售税, 附加税, 附加费, 商品税, 服务税, 低值免税, 小额免税, 免税额度, 免税额, 免税门槛, 免税, 起征点, 起征, 最低限额, 小额豁免, 豁免, 原产地, 原产地证, 原产地证书, 原产地规则, 产地证, 原产地累积, 自贸协定, 自贸区, 自由贸易协定, 自由贸易, 优惠税率, 最惠国, 零关税, 减税, 关税优惠, 协定税率, 海关编码, 商品编码, 税则, 税则号, 归类, 反倾销税, 反补贴税, 加征, 加征关税, 301, 232, 对等关税, 报废税, 退税, 完税价格, 自由区",
    weak: "vat number, vat registration, register for vat, origin, cost of import*, landed cost, how much do i pay, surcharge*, customs charges, charges, 增值税号, 税号注册, vat注册, 区域价值成分, 到岸成本, 进口成本, 税, 交多少钱, 费用",
  },
  "import-procedures": {
    strong:
      "import procedure*, import process, import document*, customs document*, shipping document*, documents, document, documentation, paperwork, papers, customs declaration*, import declaration*, customs entry, customs clearance, clear customs, clearing customs, clearance documents, customs, customs broker*, clearing agent*, customs bond*, bond, importer of record, ior, import licen*, import permit*, import approval*, import registration, importer registration, importer code, licence to import, license to import, permit*, import notification, prior notice, eori, ics2, isf, 10+2, ace, bill of entry, entry summary, advance cargo information, acid number, nafeza, form m, paar, form 4, radar, siscomex, fasah, tradenet, icegate, iec code, carm, single window, commercial invoice*, packing list*, bill of lading, b/l, customs valuation, import quota, pre-arrival, customs inspection, customs hold, detained, seized at customs, acp, consular legali*, legali?ation, 进口流程, 进口手续, 进口程序, 进口单证, 进口报关, 报关, 报关单, 报关单证, 报关资料, 报关行, 清关, 清关资料, 清关文件, 通关, 海关, 海关申报, 申报, 单证, 单据, 文件, 资料, 手续, 流程, 进口许可, 进口许可证, 许可证, 进口批文, 批文, 进口商资质, 进口商注册, 进口商登记, 进口商备案, 登记, 备案, 进口商身份, 名义进口商, 登记进口商, 进口代理, 单一窗口, 商业发票, 形式发票, 发票, 装箱单, 提单, 海关查验, 查验, 扣货, 扣关, 被扣, 海关保证金, 保证金, 预申报, 舱单, 进口申报, 领事认证, 使馆认证, 商会认证",
    weak: "importer, how to import, importing, invoice*, registration, procedure*, broker*, notif*, steps to import, 进口商, 进口, 怎么进口, 注册, 申请, 步骤, 办理, 要准备什么",
  },
  standards: {
    strong:
      "standard*, certif*, conformity, conformity assessment, compliance, compliant, testing, test report*, lab test*, lab, laboratory, tested, test, approval*, type approval, homologation, label*, labeling, labelling, marking*, mark, safety standard*, product safety, safety requirement*, product requirement*, technical regulation*, technical requirement*, technical file*, declaration of conformity, notified body, ce, ce mark*, ukca, ukni, fcc, fda, ul, etl, cpsc, cpc, cpsia, prop 65, proposition 65, energy star, pse, telec, giteki, psc, st mark, jas, kc, kcs, kc mark, bis, isi, crs, wpc, bee, ccc, 3c, rcm, saa, csa, ices, saso, saber, pcoc, scoc, sqm, iecee, cst, citc, gso, g-mark, g mark, gulf mark, ecas, eqm, tdra, montaji, eac, eac mark, gost, gost r, chestny znak, honest mark, sirim, mcmc, halal, tisi, tis, nbtc, sni, sdppi, bpom, imda, wels, ps mark, icc, ntc, nom, ift, cofepris, inmetro, anatel, anvisa, procel, subtel, tse, tareks, goeic, ntra, soncap, nafdac, mancap, pvoc, kebs, ism, nrcs, sabs, icasa, loa, cr mark, qcvn, gs mark, gs, tuv, tüv, lucid, weee, elektrog, epr, verpackg, packaging act, packaging register, packaging law, packaging, triman, reach, rohs, gpsr, pops, red directive, cyber resilience, psti, lfgb, food contact, food grade, en71, en 71, astm, astm f963, iso 9001, iso, en standard*, energy label*, ecodesign, eprel, responsible person, eu rep, eu representative, uk rep, uk representative, authorised rep*, authorized rep*, authorised representative*, authorized representative*, economic operator, choking hazard*, small parts, age warning*, ingredient list, nutrition label*, cosmetic notification, cpnp, scpn, flammab*, voltage, plug, plugs, plug type, socket, radio equipment, bluetooth, wifi module, wireless approval, toy safety, children's product*, recall*, producer responsibility, recycl*, battery regulation, un38.3, msds, warning label*, instruction manual, user manual*, instructions, care label*, fibre content, country of origin mark*, 标准, 认证, 认证标志, 检测, 检测报告, 检验, 测试, 送检, 试验, 标签, 标识, 标志, 合格, 合规, 符合性, 符合性声明, 技术文件, 技术法规, 技术要求, 公告机构, 型式认可, 型式认证, 准入, 市场准入, 产品准入, 强制认证, 强制性标准, 安全标准, 安全要求, 产品安全, 质量标准, 质检, 质量认证, 证书, 3c认证, ce认证, ce标志, 欧代, 英代, 欧盟代表, 英国代表, 授权代表, 欧盟授权代表, 责任人, 负责人, 包装法, 包装注册, 德国包装法, 电子电气, 电池法, 生产者责任, 生产者责任延伸, 回收, 环保, 有害物质, 能效, 能效标签, 能源之星, 食品接触, 食品级, 儿童产品, 玩具安全, 儿童玩具, 小零件, 警示语, 警告标志, 说明书, 使用说明, 中文说明, 成分表, 成分标签, 营养标签, 洗标, 水洗标, 阻燃, 电压, 插头, 插座, 技适, 无线认证, 入网, 清真, 清真认证, 诚实标志, 追溯码, 召回, 质保, 标准局, 食药, 药监, 化妆品备案, 加州65, 莱茵, 产品责任人",
    weak: "requirement*, new rules, new law*, regulation*, regulatory, rule*, safety, quality, allowed to sell, legal to sell, need to sell, 要求, 新规, 新法, 新标准, 法规, 规定, 规范, 安全, 质量, 能不能卖, 什么证",
  },
  barriers: {
    strong:
      "trade barrier*, barrier*, trade remed*, anti-dumping, antidumping, anti dumping, countervailing, safeguard*, export control*, dual-use, dual use, entity list, prohibited import*, import ban*, banned, ban, banned import*, import prohibition*, prohibited goods, restricted goods, restricted import*, restriction*, quota*, forced labor, forced labour, uflpa, xinjiang, xinjiang cotton, cbam, carbon border, carbon tax, carbon tariff, deforestation, eudr, local content, import restriction*, sanctions screening, blacklist*, 贸易壁垒, 壁垒, 贸易救济, 反倾销, 反补贴, 双反, 保障措施, 出口管制, 两用物项, 军民两用, 实体清单, 禁止进口, 进口禁令, 禁令, 禁止, 违禁, 违禁品, 禁运, 限制进口, 限制, 配额, 强迫劳动, 涉疆, 新疆棉, 维吾尔, 碳关税, 碳边境, 碳边境调节, 本地含量, 黑名单, 制裁筛查, 禁限, 禁售",
    weak: "prohibited, not allowed, control list, forbidden, 管制, 不能进口, 不让进",
  },
  channels: {
    strong:
      "distributor*, distribution, distribution channel*, sales channel*, agent*, sales agent*, commercial agent*, exclusive agent, agency agreement, wholesaler*, wholesale, retailer*, retail chain*, reseller*, dealer*, supermarket*, importers and distributors, find buyers, finding buyers, find customers, find importers, dropship*, franchise*, 渠道, 代理商, 代理, 独家代理, 总代理, 经销商, 经销, 分销, 分销商, 批发, 批发商, 批发市场, 零售商, 商超, 超市, 卖场, 连锁, 找客户, 找买家, 开发客户, 获客, 客户开发, 线下渠道",
    weak: "buyer*, customers, leads, b2b, intermediar*, 买家, 客户, 采购商, 佣金",
  },
  "e-commerce": {
    strong:
      "e-commerce, ecommerce, e commerce, cross-border e-commerce, online store*, online shop*, online sell*, online sale*, online, webshop, web shop, website, sell online, selling online, online marketplace*, marketplace*, platform*, amazon, amazon fba, fba, ebay, temu, shein, tiktok*, tik tok, aliexpress, alibaba, shopee, lazada, tokopedia, blibli, tiki, walmart, etsy, wayfair, allegro, otto, zalando, kaufland, cdiscount, fnac, bol, bol.com, rakuten, yahoo shopping, mercari, qoo10, coupang, gmarket, naver, noon, namshi, trendyol, hepsiburada, n11, jumia, konga, jiji, takealot, kilimall, mercado libre, mercado livre, mercadolibre, mercadolivre, magalu, americanas, falabella, ripley, liverpool, coppel, flipkart, meesho, myntra, ozon, wildberries, yandex, kaspi, catch, kogan, temple & webster, bestbuy, shopify, facebook, instagram, google ads, seo, influencer*, kol, digital marketing, social media, live stream*, livestream*, advertis*, ads, marketing, storefront, listing*, product listing*, seller account*, account suspen*, seller central, seller verification, buyer-seller messag*, buyer messages, customer messages, messaging, prohibited words, banned words, keyword*, reviews, review*, fake review*, return policy, returns, return, refund*, product page, consumer rights, cooling-off, cooling off, distance selling, ioss, oss, low-value parcel*, low value parcel*, small parcel*, parcel*, direct shipping to consumer*, dtc, d2c, b2c, independent site, inform act, seller, sellers, bullet point*, brand registry, a+ content, buy box, flash sale*, singles day, black friday, prime day, pccc, remessa conforme, direct purchase*, 电商, 跨境电商, 电子商务, 网店, 开店, 开网店, 网上卖, 网上销售, 线上, 在线销售, 网售, 平台, 电商平台, 亚马逊, 易贝, 拼多多, 希音, 速卖通, 虾皮, 来赞达, 乐天, 酷澎, 沃尔玛, 美客多, 独立站, 直播, 直播带货, 带货, 网红, 达人, 社交媒体, 社媒, 数字营销, 网络营销, 营销, 推广, 广告, 投放, 引流, 卖家, 店铺, 店铺封号, 封号, 封店, 上架, 刊登, 详情页, 文案, 关键词, 站内信, 违禁词, 禁售, 低价, 限价, 禁用词, 敏感词, 评论, 评价, 测评, 刷单, 差评, 退货, 退换货, 退款, 退货政策, 七天无理由, 小包, 小包裹, 包裹, 小额包裹, 低值包裹, 直邮, 直购, 海淘, 消费者权益, 卖家核验, 大促, 黑五, 品牌备案, 买家消息, 客服",
    weak: "fulfil*, fulfillment, express parcel*, social, app, live, brand, consumer*, shopper*, 海外仓, 快件, 消费者, 品牌, 网购",
  },
  "pricing-payment": {
    strong:
      "pricing, price, prices, price quote*, quotation*, quote, payment*, pay, paid, getting paid, get paid, payment term*, payment method*, payment option*, trade finance, financing, finance, letter of credit, letters of credit, l/c, lc, lc at sight, t/t, tt, telegraphic transfer, wire transfer, wire, bank transfer, bank account, open account, documentary collection, d/p, d/a, factoring, export credit insurance, credit insurance, sinosure, credit check, credit terms, credit card*, paypal, stripe, payoneer, pingpong, worldfirst, airwallex, klarna, buy now pay later, bnpl, installment*, instalment*, ideal, bizum, sepa, pix, boleto, oxxo, spei, upi, m-pesa, mpesa, mobile money, mada, stc pay, tabby, tamara, cash on delivery, cod, konbini, kakaopay, promptpay, gcash, grabpay, qris, momo, e-wallet*, ewallet*, wallet, afterpay, interac, mir card, deposit*, down payment, advance payment, prepayment, 30/70, net 30, net 60, invoice payment, overdue, unpaid, collect debt*, debt collection, exchange rate*, exchange risk, currency risk, foreign exchange, fx, hedg*, exchange control*, currency control*, settlement, yuan settlement, rmb settlement, incoterm*, fob, cif, exw, ddp, dap, cost breakdown, margin*, export tax rebate, guarantee*, bank guarantee, 定价, 报价, 价格, 售价, 利润, 毛利, 收款, 收付款, 付款, 付款方式, 付款条件, 付款条款, 支付, 支付方式, 结算, 人民币结算, 结汇, 收汇, 外汇, 外汇管制, 外汇风险, 换汇, 汇率, 汇率风险, 货币风险, 信用证, 电汇, 托收, 赊销, 赊账, 账期, 预付款, 定金, 订金, 尾款, 货款, 催款, 欠款, 拖欠, 坏账, 保理, 贸易融资, 融资, 贷款, 信保, 中信保, 出口信用保险, 信用保险, 信用卡, 货到付款, 分期, 先买后付, 电子钱包, 移动支付, 本地支付, 贸易术语, 贸易条款, 国际贸易术语, 保函, 出口退税, 供应链金融",
    weak: "bank*, money, cost, costs, cash, card, insurance, currency, dollar*, euro, 银行, 钱, 成本, 保险, 货币",
  },
  "ip-contracts": {
    strong:
      "trademark*, trade mark*, trade-mark*, tm registration, patent*, design right*, design patent*, copyright*, intellectual property, ip, ip protection, ip right*, counterfeit*, infring*, brand registration, register my brand, register a brand, brand protection, customs recordation, data protection, data privacy, privacy, gdpr, ccpa, personal data, contract*, sales contract*, contract law, cisg, nda, non-disclosure, governing law, arbitration, dispute*, dispute resolution, jurisdiction, lawsuit*, litigation, legal, law firm, liability clause, product liability, 商标, 商标注册, 注册商标, 专利, 外观专利, 外观设计, 版权, 著作权, 知识产权, 侵权, 假冒, 仿冒, 仿制, 抢注, 品牌保护, 海关备案保护, 数据保护, 隐私, 个人数据, 个人信息, 合同, 合同法, 销售合同, 保密协议, 适用法律, 仲裁, 争议, 纠纷, 争端, 诉讼, 起诉, 官司, 维权, 产品责任险, 律师",
    weak: "law, brand, copy, clause*, 法律, 品牌, 抄袭, 条款, 协议",
  },
  procurement: {
    strong:
      "procurement, public procurement, government procurement, tender*, public tender*, bid, bids, bidding, government contract*, state contract*, gpa, public contract*, government buyer*, rfp, 政府采购, 公共采购, 招标, 投标, 招投标, 标书, 中标, 政府合同, 政府订单",
  },
  establishment: {
    strong:
      "establish*, incorporat*, company registration, register a company, registering a company, set up a company, setting up a company, setting up, open a company, open an office, branch office, representative office, subsidiar*, llc, gmbh, company formation, business licence*, business license*, foreign ownership, foreign direct investment, fdi, invest, investing, investment*, investment approval, factory abroad, build a factory, open a factory, set up a factory, local warehouse company, labour law*, labor law*, employ*, employment law, hiring, hire, hire staff, staff, worker*, wage*, minimum wage, salary, salaries, payroll, social security, social insurance, pension*, work permit*, work visa*, working visa, residence permit, corporate tax, corporate income tax, profit tax, withholding tax, 设立, 设立公司, 注册公司, 公司注册, 成立公司, 开公司, 办公司, 子公司, 分公司, 办事处, 代表处, 办厂, 建厂, 设厂, 开厂, 投资, 投资审批, 境外投资, 外商投资, 外资, 外资准入, 用工, 雇佣, 雇人, 雇员, 招聘, 招人, 员工, 工人, 工资, 最低工资, 薪资, 劳动法, 劳工, 劳动合同, 社保, 社会保险, 养老金, 工作签证, 工签, 工作许可, 居留, 企业所得税, 公司税, 所得税, 营业执照",
    weak: "company, office, factory, local entity, 公司, 工厂, 办公室, 本土公司",
  },
  logistics: {
    strong:
      "logistic*, shipping, shipment*, ship, ships, ship to, shipping time*, shipping cost*, shipping route*, freight, sea freight, air freight, air cargo, airfreight, ocean freight, rail freight, china-europe railway, china-europe express, railway express, railway, train, trucking, truck, forwarder*, freight forwarder*, courier*, express delivery, express, dhl, ups, fedex, sf express, delivery, delivery time*, last mile, last-mile, transit time*, lead time*, customs clearance, clearance, port, ports, main port*, seaport*, airport*, port of entry, container*, fcl, lcl, full container, warehouse*, warehousing, overseas warehouse*, bonded warehouse*, fulfilment cent*, fulfillment cent*, fulfilment, fulfillment, 3pl, storage, demurrage, detention charges, cargo, cargo insurance, pallet*, wooden packaging, wood packaging, ispm 15, ispm15, fumigation, lithium batter*, dangerous goods, cold chain, drayage, reverse logistics, return parcel*, parcel return*, land border, border crossing*, double clearance, transport*, post office, postal, 物流, 货运, 运输, 海运, 空运, 铁路, 铁路运输, 陆运, 卡航, 卡车, 中欧班列, 班列, 快递, 快运, 专线, 双清, 双清包税, 包税, 头程, 尾程, 最后一公里, 派送, 配送, 送货, 发货, 寄货, 寄样, 寄样品, 船期, 航线, 时效, 运费, 运价, 多久到, 几天到, 港口, 口岸, 码头, 机场, 主要港口, 拼箱, 整柜, 集装箱, 货柜, 柜子, 货代, 货运代理, 海外仓, 仓储, 仓库, 保税仓, 保税, 滞港费, 滞箱费, 滞港, 清关, 通关, 清关时间, 目的港, 起运港, 提货, 木托盘, 木质包装, 熏蒸, 锂电池运输, 危险品, 危包, 冷链, 货物保险, 退运, 退件, 逆向物流, 边境口岸",
    weak: "customs, route*, broker*, parcel*, how long, send, sending, post, 报关, 海关, 包裹, 多久, 多少天, 寄, 运",
  },
  culture: {
    strong:
      "culture, business culture, weekday*, working day*, friday*, sunday*, haggl*, bargain*, opening hours, office hours, hospitality,  business etiquette, etiquette, negotiat*, custom and tradition*, traditions, manners, greet*, what to wear, address somebody, taboo*, gift giving, gift-giving, dress code, business card*, business meeting*, meeting etiquette, meetings, greeting*, handshake*, bow, bowing, holiday*, public holiday*, national holiday*, bank holiday*, working hours, business hours, working days, weekend*, ramadan, eid, lent, christmas, diwali, tet, lunar new year, chinese new year, golden week, obon, chuseok, songkran, friday prayer*, religio*, muslim customs, alcohol, pork, dinner, business dinner, dining, small talk, punctual*, be late, decision making, hierarchy, communication style, business trip*, business travel, travel*, trip, visa*, business visa*, visa-free, visa free, entry visa, visit, visiting, visit clients, visit customers, flight*, hotel*, vaccin*, tipping, tip, time zone*, time difference, email style, address people, titles, first name*, 文化, 商务文化, 讨价还价, 砍价, 还价, 周五, 周六, 周日, 休息日, 工作日,  商务礼仪, 礼仪, 礼节, 商务习惯, 商业习惯, 习惯, 习俗, 风俗, 禁忌, 忌讳, 谈判, 谈生意, 谈判技巧, 谈判风格, 洽谈, 沟通, 沟通方式, 送礼, 礼物, 着装, 穿衣, 穿着, 衣着, 穿什么, 注意什么, 注意事项, 名片, 见面, 会面, 拜访, 拜访客户, 见客户, 打招呼, 称呼, 握手, 鞠躬, 假期, 节假日, 假日, 公共假期, 法定假日, 放假, 节日, 作息, 上班时间, 工作时间, 营业时间, 周末, 斋月, 开斋节, 宰牲节, 春节, 圣诞, 黄金周, 盂兰盆, 中秋, 泼水节, 排灯节, 宗教, 穆斯林, 伊斯兰, 喝酒, 饮酒, 酒桌, 宴请, 请客, 吃饭, 饮食禁忌, 迟到, 守时, 差旅, 出差, 商务旅行, 商旅, 旅行, 签证, 商务签证, 商务签, 免签, 入境, 航班, 酒店, 小费, 时差, 时区, 决策, 邮件礼仪",
    weak: "gift*, polite, respect, people, communication, relationship*, trust, meet, meeting, client*, custom, season*, 关系, 信任, 客户, 打交道, 礼貌",
  },
  fairs: {
    strong:
      "fair, fairs, trade fair*, trade show*, tradeshow*, exhibition*, exhibit*, expo, expos, trade event*, events, event, booth*, exhibition stand, conference*, messe, canton fair, matchmaking event*, spielwarenmesse, toy fair, ambiente, ifa, medica, hannover messe, interpack, anuga, bauma, automechanika, k fair, ces, asd, magic, gitex, gulfood, arab health, big 5, index dubai, vietnam expo, foodex, spring fair, autumn fair, batimat, maison et objet, salone del mobile, mido, cosmoprof, 展会, 展览, 展览会, 博览会, 交易会, 展销会, 参展, 观展, 逛展, 办展, 展位, 摊位, 搭建, 展馆, 展台, 玩具展, 礼品展, 消费品展, 电子展, 家具展, 建材展, 汽配展, 五金展, 食品展, 纺织展, 服装展, 机械展, 美容展, 医疗展, 会展, 会议, 论坛, 对接会, 推介会, 活动",
    weak: "show, shows, stand, visit fair, calendar, delegation*, 展, 日程, 什么时候举办",
  },
  contacts: {
    strong:
      "contact*, contact list, who to contact, who can help, chamber of commerce, chambers of commerce, chamber, embassy, embassies, consulate*, commercial section, commercial counsellor, economic and commercial office, trade office, trade association*, industry association*, association*, business council, investment agency, investment promotion agency, trade promotion, government agenc*, service provider*, provider*, lawyer*, law firm*, consultant*, advis*, testing lab*, accountant*, translator*, interpreter*, help desk, phone number, address of, 联系, 联系人, 联系方式, 联系谁, 找谁, 电话, 地址, 商会, 中国商会, 工商会, 大使馆, 使馆, 领事馆, 领馆, 经商处, 商务处, 商务参赞, 贸促会, 贸促机构, 促进局, 投资促进, 行业协会, 协会, 机构, 服务商, 服务机构, 律所, 律师事务所, 翻译, 顾问, 会计师, 检测机构, 求助, 帮忙",
    weak: "help, support, who, agency, 帮助, 支持, 谁",
  },
};
