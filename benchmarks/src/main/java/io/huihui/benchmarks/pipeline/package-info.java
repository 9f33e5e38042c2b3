/** How fast the whole way is: Kafka to features, and tick to verdict, beside plain references. */
package io.huihui.benchmarks.pipeline;
