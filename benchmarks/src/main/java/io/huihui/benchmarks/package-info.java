/** HuiHui benchmarks. */
package io.huihui.benchmarks;
