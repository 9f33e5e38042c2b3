/** What the price did after a prediction, and how right the prediction was. */
package io.huihui.models.outcome;
