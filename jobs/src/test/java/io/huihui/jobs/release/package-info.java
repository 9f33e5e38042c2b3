/** Savepoints of released versions, and the test that every later version still restores them. */
package io.huihui.jobs.release;
