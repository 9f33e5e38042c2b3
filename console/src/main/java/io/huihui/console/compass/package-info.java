/** The compass of each symbol: twelve axes in five true timeframes, as the page draws them. */
package io.huihui.console.compass;
