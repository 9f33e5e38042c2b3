/** How fast what experts borrow is found. */
package io.huihui.benchmarks.registry;
