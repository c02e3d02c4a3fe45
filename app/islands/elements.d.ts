import type { DetailedHTMLProps, HTMLAttributes } from "react";

type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "copy-text": CustomElement & { for: string };
      "kept-words": CustomElement;
      "live-ranking": CustomElement;
      "print-button": CustomElement;
      "prose-editor": CustomElement;
      "report-selection": CustomElement;
      "save-as-you-go": CustomElement;
      "save-guide": CustomElement;
      "saved-guides": CustomElement;
      "search-suggest": CustomElement;
      "upload-progress": CustomElement;
      "yuan-echo": CustomElement & { for: string };
    }
  }
}
