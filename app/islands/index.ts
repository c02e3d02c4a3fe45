import "./print-button.ts";
import "./search-suggest.ts";
import "./yuan-echo.ts";
