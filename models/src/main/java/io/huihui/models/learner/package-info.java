/** Learners that take one example at a time, with state that is explicit and bounded. */
package io.huihui.models.learner;
