/** Online learners: how soon they notice that a rule has changed, and how fast they are. */
package io.huihui.benchmarks.learners;
