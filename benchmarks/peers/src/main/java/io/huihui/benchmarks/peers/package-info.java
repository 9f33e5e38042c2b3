/** Learners of other libraries behind the interfaces of the learners bench. Nothing ships this. */
package io.huihui.benchmarks.peers;
