/** HuiHui cli. */
package io.huihui.cli;
