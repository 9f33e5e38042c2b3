/** What the console knows of now: the newest record of each kind, and short series. */
package io.huihui.console.market;
