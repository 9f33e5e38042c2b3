/** The page in a real browser, and what it is made of. */
package io.huihui.console.page;
