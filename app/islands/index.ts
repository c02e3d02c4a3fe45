import "./live-ranking.ts";
import "./print-button.ts";
import "./prose-editor.ts";
import "./report-selection.ts";
import "./save-guide.ts";
import "./saved-guides.ts";
import "./search-suggest.ts";
import "./yuan-echo.ts";
