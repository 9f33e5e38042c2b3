/** What the experts share: the contract, and the baseline's map from scores to probabilities. */
package io.huihui.models.expert;
