/** The deployable jobs. Each main is a table of contents; the graph is in one {@code define}. */
package io.huihui.jobs;
