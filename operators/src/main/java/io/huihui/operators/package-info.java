/** HuiHui operators. */
package io.huihui.operators;
