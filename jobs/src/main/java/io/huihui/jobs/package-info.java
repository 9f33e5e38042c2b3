/** HuiHui jobs. */
package io.huihui.jobs;
