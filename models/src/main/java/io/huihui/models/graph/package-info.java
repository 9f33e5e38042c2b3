/**
 * The graph of what hangs together: symbols, sectors, market states, regimes, news, narratives,
 * signals, directives and outcomes, with the time from which each link holds; and questions to it
 * as of a moment. Where it is kept, in a store or in memory, is not said here.
 */
package io.huihui.models.graph;
