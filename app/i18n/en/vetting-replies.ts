/** Texts that questions to a firm are made from; edited before they go. The title names them in the list. */
export const vettingReplies = {
  licenceCopy: {
    title: "Licence: clear copy",
    text: "Please upload a clear copy of the business licence, all four corners visible and the QR code readable.",
  },
  licenceName: {
    title: "Licence: name or code differ",
    text: "Name or credit code in your profile differ from the licence. Please correct the organisation's record, or upload the notice of change.",
  },
  scope: {
    title: "Scope of business",
    text: "The scope of business on the licence does not mention the products in your profile. Please say on which line they rest, or upload the changed licence.",
  },
  exportProof: {
    title: "Proof of export",
    text: "You state that you export. Please upload one customs declaration of the past 12 months (prices may be blacked out), or name the agent that exports for you and upload the agency contract.",
  },
  certificateCopy: {
    title: "Certificate: full copy",
    text: "Please upload the full certificate with its number, scope, holder and date of expiry, including annexes.",
  },
  certificateHolder: {
    title: "Certificate: other holder",
    text: "The certificate is made out to another firm. Please explain how it applies to yours, or upload one in your own name.",
  },
  testReport: {
    title: "Test report",
    text: "Please upload the test report that the declaration rests on: laboratory, standard with its year, product and date should be visible.",
  },
  factoryPhotos: {
    title: "Photos of the plant",
    text: "Please upload three to six photos of the plant: gate with the firm's name, main line, store, inspection. Place and camera data are removed when stored.",
  },
  auditReport: {
    title: "Audit report",
    text: "Please upload the latest factory or social audit report with its list of findings and what was done about them.",
  },
  unreadable: {
    title: "File cannot be read",
    text: "One of your files cannot be read or is incomplete. Please scan it anew, 300 dpi, all pages in one PDF.",
  },
};
