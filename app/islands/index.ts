import "./search-suggest.ts";
