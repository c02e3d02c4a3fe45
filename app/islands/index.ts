import "./search-suggest.ts";
import "./yuan-echo.ts";
