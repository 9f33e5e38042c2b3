/** How fast rows reach Postgres, and answers come from it, beside what one would otherwise use. */
package io.huihui.benchmarks.store;
