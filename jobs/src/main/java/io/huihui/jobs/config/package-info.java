/**
 * Binds configuration to records: unknown keys, wrong types and wrong values are refused by name.
 */
package io.huihui.jobs.config;
