import type { vettingReplies as shape } from "../en/vetting-replies.ts";

export const vettingReplies: typeof shape = {
  licenceCopy: { title: "营业执照：清晰副本", text: "请上传清晰的营业执照副本，四角完整，二维码可识别。" },
  licenceName: {
    title: "营业执照：名称或代码不一致",
    text: "档案中的名称或统一社会信用代码与营业执照不一致，请更正机构资料，或上传变更通知书。",
  },
  scope: {
    title: "经营范围",
    text: "营业执照的经营范围未提及档案所列产品，请说明对应哪一项，或上传变更后的营业执照。",
  },
  exportProof: {
    title: "出口证明",
    text: "您在档案中说明有出口业务。请上传最近12个月内的一份报关单（价格可遮盖）；如由代理出口，请说明代理公司并上传代理协议。",
  },
  certificateCopy: {
    title: "证书：完整副本",
    text: "请上传完整证书，包括编号、范围、持有人、有效期及附件。",
  },
  certificateHolder: {
    title: "证书：持有人不一致",
    text: "证书持有人是另一家企业，请说明其如何适用于贵企业，或上传以贵企业名义取得的证书。",
  },
  testReport: {
    title: "检测报告",
    text: "请上传符合性声明所依据的检测报告，应能看到实验室、标准及年份、产品和日期。",
  },
  factoryPhotos: {
    title: "工厂照片",
    text: "请上传三至六张工厂照片：带企业名称的大门、主要生产线、仓库、检验区。保存时会去除拍摄地点和相机信息。",
  },
  auditReport: {
    title: "审核报告",
    text: "请上传最近一次验厂或社会责任审核报告，包括不符合项清单和整改情况。",
  },
  unreadable: {
    title: "文件无法辨认",
    text: "您上传的一份文件无法辨认或不完整，请以300dpi重新扫描，全部页面合并为一个PDF。",
  },
};
