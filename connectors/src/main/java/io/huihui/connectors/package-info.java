/** HuiHui connectors. */
package io.huihui.connectors;
