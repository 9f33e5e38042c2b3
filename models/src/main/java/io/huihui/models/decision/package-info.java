/**
 * What the system makes of the features: opinions, verdicts, directives, outcomes and their
 * reasons.
 */
package io.huihui.models.decision;
