/** HuiHui simulator. */
package io.huihui.simulator;
