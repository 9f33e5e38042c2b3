/** Option mathematics beside OpenGamma Strata, on recorded chains. */
package io.huihui.benchmarks.quant;
