/** What every source shares: decoded records beside dead letters, and how the two are parted. */
package io.huihui.connectors.stream;
