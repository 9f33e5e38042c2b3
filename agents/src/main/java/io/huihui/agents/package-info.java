/**
 * Stateful Functions: reasoning that is slow or asks somebody outside. They are served over HTTP to
 * a runtime that keeps their state, and meet the main job in topics only (docs/decisions/0210).
 */
package io.huihui.agents;
