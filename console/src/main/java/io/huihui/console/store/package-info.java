/** What the stores say: history from Postgres, context from the graph, the state of the job. */
package io.huihui.console.store;
