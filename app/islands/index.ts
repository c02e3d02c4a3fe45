import "./live-ranking.ts";
import "./print-button.ts";
import "./prose-editor.ts";
import "./report-selection.ts";
import "./search-suggest.ts";
import "./yuan-echo.ts";
