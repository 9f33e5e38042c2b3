/** HuiHui stack. */
package io.huihui.stack;
