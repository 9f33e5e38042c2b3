/** Live clients: each hears the newest of what it wants, as fast as it reads and no faster. */
package io.huihui.console.live;
