import "./print-button.ts";
import "./report-selection.ts";
import "./search-suggest.ts";
import "./yuan-echo.ts";
